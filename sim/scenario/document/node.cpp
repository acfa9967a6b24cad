//! Looking into a Node tree, and writing one as TOML.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/document/node.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include <golive/base/overloaded.hpp>

namespace golive::scenario {
namespace {

std::string toml_string(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (result += '\\') += c;
        else if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else if (byte < 0x20 || byte == 0x7f)
            result += fmt::format("\\u{:04X}", byte);
        else
            result += c;
    }
    return result + "\"";
}

std::string key_text(std::string_view key) {
    const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
    return bare ? std::string{key} : toml_string(key);
}

/// The shortest text that reads back to the same number, with a point so that it stays a float.
std::string float_text(double number) {
    if (std::isnan(number)) return "nan";
    if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
    std::string text = fmt::format("{}", number);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

std::string clock_text(ClockTime clock) {
    const auto seconds = clock.since_midnight.count();
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string inline_text(const Node& node) {
    const auto joined = [](const auto& items, auto text_of) {
        std::string result;
        for (const auto& item : items) result += (result.empty() ? "" : ", ") + text_of(item);
        return result;
    };
    return std::visit(
        Overloaded{[&](const Node::Table& table) {
                       if (table.empty()) return std::string{"{}"};
                       return fmt::format("{{ {} }}", joined(table, [](const Node::Entry& entry) {
                                              return key_text(entry.key) + " = " + inline_text(entry.value);
                                          }));
                   },
                   [&](const Node::Array& array) { return fmt::format("[{}]", joined(array, inline_text)); },
                   [](const std::string& text) { return toml_string(text); },
                   [](std::int64_t number) { return fmt::format("{}", number); },
                   [](double number) { return float_text(number); },
                   [](bool flag) { return std::string{flag ? "true" : "false"}; },
                   [](Date date) { return date.iso(); }, [](ClockTime clock) { return clock_text(clock); },
                   [](DateTime) { return std::string{"1970-01-01T00:00:00"}; }},
        node.value);
}

bool is_block(const Node& node) {
    return node.layout == Node::Layout::block && (node.table() || (node.array() && !node.array()->empty()));
}

void write_table(const Node& table, const std::string& path, std::string& out);

void write_block(const Node::Entry& entry, const std::string& path, std::string& out) {
    const std::string name = path.empty() ? key_text(entry.key) : path + "." + key_text(entry.key);
    if (const Node::Array* array = entry.value.array()) {
        for (const Node& element : *array) {
            out += fmt::format("\n[[{}]]\n", name);
            write_table(element, name, out);
        }
        return;
    }
    const Node::Table& table = *entry.value.table();
    if (table.empty() ||
        !std::all_of(table.begin(), table.end(), [](const auto& item) { return is_block(item.value); }))
        out += fmt::format("\n[{}]\n", name);
    write_table(entry.value, name, out);
}

void write_table(const Node& table, const std::string& path, std::string& out) {
    for (const Node::Entry& entry : *table.table())
        if (!is_block(entry.value)) out += key_text(entry.key) + " = " + inline_text(entry.value) + "\n";
    for (const Node::Entry& entry : *table.table())
        if (is_block(entry.value)) write_block(entry, path, out);
}

}  // namespace

const Node::Entry* Node::entry(std::string_view key) const {
    if (const Table* entries = table())
        for (const Entry& entry : *entries)
            if (entry.key == key) return &entry;
    return nullptr;
}

Node::Entry* Node::entry(std::string_view key) { return const_cast<Entry*>(std::as_const(*this).entry(key)); }

const Node* Node::find(std::string_view key) const {
    const Entry* found = entry(key);
    return found ? &found->value : nullptr;
}

Node* Node::find(std::string_view key) { return const_cast<Node*>(std::as_const(*this).find(key)); }

std::string_view Node::kind() const {
    using std::string_view;
    return std::visit(Overloaded{[](const Table&) -> string_view { return "a table"; },
                                 [](const Array&) -> string_view { return "a list"; },
                                 [](const std::string&) -> string_view { return "text"; },
                                 [](std::int64_t) -> string_view { return "a whole number"; },
                                 [](double) -> string_view { return "a number"; },
                                 [](bool) -> string_view { return "true or false"; },
                                 [](Date) -> string_view { return "a date"; },
                                 [](ClockTime) -> string_view { return "a time of day"; },
                                 [](DateTime) -> string_view { return "a date with a time"; }},
                      value);
}

bool is_law(const Node& node) {
    return node.find("dist") || node.find("p10") || node.find("p50") || node.find("p90");
}

std::string in_words(const Node& node) {
    if (const std::string* text = node.text()) return *text;
    std::string result;
    const auto add = [&](const std::string& part) { result += (result.empty() ? "" : ", ") + part; };
    if (const Node::Array* array = node.array()) {
        if (array->size() > 8) return fmt::format("{} values", array->size());
        for (const Node& element : *array) add(in_words(element));
        return result;
    }
    const Node::Table* table = node.table();
    if (!table) return inline_text(node);
    for (const Node::Entry& entry : *table)
        add(entry.key == "dist" ? in_words(entry.value) : entry.key + " " + in_words(entry.value));
    return result;
}

std::string to_toml(const Node& document) {
    std::string out;
    write_table(document, "", out);
    return out;
}

}  // namespace golive::scenario
