//! Plain-text tables.
// SPDX-License-Identifier: Apache-2.0
#include "app/terminal/text_table.hpp"

#include <algorithm>

namespace golive::app {
namespace {

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

}  // namespace

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_character));
}

std::string shortened(std::string_view text, std::size_t width) {
    if (width_of(text) <= width) return std::string{text};
    std::size_t end = 0;
    for (std::size_t characters = 0; end < text.size(); ++end) {
        if (begins_character(text[end]) && ++characters == width) break;
    }
    return std::string{text.substr(0, end)} + "…";
}

void TextTable::row(std::vector<std::string> cells) {
    widths_.resize(std::max(widths_.size(), cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) widths_[i] = std::max(widths_[i], width_of(cells[i]));
    rows_.push_back(std::move(cells));
}

std::vector<std::string> TextTable::lines(std::string_view indent, std::size_t limit) const {
    std::vector<std::string> all;
    for (const auto& cells : rows_) {
        std::string line{indent};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string padding(widths_[i] - width_of(cells[i]), ' ');
            const bool right = i < alignment_.size() && alignment_[i] == Align::right;
            line += right ? padding + cells[i] : cells[i] + padding;
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        all.push_back(shortened(line, limit));
    }
    return all;
}

std::string TextTable::text(std::string_view indent, std::size_t limit) const {
    std::string all;
    for (const std::string& line : lines(indent, limit)) all += line + "\n";
    return all;
}

}  // namespace golive::app
