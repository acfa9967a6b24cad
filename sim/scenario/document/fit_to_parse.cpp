//! A scan of the bytes that knows strings and comments from the rest, and nothing else of TOML.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/document/fit_to_parse.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace golive::scenario {
namespace {

constexpr int most_dots = 64;

/// Walks over a text, keeping line and column.
class Scanner {
 public:
    explicit Scanner(const Source& source) : source_{source} {}
    [[nodiscard]] bool at_end() const { return at_ >= source_.text.size(); }
    [[nodiscard]] char peek() const { return source_.text[at_]; }
    [[nodiscard]] bool sees(std::string_view what) const {
        return std::string_view{source_.text}.substr(at_, what.size()) == what;
    }
    [[nodiscard]] Place place(int length = 1) const { return {&source_, line_, column_, length}; }
    void advance(std::size_t bytes = 1) {
        for (; bytes > 0 && !at_end(); --bytes, ++at_) {
            if (peek() == '\n') {
                ++line_;
                column_ = 1;
            } else if ((static_cast<unsigned char>(peek()) & 0xC0) != 0x80) {
                ++column_;
            }
        }
    }
    /// Over a string whose opening quotes are next, or to where it breaks off.
    void skip_string() {
        const char quote = peek();
        const std::string three(3, quote);
        const bool multi_line = sees(three);
        const std::string_view closing =
            multi_line ? std::string_view{three} : std::string_view{three}.substr(0, 1);
        advance(closing.size());
        while (!at_end() && !sees(closing)) {
            if (!multi_line && peek() == '\n') return;
            advance(quote == '"' && peek() == '\\' ? 2 : 1);
        }
        advance(closing.size());
        while (multi_line && !at_end() && peek() == quote) advance();  // `""""` ends in a quote of the text
    }
    void skip_comment() {
        while (!at_end() && peek() != '\n') advance();
    }

 private:
    const Source& source_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
};

Place place_at(const Source& source, std::size_t byte) {
    const std::string_view before = std::string_view{source.text}.substr(0, byte);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    const int column = 1 + static_cast<int>(byte - start);
    return {&source, static_cast<int>(line), column, 1};
}

bool bytes_are_text(const Source& source, Diagnostics& diagnostics) {
    const std::string& text = source.text;
    if (text.size() > largest_file) {
        diagnostics.error(
            {&source},
            fmt::format("the file has {} bytes (4 MiB is the most that a scenario may have)", text.size()),
            "put big tables into CSV files: units = { file = \"units.csv\" }");
        return false;
    }
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
        diagnostics.error({&source}, "the file is encoded in UTF-16", "save it with the encoding UTF-8");
        return false;
    }
    if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
        diagnostics.error(
            place_at(source, nul), "a zero byte: this is not a text file",
            "is this a spreadsheet or a results file? save the scenario as plain text in UTF-8");
        return false;
    }
    if (const std::size_t bad = first_bad_utf8(text); bad != std::string::npos) {
        diagnostics.error(place_at(source, bad), "a byte that is not UTF-8",
                          "save the file with the encoding UTF-8");
        return false;
    }
    return true;
}

/// Outside strings and comments: one token of a line. False where the parser must not see it.
bool bare_text_is_safe(Scanner& scan, int& dots, Diagnostics& diagnostics) {
    if (static_cast<unsigned char>(scan.peek()) >= 0x80) {
        diagnostics.error(scan.place(), "a character outside quotes that TOML does not allow there",
                          "put names and values with such letters in quotes");
        return false;
    }
    if (scan.sees("[[[")) {
        diagnostics.error(scan.place(3), "`[[[` opens nothing in TOML",
                          "`[name]` opens a table, `[[name]]` adds one to a list");
        return false;
    }
    const char c = scan.peek();
    if (c == '\n' || c == ',' || c == '=' || c == '{') dots = 0;
    if (c == '.' && ++dots > most_dots) {
        diagnostics.error(scan.place(), fmt::format("a key with more than {} dots", most_dots));
        return false;
    }
    scan.advance();
    return true;
}

}  // namespace

bool fit_to_parse(const Source& source, Diagnostics& diagnostics) {
    if (!bytes_are_text(source, diagnostics)) return false;
    Scanner scan{source};
    if (scan.sees("\xEF\xBB\xBF")) scan.advance(3);  // a byte order mark
    int dots = 0;
    while (!scan.at_end()) {
        if (scan.peek() == '"' || scan.peek() == '\'') {
            scan.skip_string();
        } else if (scan.peek() == '#') {
            scan.skip_comment();
        } else if (!bare_text_is_safe(scan, dots, diagnostics)) {
            return false;
        }
    }
    return true;
}

}  // namespace golive::scenario
