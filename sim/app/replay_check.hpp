//! Whether a replication that was simulated again is the one in the file.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include <golive/store/reader.hpp>

namespace golive::app {

/// Where the two first differ, in words: "`go_live.wave 1` is 120.5 here and 121 in the file"; nothing where
/// they are the same bit for bit, as far as files keep them (series are rounded there). `catalogue` is that
/// of `result`, `row` the place of the replication in the file.
[[nodiscard]] std::optional<std::string> first_difference(const model::Result& result,
                                                          const model::Catalogue& catalogue,
                                                          const store::ResultsFile& file, std::size_t row);

}  // namespace golive::app
