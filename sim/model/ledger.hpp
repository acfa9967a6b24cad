//! Money by category and clinicians' hours by cause: whatever is spent is spent here, once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

#include <array>
#include <string_view>

#include <golive/base/quantity.hpp>

namespace golive::model {

class World;

enum class Cost { devices, licences, it_labour, training, backfill, meetings, redesign, support, turnover };
inline constexpr std::array<std::string_view, 9> cost_names{"devices",  "licences", "it_labour",
                                                            "training", "backfill", "meetings",
                                                            "redesign", "support",  "turnover"};

enum class HoursFor { training, meetings, redesign, help_desk, helping_peers };
inline constexpr std::array<std::string_view, 5> hours_names{"training", "meetings", "redesign", "help_desk",
                                                             "helping_peers"};

class Ledger {
 public:
    explicit Ledger(World& world) : world_{world} {}
    void on(const DayBegins& signal);
    void spend(Cost category, Money amount) { spent_[static_cast<std::size_t>(category)] += amount; }
    /// Takes working time from clinicians; what it costs is spent separately.
    void take_hours(HoursFor cause, Duration time) { hours_[static_cast<std::size_t>(cause)] += time; }
    [[nodiscard]] Money spent(Cost category) const { return spent_[static_cast<std::size_t>(category)]; }
    /// Of the rollout: turnover costs what it costs without one, and is kept apart.
    [[nodiscard]] Money total() const;

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;
    void finish(Recorder& record) const;

 private:
    World& world_;
    std::array<Money, cost_names.size()> spent_{};
    std::array<Duration, hours_names.size()> hours_{};
};

}  // namespace golive::model
