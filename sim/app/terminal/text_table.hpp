//! Plain-text tables: columns as wide as their widest cell, numbers to the right.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace golive::app {

/// How many columns of a terminal a UTF-8 text takes, accents included; wide scripts are not known.
[[nodiscard]] std::size_t width_of(std::string_view text);
/// The text cut to so many columns, with an ellipsis where something is lost.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

enum class Align { left, right };

class TextTable {
 public:
    TextTable() = default;
    /// Columns that are not named here are aligned to the left.
    explicit TextTable(std::vector<Align> alignment) : alignment_{std::move(alignment)} {}

    void row(std::vector<std::string> cells);
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    /// Each line begins with `indent`; lines wider than `limit` are shortened.
    [[nodiscard]] std::vector<std::string> lines(std::string_view indent,
                                                 std::size_t limit = std::string::npos) const;
    /// The same as one text, with a line feed after each line.
    [[nodiscard]] std::string text(std::string_view indent, std::size_t limit = std::string::npos) const;

 private:
    std::vector<Align> alignment_;
    std::vector<std::vector<std::string>> rows_;
    std::vector<std::size_t> widths_;
};

}  // namespace golive::app
