//! M18, fragmentation: how many systems people work with, what keeping them costs, and what is written down
//! twice.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"
#include "model/team_work.hpp"

#include <cstdint>
#include <vector>

namespace golive::model {

class World;

/// A technology that goes live in a unit is one system more there. Those that it replaces go when the old
/// ways are retired and not before; until then people document twice, as far as they use the new one.
class SystemLandscape {
 public:
    explicit SystemLandscape(World& world);
    void on(const UnitLive& signal);
    void on(const LegacyRetired& signal);
    void on(const WeekBegins& signal);

    void add_system(SiteId site);
    /// Systems that the unit's people work with.
    [[nodiscard]] double systems(UnitId unit) const;
    /// Per shift, beyond what there was at the start.
    [[nodiscard]] double switching_minutes(UnitId unit) const;
    [[nodiscard]] double double_documentation_minutes(UnitId unit) const;

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;
    void finish(Recorder& record) const;

 private:
    [[nodiscard]] double network_systems() const;

    World& world_;
    double switching_ = 0;
    double double_documentation_ = 0;
    double retired_ = 0;                 // systems of the network that are gone
    IdVector<UnitId, int> live_;         // technologies of the scenario
    IdVector<SiteId, int> spontaneous_;  // systems that departments brought in
    std::vector<bool> live_somewhere_;   // by technology
    std::vector<bool> counted_;          // by technology: the systems that it replaces are among those gone
};

}  // namespace golive::model
