#include "model/plan_execution.hpp"

#include "model/figures.hpp"
#include "model/rollout_budget.hpp"
#include "model/team_work.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Draw effort_draw{"plan.effort"};
constexpr random::Draw wait_draw{"plan.wait"};

double days(Time time) { return time.since_start().in_days(); }

}  // namespace

PlanExecution::PlanExecution(World world) : world_{world}, states_(world.layout.plan().size()) {
    for (InstanceId id : states_.ids()) states_[id].pending = world.layout.plan()[id].after.size();
}

void PlanExecution::begin_plan() {
    for (InstanceId id : states_.ids())  // a root that is over at once has made its followers ready already
        if (world_.layout.plan()[id].after.empty()) make_ready(id);
}

void PlanExecution::make_ready(InstanceId instance) {
    State& state = states_[instance];
    state.phase = Phase::ready;
    state.ready = state.since = world_.now();
    world_.trace(TraceEvent::activity_ready, EntityKind::activity, instance.value());
    world_.announce(StepReady{instance});
}

void PlanExecution::start(InstanceId instance) {
    State& state = states_[instance];
    state.phase = Phase::running;
    state.started = world_.now();
    switch_cause(instance, Cause::work);
    world_.trace(TraceEvent::activity_started, EntityKind::activity, instance.value());
    world_.switchboard().begin(world_.layout.activity(instance).step, instance);
}

void PlanExecution::begin(const SecurityReview& step, InstanceId instance) {
    put_to_work(instance, step.team, step.effort);
}

void PlanExecution::begin(const Wait& step, InstanceId instance) {
    const random::EntityKey key = world_.layout.plan()[instance].key;
    finish_at(instance, world_.now() + step.length.draw(world_.streams, wait_draw, key));
}

void PlanExecution::begin(const Milestone&, InstanceId instance) { finish(instance); }

void PlanExecution::timer(InstanceId instance) { finish(instance); }

