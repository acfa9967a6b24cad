//! Counting successes of independent trials, fast where there are few.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace golive::model {

/// std::popcount() calls a library function where the processor need not have an instruction for it.
inline int count_bits(std::uint64_t x) {
    x -= x >> 1 & 0x5555555555555555U;
    x = (x & 0x3333333333333333U) + (x >> 2 & 0x3333333333333333U);
    x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fU;
    return static_cast<int>((x * 0x0101010101010101U) >> 56);
}

/// x^n for 0 <= n < 128, by squaring, without a branch that depends on n: it would be guessed wrong half
/// of the time.
inline double power(double x, int n) {
    double result = 1.0;
    for (int bit = 0; bit < 7; ++bit, x *= x) {
        const std::uint64_t wanted = std::uint64_t{0} - static_cast<std::uint64_t>(n >> bit & 1);
        result *= std::bit_cast<double>((std::bit_cast<std::uint64_t>(x) & wanted) |
                                        (std::bit_cast<std::uint64_t>(1.0) & ~wanted));
    }
    return result;
}

inline constexpr auto reciprocals = [] {
    std::array<double, 65> table{};
    for (std::size_t n = 1; n < table.size(); ++n) table[n] = 1.0 / static_cast<double>(n);
    return table;
}();

/// Successes in n <= 64 trials of probability p, by inversion of one uniform number: fast where n p is small.
inline int few_successes(int n, double p, double u) {
    if (p >= 1.0) return n;
    if (u <= 1.0 - n * p) return 0;  // Bernoulli's inequality: (1 - p)^n is not less
    double probability = power(1.0 - p, n);
    if (u <= probability) return 0;
    const double odds = p / (1.0 - p);
    int successes = 0;
    for (double below = probability; u > below && successes < n; below += probability) {
        probability *= odds * (n - successes) * reciprocals[static_cast<std::size_t>(successes) + 1];
        ++successes;
    }
    return successes;
}

}  // namespace golive::model
