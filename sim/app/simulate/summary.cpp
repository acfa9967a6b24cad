//! The sentence and the tables that a run ends with.
// SPDX-License-Identifier: Apache-2.0
#include "app/simulate/summary.hpp"

#include "app/terminal/text_table.hpp"
#include "app/terminal/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <map>

#include <golive/report/headline.hpp>
#include <golive/report/results_view.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::app {
namespace {

using model::Reading;
using report::ResultsView;

TextTable go_live_table(const ResultsView& view) {
    using enum Align;
    TextTable table{{left, right, right, right, right, right, right}};
    table.row({"wave", "target", "P10", "P50", "P80", "P90", "within horizon"});
    const auto line = [&](const std::string& label, const std::string& scalar, double target_days) {
        const auto* const row = view.find(scalar);
        if (row == nullptr) return;
        const auto date = [&](double days) { return view.wording().value(days, Reading::date); };
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

void add_scalar(TextTable& table, const ResultsView& view, const model::ScalarInfo& scalar) {
    const auto* const row = view.find(scalar.name);
    const bool ever = row->missing < row->count;
    const bool always = row->missing == 0;
    const std::string how_often = ever ? fmt::format(" (in {} of futures)", share_in_words(row->happened))
                                       : " (not within the horizon)";
    table.row({label_of(scalar.name), view.wording().value(row->mean, scalar.reading),
               ever ? view.usual_range(scalar.name, scalar.reading) : "-",
               scalar.description + (always ? "" : how_often)});
}

std::string subject_tables(const ResultsView& view, std::size_t width) {
    std::map<model::Subject, TextTable> tables;
    for (const model::ScalarInfo& scalar : view.catalogue().scalars) {
        if (!view.worth_a_line(scalar)) continue;
        const auto [place, is_new] =
            tables.try_emplace(scalar.subject, std::vector{Align::left, Align::right, Align::right});
        if (is_new) place->second.row({title_of(scalar.subject), "mean", "P10 to P90"});
        add_scalar(place->second, view, scalar);
    }
    std::string all;
    for (const auto& [subject, table] : tables) all += "\n" + table.text("", width);
    return all;
}

}  // namespace

std::string headline(const store::ResultsFile& results) { return report::headline(ResultsView{results}); }

std::string summary_text(const store::ResultsFile& results, std::size_t width) {
    const ResultsView view{results};
    std::string dates = go_live_table(view).text("", width);
    const bool beyond = dates.find("later") != std::string::npos;
    if (beyond) dates += fmt::format("later: after the end of the horizon, {}\n", view.end().in_words());
    return fmt::format("{}\n\n{}{}", headline(results), dates, subject_tables(view, width));
}

}  // namespace golive::app
