//! The standard normal law, through Boost.Math without promotion to long double, which differs between
//! machines.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/math/policies/policy.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <numbers>

namespace golive::random::detail {

namespace policies = boost::math::policies;
using Policy = policies::policy<policies::promote_double<false>, policies::promote_float<false>,
                                policies::overflow_error<policies::ignore_error>>;

inline constexpr double z_of_p90 = 1.2815515655446004;

inline double normal_density(double z) {
    return std::exp(-0.5 * z * z) * std::numbers::inv_sqrtpi_v<double> / std::numbers::sqrt2_v<double>;
}
/// P(Z <= z); accurate to the last digits in the left tail, where it is small.
inline double normal_below(double z) {
    return 0.5 * boost::math::erfc(-z / std::numbers::sqrt2_v<double>, Policy{});
}
/// The z of a probability in (0, 1).
inline double normal_quantile(double p) {
    return -std::numbers::sqrt2_v<double> * boost::math::erfc_inv(2.0 * p, Policy{});
}

}  // namespace golive::random::detail
