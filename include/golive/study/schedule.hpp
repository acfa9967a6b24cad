//! The plan as it was meant and as it goes: each step's start and finish over the futures.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include <golive/model/simulate.hpp>
#include <golive/study/critical_path.hpp>

namespace golive::study {

/// Days since the start; +infinity beyond the horizon.
struct Spread {
    double p10, p50, p90;
};

struct StepSchedule {
    Spread start;
    Spread finish;
    double happened;  ///< share of replications in which it was finished
    /// Median days of work and delivery, where it was finished: what the step takes when it
    /// waits for nothing.
    double unhindered_days;
    double unhindered_start;  ///< NaN without a blueprint
    double unhindered_finish;
};

/// Collects how a plan went, replication by replication.
class ScheduleTally {
 public:
    explicit ScheduleTally(const model::Catalogue& catalogue);
    void add(const PlanRecord& plan);

    /// By Catalogue::instances. The unhindered dates are those of the critical path method (Kelley and
    /// Walker 1959): a step starts when its predecessors are done, never before its earliest date, and takes
    /// its unhindered days.
    [[nodiscard]] std::vector<StepSchedule> steps(const model::Blueprint* blueprint) const;

 private:
    std::vector<std::size_t> unhindered_;  // causes that are no waiting
    std::size_t causes_;
    std::vector<std::vector<double>> start_, finish_, days_;  // [instance][replication]
};

}  // namespace golive::study
