//! Which waiting is worth ending: the same futures again without one cause, beside what the
//! critical path says.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <golive/stats/interval.hpp>
#include <golive/study/comparison.hpp>
#include <golive/study/critical_path.hpp>
#include <golive/study/relief.hpp>

namespace golive::study {

/// Mean days that a lever's waiting takes on the critical path of the last go-live.
struct Attributed {
    Lever lever;
    double days;
};
/// Of what can be relieved, the longest first.
[[nodiscard]] std::vector<Attributed> attributed_to_levers(const model::Blueprint& blueprint,
                                                           const PathTally& path);

/// What the futures gain without the lever's waiting. A go-live that never happens counts as if it happened
/// at the horizon (the restricted mean of survival analysis), so that every future counts.
struct Gain {
    Lever lever;
    std::string how;
    double attributed_days;
    double days;  ///< sooner, the last go-live: mean over pairs of futures
    stats::Interval days_interval;
    double live;  ///< share of futures more in which everything goes live within the horizon
    std::optional<double> adoption;  ///< mean of adoption_6_months more, where both futures have it
    std::uint64_t futures;
};
/// Days that are more than chance; 0 where they are not.
[[nodiscard]] double certain_days(const Gain& gain);
/// Without those of waiting for dates that the plan chose itself: they are no one's queue.
[[nodiscard]] std::vector<Gain> without_planned_dates(std::vector<Gain> gains);

[[nodiscard]] Gain gain_of(const Attributed& attributed, std::string how, const Scalars& base,
                           const Scalars& without, Duration horizon);

}  // namespace golive::study
