//! Comma-separated values as RFC 4180 and every reader of them expect.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/terminal/text_output.hpp"

#include <concepts>
#include <string>
#include <string_view>

namespace golive::app {

/// A field: in quotes where it holds a comma, a quote or the end of a line.
[[nodiscard]] std::string csv_text(std::string_view text);

/// One row after the other, field by field. Numbers are as short as can be and read back bit for bit; what is
/// missing (NaN) is an empty field, what never happens is `Inf`.
class CsvRows {
 public:
    explicit CsvRows(TextOutput& output) : output_{output} {}

    /// Names of columns.
    template <class... Name>
    void header(const Name&... name) {
        (text(name), ...);
        end();
    }
    CsvRows& text(std::string_view field);
    CsvRows& number(double value);
    CsvRows& number(float value);
    template <std::integral Integer>
    CsvRows& number(Integer value) {
        return plain(std::to_string(value));
    }
    CsvRows& missing() { return plain({}); }
    void end();

 private:
    CsvRows& plain(std::string_view field);

    TextOutput& output_;
    std::string row_;
    bool first_ = true;  // in its row
};

}  // namespace golive::app
