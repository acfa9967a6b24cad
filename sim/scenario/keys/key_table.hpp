//! Tables of keys: what a section takes, written once, next to the members that it fills.
//!
//!     KeyTable<Body>{"[body.*]", "body", "Who decides."}
//!         .key("slots", &Body::slots).fallback("4").range("1", "20").source(Grade::textbook,
//!         "..").help("..")
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/codec.hpp"
#include "scenario/keys/traits.hpp"

#include <functional>
#include <memory>

namespace golive::scenario {

/// Where the text of an error message names a table: "team `help-desk`".
[[nodiscard]] std::string titled(const TableInfo& table, const std::string& name);
/// Reports keys of `node` that none of the tables knows; true where there are none.
bool only_known_keys(const Node& node, const std::vector<std::string>& known, const std::string& where,
                     DocumentReader& reader);

/// The text of a table's key `name`, or "?".
[[nodiscard]] std::string name_of(const Node& table);
/// The names that a key of Kind::name may take.
[[nodiscard]] const std::vector<std::string>& names_of(const KeyInfo& key, const DocumentReader& reader);

template <class Struct>
class KeyTable {
 public:
    using Fill =
        std::function<void(Struct&, const Node::Entry*, const Node& table, const KeyInfo&, DocumentReader&)>;
    using Part = std::function<void(Struct&, const Node& table, DocumentReader&)>;

    KeyTable(std::string title, std::string thing, std::string help)
        : info_{std::make_shared<TableInfo>(TableInfo{std::move(title), std::move(thing), std::move(help)})} {
    }

