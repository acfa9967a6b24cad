//! A scenario file as a whole: its sections in the order in which they are read.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/sections/sections.hpp"

namespace golive::scenario {

const KeyTable<Scenario>& scenario_table() {
    static const KeyTable<Scenario> table =
        KeyTable<Scenario>{"", "scenario file", "A scenario of a technology rollout."}
            .section(
                "extends", {.kind = Shape::Kind::text}, nullptr,
                [](Scenario&, const Node::Entry*, const KeyInfo&, DocumentReader&) {},
                help("A scenario file to start from; this one overlays it."))
            .table("scenario", &Scenario::header, header_table(), help(header_table().info().help))
            .table("calendar", &Scenario::working_time, calendar_table(), help(calendar_table().info().help))
            .named("role", &Scenario::roles, role_table(), help(role_table().info().help))
            .section("site", {.kind = Shape::Kind::tables, .of = "a list of tables, each under [[site]]"},
                     &site_info(), read_sites, help(site_info().help))
            .table("workforce", &Scenario::workforce, workforce_table(), help(workforce_table().info().help))
            .named("technology", &Scenario::technologies, technology_table(),
                   help(technology_table().info().help))
            .table("issues", &Scenario::issues, issues_table(), help(issues_table().info().help))
            .named("body", &Scenario::bodies, body_table(), help(body_table().info().help))
            .table("governance", &Scenario::governance, governance_table(),
                   help(governance_table().info().help))
            .table("alignment", &Scenario::alignment, alignment_table(), help(alignment_table().info().help))
            .table("embedding", &Scenario::embedding, embedding_table(), help(embedding_table().info().help))
            .table("budget", &Scenario::budget, budget_table(), help(budget_table().info().help))
            .named("mandate", &Scenario::mandates, mandate_table(), help(mandate_table().info().help))
            .table("intake", &Scenario::intake, intake_table(), help(intake_table().info().help))
            .table("digital_officer", &Scenario::digital_officer, digital_officer_table(),
                   help(digital_officer_table().info().help))
            .named("team", &Scenario::teams, team_table(), help(team_table().info().help))
            .table("support", &Scenario::support, support_table(), help(support_table().info().help))
            .table("superusers", &Scenario::superusers, superusers_table(),
                   help(superusers_table().info().help))
            .table("backlog", &Scenario::backlog, backlog_table(), help(backlog_table().info().help))
            .table("measuring", &Scenario::measuring, measuring_table(), help(measuring_table().info().help))
            .table("systems", &Scenario::systems, systems_table(), help(systems_table().info().help))
            .named("course", &Scenario::courses, course_table(), help(course_table().info().help))
            .table("learning", &Scenario::learning, learning_table(), help(learning_table().info().help))
            .table("adoption", &Scenario::adoption, adoption_table(), help(adoption_table().info().help))
            .table("early_wins", &Scenario::early_wins, early_wins_table(),
                   help(early_wins_table().info().help))
            .table("burnout", &Scenario::burnout, burnout_table(), help(burnout_table().info().help))
            .table("value", &Scenario::value, value_table(), help(value_table().info().help))
            .listed("wave", &Scenario::waves, wave_table(), help(wave_table().info().help))
            .section("plan", {.kind = Shape::Kind::tables, .of = "a table of activities by name"},
                     &plan_info(), read_plan, help(plan_info().help))
            .table("costs", &Scenario::costs, costs_table(), help(costs_table().info().help));
    return table;
}

}  // namespace golive::scenario
