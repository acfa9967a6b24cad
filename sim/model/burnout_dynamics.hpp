//! M17, burnout: it follows burden slowly, drives people out, and takes the heart out of those who stay.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ratio.hpp"
#include "model/world.hpp"

namespace golive::model {

class ClinicianBurden;
class Staffing;

/// Share of people who are burned out where `hours` of burden a shift come on top of those of the start:
/// logit B* = logit(reference) + per_hour * hours.
[[nodiscard]] double burned_out_at(double reference, double per_hour, double hours);
/// Share of the way that is gone in a week: 1 - exp(-1 / lag).
[[nodiscard]] double weekly_approach(double lag_weeks);
/// Resignation hazard over that at the reference: 1 + exits (B / reference - 1), not below 0.
[[nodiscard]] double hazard_factor_of(double exits, double burned_out, double reference);
/// What attitudes lose in a shift: weight (B - reference); they gain below the reference.
[[nodiscard]] constexpr double cynicism_of(double weight, double burned_out, double reference) {
    return weight * (burned_out - reference);
}

/// Every week the share B of a unit's people who are burned out goes part of the way to B*.
class BurnoutDynamics {
 public:
    using World = WorldFor<BurnoutDynamics, Staffing, const ClinicianBurden>;
    explicit BurnoutDynamics(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.burnout.has_value(); }
    void on(const WeekBegins& signal);

    /// Taken from attitudes per shift, beyond what the reference takes.
    [[nodiscard]] double cynicism(UnitId unit) const {
        return cynicism_of(numbers_.cynicism, burned_out_[unit], numbers_.reference.value());
    }

    static void declare(Figures<BurnoutDynamics>& figures);

 private:
    [[nodiscard]] Ratio people(UnitId unit) const;

    World world_;
    Numbers<Burnout> numbers_;
    double step_;
    IdVector<UnitId, double> burned_out_;
};

}  // namespace golive::model
