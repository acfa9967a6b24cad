//! The answer of a report in sentences, and what to keep in mind when reading it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <golive/store/results_file.hpp>
#include <golive/study/explanation.hpp>

namespace golive::report {

/// The headline first; each of the others only where the file has something to say.
[[nodiscard]] std::vector<std::string> answer(const store::ResultsFile& results,
                                              const study::Explanation& explanation);
/// Few futures, failures, horizons that are too short, evidence that is thin.
[[nodiscard]] std::vector<std::string> warnings(const store::ResultsFile& results);

}  // namespace golive::report
