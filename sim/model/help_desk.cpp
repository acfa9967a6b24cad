#include "model/help_desk.hpp"

#include "model/world.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Purpose handling_draw{"help_desk.handling"};
constexpr random::Purpose patience_draw{"help_desk.patience"};
constexpr random::Purpose resolution_draw{"help_desk.resolution"};
constexpr random::Purpose escalation_draw{"help_desk.escalation"};
constexpr random::Purpose other_calls_draw{"help_desk.other_calls"};

}  // namespace

HelpDesk::HelpDesk(World& world)
    : world_{world},
      elbow_share_(world.layout.plan().size()),
      elbow_ratio_(world.scenario.units.size()),
      elbow_step_(world.scenario.units.size()) {
    if (!world.scenario.support) return;
    const Support& support = *world.scenario.support;
    elbow_minutes_ = support.elbow_minutes.for_run(world.streams).in_minutes();
    calls_share_ = support.calls.for_run(world.streams).value();
    first_line_ = support.first_line;
    if (!first_line_) return;
    key_ = random::EntityKey{world.scenario.teams[first_line_].name};
    other_calls_each_ = desk().other_calls.for_run(world.streams).per_second();
    const auto staff = static_cast<std::uint32_t>(world.scenario.teams[first_line_].staff);
    team_ = std::make_unique<kernel::Team>(world.layout.hours_of(first_line_), staff,
                                           std::vector{kernel::Manners::waits},
                                           World::kind<HelpDesk>(Event::team));
}

const Desk& HelpDesk::desk() const { return *world_.scenario.teams[first_line_].desk; }

void HelpDesk::start() {
    if (first_line_) schedule_other_call();
}

void HelpDesk::handle(Event what, std::uint32_t subject) {
    switch (what) {
        case Event::team:
            team_->on_event({world_.now(), 0, World::kind<HelpDesk>(what), subject}, world_.events(),
                            transitions_);
            return settle();
        case Event::problem_call:
            return place(subject);
        case Event::other_call:
            place(new_call({}, {}));
            return schedule_other_call();
        case Event::hangs_up:
            return hang_up(subject);
    }
}

/// Calls about everything else come at a rate that grows with the people employed.
void HelpDesk::schedule_other_call() {
    const std::uint64_t number = others_++;
    const double rate =
        other_calls_each_ * static_cast<double>(std::max<std::uint64_t>(1, world_.the<Staffing>().filled()));
    world_.schedule<HelpDesk>(world_.next_arrival(rate, other_calls_draw, key_, number), Event::other_call);
}

void HelpDesk::begin_hypercare(InstanceId instance) {
    hypercare_.push_back(instance);
    elbow_share_[instance] =
        world_.the<RolloutBudget>().commit(instance, Envelope::general, elbow_price(instance));
    staff_elbows(instance);
    adjust_staff();
}

void HelpDesk::staff_elbows(InstanceId instance) {
    const auto& care = std::get<Hypercare>(world_.the<PlanExecution>().activity(instance).step);
    constexpr double too_few = 0.05;
    const double share = elbow_share_[instance];
    for (UnitId unit : world_.layout.plan()[instance].units) {
        elbow_ratio_[unit] = share > too_few ? care.clinicians_per_elbow / share : 0.0;
        elbow_step_[unit] = instance;
    }
}

