//! Codecs of single values, and what those of lists and tables have in common.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/codec.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace golive::scenario {
namespace {

template <Quantity T>
Format format_of() {
    Format format{.dimension = *dimension_of<T>};
    if constexpr (std::same_as<T, HourlyRate>) format.after = "per h";
    return format;
}

}  // namespace

template <Quantity T>
Shape Codec<T>::shape() {
    return {.kind = Shape::Kind::quantity, .format = format_of<T>()};
}

template <Quantity T>
bool Codec<T>::read(const Node& node, const KeyInfo& key, DocumentReader& reader, T& out) {
    const std::optional<double> base = reader.certain(node, key);
    if (!base) return false;
    if constexpr (std::same_as<T, int>)
        out = static_cast<int>(*base);
    else
        out = quantity_from<T>(*base);
    return true;
}

template <Quantity T>
Shape Codec<Uncertain<T>>::shape() {
    return {.kind = Shape::Kind::uncertain, .format = format_of<T>()};
}

template <Quantity T>
bool Codec<Uncertain<T>>::read(const Node& node, const KeyInfo& key, DocumentReader& reader,
                               Uncertain<T>& out) {
    auto chance = reader.chance(node, key);
    if (!chance) return false;
    out = Uncertain<T>{std::move(chance->law), chance->vary, random::EntityKey{reader.path()}};
    return true;
}

template <class Thing>
Shape Codec<Id<Thing>>::shape() {
    return {.kind = Shape::Kind::name, .of = Names{}.of<Thing>().what()};
}

template <class Thing>
bool Codec<Id<Thing>>::read(const Node& node, const KeyInfo& key, DocumentReader& reader, Id<Thing>& out) {
    const auto position = reader.named(node, key, reader.names().of<Thing>());
    if (!position) return false;
    out = Id<Thing>{*position};
    return true;
}

template struct Codec<int>;
template struct Codec<double>;
template struct Codec<Share>;
template struct Codec<Duration>;
template struct Codec<Money>;
template struct Codec<HourlyRate>;
template struct Codec<Rate>;
template struct Codec<Uncertain<double>>;
template struct Codec<Uncertain<Share>>;
template struct Codec<Uncertain<Duration>>;
template struct Codec<Uncertain<Money>>;
template struct Codec<Uncertain<HourlyRate>>;
template struct Codec<Uncertain<Rate>>;
template struct Codec<RoleId>;
template struct Codec<SiteId>;
template struct Codec<UnitId>;
template struct Codec<UnitKindId>;
template struct Codec<WorkflowId>;
template struct Codec<TechnologyId>;
template struct Codec<BodyId>;
template struct Codec<ConstituencyId>;
template struct Codec<TeamId>;
template struct Codec<CourseId>;
template struct Codec<WaveId>;
template struct Codec<ActivityId>;

Shape Codec<std::string>::shape() { return {.kind = Shape::Kind::text}; }

bool Codec<std::string>::read(const Node& node, const KeyInfo& key, DocumentReader& reader,
                              std::string& out) {
    if (!node.text()) return reader.wrong_kind(node, key), false;
    out = *node.text();
    return true;
}

Shape Codec<Date>::shape() { return {.kind = Shape::Kind::date}; }

bool Codec<Date>::read(const Node& node, const KeyInfo& key, DocumentReader& reader, Date& out) {
    const auto* date = std::get_if<Date>(&node.value);
    const auto parsed = node.text() ? Date::parse(*node.text()) : std::nullopt;
    if (!date && !parsed) return reader.wrong_kind(node, key), false;
    out = date ? *date : *parsed;
    return true;
}

std::optional<std::size_t> read_word(const Node& node, const KeyInfo& key,
                                     const std::vector<std::string>& words, DocumentReader& reader) {
    if (!node.text()) return reader.wrong_kind(node, key), std::nullopt;
    const auto word = std::find(words.begin(), words.end(), *node.text());
    if (word != words.end()) return static_cast<std::size_t>(word - words.begin());
    reader.wrong(node.place, fmt::format("`{}` is not a word that `{}` takes", *node.text(), key.name),
                 suggestion(*node.text(), words));
    return std::nullopt;
}

Shape list_of(Shape element) { return {.kind = Shape::Kind::list, .element = {std::move(element)}}; }

bool read_list(const Node& node, const KeyInfo& key, DocumentReader& reader,
               const std::function<bool(const Node& element, const KeyInfo& key)>& read_element) {
    if (node.table()) return reader.wrong_kind(node, key), false;
    KeyInfo one = key;
    if (key.shape.kind == Shape::Kind::list) one.shape = key.shape.element.front();
    if (!node.array()) return read_element(node, one);
    bool fine = true;
    for (const Node& element : *node.array()) fine = read_element(element, one) && fine;
    return fine;
}

Shape by_name_of(Shape element, std::string thing) {
    const Format format = element.format;
    return {.kind = Shape::Kind::by_name,
            .format = format,
            .of = std::move(thing),
            .element = {std::move(element)}};
}

bool read_entries(
    const Node& table, const KeyInfo& key, const Registry& things, DocumentReader& reader,
    const std::function<bool(std::size_t position, const Node& value, const KeyInfo& key)>& read_entry) {
    bool fine = true;
    KeyInfo one = key;
    for (const Node::Entry& entry : *table.table()) {
        const auto position = things.find(entry.key);
        if (!position) {
            reader.wrong(entry.place, fmt::format("unknown {} `{}`", things.what(), entry.key),
                         suggestion(entry.key, things.names()));
            fine = false;
            continue;
        }
        const DocumentReader::Within within{reader, entry.key};
        one.name = entry.key;
        fine = read_entry(*position, entry.value, one) && fine;
    }
    return fine;
}

}  // namespace golive::scenario
