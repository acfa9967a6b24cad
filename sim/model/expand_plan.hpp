//! The lines of [plan] become instances, one per member of their scope, joined by who waits for whom.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/layout.hpp"

namespace golive::model {

/// An instance waits for every instance of its predecessors that concerns one of its units: the same wave's,
/// the units' of its wave, the wave's of its unit, the network's. Predecessors come before their followers
/// in the table.
[[nodiscard]] IdVector<InstanceId, Instance> expand_plan(const Scenario& scenario,
                                                         const IdVector<UnitId, WaveId>& wave_of);

[[nodiscard]] std::string_view kind_name(const Step& step);

}  // namespace golive::model
