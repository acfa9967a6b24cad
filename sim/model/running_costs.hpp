//! What a rollout costs by going on: licences of what is live, and a project's own people until all of it is.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

namespace golive::model {

class Ledger;
class PlanExecution;
class TechnologyUse;

class RunningCosts {
 public:
    using World = WorldFor<RunningCosts, Ledger, const PlanExecution, const TechnologyUse>;
    explicit RunningCosts(World world) : world_{world} {}
    void on(const DayBegins& signal);

 private:
    void pay_licences();

    World world_;
    int weeks_live_ = 0;  // everything
};

}  // namespace golive::model
