//! Money by category and clinicians' hours by cause: whatever is spent is spent here, once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

#include <array>
#include <optional>
#include <string_view>

#include <golive/base/quantity.hpp>

namespace golive::model {

class World;

enum class Cost {
    devices,
    licences,
    it_labour,
    training,
    backfill,
    meetings,
    redesign,
    support,
    management,  ///< a digital officer, product managers
    mandates,    ///< what authorities impose: it costs what it costs without a rollout, too
    turnover     ///< so does this
};
inline constexpr std::array<std::string_view, 11> cost_names{
    "devices",  "licences", "it_labour",  "training", "backfill", "meetings",
    "redesign", "support",  "management", "mandates", "turnover"};

enum class HoursFor { training, meetings, redesign, help_desk, helping_peers, embedding, control };
inline constexpr std::array<std::string_view, 7> hours_names{
    "training", "meetings", "redesign", "help_desk", "helping_peers", "embedding", "control"};

class Ledger {
 public:
    explicit Ledger(World& world);
    void on(const DayBegins& signal);
    void spend(Cost category, Money amount) { spent_[static_cast<std::size_t>(category)] += amount; }
    /// Takes working time from clinicians, of one unit where it is known whose; what it costs is spent
    /// separately.
    void take_hours(HoursFor cause, Duration time, UnitId unit = {}) {
        hours_[static_cast<std::size_t>(cause)] += time;
        if (unit) hours_of_[unit] += time;
    }
    /// Taken from a unit so far, for whatever cause.
    [[nodiscard]] Duration hours_of(UnitId unit) const { return hours_of_[unit]; }
    [[nodiscard]] Money spent(Cost category) const { return spent_[static_cast<std::size_t>(category)]; }
    /// Of the rollout: turnover and mandates cost what they cost without one, and are kept apart.
    [[nodiscard]] Money total() const;

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;
    void finish(Recorder& record) const;

 private:
    World& world_;
    std::array<Money, cost_names.size()> spent_{};
    std::array<Duration, hours_names.size()> hours_{};
    IdVector<UnitId, Duration> hours_of_;
    int weeks_live_ = 0;  // everything
    std::optional<Money> to_live_;
};

}  // namespace golive::model
