//! What the values of an enum are called: one table, checked when it is compiled, to look names up both ways.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include <golive/base/error.hpp>

namespace golive {

/// The names of an enum whose values count up from zero:
///
///     constexpr EnumNames<Scope, 2> scope_names{{{Scope::site, "site"}, {Scope::unit, "unit"}}};
///
/// A value that is missing or out of order does not compile, given the number of values. Who adds a value at
/// the end of an enum adds to that number; until then name_of() throws for it.
template <class Enum, std::size_t count>
class EnumNames {
 public:
    struct Entry {
        Enum value;
        std::string_view name;
    };

    consteval EnumNames(const Entry (&entries)[count]) {
        for (std::size_t i = 0; i < count; ++i) {
            if (static_cast<std::size_t>(entries[i].value) != i || entries[i].name.empty())
                throw "a value has no name, or not in its place";
            for (std::size_t j = 0; j < i; ++j)
                if (entries[j].name == entries[i].name) throw "two values have the same name";
            entries_[i] = entries[i];
        }
    }

    [[nodiscard]] constexpr std::string_view name_of(Enum value) const {
        const auto index = static_cast<std::size_t>(value);
        ensure(index < count, "every value of an enum has a name");
        return entries_[index].name;
    }
    [[nodiscard]] constexpr std::string_view operator[](Enum value) const { return name_of(value); }
    /// Nothing where no value is called so.
    [[nodiscard]] constexpr std::optional<Enum> find(std::string_view name) const {
        for (const Entry& entry : entries_)
            if (entry.name == name) return entry.value;
        return std::nullopt;
    }

    [[nodiscard]] constexpr std::size_t size() const { return entries_.size(); }
    [[nodiscard]] constexpr auto begin() const { return entries_.begin(); }
    [[nodiscard]] constexpr auto end() const { return entries_.end(); }

 private:
    std::array<Entry, count> entries_{};
};

}  // namespace golive
