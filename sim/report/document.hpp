//! The document of a report: everything that its page draws, computed here. page/src/document.ts
//! is its contract.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/numbers.hpp"

#include <string>

#include <golive/report/chapter.hpp>
#include <golive/store/results_file.hpp>

namespace golive::report {

/// The first chapter is what the others are held against, and must be comparable with. Throws Error{input}
/// where they share no figure or fewer than two futures.
[[nodiscard]] Json document_of(const Chapters& chapters);

/// HTML with the document in it.
[[nodiscard]] std::string page_of(const Json& document);

// The parts of a scenario in the document.
[[nodiscard]] Json go_lives_json(const store::ResultsFile& results);
[[nodiscard]] Json plan_json(const Chapter& chapter);
[[nodiscard]] Json delays_json(const Chapter& chapter);
[[nodiscard]] Json giving_up_json(const Chapter& chapter);
[[nodiscard]] Json relief_json(const Chapter& chapter);
[[nodiscard]] Json series_json(const store::ResultsFile& results);
[[nodiscard]] Json figures_json(const store::ResultsFile& results);
[[nodiscard]] Json comparison_json(const Chapters& chapters);

}  // namespace golive::report
