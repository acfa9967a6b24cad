//! What tables of keys do whatever struct they fill, compiled once: a struct is an address here, and the
//! functions that KeyTable gives know its type.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/document_reader.hpp"
#include "scenario/keys/traits.hpp"

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace golive::scenario {

class UntypedTable {
 public:
    /// Reads a value into the struct; false after an error.
    using ReadValue = std::function<bool(void* out, const Node&, const KeyInfo&, DocumentReader&)>;
    /// Reads an entry, or does what its absence asks for; `table` is the one that it stands in.
    using ReadEntry = std::function<void(void* out, const Node::Entry*, const Node& table, const KeyInfo&,
                                         DocumentReader&)>;
    /// Reads what it knows of all keys of a table.
    using ReadKeys = std::function<void(void* out, const Node& table, DocumentReader&)>;
    /// Names of keys that depend on the document.
    using KnownKeys = std::vector<std::string> (*)(const DocumentReader&);

    UntypedTable(std::string_view title, std::string_view thing, std::string_view help);

    void add(std::string_view name, Shape shape, const TableInfo* table, ReadEntry read,
             std::initializer_list<Trait> traits);
    void add_value(std::string_view name, Shape shape, ReadValue read, std::initializer_list<Trait> traits);
    /// Keys of `group` become keys of this table; where one of them is there, `read` reads them all.
    void add_group(const TableInfo& group, ReadKeys read);
    void add_others(std::string_view what, KnownKeys known, ReadKeys read);

    [[nodiscard]] const TableInfo& info() const { return info_; }

    void read_document(void* out, const Node& document, DocumentReader& reader) const;
    void read(void* out, const Node::Entry* entry, const Node& parent, const std::string& name,
              DocumentReader& reader) const;
    void read_element(void* out, const Node& node, const std::string& name, DocumentReader& reader) const;
    void read_keys(void* out, const Node& table, DocumentReader& reader) const;

 private:
    void check_and_read(void* out, const Node& node, const std::string& where, DocumentReader& reader) const;

    TableInfo info_;
    std::vector<ReadEntry> read_;  // one a key; empty where another function reads the key
    std::vector<ReadKeys> read_more_;
    KnownKeys known_ = nullptr;
};

/// Reports keys of `node` that none of the tables knows; true where there are none.
bool only_known_keys(const Node& node, const std::vector<std::string>& known, const std::string& where,
                     DocumentReader& reader);

/// The text of a table's key `name`, or "?".
[[nodiscard]] std::string name_in(const Node& table);

/// Visits the elements of a list of tables, each with its position as people count, from "1".
void for_each_element(const Node::Entry* list, const KeyInfo& key, DocumentReader& reader,
                      const std::function<void(const Node& element, const std::string& position)>& visit);
/// Visits tables by name.
void for_each_named(const Node::Entry* tables, const KeyInfo& key, DocumentReader& reader,
                    const std::function<void(const Node::Entry& element)>& visit);

/// "tables by name, such as [role.x]"; "a list of tables, each under [[wave]]".
[[nodiscard]] Shape tables_by_name(std::string_view name);
[[nodiscard]] Shape list_of_tables(std::string_view name);

}  // namespace golive::scenario
