//! Tables of keys: what a section takes, written once, next to the members that it fills.
//!
//!     KeyTable<Body>{"[body.*]", "body", "Who decides."}
//!         .key("slots", &Body::slots, fallback("4"), range("1", "20"), help("Items a meeting."))
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/codec.hpp"
#include "scenario/keys/traits.hpp"
#include "scenario/keys/untyped_table.hpp"

#include <memory>

namespace golive::scenario {

template <class Struct>
class KeyTable;

/// The table of a section: each section's file has the one of its struct.
template <class Section>
[[nodiscard]] const KeyTable<Section>& table_of();

template <class Struct>
class KeyTable {
 public:
    KeyTable(std::string_view title, std::string_view thing, std::string_view help)
        : untyped_{std::make_shared<UntypedTable>(title, thing, help)} {}

    /// A key that fills a member, read by the member's type.
    template <class Member>
    KeyTable& key(std::string_view name, Member Struct::* member, std::same_as<Trait> auto... traits) {
        const auto read = [member](void* out, const Node& node, const KeyInfo& info, DocumentReader& reader) {
            return Codec<Member>::read(node, info, reader, filled(out).*member);
        };
        untyped_->add_value(name, Codec<Member>::shape(), read, {traits...});
        return *this;
    }
    /// A key with its own way of reading: bool(Struct&, const Node&, const KeyInfo&, DocumentReader&), false
    /// after an error.
    template <class Read>
    KeyTable& custom(std::string_view name, Shape shape, Read how, std::same_as<Trait> auto... traits) {
        const auto read = [how](void* out, const Node& node, const KeyInfo& info, DocumentReader& reader) {
            return how(filled(out), node, info, reader);
        };
        untyped_->add_value(name, std::move(shape), read, {traits...});
        return *this;
    }
    /// A key read by a function that is called with or without an entry: void(Struct&, const Node::Entry* or
    /// null, const KeyInfo&, DocumentReader&). Keys of tables give their `info`.
    template <class Read>
    KeyTable& by_function(std::string_view name, Shape shape, const TableInfo* info, Read how,
                          std::same_as<Trait> auto... traits) {
        const auto read = [how](void* out, const Node::Entry* entry, const Node&, const KeyInfo& key,
                                DocumentReader& reader) { how(filled(out), entry, key, reader); };
        untyped_->add(name, std::move(shape), info, read, {traits...});
        return *this;
    }
    /// A key that is known here and read elsewhere.
    KeyTable& read_elsewhere(std::string_view name, Shape shape, const TableInfo* info,
                             std::same_as<Trait> auto... traits) {
        untyped_->add(name, std::move(shape), info, nullptr, {traits...});
        return *this;
    }
    /// A table of its own that fills a member; an optional member is filled only if the table is there.
    template <class Member, class Sub>
    KeyTable& table(std::string_view name, Member Struct::* member, const KeyTable<Sub>& sub,
                    std::same_as<Trait> auto... traits) {
        const auto read = [member, &sub](void* out, const Node::Entry* entry, const Node& table,
                                         const KeyInfo& info, DocumentReader& reader) {
            if constexpr (std::same_as<Member, std::optional<Sub>>) {
                if (entry) sub.read((filled(out).*member).emplace(), entry, table, info.name, reader);
            } else {
                sub.read(filled(out).*member, entry, table, info.name, reader);
            }
        };
        untyped_->add(name, shape_of(Shape::Kind::table), &sub.info(), read, {traits...});
        return *this;
    }
    /// A table of its own that fills members of this very struct.
    KeyTable& within(std::string_view name, const KeyTable& sub, std::same_as<Trait> auto... traits) {
        const auto read = [&sub](void* out, const Node::Entry* entry, const Node& table, const KeyInfo& info,
                                 DocumentReader& reader) {
            sub.read(filled(out), entry, table, info.name, reader);
        };
        untyped_->add(name, shape_of(Shape::Kind::table), &sub.info(), read, {traits...});
        return *this;
    }
    /// Keys among this table's own that fill an optional member, if any of them is there.
    template <class Sub>
    KeyTable& group(std::optional<Sub> Struct::* member, const KeyTable<Sub>& sub) {
        untyped_->add_group(sub.info(), [member, &sub](void* out, const Node& table, DocumentReader& reader) {
            sub.read_keys((filled(out).*member).emplace(), table, reader);
        });
        return *this;
    }
    /// A list of tables: [[name]] or name = [{ .. }, { .. }].
    template <class Sub>
    KeyTable& list(std::string_view name, std::vector<Sub> Struct::* member, const KeyTable<Sub>& sub,
                   std::same_as<Trait> auto... traits) {
        const auto read = [member, &sub](void* out, const Node::Entry* entry, const Node&,
                                         const KeyInfo& info, DocumentReader& reader) {
            for_each_element(entry, info, reader, [&](const Node& element, const std::string& position) {
                sub.read_element((filled(out).*member).emplace_back(), element, position, reader);
            });
        };
        untyped_->add(name, shape_of(Shape::Kind::tables), &sub.info(), read, {traits...});
        return *this;
    }
    /// The section of a struct, or of an optional one that is filled only if the section is there.
    template <class Member>
    KeyTable& section(std::string_view name, Member Struct::* member) {
        const auto& sub = table_of<typename SectionOf<Member>::Type>();
        return table(name, member, sub, help(sub.info().help));
    }
    /// Sections by name: [name.x], [name.y]; each fills an element whose `name` is the key.
    template <class Sub>
    KeyTable& named_sections(std::string_view name, IdVector<Id<Sub>, Sub> Struct::* member) {
        const KeyTable<Sub>& sub = table_of<Sub>();
        const auto read = [member, &sub](void* out, const Node::Entry* entry, const Node&,
                                         const KeyInfo& info, DocumentReader& reader) {
            for_each_named(entry, info, reader, [&](const Node::Entry& element) {
                Sub thing{};
                thing.name = element.key;
                sub.read_element(thing, element.value, element.key, reader);
                (filled(out).*member).push_back(std::move(thing));
            });
        };
        untyped_->add(name, tables_by_name(name), &sub.info(), read, {help(sub.info().help)});
        return *this;
    }
    /// A list of sections with names: [[name]]; each fills an element whose `name` is its own key `name`.
    template <class Sub>
    KeyTable& listed_sections(std::string_view name, IdVector<Id<Sub>, Sub> Struct::* member) {
        const KeyTable<Sub>& sub = table_of<Sub>();
        const auto read = [member, &sub](void* out, const Node::Entry* entry, const Node&,
                                         const KeyInfo& info, DocumentReader& reader) {
            for_each_element(entry, info, reader, [&](const Node& element, const std::string&) {
                Sub thing{};
                sub.read_element(thing, element, name_in(element), reader);
                (filled(out).*member).push_back(std::move(thing));
            });
        };
        untyped_->add(name, list_of_tables(name), &sub.info(), read, {help(sub.info().help)});
        return *this;
    }
    /// Keys that depend on the document: `known` lists them, `how` reads them from the whole table.
    KeyTable& others(std::string_view what, std::vector<std::string> (*known)(const DocumentReader&),
                     void (*how)(Struct&, const Node& table, DocumentReader&)) {
        untyped_->add_others(what, known, [how](void* out, const Node& table, DocumentReader& reader) {
            how(filled(out), table, reader);
        });
        return *this;
    }

