#include "model/technology_use.hpp"

#include "model/world.hpp"

#include <algorithm>
#include <cmath>

#include <golive/random/normal.hpp>

namespace golive::model {
namespace {

constexpr random::Purpose attitude_draw{"use.attitude"};
constexpr random::Purpose pace_draw{"use.pace"};
constexpr random::Purpose visit_draw{"use.visit"};

}  // namespace

TechnologyUse::TechnologyUse(World& world)
    : world_{world},
      units_{world.scenario.units.size()},
      unit_use_(world.scenario.technologies.size() * units_),
      any_live_(units_),
      last_week_(units_),
      adopters_(unit_use_.size()) {
    const Scenario& scenario = world.scenario;
    const auto run = [&](const auto& law) { return law.for_run(world.streams); };
    const Adoption& a = scenario.adoption;
    weights_ = {.intercept = run(a.intercept),
                .fit = run(a.fit),
                .skill = run(a.skill),
                .attitude = run(a.attitude),
                .peers = run(a.peers),
                .workload = run(a.workload),
                .legacy = run(a.legacy),
                .experience_rate = run(a.experience_rate),
                .peer_rate = run(a.peer_rate),
                .leadership = run(a.leadership),
                .leadership_rate = run(a.leadership_rate),
                .friction = run(a.friction).value(),
                .friction_unskilled = run(a.friction_unskilled).value(),
                .friction_misfit = run(a.friction_misfit).value(),
                .friction_pain = run(a.friction_pain),
                .unresolved_pain = run(a.unresolved_pain),
                .memory = std::max(1.0, run(a.memory)),
                .forgetting_factor = 1.0 / std::max(1.0, run(a.memory)),
                .needs_help = scenario.support ? run(scenario.support->needs_help).value() : 0.0,
                .retained = run(scenario.learning.retained).value()};
    const double half_life = std::max(1e-6, run(scenario.learning.half_life).in_days());
    const auto days = static_cast<std::size_t>(scenario.header.horizon.in_days()) + 2;
    for (std::size_t day = 0; day < days; ++day)
        kept_.push_back(static_cast<float>(std::exp2(-static_cast<double>(day) / half_life)));
    for (TechnologyId technology : scenario.technologies.ids()) {
        const Technology& made = scenario.technologies[technology];
        practices_.emplace_back(world.layout.posts().size());
        legacy_.push_back(!made.replaces.empty());
        needs_device_.emplace_back();
        for (RoleId role : scenario.roles.ids())
            needs_device_.back().push_back(made.device &&
                                           world.layout.counts(technology, made.device->roles, role));
        lanes_.emplace_back(scenario.roles.size());
    }
    week_.resize(unit_use_.size() * scenario.roles.size());
}

void TechnologyUse::start() {
    for (TechnologyId technology : world_.scenario.technologies.ids()) {
        recount_lanes(technology);
        for (PostId post : world_.layout.posts().ids()) meet(technology, post);
    }
}

/// A person's first impression and pace of learning. Learning rate: exp(effect (comfort - 1/2)) / (uses (1/2
/// + difficulty) Z) with Z lognormal of mean 1 between persons.
void TechnologyUse::meet(TechnologyId technology, PostId post) {
    const Scenario& scenario = world_.scenario;
    const Technology& made = scenario.technologies[technology];
    const random::EntityKey key = world_.the<Staffing>().person_key(post).child(made.name);
    const double comfort = world_.the<Staffing>().person(post).comfort;
    const double cv = scenario.learning.spread.for_run(world_.streams);
    const double sigma = std::sqrt(std::log1p(cv * cv));
    auto engine = world_.streams.variate(pace_draw, key);
    const double z = random::standard_normal(engine);
    const double uses = scenario.learning.uses.for_run(world_.streams) *
                        (0.5 + made.difficulty.for_run(world_.streams).value()) *
                        std::exp(sigma * z - 0.5 * sigma * sigma);
    Practice practice;
    practice.pace = static_cast<float>(
        std::exp(scenario.learning.comfort_effect.for_run(world_.streams) * (comfort - 0.5)) /
        std::max(1e-3, uses));
    practice.attitude =
        clamp_attitude(scenario.adoption.initial_attitude.draw(world_.streams, attitude_draw, key) +
                       scenario.units[world_.layout.posts()[post].unit].attitude);
    practice.skill_day = static_cast<std::int16_t>(today());
    practices_[technology.index()][post] = practice;
}

std::int64_t TechnologyUse::today() const { return world_.now().since_start() / Duration::days(1); }

void TechnologyUse::on(const PersonJoined& signal) {
    for (TechnologyId technology : world_.scenario.technologies.ids()) meet(technology, signal.post);
}

void TechnologyUse::recount_lanes(TechnologyId technology) {
    const auto& purposes = world_.scenario.technologies[technology].purposes;
    for (RoleId role : world_.scenario.roles.ids()) {
        Opportunities lanes;
        for (std::size_t p = 0; p < purposes.size(); ++p)
            for (int n = 0; n < world_.scenario.roles[role].opportunities[purposes[p].workflow]; ++n) {
                if (world_.the<Integrations>().serves(technology, p))
                    lanes.open |= std::uint64_t{1} << lanes.total;
                ++lanes.total;
            }
        lanes_[technology.index()][role] = lanes;
    }
}

bool TechnologyUse::is_live_somewhere(TechnologyId technology) const {
    for (UnitId unit : world_.scenario.units.ids())
        if (is_live(technology, unit)) return true;
    return false;
}

Duration TechnologyUse::live_for(TechnologyId technology, UnitId unit) const {
    const UnitUse& use = at(technology, unit);
    return use.live ? world_.now() - use.since : Duration::seconds(-1);
}

void TechnologyUse::go_live(TechnologyId technology, UnitId unit) {
    UnitUse& use = at(technology, unit);
    if (use.live) return;
    use.live = true;
    use.since = world_.now();
    world_.trace(TraceEvent::unit_live, EntityKind::unit, unit.value());
    world_.announce(UnitLive{technology, unit});
    double attitudes = 0;
    const PostRange range = world_.layout.posts_of(unit);
    for (std::uint32_t p = range.first; p < range.last; ++p)
        attitudes += practices_[technology.index()][PostId{p}].attitude;
    use.mean_attitude = attitudes / std::max(1U, range.size());
    if (any_live_[unit.index()]) return;
    any_live_[unit.index()] = true;
    const Time midnight = Time{} + Duration::days(today());
    world_.schedule<TechnologyUse>(midnight + day_shift_start, Event::day_shift, unit.value());
    world_.schedule<TechnologyUse>(midnight + night_shift_start, Event::night_shift, unit.value());
}

void TechnologyUse::retire_legacy(TechnologyId technology) {
    legacy_[technology.index()] = false;
    world_.trace(TraceEvent::legacy_retired, EntityKind::technology, technology.value());
    world_.announce(LegacyRetired{technology});
}

void TechnologyUse::handle(Event what, std::uint32_t unit) {
    world_.schedule<TechnologyUse>(world_.now() + Duration::days(1), what, unit);
    shift(UnitId{unit}, what == Event::day_shift ? ShiftKind::day : ShiftKind::night);
}

void TechnologyUse::train(TechnologyId technology, PostId post, double skill) {
    Practice& practice = practices_[technology.index()][post];
    forget(practice, today());
    practice.skill = std::max(practice.skill, static_cast<float>(skill));
    practice.peak = std::max(practice.peak, practice.skill);
    practice.trained = true;
    practice.trained_day = static_cast<std::int16_t>(today());
    if (practice.stage == Stage::not_live) set_stage(technology, post, Stage::trained);
}

void TechnologyUse::deepen_skill(TechnologyId technology, PostId post, double share) {
    Practice& practice = practices_[technology.index()][post];
    practice.skill += static_cast<float>((1.0 - practice.skill) * share);
    practice.peak = std::max(practice.peak, practice.skill);
}

void TechnologyUse::lift_attitudes(TechnologyId technology, UnitId unit, double change) {
    const PostRange range = world_.layout.posts_of(unit);
    for (std::uint32_t p = range.first; p < range.last; ++p) {
        Practice& practice = practices_[technology.index()][PostId{p}];
        practice.attitude = clamp_attitude(practice.attitude + change);
    }
}

void TechnologyUse::pull_attitudes(TechnologyId technology, UnitId unit, double rate, double towards) {
    const PostRange range = world_.layout.posts_of(unit);
    for (std::uint32_t p = range.first; p < range.last; ++p) {
        Practice& practice = practices_[technology.index()][PostId{p}];
        practice.attitude = clamp_attitude(practice.attitude + rate * (towards - practice.attitude));
        practice.let_down *= static_cast<float>(1.0 - rate);
    }
}

void TechnologyUse::visit(TechnologyId technology, UnitId unit, double refresher, double revival,
                          std::uint64_t number) {
    const PostRange range = world_.layout.posts_of(unit);
    for (std::uint32_t p = range.first; p < range.last; ++p) {
        const PostId post{p};
        if (!world_.the<Staffing>().employed(post)) continue;
        Practice& practice = practices_[technology.index()][post];
        forget(practice, today());
        deepen_skill(technology, post, refresher);
        if (practice.stage == Stage::abandoned &&
            world_.streams.bernoulli(revival, visit_draw, world_.layout.posts()[post].key, number))
            revive(technology, post);
    }
}

void TechnologyUse::problem_unsolved(TechnologyId technology, PostId post) {
    Practice& practice = practices_[technology.index()][post];
    const double pull = std::min(1.0, weights_.experience_rate * weights_.unresolved_pain / 2);
    practice.let_down += static_cast<float>(pull * (1.0 + practice.attitude));
    practice.attitude = clamp_attitude(practice.attitude + pull * (-1.0 - practice.attitude));
}

void TechnologyUse::problem_solved_late(TechnologyId technology, PostId post) {
    Practice& practice = practices_[technology.index()][post];
    practice.attitude =
        clamp_attitude(practice.attitude + weights_.experience_rate * (1.0 - practice.attitude));
    practice.let_down *= static_cast<float>(1.0 - weights_.experience_rate);
    if (practice.stage == Stage::abandoned) revive(technology, post);
}

void TechnologyUse::revive(TechnologyId technology, PostId post) {
    Practice& practice = practices_[technology.index()][post];
    practice.shifts = 0;
    practice.recent = 0;
    practice.attitude = std::max(practice.attitude, 0.0F);
    practice.let_down = 0;
    set_stage(technology, post, Stage::trial);
}

}  // namespace golive::model
