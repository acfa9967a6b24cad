//! M3, the budget: an envelope with a part kept for redesign; what cannot be paid is cut or granted again.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

namespace golive::model {

class World;

enum class Envelope { general, redesign };

/// Redesign is paid from what is kept for it; training, too, and from the rest where that runs out. Steps
/// commit what they will cost when they begin; what runs on by itself (licences, support, upkeep) is paid in
/// any case and may overrun.
class RolloutBudget {
 public:
    explicit RolloutBudget(World& world);

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

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;
    void finish(Recorder& record) const;

 private:
    struct Commitment {
        Money amount;
        Envelope envelope = Envelope::general;
    };
    [[nodiscard]] Money left(Envelope envelope) const;
    [[nodiscard]] Money total() const;

    World& world_;
    IdVector<InstanceId, Commitment> commitments_;
    Money committed_[2];
    Money granted_;
    int grants_ = 0;
    bool asking_ = false;
    int cut_ = 0;
};

}  // namespace golive::model
