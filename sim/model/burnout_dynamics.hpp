//! M17, burnout: it follows burden slowly, drives people out, and takes the heart out of those who stay.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

namespace golive::model {

class World;

/// Share of a unit's people who are burned out: B -> B + (B* - B)(1 - exp(-1 week / lag)) with
/// logit B* = logit(reference) + per_hour * hours of burden per shift beyond that of the start.
class BurnoutDynamics {
 public:
    explicit BurnoutDynamics(World& world);
    void on(const WeekBegins& signal);

    /// Resignation hazard over that at the reference: 1 + exits (B / reference - 1).
    [[nodiscard]] double hazard_factor(UnitId unit) const;
    /// Taken from attitudes per shift, beyond what the reference takes.
    [[nodiscard]] double cynicism(UnitId unit) const;

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;
    void finish(Recorder& record) const;

 private:
    World& world_;
    double reference_ = 0;
    double per_hour_ = 0;
    double step_ = 0;
    double exits_ = 0;
    double cynicism_ = 0;
    IdVector<UnitId, double> burned_out_;
};

}  // namespace golive::model