    [[nodiscard]] const TableInfo& info() const { return untyped_->info(); }

    /// Reads a whole document.
    void read_document(Struct& out, const Node& document, DocumentReader& reader) const {
        untyped_->read_document(&out, document, reader);
    }
    /// Reads the table below `parent` under `name`; where it is absent, its defaults.
    void read(Struct& out, const Node::Entry* entry, const Node& parent, const std::string& name,
              DocumentReader& reader) const {
        untyped_->read(&out, entry, parent, name, reader);
    }
    /// Reads one of several tables of a kind, called `name`.
    void read_element(Struct& out, const Node& node, const std::string& name, DocumentReader& reader) const {
        untyped_->read_element(&out, node, name, reader);
    }
    /// Reads the keys of a table that may have keys of other tables too.
    void read_keys(Struct& out, const Node& table, DocumentReader& reader) const {
        untyped_->read_keys(&out, table, reader);
    }

 private:
    template <class Member>
    struct SectionOf {
        using Type = Member;
    };
    template <class Section>
    struct SectionOf<std::optional<Section>> {
        using Type = Section;
    };
    static Struct& filled(void* out) { return *static_cast<Struct*>(out); }

    std::shared_ptr<UntypedTable> untyped_;  // shared: others point to its info
};

}  // namespace golive::scenario
