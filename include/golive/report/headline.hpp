//! The answer of a run in a sentence or a few, dates first.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <golive/report/results_view.hpp>

namespace golive::report {

/// "80 % chance that every wave is live by 14 March 2027; 6 months later ...", without a line feed.
[[nodiscard]] std::string headline(const ResultsView& view);

}  // namespace golive::report
