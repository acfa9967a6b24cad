//! How well draws fit a law. Every test that uses these states its false-alarm rate as this alpha, and fixes
//! its seed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

namespace golive::test {

inline constexpr double alpha = 1e-6;

/// What |z| passes with probability alpha: 4.89.
inline double z_limit() {
    return boost::math::quantile(boost::math::complement(boost::math::normal{}, alpha / 2));
}

/// What the chi-square statistic of this many cells passes with probability alpha.
inline double chi_square_limit(std::size_t cells) {
    return boost::math::quantile(
        boost::math::complement(boost::math::chi_squared{static_cast<double>(cells - 1)}, alpha));
}

inline double chi_square(const std::vector<double>& observed, const std::vector<double>& expected) {
    double sum = 0.0;
    for (std::size_t i = 0; i < observed.size(); ++i) {
        sum += (observed[i] - expected[i]) * (observed[i] - expected[i]) / expected[i];
    }
    return sum;
}

/// Of numbers in [0, 1] falling into equal cells.
inline double uniform_chi_square(const std::vector<double>& numbers, std::size_t cells) {
    std::vector<double> observed(cells);
    for (const double u : numbers) {
        observed[std::min(cells - 1, static_cast<std::size_t>(u * static_cast<double>(cells)))] += 1.0;
    }
    return chi_square(observed, std::vector<double>(
                                    cells, static_cast<double>(numbers.size()) / static_cast<double>(cells)));
}

/// The largest distance between the numbers' distribution function and the uniform law's.
inline double uniform_distance(std::vector<double> numbers) {
    std::sort(numbers.begin(), numbers.end());
    const double n = static_cast<double>(numbers.size());
    double distance = 0.0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const double rank = static_cast<double>(i);
        distance = std::max({distance, numbers[i] - rank / n, (rank + 1.0) / n - numbers[i]});
    }
    return distance;
}

/// What that distance passes with probability at most alpha (Dvoretzky, Kiefer and Wolfowitz; Massart 1990).
inline double distance_limit(std::size_t n) {
    return std::sqrt(std::log(2.0 / alpha) / (2.0 * static_cast<double>(n)));
}

}  // namespace golive::test
