//! Which activity comes after which.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/document_reader.hpp"

#include <golive/scenario/plan.hpp>

namespace golive::scenario {

/// Reads `after`: names of activities, or of one purpose of a build.
void read_predecessors(Activity& out, const Node::Entry* entry, const KeyInfo& key, DocumentReader& reader);

/// The activities with predecessors first, else as the file has them; their ids follow. Reports a cycle,
/// spelled out. Until then an ActivityId is a position in the file; without a plan node (some line was not
/// read) nothing is sorted.
[[nodiscard]] IdVector<ActivityId, Activity> in_order(std::vector<Activity> activities, const Node* plan,
                                                      DocumentReader& reader);

}  // namespace golive::scenario