/// Of the people at the elbow, for as long as the step usually takes.
Money HelpDesk::elbow_price(InstanceId instance) const {
    const auto& care = std::get<Hypercare>(world_.the<PlanExecution>().activity(instance).step);
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

void HelpDesk::on(const DayBegins&) {
    if (first_line_ && !hypercare_.empty()) {
        const Duration open = team_->calendar().open_between(world_.now() - Duration::days(1), world_.now());
        const Duration paid = open * world_.scenario.support->surge_staff;
        world_.the<Ledger>().spend(Cost::support, world_.scenario.teams[first_line_].wage * paid);
    }
    const auto over = std::stable_partition(hypercare_.begin(), hypercare_.end(), [&](InstanceId instance) {
        return !world_.the<PlanExecution>().done(instance);
    });
    if (over == hypercare_.end()) return;
    for (auto it = over; it != hypercare_.end(); ++it)
        for (UnitId unit : world_.layout.plan()[*it].units) elbow_ratio_[unit] = 0;
    hypercare_.erase(over, hypercare_.end());
    for (InstanceId instance : hypercare_)
        staff_elbows(instance);  // another technology's may go on in the same unit
    adjust_staff();
}

int HelpDesk::surge() const { return hypercare_.empty() ? 0 : world_.scenario.support->surge_staff; }

void HelpDesk::adjust_staff() {
    if (!first_line_) return;
    const int staff = world_.scenario.teams[first_line_].staff + surge();
    team_->set_servers(static_cast<std::uint32_t>(staff), world_.events(), transitions_);
    settle();
}

void HelpDesk::begin_shift(UnitId unit, std::span<const PostId> on_duty) {
    elbow_minutes_left_ = 0;
    if (elbow_ratio_[unit] <= 0 || on_duty.empty()) return;
    const RoleId role = world_.layout.posts()[on_duty.front()].role;
    const Duration length = world_.scenario.roles[role].shift_length;
    const double staff = static_cast<double>(on_duty.size()) / elbow_ratio_[unit];  // shared between units
    elbow_minutes_left_ = staff * length.in_minutes();
    const Money wages = world_.scenario.costs.elbow_wage * length.scaled(staff);
    world_.the<Ledger>().spend(Cost::support, wages);
    world_.the<RolloutBudget>().draw(elbow_step_[unit], wages);
}

Help HelpDesk::problem(TechnologyId technology, PostId post, Time at, double luck) {
    if (world_.the<SuperuserNetwork>().solve()) return Help::solved;
    if (elbow_minutes_left_ > 0) {
        elbow_minutes_left_ -= elbow_minutes_;
        ++elbow_solved_;
        return Help::solved;
    }
    if (!first_line_ || luck >= calls_share_) return Help::none;
    world_.schedule<HelpDesk>(at, Event::problem_call, new_call(technology, post));
    return Help::called;
}

HelpDesk::CallId HelpDesk::new_call(TechnologyId technology, PostId post) {
    CallId id = static_cast<CallId>(calls_.size());
    if (free_calls_.empty()) {
        calls_.emplace_back();
    } else {
        id = free_calls_.back();
        free_calls_.pop_back();
    }
    calls_[id] = {.technology = technology, .post = post, .open = true};
    return id;
}

void HelpDesk::place(CallId id) {
    Call& call = calls_[id];
    call.placed = world_.now();
    ++placed_;
    ++week_.calls;
    if (call.technology) ++about_technology_, ++week_.about_technology;
    // A caller's call is theirs at this second; the others are numbered: no lever shifts anybody else's
    // draws.
    call.key = call.technology ? world_.layout.posts()[call.post].key : key_;
    call.number = call.technology ? static_cast<std::uint64_t>(world_.now().since_start().count()) : others_;
    call.handling = desk().handling.draw(world_.streams, handling_draw, call.key, call.number);
    const Duration patience = desk().patience.draw(world_.streams, patience_draw, call.key, call.number);
    call.patience = world_.events().schedule_cancellable(
        world_.now() + std::min(patience, Duration::days(30)), World::kind<HelpDesk>(Event::hangs_up), id);
    call.job = team_->submit({.payload = id, .work = call.handling}, world_.events(), transitions_);
    settle();
}

void HelpDesk::hang_up(CallId id) {
    const Call call = calls_[id];
    if (!call.open || !team_->withdraw(call.job, world_.events(), transitions_)) return;
    ++abandoned_;
    ++week_.abandoned;
    world_.trace(TraceEvent::call_abandoned, EntityKind::clinician, call.post.value());
    if (call.technology) {
        world_.the<Ledger>().take_hours(HoursFor::help_desk, world_.now() - call.placed,
                                        world_.layout.posts()[call.post].unit);
        world_.the<TechnologyUse>().problem_unsolved(call.technology, call.post);
    }
    close(id);
    settle();
}

void HelpDesk::settle() {
    for (std::size_t t = 0; t < transitions_.size(); ++t) {
        const kernel::Transition transition = transitions_[t];
        if (transition.what == kernel::Transition::What::started) answered(transition.payload);
        if (transition.what == kernel::Transition::What::finished) ended(transition.payload);
    }
    transitions_.clear();
}

void HelpDesk::answered(CallId id) {
    const Call& call = calls_[id];
    world_.events().cancel(call.patience);
    const double waited = (world_.now() - call.placed).in_minutes();
    wait_minutes_.add(waited);
    week_.answered += 1;
    week_.waited_minutes += waited;
    if (call.technology)
        world_.trace(TraceEvent::call_answered, EntityKind::clinician, call.post.value(), waited);
}

void HelpDesk::ended(CallId id) {
    const Call call = calls_[id];
    if (!call.technology) return close(id);
    // Surge agents are paid for being there: what they answer costs nothing more.
    const Team& team = world_.scenario.teams[first_line_];
    const double regulars = static_cast<double>(team.staff) / std::max(1, team.staff + surge());
    world_.the<Ledger>().spend(Cost::support, team.wage * call.handling.scaled(regulars));
    world_.the<Ledger>().take_hours(HoursFor::help_desk, world_.now() - call.placed,
                                    world_.layout.posts()[call.post].unit);
    if (world_.streams.bernoulli(desk().first_contact_resolution.value(), resolution_draw, call.key,
                                 call.number)) {
        world_.trace(TraceEvent::call_resolved, EntityKind::clinician, call.post.value());
        return close(id);
    }
    ++escalated_;
    world_.trace(TraceEvent::call_escalated, EntityKind::clinician, call.post.value());
    world_.the<TechnologyUse>().problem_unsolved(call.technology, call.post);
    if (!desk().escalates_to) return close(id);
    world_.submit_work<HelpDesk>(
        {.team = desk().escalates_to,
         .work_class = WorkClass::ticket,
         .effort = desk().escalation_effort.draw(world_.streams, escalation_draw, call.key, call.number),
         .cost = Cost::support,
         .payload = id});
}

void HelpDesk::work_moved(std::uint32_t id, WorkMove move) {
    if (move != WorkMove::finished) return;
    world_.trace(TraceEvent::escalation_solved, EntityKind::clinician, calls_[id].post.value());
    world_.the<TechnologyUse>().problem_solved_late(calls_[id].technology, calls_[id].post);
    close(id);
}

void HelpDesk::close(CallId id) {
    calls_[id].open = false;
    free_calls_.push_back(id);
}

void HelpDesk::declare(Declarations& declare) {
    if (!declare.scenario.support || !declare.scenario.support->first_line) return;
    declare.series("help_calls", "1", "calls to the help desk in the week", network_only);
    declare.series("help_waiting", "1", "callers waiting at the end of the week", network_only);
    declare.series("help_wait", "minute", "mean wait of the calls answered in the week", network_only);
    declare.series("help_abandoned", "1", "share of the week's calls that hung up", network_only);
    declare.scalar("help_calls", "1", "calls to the help desk about the technology", Reading::number);
    declare.scalar("help_peak", "1", "calls about the technology in the busiest week", Reading::number);
    declare.scalar("help_wait", "minute", "mean wait of answered calls", Reading::minutes);
    declare.scalar("help_abandoned", "1", "share of calls that hung up", Reading::share);
    declare.scalar("help_escalated", "1", "calls about the technology that went to the second line",
                   Reading::number);
}

void HelpDesk::sample(Recorder& record) {
    if (!first_line_) return;
    record.network("help_calls", week_.calls);
    record.network("help_waiting", team_->waiting());
    record.network("help_wait", week_.answered > 0 ? week_.waited_minutes / week_.answered : 0.0);
    record.network("help_abandoned", week_.calls > 0 ? week_.abandoned / week_.calls : 0.0);
    busiest_week_ = std::max(busiest_week_, week_.about_technology);
    week_ = {};
}

void HelpDesk::finish(Recorder& record) const {
    if (!first_line_) return;
    record.scalar("help_calls", static_cast<double>(about_technology_));
    record.scalar("help_peak", busiest_week_);
    record.scalar("help_wait", wait_minutes_.count() > 0 ? wait_minutes_.mean() : 0.0);
    record.scalar("help_abandoned",
                  placed_ > 0 ? static_cast<double>(abandoned_) / static_cast<double>(placed_) : 0.0);
    record.scalar("help_escalated", static_cast<double>(escalated_));
}

}  // namespace golive::model
