//! M7, procurement and devices: orders, batches, the storeroom, staging, failure, repair, loss, and
//! idleness by reason.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ratio.hpp"
#include "model/world.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include <golive/base/enum_names.hpp>

namespace golive::model {

class Ledger;
class PlanExecution;
class RolloutBudget;
class TeamWork;
class TechnologyUse;
class WorkflowIssues;

enum class DeviceState : std::uint8_t { on_order, storeroom, staging, deployed, repair, lost };
inline constexpr EnumNames<DeviceState, 6> device_state_names{{{DeviceState::on_order, "on_order"},
                                                               {DeviceState::storeroom, "storeroom"},
                                                               {DeviceState::staging, "staging"},
                                                               {DeviceState::deployed, "deployed"},
                                                               {DeviceState::repair, "repair"},
                                                               {DeviceState::lost, "lost"}}};

/// Why a device that was paid for did nothing on a day.
enum class Idle { storeroom, staging, repair, not_live, no_user };
inline constexpr EnumNames<Idle, 5> idle_names{{{Idle::storeroom, "storeroom"},
                                                {Idle::staging, "staging"},
                                                {Idle::repair, "repair"},
                                                {Idle::not_live, "not_live"},
                                                {Idle::no_user, "no_user"}}};

struct Device;

/// Devices to order: what units ask for with spares, rounded up.
[[nodiscard]] int order_size(double asked_for, double spares);
/// Of what a unit asks for, what it has: more than it asks for makes up for no other unit's lack.
[[nodiscard]] Ratio deployed_of_needed(int deployed, int needed);
/// Idle devices of a live unit: those beyond the users of the day's fullest shift.
[[nodiscard]] constexpr int without_user(int deployed, int users) { return std::max(0, deployed - users); }

/// A device is on order, then in the storeroom, then staged by a team, then deployed to a unit, where
/// it may fail (repaired, back to the storeroom) or be lost. A unit short of its number is served
/// from the storeroom.
class DeviceLogistics {
 public:
    static constexpr std::string_view name = "devices";
    using World = WorldFor<DeviceLogistics, Ledger, RolloutBudget, TeamWork, PlanExecution,
                           const TechnologyUse, const WorkflowIssues>;
    explicit DeviceLogistics(World world);
    [[nodiscard]] static bool present(const Scenario& scenario);
    void begin(const Procure& step, InstanceId instance);
    void begin(const Deploy& step, InstanceId instance);
    void on(const DayBegins& signal);
    void place_batch(std::uint32_t batch);
    void receive_batch(std::uint32_t batch);
    void broken(Id<Device> device);
    void repaired(Id<Device> device);
    using Events =
        EventsOf<Event<&DeviceLogistics::place_batch, "place_batch">,
                 Event<&DeviceLogistics::receive_batch, "receive_batch">,
                 Event<&DeviceLogistics::broken, "breaks">, Event<&DeviceLogistics::repaired, "repaired">>;
    void work_moved(std::uint32_t lot, WorkMove move);

    /// What an order will cost.
    [[nodiscard]] Money quote(InstanceId instance) const;

    /// Working devices in a unit now.
    [[nodiscard]] int working(TechnologyId technology, UnitId unit) const {
        return at(technology, unit).deployed;
    }
    [[nodiscard]] int needed(TechnologyId technology, UnitId unit) const {
        return at(technology, unit).needed;
    }
    /// Of the devices that the units ask for; 1 where they ask for none.
    [[nodiscard]] double deployed_share(TechnologyId technology, const std::vector<UnitId>& units) const;

    static void declare(Figures<DeviceLogistics>& figures);
    void reckon_week();
    void end();

 private:
    struct DeviceRecord {
        TechnologyId technology;
        UnitId unit;
        DeviceState state = DeviceState::on_order;
        bool lost_next = false;  // what ends the present stay
        std::uint32_t stay = 0;  // how often it was deployed: numbers the draws about a stay
        random::EntityKey key;
    };
    using DeviceId = Id<Device>;
    struct UnitPool {
        int needed = 0;
        int deployed = 0;
        int coming = 0;         // being staged for the unit
        bool equipped = false;  // a deploy step has filled it: from now on it is kept full
    };
    /// Devices that arrive together.
    struct Batch {
        InstanceId instance;
        int number;
        std::vector<DeviceId> devices;
    };
    /// Devices staged together: for a deploy step, or one replacement that the step's team sees to.
    struct Lot {
        InstanceId step;
        std::vector<DeviceId> devices;
        bool of_step;
    };
    struct Stock {
        std::deque<DeviceId> storeroom;
        std::vector<InstanceId> steps;  // deploy steps begun and not done, in the order in which they began
        std::array<int, device_state_names.size()> count{};
        InstanceId last_step;   // whose team replaces broken devices
        InstanceId last_order;  // by which what is missing is ordered again
        int due = 0;            // devices on their way
        int ordered = 0;        // so far, for the keys of further ones
        int reorders = 0;
    };
    struct OpenStep {
        int to_install = 0;  // what the units lacked when the step began, not yet installed
        int in_lots = 0;
        int in_hand = 0;
    };

    UnitPool& at(TechnologyId technology, UnitId unit) {
        return pools_[technology.index() * units_ + unit.index()];
    }
    [[nodiscard]] const UnitPool& at(TechnologyId technology, UnitId unit) const {
        return pools_[technology.index() * units_ + unit.index()];
    }
    [[nodiscard]] Ratio purposes_in_use() const;
    [[nodiscard]] int count(DeviceState state) const;
    [[nodiscard]] double of_bought(double devices) const;
    [[nodiscard]] double idle_days() const;
    [[nodiscard]] int to_order(InstanceId instance) const;
    [[nodiscard]] Money price(InstanceId instance) const;
    void add_batch(InstanceId instance, int number, int first, int last);
    void order_missing(TechnologyId technology);
    void serve(TechnologyId technology);
    [[nodiscard]] int wanted(TechnologyId technology, UnitId unit) const;
    bool stage_lot(InstanceId step);
    void replace_missing(TechnologyId technology);
    void stage(InstanceId step, std::vector<DeviceId> devices, WorkClass work_class);
    void install(DeviceId device);
    void schedule_breakage(DeviceId device);
    void set_state(DeviceId device, DeviceState state);
    void tell_step(InstanceId step);
    void settle_step(InstanceId step);

    World world_;
    std::size_t units_;
    std::vector<UnitPool> pools_;  // [technology][unit]
    IdVector<TechnologyId, Stock> stocks_;
    IdVector<DeviceId, DeviceRecord> devices_;
    std::vector<Batch> batches_;
    IdVector<InstanceId, int> batches_due_;
    IdVector<InstanceId, OpenStep> steps_;
    std::vector<Lot> lots_;
    std::array<double, idle_names.size()> idle_days_{};
    double device_days_ = 0;
    double storeroom_peak_ = 0;
};

}  // namespace golive::model
