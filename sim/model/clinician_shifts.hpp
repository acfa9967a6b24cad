//! M14's shifts: clinicians meet opportunities, use the technology or not, and change by it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/blame.hpp"
#include "model/elbow_support.hpp"
#include "model/ratio.hpp"
#include "model/superuser_network.hpp"
#include "model/technology_use.hpp"
#include "model/world.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace golive::model {

class BurnoutDynamics;
class DeviceLogistics;
class GivingUp;
class HelpDesk;
class Staffing;
class WorkflowIssues;

/// The equations are in use_equations.hpp. One event serves a unit's whole shift; one address of random words
/// serves a clinician's.
class ClinicianShifts {
 public:
    static constexpr std::string_view name = "shifts";
    using World =
        WorldFor<ClinicianShifts, const Staffing, TechnologyUse, const WorkflowIssues, SuperuserNetwork,
                 const DeviceLogistics, const BurnoutDynamics, ElbowSupport, HelpDesk, GivingUp>;
    explicit ClinicianShifts(World world);
    void on(const UnitLive& signal);
    void day_shift(UnitId unit);
    void night_shift(UnitId unit);
    using Events =
        EventsOf<Event<&ClinicianShifts::day_shift, "day">, Event<&ClinicianShifts::night_shift, "night">>;

    /// Occasions taken in the unit in the last week sampled, of all for which there is a technology.
    [[nodiscard]] const Ratio& last_week(UnitId unit) const { return last_week_[unit.index()]; }

    static void declare(Figures<ClinicianShifts>& figures);
    void reckon_week();
    void begin_week();

 private:
    struct WeekCount {
        std::uint32_t uses = 0;
        std::uint32_t offered = 0;
    };
    /// Those who can help on a shift.
    struct Helpers {
        SuperusersOnShift superusers;
        ElbowsOnShift elbows;
    };
    /// What is the same for everyone on a shift, and what the shift adds up.
    struct ShiftContext {
        TechnologyId technology;
        UnitId unit;
        std::int64_t day = 0;
        ShiftKind kind = ShiftKind::day;
        std::uint64_t name = 0;  // of the technology, for the streams
        double log_odds = 0;     // of use: everything but skill and attitude
        double fit = 0;
        double device_chance = 1;  // that whoever needs a device gets one
        double peer_attitude = 0;
        double translation = 0;
        double revival = 0;
        double cynicism = 0;
        int on_duty = 0;
        double attitude_sum = 0;
        std::uint32_t uses = 0;
        std::uint32_t offered = 0;
        int holders = 0;  // who used it with a device
        double unskilled = 0;
        int frictions = 0;
    };
    /// A clinician's uses in a shift, and the luck of what happens in them.
    struct Uses {
        int count;
        double friction_luck;
        double problem_luck;
    };

    [[nodiscard]] std::size_t week_at(TechnologyId technology, UnitId unit, RoleId role) const {
        return (technology.index() * world_.scenario.units.size() + unit.index()) *
                   world_.scenario.roles.size() +
               role.index();
    }
    void shift(UnitId unit, ShiftKind kind);
    void shift_with(TechnologyId technology, UnitId unit, ShiftKind kind, Helpers& helpers);
    [[nodiscard]] ShiftContext context(TechnologyId technology, UnitId unit, ShiftKind kind) const;
    void count_on_duty(ShiftContext& shift, std::span<const PostId> on_duty) const;
    void clinician_shift(ShiftContext& shift, PostId post, Helpers& helpers);
    void experience(ShiftContext& shift, PostId post, const Uses& use, random::Engine& engine,
                    Helpers& helpers);
    [[nodiscard]] bool is_helped(const ShiftContext& shift, PostId post, random::Engine& engine,
                                 Helpers& helpers);
    void settle_stage(const ShiftContext& shift, PostId post, double share);
    [[nodiscard]] Situation situation(const ShiftContext& shift, PostId post) const;
    [[nodiscard]] bool needs_device(TechnologyId technology, RoleId role) const {
        return needs_device_[technology.index()][role.index()] != 0;
    }
    [[nodiscard]] double device_chance_for(TechnologyId technology, UnitId unit, int holders) const;
    void close_shift(const ShiftContext& shift);
    void count_after_go_live(const UnitUse& use, const ShiftContext& shift);
    [[nodiscard]] Ratio week_of(TechnologyId technology, UnitId unit, RoleId role) const;
    [[nodiscard]] Ratio week_of(TechnologyId technology, UnitId unit) const;

    World world_;
    AdoptionNumbers numbers_;
    double memory_;
    double needs_help_;
    std::vector<bool> any_live_;                           // by unit: its shifts are simulated
    std::vector<std::vector<std::uint8_t>> needs_device_;  // [technology][role]
    std::vector<WeekCount> week_;                          // [technology][unit][role]
    std::vector<Ratio> last_week_;                         // by unit
    Ratio after_half_year_;  // opportunities in the window after each unit's go-live
    Ratio after_year_;
    Ratio whole_;  // opportunities from the start on
    double last_week_adoption_ = 0;
};

}  // namespace golive::model
