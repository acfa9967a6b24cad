//! Which results can be held against each other future by future.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/store/results_file.hpp>

namespace golive::report {

/// Pairs of futures need the same luck and the same calendar: throws Error{input} where two files differ in
/// seed, start, horizon or currency, and says what to run again.
void require_pairs(const store::ResultsFile& base, const store::ResultsFile& other);

}  // namespace golive::report
