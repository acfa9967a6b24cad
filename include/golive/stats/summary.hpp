//! A sample in one row of a table.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <golive/stats/interval.hpp>

namespace golive::stats {

/// All intervals are of level 95 %. Figures that the sample is too small to give are NaN,
/// unknown ends infinite.
struct Summary {
    std::uint64_t count;    ///< observations in all
    std::uint64_t missing;  ///< those that are NaN: it did not happen within the horizon
    double happened;        ///< the share that is not missing: the probability of happening
    Interval happened_interval;

    // Of the observations that happened, alone.
    double mean, sd;
    Interval mean_interval;
    double min, max;

    // Of all, the missing ones after all others: +infinity where they reach.
    double p5, p10, p25, p50, p75, p80, p90, p95;
    Interval p50_interval, p80_interval, p90_interval;
};

[[nodiscard]] Summary summarise(std::vector<double> values);

}  // namespace golive::stats
