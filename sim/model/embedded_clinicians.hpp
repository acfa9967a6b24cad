//! M6, embedded clinicians: people of the units who sit with those who choose, design and build.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <vector>

namespace golive::model {

class Ledger;
class PlanExecution;
class Staffing;
class TechnologyUse;
class WorkflowIssues;

/// Their weekly hours are divided among the technologies under way and find issues of their units; what kinds
/// share is then known of their kinds. They cost shift hours while anything is under way.
class EmbeddedClinicians {
 public:
    using World = WorldFor<EmbeddedClinicians, Ledger, const PlanExecution, const Staffing, TechnologyUse,
                           WorkflowIssues>;
    explicit EmbeddedClinicians(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.embedding.has_value(); }
    void on(const WeekBegins& signal);
    void on(const UnitLive& signal);

    /// Whether they sit there today.
    [[nodiscard]] bool at_work() const;

 private:
    enum class Tie : std::uint8_t { none, kin, own };
    void choose_units();

    World world_;
    Numbers<Embedding> numbers_;
    std::vector<UnitId> homes_;  // of each
    std::vector<Tie> ties_;      // by unit
};

}  // namespace golive::model
