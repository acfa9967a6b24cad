#include "model/clinician_shifts.hpp"

#include "model/burnout_dynamics.hpp"
#include "model/device_logistics.hpp"
#include "model/giving_up.hpp"
#include "model/help_desk.hpp"
#include "model/staffing.hpp"
#include "model/trials.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>
#include <limits>

#include <golive/random/bernoulli_lanes.hpp>

namespace golive::model {
namespace {

constexpr random::Draw shift_draw{"use.shift"};

constexpr Duration half_a_year = Duration::days(182);
constexpr Duration a_year = Duration::days(364);
constexpr Duration window = Duration::days(28);

}  // namespace

ClinicianShifts::ClinicianShifts(World world)
    : world_{world},
      numbers_{world.numbers(world.scenario.adoption)},
      memory_{std::max(1.0, numbers_.memory)},
      needs_help_{world.numbers(world.scenario.support).needs_help.value()},
      any_live_(world.scenario.units.size()),
      week_(world.scenario.technologies.size() * world.scenario.units.size() * world.scenario.roles.size()),
      last_week_(world.scenario.units.size()) {
    for (TechnologyId technology : world.scenario.technologies.ids()) {
        const auto& device = world.scenario.technologies[technology].device;
        needs_device_.emplace_back();
        for (RoleId role : world.scenario.roles.ids())
            needs_device_.back().push_back(device && world.layout.counts(technology, device->roles, role));
    }
}

void ClinicianShifts::on(const UnitLive& signal) {
    TechnologyUse& use = world_.the<TechnologyUse>();
    use.of_unit(signal.technology, signal.unit).mean_attitude =
        use.mean_attitude(signal.technology, signal.unit);
    if (any_live_[signal.unit.index()]) return;
    any_live_[signal.unit.index()] = true;
    const Time midnight = Time{} + Duration::days(world_.today());
    world_.schedule<&ClinicianShifts::day_shift>(midnight + day_shift_start, signal.unit);
    world_.schedule<&ClinicianShifts::night_shift>(midnight + night_shift_start, signal.unit);
}

void ClinicianShifts::day_shift(UnitId unit) {
    world_.schedule<&ClinicianShifts::day_shift>(world_.now() + Duration::days(1), unit);
    shift(unit, ShiftKind::day);
}

void ClinicianShifts::night_shift(UnitId unit) {
    world_.schedule<&ClinicianShifts::night_shift>(world_.now() + Duration::days(1), unit);
    shift(unit, ShiftKind::night);
}

void ClinicianShifts::shift(UnitId unit, ShiftKind kind) {
    const std::span<const PostId> on_duty = world_.layout.on_duty(unit, world_.today(), kind);
    if (on_duty.empty()) return;
    Helpers helpers{world_.the<SuperuserNetwork>().on_shift(unit, on_duty),
                    world_.the<ElbowSupport>().on_shift(unit, on_duty)};
    for (TechnologyId technology : world_.scenario.technologies.ids())
        if (world_.the<TechnologyUse>().is_live(technology, unit))
            shift_with(technology, unit, kind, helpers);
}

ClinicianShifts::ShiftContext ClinicianShifts::context(TechnologyId technology, UnitId unit,
                                                       ShiftKind kind) const {
    const TechnologyUse& use = world_.the<TechnologyUse>();
    const UnitUse& of_unit = use.of_unit(technology, unit);
    ShiftContext shift{.technology = technology, .unit = unit, .day = world_.today(), .kind = kind};
    shift.name = hash_name(world_.scenario.technologies[technology].name);
    shift.fit = world_.the<WorkflowIssues>().fit(technology, unit);
    shift.log_odds = log_odds_of_unit(numbers_, shift.fit, of_unit.peers,
                                      world_.the<Staffing>().workload(unit), use.legacy_there(technology));
    shift.peer_attitude = of_unit.mean_attitude;
    shift.cynicism = world_.the<BurnoutDynamics>().cynicism(unit);
    return shift;
}

void ClinicianShifts::count_on_duty(ShiftContext& shift, std::span<const PostId> on_duty) const {
    int holders = 0;
    for (PostId post : on_duty) {
        const RoleId role = world_.layout.posts()[post].role;
        if (!world_.the<Staffing>().employed(post)) continue;
        if (world_.the<TechnologyUse>().occasions(shift.technology, role).total == 0) continue;
        ++shift.on_duty;
        holders += needs_device(shift.technology, role) ? 1 : 0;
    }
    if (holders > 0) shift.device_chance = device_chance_for(shift.technology, shift.unit, holders);
}

void ClinicianShifts::shift_with(TechnologyId technology, UnitId unit, ShiftKind kind, Helpers& helpers) {
    ShiftContext shift = context(technology, unit, kind);
    const std::span<const PostId> on_duty = world_.layout.on_duty(unit, shift.day, kind);
    count_on_duty(shift, on_duty);
    const SuperuserNetwork& superusers = world_.the<SuperuserNetwork>();
    shift.translation = superusers.translation(helpers.superusers, static_cast<std::size_t>(shift.on_duty));
    shift.revival = superusers.revival(helpers.superusers);
    for (PostId post : on_duty)
        if (world_.the<Staffing>().employed(post)) clinician_shift(shift, post, helpers);
    close_shift(shift);
}

void ClinicianShifts::close_shift(const ShiftContext& shift) {
    UnitUse& use = world_.the<TechnologyUse>().of_unit(shift.technology, shift.unit);
    if (shift.offered > 0)
        use.peers = peers_after_shift(use.peers, static_cast<double>(shift.uses) / shift.offered);
    if (shift.on_duty > 0) use.mean_attitude = shift.attitude_sum / shift.on_duty;
    use.holders = use.holders_day == shift.day ? std::max(use.holders, shift.holders) : shift.holders;
    use.holders_day = shift.day;
    use.totals.uses += shift.uses;
    use.totals.unskilled += shift.unskilled;
    use.totals.frictions += shift.frictions;
    count_after_go_live(use, shift);
    world_.result().clinician_shifts += static_cast<std::uint64_t>(shift.on_duty);
}

double ClinicianShifts::device_chance_for(TechnologyId technology, UnitId unit, int holders) const {
    const DeviceRule& rule = *world_.scenario.technologies[technology].device;
    const DeviceLogistics& devices = world_.the<DeviceLogistics>();
    const bool by_shift = rule.per == DeviceRule::Per::clinician_on_shift;
    const double enough = by_shift ? enough_devices(rule.ratio, holders) : devices.needed(technology, unit);
    return device_chance(devices.working(technology, unit), enough);
}

void ClinicianShifts::count_after_go_live(const UnitUse& use, const ShiftContext& shift) {
    const Duration age = world_.now() - use.since;
    const auto count = [&](Ratio& sum, Duration from) {
        if (age < from || age >= from + window) return;
        sum += Ratio{static_cast<double>(shift.uses), static_cast<double>(shift.offered)};
    };
    count(after_half_year_, half_a_year);
    count(after_year_, a_year);
}

void ClinicianShifts::clinician_shift(ShiftContext& shift, PostId post, Helpers& helpers) {
    TechnologyUse& people = world_.the<TechnologyUse>();
    const RoleId role = world_.layout.posts()[post].role;
    const Occasions& occasions = people.occasions(shift.technology, role);
    Practice& practice = people.practice(shift.technology, post);
    if (occasions.total == 0) return;
    auto engine = world_.streams.variate(
        shift_draw, world_.layout.posts()[post].key.child(shift.name),
        static_cast<std::uint64_t>(shift.day) * 2 + static_cast<std::uint64_t>(shift.kind));
    people.forget(practice, shift.day);
    int uses = 0;
    const auto [luck, friction_luck, problem_luck] = random::to_three_units(engine());
    if (practice.stage == Stage::abandoned) {
        if (luck < shift.revival) people.revive(shift.technology, post);
    } else if (!needs_device(shift.technology, role) || luck < shift.device_chance) {
        const double p =
            logistic(log_odds_of_use(numbers_, shift.log_odds, practice.skill, practice.attitude));
        uses = count_bits(random::bernoulli_lanes(engine, {occasions.open, p}));
    }
    if (uses > 0) experience(shift, post, {uses, friction_luck, problem_luck}, engine, helpers);
    practice.attitude =
        clamp_attitude(practice.attitude + pull_of_shift(numbers_, practice.attitude, shift.peer_attitude,
                                                         shift.translation, shift.cynicism));
    practice.let_down *= static_cast<float>(1.0 - numbers_.peer_rate - numbers_.leadership_rate);
    settle_stage(shift, post, static_cast<double>(uses) / occasions.total);
    shift.attitude_sum += practice.attitude;
    shift.uses += static_cast<std::uint32_t>(uses);
    shift.offered += static_cast<std::uint32_t>(occasions.total);
    shift.holders += uses > 0 && needs_device(shift.technology, role) ? 1 : 0;
    WeekCount& week = week_[week_at(shift.technology, shift.unit, role)];
    week.uses += static_cast<std::uint32_t>(uses);
    week.offered += static_cast<std::uint32_t>(occasions.total);
}

/// What use does: each may meet friction, which may need help; how the shift felt pulls the attitude,
/// and skill grows.
void ClinicianShifts::experience(ShiftContext& shift, PostId post, const Uses& use, random::Engine& engine,
                                 Helpers& helpers) {
    Practice& practice = world_.the<TechnologyUse>().practice(shift.technology, post);
    const int frictions =
        few_successes(use.count, friction_chance(numbers_, practice.skill, shift.fit), use.friction_luck);
    shift.frictions += frictions;
    shift.unskilled += use.count * (1.0 - practice.skill);
    int unsolved = 0;
    for (int problems = few_successes(frictions, needs_help_, use.problem_luck); problems > 0; --problems)
        unsolved += is_helped(shift, post, engine, helpers) ? 0 : 1;
    const double smooth = use.count - frictions;
    const double friction_pain = numbers_.friction_pain * frictions;
    const double tone = tone_of_shift(smooth, friction_pain + numbers_.unresolved_pain * unsolved);
    const double taken = unsolved > 0 ? tone_of_shift(smooth, friction_pain) - tone : 0.0;
    practice.let_down = let_down_by_shift(practice.let_down, numbers_.experience_rate, taken);
    practice.attitude = pulled_attitude(practice.attitude, numbers_.experience_rate, tone);
    practice.skill = skill_after_uses(practice.skill, use.count, static_cast<double>(practice.pace));
    practice.peak = std::max(practice.peak, practice.skill);
}

/// A super-user who has time, else whoever is at the elbow, else a call.
bool ClinicianShifts::is_helped(const ShiftContext& shift, PostId post, random::Engine& engine,
                                Helpers& helpers) {
    const double choice = random::to_unit(engine());
    const RoleId role = world_.layout.posts()[post].role;
    const Duration into_shift = world_.scenario.roles[role].shift_length.scaled(random::to_unit(engine()));
    return world_.the<SuperuserNetwork>().solve(helpers.superusers) ||
           world_.the<ElbowSupport>().solve(helpers.elbows) ||
           world_.the<HelpDesk>().call(shift.technology, post, world_.now() + into_shift, choice);
}

void ClinicianShifts::settle_stage(const ShiftContext& shift, PostId post, double share) {
    TechnologyUse& people = world_.the<TechnologyUse>();
    const TechnologyId technology = shift.technology;
    Practice& practice = people.practice(technology, post);
    if (practice.stage == Stage::abandoned) return;
    if (practice.stage < Stage::trial) people.set_stage(technology, post, Stage::trial);
    if (practice.shifts < std::numeric_limits<std::uint16_t>::max()) ++practice.shifts;
    practice.recent +=
        static_cast<float>((share - practice.recent) * weight_of_shift(practice.shifts, memory_));
    if (practice.shifts < numbers_.trial_shifts) return;
    const Stage stage = stage_of(numbers_, practice.stage, practice.recent);
    if (stage == Stage::abandoned) world_.the<GivingUp>().gave_up(post, situation(shift, post));
    people.set_stage(technology, post, stage);
}

/// What stands between a clinician and the technology.
Situation ClinicianShifts::situation(const ShiftContext& shift, PostId post) const {
    const TechnologyUse& people = world_.the<TechnologyUse>();
    const Practice& practice = people.practice(shift.technology, post);
    const RoleId role = world_.layout.posts()[post].role;
    const Occasions& occasions = people.occasions(shift.technology, role);
    Situation now;
    now.log_odds = log_odds_of_use(numbers_, shift.log_odds, practice.skill, practice.attitude);
    if (needs_device(shift.technology, role)) now.device_share = shift.device_chance;
    now.purpose_share = static_cast<double>(std::popcount(occasions.open)) / occasions.total;
    now.gains = gains_of(numbers_, {.skill = practice.skill,
                                    .attitude = practice.attitude,
                                    .let_down = practice.let_down,
                                    .fit = shift.fit,
                                    .workload = world_.the<Staffing>().workload(shift.unit),
                                    .peers = people.use_share(shift.technology, shift.unit),
                                    .old_way = people.legacy_there(shift.technology)});
    return now;
}

}  // namespace golive::model
