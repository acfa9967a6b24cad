#include "model/project_intake.hpp"

#include "model/figures.hpp"
#include "model/system_landscape.hpp"
#include "model/team_work.hpp"

namespace golive::model {
namespace {

constexpr random::Draw arrival_draw{"intake.arrival"};
constexpr random::Draw rate_draw{"intake.rate"};
constexpr random::Draw accept_draw{"intake.accepted"};
constexpr random::Draw team_draw{"intake.team"};
constexpr random::Draw effort_draw{"intake.effort"};
constexpr random::Draw system_draw{"intake.new_system"};

}  // namespace

/// A digital officer takes some on, and none of them leaves a system of its own; otherwise all are
/// begun at once.
ProjectIntake::ProjectIntake(World world) : world_{world}, next_(world.scenario.sites.size()) {
    if (const auto& officer = world.scenario.digital_officer)
        accepted_ = officer->accepts.value();
    else if (world.scenario.intake)
        leave_system_ = world.scenario.intake->new_system.value();
}

void ProjectIntake::start() {
    if (world_.scenario.intake->teams.empty()) return;
    for (SiteId site : world_.scenario.sites.ids()) schedule_next(site);
}

void ProjectIntake::schedule_next(SiteId site) {
    const random::EntityKey key{world_.scenario.sites[site].name};
    const std::uint64_t number = next_[site]++;
    const Rate rate = world_.scenario.intake->projects.draw(world_.streams, rate_draw, key, number);
    world_.schedule<&ProjectIntake::project>(
        world_.next_arrival(rate.per_second(), arrival_draw, key, number), site);
}

void ProjectIntake::project(SiteId site) {
    propose(site, next_[site]);
    schedule_next(site);
}

void ProjectIntake::propose(SiteId site, std::uint64_t number) {
    const Intake& section = *world_.scenario.intake;
    const random::EntityKey key{world_.scenario.sites[site].name};
    ++proposed_;
    if (!world_.streams.bernoulli(accepted_, accept_draw, key, number)) return;
    ++begun_;
    const auto lot = static_cast<std::size_t>(world_.streams.uniform(team_draw, key, number) *
                                              static_cast<double>(section.teams.size()));
    const bool leaves_system = world_.streams.bernoulli(leave_system_, system_draw, key, number);
    world_.submit_work({.team = section.teams[lot],
                        .work_class = WorkClass::project,
                        .effort = section.effort.draw(world_.streams, effort_draw, key, number),
                        .cost = std::nullopt,
                        .payload = leaves_system ? site.value() : SiteId{}.value()});
}

void ProjectIntake::work_moved(std::uint32_t payload, WorkMove move) {
    if (move == WorkMove::finished && SiteId{payload})
        world_.the<SystemLandscape>().add_system(SiteId{payload});
}

void ProjectIntake::declare(Figures<ProjectIntake>& figures) {
    figures.about(Subject::portfolio);
    figures.at_end({"projects_proposed", Reading::number, "projects that departments came up with"},
                   [](const ProjectIntake& intake) { return intake.proposed_; });
    figures.at_end({"projects_begun", Reading::number, "of them, begun"},
                   [](const ProjectIntake& intake) { return intake.begun_; });
}

}  // namespace golive::model
