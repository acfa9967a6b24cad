//! M19, measuring: units that are seen to lag get help; where only uptime is looked at, nobody comes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace golive::model {

class Ledger;
class Staffing;
class TeamWork;
class TechnologyUse;
class WorkflowIssues;

/// Whether a unit is listed: below the threshold, and live for the six weeks that every unit is given.
/// Negative `live_for` is not live.
[[nodiscard]] constexpr bool is_lagging(Duration live_for, double use_share, double below) {
    return live_for >= Duration::weeks(6) && use_share < below;
}

class AdoptionMeasuring {
 public:
    static constexpr std::string_view name = "measuring";
    using World =
        WorldFor<AdoptionMeasuring, Ledger, TeamWork, const Staffing, TechnologyUse, WorkflowIssues>;
    explicit AdoptionMeasuring(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.measuring.has_value(); }
    void start();
    void count();
    void act(std::uint32_t round);
    void help(std::uint32_t visit);
    using Events = EventsOf<Event<&AdoptionMeasuring::count, "count">, Event<&AdoptionMeasuring::act, "act">,
                            Event<&AdoptionMeasuring::help, "helped">>;
    void work_moved(std::uint32_t visit, WorkMove move);

    static void declare(Figures<AdoptionMeasuring>& figures);

 private:
    struct Visit {
        TechnologyId technology;
        UnitId unit;
        double adoption;
        Duration hours;
        std::uint64_t luck;  // names the visit among those of its unit
    };
    [[nodiscard]] std::size_t at(TechnologyId technology, UnitId unit) const;
    void list_lagging();

    World world_;
    Numbers<Measuring> numbers_;
    std::vector<std::vector<Visit>> rounds_;  // who lagged at each count
    std::vector<Visit> visits_;
    std::vector<bool> being_helped_;            // [technology][unit]
    std::vector<std::uint64_t> helped_so_far_;  // [technology][unit]
    int helped_ = 0;
};

}  // namespace golive::model
