//! Diagnostics in order, in the caret format, and with a guess at what was meant.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/document/diagnostics.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <tuple>

#include <golive/base/spelling.hpp>

namespace golive::scenario {
namespace {

constexpr std::size_t most_shown = 100;

std::string_view in_words(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "error";
        case Severity::warning:
            return "warning";
        case Severity::note:
            return "note";
    }
    return "";
}

std::string_view ansi(Severity severity) {
    switch (severity) {
        case Severity::error:
            return "\033[1;31m";
        case Severity::warning:
            return "\033[1;33m";
        case Severity::note:
            return "\033[1;36m";
    }
    return "";
}

/// Control characters and tabs would shift the carets or the terminal.
std::string printable(std::string_view text) {
    std::string result{text};
    for (char& c : result)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return result;
}

}  // namespace

void Diagnostics::add(Severity severity, const Place& place, std::string message, std::string hint) {
    if (severity == Severity::error) ++errors_;
    if (items_.size() < 100 * most_shown)
        items_.push_back({severity, place, std::move(message), std::move(hint)});
}

std::vector<Diagnostic> Diagnostics::in_order(const Sources& sources) const {
    const auto order = [&](const Item& item) {
        return std::tuple{sources.rank(item.place.source), item.place.line, item.place.column, item.severity};
    };
    std::vector<Item> items = items_;
    std::stable_sort(items.begin(), items.end(),
                     [&](const Item& a, const Item& b) { return order(a) < order(b); });
    const auto repeats = [&](const Item& a, const Item& b) {
        return a.place.line > 0 && order(a) == order(b);
    };
    items.erase(std::unique(items.begin(), items.end(), repeats), items.end());

    std::vector<Diagnostic> result;
    for (const Item& item : items) {
        if (result.size() == most_shown) {
            result.push_back({Severity::note, fmt::format("and {} more messages", items.size() - most_shown),
                              "", 0, 0, 0, "", ""});
            break;
        }
        const Source* source = item.place.source;
        result.push_back({item.severity, item.message, source ? source->name : "", item.place.line,
                          item.place.column, item.place.length, source ? source->line(item.place.line) : "",
                          item.hint});
    }
    return result;
}

std::string render(const Diagnostic& diagnostic, Colour colour) {
    const bool ansi_codes = colour == Colour::ansi;
    const std::string_view bold = ansi_codes ? "\033[1m" : "", reset = ansi_codes ? "\033[0m" : "";
    const std::string_view accent = ansi_codes ? ansi(diagnostic.severity) : "";
    std::string out = fmt::format("{}{}:{} {}{}{}\n", accent, in_words(diagnostic.severity), reset, bold,
                                  printable(diagnostic.message), reset);
    if (diagnostic.line == 0) {
        if (!diagnostic.file.empty()) out += fmt::format("  --> {}\n", printable(diagnostic.file));
        if (!diagnostic.hint.empty()) out += fmt::format("    {}\n", printable(diagnostic.hint));
        return out;
    }
    out += diagnostic.file == "--set" ? std::string{"  --> --set\n"}
                                      : fmt::format("  --> {}:{}:{}\n", printable(diagnostic.file),
                                                    diagnostic.line, diagnostic.column);
    if (diagnostic.text.empty())
        return diagnostic.hint.empty() ? out : out + "    " + printable(diagnostic.hint) + "\n";
    const std::string number = fmt::format("{}", diagnostic.line);
    const std::string margin(number.size() + 1, ' ');
    const std::string carets(static_cast<std::size_t>(std::max(diagnostic.length, 1)), '^');
    const std::string indent(static_cast<std::size_t>(std::max(diagnostic.column - 1, 0)), ' ');
    out += fmt::format("{}|\n{} | {}\n{}| {}{}{}", margin, number, printable(diagnostic.text), margin, indent,
                       accent, carets);
    if (!diagnostic.hint.empty()) out += " " + printable(diagnostic.hint);
    return out + std::string{reset} + "\n";
}

std::string listed(const std::vector<std::string>& words) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) result += i + 1 == words.size() ? " or " : ", ";
        result += "`" + words[i] + "`";
    }
    return result;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& candidates) {
    if (const std::string meant = closest(word, candidates); !meant.empty())
        return "did you mean `" + meant + "`?";
    if (candidates.empty() || candidates.size() > 12) return "";
    return (candidates.size() == 1 ? "there is only " : "one of ") + listed(candidates);
}

}  // namespace golive::scenario
