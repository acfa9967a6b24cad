//! The map of a scenario file: the list of its sections, and those whose tables do not fill one struct each.
//! A section that does has its keys in the file that is named after its struct's header.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/key_table.hpp"

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

template <>
const KeyTable<Scenario>& table_of<Scenario>();  // sections.cpp: the file as a whole

[[nodiscard]] const TableInfo& site_info();  // people.cpp
void read_sites(Scenario& out, const Node::Entry* entry, const KeyInfo& key, DocumentReader& reader);
[[nodiscard]] const TableInfo& plan_info();  // plan.cpp: every key of every kind of activity
void read_plan(Scenario& out, const Node::Entry* entry, const KeyInfo& key, DocumentReader& reader);

}  // namespace golive::scenario
