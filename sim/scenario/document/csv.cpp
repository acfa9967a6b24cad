//! A small state machine over the characters of a CSV file.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/document/csv.hpp"

#include <fmt/format.h>

namespace golive::scenario {
namespace {

std::string trimmed(const std::string& text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Cuts a text into rows of cells.
class Cutter {
 public:
    explicit Cutter(const Source& source) : source_{source} {}

    std::vector<Csv::Row> rows() {
        std::string_view text = source_.text;
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            ++column_;
            if (quoted_ && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
                cell_ += text[i++];
            else if (c == '"' && (quoted_ || trimmed(cell_).empty()))
                quoted_ = !quoted_;
            else if (c == ',' && !quoted_)
                end_cell();
            else if (c == '\n' && !quoted_)
                end_row();
            else
                cell_ += c;
        }
        end_row();
        return std::move(rows_);
    }

 private:
    void end_cell() {
        row_.push_back(
            {trimmed(cell_), {&source_, line_, cell_starts_, std::max(1, characters(trimmed(cell_)))}});
        cell_.clear();
        cell_starts_ = column_ + 1;
    }
    void end_row() {
        end_cell();
        if (row_.size() > 1 || !row_[0].text.empty()) rows_.push_back(std::move(row_));
        row_.clear();
        ++line_;
        column_ = 0;
        cell_starts_ = 1;
    }

    const Source& source_;
    std::vector<Csv::Row> rows_;
    Csv::Row row_;
    std::string cell_;
    bool quoted_ = false;
    int line_ = 1, column_ = 0, cell_starts_ = 1;
};

}  // namespace

Csv parse_csv(const Source& source, Diagnostics& diagnostics) {
    Csv result;
    if (const std::size_t bad = std::min(first_bad_utf8(source.text), source.text.find('\0'));
        bad != std::string::npos) {
        diagnostics.error({&source}, "this is not a CSV file in UTF-8");
        return result;
    }
    std::vector<Csv::Row> rows = Cutter{source}.rows();
    if (rows.empty()) {
        diagnostics.error({&source}, "the CSV file has no header line");
        return result;
    }
    result.header = std::move(rows.front());
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].size() != result.header.size()) {
            diagnostics.error(rows[i].front().place, fmt::format("this row has {} cells, the header {}",
                                                                 rows[i].size(), result.header.size()));
            continue;
        }
        result.rows.push_back(std::move(rows[i]));
    }
    return result;
}

}  // namespace golive::scenario
