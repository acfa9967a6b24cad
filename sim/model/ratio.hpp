//! Shares and means of groups.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

namespace golive::model {

/// A numerator and a denominator: ratios of a group are ratios of sums, never means of ratios.
struct Ratio {
    double amount = 0;
    double of = 0;

    static constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    /// NaN where there is nothing to divide by.
    [[nodiscard]] double value() const { return of > 0 ? amount / of : missing; }
    Ratio& operator+=(const Ratio& other) {
        amount += other.amount;
        of += other.of;
        return *this;
    }
};

}  // namespace golive::model
