#include "model/help_desk.hpp"

#include "model/elbow_support.hpp"
#include "model/figures.hpp"
#include "model/ledger.hpp"
#include "model/staffing.hpp"
#include "model/team_work.hpp"
#include "model/technology_use.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Draw handling_draw{"help_desk.handling"};
constexpr random::Draw patience_draw{"help_desk.patience"};
constexpr random::Draw resolution_draw{"help_desk.resolution"};
constexpr random::Draw escalation_draw{"help_desk.escalation"};
constexpr random::Draw other_calls_draw{"help_desk.other_calls"};

}  // namespace

HelpDesk::HelpDesk(World world) : world_{world} {
    if (!present(world.scenario)) return;
    const auto support = world.numbers(world.scenario.support);
    calls_share_ = support.calls.value();
    first_line_ = support.first_line;
    key_ = random::EntityKey{world.scenario.teams[first_line_].name};
    other_calls_each_ = desk().other_calls.for_run(world.streams).per_second();
    const auto staff = static_cast<std::uint32_t>(world.scenario.teams[first_line_].staff);
    team_ = std::make_unique<kernel::ServerPool>(world.layout.hours_of(first_line_), staff,
                                                 std::vector{kernel::Manners::waits},
                                                 world.kind<&HelpDesk::team_event>());
}

const Desk& HelpDesk::desk() const { return *world_.scenario.teams[first_line_].desk; }

void HelpDesk::start() { schedule_other_call(); }

void HelpDesk::team_event(std::uint32_t subject) {
    team_->on_event({world_.now(), 0, world_.kind<&HelpDesk::team_event>(), subject}, world_.events(),
                    transitions_);
    settle();
}

void HelpDesk::other_call() {
    place(new_call({}, {}));
    schedule_other_call();
}

/// Calls about everything else come at a rate that grows with the people employed.
void HelpDesk::schedule_other_call() {
    const std::uint64_t number = others_++;
    const double rate =
        other_calls_each_ * static_cast<double>(std::max<std::uint64_t>(1, world_.the<Staffing>().filled()));
    world_.schedule<&HelpDesk::other_call>(world_.next_arrival(rate, other_calls_draw, key_, number));
}

void HelpDesk::on(const DayBegins&) { pay_surge(); }

/// Surge agents are paid for being there, the day before.
void HelpDesk::pay_surge() {
    if (surge_ == 0) return;
    const Duration open = team_->calendar().open_between(world_.now() - Duration::days(1), world_.now());
    world_.the<Ledger>().spend(Cost::support, world_.scenario.teams[first_line_].wage * (open * surge_));
}

void HelpDesk::on(const HypercareChanged&) {
    const bool goes_on = world_.the<ElbowSupport>().any();
    if (!goes_on) pay_surge();
    surge_ = goes_on ? world_.scenario.support->surge_staff : 0;
    const int staff = world_.scenario.teams[first_line_].staff + surge_;
    team_->set_servers(static_cast<std::uint32_t>(staff), world_.events(), transitions_);
    settle();
}

bool HelpDesk::call(TechnologyId technology, PostId post, Time at, double luck) {
    if (luck >= calls_share_) return false;
    world_.schedule<&HelpDesk::place>(at, new_call(technology, post));
    return true;
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
    // A caller's call is theirs at this second; the others are numbered: no lever shifts
    // anybody else's draws.
    call.key = call.technology ? world_.layout.posts()[call.post].key : key_;
    call.number = call.technology ? static_cast<std::uint64_t>(world_.now().since_start().count()) : others_;
    call.handling = desk().handling.draw(world_.streams, handling_draw, call.key, call.number);
    const Duration patience = desk().patience.draw(world_.streams, patience_draw, call.key, call.number);
    call.patience = world_.schedule_cancellable<&HelpDesk::hang_up>(
        world_.now() + std::min(patience, Duration::days(30)), id);
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
    const Team& team = world_.scenario.teams[first_line_];
    world_.the<Ledger>().spend(Cost::support,
                               team.wage * call.handling.scaled(share_of_regulars(team.staff, surge_)));
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
    world_.submit_work(
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

void HelpDesk::begin_week() {
    busiest_week_ = std::max(busiest_week_, week_.about_technology);
    week_ = {};
}

void HelpDesk::declare(Figures<HelpDesk>& figures) {
    figures.about(Subject::help_desk);
    figures.weekly({"help_calls", Reading::number, "calls to the help desk in the week"},
                   [](const HelpDesk& desk) { return desk.week_.calls; });
    figures.weekly({"help_waiting", Reading::number, "callers waiting at the end of the week"},
                   [](const HelpDesk& desk) { return desk.team_->waiting(); });
    figures.weekly({"help_wait", Reading::minutes, "mean wait of the calls answered in the week"},
                   [](const HelpDesk& desk) {
                       const Week& week = desk.week_;
                       return week.answered > 0 ? week.waited_minutes / week.answered : 0.0;
                   });
    figures.weekly({"help_abandoned", Reading::share, "share of the week's calls that hung up"},
                   [](const HelpDesk& desk) {
                       return desk.week_.calls > 0 ? desk.week_.abandoned / desk.week_.calls : 0.0;
                   });
    figures.at_end({"help_calls", Reading::number, "calls to the help desk about the technology"},
                   [](const HelpDesk& desk) { return desk.about_technology_; });
    figures.at_end({"help_peak", Reading::number, "calls about the technology in the busiest week"},
                   [](const HelpDesk& desk) { return desk.busiest_week_; });
    figures.at_end({"help_wait", Reading::minutes, "mean wait of answered calls"}, [](const HelpDesk& desk) {
        return desk.wait_minutes_.count() > 0 ? desk.wait_minutes_.mean() : 0.0;
    });
    figures.at_end(
        {"help_abandoned", Reading::share, "share of calls that hung up"}, [](const HelpDesk& desk) {
            return desk.placed_ > 0 ? static_cast<double>(desk.abandoned_) / static_cast<double>(desk.placed_)
                                    : 0.0;
        });
    figures.at_end(
        {"help_escalated", Reading::number, "calls about the technology that went to the second line"},
        [](const HelpDesk& desk) { return desk.escalated_; });
}

}  // namespace golive::model
