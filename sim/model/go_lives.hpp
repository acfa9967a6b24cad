//! Go-lives, and the end of the old ways: the steps from which a technology is what a unit works with.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

namespace golive::model {

class DigitalOffice;
class PlanExecution;
class TeamWork;
class TechnologyUse;

/// Whoever was told of a go-live gets ready; whoever was not is taken by surprise.
class GoLives {
 public:
    using World = WorldFor<GoLives, TeamWork, PlanExecution, TechnologyUse, const DigitalOffice>;
    explicit GoLives(World world);
    void begin(const GoLive& step, InstanceId instance);
    void begin(const Retire& step, InstanceId instance);
    void work_done(const Retire& step, InstanceId instance);

    static void declare(Figures<GoLives>& figures);

 private:
    void take_live(TechnologyId technology, UnitId unit);

    World world_;
    double surprise_;
    IdVector<UnitId, int> planned_;
    IdVector<UnitId, int> done_;
};

}  // namespace golive::model