Duration PlanExecution::total_effort(InstanceId id, const Effort& effort, random::Draw purpose) const {
    const Instance& instance = world_.layout.plan()[id];
    const TechnologyId technology = world_.layout.activity(id).technology;
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

bool PlanExecution::under_way(TechnologyId technology) const {
    bool begun = false;
    bool open = false;
    for (InstanceId id : states_.ids()) {
        if (world_.layout.activity(id).technology != technology) continue;
        begun = begun || states_[id].phase >= Phase::running;
        open = open || states_[id].phase != Phase::done;
    }
    return begun && open;
}

bool PlanExecution::everything_live() const {
    for (TechnologyId technology : world_.scenario.technologies.ids())
        if (!all_done<GoLive>(technology)) return false;
    return true;
}

void PlanExecution::finish_at(InstanceId instance, Time at) {
    // Early: what ends at six is over when the day begins, and its followers need not wait
    // for another morning.
    world_.schedule<&PlanExecution::timer>(at, instance);
}

void PlanExecution::put_to_work(InstanceId instance, const WorkRequest& request, int parts) {
    State& state = states_[instance];
    state.effort += request.effort;
    for (int part = 0; part < parts; ++part) {
        WorkRequest share = request;
        share.effort = Duration::seconds(request.effort.count() * (part + 1) / parts -
                                         request.effort.count() * part / parts);
        share.step = instance;
        share.payload = instance.value();
        ++state.unfinished;
        if (state.in_hand == 0)
            now_in(instance, share.changes_live && world_.the<TeamWork>().refuses(share.team)
                                 ? Cause::refusal
                                 : Cause::team_queue);
        state.work.push_back(world_.submit_work(share));
    }
}

void PlanExecution::work_moved(std::uint32_t payload, WorkMove move) {
    const InstanceId instance{payload};
    State& state = states_[instance];
    if (move == WorkMove::started) ++state.in_hand;
    if (move == WorkMove::interrupted) --state.in_hand, ++state.interrupted;
    if (move == WorkMove::resumed) ++state.in_hand, --state.interrupted;
    if (move == WorkMove::finished) --state.in_hand, --state.unfinished;
    if (state.phase != Phase::running) return;
    if (state.unfinished == 0) return work_done(instance);
    now_in(instance, state.in_hand > 0       ? Cause::work
                     : state.interrupted > 0 ? Cause::interruption
                                             : Cause::team_queue);
}

void PlanExecution::put_to_work(InstanceId instance, TeamId team, const Effort& effort) {
    put_to_work(instance, {.team = team, .effort = total_effort(instance, effort, effort_draw)}, 1);
}

void PlanExecution::work_done(InstanceId instance) {
    const Step& step = world_.layout.activity(instance).step;
    if (world_.switchboard().hears_of_work(step)) return world_.switchboard().work_done(step, instance);
    finish(instance);
}

Duration PlanExecution::stop_work(InstanceId instance) {
    State& state = states_[instance];
    Duration left;
    for (WorkId work : state.work) left += world_.the<TeamWork>().withdraw(work);
    state.unfinished = state.in_hand = state.interrupted = 0;
    state.work.clear();
    return state.effort - left;
}

void PlanExecution::finish(InstanceId instance) {
    State& state = states_[instance];
    if (state.phase == Phase::done) return;
    switch_cause(instance, state.cause);
    state.phase = Phase::done;
    state.finished = world_.now();
    world_.the<RolloutBudget>().release(instance);
    world_.trace(TraceEvent::activity_finished, EntityKind::activity, instance.value());
    for (InstanceId follower : world_.layout.plan()[instance].followers) {
        State& next = states_[follower];
        next.bound_by = instance;
        if (--next.pending == 0) make_ready(follower);
    }
}

void PlanExecution::now_in(InstanceId instance, Cause cause) {
    if (states_[instance].phase == Phase::running) switch_cause(instance, cause);
}

void PlanExecution::switch_cause(InstanceId instance, Cause cause) {
    State& state = states_[instance];
    state.spent[static_cast<std::size_t>(state.cause)] += world_.now() - state.since;
    state.since = world_.now();
    state.cause = cause;
}

void PlanExecution::end() {
    for (InstanceId id : states_.ids()) {
        const Phase phase = states_[id].phase;
        if (phase == Phase::ready || phase == Phase::running) switch_cause(id, states_[id].cause);
        record(id);
    }
}

void PlanExecution::record(InstanceId id) {
    const State& state = states_[id];
    InstanceRecord row{Recorder::missing, Recorder::missing, Recorder::missing, -1};
    if (state.phase != Phase::waiting) row.ready = days(state.ready);
    if (state.phase >= Phase::running) row.started = days(state.started);
    if (state.phase == Phase::done) row.finished = days(state.finished);
    if (state.bound_by && state.phase != Phase::waiting)
        row.bound_by = static_cast<std::int32_t>(state.bound_by.value());
    world_.result().instances.push_back(row);
    for (Duration spent : state.spent) world_.result().cause_days.push_back(spent.in_days());
}

double PlanExecution::day_of_last_go_live() const {
    double last = 0;
    for (InstanceId id : states_.ids()) {
        if (!world_.layout.is<GoLive>(id)) continue;
        if (!done(id)) return Recorder::missing;
        last = std::max(last, days(states_[id].finished));
    }
    return last;
}

void PlanExecution::declare(Figures<PlanExecution>& figures) {
    figures.about(Subject::other);  // dates have a table of their own
    double latest_target = Recorder::missing;
    bool any = false;
    for (InstanceId id : figures.layout.plan().ids()) {
        const Instance& instance = figures.layout.plan()[id];
        if (!figures.layout.is<GoLive>(id)) continue;
        any = true;
        if (instance.target) latest_target = std::fmax(latest_target, days(*instance.target));
        figures.at_end({instance.name, Reading::date, "when it happens, days since the start"},
                       [id](const PlanExecution& plan) {
                           return plan.done(id) ? days(plan.states_[id].finished) : Recorder::missing;
                       });
    }
    figures.at_end(
        {"all_live", Reading::date, "when the last go-live happens, days since the start"},
        [any](const PlanExecution& plan) { return any ? plan.day_of_last_go_live() : Recorder::missing; });
    figures.about(Subject::plan);
    figures.at_end({"delay", Reading::days, "of the last go-live against the latest target"},
                   [any, latest_target](const PlanExecution& plan) {
                       return any ? plan.day_of_last_go_live() - latest_target : Recorder::missing;
                   });
}

}  // namespace golive::model
