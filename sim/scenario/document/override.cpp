//! --set path.to.key=value: a walk down the tree by names that may have dots and spaces in them.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/document/assemble.hpp"
#include "scenario/document/parse_toml.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace golive::scenario {
namespace {

/// Sections whose keys are names of things: an override changes things but makes none.
constexpr std::array collections{"role", "technology", "body", "team", "course", "plan"};

bool is_prefix(std::string_view name, std::string_view path) {
    return path.starts_with(name) && (path.size() == name.size() || path[name.size()] == '.');
}

class Walk {
 public:
    Walk(const Source& typed, std::string_view path, Node value, Diagnostics& diagnostics)
        : typed_{typed}, path_{path}, value_{std::move(value)}, diagnostics_{diagnostics} {}

    void into(Node& node, std::size_t done) {
        if (node.array()) return into_list(node, done);
        if (!node.table())
            return fail(
                done, fmt::format("`{}` is {}: it has no keys", path_.substr(0, done - 1), node.kind()), {});
        Node::Entry* best = nullptr;
        for (Node::Entry& entry : *node.table())
            if (is_prefix(entry.key, path_.substr(done)) && (!best || entry.key.size() > best->key.size()))
                best = &entry;
        if (!best) best = create(node, done);
        if (best) step(*best, done + best->key.size());
    }

 private:
    void step(Node::Entry& entry, std::size_t done) {
        if (done < path_.size()) return into(entry.value, done + 1);
        entry.place = place(done - entry.key.size(), entry.key);
        value_.layout = Node::Layout::in_line;
        entry.value = std::move(value_);
    }
    /// By name, or by number from 1 where the elements have none.
    void into_list(Node& list, std::size_t done) {
        std::vector<std::string> names;
        for (const Node& element : *list.array()) {
            const Node* name = element.find("name");
            names.push_back(name && name->text() ? *name->text() : std::to_string(names.size() + 1));
        }
        std::size_t best = names.size();
        for (std::size_t i = 0; i < names.size(); ++i)
            if (is_prefix(names[i], path_.substr(done)) &&
                (best == names.size() || names[i].size() > names[best].size()))
                best = i;
        if (best == names.size())
            return fail(
                done, fmt::format("there is no `{}` in `{}`", path_.substr(done), path_.substr(0, done - 1)),
                names);
        done += names[best].size();
        if (done == path_.size())
            return fail(0, fmt::format("`{}` is a table: set one of its keys", path_), {});
        into((*list.array())[best], done + 1);
    }
    Node::Entry* create(Node& table, std::size_t done) {
        const std::string_view rest = path_.substr(done), key = rest.substr(0, rest.find('.'));
        const std::string_view parent = path_.substr(0, done == 0 ? 0 : done - 1);
        if (std::find(collections.begin(), collections.end(), parent) != collections.end()) {
            std::vector<std::string> names;
            for (const Node::Entry& entry : *table.table()) names.push_back(entry.key);
            fail(done, fmt::format("there is no {} `{}`", parent == "plan" ? "activity" : parent, key),
                 names);
            return nullptr;
        }
        table.table()->push_back(
            {std::string{key}, place(done, key), {Node::Table{}, place(done, key), Node::Layout::in_line}});
        if (done == 0) table.table()->back().value.layout = Node::Layout::block;
        return &table.table()->back();
    }
    void fail(std::size_t done, std::string message, const std::vector<std::string>& names) {
        const std::string_view rest = path_.substr(done);
        diagnostics_.error(place(done, rest), std::move(message),
                           names.empty() ? "" : suggestion(rest.substr(0, rest.find('.')), names));
    }
    [[nodiscard]] Place place(std::size_t from, std::string_view what) const {
        return {&typed_, 1, 1 + characters(path_.substr(0, from)), characters(what)};
    }

    const Source& typed_;
    std::string_view path_;
    Node value_;
    Diagnostics& diagnostics_;
};

}  // namespace

void apply_override(Node& document, const Source& typed, Diagnostics& diagnostics) {
    const std::string_view text = typed.text;
    const std::size_t equals = text.find('=');
    if (first_bad_utf8(text) != std::string_view::npos ||
        text.find_first_of(std::string_view{"\0\n", 2}) != std::string_view::npos)
        return diagnostics.error({&typed, 1, 1, 1}, "--set takes one line of text");
    if (equals == std::string_view::npos || equals == 0)
        return diagnostics.error({&typed, 1, 1, std::max(1, characters(text))},
                                 "--set takes path.to.key=value",
                                 "as in --set \"scenario.horizon=18 months\"");
    std::string_view path = text.substr(0, equals), value = text.substr(equals + 1);
    while (!path.empty() && path.back() == ' ') path.remove_suffix(1);
    const std::size_t blank = std::min(value.find_first_not_of(' '), value.size());
    const Place place{&typed, 1, 2 + characters(text.substr(0, equals + blank)),
                      std::max(1, characters(value.substr(blank)))};
    if (value.substr(blank).empty()) return diagnostics.error(place, fmt::format("no value for `{}`", path));
    Walk{typed, path, parse_loose_value(value.substr(blank), place), diagnostics}.into(document, 0);
}

}  // namespace golive::scenario
