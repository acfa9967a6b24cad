//! A recorded or replayed replication, printed as asked.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace/trace_view.hpp"

#include "app/terminal/console.hpp"

#include <fmt/format.h>
#include <limits>
#include <utility>

#include <golive/base/version.hpp>
#include <golive/scenario/load.hpp>

namespace golive::app {

std::shared_ptr<const scenario::Scenario> scenario_in(const store::ResultsFile& results) {
    return scenario::load_text(results.provenance().resolved_text).scenario;
}

std::shared_ptr<const scenario::Scenario> scenario_or_message(const store::ResultsFile& results) {
    auto scenario = scenario_in(results);
    if (scenario == nullptr) {
        print_message(
            fmt::format("Clinicians, teams, bodies, technologies and courses are shown by number (golive {} "
                        "wrote the file, "
                        "and this version, {}, cannot read the scenario in it).",
                        results.provenance().version, build_info().version));
    }
    return scenario;
}

TraceView::TraceView(const Arguments& arguments, const model::Catalogue& catalogue,
                     std::shared_ptr<const scenario::Scenario> scenario, const store::Provenance& from)
    : names_{catalogue, std::move(scenario)},
      filter_{arguments, names_, from.start_date},
      words_{names_, from.start_date, from.currency},
      limit_{arguments.number("limit", 1).value_or(std::numeric_limits<std::uint64_t>::max())},
      format_{*arguments.text("format")} {}

void TraceView::print(std::uint64_t replication, const TraceEvents& trace) const {
    StandardOutput output;
    const auto format = trace_format(format_, output);
    DeviceBook devices{names_, trace};
    std::uint64_t shown = 0;
    format->begin();
    trace.each([&](const model::TraceRecord& record) {
        devices.follow(record);
        if (!filter_.passes(record, devices)) return Further::go_on;
        format->event(replication, words_.line(record, devices));
        return ++shown == limit_ ? Further::enough : Further::go_on;
    });
    format->end();
    if (shown == 0) {
        print_message(fmt::format("None of the {} of replication {} passes these filters.",
                                  count_in_words(trace.count, "event"), replication));
    }
}

}  // namespace golive::app
