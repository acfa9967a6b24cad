//! The kinds of activities in [plan]: what each takes and what it becomes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/document_reader.hpp"

#include <functional>
#include <string_view>
#include <vector>

#include <golive/scenario/plan.hpp>

namespace golive::scenario {

struct StepKind {
    std::string_view name;  ///< "go_live"
    Scope scope;            ///< where the file gives none
    const TableInfo* info;  ///< its own keys
    std::function<void(Step& out, const Node& activity, DocumentReader&)> read;
};

/// In the order of a rollout.
[[nodiscard]] const std::vector<StepKind>& step_kinds();
[[nodiscard]] const StepKind* find_step_kind(std::string_view name);

}  // namespace golive::scenario
