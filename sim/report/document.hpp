//! The document of a report: everything that its page draws, computed here. page/src/document.ts is its
//! contract.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "report/numbers.hpp"

#include <memory>
#include <string>
#include <vector>

#include <golive/store/reader.hpp>
#include <golive/study/explanation.hpp>

namespace golive::report {

/// One results file of a report, and why it says what it says.
struct Chapter {
    explicit Chapter(const std::filesystem::path& file) : results{file}, explanation{results} {}
    Chapter(const Chapter&) = delete;
    store::ResultsFile results;
    Explanation explanation;
};
using Chapters = std::vector<std::unique_ptr<Chapter>>;

/// Throws Error{input} where chapters cannot be held against the first: other luck, or another calendar.
void ensure_comparable(const Chapters& chapters);

/// The first chapter is what the others are held against, and must be comparable with. Throws Error{input}
/// where they share no figure or fewer than two futures.
[[nodiscard]] Json document_of(const Chapters& chapters);

/// The page as one text: HTML with the document in it.
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
