//! `golive compare`: alternatives with the same luck, and what sets them apart.
// SPDX-License-Identifier: Apache-2.0
#include "app/arguments.hpp"
#include "app/commands.hpp"
#include "app/comparison_text.hpp"
#include "app/console.hpp"
#include "app/progress.hpp"
#include "app/run_order.hpp"
#include "app/scenario_input.hpp"
#include "app/signals.hpp"

#include <array>
#include <fmt/format.h>
#include <memory>

#include <golive/base/error.hpp>
#include <golive/model/simulate.hpp>
#include <golive/study/comparison.hpp>

namespace golive::app {
namespace {

constexpr std::size_t most_alternatives = 26;  // letters

/// A scenario made ready, and what its replications gave.
struct Alternative {
    Alternative(std::string name_, const scenario::Loaded& loaded)
        : name{std::move(name_)}, blueprint{loaded.scenario}, scalars{blueprint.catalogue()} {}
    std::string name;
    model::Blueprint blueprint;
    study::Scalars scalars;
};
using Alternatives = std::vector<std::unique_ptr<Alternative>>;

/// "team.it.staff=4; budget.total=$1M" is two changes.
std::vector<std::string> changes_in(const std::string& what_if) {
    std::vector<std::string> changes;
    for (std::size_t from = 0; from <= what_if.size();) {
        const std::size_t to = std::min(what_if.find(';', from), what_if.size());
        const std::size_t first = what_if.find_first_not_of(' ', from);
        if (first < to)
            changes.push_back(what_if.substr(first, what_if.find_last_not_of(' ', to - 1) - first + 1));
        from = to + 1;
    }
    return changes;
}

Alternatives alternatives_of(const Arguments& arguments) {
    const std::vector<std::string> what_ifs = arguments.all("what-if");
    Alternatives all;
    for (const std::string& file : arguments.operands()) {
        const scenario::Loaded loaded = load_scenario(file, load_options(arguments));
        all.push_back(std::make_unique<Alternative>(
            fmt::format("{} ({})", loaded.scenario->header.name, file), loaded));
    }
    for (const std::string& what_if : what_ifs) {
        scenario::LoadOptions options = load_options(arguments);
        for (std::string& change : changes_in(what_if)) options.overrides.push_back(std::move(change));
        all.push_back(
            std::make_unique<Alternative>(what_if, load_scenario(arguments.operands().front(), options)));
    }
    if (all.size() < 2)
        throw Error{ErrorKind::usage,
                    "there is nothing to compare with: name a second scenario, or say --what-if "
                    "\"path.to.key=value\""};
    if (all.size() > most_alternatives)
        throw Error{ErrorKind::usage,
                    fmt::format("{} alternatives ({} is the most)", all.size(), most_alternatives)};
    return all;
}

/// Dates and money are printed by the base's start and currency.
void one_calendar(const Alternatives& all) {
    const scenario::Header& base = all.front()->blueprint.scenario().header;
    for (const auto& other : all) {
        const scenario::Header& header = other->blueprint.scenario().header;
        if (header.start != base.start || header.currency != base.currency || header.horizon != base.horizon)
            throw Error{
                ErrorKind::input,
                fmt::format(
                    "`{}` and `{}` differ in start, horizon or currency: their futures cannot be paired",
                    all.front()->name, other->name)};
    }
}

ExitStatus compare(const Arguments& arguments) {
    const Alternatives all = alternatives_of(arguments);
    one_calendar(all);
    const std::uint64_t seed = *arguments.number("seed");
    const std::uint64_t replications = *arguments.number("replications", 2);
    const SignalWatch signals{SignalWatch::Leaves::nothing};
    bool stopped = false;
    bool failed = false;
    for (const auto& alternative : all) {
        RunningEstimate sink{alternative->scalars, alternative->blueprint.catalogue(),
                             alternative->blueprint.scenario().header.start};
        ProgressReport report{arguments.has("quiet") ? ProgressStyle::none : progress_style(), sink};
        const batch::Outcome outcome = batch::run_batch(
            {.replications = replications, .threads = threads_of(arguments)},
            [&](std::uint64_t number) { return model::simulate(alternative->blueprint, seed, number); }, sink,
            [&](const batch::Progress& progress) { report.show(progress); }, signals.stop_token());
        stopped = stopped || outcome.stopped;
        failed = failed || !outcome.failures.empty();
        for (const batch::Failure& failure : outcome.failures)
            print_error(fmt::format("replication {} of `{}` failed (seed {}): {}", failure.replication,
                                    alternative->name, seed, failure.message));
    }
    if (stopped) {
        print_message("Stopped before all alternatives had run; nothing was compared.");
        return ExitStatus::stopped;
    }
    std::vector<const study::Scalars*> scalars;
    std::vector<std::string> names;
    for (const auto& alternative : all) {
        scalars.push_back(&alternative->scalars);
        names.push_back(alternative->name);
    }
    const study::Comparison comparison = study::compare(scalars);
    const scenario::Header& header = all.front()->blueprint.scenario().header;
    const std::string format = *arguments.text("format");
    if (format == "json")
        print(comparison_json(comparison, names));
    else if (format == "csv")
        print(comparison_csv(comparison, names));
    else
        print(comparison_text(comparison, names, Reader{header.start, header.currency}, width_for(stdout)));
    return failed ? ExitStatus::failed : ExitStatus::done;
}

constexpr std::array options{
    Option{.name = "what-if",
           .value = "CHANGES",
           .help = "an alternative: the first scenario with these changes, such as \"team.it.staff=4; "
                   "budget.total=$2M\"",
           .repeat = Repeat::often},
    Option{.name = "replications",
           .letter = 'n',
           .value = "N",
           .help = "how many possible futures of each",
           .fallback = "1000"},
    seed_option,
    threads_option,
    set_option,
    horizon_option,
    Option{.name = "format",
           .value = "FORMAT",
           .help = "how the comparison is printed: text, json or csv",
           .fallback = "text",
           .choices = "text|json|csv"},
    quiet_option,
};

}  // namespace

const Command compare_command{
    .name = "compare",
    .operands = {"SCENARIO.toml...", 1, any_number},
    .summary = "the same futures for several scenarios: what sets them apart, and whether that can be told",
    .details =
        "Every scenario, and every --what-if, is held against the first. They share the luck of whatever "
        "they share, person\n"
        "by person, so that differences show with far fewer futures than independent runs would take. --set "
        "and\n"
        "--horizon change all of them alike.",
    .example =
        "golive compare scenario.toml --what-if \"superusers.share=12 %\" --what-if \"team.it.staff=4\" -n "
        "500",
    .options = options,
    .run = compare,
};

}  // namespace golive::app
