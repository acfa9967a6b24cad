//! Where the time went, what would help and why people gave up, in words.
// SPDX-License-Identifier: Apache-2.0
#include "app/explain/explanation_text.hpp"

#include "app/terminal/text_table.hpp"
#include "app/terminal/words.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numeric>

#include <golive/report/headline.hpp>
#include <golive/report/results_view.hpp>

namespace golive::app {
namespace {

using report::ResultsView;
using enum Align;
using study::Explanation;

std::string days(double value) { return fmt::format("{:.1f}", value); }
/// A mean count: tenths matter below a hundred.
std::string few(double count) {
    return count < 99.95 ? fmt::format("{:.1f}", count)
                         : count_in_words(static_cast<std::uint64_t>(std::llround(count)));
}
/// What rounds to nothing has no sign.
std::string with_sign(double value) { return std::abs(value) < 0.05 ? "0.0" : fmt::format("{:+.1f}", value); }
std::string range_of(const stats::Interval& interval) {
    if (!std::isfinite(interval.low) || !std::isfinite(interval.high)) return "-";
    return fmt::format("{} to {}", with_sign(interval.low), with_sign(interval.high));
}

/// A name, and numbers to its right.
std::vector<Align> named_columns(std::size_t numbers) {
    std::vector<Align> columns(numbers + 1, right);
    columns.front() = left;
    return columns;
}

/// The positions of `values` with something in them, the greatest first.
std::vector<std::size_t> greatest_first(const std::vector<double>& values, double least) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return values[i] < least; });
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return values[i]; });
    return order;
}

/// "approve (41.3), stage-phones (12.0)": the lines of the plan in which a cause takes its days.
std::string mostly_in(const study::PathTally& path, const model::Catalogue& catalogue, std::size_t cause) {
    std::vector<std::pair<std::string, double>> activities;
    for (const auto& share : path.shares()) {
        if (share.cause != cause) continue;
        const std::string& activity = catalogue.instances[share.instance].activity;
        const auto known = std::ranges::find(activities, activity, &std::pair<std::string, double>::first);
        if (known == activities.end())
            activities.emplace_back(activity, share.days);
        else
            known->second += share.days;
    }
    std::ranges::stable_sort(activities, std::greater{}, &std::pair<std::string, double>::second);
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, activities.size()); ++i)
        if (activities[i].second >= 0.05)
            text += fmt::format("{}{} ({})", text.empty() ? "" : ", ", activities[i].first,
                                days(activities[i].second));
    return text;
}

std::string by_cause(const Explanation& explanation, const ResultsView& view, std::size_t width) {
    const study::PathTally& path = explanation.delays().last();
    const double elapsed = path.elapsed();
    const auto causes = path.by_cause(view.catalogue().causes.size());
    TextTable table{{left, right, right}};
    table.row({"cause", "days", "share", "mostly in these steps (days)"});
    for (const std::size_t cause : greatest_first(causes, 0.05))
        table.row({view.catalogue().causes[cause], days(causes[cause]),
                   share_in_words(causes[cause] / elapsed), mostly_in(path, view.catalogue(), cause)});
    table.row({"from the start to the last go-live", days(elapsed), "100 %"});
    const double chance =
        static_cast<double>(path.futures()) / static_cast<double>(explanation.delays().replications());
    return fmt::format(
        "Where the time went, on the way to the last go-live (mean of the {} of futures in which "
        "everything goes live)\n{}",
        share_in_words(chance), table.text("  ", width));
}

std::string critical_steps(const Explanation& explanation, const ResultsView& view, std::size_t width) {
    constexpr std::size_t most = 12;
    TextTable table{{left, right, right}};
    table.row({"step", "decides in", "days"});
    for (const auto& step : explanation.delays().last().by_activity(view.catalogue())) {
        if (step.index < 0.005 || table.lines("").size() > most) break;
        table.row({step.activity, share_in_words(step.index), days(step.days)});
    }
    return "\nWhat it hung on: steps on the chain that set the last go-live, in what share of futures\n" +
           table.text("  ", width);
}

