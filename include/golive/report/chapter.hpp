//! A report: a chapter for each results file, and the page that shows them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <golive/report/study_input.hpp>
#include <golive/store/results_file.hpp>

namespace golive::report {

/// One results file of a report, and why it says what it says.
struct Chapter {
    explicit Chapter(const std::filesystem::path& file)
        : results{file}, explanation{read_explanation(results)} {}
    Chapter(const Chapter&) = delete;
    store::ResultsFile results;
    study::Explanation explanation;
};
using Chapters = std::vector<std::unique_ptr<Chapter>>;

/// Throws Error{input} where chapters cannot be held against the first: other luck, or another calendar.
void ensure_comparable(const Chapters& chapters);

/// The page as one text, HTML with everything that it draws. The first chapter is what the others are
/// held against, and must be comparable with. Throws Error{input} where they share no figure or fewer
/// than two futures.
[[nodiscard]] std::string page_of(const Chapters& chapters);

}  // namespace golive::report
