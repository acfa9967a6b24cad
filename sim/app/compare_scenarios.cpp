//! Alternatives simulated future by future, with the same luck.
// SPDX-License-Identifier: Apache-2.0
#include "app/compared.hpp"
#include "app/console.hpp"
#include "app/progress.hpp"
#include "app/run_order.hpp"
#include "app/scenario_input.hpp"
#include "app/signals.hpp"
#include "app/until_watch.hpp"
#include "report/verdicts.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include <golive/base/error.hpp>
#include <golive/model/simulate.hpp>

namespace golive::app {
namespace {

constexpr double never = std::numeric_limits<double>::quiet_NaN();

struct Alternative {
    std::string name;
    model::Blueprint blueprint;
};
using Alternatives = std::vector<Alternative>;

/// "team.it.staff=4; budget.total=$1M" is two changes.
std::vector<std::string> changes_in(const std::string& what_if) {
    std::vector<std::string> changes;
    for (std::size_t from = 0; from <= what_if.size();) {
        const std::size_t to = std::min(what_if.find(';', from), what_if.size());
        const std::size_t first = what_if.find_first_not_of(' ', from);
        if (first < to)
            changes.push_back(what_if.substr(first, what_if.find_last_not_of(' ', to - 1) - first + 1));
        from = to + 1;
    }
    return changes;
}

Alternatives alternatives_of(const Arguments& arguments) {
    Alternatives all;
    for (const std::string& file : arguments.operands()) {
        const scenario::Loaded loaded = load_scenario(file, load_options(arguments));
        all.push_back(
            {fmt::format("{} ({})", loaded.scenario->header.name, file), model::Blueprint{loaded.scenario}});
    }
    for (const std::string& what_if : arguments.all("what-if")) {
        scenario::LoadOptions options = load_options(arguments);
        for (std::string& change : changes_in(what_if)) options.overrides.push_back(std::move(change));
        all.push_back(
            {what_if, model::Blueprint{load_scenario(arguments.operands().front(), options).scenario}});
    }
    if (all.size() < 2)
        throw Error{ErrorKind::usage,
                    "there is nothing to compare with: name a second scenario, or say --what-if "
                    "\"path.to.key=value\""};
    if (all.size() > most_alternatives)
        throw Error{ErrorKind::usage,
                    fmt::format("{} alternatives ({} is the most)", all.size(), most_alternatives)};
    return all;
}

/// Dates and money are printed by the base's start and currency.
void require_one_calendar(const Alternatives& all) {
    const scenario::Header& base = all.front().blueprint.scenario().header;
    for (const Alternative& other : all) {
        const scenario::Header& header = other.blueprint.scenario().header;
        if (header.start != base.start || header.currency != base.currency || header.horizon != base.horizon)
            throw Error{
                ErrorKind::input,
                fmt::format(
                    "`{}` and `{}` differ in start, horizon or currency: their futures cannot be paired",
                    all.front().name, other.name)};
    }
}

/// What --until asks, of every alternative's difference from the base.
std::vector<Wish> wishes_for(const Arguments& arguments, const Alternatives& all) {
    const model::Catalogue& base = all.front().blueprint.catalogue();
    std::vector<Wish> wishes;
    for (std::size_t other = 1; other < all.size(); ++other) {
        for (Wish& wish : wishes_of(arguments.all("until"), base,
                                    all.front().blueprint.scenario().header.currency, About::difference)) {
            const model::ScalarInfo& metric = base.scalars[wish.scalar];
            if (!study::same_metric(all[other].blueprint.catalogue(), metric))
                throw Error{ErrorKind::usage,
                            fmt::format("cannot do `--until '{}'` (`{}` has no figure `{}`)", wish.text,
                                        all[other].name, metric.name)};
            if (all.size() > 2) wish.figure = letter_of(other) + ": " + wish.figure;
            wishes.push_back(std::move(wish));
        }
    }
    return wishes;
}

/// Of a pair of futures. In quantiles, what happened in one of them alone ranks at an end, as never is later
/// than any day, and neither is no difference; in means such pairs do not count.
double difference_of(double other, double base, const batch::PrecisionTarget& target) {
    if (!std::isnan(base) && !std::isnan(other)) return other - base;
    if (!target.quantile || (std::isnan(other) && !std::isnan(base))) return never;
    return std::isnan(other) ? 0.0 : -std::numeric_limits<double>::infinity();
}

/// Takes the replications of all alternatives, dealt like cards: position p is future p / n of alternative p
/// % n.
class FutureByFuture : public batch::ResultSink {
 public:
    FutureByFuture(const Alternatives& all, UntilWatch& watch) : watch_{watch}, sooner_(all.size()) {
        for (const Alternative& alternative : all)
            scalars_.push_back(std::make_unique<study::Scalars>(alternative.blueprint.catalogue()));
    }

    void accept(const model::Result& result) override {
        scalars_[result.replication % scalars_.size()]->add(result.replication / scalars_.size(),
                                                            result.scalars);
    }

    /// For batch::Request::enough: asked at the end of a future alone.
    bool enough(std::uint64_t positions) {
        if (positions % scalars_.size() != 0) return false;
        const std::uint64_t futures = positions / scalars_.size();
        if (std::ranges::all_of(scalars_, [&](const auto& s) { return has(*s, futures - 1); }))
            add_differences();
        return watch_.enough(futures);
    }

    /// "B goes live 18 days sooner (± 6 days)", or what --until waits for.
    std::string in_words(std::uint64_t futures, const Reader& reader) {
        if (!watch_.empty()) return watch_.in_words(futures);
        std::string text;
        for (std::size_t other = 1; other < sooner_.size(); ++other) {
            if (sooner_[other].count() < 5) continue;
            const double days = sooner_[other].mean();
            text += fmt::format("{}{} live {} {} (± {})", text.empty() ? "" : ", ", letter_of(other),
                                report::amount_in_words(std::abs(days), model::Reading::days, reader),
                                days < 0 ? "later" : "sooner",
                                report::amount_in_words(stats::mean_interval(sooner_[other]).half_width(),
                                                        model::Reading::days, reader));
        }
        return text;
    }

