//! A results file in words and tables, and as data for other programs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include <golive/store/results_file.hpp>

namespace golive::app {

/// "80 % chance that every wave is live by 14 March 2027; 6 months later ...", without a line feed.
[[nodiscard]] std::string headline(const store::ResultsFile& results);
/// The headline, a table of go-live dates, and a table of everything else by subject; lines at
/// most `width` wide.
[[nodiscard]] std::string summary_text(const store::ResultsFile& results, std::size_t width);
[[nodiscard]] std::string summary_json(const store::ResultsFile& results);
/// One line per scalar, with a header; an empty field is a value that is missing or beyond the horizon.
[[nodiscard]] std::string summary_csv(const store::ResultsFile& results);

}  // namespace golive::app