    /// A key that fills a member, read by the member's type.
    template <class Member, class... Traits>
    KeyTable& key(std::string name, Member Struct::* member, const Traits&... traits) {
        return custom(
            std::move(name), Codec<Member>::shape(),
            [member](Struct& out, const Node& node, const KeyInfo& info, DocumentReader& reader) {
                return Codec<Member>::read(node, info, reader, out.*member);
            },
            traits...);
    }
    /// A key with its own way of reading: bool(Struct&, const Node&, const KeyInfo&, DocumentReader&), false
    /// after an error.
    template <class Read, class... Traits>
    KeyTable& custom(std::string name, Shape shape, Read how, const Traits&... traits) {
        return add(
            {.name = std::move(name), .shape = std::move(shape)},
            [how](Struct& out, const Node::Entry* entry, const Node& table, const KeyInfo& info,
                  DocumentReader& reader) { read_key(out, entry, table, info, reader, how); },
            traits...);
    }
    /// A table of its own that fills a member; an optional member is filled only if the table is there.
    template <class Member, class Sub, class... Traits>
    KeyTable& table(std::string name, Member Struct::* member, const KeyTable<Sub>& sub,
                    const Traits&... traits) {
        return add(
            {.name = std::move(name), .shape = {.kind = Shape::Kind::table}, .table = &sub.info()},
            [member, &sub](Struct& out, const Node::Entry* entry, const Node& table, const KeyInfo& info,
                           DocumentReader& reader) {
                if constexpr (std::same_as<Member, std::optional<Sub>>) {
                    if (entry) sub.read((out.*member).emplace(), entry, table, info.name, reader);
                } else {
                    sub.read(out.*member, entry, table, info.name, reader);
                }
            },
            traits...);
    }
    /// A table of its own that fills members of this very struct.
    template <class... Traits>
    KeyTable& within(std::string name, const KeyTable& sub, const Traits&... traits) {
        return add(
            {.name = std::move(name), .shape = {.kind = Shape::Kind::table}, .table = &sub.info()},
            [&sub](Struct& out, const Node::Entry* entry, const Node& table, const KeyInfo& info,
                   DocumentReader& reader) { sub.read(out, entry, table, info.name, reader); },
            traits...);
    }
    /// Keys among this table's own that fill an optional member, if any of them is there.
    template <class Sub>
    KeyTable& group(std::optional<Sub> Struct::* member, const KeyTable<Sub>& sub) {
        for (KeyInfo info : sub.info().keys) {
            info.required = false;
            info_->keys.push_back(std::move(info));
            fills_.push_back({});
        }
        parts_.push_back([member, &sub](Struct& out, const Node& table, DocumentReader& reader) {
            for (const KeyInfo& info : sub.info().keys)
                if (table.find(info.name)) return sub.read_keys((out.*member).emplace(), table, reader);
        });
        return *this;
    }
    /// A list of tables: [[name]] or name = [{ .. }, { .. }].
    template <class Sub, class... Traits>
    KeyTable& list(std::string name, std::vector<Sub> Struct::* member, const KeyTable<Sub>& sub,
                   const Traits&... traits) {
        return add(
            {.name = std::move(name), .shape = {.kind = Shape::Kind::tables}, .table = &sub.info()},
            [member, &sub](Struct& out, const Node::Entry* entry, const Node&, const KeyInfo& info,
                           DocumentReader& reader) {
                if (!entry) return;
                const DocumentReader::Within within{reader, info.name};
                if (!entry->value.array()) return reader.wrong_kind(entry->value, info);
                for (std::size_t i = 0; i < entry->value.array()->size(); ++i)
                    sub.read_element((out.*member).emplace_back(), (*entry->value.array())[i],
                                     std::to_string(i + 1), reader);
            },
            traits...);
    }
    /// Tables by name: [name.x], [name.y]; each fills an element whose `name` is the key.
    template <class Sub, class... Traits>
    KeyTable& named(std::string name, IdVector<Id<Sub>, Sub> Struct::* member, const KeyTable<Sub>& sub,
                    const Traits&... traits) {
        KeyInfo key{.name = std::move(name), .shape = {.kind = Shape::Kind::tables}, .table = &sub.info()};
        key.shape.of = "tables by name, such as [" + key.name + ".x]";
        return add(
            std::move(key),
            [member, &sub](Struct& out, const Node::Entry* entry, const Node&, const KeyInfo& info,
                           DocumentReader& reader) {
                if (!entry) return;
                if (!entry->value.table()) return reader.wrong_kind(entry->value, info);
                const DocumentReader::Within within{reader, info.name};
                for (const Node::Entry& element : *entry->value.table()) {
                    Sub thing{};
                    thing.name = element.key;
                    sub.read_element(thing, element.value, element.key, reader);
                    (out.*member).push_back(std::move(thing));
                }
            },
            traits...);
    }
    /// A list of tables with names: [[name]]; each fills an element whose `name` is its own key `name`.
    template <class Sub, class... Traits>
    KeyTable& listed(std::string name, IdVector<Id<Sub>, Sub> Struct::* member, const KeyTable<Sub>& sub,
                     const Traits&... traits) {
        KeyInfo key{.name = std::move(name), .shape = {.kind = Shape::Kind::tables}, .table = &sub.info()};
        key.shape.of = "a list of tables, each under [[" + key.name + "]]";
        return add(
            std::move(key),
            [member, &sub](Struct& out, const Node::Entry* entry, const Node&, const KeyInfo& info,
                           DocumentReader& reader) {
                if (!entry) return;
                if (!entry->value.array()) return reader.wrong_kind(entry->value, info);
                const DocumentReader::Within within{reader, info.name};
                for (const Node& element : *entry->value.array()) {
                    Sub thing{};
                    sub.read_element(thing, element, name_of(element), reader);
                    (out.*member).push_back(std::move(thing));
                }
            },
            traits...);
    }
    /// A section read by a function of its own: void(Struct&, const Node::Entry* or null, const KeyInfo&,
    /// DocumentReader&).
    template <class Read, class... Traits>
    KeyTable& section(std::string name, Shape shape, const TableInfo* info, Read how,
                      const Traits&... traits) {
        return add(
            {.name = std::move(name), .shape = std::move(shape), .table = info},
            [how](Struct& out, const Node::Entry* entry, const Node&, const KeyInfo& key,
                  DocumentReader& reader) { how(out, entry, key, reader); },
            traits...);
    }
    /// Keys that depend on the document: `known` lists them, `how` reads them from the whole table.
    KeyTable& others(std::string what, std::vector<std::string> (*known)(const DocumentReader&), Part how) {
        info_->more_keys = std::move(what);
        known_ = known;
        parts_.push_back(std::move(how));
        return *this;
    }

