//! What teams are offered and what they can do, on average and by hand: for warnings, never
//! for the simulation.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

/// Hours of focused work (of answering, for a desk) a week; consultants count for the part of the horizon
/// that they are there, and strategy takes its share.
[[nodiscard]] double weekly_capacity(const Scenario& scenario, TeamId team);
/// Hours a week of background work, maintenance, upkeep of other systems and projects that departments start.
[[nodiscard]] double weekly_background(const Scenario& scenario, TeamId team);
/// Hours of calls about everything else a week; 0 for a team without a desk.
[[nodiscard]] double weekly_calls(const Scenario& scenario, TeamId team);
/// Hours that mandates ask for until the horizon.
[[nodiscard]] double imposed_work(const Scenario& scenario, TeamId team);
/// Hours that the plan asks for in all.
[[nodiscard]] double plan_work(const Scenario& scenario, TeamId team);

}  // namespace golive::scenario
