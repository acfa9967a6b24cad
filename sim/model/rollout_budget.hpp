//! M3, the budget: an envelope with a part kept for redesign; what cannot be paid is cut or granted again.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/account.hpp"
#include "model/world.hpp"

namespace golive::model {

class Ledger;

/// Steps commit what they will cost when they begin; what runs on by itself (licences, support, upkeep) is
/// paid in any case and may overrun. Without a budget everything is granted.
class RolloutBudget {
 public:
    using World = WorldFor<RolloutBudget, const Ledger>;
    explicit RolloutBudget(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.budget.has_value(); }

    /// Sets the money for a step aside; returns the share of it that there is, 1 without a budget.
    double commit(InstanceId instance, Envelope envelope, Money cost);
    /// Part of it has been spent: that much is no longer set aside.
    void draw(InstanceId instance, Money spent);
    /// The step is over: what it cost has been spent.
    void release(InstanceId instance);
    /// How many of `wanted` pieces the general envelope can pay; all of them without a budget.
    [[nodiscard]] int affordable(int wanted, Money price) const;
    /// Whether a step that would cost so much from the general envelope has to wait until more is granted;
    /// asks for it.
    bool waits(InstanceId instance, Money cost);
    /// A body has granted more, on behalf of this step.
    void granted(InstanceId instance);

    static void declare(Figures<RolloutBudget>& figures);

 private:
    struct Commitment {
        Money amount;
        Envelope envelope = Envelope::general;
    };
    [[nodiscard]] Money left(Envelope envelope) const;
    [[nodiscard]] Money total() const;

    World world_;
    IdVector<InstanceId, Commitment> commitments_;
    Money committed_[2];
    Money granted_;
    int grants_ = 0;
    bool asking_ = false;
    int cut_ = 0;
};

}  // namespace golive::model
