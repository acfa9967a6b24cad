//! What teams are offered and what they can do, on average and by hand: for warnings, never for the
//! simulation.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

/// Hours of focused work (of answering, for a desk) a week.
[[nodiscard]] double weekly_capacity(const Scenario& scenario, const Team& team);
/// Hours of background work and maintenance a week.
[[nodiscard]] double weekly_background(const Scenario& scenario, TeamId team);
/// Hours of calls about everything else a week; 0 for a team without a desk.
[[nodiscard]] double weekly_calls(const Scenario& scenario, TeamId team);
/// Hours that the plan asks for in all.
[[nodiscard]] double plan_work(const Scenario& scenario, TeamId team);

}  // namespace golive::scenario
