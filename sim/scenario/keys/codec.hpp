//! How a value of each C++ type is read from a node: one Codec a type, chosen by the type of
//! the struct's member.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/document_reader.hpp"

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <golive/base/enum_names.hpp>
#include <golive/base/id.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

/// What a file calls the values of an enum: given beside the section that uses it.
template <class Enum>
inline constexpr auto words_of = nullptr;

template <class T>
struct Codec;  // static Shape shape(); static bool read(const Node&, const KeyInfo&, DocumentReader&, T&);

template <class T>
inline constexpr std::optional<Dimension> dimension_of = std::nullopt;
template <>
inline constexpr std::optional<Dimension> dimension_of<int> = Dimension::count;
template <>
inline constexpr std::optional<Dimension> dimension_of<double> = Dimension::number;
template <>
inline constexpr std::optional<Dimension> dimension_of<Share> = Dimension::share;
template <>
inline constexpr std::optional<Dimension> dimension_of<Duration> = Dimension::duration;
template <>
inline constexpr std::optional<Dimension> dimension_of<Money> = Dimension::money;
template <>
inline constexpr std::optional<Dimension> dimension_of<HourlyRate> = Dimension::money;
template <>
inline constexpr std::optional<Dimension> dimension_of<Rate> = Dimension::rate;

template <class T>
concept Quantity = dimension_of<T>.has_value();

// codec.cpp has these for all quantities and all things with names.
template <Quantity T>
struct Codec<T> {
    static Shape shape();
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, T& out);
};
template <Quantity T>
struct Codec<Uncertain<T>> {
    static Shape shape();
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, Uncertain<T>& out);
};
template <class Thing>
struct Codec<Id<Thing>> {
    static Shape shape();
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, Id<Thing>& out);
};
template <>
struct Codec<std::string> {
    static Shape shape();
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, std::string& out);
};
template <>
struct Codec<Date> {
    static Shape shape();
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, Date& out);
};

/// The position of a word among those that the key takes.
[[nodiscard]] std::optional<std::size_t> read_word(const Node& node, const KeyInfo& key,
                                                   const std::vector<std::string>& words,
                                                   DocumentReader& reader);

template <class Enum>
    requires std::is_enum_v<Enum>
struct Codec<Enum> {
    static Shape shape() {
        Shape shape{.kind = Shape::Kind::word};
        for (const auto& [value, word] : words_of<Enum>) shape.words.emplace_back(word);
        return shape;
    }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, Enum& out) {
        const auto position = read_word(node, key, shape().words, reader);
        if (position) out = static_cast<Enum>(*position);
        return position.has_value();
    }
};

template <class T>
struct Codec<std::optional<T>> {
    static Shape shape() { return Codec<T>::shape(); }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, std::optional<T>& out) {
        T value{};
        if (!Codec<T>::read(node, key, reader, value)) return false;
        out = std::move(value);
        return true;
    }
};

/// The shape of a list of such values.
[[nodiscard]] Shape list_of(Shape element);
/// Reads each element of a list, or the single value that stands for a list of one.
bool read_list(const Node& node, const KeyInfo& key, DocumentReader& reader,
               const std::function<bool(const Node& element, const KeyInfo& key)>& read_element);

template <class T>
struct Codec<std::vector<T>> {
    static Shape shape() { return list_of(Codec<T>::shape()); }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, std::vector<T>& out) {
        out.clear();
        return read_list(node, key, reader, [&](const Node& element, const KeyInfo& one) {
            T value{};
            if (!Codec<T>::read(element, one, reader, value)) return false;
            out.push_back(std::move(value));
            return true;
        });
    }
};

/// The shape of a table with such a value for each `thing`, or of one value for all.
[[nodiscard]] Shape by_name_of(Shape element, std::string thing);
/// Reads each entry of a table by the position of its name.
bool read_entries(
    const Node& table, const KeyInfo& key, const Registry& things, DocumentReader& reader,
    const std::function<bool(std::size_t position, const Node& value, const KeyInfo& key)>& read_entry);

/// A value for each of some named things: a table by their names, or one value for all. Things left out keep
/// what they have.
template <class Thing, class T>
struct Codec<IdVector<Id<Thing>, T>> {
    static Shape shape() { return by_name_of(Codec<T>::shape(), Codec<Id<Thing>>::shape().of); }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader,
                     IdVector<Id<Thing>, T>& out) {
        const Registry& things = reader.names().of<Thing>();
        if (out.size() != things.size()) out.assign(things.size(), T{});
        if (node.table())
            return read_entries(node, key, things, reader,
                                [&](std::size_t position, const Node& value, const KeyInfo& one) {
                                    return Codec<T>::read(value, one, reader, out[Id<Thing>{position}]);
                                });
        T value{};
        if (!Codec<T>::read(node, key, reader, value)) return false;
        out.assign(things.size(), value);
        return true;
    }
};

}  // namespace golive::scenario
