//! The plan of a scenario as a graph.
// SPDX-License-Identifier: Apache-2.0
#include "app/scenarios/plan_graph.hpp"

#include "app/scenarios/plan_lines.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <golive/model/simulate.hpp>

namespace golive::app {
namespace {

/// In the double quotes of the DOT language.
std::string dot_string(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + "\"";
}

/// Name, kind and place, and under them the conditions; `\n` is DOT's own line feed.
std::string label_of(const PlanLine& line) {
    std::string where = line.kind;
    if (line.instances > 1) where += fmt::format(", {} x {}", line.per, line.instances);
    std::string label = dot_string(line.name);
    label.pop_back();
    label += "\\n" + dot_string(where).substr(1);
    if (line.conditions.empty()) return label;
    label.pop_back();
    return label + "\\n" + dot_string(line.conditions).substr(1);
}

std::string_view shape_of(std::string_view kind) {
    if (kind == "go_live") return "doubleoctagon";
    if (kind == "decision") return "diamond";
    return "box";
}

}  // namespace

std::string plan_graph(const scenario::Loaded& loaded) {
    const model::Blueprint blueprint{loaded.scenario};
    const auto lines = plan_lines(*loaded.scenario, blueprint.catalogue());
    std::string text =
        fmt::format("digraph plan {{\n  label={};\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n",
                    dot_string(loaded.scenario->header.name));
    for (const PlanLine& line : lines)
        text += fmt::format("  {} [shape={}, label={}];\n", dot_string(line.name), shape_of(line.kind),
                            label_of(line));
    for (const PlanLine& line : lines)
        for (const auto& [step, part] : line.after) {
            const std::string label = part.empty() ? "" : fmt::format(" [label={}]", dot_string(part));
            text += fmt::format("  {} -> {}{};\n", dot_string(step), dot_string(line.name), label);
        }
    return text + "}\n";
}

}  // namespace golive::app
