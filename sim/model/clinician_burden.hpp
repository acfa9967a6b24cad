//! M17 and M20, burden: minutes per clinician and shift that the technologies and the rollout take
//! or give back.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ratio.hpp"
#include "model/world.hpp"

#include <array>
#include <vector>

#include <golive/base/enum_names.hpp>

namespace golive::model {

class Ledger;
class Mandates;
class Staffing;
class SystemLandscape;
class TechnologyUse;
class WorkflowIssues;

/// Beyond what there was at the start; negative minutes are time given back. `covering` is what is missing
/// when work exceeds the people who are there.
enum class Minutes { use, friction, switching, double_documentation, mandates, rollout, covering };
inline constexpr EnumNames<Minutes, 7> minutes_names{{{Minutes::use, "use"},
                                                      {Minutes::friction, "friction"},
                                                      {Minutes::switching, "switching"},
                                                      {Minutes::double_documentation, "double_documentation"},
                                                      {Minutes::mandates, "mandates"},
                                                      {Minutes::rollout, "rollout"},
                                                      {Minutes::covering, "covering"}}};

using MinutesByCause = std::array<double, minutes_names.size()>;

/// Those that documentation takes on top: all but `rollout` and `covering`.
[[nodiscard]] double documentation_of(const MinutesByCause& minutes);
/// Documentation after the shift: that of the start and, of what comes on top, the share `overflow`; not
/// below 0.
[[nodiscard]] double after_hours_of(double at_start, double documentation, double overflow);
/// Minutes missing on shift: documentation on top that is not done after it, and what the rollout takes.
[[nodiscard]] constexpr double lost_on_shift_of(double documentation, double after_hours,
                                                double after_hours_at_start, double rollout) {
    return documentation - (after_hours - after_hours_at_start) + rollout;
}
/// Minutes a shift for work beyond the people who are there: (W - 1) times its length.
[[nodiscard]] constexpr double covering_minutes(double workload, double shift_minutes) {
    return (workload - 1.0) * shift_minutes;
}
/// What one use of a technology takes: -saves + unskilled (1 - S) + misfit (1 - F).
struct MinutesPerUse {
    double saves = 0, unskilled = 0, misfit = 0;
};
/// Of `uses` with a unit's fit F; `unskilled_uses` are uses, each times what was missing to full skill.
[[nodiscard]] constexpr double minutes_of_uses(const MinutesPerUse& each, double uses, double unskilled_uses,
                                               double fit) {
    return -each.saves * uses + each.unskilled * unskilled_uses + each.misfit * (1.0 - fit) * uses;
}
/// Care that gets done over that of the start: 1 less the share of the shift that is missing, not below 0.
[[nodiscard]] double throughput_of(double missing_minutes, double shift_minutes);

/// Reckoned every week for the week before. Documentation is all but `rollout` (classes, meetings, calls,
/// redesign) and `covering`; the roles' overflow of what comes on top is done after the shift.
class ClinicianBurden {
 public:
    using World = WorldFor<ClinicianBurden, const Ledger, const Staffing, const TechnologyUse, const Mandates,
                           const WorkflowIssues, const SystemLandscape>;
    explicit ClinicianBurden(World world);
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

    static void declare(Figures<ClinicianBurden>& figures);
    void reckon_week();

 private:
    struct Norm {  ///< of a unit's mix of roles, per shift
        double shifts_per_week = 0;
        double shift_minutes = 0;
        double documentation = 0;
        double after_hours = 0;
        double overflow = 0;
    };
    struct Week {
        MinutesByCause minutes{};
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

    World world_;
    IdVector<UnitId, Norm> norms_;
    IdVector<UnitId, Week> weeks_;
    IdVector<UnitId, Duration> taken_;    // hours of the ledger already counted
    std::vector<Counted> counted_;        // [technology][unit]
    std::vector<MinutesPerUse> per_use_;  // by technology
    double friction_minutes_ = 0;
    Ratio documentation_end_;
    Ratio after_hours_end_;
    double lowest_throughput_ = 1;
};

}  // namespace golive::model
