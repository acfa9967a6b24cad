//! The names of an enum's values, beside the values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace golive {

/// Of an enum that counts from 0 to `last`. A table that leaves a value out, or has them in another order,
/// does not compile.
template <auto last>
class EnumNames {
 public:
    using Enum = decltype(last);
    static constexpr std::size_t count = static_cast<std::size_t>(last) + 1;
    struct Entry {
        Enum value;
        std::string_view name;
    };

    consteval EnumNames(const Entry (&entries)[count]) {
        for (std::size_t i = 0; i < count; ++i) {
            if (static_cast<std::size_t>(entries[i].value) != i || entries[i].name.empty())
                throw "every value has its name, in the order of the enum";
            names_[i] = entries[i].name;
        }
    }

    [[nodiscard]] constexpr std::string_view operator[](Enum value) const {
        return names_[static_cast<std::size_t>(value)];
    }
    [[nodiscard]] constexpr const std::array<std::string_view, count>& all() const { return names_; }
    /// Nothing for a name that is none.
    [[nodiscard]] constexpr std::optional<Enum> called(std::string_view name) const {
        for (std::size_t i = 0; i < count; ++i)
            if (names_[i] == name) return static_cast<Enum>(i);
        return std::nullopt;
    }

 private:
    std::array<std::string_view, count> names_{};
};

}  // namespace golive
