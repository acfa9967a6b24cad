//! Who is called what: names to ids, with a guess where a name is unknown.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/document/node.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include <golive/scenario/ids.hpp>

namespace golive::scenario {

/// The names of one kind of thing, in the order of the file.
class Registry {
 public:
    explicit Registry(std::string what) : what_{std::move(what)} {}
    /// The position of the name, added at the end where it is new.
    std::uint32_t add(const std::string& name) {
        const auto [entry, is_new] = positions_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
        if (is_new) names_.push_back(name);
        return entry->second;
    }
    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& name) const {
        const auto entry = positions_.find(name);
        return entry == positions_.end() ? std::nullopt : std::optional{entry->second};
    }
    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] const std::string& what() const { return what_; }

 private:
    std::string what_;
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::uint32_t> positions_;
};

struct Names {
    Registry roles{"role"}, sites{"site"}, units{"unit"}, unit_kinds{"kind of unit"}, workflows{"purpose"},
        technologies{"technology"}, bodies{"body"}, constituencies{"constituency"}, teams{"team"},
        courses{"course"}, waves{"wave"}, activities{"activity"};

    template <class Thing>
    [[nodiscard]] const Registry& of() const {
        if constexpr (std::is_same_v<Thing, Role>)
            return roles;
        else if constexpr (std::is_same_v<Thing, Site>)
            return sites;
        else if constexpr (std::is_same_v<Thing, Unit>)
            return units;
        else if constexpr (std::is_same_v<Thing, UnitKind>)
            return unit_kinds;
        else if constexpr (std::is_same_v<Thing, Workflow>)
            return workflows;
        else if constexpr (std::is_same_v<Thing, Technology>)
            return technologies;
        else if constexpr (std::is_same_v<Thing, Body>)
            return bodies;
        else if constexpr (std::is_same_v<Thing, Constituency>)
            return constituencies;
        else if constexpr (std::is_same_v<Thing, Team>)
            return teams;
        else if constexpr (std::is_same_v<Thing, Course>)
            return courses;
        else if constexpr (std::is_same_v<Thing, Wave>)
            return waves;
        else
            return activities;
    }
    /// By what the things are called: "team".
    [[nodiscard]] const Registry& of(std::string_view what) const;
};

/// All the names that the document gives to things, so that sections may refer to each other in any order.
[[nodiscard]] Names collect_names(const Node& document);

}  // namespace golive::scenario
