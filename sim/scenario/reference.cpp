//! The reference of scenario files in Markdown, from the tables of keys.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/law.hpp"
#include "scenario/sections/sections.hpp"
#include "scenario/sections/step_kinds.hpp"

#include <fmt/format.h>

#include <golive/scenario/load.hpp>

namespace golive::scenario {
namespace {

/// Text for a cell of a table.
std::string cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
        text.insert(at, "\\");
    return text;
}

std::string default_of(const KeyInfo& key) {
    if (key.required) return "**required**";
    if (key.only_one) return "the only one";
    return key.fallback_text.empty() ? "" : "`" + key.fallback_text + "`";
}

std::string row(const KeyInfo& key) {
    const std::string range = key.low.empty() ? "" : fmt::format("{} to {}", key.low, key.high);
    const std::string basis = key.source.empty() ? "" : fmt::format("{}: {}", letter(key.grade), key.source);
    const bool uncertain = key.shape.kind == Shape::Kind::uncertain || key.shape.kind == Shape::Kind::effort;
    return fmt::format("| `{}` | {} | {}{} | {} | {} | {} |\n", key.name, cell(key.help),
                       cell(describe(key.shape)), uncertain ? "; may be uncertain" : "",
                       cell(default_of(key)), cell(range), cell(basis));
}

void page(const TableInfo& table, std::string& out) {
    out += fmt::format("\n## {}\n\n{}\n", table.title, table.help);
    if (!table.keys.empty())
        out += "\n| key | meaning | value | default | usual range | source |\n|---|---|---|---|---|---|\n";
    for (const KeyInfo& key : table.keys)
        if (!key.table) out += row(key);
    if (!table.more_keys.empty())
        out += fmt::format("| any {} | how many posts | a count, such as 12 | `0` | | |\n", table.more_keys);
    for (const KeyInfo& key : table.keys)
        if (key.table)
            out += fmt::format("| `{}` | {} | see {} | | | |\n", key.name, cell(key.help),
                               cell(key.table->title));
    for (const KeyInfo& key : table.keys)
        if (key.table && key.table->title != "[plan]") page(*key.table, out);
}

void plan_pages(std::string& out) {
    TableInfo common = plan_info();
    std::erase_if(common.keys, [](const KeyInfo& key) {
        for (const StepKind& kind : step_kinds())
            if (kind.info->find(key.name)) return true;
        return false;
    });
    page(common, out);
    for (const StepKind& kind : step_kinds()) page(*kind.info, out);
}

constexpr std::string_view opening = R"(# Scenario files

Written by `golive` from the table that it reads scenarios with. Sources carry a grade: O official statistic, A abstract of a
published study, S secondary, V vendor claim, T textbook or judgement, D derived from graded data. "¤" is the scenario's
currency. Wherever a value may be uncertain, a law may stand in its place: `{ p10 = .., p50 = .., p90 = .. }`,
)";

std::string laws() {
    std::string text;
    for (const std::string& name : law_names()) text += fmt::format("`{{ dist = \"{}\", .. }}`, ", name);
    return text +
           "with `vary = \"each\"` (drawn anew at each use) or `vary = \"run\"` (one value a replication).\n";
}

}  // namespace

std::string reference_page() {
    std::string out = std::string{opening} + laws();
    TableInfo file = scenario_info();
    file.title = "A scenario file";
    page(file, out);
    plan_pages(out);
    return out;
}

}  // namespace golive::scenario
