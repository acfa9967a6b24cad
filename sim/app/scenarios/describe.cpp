//! `golive describe`: the scenario as golive understands it, with what it assumes where the file is silent.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/scenarios/description.hpp"
#include "app/scenarios/plan_graph.hpp"
#include "app/scenarios/scenario_input.hpp"
#include "app/terminal/console.hpp"

#include <array>

#include <golive/base/error.hpp>
#include <golive/scenario/load.hpp>

namespace golive::app {
namespace {

ExitStatus run(const Arguments& arguments) {
    if (arguments.has("reference")) {
        print(scenario::reference_page());
        return ExitStatus::done;
    }
    if (arguments.operands().empty()) {
        throw Error{ErrorKind::usage,
                    "`golive describe` needs SCENARIO.toml, or --reference for all keys there are"};
    }
    const scenario::Loaded loaded = load_scenario(arguments);
    const std::string format = *arguments.text("format");
    if (format == "json")
        print(description_json(loaded));
    else
        print(format == "dot" ? plan_graph(loaded) : description_text(loaded, width_for(stdout)));
    return ExitStatus::done;
}

constexpr std::array options{
    set_option, horizon_option,
    format_option("text, json, or dot (the plan as a graph, for Graphviz)", "text|json|dot"),
    Option{.name = "reference", .help = "every key that a scenario may have, in Markdown"}};

}  // namespace

const Command describe_command{
    .name = "describe",
    .operands = {"SCENARIO.toml", 0, 1},
    .summary = "the scenario in words: who, when, the plan, and every assumption with its source",
    .details =
        "Each assumption is shown with its value, where it comes from (a line of the file, or [default]), "
        "its meaning,\n"
        "and the plausible range.",
    .example = "golive describe scenario.toml | less -S",
    .options = options,
    .run = run,
};

}  // namespace golive::app
