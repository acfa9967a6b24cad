//! The one file that knows toml++: guards before it, plain nodes after it.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/document/parse_toml.hpp"

#include "scenario/document/fit_to_parse.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <fmt/format.h>
#include <toml++/toml.h>

namespace golive::scenario {
namespace {

constexpr std::size_t most_keys = 20'000;  // in one table: searching more would take long

Place place_of(const toml::source_region& region, const Source& source) {
    const int line = static_cast<int>(region.begin.line), column = static_cast<int>(region.begin.column);
    const bool one_line = region.end.line == region.begin.line && region.end.column > region.begin.column;
    return {&source, line, column, one_line ? static_cast<int>(region.end.column) - column : 1};
}

/// Copies a tree of toml++ nodes, and puts keys back into the order of the file.
class Converter {
 public:
    explicit Converter(const Source& source) : source_{source} {}

    Node convert(const toml::node& node) {
        Node result;
        result.place = place_of(node.source(), source_);
        node.visit([&](const auto& typed) { fill(result, typed); });
        return result;
    }
    [[nodiscard]] const Place* crowded() const { return crowded_.source ? &crowded_ : nullptr; }

 private:
    void fill(Node& result, const toml::table& table) {
        Node::Table entries;
        if (table.size() > most_keys) {
            crowded_ = result.place;
            crowded_.source = &source_;
        } else {
            for (const auto& [key, value] : table)
                entries.push_back({std::string{key.str()}, place_of(key.source(), source_), convert(value)});
        }
        const auto before = [](const Place& a, const Place& b) {
            return std::pair{a.line, a.column} < std::pair{b.line, b.column};
        };
        std::stable_sort(entries.begin(), entries.end(),
                         [&](const auto& a, const auto& b) { return before(a.place, b.place); });
        result.layout = table.is_inline() ? Node::Layout::in_line : Node::Layout::block;
        result.value = std::move(entries);
    }
    void fill(Node& result, const toml::array& array) {
        Node::Array elements;
        for (const auto& element : array) elements.push_back(convert(element));
        const bool block =
            !elements.empty() && std::all_of(elements.begin(), elements.end(), [](const Node& node) {
                return node.table() && node.layout == Node::Layout::block;
            });
        result.layout = block ? Node::Layout::block : Node::Layout::in_line;
        result.value = std::move(elements);
    }
    static void fill(Node& result, const toml::value<std::string>& text) { result.value = text.get(); }
    static void fill(Node& result, const toml::value<std::int64_t>& number) { result.value = number.get(); }
    static void fill(Node& result, const toml::value<double>& number) { result.value = number.get(); }
    static void fill(Node& result, const toml::value<bool>& flag) { result.value = flag.get(); }
    static void fill(Node& result, const toml::value<toml::date>& date) {
        const toml::date day = date.get();
        if (const auto civil = Date::from_civil(day.year, day.month, day.day))
            result.value = *civil;
        else
            result.value = DateTime{};
    }
    static void fill(Node& result, const toml::value<toml::time>& time) {
        const toml::time clock = time.get();
        result.value = ClockTime{Duration::hours(clock.hour) + Duration::minutes(clock.minute) +
                                 Duration::seconds(clock.second)};
    }
    static void fill(Node& result, const toml::value<toml::date_time>&) { result.value = DateTime{}; }

    const Source& source_;
    Place crowded_;
};

struct Phrase {
    std::string_view parser;  // in the parser's sentence
    std::string_view message;
    std::string_view advice;
};
constexpr std::array phrases{
    Phrase{"could not determine value type", "this is no value",
           "text and quantities go in quotes, as in length = \"2 h\""},
    Phrase{"redefine", "this is set twice", "give it once"},
    Phrase{"unescaped control characters", "the text has no closing quote on its line",
           "close it with the quote that opened it"},
    Phrase{"encountered end-of-file", "the file ends in the middle of something",
           "is a quote or a bracket left open?"},
    Phrase{"expected '='", "a key without `=`", "a line is `key = value`, `[table]` or a `# comment`"},
};

/// The parser's sentence in the words of people who write scenarios; where it has no such words, as it is.
Phrase translated(std::string_view description) {
    for (const Phrase& phrase : phrases)
        if (description.find(phrase.parser) != std::string_view::npos) return phrase;
    return {"", description, "a line is `key = value`, `[table]` or a `# comment`"};
}

std::optional<Node> parse_guarded(const Source& source, Diagnostics& diagnostics) try {
    const toml::table document = toml::parse(source.text, source.name);
    Converter converter{source};
    Node result = converter.convert(document);
    result.place = {&source};
    if (const Place* place = converter.crowded()) {
        diagnostics.error(*place, fmt::format("a table with more than {} keys", most_keys));
        return std::nullopt;
    }
    return result;
} catch (const toml::parse_error& error) {
    const Phrase phrase = translated(error.description());
    diagnostics.error(place_of(error.source(), source), fmt::format("this is not TOML: {}", phrase.message),
                      std::string{phrase.advice});
    return std::nullopt;
} catch (const std::exception& error) {  // out of memory, or a fault of the library
    diagnostics.error({&source}, std::string{"the file cannot be read as TOML: "} + error.what());
    return std::nullopt;
}

std::optional<std::int64_t> plain_count(std::string_view text) {
    if (text.empty() || text.size() > 15 || (text[0] == '0' && text.size() > 1)) return std::nullopt;
    std::int64_t count = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        count = count * 10 + (c - '0');
    }
    return count;
}

}  // namespace

std::optional<Node> parse_toml(const Source& source, Diagnostics& diagnostics) {
    if (!fit_to_parse(source, diagnostics)) return std::nullopt;
    return parse_guarded(source, diagnostics);
}

Node parse_loose_value(std::string_view text, const Place& place) {
    const Source typed{"", "value = " + std::string{text}, Source::Kind::built_in};
    Diagnostics ignored;
    if (const auto count = plain_count(text))
        return {*count, place, Node::Layout::in_line};  // most cells of tables
    Node result{std::string{text}, place, Node::Layout::in_line};
    const std::optional<Node> parsed = parse_toml(typed, ignored);
    if (!parsed || parsed->table()->size() != 1 || !parsed->find("value")) return result;
    result = *parsed->find("value");
    const auto settle = [&](auto& self, Node& node) -> void {
        node.place = place;
        if (Node::Table* table = node.table())
            for (Node::Entry& entry : *table) {
                entry.place = place;
                self(self, entry.value);
            }
        if (Node::Array* array = node.array())
            for (Node& element : *array) self(self, element);
    };
    settle(settle, result);
    return result;
}

}  // namespace golive::scenario
