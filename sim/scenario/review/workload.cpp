//! Means of the laws, multiplied out.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/review/workload.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace golive::scenario {
namespace {

template <class Quantity>
double mean(const Uncertain<Quantity>& quantity) {
    return quantity.law().mean();
}
double hours(const Uncertain<Duration>& duration) { return mean(duration) / 3600.0; }

double posts(const Scenario& scenario) {
    double sum = 0;
    for (const Unit& unit : scenario.units) sum = std::accumulate(unit.posts.begin(), unit.posts.end(), sum);
    return sum;
}

/// People of the rule's roles: all of them, or those on shift at a time.
double people(const Scenario& scenario, const DeviceRule& rule) {
    double sum = 0;
    for (const Unit& unit : scenario.units)
        for (const RoleId role : scenario.roles.ids()) {
            if (!rule.roles.empty() &&
                std::find(rule.roles.begin(), rule.roles.end(), role) == rule.roles.end())
                continue;
            const Role& pattern = scenario.roles[role];
            const double on_shift = pattern.shifts_per_week * pattern.shift_length.in_hours() / 168.0;
            sum += unit.posts[role] * (rule.per == DeviceRule::Per::clinician ? 1.0 : on_shift);
        }
    return sum;
}

double devices(const Scenario& scenario, TechnologyId id) {
    const Technology& technology = scenario.technologies[id];
    if (!technology.device) return 0;
    const DeviceRule& rule = *technology.device;
    double base = people(scenario, rule);
    if (rule.per == DeviceRule::Per::unit) base = static_cast<double>(scenario.units.size());
    if (rule.per == DeviceRule::Per::bed)
        base = std::accumulate(scenario.units.begin(), scenario.units.end(), 0.0,
                               [](double sum, const Unit& unit) { return sum + unit.beds; });
    return base * rule.ratio;
}

double instances(const Scenario& scenario, Scope scope) {
    switch (scope) {
        case Scope::network:
            return 1;
        case Scope::site:
            return static_cast<double>(scenario.sites.size());
        case Scope::wave:
            return static_cast<double>(scenario.waves.size());
        case Scope::unit:
            return static_cast<double>(scenario.units.size());
    }
    return 1;
}

/// An effort over all instances of its activity: those of a basis add up to the network's.
double total(const Scenario& scenario, const Activity& activity, const Effort& effort) {
    switch (effort.per) {
        case Effort::Per::activity:
            return hours(effort.amount) * instances(scenario, activity.scope);
        case Effort::Per::device:
            return hours(effort.amount) *
                   (activity.technology ? devices(scenario, activity.technology) : 0.0);
        case Effort::Per::unit:
            return hours(effort.amount) * static_cast<double>(scenario.units.size());
        case Effort::Per::clinician:
            return hours(effort.amount) * posts(scenario);
    }
    return 0;
}

double build_work(const Scenario& scenario, const Activity& activity, const Build& build, TeamId team) {
    double sum = 0;
    for (const Purpose& purpose : scenario.technologies[activity.technology].purposes)
        if (purpose.integration && purpose.integration->team == team &&
            std::find(build.purposes.begin(), build.purposes.end(), purpose.workflow) != build.purposes.end())
            sum += hours(purpose.integration->effort);
    return sum;
}

template <class Kind>
double step_work(const Scenario& scenario, const Activity& activity, const Kind& step, TeamId team) {
    if constexpr (requires { step.hours; })
        return step.team == team ? total(scenario, activity, step.hours) : 0.0;
    else if constexpr (std::is_same_v<Kind, Select>)
        return step.team == team ? hours(step.effort) * step.candidates : 0.0;
    else if constexpr (requires { step.effort; })
        return step.team == team ? total(scenario, activity, step.effort) : 0.0;
    else if constexpr (std::is_same_v<Kind, Build>)
        return build_work(scenario, activity, step, team);
    else
        return 0.0;
}

/// The consultants of a team, on average over the horizon.
double consultants(const Scenario& scenario, const Team& team) {
    if (!team.consultants) return 0;
    const Date start = scenario.header.start;
    const Time end = Time::after_start(scenario.header.horizon);
    const auto [people, from, until, wage] = *team.consultants;
    const Time comes = from ? std::max(Time{}, time_of(*from, start)) : Time{};
    const Time leaves = until ? std::min(end, time_of(*until + std::chrono::days{1}, start)) : end;
    return leaves > comes ? people * ((leaves - comes).in_weeks() / scenario.header.horizon.in_weeks()) : 0.0;
}

/// Where a digital officer sees to strategy, teams need not.
double left_by_strategy(const Scenario& scenario, TeamId team) {
    if (!scenario.intake || scenario.digital_officer) return 1;
    const auto& asked = scenario.intake->teams;
    return std::find(asked.begin(), asked.end(), team) == asked.end()
               ? 1.0
               : 1.0 - scenario.intake->strategy_load.value();
}

double departments_projects(const Scenario& scenario, TeamId team) {
    if (!scenario.intake || scenario.intake->teams.empty()) return 0;
    const Intake& intake = *scenario.intake;
    const auto lots = static_cast<double>(std::count(intake.teams.begin(), intake.teams.end(), team));
    const double begun = scenario.digital_officer ? scenario.digital_officer->accepts.value() : 1.0;
    return lots / static_cast<double>(intake.teams.size()) * begun * mean(intake.projects) * 604800.0 *
           static_cast<double>(scenario.sites.size()) * hours(intake.effort);
}

}  // namespace

