//! `golive run`: many replications of a scenario, a results file, and the answer on the terminal.
// SPDX-License-Identifier: Apache-2.0
#include "app/arguments.hpp"
#include "app/commands.hpp"
#include "app/console.hpp"
#include "app/progress.hpp"
#include "app/replication_set.hpp"
#include "app/scenario_input.hpp"
#include "app/signals.hpp"
#include "app/summary.hpp"
#include "app/words.hpp"

#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <golive/base/error.hpp>
#include <golive/batch/batch.hpp>
#include <golive/model/simulate.hpp>
#include <golive/store/reader.hpp>
#include <golive/store/writer.hpp>

namespace golive::app {
namespace {

namespace fs = std::filesystem;

/// The command line, understood.
struct Order {
    std::string scenario;
    fs::path output;
    store::Overwrite overwrite;
    std::uint64_t replications;
    std::uint64_t seed;
    unsigned threads;
    ReplicationSet traced;
    std::string format;
    bool quiet;
    bool verbose;
    std::vector<std::string> changes;  ///< of the scenario, as options: "--set team.it.staff=4"
};

/// So that a line can be pasted into a shell.
std::string quoted(const std::string& word) {
    constexpr std::string_view harmless =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+%@";
    if (!word.empty() && word.find_first_not_of(harmless) == std::string::npos) return word;
    std::string result = "'";
    for (const char c : word) result += c == '\'' ? "'\\''" : std::string{c};
    return result + "'";
}

std::vector<std::string> changes_of(const Arguments& arguments) {
    std::vector<std::string> changes;
    for (const std::string& change : arguments.all("set")) changes.push_back("--set " + quoted(change));
    if (const auto horizon = arguments.text("horizon")) changes.push_back("--horizon " + quoted(*horizon));
    return changes;
}

Order order_of(const Arguments& arguments) {
    const fs::path scenario = arguments.operands().front();
    const auto threads = arguments.number("threads", 1);
    const auto traced = arguments.text("trace");
    Order order{.scenario = scenario.string(),
                .output = arguments.text("output").value_or(scenario.stem().string() + ".h5"),
                .overwrite = arguments.has("overwrite") ? store::Overwrite::yes : store::Overwrite::no,
                .replications = *arguments.number("replications", 1),
                .seed = *arguments.number("seed"),
                .threads = threads ? static_cast<unsigned>(std::min<std::uint64_t>(*threads, 4096))
                                   : batch::available_processors(),
                .traced = traced ? ReplicationSet{*traced} : ReplicationSet{},
                .format = *arguments.text("format"),
                .quiet = arguments.has("quiet"),
                .verbose = arguments.has("verbose"),
                .changes = changes_of(arguments)};
    if (!order.traced.empty() && order.traced.greatest() >= order.replications) {
        throw Error{ErrorKind::usage,
                    fmt::format("`--trace {}` asks for more than there is: replications are numbered 0 to {}",
                                *traced, order.replications - 1)};
    }
    return order;
}

/// Before anything is read or simulated; the writer looks again.
void refuse_existing(const Order& order) {
    if (order.overwrite == store::Overwrite::yes || !fs::exists(fs::symlink_status(order.output))) return;
    throw Error{
        ErrorKind::usage,
        fmt::format("`{}` exists already, and results are never replaced unasked. Choose another name "
                    "with -o, or add --overwrite",
                    order.output.string())};
}

std::string command_line(const Order& order) {
    std::string line = fmt::format("golive run {}", quoted(order.scenario));
    for (const std::string& change : order.changes) line += " " + change;
    return line + fmt::format(" --seed {} -n {}", order.seed, order.replications);
}

store::Provenance provenance_of(const Order& order, const scenario::Loaded& loaded) {
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

batch::Outcome simulate(const Order& order, const scenario::Loaded& loaded) {
    const model::Blueprint blueprint{loaded.scenario};
    store::ResultsWriter writer{order.output, provenance_of(order, loaded), blueprint.catalogue(),
                                order.overwrite};
    RunningEstimate sink{writer, blueprint.catalogue(), loaded.scenario->header.start};
    const SignalWatch signals{{}};
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
    writer.finish(outcome);
    return outcome;
}

void tell_failures(const Order& order, const batch::Outcome& outcome) {
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
                                  count_in_words(order.replications)));
    }
}

void tell_stop(const Order& order, const batch::Outcome& outcome) {
    print_message(fmt::format(
        "Stopped after {} of {} replications. `{}` has them, whole and valid.\n"
        "To run them all, give the same command with --overwrite: the same seed gives the same replications "
        "again.",
        count_in_words(outcome.delivered), count_in_words(order.replications), order.output.string()));
}

void print_summary(const Order& order, const batch::Outcome& outcome) {
    const store::ResultsFile results{order.output};
    if (order.format == "json") return print(summary_json(results));
    if (order.format == "csv") return print(summary_csv(results));
    print(summary_text(results, width_for(stdout)));
    print(fmt::format("\nResults:   {} ({} in {}, seed {})\nReproduce: {}\n", order.output.string(),
                      count_in_words(outcome.delivered, "replication"), time_in_words(outcome.elapsed),
                      order.seed, command_line(order)));
}

ExitStatus run(const Arguments& arguments) {
    const Order order = order_of(arguments);
    refuse_existing(order);
    const scenario::Loaded loaded = load_scenario(arguments);
    if (order.verbose) {
        print_message(fmt::format("{}: seed {}, {}, scenario {}", loaded.scenario->header.name, order.seed,
                                  count_in_words(order.threads, "thread"), loaded.fingerprint));
    }
    const batch::Outcome outcome = simulate(order, loaded);
    tell_failures(order, outcome);
    if (outcome.stopped) tell_stop(order, outcome);
    if (outcome.delivered > 0) print_summary(order, outcome);
    if (outcome.stopped) return ExitStatus::stopped;
    return outcome.failures.empty() ? ExitStatus::done : ExitStatus::failed;
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
    Option{.name = "seed", .value = "S", .help = "the same seed gives the same futures", .fallback = "1"},
    Option{.name = "threads",
           .letter = 'j',
           .value = "N",
           .help = "how many at a time (default: the processors that are free to use)"},
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
    Option{.name = "quiet", .letter = 'q', .help = "no progress"},
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
