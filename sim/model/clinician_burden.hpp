//! M17 and M20, burden: minutes per clinician and shift that the technologies and the rollout take or give
//! back.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace golive::model {

class World;

/// Beyond what there was at the start; negative minutes are time given back. `covering` is what is missing
/// when work exceeds the people who are there.
enum class Minutes { use, friction, switching, double_documentation, mandates, rollout, covering };
inline constexpr std::array<std::string_view, 7> minutes_names{
    "use", "friction", "switching", "double_documentation", "mandates", "rollout", "covering"};

/// Reckoned every week for the week before. Documentation is all but `rollout` (classes, meetings, calls,
/// redesign) and `covering`; the roles' overflow of what comes on top is done after the shift.
class ClinicianBurden {
 public:
    explicit ClinicianBurden(World& world);
    void on(const WeekBegins& signal);

    /// Minutes per shift in the last week, all causes.
    [[nodiscard]] double excess(UnitId unit) const;
    /// Those that documentation takes on top.
    [[nodiscard]] double documentation(UnitId unit) const;
    /// Those that are missing on shift: documentation that is not done after it, and what the rollout takes.
    [[nodiscard]] double lost_on_shift(UnitId unit) const;
    [[nodiscard]] double after_hours(UnitId unit) const;
    /// Care that gets done over that of the start: 1 less the share of the shift that is missing.
    [[nodiscard]] double throughput(UnitId unit) const;
    /// Clinicians' shifts of the last week, and their mean length.
    [[nodiscard]] double shifts(UnitId unit) const { return weeks_[unit].shifts; }
    [[nodiscard]] double shift_minutes(UnitId unit) const { return norms_[unit].shift_minutes; }
    /// Of the mean shift at the start, what documentation on it left.
    [[nodiscard]] double bedside_at_start(UnitId unit) const {
        return norms_[unit].shift_minutes - (norms_[unit].documentation - norms_[unit].after_hours);
    }

    static void declare(Declarations& declare);
    void sample(Recorder& record);
    void finish(Recorder& record) const;

 private:
    struct Norm {  ///< of a unit's mix of roles, per shift
        double shifts_per_week = 0;
        double shift_minutes = 0;
        double documentation = 0;
        double after_hours = 0;
        double overflow = 0;
    };
    struct Week {
        std::array<double, minutes_names.size()> minutes{};
        double shifts = 0;
    };
    struct Counted {
        double uses = 0, unskilled = 0, frictions = 0;
    };
    void set_norm(UnitId unit);
    void reckon(UnitId unit);
    [[nodiscard]] double use_minutes(TechnologyId technology, UnitId unit, double& friction);
    [[nodiscard]] static double& of(Week& week, Minutes cause) {
        return week.minutes[static_cast<std::size_t>(cause)];
    }
    [[nodiscard]] double of(UnitId unit, Minutes cause) const {
        return weeks_[unit].minutes[static_cast<std::size_t>(cause)];
    }

    World& world_;
    IdVector<UnitId, Norm> norms_;
    IdVector<UnitId, Week> weeks_;
    IdVector<UnitId, Duration> taken_;  // hours of the ledger already counted
    std::vector<Counted> counted_;      // [technology][unit]
    struct Minute {
        double saves, unskilled, misfit;
    };
    std::vector<Minute> per_use_;  // by technology
    double friction_minutes_ = 0;
    Part documentation_end_;
    Part after_hours_end_;
    double lowest_throughput_ = 1;
};

}  // namespace golive::model
