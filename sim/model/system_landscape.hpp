//! M18, fragmentation: how many systems people work with, what keeping them costs, and what is
//! written down twice.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <cstdint>
#include <vector>

namespace golive::model {

class TeamWork;
class TechnologyUse;

/// Systems that a unit's people work with: its share of the network's that are left and of those that its
/// site brought in, and what went live.
[[nodiscard]] double systems_of_unit(double per_unit, double network, double retired, int of_site, int live);

/// Minutes a shift for going to and fro between systems beyond those of the start.
[[nodiscard]] constexpr double minutes_of_switching(double each, double systems, double at_start) {
    return each * (systems - at_start);
}

/// A technology that goes live in a unit is one system more there. Those that it replaces go when the old
/// ways are retired and not before; until then people document twice, as far as they use the new one.
class SystemLandscape {
 public:
    using World = WorldFor<SystemLandscape, TeamWork, const TechnologyUse>;
    explicit SystemLandscape(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.systems.has_value(); }
    void on(const UnitLive& signal);
    void on(const LegacyRetired& signal);
    void on(const WeekBegins& signal);

    void add_system(SiteId site);
    /// Systems that the unit's people work with.
    [[nodiscard]] double systems(UnitId unit) const;
    /// Per shift, beyond what there was at the start.
    [[nodiscard]] double switching_minutes(UnitId unit) const;
    [[nodiscard]] double double_documentation_minutes(UnitId unit) const;

    static void declare(Figures<SystemLandscape>& figures);

 private:
    [[nodiscard]] double network_systems() const;

    World world_;
    Numbers<Systems> numbers_;
    double retired_ = 0;                 // systems of the network that are gone
    IdVector<UnitId, int> live_;         // technologies of the scenario
    IdVector<SiteId, int> spontaneous_;  // systems that departments brought in
    std::vector<bool> live_somewhere_;   // by technology
    std::vector<bool> counted_;          // by technology: the systems that it replaces are among those gone
};

}  // namespace golive::model
