#include "model/team_work.hpp"

#include "model/figures.hpp"
#include "model/ledger.hpp"
#include "model/rollout_budget.hpp"

#include <algorithm>
#include <cmath>

#include <golive/base/enum_names.hpp>

namespace golive::model {
namespace {

constexpr random::Draw arrival_draw{"team_work.arrival"};
constexpr random::Draw rate_draw{"team_work.rate"};
constexpr random::Draw effort_draw{"team_work.effort"};
constexpr random::Draw upkeep_draw{"team_work.upkeep"};

constexpr std::uint16_t no_owner = 0xffff;  // background work: nobody waits for it

constexpr EnumNames<WorkClass, work_class_count> class_names{{{WorkClass::incident, "incident"},
                                                              {WorkClass::mandate, "mandate"},
                                                              {WorkClass::ticket, "ticket"},
                                                              {WorkClass::project, "project"},
                                                              {WorkClass::change_request, "change_request"},
                                                              {WorkClass::maintenance, "maintenance"}}};

WorkMove move_of(kernel::Transition::What what) {
    switch (what) {
        case kernel::Transition::What::started:
            return WorkMove::started;
        case kernel::Transition::What::preempted:
            return WorkMove::interrupted;
        case kernel::Transition::What::resumed:
            return WorkMove::resumed;
        case kernel::Transition::What::finished:
            break;
    }
    return WorkMove::finished;
}

TraceEvent trace_of(WorkMove move) {
    static constexpr std::array names{TraceEvent::work_started, TraceEvent::work_interrupted,
                                      TraceEvent::work_resumed, TraceEvent::work_finished};
    return names[static_cast<std::size_t>(move)];
}

/// Position of each class in the team's order; classes that it does not name follow in their usual order.
std::array<int, work_class_count> ranks_of(const Team& team) {
    std::array<int, work_class_count> ranks{};
    ranks.fill(-1);
    int next = 0;
    for (WorkClass named : team.order) ranks[static_cast<std::size_t>(named)] = next++;
    for (int& rank : ranks)
        if (rank < 0) rank = next++;
    return ranks;
}

/// Sources of one class are told apart by their order among themselves.
random::EntityKey key_of(const Team& team, std::size_t source) {
    const auto of_class = [&](const BackgroundWork& work) {
        return work.work_class == team.background[source].work_class;
    };
    const auto first = team.background.begin();
    const auto earlier = std::count_if(first, first + static_cast<std::ptrdiff_t>(source), of_class);
    const auto key = random::EntityKey{team.name}.child(class_names[team.background[source].work_class]);
    return earlier == 0 ? key : key.child(static_cast<std::uint64_t>(earlier));
}

/// Whatever its rank, an incident or a mandate does not wait for lesser work to end.
std::vector<kernel::Manners> manners_of(const std::array<int, work_class_count>& ranks) {
    std::vector manners(ranks.size(), kernel::Manners::waits);
    for (WorkClass urgent : {WorkClass::incident, WorkClass::mandate})
        manners[static_cast<std::size_t>(ranks[static_cast<std::size_t>(urgent)])] =
            kernel::Manners::preempts;
    return manners;
}

/// Strategy falls to IT unless a digital officer sees to it.
double left_for_work(const Scenario& scenario, TeamId id) {
    const auto& intake = scenario.intake;
    if (!intake || scenario.digital_officer) return 1.0;
    const bool asked = std::find(intake->teams.begin(), intake->teams.end(), id) != intake->teams.end();
    return asked ? left_by_strategy(intake->strategy_load.value()) : 1.0;
}

}  // namespace

double stretch_of(double open, double focus, double left_for_work) {
    return std::max(1.0, open / focus) / left_for_work;
}

double own_share_of(int own, int hired) { return hired > 0 ? static_cast<double>(own) / (own + hired) : 1.0; }

TeamWork::TeamWork(World world)
    : world_{world},
      stable_from_(world.scenario.teams.size()),
      refused_(world.scenario.teams.size()),
      refusals_(world.scenario.teams.size()),
      hired_(world.scenario.teams.size()),
      live_(world.scenario.technologies.size()) {
    for (TeamId id : world.scenario.teams.ids()) {
        const Team& team = world.scenario.teams[id];
        ranks_.push_back(ranks_of(team));
        left_for_work_.push_back(left_for_work(world.scenario, id));
        teams_.push_back(std::make_unique<kernel::ServerPool>(
            world.layout.hours_of(id), static_cast<std::uint32_t>(team.staff), manners_of(ranks_[id]),
            world.kind<&TeamWork::team_event>(), static_cast<std::uint16_t>(id.value())));
        for (std::size_t source = 0; source < team.background.size(); ++source)
            arrivals_.push_back({id, &team.background[source], key_of(team, source)});
    }
}

void TeamWork::start() {
    for (std::uint32_t source = 0; source < arrivals_.size(); ++source) schedule_arrival(source);
    world_.schedule<&TeamWork::week>(Time{} + Duration::weeks(1));
    for (TeamId team : teams_.ids()) {
        if (!world_.scenario.teams[team].consultants) continue;
        const auto [from, until] = stay_of(*world_.scenario.teams[team].consultants);
        if (until <= from) continue;
        for (Time change : {from, until}) world_.schedule<&TeamWork::hire>(change, team);
    }
    pay_consultants();
}

void TeamWork::team_event(std::uint32_t subject) {
    const kernel::Event event{world_.now(), 0, world_.kind<&TeamWork::team_event>(), subject};
    teams_[TeamId{kernel::ServerPool::number_of(event)}]->on_event(event, world_.events(), transitions_);
    settle();
}

void TeamWork::arrival(std::uint32_t index) {
    const Arrivals& source = arrivals_[index];
    admit(no_owner,
          {.team = source.team,
           .work_class = source.work->work_class,
           .effort = source.work->effort.draw(world_.streams, effort_draw, source.key, source.count),
           .cost = std::nullopt});
    schedule_arrival(index);
}

void TeamWork::week() {
    maintain();
    pay_consultants();
    world_.schedule<&TeamWork::week>(world_.now() + Duration::weeks(1));
}

void TeamWork::gone_live(TechnologyId technology) {
    live_[technology.index()] = true;
    for (TeamId team : teams_.ids()) {
        const Duration window = world_.scenario.teams[team].stabilisation;
        if (window <= Duration{} || !works_for(team, technology)) continue;
        const Time until = world_.now() + window;
        if (until <= stable_from_[team]) continue;
        stable_from_[team] = until;
        world_.schedule<&TeamWork::release>(until, team);
    }
}

bool TeamWork::works_for(TeamId team, TechnologyId technology) const {
    for (const Purpose& purpose : world_.scenario.technologies[technology].purposes)
        if (purpose.integration && purpose.integration->team == team) return true;
    for (const Activity& activity : world_.scenario.plan) {
        const auto* deploy = std::get_if<Deploy>(&activity.step);
        if (deploy != nullptr && activity.technology == technology && deploy->team == team) return true;
    }
    return false;
}

void TeamWork::release(TeamId team) {
    if (refuses(team)) return;  // something else has gone live since
    std::vector<Place> waiting;
    waiting.swap(refused_[team]);
    for (Place place : waiting) {
        items_[place].refused = false;
        const Item item = items_[place];
        if (item.owner != no_owner)
            world_.switchboard().work_moved(item.owner, item.request.payload, WorkMove::accepted);
        give(place);
    }
    settle();
}

/// From their first day to the day after their last.
std::pair<Time, Time> TeamWork::stay_of(const Team::Consultants& consultants) const {
    const Date start = world_.scenario.header.start;
    return {std::max(Time{}, consultants.from ? time_of(*consultants.from, start) : Time{}),
            consultants.until ? time_of(*consultants.until, start) + Duration::days(1) : Time::max()};
}

/// The team's people, and its consultants while they are there.
void TeamWork::hire(TeamId id) {
    const Team& team = world_.scenario.teams[id];
    const auto [from, until] = stay_of(*team.consultants);
    hired_[id] = from <= world_.now() && world_.now() < until ? team.consultants->people : 0;
    set_staff(id, team.staff + hired_[id]);
}

/// Consultants are paid for being there, a week ahead.
void TeamWork::pay_consultants() {
    for (TeamId id : teams_.ids()) {
        const Team& team = world_.scenario.teams[id];
        if (!team.consultants) continue;
        const auto [from, until] = stay_of(*team.consultants);
        const Time first = std::max(from, world_.now());
        const Time last = std::min({until, world_.now() + Duration::weeks(1), world_.layout.horizon()});
        if (last <= first) continue;
        const Duration open = world_.layout.hours_of(id).open_between(first, last);
        world_.the<Ledger>().spend(Cost::it_labour,
                                   team.consultants->wage * (open * team.consultants->people));
    }
}

void TeamWork::schedule_arrival(std::uint32_t index) {
    Arrivals& source = arrivals_[index];
    const std::uint64_t number = source.count++;
    const double rate = source.work->rate.draw(world_.streams, rate_draw, source.key, number).per_second();
    world_.schedule<&TeamWork::arrival>(world_.next_arrival(rate, arrival_draw, source.key, number), index);
}

/// Every live technology asks for some upkeep of each team, every week.
void TeamWork::maintain() {
    for (TeamId team : teams_.ids())
        for (TechnologyId technology : world_.scenario.technologies.ids()) {
            if (!live_[technology.index()]) continue;
            const auto key = random::EntityKey{world_.scenario.teams[team].name}.child(
                world_.scenario.technologies[technology].name);
            const auto week = static_cast<std::uint64_t>(world_.now().since_start() / Duration::weeks(1));
            const Duration effort =
                world_.scenario.teams[team].maintenance.draw(world_.streams, upkeep_draw, key, week);
            if (effort > Duration{})
                admit(no_owner, {.team = team,
                                 .work_class = WorkClass::maintenance,
                                 .effort = effort,
                                 .cost = Cost::support});
        }
}

double TeamWork::stretch(TeamId id, Pace pace) const {
    const Team& team = world_.scenario.teams[id];
    if (pace == Pace::clock || team.hours == Team::Hours::always) return 1.0;
    const WorkingTime& hours = world_.scenario.working_time;
    return stretch_of((hours.closes - hours.opens).in_seconds(), team.focus.in_seconds(), left_for_work_[id]);
}

int TeamWork::rank(TeamId team, WorkClass work_class) const {
    return ranks_[team][static_cast<std::size_t>(work_class)];
}

WorkId TeamWork::admit(std::uint16_t owner, const WorkRequest& request) {
    Place place = items_.next_id();
    if (free_items_.empty()) {
        items_.push_back({owner, request, {}});
    } else {
        place = free_items_.back();
        free_items_.pop_back();
        items_[place] = {owner, request, {}, items_[place].use + 1};
    }
    const WorkId id{place, items_[place].use};
    if (request.changes_live && refuses(request.team)) {
        items_[place].refused = true;
        refused_[request.team].push_back(place);
        ++refusals_[request.team];
        world_.trace(TraceEvent::work_refused, EntityKind::team, request.team.value(),
                     request.effort.in_hours());
        return id;
    }
    give(place);
    settle();
    return id;
}

void TeamWork::give(Place place) {
    const WorkRequest& request = items_[place].request;
    const kernel::Job job{.payload = place.value(),
                          .urgency_class = static_cast<std::uint8_t>(rank(request.team, request.work_class)),
                          .work = request.effort.scaled(stretch(request.team, request.pace)),
                          .fit = request.pace == Pace::clock ? kernel::Fit::whole : kernel::Fit::splittable};
    items_[place].job = teams_[request.team]->submit(job, world_.events(), transitions_);
}

/// Tells owners what happened, in order. Owners may submit more while they are told: that is told after them.
void TeamWork::settle() {
    if (telling_) return;
    telling_ = true;
    while (told_ < transitions_.size()) {
        const kernel::Transition transition = transitions_[told_++];
        const Place place{transition.payload};
        const Item item = items_[place];
        const WorkMove move = move_of(transition.what);
        world_.trace(trace_of(move), EntityKind::team, item.request.team.value(),
                     item.request.effort.in_hours());
        if (move == WorkMove::finished) {
            pay(item, item.request.effort);
            free_items_.push_back(place);
        }
        if (item.owner != no_owner) world_.switchboard().work_moved(item.owner, item.request.payload, move);
    }
    transitions_.clear();
    told_ = 0;
    telling_ = false;
}

void TeamWork::pay(const Item& item, Duration effort) {
    const WorkRequest& request = item.request;
    if (!request.cost) return;
    const Team& team = world_.scenario.teams[request.team];
    const Money cost = team.wage * effort.scaled(own_share_of(team.staff, hired_[request.team]));
    world_.the<Ledger>().spend(*request.cost, cost);
    if (request.step) world_.the<RolloutBudget>().draw(request.step, cost);
}

Duration TeamWork::withdraw(WorkId id) {
    const Item item = items_[id.place];
    if (item.use == id.use && item.refused) {
        std::erase(refused_[item.request.team], id.place);
        items_[id.place].refused = false;
        free_items_.push_back(id.place);
        return item.request.effort;
    }
    kernel::ServerPool& team = *teams_[item.request.team];
    if (item.use != id.use || !team.knows(item.job)) return Duration{};
    const Duration left =
        team.remaining(item.job, world_.now()).scaled(1.0 / stretch(item.request.team, item.request.pace));
    team.withdraw(item.job, world_.events(), transitions_);
    pay(item, item.request.effort - left);
    free_items_.push_back(id.place);
    settle();
    return left;
}

void TeamWork::set_staff(TeamId team, int staff) {
    teams_[team]->set_servers(static_cast<std::uint32_t>(staff), world_.events(), transitions_);
    settle();
}

void TeamWork::declare(Figures<TeamWork>& figures) {
    figures.about(Subject::plan);
    for (TeamId id : figures.scenario.teams.ids()) {
        const std::string& name = figures.scenario.teams[id].name;
        figures.weekly({{"queue", name}, Reading::number, "pieces of work waiting for " + name},
                       [id](const TeamWork& work) { return work.teams_[id]->waiting(); });
        figures.weekly({{"backlog", name}, Reading::hours, "person-hours of work waiting for " + name},
                       [id](const TeamWork& work) {
                           return work.teams_[id]->waiting_work().in_hours() /
                                  work.stretch(id, Pace::focused);
                       });
        figures.weekly({{"busy", name}, Reading::number, "people of " + name + " at work on something"},
                       [id](const TeamWork& work) { return work.teams_[id]->in_service(); });
        if (figures.scenario.teams[id].stabilisation > Duration{})
            figures.at_end({{"refused", name},
                            Reading::number,
                            "pieces of work that " + name + " put off while it stabilised"},
                           [id](const TeamWork& work) { return work.refusals_[id]; });
    }
}

}  // namespace golive::model
