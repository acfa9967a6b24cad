#include "model/fit.hpp"

#include "model/world.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Purpose kind_draw{"fit.kind"};
constexpr random::Purpose unit_draw{"fit.unit"};
constexpr random::Purpose effort_draw{"fit.effort"};
constexpr random::Purpose time_draw{"fit.clinician_time"};

const Redesign& step_of(World& world, InstanceId instance) {
    return std::get<Redesign>(world.the<PlanExecution>().activity(instance).step);
}

}  // namespace

WorkflowFit::WorkflowFit(World& world)
    : world_{world},
      units_{world.scenario.units.size()},
      fit_(world.scenario.technologies.size() * units_),
      discovered_(fit_.size()) {
    for (TechnologyId technology : world.scenario.technologies.ids()) {
        const Technology& made = world.scenario.technologies[technology];
        const random::EntityKey key{made.name};
        const double spread = made.fit_spread.for_run(world.streams).value();
        for (UnitId unit : world.scenario.units.ids()) {
            const UnitKind& kind = world.scenario.unit_kinds[world.scenario.units[unit].kind];
            const double of_kind = made.fit.draw(world.streams, kind_draw, key.child(kind.name)).value();
            const random::EntityKey unit_key = world.layout.key_of(unit).child(made.name);
            const double deviation = spread * (2 * world.streams.uniform(unit_draw, unit_key) - 1);
            fit_[at(technology, unit)] = std::clamp(of_kind + deviation, 0.0, 1.0);
        }
    }
}

double WorkflowFit::discovered(TechnologyId technology, const std::vector<UnitId>& units) const {
    const auto count =
        std::count_if(units.begin(), units.end(), [&](UnitId u) { return discovered_[at(technology, u)]; });
    return units.empty() ? 0.0 : static_cast<double>(count) / static_cast<double>(units.size());
}

Duration WorkflowFit::total_effort(InstanceId id, const Effort& effort, random::Purpose purpose) const {
    const Instance& instance = world_.layout.plan()[id];
    const TechnologyId technology = world_.scenario.plan[instance.activity].technology;
    const Duration one = effort.amount.draw(world_.streams, purpose, instance.key);
    std::int64_t times = 0;
    for (UnitId unit : instance.units) switch (effort.per) {
            case Effort::Per::activity:
                times = 1;
                break;
            case Effort::Per::unit:
                ++times;
                break;
            case Effort::Per::clinician:
                times += world_.layout.posts_of(unit).size();
                break;
            case Effort::Per::device:
                times += technology ? world_.layout.devices_needed(technology, unit) : 0;
                break;
        }
    return one * times;
}

void WorkflowFit::begin(InstanceId instance) {
    const Redesign& step = step_of(world_, instance);
    const Duration effort = total_effort(instance, step.hours, effort_draw);
    if (step.time_box)
        world_.schedule<PlanExecution>(world_.now() + *step.time_box, PlanExecution::Event::time_box,
                                       instance.value());
    if (!step.team) {  // clinicians alone, in office hours, all units side by side
        const auto units = static_cast<std::int64_t>(world_.layout.plan()[instance].units.size());
        const Duration each = Duration::seconds(effort.count() / std::max<std::int64_t>(1, units));
        return world_.schedule<WorkflowFit>(world_.layout.working_time().finish(world_.now(), each),
                                            Event::calendar_time, instance.value());
    }
    const auto parts = static_cast<int>(world_.layout.plan()[instance].units.size());
    world_.the<PlanExecution>().put_to_work(
        instance, {.team = step.team, .effort = effort, .cost = Cost::redesign}, std::max(1, parts));
}

void WorkflowFit::handle(Event, std::uint32_t instance) { work_done(InstanceId{instance}); }

void WorkflowFit::work_done(InstanceId instance) {
    if (world_.the<PlanExecution>().done(instance)) return;
    complete(instance, total_effort(instance, step_of(world_, instance).hours, effort_draw));
}

void WorkflowFit::time_box(InstanceId instance) {
    const Redesign& step = step_of(world_, instance);
    Duration done = total_effort(instance, step.hours, effort_draw);
    if (step.team)
        done = world_.the<PlanExecution>().stop_work(instance);
    else
        done = std::min(
            done, world_.layout.working_time().open_between(world_.now() - *step.time_box, world_.now()) *
                      static_cast<std::int64_t>(world_.layout.plan()[instance].units.size()));
    complete(instance, done);
}

void WorkflowFit::complete(InstanceId instance, Duration effort_done) {
    const Redesign& step = step_of(world_, instance);
    const Instance& planned = world_.layout.plan()[instance];
    const double share = step.clinician_time.draw(world_.streams, time_draw, planned.key).value();
    const double hours =
        effort_done.in_hours() / std::max<double>(1.0, static_cast<double>(planned.units.size()));
    for (UnitId unit : planned.units) {
        learn(instance, unit, hours);
        const Duration taken = Duration::from_seconds(hours * share * 3600);
        world_.the<Ledger>().take_hours(HoursFor::redesign, taken);
        world_.the<Ledger>().spend(Cost::redesign, world_.the<Staffing>().mean_wage(unit) * taken);
    }
    world_.the<PlanExecution>().finish(instance);
}

void WorkflowFit::learn(InstanceId instance, UnitId unit, double hours) {
    const Redesign& step = step_of(world_, instance);
    const TechnologyId technology = world_.the<PlanExecution>().activity(instance).technology;
    const double closed = step.reach.for_run(world_.streams).value() *
                          (1.0 - std::exp(-hours / step.tau_hours.for_run(world_.streams)));
    double& fit = fit_[at(technology, unit)];
    fit += (1.0 - fit) * closed;
    if (step.kind == Redesign::Kind::discovery) discovered_[at(technology, unit)] = true;
    world_.the<TechnologyUse>().lift_attitudes(technology, unit, step.attitude.for_run(world_.streams));
    world_.trace(TraceEvent::fit_improved, EntityKind::unit, unit.value(), fit);
}

void WorkflowFit::declare(Declarations& declare) {
    for (const Technology& technology : declare.scenario.technologies)
        declare.series("fit." + technology.name, "1",
                       "mean fit of " + technology.name + " to the units' work", every_scope);
}

void WorkflowFit::sample(Recorder& record) const {
    for (TechnologyId technology : world_.scenario.technologies.ids())
        record.ratio("fit." + world_.scenario.technologies[technology].name,
                     [&](UnitId unit) { return Part{fit(technology, unit), 1.0}; });
}

}  // namespace golive::model
