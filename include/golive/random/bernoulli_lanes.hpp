//! Many yes-or-no trials at once: one bit mask in, one bit mask out.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include <golive/random/stream.hpp>

namespace golive::random {

/// Trials with one probability; each set bit of `lanes` is a trial.
struct LaneGroup {
    std::uint64_t lanes;
    double probability;
};

/// The lanes that succeed, each independently, with the probability of its group; all other bits are clear.
/// The groups must be disjoint and their probabilities lie in [0, 1]: throws Error{model} otherwise.
///
/// Every lane compares a uniform number, bit by bit, with its probability: bit i of the k-th word is bit k of
/// lane i's number, so that each word decides half of the lanes still open, and n lanes take about log2(n)
/// + 1.3 words. Exact but for a probability below 2^-11, which is rounded down to a multiple of 2^-64.
[[nodiscard]] std::uint64_t bernoulli_lanes(Engine& engine, std::span<const LaneGroup> groups);

}  // namespace golive::random
