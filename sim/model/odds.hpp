//! The scale of log odds, on which the model adds up what makes something likely.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>

namespace golive::model {

inline double logistic(double x) { return 1.0 / (1.0 + std::exp(-x)); }

/// Finite for 0 and 1, too.
inline double logit(double p) {
    const double safe = std::clamp(p, 1e-6, 1.0 - 1e-6);
    return std::log(safe / (1.0 - safe));
}

}  // namespace golive::model
