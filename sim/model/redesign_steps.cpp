#include "model/redesign_steps.hpp"

#include "model/ledger.hpp"
#include "model/plan_execution.hpp"
#include "model/rollout_budget.hpp"
#include "model/staffing.hpp"
#include "model/technology_use.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Draw effort_draw{"redesign.effort"};
constexpr random::Draw time_draw{"redesign.clinician_time"};

}  // namespace

RedesignSteps::RedesignSteps(World world) : world_{world}, granted_(world.layout.plan().size()) {}

void RedesignSteps::begin(const Redesign& step, InstanceId instance) {
    PlanExecution& plan = world_.the<PlanExecution>();
    const Duration planned = plan.total_effort(instance, step.hours, effort_draw);
    const double share =
        world_.the<RolloutBudget>().commit(instance, Envelope::redesign, price(instance, planned));
    const Duration effort = granted_[instance] = share < 1.0 ? planned.scaled(share) : planned;
    if (effort == Duration{} && planned > effort) return plan.finish(instance);
    if (step.time_box) world_.schedule<&RedesignSteps::time_box>(world_.now() + *step.time_box, instance);
    const auto units = static_cast<int>(world_.layout.plan()[instance].units.size());
    if (!step.team) {  // clinicians alone, in office hours, all units side by side
        const Duration each = Duration::seconds(effort.count() / std::max(1, units));
        return world_.schedule<&RedesignSteps::calendar_time>(
            world_.layout.working_time().finish(world_.now(), each), instance);
    }
    plan.put_to_work(instance,
                     {.team = step.team,
                      .effort = effort,
                      .cost = Cost::redesign,
                      .changes_live = step.kind == Redesign::Kind::optimise},
                     std::max(1, units));
}

/// Of the team's hours and the clinicians'.
Money RedesignSteps::price(InstanceId instance, Duration effort) const {
    const auto& step = world_.layout.step<Redesign>(instance);
    const auto& units = world_.layout.plan()[instance].units;
    const Money team = step.team ? world_.scenario.teams[step.team].wage * effort : Money{};
    if (units.empty()) return team;
    const double share =
        step.clinician_time.draw(world_.streams, time_draw, world_.layout.plan()[instance].key).value();
    Money clinicians;
    for (UnitId unit : units)
        clinicians +=
            world_.the<Staffing>().mean_wage(unit) * effort.scaled(share / static_cast<double>(units.size()));
    return team + clinicians;
}

void RedesignSteps::calendar_time(InstanceId instance) {
    if (!world_.the<PlanExecution>().done(instance)) complete(instance, granted_[instance]);
}

void RedesignSteps::work_done(const Redesign&, InstanceId instance) {
    if (!world_.the<PlanExecution>().done(instance)) complete(instance, granted_[instance]);
}

void RedesignSteps::time_box(InstanceId instance) {
    PlanExecution& plan = world_.the<PlanExecution>();
    if (!plan.running(instance)) return;
    const auto& step = world_.layout.step<Redesign>(instance);
    const kernel::Calendar& hours = world_.layout.working_time();
    const auto units = static_cast<std::int64_t>(world_.layout.plan()[instance].units.size());
    const Duration done =
        step.team ? plan.stop_work(instance)
                  : std::min(granted_[instance],
                             hours.open_between(world_.now() - *step.time_box, world_.now()) * units);
    complete(instance, done);
}

void RedesignSteps::complete(InstanceId instance, Duration effort_done) {
    const auto& step = world_.layout.step<Redesign>(instance);
    const Instance& planned = world_.layout.plan()[instance];
    const double share = step.clinician_time.draw(world_.streams, time_draw, planned.key).value();
    const double hours =
        effort_done.in_hours() / std::max<double>(1.0, static_cast<double>(planned.units.size()));
    learn(instance, hours);
    for (UnitId unit : planned.units) {
        const Duration taken = Duration::from_seconds(hours * share * 3600);
        world_.the<Ledger>().take_hours(HoursFor::redesign, taken, unit);
        world_.the<Ledger>().spend(Cost::redesign, world_.the<Staffing>().mean_wage(unit) * taken);
    }
    world_.the<PlanExecution>().finish(instance);
}

/// All units look before any acts on it: what one finds, its kind knows, whatever their order.
void RedesignSteps::learn(InstanceId instance, double hours) {
    const auto& step = world_.layout.step<Redesign>(instance);
    const TechnologyId technology = world_.layout.activity(instance).technology;
    const auto& units = world_.layout.plan()[instance].units;
    WorkflowIssues& issues = world_.the<WorkflowIssues>();
    for (UnitId unit : units)
        issues.observe(technology, unit, hours / step.tau_hours.for_run(world_.streams));
    for (UnitId unit : units) {
        issues.fix_worst(technology, unit, hours, step.fix_hours.for_run(world_.streams).in_hours());
        if (step.kind == Redesign::Kind::discovery) issues.set_discovered(technology, unit);
        world_.the<TechnologyUse>().lift_attitudes(technology, unit, step.attitude.for_run(world_.streams));
    }
}

}  // namespace golive::model
