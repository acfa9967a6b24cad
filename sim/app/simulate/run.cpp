//! `golive run`: many replications of a scenario, a results file, and the answer on the terminal.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/program/signals.hpp"
#include "app/scenarios/scenario_input.hpp"
#include "app/simulate/run_conclusion.hpp"
#include "app/simulate/run_order.hpp"
#include "app/simulate/until_watch.hpp"
#include "app/terminal/console.hpp"
#include "app/terminal/progress.hpp"
#include "app/terminal/words.hpp"

#include <array>
#include <fmt/format.h>

#include <golive/batch/batch.hpp>
#include <golive/model/simulate.hpp>
#include <golive/store/results_writer.hpp>

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

/// Passes results on, and shows the watch what it is to watch.
class Watched : public batch::ResultSink {
 public:
    Watched(batch::ResultSink& target, UntilWatch& watch) : target_{target}, watch_{watch} {}
    void accept(const model::Result& result) override {
        target_.accept(result);
        for (std::size_t w = 0; w < watch_.wishes().size(); ++w)
            watch_.add(w, result.scalars[watch_.wishes()[w].scalar]);
    }

 private:
    batch::ResultSink& target_;
    UntilWatch& watch_;
};

batch::Outcome simulate(const RunOrder& order, const scenario::Loaded& loaded,
                        const model::Blueprint& blueprint, UntilWatch& watch) {
    SignalWatch signals{SignalWatch::Leaves::a_file};
    store::ResultsWriter writer{order.output, provenance_of(order, loaded), blueprint.catalogue(),
                                order.overwrite};
    signals.remove_at_end(writer.temporary());
    RunningEstimate estimate{writer, blueprint.catalogue(), loaded.scenario->header.start};
    Watched sink{estimate, watch};
    batch::Outcome outcome;
    {
        ProgressReport report{order.quiet ? ProgressStyle::none : progress_style(),
                              [&](const batch::Progress& progress) {
                                  return watch.empty() ? estimate.in_words() : watch.in_words(progress.done);
                              }};
        outcome = batch::run_batch(
            {.replications = order.replications,
             .threads = order.threads,
             .enough = [&](std::uint64_t done) { return watch.enough(done); }},
            [&](std::uint64_t replication) {
                const auto tracing =
                    order.traced.contains(replication) ? model::Tracing::on : model::Tracing::off;
                return model::simulate(blueprint, order.seed, replication, tracing);
            },
            sink, [&](const batch::Progress& progress) { watch.show(report, progress); },
            signals.stop_token());
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
    const model::Blueprint blueprint{loaded.scenario};
    const scenario::Header& header = loaded.scenario->header;
    UntilWatch watch{wishes_of(order.until, blueprint.catalogue(), header.currency, About::figure),
                     Wording{header.start, header.currency}};
    const batch::Outcome outcome = simulate(order, loaded, blueprint, watch);
    return conclude(order, outcome, watch);
}

constexpr std::array what_and_where{
    Option{.name = "output",
           .letter = 'o',
           .value = "FILE",
           .help = "where the results go (default: the scenario's name with .h5, here)"},
    replications_option(
        "how many possible futures to simulate; with --until how many at most, 10000 unless said"),
};
constexpr std::array how_it_is_told{
    Option{.name = "trace",
           .value = "LIST",
           .help = "record every event of these replications, such as 0,5,10-12"},
    Option{.name = "overwrite", .help = "replace the results file if there is one"},
    format_option("how the summary is printed: text, json or csv", "text|json|csv"),
    quiet_option,
    Option{.name = "verbose", .letter = 'v', .help = "say more about what is done"},
};
constexpr auto options = joined(what_and_where, simulation_options, how_it_is_told);

}  // namespace

const Command run_command{
    .name = "run",
    .operands = {"SCENARIO.toml", 1, 1},
    .summary = "simulate a scenario many times: the answer here, everything in a results file",
    .details =
        "Each replication is one possible future; together they show how likely each outcome is. Ctrl-C "
        "stops in an\n"
        "orderly way and keeps what is done; a second one ends at once.\n\n"
        "--until 'STATISTIC(FIGURE) +- WIDTH' goes on until the 95 % interval is that narrow: of the mean or "
        "of "
        "p1 to p99,\n"
        "of any figure of the results, by a width in its unit or in per cent (\"2 % of it\"). Looks are "
        "taken at "
        "100 futures\n"
        "and whenever there are a fifth more. Where -n comes first, all is kept and the exit status is 3.",
    .example = "golive run scenario.toml -n 2000 --set team.it.staff=4 -o more-staff.h5",
    .options = options,
    .run = run,
};

}  // namespace golive::app