double weekly_capacity(const Scenario& scenario, TeamId id) {
    const Team& team = scenario.teams[id];
    if (team.desk) {
        const WorkingTime& office = scenario.working_time;
        const double open =
            team.hours == Team::Hours::always
                ? 168.0
                : (office.closes - office.opens).in_hours() * static_cast<double>(office.working_week.size());
        return team.staff * open;
    }
    const double days = team.hours == Team::Hours::always
                            ? 7.0
                            : static_cast<double>(scenario.working_time.working_week.size());
    return (team.staff + consultants(scenario, team)) * team.focus.in_hours() * days *
           left_by_strategy(scenario, id);
}

double weekly_background(const Scenario& scenario, TeamId id) {
    const Team& team = scenario.teams[id];
    double sum = hours(team.maintenance) * static_cast<double>(scenario.technologies.size());
    for (const BackgroundWork& work : team.background) sum += mean(work.rate) * 604800.0 * hours(work.effort);
    if (scenario.systems && scenario.systems->team == id)
        sum += hours(scenario.systems->upkeep) * scenario.systems->network;
    return sum + departments_projects(scenario, id);
}

double weekly_calls(const Scenario& scenario, TeamId id) {
    const auto& desk = scenario.teams[id].desk;
    return desk ? mean(desk->other_calls) * 604800.0 * posts(scenario) * hours(desk->handling) : 0.0;
}

double imposed_work(const Scenario& scenario, TeamId team) {
    const Date start = scenario.header.start;
    const double weeks = scenario.header.horizon.in_weeks();
    double sum = 0;
    for (const Mandate& mandate : scenario.mandates) {
        if (mandate.team != team) continue;
        const bool once =
            mandate.date && time_of(*mandate.date, start).since_start() < scenario.header.horizon;
        const double times = mandate.date ? (once ? 1.0 : 0.0) : mean(mandate.rate) * 604800.0 * weeks;
        sum += times * hours(mandate.effort) * (scenario.digital_officer ? 1.0 : mean(mandate.rush));
    }
    return sum;
}

double plan_work(const Scenario& scenario, TeamId team) {
    double sum = 0;
    for (const Activity& activity : scenario.plan)
        sum += std::visit([&](const auto& step) { return step_work(scenario, activity, step, team); },
                          activity.step);
    return sum;
}

}  // namespace golive::scenario
