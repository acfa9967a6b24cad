//! The same summary for programs: JSON and CSV.
// SPDX-License-Identifier: Apache-2.0
#include "app/simulate/summary.hpp"
#include "app/terminal/csv.hpp"
#include "app/terminal/json.hpp"
#include "app/terminal/words.hpp"

#include <cmath>
#include <fmt/format.h>

#include <golive/report/results_view.hpp>

namespace golive::app {
namespace {

using report::ResultsView;

std::string level_name(double p) { return fmt::format("p{:.0f}", 100.0 * p); }

/// Every number of a row under its name, in the order of both formats.
template <class Visit>
void for_each_figure(const store::ScalarSummary& row, const std::vector<double>& levels, Visit visit) {
    visit("happened", row.happened);
    visit("happened_low", row.happened_low);
    visit("happened_high", row.happened_high);
    visit("mean", row.mean);
    visit("mean_low", row.mean_low);
    visit("mean_high", row.mean_high);
    visit("sd", row.sd);
    visit("min", row.min);
    visit("max", row.max);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        visit(level_name(levels[i]), row.quantiles[i]);
        visit(level_name(levels[i]) + "_low", row.quantiles_low[i]);
        visit(level_name(levels[i]) + "_high", row.quantiles_high[i]);
    }
}

Json scalar_json(const ResultsView& view, const model::ScalarInfo& info, const store::ScalarSummary& row,
                 const std::vector<double>& levels) {
    Json scalar{{"name", info.name},
                {"unit", info.unit},
                {"reads_as", name_of(info.reading)},
                {"description", info.description},
                {"count", row.count},
                {"missing", row.missing}};
    for_each_figure(row, levels,
                    [&](const std::string& name, double value) { scalar[name] = number_or_null(value); });
    if (info.reading != model::Reading::date) return scalar;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double days = row.quantiles[i];
        scalar["dates"][level_name(levels[i])] =
            std::isfinite(days) ? Json(date_after(view.start(), days).iso()) : Json(nullptr);
    }
    return scalar;
}

Json failures_json(const std::vector<batch::Failure>& failures) {
    Json list = Json::array();
    for (const auto& failure : failures)
        list.push_back({{"replication", failure.replication}, {"message", failure.message}});
    return list;
}

}  // namespace

std::string summary_json(const store::ResultsFile& results) {
    const ResultsView view{results};
    const store::Provenance& from = results.provenance();
    Json document{{"headline", headline(results)},
                  {"results", results.path().string()},
                  {"scenario", from.scenario_file},
                  {"title", from.title},
                  {"fingerprint", from.fingerprint},
                  {"start", from.start_date.iso()},
                  {"end", view.end().iso()},
                  {"currency", from.currency},
                  {"seed", from.seed},
                  {"replications_asked", from.replications_asked},
                  {"replications", results.replications().size()},
                  {"stopped", from.stopped},
                  {"failures", failures_json(results.failures())},
                  {"golive", from.version}};
    Json& scalars = document["scalars"] = Json::array();
    for (std::size_t i = 0; i < view.rows().size(); ++i) {
        scalars.push_back(
            scalar_json(view, view.catalogue().scalars[i], view.rows()[i], results.quantile_levels()));
    }
    return printed(document);
}

std::string summary_csv(const store::ResultsFile& results) {
    const auto rows = results.scalar_summaries();
    const auto& levels = results.quantile_levels();
    std::string text = "name,unit,count,missing";
    if (!rows.empty()) {
        for_each_figure(rows.front(), levels, [&](const std::string& name, double) { text += "," + name; });
    }
    text += "\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const model::ScalarInfo& info = results.catalogue().scalars[i];
        text += fmt::format("{},{},{},{}", csv_text(info.name), csv_text(info.unit), rows[i].count,
                            rows[i].missing);
        for_each_figure(rows[i], levels, [&](const std::string&, double value) {
            text += std::isfinite(value) ? fmt::format(",{}", value) : ",";
        });
        text += "\n";
    }
    return text;
}

}  // namespace golive::app
