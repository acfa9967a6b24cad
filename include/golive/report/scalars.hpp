//! The scalars of a results file, as its run delivered them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include <golive/store/reader.hpp>
#include <golive/study/comparison.hpp>

namespace golive::report {

/// The first `count` replications. `scalars` must be of the file's catalogue, or of one with the same
/// scalars.
void read_scalars(const store::ResultsFile& results, std::uint64_t count, study::Scalars& scalars);

}  // namespace golive::report
