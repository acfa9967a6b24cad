//! `golive replay`: one replication of a results file simulated again, with every event.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/commands.hpp"
#include "app/program/signals.hpp"
#include "app/terminal/console.hpp"
#include "app/trace/recorded.hpp"
#include "app/trace/replay_check.hpp"
#include "app/trace/trace_view.hpp"

#include <chrono>
#include <exception>
#include <fmt/format.h>
#include <utility>
#include <variant>

#include <golive/base/error.hpp>
#include <golive/base/version.hpp>
#include <golive/model/simulate.hpp>
#include <golive/store/results_writer.hpp>

namespace golive::app {
namespace {

std::shared_ptr<const scenario::Scenario> readable_scenario(const store::ResultsFile& results) {
    if (auto scenario = scenario_in(results)) return scenario;
    throw Error{
        ErrorKind::input,
        fmt::format("cannot simulate `{}` again (golive {} wrote it, and this version, {}, cannot read the "
                    "scenario in it). Use the version that wrote it",
                    results.path().string(), results.provenance().version, build_info().version)};
}

/// What a batch makes of a replication: a result, or the message of its failure.
Replayed simulated(const model::Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication) {
    try {
        return model::simulate(blueprint, seed, replication, model::Tracing::on);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& failure) {
        return failure.what();
    }
}

/// Says on standard error whether it is the one in the file. Exit status 1 where it is not, or fails.
ExitStatus tell(const Agreement& agreement) {
    if (agreement.same_result)
        print_message(agreement.words);
    else
        print_error(agreement.words);
    return agreement.same_result ? ExitStatus::done : ExitStatus::failed;
}

/// As of the file, but made by this program, now, and of one replication.
store::Provenance provenance_of(const store::ResultsFile& results, std::uint64_t replication) {
    const store::Provenance here = store::provenance_of_this_program();
    store::Provenance from = results.provenance();
    from.version = here.version;
    from.commit = here.commit;
    from.compiler = here.compiler;
    from.flags = here.flags;
    from.created = here.created;
    from.hostname = here.hostname;
    from.command_line =
        fmt::format("golive replay {} --replication {}", results.path().string(), replication);
    from.threads = 1;
    from.first_replication = replication;
    from.replications_asked = 1;
    return from;
}

/// The replication in a results file of its own; that it can be written is made sure of before
/// it is simulated.
Replayed simulated_to_file(const std::filesystem::path& path, store::Overwrite overwrite,
                           const store::ResultsFile& results, const model::Blueprint& blueprint,
                           std::uint64_t replication) {
    refuse_taken(path, overwrite);
    SignalWatch signals{SignalWatch::Leaves::a_file};
    store::ResultsWriter writer{path, provenance_of(results, replication), blueprint.catalogue(), overwrite};
    signals.remove_at_end(writer.temporary());
    const auto began = std::chrono::steady_clock::now();
    Replayed replayed = simulated(blueprint, results.provenance().seed, replication);
    if (const auto* const result = std::get_if<model::Result>(&replayed)) {
        writer.accept(*result);
        writer.finish({.delivered = 1, .elapsed = std::chrono::steady_clock::now() - began});
        print_message(fmt::format("`{}` has replication {} and its {}. See them with `golive trace {}`.",
                                  path.string(), replication, count_in_words(result->trace.size(), "event"),
                                  path.string()));
    }
    return replayed;
}

void refuse_filters(const Arguments& arguments) {
    for (const Option& option : trace_filter_options) {
        if (!arguments.has(option.name)) continue;
        throw Error{
            ErrorKind::usage,
            fmt::format("`-o` writes every event (`--{}` would leave some out). Leave one of the two out",
                        option.name)};
    }
}

ExitStatus run(const Arguments& arguments) {
    const store::ResultsFile results{arguments.operands().front()};
    const auto replication = arguments.number("replication");
    if (!replication) throw Error{ErrorKind::usage, "say which replication, such as --replication 0"};
    (void)row_of(results, *replication);  // refuses one that the file knows nothing of
    const model::Blueprint blueprint{readable_scenario(results)};
    // Read before anything is simulated, because filters may be misspelt.
    const TraceView view{arguments, blueprint.catalogue(), scenario_in(results), results.provenance()};
    if (const auto path = arguments.text("output")) {
        refuse_filters(arguments);
        const auto overwrite = arguments.has("overwrite") ? store::Overwrite::yes : store::Overwrite::no;
        const Replayed replayed = simulated_to_file(*path, overwrite, results, blueprint, *replication);
        return tell(agreement_of(results, blueprint.catalogue(), *replication, replayed));
    }
    const Replayed replayed = simulated(blueprint, results.provenance().seed, *replication);
    const ExitStatus status = tell(agreement_of(results, blueprint.catalogue(), *replication, replayed));
    if (const auto* const result = std::get_if<model::Result>(&replayed))
        view.print(*replication, simulated_events(*result));
    return status;
}

constexpr std::array own{
    Option{.name = "replication", .value = "N", .help = "which replication of the file; has to be given"},
    Option{.name = "output",
           .letter = 'o',
           .value = "FILE",
           .help = "write a results file of this replication and all its events, and print none"},
    Option{.name = "overwrite", .help = "replace that file if there is one"}};
constexpr auto options = joined(own, trace_filter_options, trace_print_options);

}  // namespace

const Command replay_command{
    .name = "replay",
    .operands = {"RESULTS.h5", 1, 1},
    .summary = "simulate one replication again, bit for bit, with all its events",
    .details =
        "The results file has the scenario and the seed; it needs no trace. Whether the replication is the "
        "same "
        "as in the\n"
        "file is said on standard error; exit status 1 where it is not. Filters are those of `golive trace`.",
    .example = "golive replay results.h5 --replication 17 --activity train",
    .options = options,
    .run = run,
};

}  // namespace golive::app
