//! Keys checked and read in order, with their defaults.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/untyped_table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace golive::scenario {
namespace {

/// Where the text of an error message names a table: "team `help-desk`".
std::string titled(const TableInfo& table, const std::string& name) {
    return name.empty() ? table.title : fmt::format("{} `{}`", table.thing, name);
}

bool is_named(const TableInfo& table) { return table.title.find(".*]") != std::string::npos; }

/// Left out, a name is that of the only thing of its kind.
void read_only_one(void* out, const Node& table, const KeyInfo& info, DocumentReader& reader,
                   const UntypedTable::ReadValue& read) {
    const std::vector<std::string>& candidates = reader.names().of(info.shape.of).names();
    if (candidates.size() == 1) {
        read(out, Node{candidates.front(), {}, Node::Layout::in_line}, info, reader);
    } else {
        reader.wrong(table.place, fmt::format("missing key `{}`", info.name),
                     candidates.empty()
                         ? fmt::format("there is no {} yet", info.shape.of)
                         : fmt::format("say which {}: {}", info.shape.of, suggestion("", candidates)));
    }
}

/// Reads the value of a key, or its default.
void read_key(void* out, const Node::Entry* entry, const Node& parent, const KeyInfo& info,
              DocumentReader& reader, const UntypedTable::ReadValue& read) {
    const DocumentReader::Within within{reader, info.name};
    if (!entry && info.required)
        return reader.wrong(parent.place, fmt::format("missing key `{}`", info.name),
                            "it takes " + describe(info.shape));
    if (!entry && info.only_one) return read_only_one(out, parent, info, reader, read);
    const Node* value = entry ? &entry->value : info.fallback ? &*info.fallback : nullptr;
    using enum Shape::Kind;
    const auto kind = info.shape.kind;
    if (kind == by_name && entry && info.fallback) read(out, *info.fallback, info, reader);
    if (!value || !read(out, *value, info, reader)) return;
    if (kind == quantity || kind == uncertain || kind == effort || kind == word || kind == by_name)
        reader.assume(info, *value);
}

}  // namespace

UntypedTable::UntypedTable(std::string_view title, std::string_view thing, std::string_view help)
    : info_{std::string{title}, std::string{thing}, std::string{help}} {}

void UntypedTable::add(std::string_view name, Shape shape, const TableInfo* table, ReadEntry read,
                       std::initializer_list<Trait> traits) {
    KeyInfo& key = info_.keys.emplace_back(
        KeyInfo{.name = std::string{name}, .shape = std::move(shape), .table = table});
    for (const Trait& trait : traits) trait.set(key, trait);
    read_.push_back(std::move(read));
}

void UntypedTable::add_value(std::string_view name, Shape shape, ReadValue read,
                             std::initializer_list<Trait> traits) {
    add(
        name, std::move(shape), nullptr,
        [read = std::move(read)](void* out, const Node::Entry* entry, const Node& table, const KeyInfo& info,
                                 DocumentReader& reader) { read_key(out, entry, table, info, reader, read); },
        traits);
}

void UntypedTable::add_group(const TableInfo& group, ReadKeys read) {
    for (KeyInfo info : group.keys) {
        info.required = false;
        info_.keys.push_back(std::move(info));
        read_.emplace_back();
    }
    read_more_.push_back([&group, read = std::move(read)](void* out, const Node& table,
                                                          DocumentReader& reader) {
        const auto& keys = group.keys;
        if (std::any_of(keys.begin(), keys.end(), [&](const KeyInfo& key) { return table.find(key.name); }))
            read(out, table, reader);
    });
}

void UntypedTable::add_others(std::string_view what, KnownKeys known, ReadKeys read) {
    info_.more_keys = what;
    known_ = known;
    read_more_.push_back(std::move(read));
}

void UntypedTable::read_document(void* out, const Node& document, DocumentReader& reader) const {
    check_and_read(out, document, "a scenario file", reader);
}

void UntypedTable::read(void* out, const Node::Entry* entry, const Node& parent, const std::string& name,
                        DocumentReader& reader) const {
    const DocumentReader::Within within{reader, name};
    static const Node empty{Node::Table{}, {}, Node::Layout::block};
    if (!entry && info_.has_required())
        return reader.wrong(parent.place,
                            fmt::format("`{}` is missing", info_.title.empty() ? name : info_.title),
                            info_.help);
    check_and_read(out, entry ? entry->value : empty, titled(info_, ""), reader);
}

void UntypedTable::read_element(void* out, const Node& node, const std::string& name,
                                DocumentReader& reader) const {
    const DocumentReader::Within within{reader, name, !is_named(info_)};
    check_and_read(out, node, titled(info_, name), reader);
}

void UntypedTable::read_keys(void* out, const Node& table, DocumentReader& reader) const {
    for (std::size_t i = 0; i < read_.size(); ++i)
        if (read_[i]) read_[i](out, table.entry(info_.keys[i].name), table, info_.keys[i], reader);
    for (const ReadKeys& read : read_more_) read(out, table, reader);
}

void UntypedTable::check_and_read(void* out, const Node& node, const std::string& where,
                                  DocumentReader& reader) const {
    if (!node.table())
        return reader.wrong(node.place, fmt::format("{} must be a table, not {}", where, node.kind()));
    std::vector<std::string> known = info_.names();
    if (known_) {
        const std::vector<std::string> more = known_(reader);
        known.insert(known.end(), more.begin(), more.end());
    }
    only_known_keys(node, known, where, reader);
    read_keys(out, node, reader);
}

bool only_known_keys(const Node& node, const std::vector<std::string>& known, const std::string& where,
                     DocumentReader& reader) {
    bool fine = true;
    for (const Node::Entry& entry : *node.table()) {
        if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
        reader.wrong(entry.place, fmt::format("unknown key `{}` in {}", entry.key, where),
                     suggestion(entry.key, known));
        fine = false;
    }
    return fine;
}

std::string name_in(const Node& table) {
    const Node* name = table.find("name");
    return name && name->text() ? *name->text() : "?";
}

void for_each_element(const Node::Entry* list, const KeyInfo& key, DocumentReader& reader,
                      const std::function<void(const Node& element, const std::string& position)>& visit) {
    if (!list) return;
    const Node::Array* elements = list->value.array();
    if (!elements) return reader.wrong_kind(list->value, key);
    const DocumentReader::Within within{reader, key.name};
    for (std::size_t i = 0; i < elements->size(); ++i) visit((*elements)[i], std::to_string(i + 1));
}

void for_each_named(const Node::Entry* tables, const KeyInfo& key, DocumentReader& reader,
                    const std::function<void(const Node::Entry& element)>& visit) {
    if (!tables) return;
    const Node::Table* elements = tables->value.table();
    if (!elements) return reader.wrong_kind(tables->value, key);
    const DocumentReader::Within within{reader, key.name};
    for (const Node::Entry& element : *elements) visit(element);
}

Shape tables_by_name(std::string_view name) {
    return shape_of(Shape::Kind::tables, fmt::format("tables by name, such as [{}.x]", name));
}

Shape list_of_tables(std::string_view name) {
    return shape_of(Shape::Kind::tables, fmt::format("a list of tables, each under [[{}]]", name));
}

}  // namespace golive::scenario
