//! Replications of a results file by number, and what to say where there is none of that number.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include <golive/store/results_file.hpp>

namespace golive::app {

/// The one that is asked for, or the first with a trace. Throws Error{usage} where it has none, or is not
/// in the file.
[[nodiscard]] std::uint64_t recorded_replication(const store::ResultsFile& results,
                                                 std::optional<std::uint64_t> asked);

/// The failure of a replication; null where it did not fail.
[[nodiscard]] const batch::Failure* failure_of(const store::ResultsFile& results, std::uint64_t replication);

/// The position of a replication in the file; nothing where it failed. Throws Error{usage} where the file
/// knows nothing of it.
[[nodiscard]] std::optional<std::size_t> row_of(const store::ResultsFile& results, std::uint64_t replication);

}  // namespace golive::app
