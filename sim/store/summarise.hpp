//! The group /summary, from what the file holds: read back a part at a time, so that memory stays bounded.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/growing_group.hpp"

#include <array>
#include <span>

namespace golive::store {

inline constexpr std::array scalar_quantiles{0.05, 0.10, 0.25, 0.50, 0.75, 0.80, 0.90, 0.95};
inline constexpr std::array series_statistics{"mean", "p10", "p50", "p90"};

/// Of one number over the replications in which it is not NaN; all NaN where there is none.
[[nodiscard]] std::array<float, 4> statistics_of(std::span<float> values);

void write_summary(hid_t file, const RunInfo& run);

}  // namespace golive::store
