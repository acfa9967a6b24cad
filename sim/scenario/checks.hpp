//! What no single key can know: how the parts of a scenario fit together.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/diagnostics.hpp"
#include "scenario/node.hpp"

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

/// Fills what was left out and follows from the rest: the only wave, a course's roles, a build's purposes.
void settle(Scenario& scenario);

/// Errors between sections: sizes, units in two waves, gates and parts that cannot be. Some ids may be unset.
void check(const Scenario& scenario, const Node& document, Diagnostics& diagnostics);

/// Warnings on a scenario without errors: what will run and hardly be meant.
void lint(const Scenario& scenario, const Node& document, Diagnostics& diagnostics);

/// The place of a key such as {"team", "help-desk", "staff"}, or of the nearest table above it.
[[nodiscard]] Place place_of(const Node& document, std::initializer_list<std::string_view> path);

}  // namespace golive::scenario
