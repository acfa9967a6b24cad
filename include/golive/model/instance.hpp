//! The plan of a scenario, written out: its activities, each in the places where it happens.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <golive/base/id.hpp>
#include <golive/base/quantity.hpp>
#include <golive/random/stream.hpp>
#include <golive/scenario/ids.hpp>

namespace golive::model {

/// One activity of the plan in one member of its scope.
struct Instance {
    scenario::ActivityId activity;
    std::uint32_t member = 0;   ///< of the scope: a UnitId, WaveId or SiteId by value; 0 for the network
    scenario::WorkflowId part;  ///< of a build
    std::vector<Id<Instance>> after;
    std::vector<Id<Instance>> followers;
    std::vector<scenario::UnitId> units;  ///< that it concerns
    std::optional<Time> earliest;
    std::optional<Time> target;  ///< of its wave
    random::EntityKey key;
    std::string name;  ///< "train/wave 1"
};
using InstanceId = Id<Instance>;

}  // namespace golive::model
