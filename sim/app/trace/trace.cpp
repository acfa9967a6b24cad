//! `golive trace`: the events of a recorded replication.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/commands.hpp"
#include "app/terminal/console.hpp"
#include "app/trace/recorded.hpp"
#include "app/trace/trace_view.hpp"

namespace golive::app {
namespace {

ExitStatus run(const Arguments& arguments) {
    const store::ResultsFile results{arguments.operands().front()};
    const std::uint64_t replication = recorded_replication(results, arguments.number("replication"));
    const TraceView view{arguments, results.catalogue(), scenario_or_message(results), results.provenance()};
    view.print(replication, recorded_events(results, replication));
    return ExitStatus::done;
}

constexpr std::array own{Option{
    .name = "replication", .value = "N", .help = "which of the recorded replications (default: the first)"}};
constexpr auto options = joined(own, trace_filter_options, trace_print_options);

}  // namespace

const Command trace_command{
    .name = "trace",
    .operands = {"RESULTS.h5", 1, 1},
    .summary = "the events of a recorded replication: who did what, when, and what waited for what",
    .details =
        "`golive run --trace LIST` records replications; `golive replay` does without. Filters narrow down: "
        "an "
        "event must\n"
        "pass all of them; one that is repeated takes any of its values.",
    .example = "golive trace results.h5 --site Lakeside --event activity_waits --to 2027-06-30",
    .options = options,
    .run = run,
};

}  // namespace golive::app
