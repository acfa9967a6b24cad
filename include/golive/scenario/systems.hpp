//! [systems]: fragmentation, in minutes and hours.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/ids.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct Systems {
    double per_unit;                ///< systems that a unit's people work with
    int network;                    ///< different systems of the network
    Uncertain<Duration> switching;  ///< per system and shift
    /// Per shift, while the old way is kept beside a new one in full use.
    Uncertain<Duration> double_documentation;
    TeamId team;                 ///< that keeps them running
    Uncertain<Duration> upkeep;  ///< per system and week
};

}  // namespace golive::scenario
