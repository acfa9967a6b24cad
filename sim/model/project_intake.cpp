#include "model/project_intake.hpp"

#include "model/world.hpp"

namespace golive::model {
namespace {

constexpr random::Purpose arrival_draw{"intake.arrival"};
constexpr random::Purpose rate_draw{"intake.rate"};
constexpr random::Purpose accept_draw{"intake.accepted"};
constexpr random::Purpose team_draw{"intake.team"};
constexpr random::Purpose effort_draw{"intake.effort"};
constexpr random::Purpose system_draw{"intake.new_system"};

}  // namespace

ProjectIntake::ProjectIntake(World& world) : world_{world}, next_(world.scenario.sites.size()) {}

void ProjectIntake::start() {
    if (!world_.scenario.intake || world_.scenario.intake->teams.empty()) return;
    for (SiteId site : world_.scenario.sites.ids()) schedule_next(site);
}

void ProjectIntake::schedule_next(SiteId site) {
    const random::EntityKey key{world_.scenario.sites[site].name};
    const std::uint64_t number = next_[site]++;
    const Rate rate = world_.scenario.intake->projects.draw(world_.streams, rate_draw, key, number);
    world_.schedule<ProjectIntake>(world_.next_arrival(rate.per_second(), arrival_draw, key, number),
                                   Event::project, site.value());
}

void ProjectIntake::handle(Event, std::uint32_t subject) {
    const SiteId site{subject};
    propose(site, next_[site]);
    schedule_next(site);
}

/// With a digital officer some are taken on and none leaves a system of its own; otherwise all are begun at
/// once.
void ProjectIntake::propose(SiteId site, std::uint64_t number) {
    const Intake& section = *world_.scenario.intake;
    const random::EntityKey key{world_.scenario.sites[site].name};
    ++proposed_;
    const auto& officer = world_.scenario.digital_officer;
    if (officer && !world_.streams.bernoulli(officer->accepts.value(), accept_draw, key, number)) return;
    ++begun_;
    const auto lot = static_cast<std::size_t>(world_.streams.uniform(team_draw, key, number) *
                                              static_cast<double>(section.teams.size()));
    const bool leaves_system =
        !officer && world_.streams.bernoulli(section.new_system.value(), system_draw, key, number);
    world_.submit_work<ProjectIntake>(
        {.team = section.teams[lot],
         .work_class = WorkClass::project,
         .effort = section.effort.draw(world_.streams, effort_draw, key, number),
         .cost = std::nullopt,
         .payload = leaves_system ? site.value() : SiteId{}.value()});
}

void ProjectIntake::work_moved(std::uint32_t payload, WorkMove move) {
    if (move == WorkMove::finished && SiteId{payload})
        world_.the<SystemLandscape>().add_system(SiteId{payload});
}

void ProjectIntake::declare(Declarations& declare) {
    if (!declare.scenario.intake) return;
    declare.scalar("projects_proposed", "1", "projects that departments came up with", Reading::number);
    declare.scalar("projects_begun", "1", "of them, begun", Reading::number);
}

void ProjectIntake::finish(Recorder& record) const {
    if (!world_.scenario.intake) return;
    record.scalar("projects_proposed", proposed_);
    record.scalar("projects_begun", begun_);
}

}  // namespace golive::model
