//! When a step may begin: its earliest date, freezes, the roadmap, money and gates.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <optional>
#include <vector>

namespace golive::model {

class DeviceLogistics;
class DigitalOffice;
class Integrations;
class PlanExecution;
class RolloutBudget;
class TechnologyUse;

/// A go-live is a morning's work; everything else starts the moment it may. What is held is looked
/// at every morning.
class StartGates {
 public:
    static constexpr std::string_view name = "gates";
    using World = WorldFor<StartGates, RolloutBudget, PlanExecution, const TechnologyUse, const DigitalOffice,
                           const Integrations, const DeviceLogistics>;
    explicit StartGates(World world) : world_{world} {}
    void start();
    void on(const StepReady& signal);
    void on(const DayBegins& signal);
    void earliest_date(InstanceId instance);
    using Events = EventsOf<Event<&StartGates::earliest_date, "earliest_date">>;

 private:
    bool still_held(InstanceId instance);
    /// What holds the step, if anything does: of several the first in the order of looking.
    [[nodiscard]] std::optional<Cause> hold_on(InstanceId instance);
    /// What of the state that the step needs is not there yet.
    [[nodiscard]] std::optional<Cause> shut_gate(InstanceId instance) const;
    [[nodiscard]] bool passes_at_deadline(InstanceId instance) const;
    [[nodiscard]] bool frozen() const;
    [[nodiscard]] bool short_of_money(InstanceId instance);

    World world_;
    std::vector<InstanceId> held_;  // ready, looked at every morning
};

}  // namespace golive::model
