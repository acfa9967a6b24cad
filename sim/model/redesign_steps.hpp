//! M5 and M6, the steps that look at work and change it: discovery, co-design, huddles, optimisation.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signals.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace golive::model {

class World;

/// h hours of a step in a unit find its latent issues with the chance 1 - exp(-h / tau) each and do away with
/// known ones at `fix_hours` apiece, the worst first. Where the budget for redesign is short, fewer hours are
/// worked.
class RedesignSteps {
 public:
    enum class Event : std::uint16_t { calendar_time };
    static constexpr std::array event_names{std::string_view{"redesign.calendar_time"}};
    explicit RedesignSteps(World& world);
    void handle(Event what, std::uint32_t instance);

    void begin(InstanceId instance);
    void work_done(InstanceId instance);
    /// Ends a step with what was learnt by now.
    void time_box(InstanceId instance);

 private:
    void complete(InstanceId instance, Duration effort_done);
    void learn(InstanceId instance, double hours);
    [[nodiscard]] Money price(InstanceId instance, Duration effort) const;

    World& world_;
    IdVector<InstanceId, Duration> granted_;  // hours that the budget allowed
};

}  // namespace golive::model
