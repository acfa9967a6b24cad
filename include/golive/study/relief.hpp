//! What if nothing had to wait for that? A cause of waiting, and the scenario without it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include <golive/model/simulate.hpp>
#include <golive/scenario/scenario.hpp>

namespace golive::study {

/// A cause of elapsed time in the hands of one owner: the queue of a team, the agenda of a body, the delivery
/// of a technology, the gate of a step.
struct Lever {
    std::size_t cause;  ///< by Catalogue::causes
    std::string owner;  ///< by name; empty: all who have it
    friend auto operator<=>(const Lever&, const Lever&) = default;
};

/// "team queue, endpoint"
[[nodiscard]] std::string name_of(const Lever& lever, const model::Catalogue& catalogue);

/// Who holds the time that `instance` spends on `cause`.
[[nodiscard]] Lever lever_of(const model::Blueprint& blueprint, std::size_t instance, std::size_t cause);

/// Whether there is such a thing as taking it away: work itself is no waiting.
[[nodiscard]] bool can_be_relieved(std::size_t cause);

/// The same hospital without the waiting: a team has hands for everything at once, a body meets on every
/// working day ... What it would cost is left out: this asks what the waiting is worth, not what ends it.
struct Relief {
    std::shared_ptr<const scenario::Scenario> scenario;
    std::string how;  ///< "team endpoint has hands for everything at once"
};
/// Precondition: can_be_relieved(lever.cause).
[[nodiscard]] Relief relieved(const scenario::Scenario& scenario, const Lever& lever);

}  // namespace golive::study
