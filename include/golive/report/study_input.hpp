//! What studies are made of, taken from results files.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <golive/store/results_file.hpp>
#include <golive/study/comparison.hpp>
#include <golive/study/explanation.hpp>
#include <golive/study/schedule.hpp>

namespace golive::report {

/// The scalars of the first `count` replications, as their run delivered them. `scalars` must be of the
/// file's catalogue, or of one with the same scalars.
void read_scalars(const store::ResultsFile& results, std::uint64_t count, study::Scalars& scalars);

/// Of all replications. The file must outlive it.
[[nodiscard]] study::Explanation read_explanation(const store::ResultsFile& results);

/// Of all replications, by Catalogue::instances.
[[nodiscard]] std::vector<study::StepSchedule> read_schedule(const store::ResultsFile& results,
                                                             const model::Blueprint* blueprint);

}  // namespace golive::report
