//! A scenario file as a whole: its sections in the order in which they are read.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/sections/sections.hpp"

#include "scenario/keys/key_table.hpp"

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {
namespace {

const KeyTable<Scenario>& scenario_table() {
    static const KeyTable<Scenario> table =
        KeyTable<Scenario>{"", "scenario file", "A scenario of a technology rollout."}
            .read_elsewhere("extends", shape_of(Shape::Kind::text), nullptr,
                            help("A scenario file to start from; this one overlays it."))
            .section("scenario", &Scenario::header)
            .section("calendar", &Scenario::working_time)
            .named_sections("role", &Scenario::roles)
            .by_function("site", list_of_tables("site"), &site_info(), read_sites, help(site_info().help))
            .section("workforce", &Scenario::workforce)
            .named_sections("technology", &Scenario::technologies)
            .section("issues", &Scenario::issues)
            .named_sections("body", &Scenario::bodies)
            .section("governance", &Scenario::governance)
            .section("alignment", &Scenario::alignment)
            .section("embedding", &Scenario::embedding)
            .section("budget", &Scenario::budget)
            .named_sections("mandate", &Scenario::mandates)
            .section("intake", &Scenario::intake)
            .section("digital_officer", &Scenario::digital_officer)
            .named_sections("team", &Scenario::teams)
            .section("support", &Scenario::support)
            .section("superusers", &Scenario::superusers)
            .section("backlog", &Scenario::backlog)
            .section("measuring", &Scenario::measuring)
            .section("systems", &Scenario::systems)
            .named_sections("course", &Scenario::courses)
            .section("learning", &Scenario::learning)
            .section("adoption", &Scenario::adoption)
            .section("early_wins", &Scenario::early_wins)
            .section("burnout", &Scenario::burnout)
            .section("value", &Scenario::value)
            .listed_sections("wave", &Scenario::waves)
            .by_function("plan", shape_of(Shape::Kind::tables, "a table of activities by name"), &plan_info(),
                         read_plan, help(plan_info().help))
            .section("costs", &Scenario::costs);
    return table;
}

}  // namespace

const TableInfo& scenario_info() { return scenario_table().info(); }

void read_scenario(Scenario& out, const Node& document, DocumentReader& reader) {
    scenario_table().read_document(out, document, reader);
}

}  // namespace golive::scenario
