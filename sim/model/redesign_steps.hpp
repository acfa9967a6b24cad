//! M5 and M6, the steps that look at work and change it: discovery, co-design, huddles, optimisation.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

namespace golive::model {

class Ledger;
class PlanExecution;
class RolloutBudget;
class Staffing;
class TechnologyUse;
class WorkflowIssues;

/// h hours of a step in a unit find its latent issues with the chance 1 - exp(-h / tau) each and do away
/// with known ones at `fix_hours` apiece, the worst first. Where the budget for redesign is short, fewer
/// hours are worked.
class RedesignSteps {
 public:
    static constexpr std::string_view name = "redesign";
    using World = WorldFor<RedesignSteps, Ledger, RolloutBudget, PlanExecution, const Staffing, TechnologyUse,
                           WorkflowIssues>;
    explicit RedesignSteps(World world);
    void begin(const Redesign& step, InstanceId instance);
    void work_done(const Redesign& step, InstanceId instance);
    /// Clinicians alone are done.
    void calendar_time(InstanceId instance);
    /// Ends a step with what was learnt by now.
    void time_box(InstanceId instance);
    using Events = EventsOf<Event<&RedesignSteps::calendar_time, "calendar_time">,
                            Event<&RedesignSteps::time_box, "time_box">>;

 private:
    void complete(InstanceId instance, Duration effort_done);
    void learn(InstanceId instance, double hours);
    [[nodiscard]] Money price(InstanceId instance, Duration effort) const;

    World world_;
    IdVector<InstanceId, Duration> granted_;  // hours that the budget allowed
};

}  // namespace golive::model
