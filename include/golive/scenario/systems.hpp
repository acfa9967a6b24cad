//! [systems]: fragmentation, in minutes and hours.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/ids.hpp>
#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

template <template <class> class Number>
struct SystemsSection {
    double per_unit;             ///< systems that a unit's people work with
    int network;                 ///< different systems of the network
    Number<Duration> switching;  ///< per system and shift
    /// Per shift, while the old way is kept beside a new one in full use.
    Number<Duration> double_documentation;
    TeamId team;                 ///< that keeps them running
    Uncertain<Duration> upkeep;  ///< per system and week

    static auto members(auto& section) {
        auto& [per_unit, network, switching, double_documentation, team, upkeep] = section;
        return std::tie(per_unit, network, switching, double_documentation, team, upkeep);
    }
};
using Systems = SystemsSection<Uncertain>;

}  // namespace golive::scenario
