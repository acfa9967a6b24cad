//! The plan of a scenario as a graph, for Graphviz: golive describe --format dot | dot -Tsvg
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <golive/scenario/load.hpp>

namespace golive::app {

/// Precondition: the scenario was loaded without an error.
[[nodiscard]] std::string plan_graph(const scenario::Loaded& loaded);

}  // namespace golive::app