    [[nodiscard]] std::vector<std::unique_ptr<study::Scalars>> scalars() && { return std::move(scalars_); }

 private:
    static bool has(const study::Scalars& scalars, std::uint64_t future) {
        return !scalars.replications().empty() && scalars.replications().back() == future;
    }
    static double last(const study::Scalars& scalars, std::string_view metric) {
        return scalars.of(scalars.catalogue().scalar(metric)).back();
    }

    void add_differences() {
        const study::Scalars& base = *scalars_.front();
        const std::size_t wishes = watch_.wishes().size() / (scalars_.size() - 1);
        for (std::size_t other = 1; other < scalars_.size(); ++other) {
            const double days = last(base, "all_live") - last(*scalars_[other], "all_live");
            if (!std::isnan(days)) sooner_[other].add(days);
            for (std::size_t w = (other - 1) * wishes; w < other * wishes; ++w) {
                const Wish& wish = watch_.wishes()[w];
                const double of_base = base.of(wish.scalar).back();
                const double of_other = last(*scalars_[other], base.catalogue().scalars[wish.scalar].name);
                watch_.add(w, difference_of(of_other, of_base, wish.target));
            }
        }
    }

    UntilWatch& watch_;
    std::vector<std::unique_ptr<study::Scalars>> scalars_;
    std::vector<stats::Moments> sooner_;  ///< days by which an alternative goes live before the base
};

std::string command_line(const Arguments& arguments, std::uint64_t seed, std::uint64_t futures) {
    std::string line = "golive compare";
    for (const std::string& file : arguments.operands()) line += " " + quoted(file);
    for (const std::string& what_if : arguments.all("what-if")) line += " --what-if " + quoted(what_if);
    for (const std::string& change : changes_of(arguments)) line += " " + change;
    for (const std::string& wish : arguments.all("until")) line += " --until " + quoted(wish);
    return line + fmt::format(" --seed {} -n {}", seed, futures);
}

/// The batch counts positions; people count futures.
batch::Progress in_futures(batch::Progress progress, std::uint64_t alternatives) {
    progress.done /= alternatives;
    progress.total /= alternatives;
    return progress;
}

batch::Outcome play(const Alternatives& all, const Arguments& arguments, std::uint64_t seed,
                    std::uint64_t futures, FutureByFuture& sink, UntilWatch& watch, const Reader& reader) {
    const SignalWatch signals{SignalWatch::Leaves::nothing};
    ProgressReport report{arguments.has("quiet") ? ProgressStyle::none : progress_style(),
                          [&](const batch::Progress& p) { return sink.in_words(p.done, reader); }};
    return batch::run_batch(
        {.replications = futures * all.size(),
         .threads = threads_of(arguments),
         .enough = [&](std::uint64_t positions) { return sink.enough(positions); }},
        [&](std::uint64_t position) {
            model::Result result =
                model::simulate(all[position % all.size()].blueprint, seed, position / all.size());
            result.replication = position;
            return result;
        },
        sink, [&](const batch::Progress& progress) { watch.show(report, in_futures(progress, all.size())); },
        signals.stop_token());
}

void tell_failures(const batch::Outcome& outcome, const Alternatives& all, std::uint64_t seed) {
    for (const batch::Failure& failure : outcome.failures)
        print_error(fmt::format("replication {} of `{}` failed (seed {}): {}",
                                failure.replication / all.size(), all[failure.replication % all.size()].name,
                                seed, failure.message));
}

ExitStatus status_of(const batch::Outcome& outcome, const UntilWatch& watch) {
    if (outcome.stopped) return ExitStatus::stopped;
    if (!outcome.failures.empty()) return ExitStatus::failed;
    return watch.fulfilled() ? ExitStatus::done : ExitStatus::imprecise;
}

}  // namespace

Compared play_scenarios(const Arguments& arguments) {
    const Alternatives all = alternatives_of(arguments);
    require_one_calendar(all);
    Compared compared{.names = {},
                      .scalars = {},
                      .reader = Reader{all.front().blueprint.scenario().header.start,
                                       all.front().blueprint.scenario().header.currency},
                      .seed = *arguments.number("seed")};
    std::vector<const model::Catalogue*> catalogues;
    for (const Alternative& alternative : all) {
        compared.names.push_back(alternative.name);
        catalogues.push_back(&alternative.blueprint.catalogue());
    }
    require_common_figures(compared.names, catalogues);
    const std::uint64_t futures =
        std::min(replications_of(arguments, 2), std::numeric_limits<std::uint64_t>::max() / all.size());
    UntilWatch watch{wishes_for(arguments, all), compared.reader};
    FutureByFuture sink{all, watch};
    const batch::Outcome outcome = play(all, arguments, compared.seed, futures, sink, watch, compared.reader);
    tell_failures(outcome, all, compared.seed);
    if (outcome.stopped)
        print_message(
            fmt::format("Stopped after {} of {} futures; what all alternatives have of them is compared.",
                        count_in_words((outcome.delivered + outcome.failures.size()) / all.size()),
                        count_in_words(futures)));
    else
        watch.print_shortfalls();
    compared.scalars = std::move(sink).scalars();
    compared.status = status_of(outcome, watch);
    compared.precise = watch.fulfilled();
    compared.precision = watch.successes();
    compared.reproduce = command_line(arguments, compared.seed, futures);
    return compared;
}

}  // namespace golive::app
