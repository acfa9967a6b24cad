//! M3, the budget: an envelope with a part kept for redesign; what cannot be paid is cut or granted again.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/account.hpp"
#include "model/world.hpp"

#include <array>

namespace golive::model {

class Ledger;

/// What was given and granted, what of it is kept for redesign, and what has been spent and set aside.
struct BudgetAccount {
    Money total;
    Money kept;            ///< of the total, for redesign
    Money spent;           ///< on everything
    Money redesign_spent;  ///< of it, on redesign, classes and their backfill
    std::array<Money, 2> committed;
};
/// What may still be committed. Money kept for redesign is for nothing else; what redesign and classes spend
/// beyond it is the general envelope's.
[[nodiscard]] Money left_in(Envelope envelope, const BudgetAccount& account);
/// How many of `wanted` pieces at `price` there is money for; all where they cost nothing.
[[nodiscard]] int affordable_pieces(int wanted, Money price, Money left);

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
    std::array<Money, 2> committed_{};
    Money granted_;
    int grants_ = 0;
    bool asking_ = false;
    int cut_ = 0;
};

}  // namespace golive::model
