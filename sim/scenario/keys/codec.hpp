//! How a value of each C++ type is read from a node: one Codec a type, chosen by the type of the struct's
//! member.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/document_reader.hpp"

#include <array>
#include <concepts>
#include <fmt/format.h>
#include <optional>
#include <string>
#include <vector>

#include <golive/base/enum_names.hpp>
#include <golive/scenario/plan.hpp>
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

template <Quantity T>
Format format_of() {
    Format format{.dimension = *dimension_of<T>};
    if constexpr (std::same_as<T, HourlyRate>) format.after = "per h";
    return format;
}

template <Quantity T>
struct Codec<T> {
    static Shape shape() { return {.kind = Shape::Kind::quantity, .format = format_of<T>()}; }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, T& out) {
        const std::optional<double> base = reader.certain(node, key);
        if (!base) return false;
        if constexpr (std::same_as<T, int>)
            out = static_cast<int>(*base);
        else
            out = quantity_from<T>(*base);
        return true;
    }
};

template <class T>
struct Codec<Uncertain<T>> {
    static Shape shape() { return {.kind = Shape::Kind::uncertain, .format = format_of<T>()}; }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, Uncertain<T>& out) {
        auto chance = reader.chance(node, key);
        if (!chance) return false;
        out = Uncertain<T>{std::move(chance->law), chance->vary, random::EntityKey{reader.path()}};
        return true;
    }
};

template <>
struct Codec<std::string> {
    static Shape shape() { return {.kind = Shape::Kind::text}; }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, std::string& out) {
        if (!node.text()) return reader.wrong_kind(node, key), false;
        out = *node.text();
        return true;
    }
};

template <>
struct Codec<Date> {
    static Shape shape() { return {.kind = Shape::Kind::date}; }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, Date& out) {
        const auto* date = std::get_if<Date>(&node.value);
        const auto parsed = node.text() ? Date::parse(*node.text()) : std::nullopt;
        if (!date && !parsed) return reader.wrong_kind(node, key), false;
        out = date ? *date : *parsed;
        return true;
    }
};

template <class Enum>
    requires std::is_enum_v<Enum>
struct Codec<Enum> {
    static Shape shape() {
        Shape shape{.kind = Shape::Kind::word};
        for (const auto& [value, word] : words_of<Enum>) shape.words.emplace_back(word);
        return shape;
    }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, Enum& out) {
        if (!node.text()) return reader.wrong_kind(node, key), false;
        if (const auto value = words_of<Enum>.find(*node.text())) return out = *value, true;
        reader.wrong(node.place, fmt::format("`{}` is not a word that `{}` takes", *node.text(), key.name),
                     suggestion(*node.text(), shape().words));
        return false;
    }
};

template <class Thing>
struct Codec<Id<Thing>> {
    static Shape shape() { return {.kind = Shape::Kind::name, .of = Names{}.of<Thing>().what()}; }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, Id<Thing>& out) {
        const auto position = reader.named(node, key, reader.names().of<Thing>());
        if (!position) return false;
        out = Id<Thing>{*position};
        return true;
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

/// A list; a single value stands for a list of one.
template <class T>
struct Codec<std::vector<T>> {
    static Shape shape() { return {.kind = Shape::Kind::list, .element = {Codec<T>::shape()}}; }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, std::vector<T>& out) {
        out.clear();
        const auto read_one = [&](const Node& element) {
            KeyInfo one = key;
            one.shape = key.shape.kind == Shape::Kind::list ? key.shape.element.front() : key.shape;
            T value{};
            if (!Codec<T>::read(element, one, reader, value)) return false;
            out.push_back(std::move(value));
            return true;
        };
        if (!node.array()) return node.table() ? (reader.wrong_kind(node, key), false) : read_one(node);
        bool fine = true;
        for (const Node& element : *node.array()) fine = read_one(element) && fine;
        return fine;
    }
};

/// A value for each of some named things: a table by their names, or one value for all. Things left out keep
/// what they have.
template <class Thing, class T>
struct Codec<IdVector<Id<Thing>, T>> {
    static Shape shape() {
        return {.kind = Shape::Kind::by_name,
                .format = Codec<T>::shape().format,
                .of = Names{}.of<Thing>().what(),
                .element = {Codec<T>::shape()}};
    }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader,
                     IdVector<Id<Thing>, T>& out) {
        const Registry& registry = reader.names().of<Thing>();
        if (out.size() != registry.size()) out.assign(registry.size(), T{});
        if (!node.table()) {
            T value{};
            if (!Codec<T>::read(node, key, reader, value)) return false;
            out.assign(registry.size(), value);
            return true;
        }
        bool fine = true;
        for (const Node::Entry& entry : *node.table()) fine = read_entry(entry, key, reader, out) && fine;
        return fine;
    }
    static bool read_entry(const Node::Entry& entry, const KeyInfo& key, DocumentReader& reader,
                           IdVector<Id<Thing>, T>& out) {
        const auto position = reader.names().of<Thing>().find(entry.key);
        if (!position) {
            reader.wrong(entry.place,
                         fmt::format("unknown {} `{}`", reader.names().of<Thing>().what(), entry.key),
                         suggestion(entry.key, reader.names().of<Thing>().names()));
            return false;
        }
        const DocumentReader::Within within{reader, entry.key};
        KeyInfo named = key;
        named.name = entry.key;
        return Codec<T>::read(entry.value, named, reader, out[Id<Thing>{*position}]);
    }
};

}  // namespace golive::scenario
