#include "model/plan_execution.hpp"

#include "model/expand_plan.hpp"
#include "model/world.hpp"

#include <algorithm>
#include <cmath>

#include <golive/base/overloaded.hpp>

namespace golive::model {
namespace {

constexpr random::Purpose effort_draw{"plan.effort"};
constexpr random::Purpose wait_draw{"plan.wait"};

}  // namespace

PlanExecution::PlanExecution(World& world)
    : world_{world},
      states_(world.layout.plan().size()),
      go_lives_planned_(world.scenario.units.size()),
      go_lives_done_(world.scenario.units.size()) {
    for (InstanceId id : states_.ids()) {
        const Instance& instance = world.layout.plan()[id];
        states_[id].pending = instance.after.size();
        if (!std::holds_alternative<GoLive>(activity(id).step)) continue;
        for (UnitId unit : instance.units) ++go_lives_planned_[unit];
    }
}

const Activity& PlanExecution::activity(InstanceId instance) const {
    return world_.scenario.plan[world_.layout.plan()[instance].activity];
}

void PlanExecution::start() {
    for (InstanceId id : states_.ids())  // a root that is over at once has made its followers ready already
        if (world_.layout.plan()[id].after.empty()) make_ready(id);
}

void PlanExecution::handle(Event what, std::uint32_t subject) {
    const InstanceId instance{subject};
    switch (what) {
        case Event::try_start:
            return try_start(instance);
        case Event::timer:
            return finish(instance);
        case Event::time_box:
            if (states_[instance].phase == Phase::running) world_.the<RedesignSteps>().time_box(instance);
            return;
    }
}

void PlanExecution::make_ready(InstanceId instance) {
    State& state = states_[instance];
    state.phase = Phase::ready;
    state.ready = state.since = world_.now();
    world_.trace(TraceEvent::activity_ready, EntityKind::activity, instance.value());
    // A go-live is a morning's work; everything else starts the moment it may.
    if (std::holds_alternative<GoLive>(activity(instance).step)) {
        Cause why{};
        switch_cause(instance, held(instance, why) ? why : Cause::planned_date);
        held_.push_back(instance);
    } else {
        try_start(instance);
    }
}

void PlanExecution::on(const DayBegins&) {
    std::vector<InstanceId> waiting;
    waiting.swap(held_);
    // What goes live may be what another waits for: whichever was looked at first, both go live this morning.
    for (std::size_t before = waiting.size() + 1; waiting.size() < before;) {
        before = waiting.size();
        std::erase_if(waiting, [&](InstanceId instance) { return !still_held(instance); });
    }
    held_.insert(held_.begin(), waiting.begin(), waiting.end());
}

void PlanExecution::try_start(InstanceId instance) {
    if (still_held(instance)) held_.push_back(instance);
}

/// Begins the step if nothing holds it. Whether it has to be looked at again in the morning.
bool PlanExecution::still_held(InstanceId instance) {
    Cause why{};
    if (!held(instance, why)) {
        begin(instance);
        return false;
    }
    if (states_[instance].cause != why)
        world_.trace(TraceEvent::activity_waits, EntityKind::activity, instance.value(), why);
    switch_cause(instance, why);
    const auto earliest = world_.layout.plan()[instance].earliest;
    if (why != Cause::planned_date || std::holds_alternative<GoLive>(activity(instance).step)) return true;
    world_.schedule<PlanExecution>(*earliest, Event::try_start, instance.value());
    return false;
}

bool PlanExecution::held(InstanceId instance, Cause& why) const {
    const Instance& planned = world_.layout.plan()[instance];
    if (planned.earliest && world_.now() < *planned.earliest) {
        why = Cause::planned_date;
        return true;
    }
    if (std::holds_alternative<GoLive>(activity(instance).step) && frozen()) {
        why = Cause::freeze;
        return true;
    }
    if (world_.the<DigitalOffice>().holds(activity(instance).technology)) {
        why = Cause::roadmap;
        return true;
    }
    if (short_of_money(instance)) {
        why = Cause::budget;
        return true;
    }
    const auto shut = shut_gate(instance);
    if (!shut) return false;
    why = *shut;
    const auto deadline = activity(instance).gate_deadline;  // counts from when only the gate is in the way
    return !deadline ||
           world_.now() - std::max(states_[instance].ready, planned.earliest.value_or(Time{})) < *deadline;
}

std::optional<Cause> PlanExecution::shut_gate(InstanceId instance) const {
    const Activity& step = activity(instance);
    const std::vector<UnitId>& units = world_.layout.plan()[instance].units;
    const auto short_of = [](const Share& wanted, double share) { return share < wanted.value() - 1e-9; };
    const auto& use = world_.the<TechnologyUse>();
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

/// Devices and builds wait for a grant where the general envelope is empty; what is cut instead is cut by the
/// step.
bool PlanExecution::short_of_money(InstanceId instance) const {
    if (!world_.scenario.budget) return false;
    Money cost;
    if (std::holds_alternative<Procure>(activity(instance).step))
        cost = world_.the<DeviceLogistics>().quote(instance);
    else if (std::holds_alternative<Build>(activity(instance).step))
        cost = world_.the<Integrations>().quote(instance);
    return cost > Money{} && world_.the<RolloutBudget>().waits(instance, cost);
}

Duration PlanExecution::total_effort(InstanceId id, const Effort& effort, random::Purpose purpose) const {
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

bool PlanExecution::under_way(TechnologyId technology) const {
    bool begun = false;
    bool open = false;
    for (InstanceId id : states_.ids()) {
        if (activity(id).technology != technology) continue;
        begun = begun || states_[id].phase >= Phase::running;
        open = open || states_[id].phase != Phase::done;
    }
    return begun && open;
}

bool PlanExecution::all_live(TechnologyId technology) const {
    for (InstanceId id : states_.ids())
        if (activity(id).technology == technology && std::holds_alternative<GoLive>(activity(id).step) &&
            states_[id].phase != Phase::done)
            return false;
    return true;
}

/// Old ways are the network's: they are gone when the last step that clears them away is done.
bool PlanExecution::all_retired(TechnologyId technology) const {
    for (InstanceId id : states_.ids())
        if (activity(id).technology == technology && std::holds_alternative<Retire>(activity(id).step) &&
            states_[id].phase != Phase::done)
            return false;
    return true;
}

bool PlanExecution::everything_live() const {
    for (TechnologyId technology : world_.scenario.technologies.ids())
        if (!all_live(technology)) return false;
    return true;
}

bool PlanExecution::frozen() const {
    const Date today = date_of(world_.now(), world_.scenario.header.start);
    const auto& freezes = world_.scenario.working_time.freezes;
    return std::any_of(freezes.begin(), freezes.end(),
                       [&](const Freeze& freeze) { return freeze.from <= today && today <= freeze.to; });
}

void PlanExecution::begin(InstanceId instance) {
    State& state = states_[instance];
    state.phase = Phase::running;
    state.started = world_.now();
    switch_cause(instance, Cause::work);
    world_.trace(TraceEvent::activity_started, EntityKind::activity, instance.value());
    const auto team_step = [&](TeamId team, const Effort& effort) {
        const Duration amount = total_effort(instance, effort, effort_draw);
        put_to_work(instance, {.team = team, .effort = amount}, 1);
    };
    const random::EntityKey key = world_.layout.plan()[instance].key;
    std::visit(Overloaded{
                   [&](const Redesign&) { world_.the<RedesignSteps>().begin(instance); },
                   [&](const Select&) { world_.the<ProductSelection>().begin(instance); },
                   [&](const Decision&) { world_.the<GovernanceBodies>().begin(instance); },
                   [&](const Procure&) { world_.the<DeviceLogistics>().order(instance); },
                   [&](const Build&) { world_.the<Integrations>().begin(instance); },
                   [&](const SecurityReview& review) { team_step(review.team, review.effort); },
                   [&](const Train&) { world_.the<TrainingCourses>().begin(instance); },
                   [&](const Deploy&) { world_.the<DeviceLogistics>().deploy(instance); },
                   [&](const GoLive&) { take_live(instance); },
                   [&](const Hypercare& care) {
                       world_.the<HelpDesk>().begin_hypercare(instance);
                       finish_at(instance, world_.now() + care.length.draw(world_.streams, wait_draw, key));
                   },
                   [&](const Retire& retire) { team_step(retire.team, retire.effort); },
                   [&](const Milestone&) { finish(instance); },
                   [&](const Wait& wait) {
                       finish_at(instance, world_.now() + wait.length.draw(world_.streams, wait_draw, key));
                   },
               },
               activity(instance).step);
}

void PlanExecution::take_live(InstanceId instance) {
    for (UnitId unit : world_.layout.plan()[instance].units) {
        world_.the<TechnologyUse>().go_live(activity(instance).technology, unit);
        ++go_lives_done_[unit];
    }
    finish(instance);
}

void PlanExecution::finish_at(InstanceId instance, Time at) {
    // Early: what ends at six is over when the day begins, and its followers need not wait for another
    // morning.
    world_.schedule<PlanExecution>(at, Event::timer, instance.value(), kernel::Priority::early);
}

void PlanExecution::put_to_work(InstanceId instance, const TeamWork::Request& request, int parts) {
    State& state = states_[instance];
    state.effort += request.effort;
    for (int part = 0; part < parts; ++part) {
        TeamWork::Request share = request;
        share.effort = Duration::seconds(request.effort.count() * (part + 1) / parts -
                                         request.effort.count() * part / parts);
        share.step = instance;
        share.payload = instance.value();
        ++state.unfinished;
        if (state.in_hand == 0)
            now_in(instance, share.changes_live && world_.the<TeamWork>().refuses(share.team)
                                 ? Cause::refusal
                                 : Cause::team_queue);
        state.work.push_back(world_.submit_work<PlanExecution>(share));
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

void PlanExecution::work_done(InstanceId instance) {
    if (std::holds_alternative<Redesign>(activity(instance).step))
        return world_.the<RedesignSteps>().work_done(instance);
    if (std::holds_alternative<Select>(activity(instance).step))
        return world_.the<ProductSelection>().work_done(instance);
    if (std::holds_alternative<Build>(activity(instance).step))
        world_.the<Integrations>().work_done(instance);
    finish(instance);
    if (std::holds_alternative<Retire>(activity(instance).step) && all_retired(activity(instance).technology))
        world_.the<TechnologyUse>().retire_legacy(activity(instance).technology);
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

void PlanExecution::declare(Declarations& declare) {
    const auto go_lives = [&](auto tell) {
        for (const Instance& instance : declare.layout.plan())
            if (std::holds_alternative<GoLive>(declare.scenario.plan[instance.activity].step)) tell(instance);
    };
    go_lives([&](const Instance& instance) {
        declare.scalar(instance.name, "day", "when it happens, days since the start", Reading::date);
    });
    declare.scalar("all_live", "day", "when the last go-live happens, days since the start", Reading::date);
    declare.scalar("delay", "day", "of the last go-live against the latest target", Reading::days);
    declare.series("units_live", "1", "share of the units in scope that have gone live", group_scopes);
}

void PlanExecution::sample(Recorder& record) const {
    record.ratio("units_live", [&](UnitId unit) {
        return Part{static_cast<double>(go_lives_done_[unit]), static_cast<double>(go_lives_planned_[unit])};
    });
}

void PlanExecution::finish(Recorder& record) {
    Result& result = world_.result();
    double last = 0;
    double target = Recorder::missing;
    bool any = false;
    for (InstanceId id : states_.ids()) {
        State& state = states_[id];
        if (state.phase == Phase::ready || state.phase == Phase::running) switch_cause(id, state.cause);
        const auto days = [](Time time) { return time.since_start().in_days(); };
        InstanceRecord row{Recorder::missing, Recorder::missing, Recorder::missing, -1};
        if (state.phase != Phase::waiting) row.ready = days(state.ready);
        if (state.phase >= Phase::running) row.started = days(state.started);
        if (state.phase == Phase::done) row.finished = days(state.finished);
        if (state.bound_by && state.phase != Phase::waiting)
            row.bound_by = static_cast<std::int32_t>(state.bound_by.value());
        result.instances.push_back(row);
        for (Duration spent : state.spent) result.cause_days.push_back(spent.in_days());
        if (!std::holds_alternative<GoLive>(activity(id).step)) continue;
        any = true;
        record.scalar(world_.layout.plan()[id].name, row.finished);
        last = row.finished > last || std::isnan(row.finished) ? row.finished : last;
        if (const auto planned = world_.layout.plan()[id].target) target = std::fmax(target, days(*planned));
    }
    if (!any) return;
    record.scalar("all_live", last);
    record.scalar("delay", last - target);
}

}  // namespace golive::model
