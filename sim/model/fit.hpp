//! How well a technology fits a unit's work, and the steps that close the gap: discovery, co-design, huddles,
//! optimisation.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

#include <cstdint>
#include <vector>

namespace golive::model {

class World;

/// Fit of a technology to a unit, 0 to 1: drawn per unit kind, with the unit's own deviation. A redesign step
/// of h hours in a unit raises it to fit + (1 - fit) * reach * (1 - exp(-h / tau)): returns diminish.
class WorkflowFit {
 public:
    enum class Event : std::uint16_t { calendar_time };
    explicit WorkflowFit(World& world);
    void handle(Event what, std::uint32_t instance);

    [[nodiscard]] double fit(TechnologyId technology, UnitId unit) const {
        return fit_[at(technology, unit)];
    }
    /// Share of the units in which a discovery step for the technology has ended.
    [[nodiscard]] double discovered(TechnologyId technology, const std::vector<UnitId>& units) const;

    /// An effort drawn for an instance, multiplied out over the units, clinicians or devices of its scope.
    [[nodiscard]] Duration total_effort(InstanceId instance, const Effort& effort,
                                        random::Purpose purpose) const;
    void begin(InstanceId instance);
    void work_done(InstanceId instance);
    /// Ends a step with what was learnt by now.
    void time_box(InstanceId instance);

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;

 private:
    [[nodiscard]] std::size_t at(TechnologyId technology, UnitId unit) const {
        return technology.index() * units_ + unit.index();
    }
    void complete(InstanceId instance, Duration effort_done);
    void learn(InstanceId instance, UnitId unit, double hours);

    World& world_;
    std::size_t units_;
    std::vector<double> fit_;       // [technology][unit]
    std::vector<bool> discovered_;  // [technology][unit]
};

}  // namespace golive::model
