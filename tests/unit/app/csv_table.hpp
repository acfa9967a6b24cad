//! Comma-separated values read back, for tests: quotes, commas and line ends inside fields included.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace golive::app {

class CsvTable {
 public:
    explicit CsvTable(const std::string& text) {
        std::vector<std::string> row(1);
        bool quoted = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
                row.back() += text[++i];
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.emplace_back();
            } else if (!quoted && c == '\n') {
                (header_.empty() ? header_ : rows_.emplace_back()) = row;
                row.assign(1, "");
            } else {
                row.back() += c;
            }
        }
        for (const auto& one : rows_)
            if (one.size() != header_.size())
                throw std::runtime_error{"a row has other columns than the header"};
    }

    [[nodiscard]] std::size_t rows() const { return rows_.size(); }
    [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
    [[nodiscard]] const std::string& at(std::size_t row, const std::string& column) const {
        const auto found = std::find(header_.begin(), header_.end(), column);
        if (found == header_.end()) throw std::runtime_error{"no column " + column};
        return rows_.at(row).at(static_cast<std::size_t>(found - header_.begin()));
    }
    [[nodiscard]] double number(std::size_t row, const std::string& column) const {
        return std::strtod(at(row, column).c_str(), nullptr);
    }
    [[nodiscard]] std::vector<std::string> column(const std::string& name) const {
        std::vector<std::string> values;
        for (std::size_t row = 0; row < rows(); ++row) values.push_back(at(row, name));
        return values;
    }

 private:
    std::vector<std::string> header_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace golive::app
