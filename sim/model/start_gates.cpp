#include "model/start_gates.hpp"

#include "model/device_logistics.hpp"
#include "model/digital_office.hpp"
#include "model/integrations.hpp"
#include "model/plan_execution.hpp"
#include "model/rollout_budget.hpp"
#include "model/technology_use.hpp"

#include <algorithm>

namespace golive::model {

void StartGates::start() { world_.the<PlanExecution>().begin_plan(); }

void StartGates::on(const StepReady& signal) {
    PlanExecution& plan = world_.the<PlanExecution>();
    if (world_.layout.is<GoLive>(signal.step)) {
        plan.hold(signal.step, hold_on(signal.step).value_or(Cause::planned_date));
        held_.push_back(signal.step);
    } else {
        earliest_date(signal.step);
    }
}

void StartGates::earliest_date(InstanceId instance) {
    if (still_held(instance)) held_.push_back(instance);
}

void StartGates::on(const DayBegins&) {
    std::vector<InstanceId> waiting;
    waiting.swap(held_);
    // What goes live may be what another waits for: whichever was looked at first, both go live this morning.
    for (std::size_t before = waiting.size() + 1; waiting.size() < before;) {
        before = waiting.size();
        std::erase_if(waiting, [&](InstanceId instance) { return !still_held(instance); });
    }
    held_.insert(held_.begin(), waiting.begin(), waiting.end());
}

/// Begins the step if nothing holds it. Whether it has to be looked at again in the morning.
bool StartGates::still_held(InstanceId instance) {
    PlanExecution& plan = world_.the<PlanExecution>();
    const std::optional<Cause> why = hold_on(instance);
    if (!why) {
        plan.start(instance);
        return false;
    }
    if (plan.cause(instance) != *why)
        world_.trace(TraceEvent::activity_waits, EntityKind::activity, instance.value(), *why);
    plan.hold(instance, *why);
    if (*why != Cause::planned_date || world_.layout.is<GoLive>(instance)) return true;
    world_.schedule<&StartGates::earliest_date>(*world_.layout.plan()[instance].earliest, instance);
    return false;
}

std::optional<Cause> StartGates::hold_on(InstanceId instance) {
    const auto& earliest = world_.layout.plan()[instance].earliest;
    if (earliest && world_.now() < *earliest) return Cause::planned_date;
    if (world_.layout.is<GoLive>(instance) && frozen()) return Cause::freeze;
    if (world_.the<DigitalOffice>().holds(world_.layout.activity(instance).technology)) return Cause::roadmap;
    if (short_of_money(instance)) return Cause::budget;
    const std::optional<Cause> shut = shut_gate(instance);
    return shut && !passes_at_deadline(instance) ? shut : std::nullopt;
}

/// A deadline counts from when only the gate is in the way.
bool StartGates::passes_at_deadline(InstanceId instance) const {
    const PlanExecution& plan = world_.the<PlanExecution>();
    const auto& deadline = world_.layout.activity(instance).gate_deadline;
    const Time earliest = world_.layout.plan()[instance].earliest.value_or(Time{});
    return deadline && world_.now() - std::max(plan.ready_since(instance), earliest) >= *deadline;
}

std::optional<Cause> StartGates::shut_gate(InstanceId instance) const {
    const Activity& step = world_.layout.activity(instance);
    const std::vector<UnitId>& units = world_.layout.plan()[instance].units;
    const auto short_of = [](const Share& wanted, double share) { return share < wanted.value() - 1e-9; };
    const TechnologyUse& use = world_.the<TechnologyUse>();
    if (step.needs.trained && short_of(*step.needs.trained, use.trained_share(step.technology, units)))
        return Cause::gate_training;
    if (step.needs.deployed &&
        short_of(*step.needs.deployed, world_.the<DeviceLogistics>().deployed_share(step.technology, units)))
        return Cause::gate_devices;
    if (std::holds_alternative<GoLive>(step.step))
        for (TechnologyId needed : world_.scenario.technologies[step.technology].needs)
            for (UnitId unit : units)
                if (!use.is_live(needed, unit)) return Cause::gate_technology;
    if (step.needs.adopted && short_of(*step.needs.adopted, use.adopted_share(step.technology, units)))
        return Cause::gate_adoption;
    return std::nullopt;
}

/// Devices and builds wait for a grant where the general envelope is empty; what is cut instead is cut
/// by the step.
bool StartGates::short_of_money(InstanceId instance) {
    if (!world_.scenario.budget) return false;
    Money cost;
    if (world_.layout.is<Procure>(instance))
        cost = world_.the<DeviceLogistics>().quote(instance);
    else if (world_.layout.is<Build>(instance))
        cost = world_.the<Integrations>().quote(instance);
    return cost > Money{} && world_.the<RolloutBudget>().waits(instance, cost);
}

bool StartGates::frozen() const {
    const Date today = date_of(world_.now(), world_.scenario.header.start);
    const auto& freezes = world_.scenario.working_time.freezes;
    return std::any_of(freezes.begin(), freezes.end(),
                       [&](const Freeze& freeze) { return freeze.from <= today && today <= freeze.to; });
}

}  // namespace golive::model
