//! M13's hypercare: people at the elbow of those who have just gone live.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <span>
#include <vector>

namespace golive::model {

class Ledger;
class PlanExecution;
class RolloutBudget;

/// The time that those at the elbow can still give on a unit's shift.
struct ElbowsOnShift {
    double minutes_left = 0;
};

/// From the beginning of a hypercare step until its end its units have people at the elbow, as many as
/// the budget allows.
class ElbowSupport {
 public:
    using World = WorldFor<ElbowSupport, Ledger, RolloutBudget, PlanExecution>;
    explicit ElbowSupport(World world);
    void begin(const Hypercare& step, InstanceId instance);
    void on(const DayBegins& signal);

    /// Whether any unit is in hypercare.
    [[nodiscard]] bool any() const { return !hypercare_.empty(); }
    /// Those who come to the unit's shift; they are paid for it.
    ElbowsOnShift on_shift(UnitId unit, std::span<const PostId> on_duty);
    /// Whether somebody has time for one more problem; takes the time.
    bool solve(ElbowsOnShift& shift) const;

 private:
    void staff(InstanceId instance);
    [[nodiscard]] Money price(InstanceId instance) const;

    World world_;
    double problem_minutes_;
    std::vector<InstanceId> hypercare_;
    IdVector<InstanceId, double> granted_;  // share that the budget allowed
    IdVector<UnitId, double> ratio_;        // clinicians per person at the elbow; 0: nobody there
    IdVector<UnitId, InstanceId> paid_by_;  // step
};

}  // namespace golive::model
