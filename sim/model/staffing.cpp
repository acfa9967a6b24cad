#include "model/staffing.hpp"

#include "model/clock.hpp"
#include "model/figures.hpp"
#include "model/ledger.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Draw comfort_draw{"staffing.comfort"};
constexpr random::Draw turnover_draw{"staffing.turnover"};
constexpr random::Draw stay_draw{"staffing.stay"};
constexpr random::Draw fill_draw{"staffing.time_to_fill"};
constexpr random::Draw workload_draw{"staffing.workload"};
constexpr random::Draw hire_cost_draw{"staffing.hire_cost"};

}  // namespace

Staffing::Staffing(World world)
    : world_{world},
      people_(world.layout.posts().size()),
      filled_(world.scenario.units.size()),
      hazard_factors_(world.scenario.units.size(), 1.0) {
    for (UnitId unit : world.scenario.units.ids())
        workload_.push_back(world.scenario.units[unit]
                                .workload.draw(world.streams, workload_draw, world.layout.key_of(unit))
                                .value());
}

void Staffing::start() {
    for (PostId post : people_.ids()) arrive(post);
}

void Staffing::join(PostId post) {
    ++people_[post].number;
    arrive(post);
    world_.the<Ledger>().spend(
        Cost::turnover, world_.scenario.costs.hire.draw(world_.streams, hire_cost_draw, person_key(post)));
    world_.trace(TraceEvent::person_joined, EntityKind::clinician, post.value());
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
        world_.schedule<&Staffing::leave>(world_.next_arrival(hazard, stay_draw, key), post);
        return;
    }
    people_[post].hazard = hazard;
    people_[post].patience = -std::log(world_.streams.uniform(stay_draw, key));
    const Duration into_week = (world_.now() - Time{} - day_begins) % Duration::weeks(1);
    wear(post, into_week < Duration{} ? -into_week : Duration::weeks(1) - into_week);
}

/// A person leaves when the hazard lived through reaches an exponential number of mean 1, the same law as a
/// constant hazard's exponential stay.
void Staffing::wear_for_a_week() {
    for (PostId post : people_.ids())
        if (people_[post].employed) wear(post, Duration::weeks(1));
}

void Staffing::wear(PostId post, Duration until_next_look) {
    Person& person = people_[post];
    if (person.patience < 0 || person.hazard <= 0) return;
    const double hazard = person.hazard * hazard_factors_[world_.layout.posts()[post].unit];
    const double lived = hazard * until_next_look.in_seconds();
    if (lived > person.patience)
        world_.schedule<&Staffing::leave>(world_.now() + Duration::from_seconds(person.patience / hazard),
                                          post);
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
    world_.schedule<&Staffing::join>(world_.now() + vacant, post);
}

random::EntityKey Staffing::person_key(PostId post) const {
    const random::EntityKey key = world_.layout.posts()[post].key;
    return people_[post].number == 0 ? key : key.child(people_[post].number);
}

double Staffing::workload(UnitId unit) const {
    return workload_of(workload_[unit], world_.layout.posts_of(unit).size(), filled_[unit]);
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

void Staffing::declare(Figures<Staffing>& figures) {
    figures.about(Subject::people);
    figures.weekly_ratio({"vacancy", Reading::share, "share of posts without a person"}, every_scope,
                         [](const Staffing& staffing, UnitId unit) {
                             const double posts = staffing.world_.layout.posts_of(unit).size();
                             return Ratio{posts - staffing.filled_[unit], posts};
                         });
    figures.weekly({"resignations", Reading::number, "people who have left so far"},
                   [](const Staffing& staffing) { return staffing.resignations_; });
    figures.at_end({"resignations", Reading::number, "people who left within the horizon"},
                   [](const Staffing& staffing) { return staffing.resignations_; });
    figures.at_end({"vacancy", Reading::share, "share of posts without a person at the end"},
                   [](const Staffing& staffing) {
                       return 1.0 - static_cast<double>(staffing.all_filled_) /
                                        static_cast<double>(staffing.people_.size());
                   });
}

}  // namespace golive::model
