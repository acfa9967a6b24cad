//! What sets alternatives apart, in words and tables, and as data for other programs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/compare/compared.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include <golive/study/comparison.hpp>

namespace golive::app {

/// A verdict on each alternative in a sentence; then of each a table of what is told apart, what is not and
/// what it would take, and what is the same. Tables are at most `width` wide.
[[nodiscard]] std::string comparison_text(const study::Comparison& comparison, const Compared& compared,
                                          std::size_t width);
[[nodiscard]] std::string comparison_json(const study::Comparison& comparison, const Compared& compared);
/// One line per alternative and metric, with a header.
[[nodiscard]] std::string comparison_csv(const study::Comparison& comparison,
                                         const std::vector<std::string>& names);

}  // namespace golive::app
