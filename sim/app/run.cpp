//! `golive run`: many replications of a scenario, a results file, and the answer on the terminal.
// SPDX-License-Identifier: Apache-2.0
#include "app/arguments.hpp"
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/progress.hpp"
#include "app/run_conclusion.hpp"
#include "app/run_order.hpp"
#include "app/scenario_input.hpp"
#include "app/signals.hpp"
#include "app/words.hpp"

#include <array>
#include <fmt/format.h>

#include <golive/batch/batch.hpp>
#include <golive/model/simulate.hpp>
#include <golive/store/writer.hpp>

namespace golive::app {
namespace {

store::Provenance provenance_of(const RunOrder& order, const scenario::Loaded& loaded) {
    store::Provenance from = store::provenance_of_this_program();
    from.command_line = command_line(order);
    from.threads = order.threads;
    from.seed = order.seed;
    from.replications_asked = order.replications;
    from.scenario_file = order.scenario;
    from.title = loaded.scenario->header.name;
    from.scenario_text = loaded.text;
    from.resolved_text = loaded.resolved;
    from.fingerprint = loaded.fingerprint;
    from.start_date = loaded.scenario->header.start;
    from.currency = loaded.scenario->header.currency;
    from.assumptions = loaded.assumptions;
    return from;
}

batch::Outcome simulate(const RunOrder& order, const scenario::Loaded& loaded) {
    const model::Blueprint blueprint{loaded.scenario};
    SignalWatch signals{SignalWatch::Leaves::a_file};
    store::ResultsWriter writer{order.output, provenance_of(order, loaded), blueprint.catalogue(),
                                order.overwrite};
    signals.remove_at_end(writer.temporary());
    RunningEstimate sink{writer, blueprint.catalogue(), loaded.scenario->header.start};
    batch::Outcome outcome;
    {
        ProgressReport report{order.quiet ? ProgressStyle::none : progress_style(), sink};
        outcome = batch::run_batch(
            {.replications = order.replications, .threads = order.threads},
            [&](std::uint64_t replication) {
                const auto tracing =
                    order.traced.contains(replication) ? model::Tracing::on : model::Tracing::off;
                return model::simulate(blueprint, order.seed, replication, tracing);
            },
            sink, [&](const batch::Progress& progress) { report.show(progress); }, signals.stop_token());
    }
    if (worth_keeping(outcome)) writer.finish(outcome);
    return outcome;
}

ExitStatus run(const Arguments& arguments) {
    const RunOrder order = run_order(arguments);
    const scenario::Loaded loaded = load_scenario(arguments);
    if (order.verbose) {
        print_message(fmt::format("{}: seed {}, {}, scenario {}", loaded.scenario->header.name, order.seed,
                                  count_in_words(order.threads, "thread"), loaded.fingerprint));
    }
    return conclude(order, simulate(order, loaded));
}

constexpr std::array options{
    Option{.name = "output",
           .letter = 'o',
           .value = "FILE",
           .help = "where the results go (default: the scenario's name with .h5, here)"},
    Option{.name = "replications",
           .letter = 'n',
           .value = "N",
           .help = "how many possible futures to simulate",
           .fallback = "1000"},
    seed_option,
    threads_option,
    set_option,
    horizon_option,
    Option{.name = "trace",
           .value = "LIST",
           .help = "record every event of these replications, such as 0,5,10-12"},
    Option{.name = "overwrite", .help = "replace the results file if there is one"},
    Option{.name = "format",
           .value = "FORMAT",
           .help = "how the summary is printed: text, json or csv",
           .fallback = "text",
           .choices = "text|json|csv"},
    quiet_option,
    Option{.name = "verbose", .letter = 'v', .help = "say more about what is done"},
};

}  // namespace

const Command run_command{
    .name = "run",
    .operands = {"SCENARIO.toml", 1, 1},
    .summary = "simulate a scenario many times: the answer here, everything in a results file",
    .details =
        "Each replication is one possible future; together they show how likely each outcome is. Ctrl-C "
        "stops in an\n"
        "orderly way and keeps what is done; a second one ends at once.",
    .example = "golive run scenario.toml -n 2000 --set team.it.staff=4 -o more-staff.h5",
    .options = options,
    .run = run,
};

}  // namespace golive::app
