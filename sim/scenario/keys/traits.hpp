//! What a table says of a key besides its name and the member that it fills.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/key_info.hpp"

#include <string_view>

namespace golive::scenario {

/// Sets one part of a KeyInfo. Its texts are views: it is applied in the expression that makes it.
struct Trait {
    void (*set)(KeyInfo& key, const Trait& trait);
    std::string_view first{}, second{}, third{};
    Bounds bounds{};
    Grade grade{};
};

/// Left out, the key is an error.
[[nodiscard]] Trait required();
/// Left out, a name is that of the only thing of its kind.
[[nodiscard]] Trait only_one();
/// Left out, this value stands, as a file would write it (text without its quotes).
[[nodiscard]] Trait fallback(std::string_view text);
/// Left out: not known before the rollout, so one value a replication, by its 10, 50 and 90 % points.
[[nodiscard]] Trait unsure(std::string_view p10, std::string_view p50, std::string_view p90);
/// Outside of this range a value is doubted; studies vary it within. "¤" is the scenario's currency.
[[nodiscard]] Trait range(std::string_view low, std::string_view high);
/// Outside of these bounds, in base units, a value is refused.
[[nodiscard]] Trait possible(double low, double high);
/// Words that stand before and after the quantity: "every", "per day".
[[nodiscard]] Trait written(std::string_view before, std::string_view after);
/// A bare number is taken in this unit.
[[nodiscard]] Trait bare_unit(std::string_view unit);
/// Where the default and the range come from.
[[nodiscard]] Trait source(Grade grade, std::string_view text);
[[nodiscard]] Trait help(std::string_view text);

}  // namespace golive::scenario
