//! The map of a scenario file. A section that fills one struct has its keys in the file that is named after
//! the header of the struct; those that do not are declared here.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/document_reader.hpp"

namespace golive::scenario {

struct Constituency;
struct Scenario;

[[nodiscard]] const TableInfo& scenario_info();  // sections.cpp: the file as a whole
void read_scenario(Scenario& out, const Node& document, DocumentReader& reader);

[[nodiscard]] const TableInfo& site_info();  // people.cpp
void read_sites(Scenario& out, const Node::Entry* entry, const KeyInfo& key, DocumentReader& reader);
[[nodiscard]] Constituency constituency_called(const std::string& name);  // governance.cpp
[[nodiscard]] const TableInfo& plan_info();  // plan.cpp: every key of every kind of activity
void read_plan(Scenario& out, const Node::Entry* entry, const KeyInfo& key, DocumentReader& reader);

}  // namespace golive::scenario