std::string every_go_live(const Explanation& explanation, const ResultsView& view, std::size_t width) {
    const auto& delays = explanation.delays();
    if (delays.go_lives().size() < 2) return "";
    constexpr std::size_t most = 6;
    std::vector<double> overall(view.catalogue().causes.size());
    for (std::size_t g = 0; g < delays.go_lives().size(); ++g) {
        const auto causes = delays.of(g).by_cause(overall.size());
        for (std::size_t c = 0; c < causes.size(); ++c) overall[c] += causes[c];
    }
    auto shown = greatest_first(overall, 0.05);
    shown.resize(std::min(most, shown.size()));
    TextTable table{named_columns(shown.size() + 2)};
    std::vector<std::string> titles{"go-live", "elapsed"};
    for (const std::size_t cause : shown) titles.push_back(view.catalogue().causes[cause]);
    titles.emplace_back("other");
    table.row(titles);
    for (std::size_t g = 0; g < delays.go_lives().size(); ++g) {
        const auto causes = delays.of(g).by_cause(view.catalogue().causes.size());
        std::vector<std::string> cells{view.label_of(view.catalogue().instances[delays.go_lives()[g]]),
                                       days(delays.of(g).elapsed())};
        double other = delays.of(g).elapsed();
        for (const std::size_t cause : shown) cells.push_back(days(causes[cause])), other -= causes[cause];
        cells.push_back(days(std::abs(other) < 0.05 ? 0 : other));
        if (delays.of(g).futures() > 0) table.row(cells);
    }
    return "\nEvery go-live: mean days by cause, from the start\n" + table.text("  ", width);
}

std::string never_live(const Explanation& explanation, const ResultsView& view, std::size_t width) {
    const auto held_up = explanation.held_up();
    if (held_up.empty()) return "";
    constexpr std::size_t most = 5;
    const auto& delays = explanation.delays();
    TextTable table{{right, left}};
    std::uint64_t all = 0;
    for (const auto& held : held_up) all += held.futures;
    for (std::size_t i = 0; i < std::min(most, held_up.size()); ++i) {
        const auto& held = held_up[i];
        table.row({share_in_words(static_cast<double>(held.futures) / static_cast<double>(all)),
                   held.activity, view.catalogue().causes[held.cause]});
    }
    return fmt::format("\nWhat holds up the {} of futures in which not everything goes live\n{}",
                       share_in_words(static_cast<double>(all) / static_cast<double>(delays.replications())),
                       table.text("  ", width));
}

/// The longest wait against the one that is worth most.
std::string best_lever(const Explanation& explanation, const ResultsView& view) {
    const auto gains = study::without_planned_dates(explanation.gains());
    if (gains.empty()) return "";
    const auto best = std::ranges::max_element(gains, {}, study::certain_days);
    const auto longest = std::ranges::max_element(gains, {}, &study::Gain::attributed_days);
    const std::string best_name = name_of(best->lever, view.catalogue());
    if (study::certain_days(*best) <= 0)
        return "Planned dates aside, no gain can be told from chance with so few futures.\n";
    if (best == longest)
        return fmt::format(
            "Planned dates aside, the longest wait is also what gains most when it ends: {}, {} days "
            "sooner.\n",
            best_name, days(best->days));
    const std::string longest_name = name_of(longest->lever, view.catalogue());
    if (best->days_interval.low <= longest->days_interval.high)
        return fmt::format(
            "Planned dates aside, ending {} gains most of what was tried ({} days), but so few futures "
            "cannot tell "
            "it from ending the longest wait, {} ({}). Try more with --futures.\n",
            best_name, days(best->days), longest_name, days(longest->days));
    return fmt::format(
        "Planned dates aside, the longest wait is not the best lever: {} takes {} days of the way, but "
        "ending it gains {}; ending {} gains {}.\n",
        longest_name, days(longest->attributed_days), days(longest->days), best_name, days(best->days));
}

