#include "model/technology_use.hpp"

#include "model/staffing.hpp"

#include <algorithm>
#include <cmath>

#include <golive/random/normal.hpp>

namespace golive::model {
namespace {

constexpr random::Draw attitude_draw{"use.attitude"};
constexpr random::Draw pace_draw{"use.pace"};
constexpr random::Draw visit_draw{"use.visit"};

bool course_covers(const Scenario& scenario, TechnologyId technology, RoleId role) {
    return std::any_of(scenario.courses.begin(), scenario.courses.end(), [&](const Course& course) {
        return course.technology == technology &&
               std::find(course.roles.begin(), course.roles.end(), role) != course.roles.end();
    });
}

}  // namespace

Stage stage_of(const AdoptionNumbers& thresholds, Stage before, double recent) {
    if (recent >= thresholds.adopted_above.value()) return Stage::adopted;
    if (recent < thresholds.abandoned_below.value()) return Stage::abandoned;
    if (recent < thresholds.workaround_below.value()) return Stage::workaround;
    return before;
}

TechnologyUse::TechnologyUse(World world)
    : world_{world},
      units_{world.scenario.units.size()},
      adoption_{world.numbers(world.scenario.adoption)},
      learning_{world.numbers(world.scenario.learning)},
      unit_use_(world.scenario.technologies.size() * units_),
      census_(unit_use_.size()) {
    const double half_life = std::max(1e-6, learning_.half_life.in_days());
    const auto days = static_cast<std::size_t>(world.scenario.header.horizon.in_days()) + 2;
    for (std::size_t day = 0; day < days; ++day)
        kept_.push_back(share_kept(static_cast<double>(day), half_life));
    for (const Technology& made : world.scenario.technologies) {
        practices_.emplace_back(world.layout.posts().size());
        legacy_.push_back(!made.replaces.empty());
        occasions_.emplace_back(world.scenario.roles.size());
        served_.emplace_back();
        for (const Purpose& purpose : made.purposes) served_.back().push_back(!purpose.integration);
    }
}

void TechnologyUse::start() {
    for (TechnologyId technology : world_.scenario.technologies.ids()) {
        count_occasions(technology);
        for (PostId post : world_.layout.posts().ids()) meet(technology, post);
    }
}

/// A person's first impression and pace of learning.
void TechnologyUse::meet(TechnologyId technology, PostId post) {
    const Technology& made = world_.scenario.technologies[technology];
    const Staffing& staffing = world_.the<Staffing>();
    const random::EntityKey key = staffing.person_key(post).child(made.name);
    auto engine = world_.streams.variate(pace_draw, key);
    const double z = random::standard_normal(engine);
    const double difficulty = made.difficulty.for_run(world_.streams).value();
    Practice met;
    met.pace = static_cast<float>(learning_pace(learning_, difficulty, staffing.person(post).comfort, z));
    met.attitude = clamp_attitude(adoption_.initial_attitude.draw(world_.streams, attitude_draw, key) +
                                  world_.scenario.units[world_.layout.posts()[post].unit].attitude);
    met.skill_day = static_cast<std::int16_t>(world_.today());
    practice(technology, post) = met;
}

void TechnologyUse::on(const PersonJoined& signal) {
    for (TechnologyId technology : world_.scenario.technologies.ids()) meet(technology, signal.post);
}

void TechnologyUse::open_purpose(TechnologyId technology, std::size_t purpose) {
    served_[technology.index()][purpose] = true;
    count_occasions(technology);
}

void TechnologyUse::count_occasions(TechnologyId technology) {
    const auto& purposes = world_.scenario.technologies[technology].purposes;
    for (RoleId role : world_.scenario.roles.ids()) {
        Occasions all;
        for (std::size_t p = 0; p < purposes.size(); ++p)
            for (int n = 0; n < world_.scenario.roles[role].opportunities[purposes[p].workflow]; ++n) {
                if (served_[technology.index()][p]) all.open |= std::uint64_t{1} << all.total;
                ++all.total;
            }
        occasions_[technology.index()][role] = all;
    }
}

int TechnologyUse::purposes_served(TechnologyId technology) const {
    const auto& served = served_[technology.index()];
    return static_cast<int>(std::count(served.begin(), served.end(), true));
}

bool TechnologyUse::is_live_somewhere(TechnologyId technology) const {
    for (UnitId unit : world_.scenario.units.ids())
        if (is_live(technology, unit)) return true;
    return false;
}

Duration TechnologyUse::live_for(TechnologyId technology, UnitId unit) const {
    const UnitUse& use = of_unit(technology, unit);
    return use.live ? world_.now() - use.since : Duration::seconds(-1);
}

void TechnologyUse::go_live(TechnologyId technology, UnitId unit) {
    UnitUse& use = of_unit(technology, unit);
    use.live = true;
    use.since = world_.now();
    world_.trace(TraceEvent::unit_live, EntityKind::unit, unit.value());
}

double TechnologyUse::mean_attitude(TechnologyId technology, UnitId unit) const {
    double attitudes = 0;
    const PostRange range = world_.layout.posts_of(unit);
    for (std::uint32_t p = range.first; p < range.last; ++p)
        attitudes += practice(technology, PostId{p}).attitude;
    return attitudes / std::max(1U, range.size());
}

void TechnologyUse::retire_legacy(TechnologyId technology) {
    legacy_[technology.index()] = false;
    world_.trace(TraceEvent::legacy_retired, EntityKind::technology, technology.value());
}

void TechnologyUse::train(TechnologyId technology, PostId post, double skill) {
    Practice& trained = practice(technology, post);
    forget(trained, world_.today());
    trained.skill = std::max(trained.skill, static_cast<float>(skill));
    trained.peak = std::max(trained.peak, trained.skill);
    trained.trained = true;
    trained.trained_day = static_cast<std::int16_t>(world_.today());
    if (trained.stage == Stage::not_live) set_stage(technology, post, Stage::trained);
}

void TechnologyUse::deepen_skill(TechnologyId technology, PostId post, double share) {
    Practice& taught = practice(technology, post);
    taught.skill = deepened_skill(taught.skill, share);
    taught.peak = std::max(taught.peak, taught.skill);
}

void TechnologyUse::lift_attitudes(TechnologyId technology, UnitId unit, double change) {
    const PostRange range = world_.layout.posts_of(unit);
    for (std::uint32_t p = range.first; p < range.last; ++p) {
        Practice& lifted = practice(technology, PostId{p});
        lifted.attitude = clamp_attitude(lifted.attitude + change);
    }
}

void TechnologyUse::pull_attitudes(TechnologyId technology, UnitId unit, double rate, double towards) {
    const PostRange range = world_.layout.posts_of(unit);
    for (std::uint32_t p = range.first; p < range.last; ++p) {
        Practice& pulled = practice(technology, PostId{p});
        pulled.attitude = pulled_attitude(pulled.attitude, rate, towards);
        pulled.let_down *= static_cast<float>(1.0 - rate);
    }
}

void TechnologyUse::visit(TechnologyId technology, UnitId unit, double refresher, double revival,
                          std::uint64_t number) {
    const PostRange range = world_.layout.posts_of(unit);
    for (std::uint32_t p = range.first; p < range.last; ++p) {
        const PostId post{p};
        if (!world_.the<Staffing>().employed(post)) continue;
        forget(practice(technology, post), world_.today());
        deepen_skill(technology, post, refresher);
        if (practice(technology, post).stage == Stage::abandoned &&
            world_.streams.bernoulli(revival, visit_draw, world_.layout.posts()[post].key, number))
            revive(technology, post);
    }
}

void TechnologyUse::problem_unsolved(TechnologyId technology, PostId post) {
    Practice& let_down = practice(technology, post);
    const double pull = pull_of_unsolved(adoption_);
    let_down.let_down = let_down_by_call(let_down.let_down, pull, let_down.attitude);
    let_down.attitude = pulled_attitude(let_down.attitude, pull, -1.0);
}

void TechnologyUse::problem_solved_late(TechnologyId technology, PostId post) {
    Practice& helped = practice(technology, post);
    helped.attitude = pulled_attitude(helped.attitude, adoption_.experience_rate, 1.0);
    helped.let_down *= static_cast<float>(1.0 - adoption_.experience_rate);
    if (helped.stage == Stage::abandoned) revive(technology, post);
}

void TechnologyUse::revive(TechnologyId technology, PostId post) {
    Practice& revived = practice(technology, post);
    revived.shifts = 0;
    revived.recent = 0;
    revived.attitude = std::max(revived.attitude, 0.0F);
    revived.let_down = 0;
    set_stage(technology, post, Stage::trial);
}

void TechnologyUse::set_stage(TechnologyId technology, PostId post, Stage stage) {
    Practice& changed = practice(technology, post);
    if (changed.stage == stage) return;
    changed.stage = stage;
    world_.trace(TraceEvent::state_changed, EntityKind::clinician, post.value(), static_cast<double>(stage));
}

void TechnologyUse::forget(Practice& practice, std::int64_t day) const {
    const auto gap = static_cast<std::size_t>(day - practice.skill_day);
    practice.skill = skill_after_gap(practice.skill, practice.peak, learning_.retained.value(), kept_[gap]);
    practice.skill_day = static_cast<std::int16_t>(day);
}

template <class Counts, class Holds>
Ratio TechnologyUse::share_of_people(const std::vector<UnitId>& units, Counts counts, Holds holds) const {
    Ratio share;
    for (UnitId unit : units) {
        const PostRange range = world_.layout.posts_of(unit);
        for (std::uint32_t p = range.first; p < range.last; ++p) {
            const PostId post{p};
            if (!world_.the<Staffing>().employed(post) || !counts(world_.layout.posts()[post].role)) continue;
            share.of += 1;
            share.amount += holds(post) ? 1 : 0;
        }
    }
    return share;
}

double TechnologyUse::trained_share(TechnologyId technology, const std::vector<UnitId>& units) const {
    const Ratio share = share_of_people(
        units, [&](RoleId role) { return course_covers(world_.scenario, technology, role); },
        [&](PostId post) { return practice(technology, post).trained; });
    return share.of > 0 ? share.value() : 1.0;
}

double TechnologyUse::adopted_share(TechnologyId technology, const std::vector<UnitId>& units) const {
    const Ratio share = share_of_people(
        units, [&](RoleId role) { return world_.layout.serves(technology, role); },
        [&](PostId post) { return practice(technology, post).stage == Stage::adopted; });
    return share.of > 0 ? share.value() : 0.0;
}

int TechnologyUse::licensed(TechnologyId technology) const {
    int people = 0;
    for (PostId post : world_.layout.posts().ids()) {
        const Post& place = world_.layout.posts()[post];
        const bool served = is_live(technology, place.unit) && occasions(technology, place.role).total > 0;
        people += served && world_.the<Staffing>().employed(post) ? 1 : 0;
    }
    return people;
}

}  // namespace golive::model
