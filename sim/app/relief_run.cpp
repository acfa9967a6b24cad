//! Futures simulated again for an explanation.
// SPDX-License-Identifier: Apache-2.0
#include "app/relief_run.hpp"

#include "app/console.hpp"
#include "app/progress.hpp"
#include "app/signals.hpp"
#include "app/words.hpp"

#include <fmt/format.h>

namespace golive::app {

bool run_relief(report::Explanation& explanation, const store::ResultsFile& results, std::size_t levers,
                std::uint64_t futures, unsigned threads, bool quiet) {
    if (!explanation.blueprint) {
        print_message(
            fmt::format("This golive cannot read the scenario in `{}` (golive {} wrote it): nothing is "
                        "simulated again.",
                        results.path().string(), results.provenance().version));
        return true;
    }
    const bool same = report::same_futures(results, *explanation.blueprint);
    if (!same)
        print_message(
            fmt::format("This golive does not give the futures of `{}` bit for bit (golive {} made it, "
                        "perhaps on another kind of processor): they are simulated again as well.",
                        results.path().string(), results.provenance().version));
    const SignalWatch signals{SignalWatch::Leaves::nothing};
    const auto simulate = [&](const model::Blueprint& blueprint, std::uint64_t count, batch::ResultSink& sink,
                              const std::string& what) {
        if (!quiet) print_message(fmt::format("{} {}", count_in_words(count, "future"), what));
        RunningEstimate estimate{sink, blueprint.catalogue(), results.provenance().start_date};
        ProgressReport progress{quiet ? ProgressStyle::none : progress_style(), estimate};
        const batch::Outcome outcome = batch::run_batch(
            {.first = results.replications().front(), .replications = count, .threads = threads},
            [&](std::uint64_t number) {
                return model::simulate(blueprint, results.provenance().seed, number);
            },
            estimate, [&](const batch::Progress& how_far) { progress.show(how_far); }, signals.stop_token());
        return !outcome.stopped;
    };
    return report::relieve(explanation, results,
                           {.levers = levers, .futures = futures, .base_again = !same, .simulate = simulate});
}

}  // namespace golive::app
