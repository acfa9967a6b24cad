//! M20, value: what time, throughput and quality are worth, and whether the rollout pays.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace golive::model {

class World;

/// Benefits; those of disruption are negative.
enum class Benefit { time, throughput, quality };
inline constexpr std::array<std::string_view, 3> benefit_names{"time", "throughput", "quality"};

/// Reckoned every week for the week before: minutes of documentation saved, as far as they become money;
/// throughput against that of the start, at its margin; a payment for quality, in proportion to the share of
/// occasions done with a technology that fits. Net present value discounts benefits less the rollout's cost
/// to the start.
class ClinicalValue {
 public:
    explicit ClinicalValue(World& world);
    void on(const WeekBegins& signal);

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;
    void finish(Recorder& record) const;

 private:
    [[nodiscard]] double occasions(TechnologyId technology, UnitId unit) const;
    [[nodiscard]] double quality() const;

    World& world_;
    double realised_ = 0;
    std::array<double, benefit_names.size()> benefits_{};
    double present_value_ = 0;
    double cost_counted_ = 0;
    double quality_ = 0;
    double satisfaction_ = 1;  // bedside time against that of the start, as patients remember it
    double lowest_satisfaction_ = 1;
    std::optional<double> paid_back_day_;
};

}  // namespace golive::model
