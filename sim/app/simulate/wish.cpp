//! What is to be known how well.
// SPDX-License-Identifier: Apache-2.0
#include "app/simulate/wish.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include <golive/base/error.hpp>
#include <golive/base/quantity.hpp>
#include <golive/report/verdicts.hpp>
#include <golive/scenario/quantity_text.hpp>

namespace golive::app {
namespace {

using batch::PrecisionTarget;
using batch::Standing;
using model::Reading;
using scenario::Dimension;

constexpr std::uint64_t cap_with_until = 10'000;

[[noreturn]] void refuse(const std::string& text, const std::string& why) {
    throw Error{ErrorKind::usage, fmt::format("cannot read `--until '{}'` ({})", text, why)};
}

[[noreturn]] void refuse_form(const std::string& text, const std::string& why) {
    throw Error{ErrorKind::usage, fmt::format("cannot read `--until '{}'` ({}). Write one of these:\n"
                                              "  --until 'p80(go_live) +- 3 days'\n"
                                              "  --until 'mean(adoption_6_months) +- 1 %'\n"
                                              "  --until 'mean(cost.total) +- 2 % of it'",
                                              text, why)};
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return "";
    return std::string{text.substr(first, text.find_last_not_of(" \t") - first + 1)};
}

/// STATISTIC(METRIC) and AMOUNT, still as text.
struct Expression {
    std::string statistic, metric, amount;
};

Expression expression_in(const std::string& text) {
    std::size_t sign = std::string::npos;
    std::size_t after = 0;
    for (const std::string_view spelling : {"+-", "±", "+/-"}) {
        if (sign != std::string::npos) break;
        sign = text.find(spelling);
        after = sign + spelling.size();
    }
    if (sign == std::string::npos) refuse_form(text, "there is no `+-` in it");
    const std::string left = trimmed(text.substr(0, sign));
    const std::size_t opening = left.find('(');
    if (opening == std::string::npos || !left.ends_with(')'))
        refuse_form(text, "before `+-` stands a statistic with the metric in brackets");
    return {trimmed(left.substr(0, opening)), trimmed(left.substr(opening + 1, left.size() - opening - 2)),
            trimmed(text.substr(after))};
}

std::optional<double> quantile_of(const std::string& text, const std::string& statistic) {
    if (statistic == "mean") return std::nullopt;
    const auto percent =
        statistic.starts_with('p') ? whole_number(std::string_view{statistic}.substr(1)) : std::nullopt;
    if (!percent || *percent < 1 || *percent > 99)
        refuse_form(text, fmt::format("`{}` is neither `mean` nor one of `p1` to `p99`", statistic));
    return static_cast<double>(*percent) / 100.0;
}

std::size_t scalar_of(const std::string& text, const std::string& metric, const model::Catalogue& catalogue) {
    std::vector<std::string> names;
    for (const model::ScalarInfo& scalar : catalogue.scalars) names.push_back(scalar.name);
    auto found = std::ranges::find(names, metric);
    if (found == names.end() && metric == "go_live") found = std::ranges::find(names, "all_live");
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    names.emplace_back("go_live");
    const std::string hint = did_you_mean(metric, names);
    throw Error{ErrorKind::usage,
                fmt::format("cannot read `--until '{}'` (the scenario has no figure `{}`).{}", text, metric,
                            hint.empty() ? " `golive run SCENARIO.toml -n 1 --format csv` lists those it has"
                                         : hint)};
}

/// How widths of such figures are written, and how many base units of the scenario layer one of ours is.
struct Writing {
    Dimension dimension;
    double base_units = 1.0;
};

Writing writing_of(Reading reading) {
    switch (reading) {
        case Reading::number:
            return {Dimension::number};
        case Reading::share:
            return {Dimension::share};
        case Reading::money:
            return {Dimension::money};
        case Reading::date:
        case Reading::days:
            return {Dimension::duration, Duration::days(1).in_seconds()};
        case Reading::hours:
            return {Dimension::duration, Duration::hours(1).in_seconds()};
        case Reading::minutes:
            return {Dimension::duration, Duration::minutes(1).in_seconds()};
    }
    return {Dimension::number};
}

double quantity(const std::string& text, const std::string& amount, Dimension dimension,
                const std::string& currency) {
    const scenario::ParsedQuantity read =
        scenario::parse_quantity(amount, {.dimension = dimension}, currency);
    if (!read.value)
        refuse(text, read.problem + (read.advice.empty() ? "" : "; " + read.advice) +
                         (amount.ends_with('%') ? fmt::format(", or `{} of it`", amount) : ""));
    if (!(*read.value > 0.0)) refuse(text, fmt::format("an interval of ± {} is never reached", amount));
    return *read.value;
}

/// "1 %", and "1 point", as differences of shares are printed; never a bare number, which reads as either.
double share_width(const std::string& text, std::string amount, const std::string& currency) {
    for (const std::string_view word : {"points", "point"})
        if (amount.ends_with(word)) amount.replace(amount.size() - word.size(), word.size(), "%");
    const double width = quantity(text, amount, Dimension::share, currency);
    if (!amount.ends_with('%')) refuse(text, "a share's width is in points of per cent, such as `1 %`");
    return width;
}

void read_width(const std::string& text, const std::string& amount, Reading reading,
                const std::string& currency, About about, PrecisionTarget& target) {
    constexpr std::string_view relative = "of it";
    if (amount.empty()) refuse_form(text, "after `+-` stands how wide the interval may be");
    if (amount.ends_with(relative)) {
        if (reading == Reading::date && about == About::figure)
            refuse(text, "a date has no per cent; write a time such as `3 days`");
        target.width = PrecisionTarget::Width::of_the_estimate;
        target.half_width =
            share_width(text, trimmed(amount.substr(0, amount.size() - relative.size())), currency);
    } else if (reading == Reading::share) {
        target.half_width = share_width(text, amount, currency);
    } else {
        const Writing writing = writing_of(reading);
        target.half_width = quantity(text, amount, writing.dimension, currency) / writing.base_units;
    }
}

Wish wish_of(const std::string& text, const model::Catalogue& catalogue, const std::string& currency,
             About about) {
    const Expression expression = expression_in(text);
    PrecisionTarget target{.quantile = quantile_of(text, expression.statistic), .half_width = 0.0};
    const std::size_t scalar = scalar_of(text, expression.metric, catalogue);
    const model::ScalarInfo& info = catalogue.scalars[scalar];
    read_width(text, expression.amount, info.reading, currency, about, target);
    return {.text = text,
            .scalar = scalar,
            .figure = fmt::format("{} of {}{}", expression.statistic,
                                  about == About::difference ? "the difference in " : "", info.name),
            .reading = info.reading,
            .target = target};
}

/// How many times too wide; infinite where nothing is known.
double excess(const Standing& standing) {
    const double ratio = standing.interval.half_width() / standing.wanted;
    return std::isfinite(ratio) ? ratio : std::numeric_limits<double>::infinity();
}

}  // namespace

std::vector<Wish> wishes_of(const std::vector<std::string>& texts, const model::Catalogue& catalogue,
                            const std::string& currency, About about) {
    std::vector<Wish> wishes;
    for (const std::string& text : texts) wishes.push_back(wish_of(text, catalogue, currency, about));
    return wishes;
}

std::vector<PrecisionTarget> targets_of(const std::vector<Wish>& wishes) {
    std::vector<PrecisionTarget> targets;
    for (const Wish& wish : wishes) targets.push_back(wish.target);
    return targets;
}

std::string in_words(const Wish& wish, const Standing& standing, const Wording& wording) {
    const auto width = [&](double size) {
        return std::isfinite(size) ? "± " + report::amount_in_words(size, wish.reading, wording)
                                   : std::string{"of unknown width"};
    };
    const bool relative = wish.target.width == PrecisionTarget::Width::of_the_estimate;
    const std::string wanted =
        relative ? fmt::format("± {} of it", share_in_words(wish.target.half_width)) : width(standing.wanted);
    return fmt::format("{} {}, wanted {}", wish.figure, width(standing.interval.half_width()), wanted);
}

std::string furthest_in_words(const std::vector<Wish>& wishes, const std::vector<Standing>& standings,
                              const Wording& wording) {
    if (standings.empty()) return "";
    const auto furthest = std::ranges::max_element(standings, {}, excess);
    return in_words(wishes[static_cast<std::size_t>(furthest - standings.begin())], *furthest, wording);
}

std::string shortfall_in_words(const Wish& wish, const Standing& standing, const Wording& wording) {
    const std::string futures = count_in_words(standing.replications, "future");
    if (standing.state == Standing::State::out_of_reach) {
        return standing.happened == 0
                   ? fmt::format("{} cannot be known: it did not happen in any of {}.", wish.figure, futures)
                   : fmt::format(
                         "{} cannot be known better: it lies where it never happens within the horizon, as "
                         "in "
                         "{} of {}. Simulate longer with --horizon, or ask for less.",
                         wish.figure, count_in_words(standing.replications - standing.happened), futures);
    }
    const std::string forecast =
        standing.would_do ? fmt::format("about {} would probably do (-n)", count_in_words(*standing.would_do))
        : standing.happened == 0 ? "it did not happen in any of them"
                                 : "these are too few to say how many would do";
    return fmt::format("Not as precise as asked: {}, after {}; {}.", in_words(wish, standing, wording),
                       futures, forecast);
}

bool all_reached(const std::vector<Standing>& standings) {
    return std::ranges::all_of(standings,
                               [](const Standing& s) { return s.state == Standing::State::reached; });
}

std::uint64_t replications_of(const Arguments& arguments, std::uint64_t least) {
    const std::uint64_t asked = *arguments.number("replications", least);
    return arguments.has("until") && !arguments.has("replications") ? cap_with_until : asked;
}

}  // namespace golive::app
