//! A unit's shift with a technology: opportunities taken or not, friction, and what it does to people. The
//! hot part of a replication.
#include "model/odds.hpp"
#include "model/technology_use.hpp"
#include "model/world.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include <golive/random/bernoulli_lanes.hpp>

namespace golive::model {
namespace {

constexpr random::Purpose shift_draw{"use.shift"};

constexpr double shifts_of_peer_memory =
    14;  // a unit notices what colleagues did over a week of day and night shifts
constexpr Duration half_a_year = Duration::days(182);
constexpr Duration a_year = Duration::days(364);
constexpr Duration window = Duration::days(28);

/// std::popcount() calls a library function where the processor need not have an instruction for it.
int count_bits(std::uint64_t x) {
    x -= x >> 1 & 0x5555555555555555U;
    x = (x & 0x3333333333333333U) + (x >> 2 & 0x3333333333333333U);
    x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fU;
    return static_cast<int>((x * 0x0101010101010101U) >> 56);
}

/// x^n for 0 <= n < 128, by squaring, without a branch that depends on n: it would be guessed wrong half of
/// the time.
double power(double x, int n) {
    double result = 1.0;
    for (int bit = 0; bit < 7; ++bit, x *= x) {
        const std::uint64_t wanted = std::uint64_t{0} - static_cast<std::uint64_t>(n >> bit & 1);
        result *= std::bit_cast<double>((std::bit_cast<std::uint64_t>(x) & wanted) |
                                        (std::bit_cast<std::uint64_t>(1.0) & ~wanted));
    }
    return result;
}

constexpr auto reciprocals = [] {
    std::array<double, 65> table{};
    for (std::size_t n = 1; n < table.size(); ++n) table[n] = 1.0 / static_cast<double>(n);
    return table;
}();

/// Successes in n <= 64 trials of probability p, by inversion of one uniform number: fast where n p is small.
int few_successes(int n, double p, double u) {
    if (p >= 1.0) return n;
    if (u <= 1.0 - n * p) return 0;  // Bernoulli's inequality: (1 - p)^n is not less
    double probability = power(1.0 - p, n);
    if (u <= probability) return 0;
    const double odds = p / (1.0 - p);
    int successes = 0;
    for (double below = probability; u > below && successes < n; below += probability) {
        probability *= odds * (n - successes) * reciprocals[static_cast<std::size_t>(successes) + 1];
        ++successes;
    }
    return successes;
}

}  // namespace

void TechnologyUse::shift(UnitId unit, ShiftKind kind) {
    const std::span<const PostId> on_duty = world_.layout.on_duty(unit, today(), kind);
    if (on_duty.empty()) return;
    world_.the<SuperuserNetwork>().begin_shift(unit, on_duty);
    world_.the<HelpDesk>().begin_shift(unit, on_duty);
    for (TechnologyId technology : world_.scenario.technologies.ids())
        if (at(technology, unit).live) shift_with(technology, unit, kind);
}

TechnologyUse::ShiftContext TechnologyUse::context(TechnologyId technology, UnitId unit,
                                                   ShiftKind kind) const {
    const UnitUse& use = at(technology, unit);
    ShiftContext shift{.technology = technology, .unit = unit, .day = today(), .kind = kind};
    shift.name = hash_name(world_.scenario.technologies[technology].name);
    shift.fit = world_.the<WorkflowIssues>().fit(technology, unit);
    shift.base = weights_.intercept + weights_.fit * (2 * shift.fit - 1) +
                 weights_.peers * (2 * use.peers - 1) +
                 weights_.workload * (world_.the<Staffing>().workload(unit) - 1) +
                 (legacy_[technology.index()] ? weights_.legacy : 0.0);
    shift.peer_attitude = use.mean_attitude;
    shift.cynicism = world_.the<BurnoutDynamics>().cynicism(unit);
    return shift;
}

void TechnologyUse::shift_with(TechnologyId technology, UnitId unit, ShiftKind kind) {
    ShiftContext shift = context(technology, unit, kind);
    const std::span<const PostId> on_duty = world_.layout.on_duty(unit, shift.day, kind);
    int holders = 0;
    for (PostId post : on_duty) {
        const RoleId role = world_.layout.posts()[post].role;
        if (!world_.the<Staffing>().employed(post) || lanes_[technology.index()][role].total == 0) continue;
        ++shift.on_duty;
        holders += needs_device_[technology.index()][role.index()];
    }
    if (holders > 0) shift.device_share = device_share(technology, unit, holders);
    shift.translation = world_.the<SuperuserNetwork>().translation(static_cast<std::size_t>(shift.on_duty));
    shift.revival = world_.the<SuperuserNetwork>().revival();
    for (PostId post : on_duty)
        if (world_.the<Staffing>().employed(post)) clinician_shift(shift, post);
    UnitUse& use = at(technology, unit);
    if (shift.offered > 0)
        use.peers += (static_cast<double>(shift.uses) / shift.offered - use.peers) / shifts_of_peer_memory;
    if (shift.on_duty > 0) use.mean_attitude = shift.attitude_sum / shift.on_duty;
    use.holders = use.holders_day == shift.day ? std::max(use.holders, shift.holders) : shift.holders;
    use.holders_day = shift.day;
    use.totals.uses += shift.uses;
    use.totals.unskilled += shift.unskilled;
    use.totals.frictions += shift.frictions;
    count_after_go_live(use, shift);
    world_.count_shifts(static_cast<std::uint64_t>(shift.on_duty));
}

/// Chance that one of `holders` on shift gets a device: the rule says how many are enough, so where it asks
/// for none nobody goes without.
double TechnologyUse::device_share(TechnologyId technology, UnitId unit, int holders) const {
    const DeviceRule& rule = *world_.scenario.technologies[technology].device;
    const bool by_shift = rule.per == DeviceRule::Per::clinician_on_shift;
    const double enough = by_shift ? std::min(1.0, rule.ratio) * holders
                                   : world_.the<DeviceLogistics>().needed(technology, unit);
    return enough > 0 ? std::min(1.0, world_.the<DeviceLogistics>().working(technology, unit) / enough) : 1.0;
}

void TechnologyUse::count_after_go_live(const UnitUse& use, const ShiftContext& shift) {
    const Duration age = world_.now() - use.since;
    const auto count = [&](WindowCount& sum, Duration from) {
        if (age < from || age >= from + window) return;
        sum.uses += shift.uses;
        sum.offered += shift.offered;
    };
    count(after_half_year_, half_a_year);
    count(after_year_, a_year);
}

void TechnologyUse::clinician_shift(ShiftContext& shift, PostId post) {
    const RoleId role = world_.layout.posts()[post].role;
    const Opportunities& lanes = lanes_[shift.technology.index()][role];
    Practice& practice = practices_[shift.technology.index()][post];
    if (lanes.total == 0) return;
    auto engine = world_.streams.variate(
        shift_draw, world_.layout.posts()[post].key.child(shift.name),
        static_cast<std::uint64_t>(shift.day) * 2 + static_cast<std::uint64_t>(shift.kind));
    forget(practice, shift.day);
    int uses = 0;
    const auto [luck, friction_luck, problem_luck] = random::to_three_units(engine());
    if (practice.stage == Stage::abandoned) {
        if (luck < shift.revival) revive(shift.technology, post);
    } else if (!needs_device_[shift.technology.index()][role.index()] || luck < shift.device_share) {
        const double p = logistic(shift.base + weights_.skill * (2 * practice.skill - 1) +
                                  weights_.attitude * practice.attitude);
        uses = count_bits(random::bernoulli_lanes(engine, {lanes.open, p}));
    }
    if (uses > 0) experience(shift, post, practice, {uses, friction_luck, problem_luck}, engine);
    const double pull = weights_.peer_rate * (shift.peer_attitude - practice.attitude) +
                        weights_.leadership_rate * (weights_.leadership - practice.attitude) +
                        shift.translation - shift.cynicism;
    practice.attitude = clamp_attitude(practice.attitude + pull);
    practice.let_down *= static_cast<float>(1.0 - weights_.peer_rate - weights_.leadership_rate);
    settle_stage(shift, post, static_cast<double>(uses) / lanes.total);
    shift.attitude_sum += practice.attitude;
    shift.uses += static_cast<std::uint32_t>(uses);
    shift.offered += static_cast<std::uint32_t>(lanes.total);
    shift.holders += uses > 0 && needs_device_[shift.technology.index()][role.index()] ? 1 : 0;
    WeekCount& week = week_[week_at(shift.technology, shift.unit, role)];
    week.uses += static_cast<std::uint32_t>(uses);
    week.offered += static_cast<std::uint32_t>(lanes.total);
}

/// Skill after n days without use: floor + (skill - floor) 2^(-n / half-life), floor = retained * best skill
/// ever.
void TechnologyUse::forget(Practice& practice, std::int64_t day) const {
    const auto gap = static_cast<std::size_t>(day - practice.skill_day);
    const double floor = weights_.retained * practice.peak;
    practice.skill = static_cast<float>(floor + (practice.skill - floor) * kept_[gap]);
    practice.skill_day = static_cast<std::int16_t>(day);
}

/// What use does: skill grows by 1 - exp(-uses pace) of what is missing; each use may meet friction, which
/// may need help; the shift's experience, from -1 (all friction) to 1 (all smooth), pulls the attitude.
void TechnologyUse::experience(ShiftContext& shift, PostId post, Practice& practice, const Uses& use,
                               random::Engine& engine) {
    const double friction =
        std::min(0.95, weights_.friction + weights_.friction_unskilled * (1 - practice.skill) +
                           weights_.friction_misfit * (1 - shift.fit));
    const int frictions = few_successes(use.count, friction, use.friction_luck);
    shift.frictions += frictions;
    shift.unskilled += use.count * (1.0 - practice.skill);
    const int problems = few_successes(frictions, weights_.needs_help, use.problem_luck);
    int unsolved = 0;
    for (int p = 0; p < problems; ++p) {
        const double choice = random::to_unit(engine());
        const RoleId role = world_.layout.posts()[post].role;
        const Duration into_shift =
            world_.scenario.roles[role].shift_length.scaled(random::to_unit(engine()));
        const Help help =
            world_.the<HelpDesk>().problem(shift.technology, post, world_.now() + into_shift, choice);
        unsolved += help == Help::none ? 1 : 0;
    }
    const double smooth = use.count - frictions;
    const double friction_pain = weights_.friction_pain * frictions;
    const auto tone_of = [smooth](double pain) {
        return smooth + pain > 0 ? (smooth - pain) / (smooth + pain) : 0.0;
    };
    const double tone = tone_of(friction_pain + weights_.unresolved_pain * unsolved);
    const double taken = unsolved > 0 ? tone_of(friction_pain) - tone : 0.0;
    practice.let_down += static_cast<float>(weights_.experience_rate * (taken - practice.let_down));
    practice.attitude =
        clamp_attitude(practice.attitude + weights_.experience_rate * (tone - practice.attitude));
    practice.skill += (1.0F - practice.skill) *
                      static_cast<float>(1.0 - std::exp(-use.count * static_cast<double>(practice.pace)));
    practice.peak = std::max(practice.peak, practice.skill);
}

/// Recent use is an exponential average that begins as a plain one; between the thresholds a stage is kept.
void TechnologyUse::settle_stage(const ShiftContext& shift, PostId post, double share) {
    const TechnologyId technology = shift.technology;
    Practice& practice = practices_[technology.index()][post];
    if (practice.stage == Stage::abandoned) return;
    if (practice.stage < Stage::trial) set_stage(technology, post, Stage::trial);
    if (practice.shifts < std::numeric_limits<std::uint16_t>::max()) ++practice.shifts;
    const double weight =
        practice.shifts < weights_.memory ? 1.0 / practice.shifts : weights_.forgetting_factor;
    practice.recent += static_cast<float>((share - practice.recent) * weight);
    const Adoption& section = world_.scenario.adoption;
    if (practice.shifts < section.trial_shifts) return;
    if (practice.recent >= section.adopted_above.value()) {
        set_stage(technology, post, Stage::adopted);
    } else if (practice.recent < section.abandoned_below.value()) {
        world_.the<GivingUp>().gave_up(post, situation(shift, post));
        set_stage(technology, post, Stage::abandoned);
    } else if (practice.recent < section.workaround_below.value()) {
        set_stage(technology, post, Stage::workaround);
    }
}

void TechnologyUse::set_stage(TechnologyId technology, PostId post, Stage stage) {
    Practice& practice = practices_[technology.index()][post];
    if (practice.stage == stage) return;
    practice.stage = stage;
    world_.trace(TraceEvent::state_changed, EntityKind::clinician, post.value(), static_cast<double>(stage));
}

}  // namespace golive::model
