//! M6, embedded clinicians: people of the units who sit with those who choose, design and build.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signals.hpp"

#include <vector>

namespace golive::model {

class World;

/// Their weekly hours are divided among the technologies under way and find issues of their units; what kinds
/// share is then known of their kinds. They cost shift hours while anything is under way.
class EmbeddedClinicians {
 public:
    explicit EmbeddedClinicians(World& world);
    void on(const WeekBegins& signal);
    void on(const UnitLive& signal);

    /// Whether they sit there today.
    [[nodiscard]] bool at_work() const;

 private:
    enum class Tie : std::uint8_t { none, kin, own };
    void choose_units();

    World& world_;
    std::vector<UnitId> homes_;  // of each
    std::vector<Tie> ties_;      // by unit
};

}  // namespace golive::model
