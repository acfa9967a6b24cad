//! A TOML document as a plain tree: keys in the order of the file, and everything with its place.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/document/source.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <golive/base/date.hpp>

namespace golive::scenario {

/// A time of day, since midnight.
struct ClockTime {
    Duration since_midnight;
};

/// A TOML date with a time: nothing in a scenario takes one, but the message should say so.
struct DateTime {};

struct Node {
    struct Entry;
    using Array = std::vector<Node>;
    using Table = std::vector<Entry>;
    using Value =
        std::variant<Table, Array, std::string, std::int64_t, double, bool, Date, ClockTime, DateTime>;
    enum class Layout { block, in_line };

    Value value;
    Place place;
    Layout layout = Layout::block;  ///< how a table or an array was written, and will be again

    [[nodiscard]] const Table* table() const { return std::get_if<Table>(&value); }
    [[nodiscard]] Table* table() { return std::get_if<Table>(&value); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&value); }
    [[nodiscard]] Array* array() { return std::get_if<Array>(&value); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
    /// The value of a key of a table; null where this is no table or has no such key.
    [[nodiscard]] const Entry* entry(std::string_view key) const;
    [[nodiscard]] Entry* entry(std::string_view key);
    [[nodiscard]] const Node* find(std::string_view key) const;
    [[nodiscard]] Node* find(std::string_view key);
    /// "a string", "a table" ...: what it is, for messages.
    [[nodiscard]] std::string_view kind() const;
};

struct Node::Entry {
    std::string key;
    Place place;  ///< of the key
    Node value;
};

/// `{ p10 = .., p50 = .. }`, `{ dist = .. }`: a law of probability, which an overlay replaces as a whole.
[[nodiscard]] bool is_law(const Node& node);

/// The value as one would say it: `6 weeks`; `p10 6 weeks, p50 8 weeks`.
[[nodiscard]] std::string in_words(const Node& node);

/// TOML text that parses to this table again, with every table, value and string in its order.
[[nodiscard]] std::string to_toml(const Node& document);

}  // namespace golive::scenario
