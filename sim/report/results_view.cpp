//! A results file as the summaries look at it.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include <golive/base/error.hpp>
#include <golive/report/results_view.hpp>
#include <golive/scenario/load.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::report {
namespace {

/// The horizon is part of the scenario that the file carries with it.
Date end_of_horizon(const store::ResultsFile& results) {
    const auto loaded = scenario::load_text(results.provenance().resolved_text);
    const Date start = results.provenance().start_date;
    if (loaded.scenario) return date_after(start, loaded.scenario->header.horizon.in_days());
    return date_after(start, 7.0 * static_cast<double>(results.catalogue().weeks));
}

}  // namespace

ResultsView::ResultsView(const store::ResultsFile& results)
    : results_{results},
      rows_{results.scalar_summaries()},
      wording_{results.provenance().start_date, results.provenance().currency},
      end_{end_of_horizon(results)} {}

const store::ScalarSummary* ResultsView::find(std::string_view scalar) const {
    const auto& scalars = catalogue().scalars;
    const auto found = std::ranges::find(scalars, scalar, &model::ScalarInfo::name);
    return found == scalars.end() ? nullptr : &rows_[static_cast<std::size_t>(found - scalars.begin())];
}

double ResultsView::quantile(const store::ScalarSummary& row, double p) const {
    const auto& levels = results_.quantile_levels();
    const auto level = std::ranges::find_if(levels, [p](double l) { return std::abs(l - p) < 1e-9; });
    ensure(level != levels.end(), "a quantile is one of those that results files keep");
    return row.quantiles[static_cast<std::size_t>(level - levels.begin())];
}

std::vector<double> ResultsView::happened(std::string_view scalar) const {
    std::vector<double> values = results_.scalar(catalogue().scalar(scalar));
    std::erase_if(values, [](double x) { return std::isnan(x); });
    return values;
}

std::string ResultsView::usual_range(std::string_view scalar, model::Reading reading) const {
    const stats::OrderedSample sample{happened(scalar)};
    return wording_.range(sample.quantile(0.1), sample.quantile(0.9), reading);
}

bool ResultsView::worth_a_line(const model::ScalarInfo& scalar) const {
    const auto is_go_live = [&](const model::InstanceInfo* go_live) { return go_live->name == scalar.name; };
    if (scalar.name == "all_live" || std::ranges::any_of(go_lives(), is_go_live)) return false;
    const bool spent = scalar.reading == model::Reading::money || scalar.reading == model::Reading::hours;
    const auto* const row = find(scalar.name);
    return !spent || row->missing > 0 || row->min != 0 || row->max != 0;
}

std::vector<const model::InstanceInfo*> ResultsView::go_lives() const {
    std::vector<const model::InstanceInfo*> found;
    for (const model::InstanceInfo& instance : catalogue().instances) {
        if (instance.kind == "go_live") found.push_back(&instance);
    }
    return found;
}

bool ResultsView::one_activity_goes_live() const {
    const auto all = go_lives();
    return std::ranges::all_of(all,
                               [&](const auto* other) { return other->activity == all.front()->activity; });
}

std::string ResultsView::label_of(const model::InstanceInfo& go_live) const {
    return one_activity_goes_live() ? go_live.scope : go_live.name;
}

}  // namespace golive::report
