//! Comma-separated values.
// SPDX-License-Identifier: Apache-2.0
#include "app/terminal/csv.hpp"

#include <cmath>
#include <fmt/format.h>

namespace golive::app {
namespace {

template <class Float>
std::string written(Float value) {
    if (std::isnan(value)) return {};
    if (std::isinf(value)) return value > 0 ? "Inf" : "-Inf";  // as R writes it; Python reads it too
    return fmt::format("{}", value);
}

}  // namespace

std::string csv_text(std::string_view text) {
    if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string{text};
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + "\"";
}

CsvRows& CsvRows::text(std::string_view field) { return plain(csv_text(field)); }
CsvRows& CsvRows::number(double value) { return plain(written(value)); }
CsvRows& CsvRows::number(float value) { return plain(written(value)); }

CsvRows& CsvRows::plain(std::string_view field) {
    if (!first_) row_ += ',';
    first_ = false;
    row_ += field;
    return *this;
}

void CsvRows::end() {
    row_ += '\n';
    output_.write(row_);
    row_.clear();
    first_ = true;
}

}  // namespace golive::app
