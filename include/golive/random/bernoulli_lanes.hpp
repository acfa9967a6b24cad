//! Many yes-or-no trials at once: one bit mask in, one bit mask out.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include <golive/base/error.hpp>
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

/// The same law for a single group, several times as fast: this is what a clinician's shift costs.
/// Where all lanes lie in the lower half, a word serves two bits of the comparison: its lower half
/// first, then its upper.
[[nodiscard]] inline std::uint64_t bernoulli_lanes(Engine& engine, const LaneGroup& group) {
    ensure(group.probability >= 0.0 && group.probability <= 1.0, "a probability lies in [0, 1]");
    if (group.probability == 1.0) return group.lanes;
    std::uint64_t open = group.lanes;
    std::uint64_t successes = 0;
    auto fraction = static_cast<std::uint64_t>(group.probability * 0x1.0p64);
    const auto compare = [&](std::uint64_t drawn) {
        const std::uint64_t expected = (fraction >> 63) != 0 ? ~std::uint64_t{0} : 0;
        successes |= open & expected & ~drawn;
        open &= ~(expected ^ drawn);
        fraction <<= 1;
    };
    const bool halves = group.lanes >> 32 == 0;
    while (open != 0 && fraction != 0) {
        const std::uint64_t drawn = engine();
        compare(drawn);
        if (halves && fraction != 0) compare(drawn >> 32);
    }
    return successes;
}

}  // namespace golive::random
