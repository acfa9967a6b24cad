//! [embedding]: clinicians who sit with those who choose, design and build.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <golive/base/date.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct Embedding {
    int clinicians;               ///< of different units, the largest kinds first
    Duration hours;               ///< of each, per week, taken from shifts
    std::optional<Date> from;     ///< unset: from the start
    std::optional<Date> until;    ///< unset: to the end
    Uncertain<double> tau_hours;  ///< hours after which 63 % of their unit's latent issues are known
    Uncertain<double> attitude;   ///< added in their units at a go-live that they took part in
    Uncertain<Share> kin;         ///< of that, in other units of their kinds
};

}  // namespace golive::scenario
