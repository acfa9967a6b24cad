//! [costs]: prices of what no other section prices.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/ids.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct Costs {
    IdVector<ConstituencyId, HourlyRate> meeting_wage;  ///< of a member's hour, by constituency
    HourlyRate elbow_wage;                              ///< of at-the-elbow staff
    Money standing;            ///< per week until everything is live: a project's own people
    Uncertain<Money> hire;     ///< recruiting and orienting one successor
    HourlyRate backfill_wage;  ///< of whoever replaces a clinician in class
};

}  // namespace golive::scenario
