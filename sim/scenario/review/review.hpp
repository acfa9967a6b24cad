//! What no single key can know: how the parts of a scenario fit together.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/document/diagnostics.hpp"
#include "scenario/document/node.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

using Path = std::vector<std::string_view>;  ///< of a key: {"team", "help-desk", "staff"}

/// A scenario as read, its file, and where to say what is wrong with it.
struct Review {
    const Scenario& scenario;
    const Node& document;
    Diagnostics& diagnostics;

    /// At the key, or at the nearest table above it.
    void error(const Path& path, std::string message, std::string hint = "") const;
    void warn(const Path& path, std::string message, std::string hint = "") const;
    /// Whether the file has the key, rather than its default.
    [[nodiscard]] bool says(const Path& path) const;
    /// Whether the main file has it, and not one that it extends: what a base says is meant for others, too.
    [[nodiscard]] bool says_here(const Path& path) const;
    /// Whether a step of this kind is in the plan, of the technology where one is given.
    template <class Kind>
    [[nodiscard]] bool plan_has(TechnologyId technology = {}) const {
        return std::any_of(scenario.plan.begin(), scenario.plan.end(), [&](const Activity& activity) {
            return std::holds_alternative<Kind>(activity.step) &&
                   (!technology || activity.technology == technology);
        });
    }
};

/// Errors between sections. Ids may be unset where the file has errors.
void check(const Review& review);
void check_hospital(const Review& review);    // sizes, units in two waves, an empty calendar
void check_management(const Review& review);  // bodies, help, teams, money, mandates
void check_plan(const Review& review);        // parts and targets that are not there, circles

/// Warnings on a scenario without errors: what will run and hardly be meant.
void lint(const Review& review);
void lint_hospital(const Review& review);    // people and teams with too much or nothing to do
void lint_management(const Review& review);  // settings that nothing listens to
void lint_plan(const Review& review);        // what never goes live, gates that stay shut

}  // namespace golive::scenario
