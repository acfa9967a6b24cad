//! M10, intake: projects that departments start by themselves and that compete for the same teams.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace golive::model {

class SystemLandscape;
class TeamWork;

class ProjectIntake {
 public:
    static constexpr std::string_view name = "intake";
    using World = WorldFor<ProjectIntake, TeamWork, SystemLandscape>;
    explicit ProjectIntake(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.intake.has_value(); }
    void start();
    void project(SiteId site);
    using Events = EventsOf<Event<&ProjectIntake::project, "project">>;
    void work_moved(std::uint32_t project, WorkMove move);

    static void declare(Figures<ProjectIntake>& figures);

 private:
    void schedule_next(SiteId site);
    void propose(SiteId site, std::uint64_t number);

    World world_;
    double accepted_ = 1;      // of the projects that departments come up with
    double leave_system_ = 0;  // of those begun
    IdVector<SiteId, std::uint64_t> next_;
    int proposed_ = 0;
    int begun_ = 0;
};

}  // namespace golive::model
