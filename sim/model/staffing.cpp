#include "model/staffing.hpp"

#include "model/world.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Purpose comfort_draw{"staffing.comfort"};
constexpr random::Purpose turnover_draw{"staffing.turnover"};
constexpr random::Purpose stay_draw{"staffing.stay"};
constexpr random::Purpose fill_draw{"staffing.time_to_fill"};
constexpr random::Purpose workload_draw{"staffing.workload"};
constexpr random::Purpose hire_cost_draw{"staffing.hire_cost"};

}  // namespace

Staffing::Staffing(World& world)
    : world_{world}, people_(world.layout.posts().size()), filled_(world.scenario.units.size()) {
    for (UnitId unit : world.scenario.units.ids())
        workload_.push_back(world.scenario.units[unit]
                                .workload.draw(world.streams, workload_draw, world.layout.key_of(unit))
                                .value());
}

void Staffing::start() {
    for (PostId post : people_.ids()) arrive(post);
}

void Staffing::handle(Event what, std::uint32_t subject) {
    const PostId post{subject};
    if (what == Event::leave) return leave(post);
    ++people_[post].number;
    arrive(post);
    world_.the<Ledger>().spend(
        Cost::turnover, world_.scenario.costs.hire.draw(world_.streams, hire_cost_draw, person_key(post)));
    world_.trace(TraceEvent::person_joined, EntityKind::clinician, subject);
    world_.announce(PersonJoined{post});
}

void Staffing::arrive(PostId post) {
    const Post& place = world_.layout.posts()[post];
    const Role& role = world_.scenario.roles[place.role];
    const random::EntityKey key = person_key(post);
    people_[post].comfort =
        static_cast<float>(role.tech_comfort.draw(world_.streams, comfort_draw, key).value());
    people_[post].employed = true;
    ++filled_[place.unit];
    ++all_filled_;
    if (!world_.scenario.workforce) return;
    const double hazard = role.turnover.draw(world_.streams, turnover_draw, key).per_second();
    if (!world_.scenario.burnout) {
        world_.schedule<Staffing>(world_.next_arrival(hazard, stay_draw, key), Event::leave, post.value());
        return;
    }
    people_[post].hazard = hazard;
    people_[post].patience = -std::log(world_.streams.uniform(stay_draw, key));
    const Duration into_week = (world_.now() - Time{} - day_begins) % Duration::weeks(1);
    wear(post, into_week < Duration{} ? -into_week : Duration::weeks(1) - into_week);
}

/// Where burnout acts, hazards change from week to week: a person leaves when the hazard lived through
/// reaches an exponential number of mean 1, the same law as a constant hazard's exponential stay.
void Staffing::on(const WeekBegins&) {
    if (!world_.scenario.burnout || !world_.scenario.workforce) return;
    for (PostId post : people_.ids())
        if (people_[post].employed) wear(post, Duration::weeks(1));
}

void Staffing::wear(PostId post, Duration until_next_look) {
    Person& person = people_[post];
    if (person.patience < 0 || person.hazard <= 0) return;
    const double hazard =
        person.hazard * world_.the<BurnoutDynamics>().hazard_factor(world_.layout.posts()[post].unit);
    const double lived = hazard * until_next_look.in_seconds();
    if (lived > person.patience)
        world_.schedule<Staffing>(world_.now() + Duration::from_seconds(person.patience / hazard),
                                  Event::leave, post.value());
    person.patience -= lived;
}

void Staffing::leave(PostId post) {
    const Post& place = world_.layout.posts()[post];
    people_[post].employed = false;
    --filled_[place.unit];
    --all_filled_;
    ++resignations_;
    world_.trace(TraceEvent::person_left, EntityKind::clinician, post.value());
    world_.announce(PersonLeft{post});
    const Duration vacant =
        world_.scenario.roles[place.role].time_to_fill.draw(world_.streams, fill_draw, person_key(post));
    world_.schedule<Staffing>(world_.now() + vacant, Event::join, post.value());
}

random::EntityKey Staffing::person_key(PostId post) const {
    const random::EntityKey key = world_.layout.posts()[post].key;
    return people_[post].number == 0 ? key : key.child(people_[post].number);
}

double Staffing::workload(UnitId unit) const {
    const double posts = world_.layout.posts_of(unit).size();
    return workload_[unit] * posts / std::max(1, filled_[unit]);
}

HourlyRate Staffing::wage(PostId post) const {
    return world_.scenario.roles[world_.layout.posts()[post].role].wage;
}

HourlyRate Staffing::mean_wage(UnitId unit) const {
    std::int64_t cents = 0;
    std::int64_t posts = 0;
    for (RoleId role : world_.scenario.roles.ids()) {
        const int count = world_.scenario.units[unit].posts[role];
        cents += world_.scenario.roles[role].wage.in_one_hour().in_cents() * count;
        posts += count;
    }
    return HourlyRate::per_hour(Money::cents(posts > 0 ? cents / posts : 0));
}

void Staffing::declare(Declarations& declare) {
    declare.series("vacancy", "1", "share of posts without a person", every_scope);
    declare.series("resignations", "1", "people who have left so far", network_only);
    declare.scalar("resignations", "1", "people who left within the horizon", Reading::number);
    declare.scalar("vacancy", "1", "share of posts without a person at the end", Reading::share);
}

void Staffing::sample(Recorder& record) const {
    record.ratio("vacancy", [&](UnitId unit) {
        const double posts = world_.layout.posts_of(unit).size();
        return Part{posts - filled_[unit], posts};
    });
    record.network("resignations", static_cast<double>(resignations_));
}

void Staffing::finish(Recorder& record) const {
    record.scalar("resignations", static_cast<double>(resignations_));
    record.scalar("vacancy", 1.0 - static_cast<double>(all_filled_) / static_cast<double>(people_.size()));
}

}  // namespace golive::model
