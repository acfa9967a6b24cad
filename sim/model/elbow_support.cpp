#include "model/elbow_support.hpp"

#include "model/ledger.hpp"
#include "model/plan_execution.hpp"
#include "model/rollout_budget.hpp"

#include <algorithm>

namespace golive::model {
namespace {

constexpr random::Draw length_draw{"plan.wait"};

}  // namespace

ElbowSupport::ElbowSupport(World world)
    : world_{world},
      problem_minutes_{world.numbers(world.scenario.support).elbow_minutes.in_minutes()},
      granted_(world.layout.plan().size()),
      ratio_(world.scenario.units.size()),
      paid_by_(world.scenario.units.size()) {}

void ElbowSupport::begin(const Hypercare& step, InstanceId instance) {
    hypercare_.push_back(instance);
    granted_[instance] = world_.the<RolloutBudget>().commit(instance, Envelope::general, price(instance));
    staff(instance);
    world_.announce(HypercareChanged{});
    const random::EntityKey key = world_.layout.plan()[instance].key;
    world_.the<PlanExecution>().finish_at(instance,
                                          world_.now() + step.length.draw(world_.streams, length_draw, key));
}

void ElbowSupport::staff(InstanceId instance) {
    const auto& care = world_.layout.step<Hypercare>(instance);
    constexpr double too_few = 0.05;
    const double share = granted_[instance];
    for (UnitId unit : world_.layout.plan()[instance].units) {
        ratio_[unit] = share > too_few ? care.clinicians_per_elbow / share : 0.0;
        paid_by_[unit] = instance;
    }
}

/// Of the people at the elbow, for as long as the step usually takes.
Money ElbowSupport::price(InstanceId instance) const {
    const auto& care = world_.layout.step<Hypercare>(instance);
    if (care.clinicians_per_elbow <= 0) return Money{};
    Duration weekly;
    for (UnitId unit : world_.layout.plan()[instance].units)
        for (RoleId role : world_.scenario.roles.ids()) {
            const Role& pattern = world_.scenario.roles[role];
            weekly += pattern.shift_length.scaled(world_.scenario.units[unit].posts[role] *
                                                  pattern.shifts_per_week / care.clinicians_per_elbow);
        }
    return world_.scenario.costs.elbow_wage * weekly.scaled(care.length.typical().in_weeks());
}

void ElbowSupport::on(const DayBegins&) {
    const auto over = std::stable_partition(hypercare_.begin(), hypercare_.end(), [&](InstanceId instance) {
        return !world_.the<PlanExecution>().done(instance);
    });
    if (over == hypercare_.end()) return;
    for (auto it = over; it != hypercare_.end(); ++it)
        for (UnitId unit : world_.layout.plan()[*it].units) ratio_[unit] = 0;
    hypercare_.erase(over, hypercare_.end());
    for (InstanceId instance : hypercare_)
        staff(instance);  // another technology's may go on in the same unit
    world_.announce(HypercareChanged{});
}

ElbowsOnShift ElbowSupport::on_shift(UnitId unit, std::span<const PostId> on_duty) {
    if (ratio_[unit] <= 0 || on_duty.empty()) return {};
    const RoleId role = world_.layout.posts()[on_duty.front()].role;
    const Duration length = world_.scenario.roles[role].shift_length;
    const double staff = static_cast<double>(on_duty.size()) / ratio_[unit];  // shared between units
    const Money wages = world_.scenario.costs.elbow_wage * length.scaled(staff);
    world_.the<Ledger>().spend(Cost::support, wages);
    world_.the<RolloutBudget>().draw(paid_by_[unit], wages);
    return {staff * length.in_minutes()};
}

bool ElbowSupport::solve(ElbowsOnShift& shift) const {
    if (shift.minutes_left <= 0) return false;
    shift.minutes_left -= problem_minutes_;
    return true;
}

}  // namespace golive::model
