//! Whether two results files say the same, and a replication what a file says of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <golive/store/results_file.hpp>

namespace golive::store {

enum class Exactness {
    bits,   ///< every number bit for bit
    close,  ///< floating-point numbers within a relative 1e-6, for files from different compilers or machines
};

/// What differs, in words: "/series/unit/errors" and "first in replication 17: 0.25 against 0.5".
struct Difference {
    std::string where;  ///< path of a dataset or attribute
    std::string what;
};

/// Empty where the files agree. Compares every dataset, the seed and what was asked for; leaves out what
/// does not change results: the program's version and build, command line, host, threads and times.
/// Memory is bounded.
[[nodiscard]] std::vector<Difference> compare(const std::filesystem::path& a, const std::filesystem::path& b,
                                              Exactness exactness);

/// Where a result and its place in a file first differ, in words: "`go_live.wave 1` is 120.5 here and 121 in
/// the file"; nothing where they are the same bit for bit, as far as files keep them (series are rounded
/// there). `catalogue` is that of `result`, `row` the place of the replication in the file.
[[nodiscard]] std::optional<std::string> first_difference(const model::Result& result,
                                                          const model::Catalogue& catalogue,
                                                          const ResultsFile& file, std::size_t row);

}  // namespace golive::store
