//! Each rule looks at the whole scenario, so all sections have been read.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/sections/settle.hpp"

#include <algorithm>

namespace golive::scenario {
namespace {

/// Roles with occasions for any purpose of the technology.
std::vector<RoleId> users_of(const Scenario& scenario, TechnologyId technology) {
    std::vector<RoleId> users;
    for (const RoleId role : scenario.roles.ids()) {
        const auto& opportunities = scenario.roles[role].opportunities;
        const bool uses = std::any_of(
            scenario.technologies[technology].purposes.begin(),
            scenario.technologies[technology].purposes.end(), [&](const Purpose& purpose) {
                return opportunities.contains(purpose.workflow) && opportunities[purpose.workflow] > 0;
            });
        if (uses) users.push_back(role);
    }
    return users;
}

void settle_build(Build& build, const Technology& technology) {
    if (!build.purposes.empty()) return;
    for (const Purpose& purpose : technology.purposes)
        if (purpose.integration) build.purposes.push_back(purpose.workflow);
}

void settle_first_line(Scenario& scenario) {
    if (!scenario.support || scenario.support->first_line) return;
    std::vector<TeamId> desks;
    for (const TeamId team : scenario.teams.ids())
        if (scenario.teams[team].desk) desks.push_back(team);
    if (desks.size() == 1) scenario.support->first_line = desks.front();
}

/// Who retires the old way where the file does not say: whoever deploys the new one, or the only team.
TeamId retiring_team(const Scenario& scenario, TechnologyId technology) {
    for (const Activity& activity : scenario.plan)
        if (const auto* deploy = std::get_if<Deploy>(&activity.step);
            deploy && activity.technology == technology)
            return deploy->team;
    return scenario.teams.size() == 1 ? TeamId{0} : TeamId{};
}

}  // namespace

void settle(Scenario& scenario) {
    for (std::size_t i = 0; i < scenario.courses.size(); ++i) {
        Course& course = scenario.courses[CourseId{i}];
        if (course.roles.empty() && scenario.technologies.contains(course.technology))
            course.roles = users_of(scenario, course.technology);
    }
    for (Activity& activity : scenario.plan)
        if (auto* build = std::get_if<Build>(&activity.step);
            build && scenario.technologies.contains(activity.technology))
            settle_build(*build, scenario.technologies[activity.technology]);
    for (Activity& activity : scenario.plan)
        if (auto* retire = std::get_if<Retire>(&activity.step); retire && !retire->team)
            retire->team = retiring_team(scenario, activity.technology);
    settle_first_line(scenario);
    if (scenario.budget && !scenario.budget->body && scenario.bodies.size() == 1)
        scenario.budget->body = BodyId{0};
    if (scenario.waves.empty() && !scenario.units.empty()) {
        Wave everyone{"everyone", {}, std::nullopt};
        for (const UnitId unit : scenario.units.ids()) everyone.units.push_back(unit);
        scenario.waves.push_back(std::move(everyone));
    }
}

}  // namespace golive::scenario
