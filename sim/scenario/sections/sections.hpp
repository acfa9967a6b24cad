//! The map of a scenario file: one table a section, each written in the file that is named after the
//! section's family.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/key_table.hpp"

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

[[nodiscard]] const KeyTable<Scenario>& scenario_table();  // sections.cpp: the file as a whole

[[nodiscard]] const KeyTable<Header>& header_table();  // setting.cpp
[[nodiscard]] const KeyTable<WorkingTime>& calendar_table();
[[nodiscard]] const KeyTable<Role>& role_table();  // people.cpp
[[nodiscard]] const TableInfo& site_info();
void read_sites(Scenario& out, const Node::Entry* entry, const KeyInfo& key, DocumentReader& reader);
[[nodiscard]] const KeyTable<Workforce>& workforce_table();             // workforce.cpp
[[nodiscard]] const KeyTable<Technology>& technology_table();           // technology.cpp
[[nodiscard]] const KeyTable<Issues>& issues_table();                   // issues.cpp
[[nodiscard]] const KeyTable<Alignment>& alignment_table();             // alignment.cpp
[[nodiscard]] const KeyTable<Embedding>& embedding_table();             // embedding.cpp
[[nodiscard]] const KeyTable<Backlog>& backlog_table();                 // backlog.cpp
[[nodiscard]] const KeyTable<Budget>& budget_table();                   // budget.cpp
[[nodiscard]] const KeyTable<Mandate>& mandate_table();                 // mandates.cpp
[[nodiscard]] const KeyTable<Intake>& intake_table();                   // intake.cpp
[[nodiscard]] const KeyTable<DigitalOfficer>& digital_officer_table();  // digital_officer.cpp
[[nodiscard]] const KeyTable<Systems>& systems_table();                 // systems.cpp
[[nodiscard]] const KeyTable<EarlyWins>& early_wins_table();            // early_wins.cpp
[[nodiscard]] const KeyTable<Measuring>& measuring_table();             // measuring.cpp
[[nodiscard]] const KeyTable<Burnout>& burnout_table();                 // burnout.cpp
[[nodiscard]] const KeyTable<Value>& value_table();                     // value.cpp
[[nodiscard]] const KeyTable<Body>& body_table();                       // governance.cpp
[[nodiscard]] const KeyTable<Governance>& governance_table();
[[nodiscard]] const KeyTable<Team>& team_table();  // teams.cpp
[[nodiscard]] const KeyTable<Support>& support_table();
[[nodiscard]] const KeyTable<Superusers>& superusers_table();
[[nodiscard]] const KeyTable<Course>& course_table();  // training.cpp
[[nodiscard]] const KeyTable<Learning>& learning_table();
[[nodiscard]] const KeyTable<Adoption>& adoption_table();  // adoption.cpp
[[nodiscard]] const KeyTable<Costs>& costs_table();        // costs.cpp
[[nodiscard]] const KeyTable<Wave>& wave_table();          // plan.cpp
[[nodiscard]] const TableInfo& plan_info();                // every key of every kind of activity
void read_plan(Scenario& out, const Node::Entry* entry, const KeyInfo& key, DocumentReader& reader);

}  // namespace golive::scenario
