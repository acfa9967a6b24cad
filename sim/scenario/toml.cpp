//! The one file that knows toml++: guards before it, plain nodes after it.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/toml.hpp"

#include "scenario/guard.hpp"

#include <algorithm>
#include <exception>
#include <fmt/format.h>
#include <set>
#include <toml++/toml.h>

namespace golive::scenario {
namespace {

constexpr std::size_t most_keys =
    20'000;  // in one table: more is no scenario, and searching them would take long

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

/// The parser's sentence, less its opening formula.
std::string reason(std::string_view description) {
    constexpr std::string_view opening = "Error while parsing ";
    if (description.substr(0, opening.size()) == opening) description.remove_prefix(opening.size());
    return "this is not TOML: " + std::string{description};
}

std::string advice(const Source& source, const toml::parse_error& error) {
    const std::string line = source.line(static_cast<int>(error.source().begin.line));
    if (line.find('=') == std::string::npos && line.find('[') == std::string::npos)
        return "a line is `key = value`, `[table]` or a `# comment`";
    return "text and quantities go in quotes, as in length = \"2 h\"";
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
    diagnostics.error(place_of(error.source(), source), reason(error.description()), advice(source, error));
    return std::nullopt;
} catch (const std::exception& error) {  // out of memory, or a fault of the library
    diagnostics.error({&source}, std::string{"the file cannot be read as TOML: "} + error.what());
    return std::nullopt;
}

}  // namespace

std::optional<Node> parse_toml(const Source& source, Diagnostics& diagnostics) {
    if (!fit_to_parse(source, diagnostics)) return std::nullopt;
    return parse_guarded(source, diagnostics);
}

Node parse_loose_value(std::string_view text, const Place& place) {
    const Source typed{"", "value = " + std::string{text}, Source::Kind::built_in};
    Diagnostics ignored;
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
