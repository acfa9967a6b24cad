//! [intake]: projects that departments start by themselves.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <golive/scenario/ids.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct Intake {
    Uncertain<Rate> projects;  ///< per site
    Uncertain<Duration> effort;
    std::vector<TeamId> teams;  ///< one of them, by lot
    Share new_system;           ///< chance that one leaves another system on its site
    Share strategy_load;  ///< of teams' focused time that goes into strategy unless somebody else sees to it
};

}  // namespace golive::scenario
