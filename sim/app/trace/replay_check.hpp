//! Whether a replication that was simulated again is the one in the file, and what to say of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include <golive/store/results_file.hpp>

namespace golive::app {

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
