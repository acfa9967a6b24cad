//! What a table says of a key besides its name and the member that it fills.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/keys/key_info.hpp"

#include <functional>
#include <string>

namespace golive::scenario {

using Trait = std::function<void(KeyInfo&)>;

/// Left out, the key is an error.
[[nodiscard]] Trait required();
/// Left out, a name is that of the only thing of its kind.
[[nodiscard]] Trait only_one();
/// Left out, this value stands, as a file would write it (text without its quotes).
[[nodiscard]] Trait fallback(std::string text);
/// Left out: not known before the rollout, so one value a replication, by its 10, 50 and 90 % points.
[[nodiscard]] Trait unsure(const std::string& p10, const std::string& p50, const std::string& p90);
/// Outside of this range a value is doubted; studies vary it within. "¤" is the scenario's currency.
[[nodiscard]] Trait range(std::string low, std::string high);
/// Outside of these bounds, in base units, a value is refused.
[[nodiscard]] Trait possible(double low, double high);
/// Words that stand before and after the quantity: "every", "per day".
[[nodiscard]] Trait written(std::string before, std::string after);
/// A bare number is taken in this unit.
[[nodiscard]] Trait bare_unit(std::string unit);
/// Where the default and the range come from.
[[nodiscard]] Trait source(Grade grade, std::string text);
[[nodiscard]] Trait help(std::string text);

}  // namespace golive::scenario
