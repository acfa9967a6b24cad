//! What sets alternatives apart, in words and tables, and as data for other programs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/words.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include <golive/study/comparison.hpp>

namespace golive::app {

/// For each alternative: a verdict in a sentence, a table of what is told apart, what is not and what it
/// would take, and what is the same; lines at most `width` wide. `names` of the alternatives, the base first.
[[nodiscard]] std::string comparison_text(const study::Comparison& comparison,
                                          const std::vector<std::string>& names, const Reader& reader,
                                          std::size_t width);
[[nodiscard]] std::string comparison_json(const study::Comparison& comparison,
                                          const std::vector<std::string>& names);
/// One line per alternative and metric, with a header.
[[nodiscard]] std::string comparison_csv(const study::Comparison& comparison,
                                         const std::vector<std::string>& names);

}  // namespace golive::app
