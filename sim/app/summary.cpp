//! The sentence and the tables that a run ends with.
// SPDX-License-Identifier: Apache-2.0
#include "app/summary.hpp"

#include "app/results_view.hpp"
#include "app/table.hpp"
#include "app/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <golive/stats/quantile.hpp>

namespace golive::app {
namespace {

using model::Reading;

/// What the tables are about, and the names of the scalars that belong there.
struct Subject {
    std::string_view title;
    std::vector<std::string_view> beginnings;

    [[nodiscard]] bool owns(std::string_view name) const {
        return std::ranges::any_of(beginnings,
                                   [&](std::string_view start) { return name.starts_with(start); });
    }
};

const std::vector<Subject>& subjects() {
    static const std::vector<Subject> all{
        {"Plan", {"delay", "steps_cut", "refused."}},
        {"Use", {"adoption_", "adopted", "abandoned."}},
        {"People",
         {"resignations", "vacancy", "burnout_", "seats_used", "no_shows", "superuser_", "units_helped"}},
        {"Time", {"documentation_", "after_hours_", "lowest_throughput", "clinician_hours."}},
        {"Devices", {"devices_", "purposes_", "storeroom_", "idle_"}},
        {"Help desk", {"help_"}},
        {"Decisions", {"decision_days.", "meetings_lost."}},
        {"Changes", {"issues_", "change_", "changes_"}},
        {"Portfolio", {"systems_", "projects_", "mandates"}},
        {"Cost", {"cost.", "cost_", "budget_"}},
        {"Value", {"benefit.", "net_present_value", "payback", "satisfaction_", "quality_"}},
        {"Equity", {"maturity_", "gini_", "spread_"}},
        {"Other", {""}},
    };
    return all;
}

std::string go_live_phrase(const ResultsView& view) {
    const auto* const row = view.find("all_live");
    if (row == nullptr || row->count == 0) return "";
    if (const double days = view.quantile(*row, 0.8); std::isfinite(days)) {
        return fmt::format("80 % chance that every wave is live by {}",
                           date_after(view.start(), days).in_words());
    }
    const std::string end = view.end().in_words();
    if (row->missing == row->count)
        return fmt::format("not once was every wave live by the end of the horizon, {}", end);
    return fmt::format("only {} chance that every wave is live by the end of the horizon, {}",
                       share_in_words(row->happened), end);
}

/// "52-70 %" between the 10th and the 90th percentile of the replications in which it happened.
std::string usual_range(const ResultsView& view, std::string_view name, Reading reading) {
    const stats::OrderedSample sample{view.happened(name)};
    return view.reader().range(sample.quantile(0.1), sample.quantile(0.9), reading);
}

std::string adoption_phrase(const ResultsView& view) {
    constexpr std::string_view name = "adoption_6_months";
    const auto* const row = view.find(name);
    if (row == nullptr || row->missing == row->count) return "";
    const std::string share = share_in_words(row->mean);
    const std::string range = usual_range(view, name, Reading::share);
    const std::string spread = range == share ? "" : fmt::format(" ({})", range);
    const std::string proviso =
        row->missing > 0 ? fmt::format(" in the {} of futures that get so far", share_in_words(row->happened))
                         : "";
    return fmt::format("6 months later {} of opportunities{} use the new {}{}", share, spread,
                       view.find("devices_bought") != nullptr ? "devices" : "technology", proviso);
}

std::string storeroom_phrase(const ResultsView& view) {
    const auto* const row = view.find("storeroom_share");
    if (row == nullptr || row->missing == row->count) return "";
    return fmt::format("{} of devices are in a storeroom", share_in_words(row->mean));
}

Table go_live_table(const ResultsView& view) {
    using enum Align;
    Table table{{left, right, right, right, right, right, right}};
    table.row({"wave", "target", "P10", "P50", "P80", "P90", "within horizon"});
    const auto line = [&](const std::string& label, const std::string& scalar, double target_days) {
        const auto* const row = view.find(scalar);
        if (row == nullptr) return;
        const auto date = [&](double days) { return view.reader().value(days, Reading::date); };
        table.row({label, date(target_days), date(view.quantile(*row, 0.1)), date(view.quantile(*row, 0.5)),
                   date(view.quantile(*row, 0.8)), date(view.quantile(*row, 0.9)),
                   share_in_words(row->happened)});
    };
    double last_target = std::nan("");
    const auto go_lives = view.go_lives();
    for (const model::InstanceInfo* go_live : go_lives) {
        last_target = std::fmax(last_target, go_live->target_days);
        line(view.label_of(*go_live), go_live->name, go_live->target_days);
    }
    if (go_lives.size() > 1) line("every wave", "all_live", last_target);
    return table;
}

/// Dates of go-lives have a table of their own; what a scenario never spends money or hours on is no news.
bool worth_a_line(const ResultsView& view, const model::ScalarInfo& scalar) {
    const auto is_go_live = [&](const model::InstanceInfo* go_live) { return go_live->name == scalar.name; };
    if (scalar.name == "all_live" || std::ranges::any_of(view.go_lives(), is_go_live)) return false;
    const bool spent = scalar.reading == Reading::money || scalar.reading == Reading::hours;
    const auto* const row = view.find(scalar.name);
    return !spent || row->missing > 0 || row->min != 0 || row->max != 0;
}

void add_scalar(Table& table, const ResultsView& view, const model::ScalarInfo& scalar) {
    const auto* const row = view.find(scalar.name);
    const bool ever = row->missing < row->count;
    const bool always = row->missing == 0;
    const std::string how_often = ever ? fmt::format(" (in {} of futures)", share_in_words(row->happened))
                                       : " (not within the horizon)";
    table.row({label_of(scalar.name), view.reader().value(row->mean, scalar.reading),
               ever ? usual_range(view, scalar.name, scalar.reading) : "-",
               scalar.description + (always ? "" : how_often)});
}

std::string subject_tables(const ResultsView& view, std::size_t width) {
    std::vector<Table> tables(subjects().size(), Table{{Align::left, Align::right, Align::right}});
    for (const model::ScalarInfo& scalar : view.catalogue().scalars) {
        if (!worth_a_line(view, scalar)) continue;
        const auto subject =
            std::ranges::find_if(subjects(), [&](const Subject& s) { return s.owns(scalar.name); });
        Table& table = tables[static_cast<std::size_t>(subject - subjects().begin())];
        if (table.empty()) table.row({std::string{subject->title}, "mean", "P10 to P90"});
        add_scalar(table, view, scalar);
    }
    std::string all;
    for (const Table& table : tables) {
        if (!table.empty()) all += "\n" + table.text("", width);
    }
    return all;
}

}  // namespace

std::string headline(const store::ResultsFile& results) {
    const ResultsView view{results};
    std::vector<std::string> phrases{go_live_phrase(view), adoption_phrase(view), storeroom_phrase(view)};
    std::erase(phrases, "");
    if (phrases.empty()) return "Nothing goes live in this plan.";
    phrases.front()[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(phrases.front()[0])));
    return fmt::format("{}.", fmt::join(phrases, "; "));
}

std::string summary_text(const store::ResultsFile& results, std::size_t width) {
    const ResultsView view{results};
    std::string dates = go_live_table(view).text("", width);
    const bool beyond = dates.find("later") != std::string::npos;
    if (beyond) dates += fmt::format("later: after the end of the horizon, {}\n", view.end().in_words());
    return fmt::format("{}\n\n{}{}", headline(results), dates, subject_tables(view, width));
}

}  // namespace golive::app
