//! Whether a replication that was simulated again is the one in the file, and what to say of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include <golive/store/results_file.hpp>

namespace golive::app {

/// Where the two first differ, in words: "`go_live.wave 1` is 120.5 here and 121 in the file"; nothing where
/// they are the same bit for bit, as far as files keep them (series are rounded there). `catalogue` is that
/// of `result`, `row` the place of the replication in the file.
[[nodiscard]] std::optional<std::string> first_difference(const model::Result& result,
                                                          const model::Catalogue& catalogue,
                                                          const store::ResultsFile& file, std::size_t row);

/// A result, or why there is none.
using Replayed = std::variant<model::Result, std::string>;

struct Agreement {
    bool same_result;   ///< false also where it failed, here or in the file
    std::string words;  ///< what to tell, as one or two sentences
};

/// What became of a replication of the file that was simulated again.
[[nodiscard]] Agreement agreement_of(const store::ResultsFile& file, const model::Catalogue& catalogue,
                                     std::uint64_t replication, const Replayed& replayed);

}  // namespace golive::app
