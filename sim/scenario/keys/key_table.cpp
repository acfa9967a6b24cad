//! What tables of every struct have in common.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <algorithm>

namespace golive::scenario {

std::string titled(const TableInfo& table, const std::string& name) {
    return name.empty() ? table.title : fmt::format("{} `{}`", table.thing, name);
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

std::string name_of(const Node& table) {
    const Node* name = table.find("name");
    return name && name->text() ? *name->text() : "?";
}

const std::vector<std::string>& names_of(const KeyInfo& key, const DocumentReader& reader) {
    return reader.names().of(key.shape.of).names();
}

}  // namespace golive::scenario
