#include "model/layout.hpp"

#include "model/expand_plan.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

kernel::Calendar working_calendar(const Scenario& scenario) {
    const WorkingTime& hours = scenario.working_time;
    return kernel::Calendar{
        scenario.header.start, {hours.working_week, hours.opens, hours.closes}, hours.holidays};
}

std::size_t duty_index(std::int64_t day, ShiftKind shift) {
    return static_cast<std::size_t>(day % roster_days) * 2 + static_cast<std::size_t>(shift);
}

}  // namespace

bool works_on(double shifts_per_week, std::uint64_t offset, int day) {
    const auto shifts = static_cast<int>(std::lround(shifts_per_week * 4));
    const int at = day + static_cast<int>(offset % roster_days);
    return (at + 1) * shifts / roster_days > at * shifts / roster_days;
}

ShiftKind shift_of(double nights, std::uint64_t offset, int day) {
    const auto in_a_roster = static_cast<int>(std::lround(nights * roster_days));
    const int at = (day + static_cast<int>(offset) * 11) % roster_days;
    return at < in_a_roster ? ShiftKind::night : ShiftKind::day;
}

int devices_for(double base, double ratio) { return static_cast<int>(std::ceil(base * ratio - 1e-9)); }

Layout::Layout(const Scenario& scenario)
    : scenario_{scenario},
      horizon_{Time::after_start(scenario.header.horizon)},
      working_time_{working_calendar(scenario)},
      always_{kernel::Calendar::always()} {
    for (TechnologyId technology : scenario.technologies.ids()) roadmap_.push_back(technology);
    std::stable_sort(roadmap_.begin(), roadmap_.end(), [&](TechnologyId a, TechnologyId b) {
        return scenario.technologies[a].level < scenario.technologies[b].level;
    });
    wave_of_.assign(scenario.units.size(), WaveId{});
    for (WaveId wave : scenario.waves.ids())
        for (UnitId unit : scenario.waves[wave].units) wave_of_[unit] = wave;
    place_posts();
    place_rosters();
    plan_ = expand_plan(scenario, wave_of_);
}

void Layout::place_posts() {
    for (UnitId id : scenario_.units.ids()) {
        const Unit& unit = scenario_.units[id];
        const random::EntityKey unit_key{unit.path};
        unit_keys_.push_back(unit_key);
        PostRange range{static_cast<std::uint32_t>(posts_.size()), 0};
        for (RoleId role : scenario_.roles.ids()) {
            const random::EntityKey role_key = unit_key.child(scenario_.roles[role].name);
            for (int n = 0; n < unit.posts[role]; ++n)
                posts_.push_back({id, role, role_key.child(static_cast<std::uint64_t>(n))});
        }
        range.last = static_cast<std::uint32_t>(posts_.size());
        unit_posts_.push_back(range);
    }
}

void Layout::place_rosters() {
    rosters_ = IdVector<UnitId, Roster>(scenario_.units.size());
    for (UnitId unit : scenario_.units.ids()) {
        const PostRange range = unit_posts_[unit];
        IdVector<RoleId, std::uint64_t>
            next;  // a role's first roster is its own: other roles' posts do not move it
        for (const Role& role : scenario_.roles)
            next.push_back(unit_keys_[unit].child(role.name).key() % roster_days);
        for (std::uint32_t p = range.first; p < range.last; ++p) {
            const Role& role = scenario_.roles[posts_[PostId{p}].role];
            const std::uint64_t offset = next[posts_[PostId{p}].role]++;
            for (int day = 0; day < roster_days; ++day) {
                if (!works_on(role.shifts_per_week, offset, day)) continue;
                const ShiftKind shift = shift_of(role.nights.value(), offset, day);
                rosters_[unit].duty[duty_index(day, shift)].push_back(PostId{p});
            }
        }
    }
}

const kernel::Calendar& Layout::hours_of(TeamId team) const {
    return scenario_.teams[team].hours == Team::Hours::always ? always_ : working_time_;
}

bool Layout::serves(TechnologyId technology, RoleId role) const {
    const auto& purposes = scenario_.technologies[technology].purposes;
    return std::any_of(purposes.begin(), purposes.end(), [&](const Purpose& purpose) {
        return scenario_.roles[role].opportunities[purpose.workflow] > 0;
    });
}

std::span<const PostId> Layout::on_duty(UnitId unit, std::int64_t day, ShiftKind shift) const {
    return rosters_[unit].duty[duty_index(day, shift)];
}

bool Layout::counts(TechnologyId technology, const std::vector<RoleId>& roles, RoleId role) const {
    return roles.empty() ? serves(technology, role)
                         : std::find(roles.begin(), roles.end(), role) != roles.end();
}

int Layout::peak_on_duty(UnitId unit, TechnologyId technology, const std::vector<RoleId>& roles) const {
    const auto counted = [&](PostId post) { return counts(technology, roles, posts_[post].role); };
    std::ptrdiff_t peak = 0;
    for (const auto& duty : rosters_[unit].duty)
        peak = std::max(peak, std::count_if(duty.begin(), duty.end(), counted));
    return static_cast<int>(peak);
}

int Layout::devices_needed(TechnologyId technology, UnitId unit) const {
    const auto& rule = scenario_.technologies[technology].device;
    if (!rule) return 0;
    double base = 1;
    if (rule->per == DeviceRule::Per::bed) base = scenario_.units[unit].beds;
    if (rule->per == DeviceRule::Per::clinician_on_shift) base = peak_on_duty(unit, technology, rule->roles);
    if (rule->per == DeviceRule::Per::clinician) {
        base = 0;
        for (RoleId role : scenario_.roles.ids())
            if (counts(technology, rule->roles, role)) base += scenario_.units[unit].posts[role];
    }
    return devices_for(base, rule->ratio);
}

}  // namespace golive::model
