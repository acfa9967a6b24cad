//! Money by category and clinicians' hours by cause: whatever is spent is spent here, once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/account.hpp"
#include "model/world.hpp"

#include <array>
#include <optional>

#include <golive/base/quantity.hpp>

namespace golive::model {

class Ledger {
 public:
    using World = WorldFor<Ledger>;
    explicit Ledger(World world) : hours_of_(world.scenario.units.size()) {}

    void spend(Cost category, Money amount) { spent_[static_cast<std::size_t>(category)] += amount; }
    /// Takes working time from clinicians, of one unit where it is known whose; what it costs
    /// is spent separately.
    void take_hours(HoursFor cause, Duration time, UnitId unit = {}) {
        hours_[static_cast<std::size_t>(cause)] += time;
        if (unit) hours_of_[unit] += time;
    }
    /// Everything has been live long enough: what has been spent by now is what it cost to get there.
    void close_rollout() { to_live_ = total(); }
    /// Taken from a unit so far, for whatever cause.
    [[nodiscard]] Duration hours_of(UnitId unit) const { return hours_of_[unit]; }
    [[nodiscard]] Money spent(Cost category) const { return spent_[static_cast<std::size_t>(category)]; }
    /// Of the rollout: turnover and mandates cost what they cost without one, and are kept apart.
    [[nodiscard]] Money total() const;

    static void declare(Figures<Ledger>& figures);

 private:
    std::array<Money, cost_names.size()> spent_{};
    std::array<Duration, hours_names.size()> hours_{};
    IdVector<UnitId, Duration> hours_of_;
    std::optional<Money> to_live_;
};

}  // namespace golive::model
