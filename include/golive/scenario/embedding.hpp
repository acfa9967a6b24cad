//! [embedding]: clinicians who sit with those who choose, design and build.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <golive/base/date.hpp>
#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

template <template <class> class Number>
struct EmbeddingSection {
    int clinicians;             ///< of different units, the largest kinds first
    Duration hours;             ///< of each, per week, taken from shifts
    std::optional<Date> from;   ///< unset: from the start
    std::optional<Date> until;  ///< unset: to the end
    Number<double> tau_hours;   ///< hours after which 63 % of their unit's latent issues are known
    Number<double> attitude;    ///< added in their units at a go-live that they took part in
    Number<Share> kin;          ///< of that, in other units of their kinds

    static auto members(auto& section) {
        auto& [clinicians, hours, from, until, tau_hours, attitude, kin] = section;
        return std::tie(clinicians, hours, from, until, tau_hours, attitude, kin);
    }
};
using Embedding = EmbeddingSection<Uncertain>;

}  // namespace golive::scenario
