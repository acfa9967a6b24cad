//! The plan as it was meant and as it goes: each step's start and finish over the futures.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <golive/model/simulate.hpp>
#include <golive/store/reader.hpp>

namespace golive::report {

/// Days since the start; +infinity beyond the horizon.
struct Spread {
    double p10, p50, p90;
};

struct StepSchedule {
    Spread start;
    Spread finish;
    double happened;  ///< share of replications in which it was finished
    /// Median days of work and delivery, where it was finished: what the step takes when it waits for
    /// nothing.
    double unhindered_days;
    double unhindered_start;  ///< NaN without a blueprint
    double unhindered_finish;
};

/// By Catalogue::instances. The unhindered dates are those of the critical path method (Kelley and Walker
/// 1959): a step starts when its predecessors are done, never before its earliest date, and takes its
/// unhindered days.
[[nodiscard]] std::vector<StepSchedule> schedule_of(const store::ResultsFile& results,
                                                    const model::Blueprint* blueprint);

}  // namespace golive::report
