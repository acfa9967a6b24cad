//! M10, the digital officer: technologies in the order of the roadmap, few at a time, and announced.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <vector>

namespace golive::model {

class Ledger;
class PlanExecution;

class DigitalOffice {
 public:
    using World = WorldFor<DigitalOffice, Ledger, const PlanExecution>;
    explicit DigitalOffice(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) {
        return scenario.digital_officer.has_value();
    }
    void on(const DayBegins& signal);
    void on(const WeekBegins& signal);

    /// Whether work for the technology has to wait for its turn.
    [[nodiscard]] bool holds(TechnologyId technology) const {
        return technology && !admitted_[technology.index()];
    }
    /// Whether a go-live of today was announced in time.
    [[nodiscard]] bool announces_by_now() const { return world_.now() >= announced_from_; }
    /// Added to attitudes by a go-live that was announced.
    [[nodiscard]] double readiness() const { return numbers_.readiness; }

 private:
    World world_;
    Numbers<DigitalOfficer> numbers_;
    Time announced_from_;
    std::vector<bool> admitted_;  // by technology
};

}  // namespace golive::model