    [[nodiscard]] const TableInfo& info() const { return *info_; }

    /// Reads a whole document.
    void read_document(Struct& out, const Node& document, DocumentReader& reader) const {
        check_and_read(out, document, "a scenario file", reader);
    }
    /// Reads the table below `parent` under `name`; where it is absent, its defaults.
    void read(Struct& out, const Node::Entry* entry, const Node& parent, const std::string& name,
              DocumentReader& reader) const {
        const DocumentReader::Within within{reader, name};
        static const Node empty{Node::Table{}, {}, Node::Layout::block};
        if (!entry && info_->has_required())
            return reader.wrong(parent.place,
                                fmt::format("`{}` is missing", info_->title.empty() ? name : info_->title),
                                info_->help);
        check_and_read(out, entry ? entry->value : empty, titled(*info_, ""), reader);
    }
    /// Reads one of several tables of a kind, called `name`.
    void read_element(Struct& out, const Node& node, const std::string& name, DocumentReader& reader) const {
        const DocumentReader::Within within{reader, name, !is_named()};
        check_and_read(out, node, titled(*info_, name), reader);
    }
    /// Reads the keys of a table that may have keys of other tables too.
    void read_keys(Struct& out, const Node& table, DocumentReader& reader) const {
        for (std::size_t i = 0; i < fills_.size(); ++i)
            if (fills_[i]) fills_[i](out, table.entry(info_->keys[i].name), table, info_->keys[i], reader);
        for (const Part& part : parts_) part(out, table, reader);
    }

 private:
    [[nodiscard]] bool is_named() const { return info_->title.find(".*]") != std::string::npos; }
    template <class... Traits>
    KeyTable& add(KeyInfo key, Fill fill, const Traits&... traits) {
        (traits(key), ...);
        info_->keys.push_back(std::move(key));
        fills_.push_back(std::move(fill));
        return *this;
    }
    void check_and_read(Struct& out, const Node& node, const std::string& where,
                        DocumentReader& reader) const {
        if (!node.table())
            return reader.wrong(node.place, fmt::format("{} must be a table, not {}", where, node.kind()));
        std::vector<std::string> known = info_->names();
        if (known_) {
            const std::vector<std::string> more = known_(reader);
            known.insert(known.end(), more.begin(), more.end());
        }
        only_known_keys(node, known, where, reader);
        read_keys(out, node, reader);
    }
    template <class Read>
    static void read_key(Struct& out, const Node::Entry* entry, const Node& parent, const KeyInfo& info,
                         DocumentReader& reader, const Read& how) {
        const DocumentReader::Within within{reader, info.name};
        if (!entry && info.required)
            return reader.wrong(parent.place, fmt::format("missing key `{}`", info.name),
                                "it takes " + describe(info.shape));
        if (!entry && info.only_one) return read_only_one(out, parent, info, reader, how);
        const Node* value = entry ? &entry->value : info.fallback ? &*info.fallback : nullptr;
        using enum Shape::Kind;
        const auto kind = info.shape.kind;
        if (kind == by_name && entry && info.fallback) how(out, *info.fallback, info, reader);
        if (!value || !how(out, *value, info, reader)) return;
        if (kind == quantity || kind == uncertain || kind == effort || kind == word || kind == by_name)
            reader.assume(info, *value);
    }

    template <class Read>
    static void read_only_one(Struct& out, const Node& table, const KeyInfo& info, DocumentReader& reader,
                              const Read& how) {
        const std::vector<std::string>& candidates = names_of(info, reader);
        if (candidates.size() == 1) {
            how(out, Node{candidates.front(), {}, Node::Layout::in_line}, info, reader);
        } else {
            reader.wrong(table.place, fmt::format("missing key `{}`", info.name),
                         candidates.empty()
                             ? fmt::format("there is no {} yet", info.shape.of)
                             : fmt::format("say which {}: {}", info.shape.of, suggestion("", candidates)));
        }
    }

    std::shared_ptr<TableInfo> info_;
    std::vector<Fill> fills_;
    std::vector<Part> parts_;
    std::vector<std::string> (*known_)(const DocumentReader&) = nullptr;
};

}  // namespace golive::scenario
