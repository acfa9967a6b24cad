//! M10, the digital officer: technologies in the order of the roadmap, few at a time, and announced.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signals.hpp"

#include <vector>

namespace golive::model {

class World;

class DigitalOffice {
 public:
    explicit DigitalOffice(World& world);
    void on(const DayBegins& signal);
    void on(const WeekBegins& signal);
    void on(const UnitLive& signal);

    /// Whether work for the technology has to wait for its turn.
    [[nodiscard]] bool holds(TechnologyId technology) const {
        return technology && !admitted_[technology.index()];
    }

 private:
    void admit();

    World& world_;
    std::vector<bool> admitted_;  // by technology
};

}  // namespace golive::model
