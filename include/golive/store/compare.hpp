//! Whether two results files say the same.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

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

}  // namespace golive::store
