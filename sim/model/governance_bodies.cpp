#include "model/governance_bodies.hpp"

#include "model/figures.hpp"
#include "model/it_alignment.hpp"
#include "model/ledger.hpp"
#include "model/plan_execution.hpp"
#include "model/rollout_budget.hpp"
#include "model/team_work.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>

namespace golive::model {
namespace {

constexpr random::Draw attendance_draw{"governance.attendance"};
constexpr random::Draw approval_draw{"governance.approval"};
constexpr random::Draw vote_draw{"governance.vote"};
constexpr random::Draw rejection_draw{"governance.rejection"};
constexpr random::Draw rework_draw{"governance.rework"};
constexpr random::Draw paper_draw{"governance.paper"};
constexpr random::Draw other_items_draw{"governance.other_items"};
constexpr random::Draw other_rate_draw{"governance.other_rate"};

constexpr Duration meeting_time = Duration::hours(10);  // of the working day, from midnight
constexpr std::uint32_t most_tries = 1000;              // of one request: the next one's luck is its own

}  // namespace

GovernanceBodies::GovernanceBodies(World world)
    : world_{world}, weights_{world.numbers(world.scenario.governance)} {
    for (const Body& body : world.scenario.bodies) {
        BodyState state{.agenda = {}, .lead_time_days = {}, .key = random::EntityKey{body.name}};
        for (const Body::Bench& bench : body.benches) state.members += bench.members;
        bodies_.push_back(std::move(state));
    }
}

void GovernanceBodies::start() {
    for (BodyId body : bodies_.ids()) {
        if (world_.scenario.bodies[body].rule == VotingRule::empowered) continue;  // decides without meeting
        schedule_meeting(body);
        schedule_other_item(body);
    }
}

void GovernanceBodies::other_item(BodyId id) {
    BodyState& body = bodies_[id];
    body.agenda.push_back({ItemId{}, 0, body.arrivals++, world_.now()});
    schedule_other_item(id);
}

void GovernanceBodies::schedule_other_item(BodyId id) {
    BodyState& body = bodies_[id];
    const std::uint64_t number = body.others++;
    const Rate rate =
        world_.scenario.bodies[id].other_items.draw(world_.streams, other_rate_draw, body.key, number);
    world_.schedule<&GovernanceBodies::other_item>(
        world_.next_arrival(rate.per_second(), other_items_draw, body.key, number), id);
}

void GovernanceBodies::begin(const Decision& decision, InstanceId instance) {
    if (decision.bodies.empty()) return world_.the<PlanExecution>().finish(instance);
    const std::size_t at_once = decision.order == Decision::Order::series ? 1 : decision.bodies.size();
    for (std::size_t place = 0; place < at_once; ++place) submit(instance, place);
}

void GovernanceBodies::submit(InstanceId instance, std::size_t place) {
    const auto& decision = world_.layout.step<Decision>(instance);
    const BodyId body = decision.bodies[place];
    const ItemId item = items_.push_back({.instance = instance,
                                          .body = body,
                                          .place = place,
                                          .priority = decision.priority,
                                          .first_submitted = world_.now()});
    if (const auto box = world_.scenario.bodies[body].time_box)
        world_.schedule<&GovernanceBodies::escalate>(world_.now() + *box, item);
    write_paper(item);
}

void GovernanceBodies::on(const MoneyNeeded& signal) {
    const ItemId item = items_.push_back({.instance = signal.step,
                                          .body = signal.body,
                                          .priority = 1,
                                          .for_money = true,
                                          .first_submitted = world_.now(),
                                          .tries = requests_for_money_++ * most_tries});
    if (const auto box = world_.scenario.bodies[signal.body].time_box)
        world_.schedule<&GovernanceBodies::escalate>(world_.now() + *box, item);
    write_paper(item);
}

void GovernanceBodies::write_paper(ItemId item) {
    State& state = items_[item];
    if (state.phase == Phase::decided) return;
    const Body& body = world_.scenario.bodies[state.body];
    if (!body.paper) return enter_agenda(item);
    state.phase = Phase::writing;
    const Duration effort = body.paper->effort.draw(world_.streams, paper_draw,
                                                    world_.layout.plan()[state.instance].key, state.tries);
    tell_plan(item, Cause::team_queue);
    world_.submit_work(
        {.team = body.paper->team, .effort = effort, .cost = Cost::meetings, .payload = item.value()});
}

void GovernanceBodies::work_moved(std::uint32_t payload, WorkMove move) {
    const ItemId item{payload};
    if (items_[item].phase == Phase::decided) return;
    if (move == WorkMove::finished) return enter_agenda(item);
    tell_plan(item, move == WorkMove::interrupted ? Cause::interruption : Cause::work);
}

void GovernanceBodies::enter_agenda(ItemId item) {
    State& state = items_[item];
    BodyState& body = bodies_[state.body];
    state.phase = Phase::agenda;
    ++state.submissions;
    world_.trace(TraceEvent::item_submitted, EntityKind::body, state.body.value(), state.submissions);
    if (state.escalated || world_.scenario.bodies[state.body].rule == VotingRule::empowered)
        return decide_alone(item);
    body.agenda.push_back({item, state.priority, body.arrivals++, world_.now()});
    tell_plan(item, Cause::agenda);
}

void GovernanceBodies::schedule_meeting(BodyId body) {
    const auto day_of = [&](std::int64_t number) {
        return world_.layout.working_time().next_working_day(
            Time{} + world_.scenario.bodies[body].meets_every * number);
    };
    auto number = static_cast<std::int64_t>(++bodies_[body].meetings);
    while (day_of(number) + meeting_time <= world_.now())
        ++number;  // once a day, and not again for the weekend's
    bodies_[body].meetings = static_cast<std::uint64_t>(number);
    world_.schedule<&GovernanceBodies::meeting>(day_of(number) + meeting_time, body);
}

void GovernanceBodies::meeting(BodyId id) {
    const Body& body = world_.scenario.bodies[id];
    BodyState& state = bodies_[id];
    const std::vector<BenchVotes> present = attendance(id);
    int attending = 0;
    for (const BenchVotes& bench : present) attending += bench.attending;
    const auto is_ours = [&](const AgendaEntry& entry) { return entry.item && entry.since < world_.now(); };
    if (std::any_of(state.agenda.begin(), state.agenda.end(), is_ours))
        charge_meeting(body, present);  // a meeting without an item of the plan would be held all the same
    const bool quorate = is_quorate(attending, state.members, body.quorum.value());
    (quorate ? state.held : state.lost) += 1;
    world_.trace(quorate ? TraceEvent::meeting_held : TraceEvent::meeting_lost, EntityKind::body, id.value(),
                 attending);
    if (quorate) take_slots(id, present);
    for (const AgendaEntry& entry : state.agenda)
        if (is_ours(entry)) tell_plan(entry.item, quorate ? Cause::agenda : Cause::no_quorum);
    schedule_meeting(id);
}

std::vector<BenchVotes> GovernanceBodies::benches_of(BodyId id) const {
    std::vector<BenchVotes> votes;
    for (const Body::Bench& bench : world_.scenario.bodies[id].benches)
        votes.push_back({.weight = bench.weight});
    return votes;
}

std::vector<BenchVotes> GovernanceBodies::attendance(BodyId id) const {
    const Body& body = world_.scenario.bodies[id];
    std::vector<BenchVotes> present = benches_of(id);
    for (std::size_t b = 0; b < body.benches.size(); ++b) {
        const auto& bench = body.benches[b];
        auto engine = world_.streams.variate(
            attendance_draw, bodies_[id].key.child(world_.scenario.constituencies[bench.constituency].name),
            bodies_[id].meetings);
        for (int member = 0; member < bench.members; ++member)
            present[b].attending += random::to_unit(engine()) < bench.attendance.value() ? 1 : 0;
    }
    return present;
}

void GovernanceBodies::take_slots(BodyId id, const std::vector<BenchVotes>& present) {
    const Body& body = world_.scenario.bodies[id];
    std::vector<AgendaEntry>& agenda = bodies_[id].agenda;
    if (body.agenda == AgendaOrder::priority)
        std::sort(agenda.begin(), agenda.end(), [](const AgendaEntry& a, const AgendaEntry& b) {
            return a.priority != b.priority ? a.priority < b.priority : a.arrival < b.arrival;
        });
    std::vector<AgendaEntry> today, later;
    for (const AgendaEntry& entry : agenda) {  // what another body sends at this very hour comes too late
        const bool taken = today.size() < static_cast<std::size_t>(body.slots) && entry.since < world_.now();
        (taken ? today : later).push_back(entry);
    }
    agenda = std::move(later);
    for (const AgendaEntry& entry : today)
        if (entry.item) vote_on(entry.item, present);
}

/// The accountable person sits on the first bench; with one voter every rule says the same.
void GovernanceBodies::decide_alone(ItemId item) {
    std::vector<BenchVotes> votes = benches_of(items_[item].body);
    if (!votes.empty()) votes.front().attending = 1;
    vote_on(item, std::move(votes));
}

/// From now on the item goes to the chair instead of the agenda, at once if that is where it is.
void GovernanceBodies::escalate(ItemId id) {
    State& item = items_[id];
    if (item.phase == Phase::decided) return;
    item.escalated = true;
    world_.trace(TraceEvent::item_escalated, EntityKind::activity, item.instance.value());
    if (item.phase != Phase::agenda) return;
    std::erase_if(bodies_[item.body].agenda, [&](const AgendaEntry& entry) { return entry.item == id; });
    decide_alone(id);
}

double GovernanceBodies::evidence(const State& item) const {
    const Instance& instance = world_.layout.plan()[item.instance];
    const TechnologyId technology = world_.layout.activity(item.instance).technology;
    const double discovered =
        technology ? world_.the<WorkflowIssues>().discovered(technology, instance.units) : 0.0;
    return log_odds_of(weights_, {.alignment = world_.the<ItAlignment>().vote(),
                                  .discovered = discovered,
                                  .submissions = item.submissions,
                                  .rescopings = item.rescopings,
                                  .members = bodies_[item.body].members});
}

void GovernanceBodies::vote_on(ItemId id, std::vector<BenchVotes> votes) {
    State& item = items_[id];
    const Body& body = world_.scenario.bodies[item.body];
    const Instance& instance = world_.layout.plan()[item.instance];
    const double extra = evidence(item);
    for (std::size_t b = 0; b < votes.size(); ++b) {
        const auto& bench = body.benches[b];
        const auto key = instance.key.child(bodies_[item.body].key.key())
                             .child(world_.scenario.constituencies[bench.constituency].name);
        const double approval = bench.approval.draw(world_.streams, approval_draw, key).value();
        const double probability = approval_chance(approval, extra);
        auto engine = world_.streams.variate(vote_draw, key, item.tries);
        for (int member = 0; member < votes[b].attending; ++member)
            votes[b].approving += random::to_unit(engine()) < probability ? 1 : 0;
    }
    ++item.tries;
    is_carried(body.rule, votes) ? approve(id) : send_back(id);
}

void GovernanceBodies::send_back(ItemId id) {
    State& item = items_[id];
    const Body& body = world_.scenario.bodies[item.body];
    const auto key = world_.layout.plan()[item.instance].key.child(bodies_[item.body].key.key());
    const bool rejected = world_.streams.bernoulli(body.rejected.value(), rejection_draw, key, item.tries);
    if (rejected) ++item.rescopings;
    item.phase = Phase::reworking;
    const auto& law = rejected ? body.rescope : body.rework;
    const Duration again = law.draw(world_.streams, rework_draw, key, item.tries);
    world_.trace(rejected ? TraceEvent::item_rejected : TraceEvent::item_deferred, EntityKind::activity,
                 item.instance.value(), item.submissions);
    tell_plan(id, Cause::rework);
    world_.schedule<&GovernanceBodies::write_paper>(world_.now() + again, id);
}

void GovernanceBodies::approve(ItemId id) {
    State& item = items_[id];
    item.phase = Phase::decided;
    BodyState& state = bodies_[item.body];
    state.lead_time_days.add((world_.now() - item.first_submitted).in_days());
    world_.trace(TraceEvent::item_approved, EntityKind::activity, item.instance.value(), item.submissions);
    const InstanceId instance = item.instance;
    if (item.for_money) return world_.the<RolloutBudget>().granted(instance);
    const std::size_t next = item.place + 1;
    const auto& decision = world_.layout.step<Decision>(instance);
    if (decision.order == Decision::Order::series) {
        if (next < decision.bodies.size()) return submit(instance, next);
        return world_.the<PlanExecution>().finish(instance);
    }
    const auto approved = std::count_if(items_.begin(), items_.end(), [&](const State& other) {
        return other.instance == instance && !other.for_money && other.phase == Phase::decided;
    });
    if (static_cast<std::size_t>(approved) == decision.bodies.size())
        world_.the<PlanExecution>().finish(instance);
}

void GovernanceBodies::charge_meeting(const Body& body, const std::vector<BenchVotes>& present) {
    for (std::size_t b = 0; b < present.size(); ++b) {
        const ConstituencyId constituency = body.benches[b].constituency;
        const Duration time = body.meeting_length * present[b].attending;
        world_.the<Ledger>().spend(Cost::meetings, world_.scenario.costs.meeting_wage[constituency] * time);
        if (world_.scenario.constituencies[constituency].of_clinicians)
            world_.the<Ledger>().take_hours(HoursFor::meetings, time);
    }
}

/// With several bodies at once, the cause that is told last counts: the elapsed time has one owner at a time.
void GovernanceBodies::tell_plan(ItemId item, Cause cause) {
    world_.the<PlanExecution>().now_in(items_[item].instance, cause);
}

void GovernanceBodies::declare(Figures<GovernanceBodies>& figures) {
    figures.about(Subject::decisions);
    for (BodyId id : figures.scenario.bodies.ids()) {
        const std::string& name = figures.scenario.bodies[id].name;
        figures.at_end({{"decision_days", name},
                        Reading::days,
                        "mean time from an item's first submission to its approval by " + name},
                       [id](const GovernanceBodies& governance) {
                           const kernel::Tally& days = governance.bodies_[id].lead_time_days;
                           return days.count() > 0 ? days.mean() : Recorder::missing;
                       });
        figures.at_end(
            {{"meetings_lost", name}, Reading::number, "meetings of " + name + " without a quorum"},
            [id](const GovernanceBodies& governance) { return governance.bodies_[id].lost; });
        figures.weekly(
            {{"agenda", name}, Reading::number, "items on the agenda of " + name},
            [id](const GovernanceBodies& governance) { return governance.bodies_[id].agenda.size(); });
    }
}

}  // namespace golive::model
