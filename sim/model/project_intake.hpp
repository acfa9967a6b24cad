//! M10, intake: projects that departments start by themselves and that compete for the same teams.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"
#include "model/team_work.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace golive::model {

class World;

class ProjectIntake {
 public:
    enum class Event : std::uint16_t { project };
    static constexpr std::array event_names{std::string_view{"intake.project"}};
    explicit ProjectIntake(World& world);
    void start();
    void handle(Event what, std::uint32_t site);
    void work_moved(std::uint32_t project, WorkMove move);

    static void declare(Declarations& declare);
    void finish(Recorder& record) const;

 private:
    void schedule_next(SiteId site);
    void propose(SiteId site, std::uint64_t number);

    World& world_;
    IdVector<SiteId, std::uint64_t> next_;
    int proposed_ = 0;
    int begun_ = 0;
};

}  // namespace golive::model
