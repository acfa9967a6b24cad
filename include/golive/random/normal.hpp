//! The standard normal law for the model's own equations.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>

#include <golive/random/stream.hpp>

namespace golive::random {

/// Box and Muller (1958): two words, one number; no rejection, so that a variate always takes the same words.
[[nodiscard]] inline double standard_normal(Engine& engine) {
    const double u1 = to_unit(engine());
    const double u2 = to_unit(engine());
    return std::sqrt(-2.0 * std::log(u1)) * std::cos(6.283185307179586 * u2);
}

}  // namespace golive::random
