//! An explanation in words and tables, and as data for other programs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include <golive/store/results_file.hpp>
#include <golive/study/explanation.hpp>

namespace golive::app {

[[nodiscard]] std::string explanation_text(const study::Explanation& explanation,
                                           const store::ResultsFile& results, std::size_t width);
[[nodiscard]] std::string explanation_json(const study::Explanation& explanation,
                                           const store::ResultsFile& results);
/// One row per go-live, step and cause on its realised critical path.
[[nodiscard]] std::string explanation_csv(const study::Explanation& explanation,
                                          const store::ResultsFile& results);

}  // namespace golive::app