std::string what_would_help(const Explanation& explanation, const ResultsView& view, std::size_t width) {
    if (explanation.gains().empty()) return "";
    TextTable table{named_columns(5)};
    std::string meaning;
    table.row({"waiting", "days now", "days sooner", "95 % interval", "use", "live"});
    for (const study::Gain& gain : explanation.gains()) {
        const std::string name = name_of(gain.lever, view.catalogue());
        table.row({name, days(gain.attributed_days), with_sign(gain.days), range_of(gain.days_interval),
                   gain.adoption ? with_sign(100 * *gain.adoption) : "-", with_sign(100 * gain.live)});
        meaning += fmt::format("  Without {}: {}.\n", name, gain.how);
    }
    return fmt::format(
        "\nWhat would help: the same {} again, each time without one kind of waiting\n{}"
        "  days now: on the way to the last go-live; use, live: points of adoption half a\n"
        "  year later, and of the chance that everything goes live. Where it does not,\n"
        "  the days until the end count.\n\n{}\n{}",
        count_in_words(explanation.gains().front().futures, "future"), table.text("  ", width), meaning,
        best_lever(explanation, view));
}

double times_per_post(const study::GivingUpTally::Row& row) {
    return row.posts > 0 ? row.all() / static_cast<double>(row.posts) : 0.0;
}

void add_people(TextTable& table, const study::GivingUpTally::Row& row,
                const std::vector<std::size_t>& reasons) {
    std::vector<std::string> cells{row.name, count_in_words(static_cast<std::uint64_t>(row.posts)),
                                   few(row.all()), fmt::format("{:.0f}", 100 * times_per_post(row))};
    for (const std::size_t reason : reasons) cells.push_back(few(row.times[reason]));
    table.row(cells);
}

std::string why_people_gave_up(const Explanation& explanation, const ResultsView& view, std::size_t width) {
    constexpr std::size_t most_units = 10;
    if (!explanation.giving_up())
        return "\nThis file does not say why people gave up: it is of an older golive.\n";
    const auto everyone = explanation.giving_up()->everyone();
    if (everyone.all() <= 0) return "\nNobody gave the technology up in any future.\n";
    const auto reasons = greatest_first(everyone.times, 0.05);
    TextTable table{named_columns(reasons.size() + 3)};
    std::vector<std::string> titles{"who", "posts", "times", "per 100"};
    for (const std::size_t reason : reasons) titles.push_back(view.catalogue().reasons[reason]);
    table.row(titles);
    add_people(table, everyone, reasons);
    for (const auto& row : explanation.giving_up()->by_role()) add_people(table, row, reasons);
    auto units = explanation.giving_up()->by_unit();
    std::ranges::stable_sort(units, std::greater{}, times_per_post);
    units.resize(std::min(most_units, units.size()));
    for (const auto& row : units) add_people(table, row, reasons);
    return fmt::format(
        "\nWhy people gave up: mean times a future, by what stood in the way (the {} hardest hit)\n{}",
        count_in_words(units.size(), "unit"), table.text("  ", width));
}

}  // namespace

std::string explanation_text(const Explanation& explanation, const store::ResultsFile& results,
                             std::size_t width) {
    const ResultsView view{results};
    std::string text = report::headline(view) + "\n\n";
    if (explanation.delays().last().futures() == 0)
        text +=
            explanation.delays().go_lives().empty()
                ? "Nothing goes live in this plan: there is no way to it that could be explained.\n"
                : "In no future did everything go live: there is no way to the last go-live to explain.\n";
    else
        text += by_cause(explanation, view, width) + critical_steps(explanation, view, width);
    return text + never_live(explanation, view, width) + what_would_help(explanation, view, width) +
           why_people_gave_up(explanation, view, width) + every_go_live(explanation, view, width);
}

}  // namespace golive::app
