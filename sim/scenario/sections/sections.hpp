//! The map of a scenario file: one table a section, each written in the file that is named after the
//! section's family.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/key_table.hpp"

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

[[nodiscard]] const Table<Scenario>& scenario_table();  // sections.cpp: the file as a whole

[[nodiscard]] const Table<Header>& header_table();  // setting.cpp
[[nodiscard]] const Table<WorkingTime>& calendar_table();
[[nodiscard]] const Table<Role>& role_table();  // people.cpp
[[nodiscard]] const TableInfo& site_info();
void read_sites(Scenario& out, const Node::Entry* entry, const KeyInfo& key, Reader& reader);
[[nodiscard]] const Table<Workforce>& workforce_table();             // workforce.cpp
[[nodiscard]] const Table<Technology>& technology_table();           // technology.cpp
[[nodiscard]] const Table<Issues>& issues_table();                   // issues.cpp
[[nodiscard]] const Table<Alignment>& alignment_table();             // alignment.cpp
[[nodiscard]] const Table<Embedding>& embedding_table();             // embedding.cpp
[[nodiscard]] const Table<Backlog>& backlog_table();                 // backlog.cpp
[[nodiscard]] const Table<Budget>& budget_table();                   // budget.cpp
[[nodiscard]] const Table<Mandate>& mandate_table();                 // mandates.cpp
[[nodiscard]] const Table<Intake>& intake_table();                   // intake.cpp
[[nodiscard]] const Table<DigitalOfficer>& digital_officer_table();  // digital_officer.cpp
[[nodiscard]] const Table<Systems>& systems_table();                 // systems.cpp
[[nodiscard]] const Table<EarlyWins>& early_wins_table();            // early_wins.cpp
[[nodiscard]] const Table<Measuring>& measuring_table();             // measuring.cpp
[[nodiscard]] const Table<Burnout>& burnout_table();                 // burnout.cpp
[[nodiscard]] const Table<Value>& value_table();                     // value.cpp
[[nodiscard]] const Table<Body>& body_table();                       // governance.cpp
[[nodiscard]] const Table<Governance>& governance_table();
[[nodiscard]] const Table<Team>& team_table();  // teams.cpp
[[nodiscard]] const Table<Support>& support_table();
[[nodiscard]] const Table<Superusers>& superusers_table();
[[nodiscard]] const Table<Course>& course_table();  // training.cpp
[[nodiscard]] const Table<Learning>& learning_table();
[[nodiscard]] const Table<Adoption>& adoption_table();  // adoption.cpp
[[nodiscard]] const Table<Costs>& costs_table();        // costs.cpp
[[nodiscard]] const Table<Wave>& wave_table();          // plan.cpp
[[nodiscard]] const TableInfo& plan_info();             // every key of every kind of activity
void read_plan(Scenario& out, const Node::Entry* entry, const KeyInfo& key, Reader& reader);

}  // namespace golive::scenario
