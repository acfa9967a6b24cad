//! What `golive run` says at its end.
// SPDX-License-Identifier: Apache-2.0
#include "app/simulate/run_conclusion.hpp"

#include "app/simulate/summary.hpp"
#include "app/terminal/console.hpp"
#include "app/terminal/words.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <golive/store/results_file.hpp>

namespace golive::app {
namespace {

/// With --until, what was asked for is known at the end.
std::uint64_t asked(const RunOrder& order, const batch::Outcome& outcome) {
    return outcome.enough ? outcome.delivered + outcome.failures.size() : order.replications;
}

void tell_failures(const RunOrder& order, const batch::Outcome& outcome) {
    constexpr std::size_t most_told = 10;
    for (std::size_t i = 0; i < std::min(outcome.failures.size(), most_told); ++i) {
        const batch::Failure& failure = outcome.failures[i];
        print_error(fmt::format("replication {} failed (seed {}): {}", failure.replication, order.seed,
                                failure.message));
    }
    if (outcome.failures.size() > most_told) {
        print_error(fmt::format("... and {} more, all of them in the results file",
                                outcome.failures.size() - most_told));
    }
    if (!outcome.failures.empty()) {
        print_message(fmt::format("{} of {} failed; the others are kept, and the summary is of them alone.",
                                  count_in_words(outcome.failures.size(), "replication"),
                                  count_in_words(asked(order, outcome))));
    }
}

void tell_stop(const RunOrder& order, const batch::Outcome& outcome) {
    if (!worth_keeping(outcome)) {
        return print_message("Stopped before the first replication was done; nothing was written.");
    }
    print_message(fmt::format(
        "Stopped after {} of {} replications. `{}` has them, whole and valid.\n"
        "To run them all, give the same command with --overwrite: the same seed gives the same replications "
        "again.",
        count_in_words(outcome.delivered), count_in_words(order.replications), order.output.string()));
}

/// Traces were asked for before anybody knew how many replications there would be.
void tell_missing_traces(const RunOrder& order, const batch::Outcome& outcome) {
    if (order.traced.empty() || order.traced.greatest() < asked(order, outcome)) return;
    print_message(fmt::format(
        "`--trace` asked for replications that were not needed: there are traces up to number {}.",
        asked(order, outcome) - 1));
}

void print_summary(const RunOrder& order, const batch::Outcome& outcome, const UntilWatch& watch) {
    const store::ResultsFile results{order.output};
    if (order.format == "json") return print(summary_json(results));
    if (order.format == "csv") return print(summary_csv(results));
    print(summary_text(results, width_for(stdout)));
    print(fmt::format("\nResults:   {} ({} in {}, seed {})\n{}Reproduce: {}\n", order.output.string(),
                      count_in_words(outcome.delivered, "replication"), time_in_words(outcome.elapsed),
                      order.seed, watch.successes(), command_line(order)));
}

}  // namespace

bool worth_keeping(const batch::Outcome& outcome) {
    return outcome.delivered > 0 || !outcome.failures.empty();
}

ExitStatus conclude(const RunOrder& order, const batch::Outcome& outcome, const UntilWatch& watch) {
    tell_failures(order, outcome);
    if (outcome.stopped) tell_stop(order, outcome);
    if (outcome.delivered > 0) print_summary(order, outcome, watch);
    if (outcome.stopped) return ExitStatus::stopped;
    tell_missing_traces(order, outcome);
    watch.print_shortfalls();
    if (!outcome.failures.empty()) return ExitStatus::failed;
    return watch.fulfilled() ? ExitStatus::done : ExitStatus::imprecise;
}

}  // namespace golive::app
