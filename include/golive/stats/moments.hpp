//! Count, mean, spread and range of numbers seen one by one, from parts that can be merged.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace golive::stats {

/// Running moments (Welford 1962; merged as in Chan, Golub and LeVeque 1983). The last bits depend on the
/// order of adding and merging: who needs the same bits merges in the same order.
class Moments {
 public:
    void add(double x) {
        ++count_;
        const double delta = x - mean_;
        mean_ += delta / static_cast<double>(count_);
        squares_ += delta * (x - mean_);
        min_ = std::min(min_, x);
        max_ = std::max(max_, x);
    }
    void merge(const Moments& other) {
        if (other.count_ == 0) return;
        const double mine = static_cast<double>(count_);
        const double theirs = static_cast<double>(other.count_);
        const double delta = other.mean_ - mean_;
        count_ += other.count_;
        mean_ += delta * (theirs / (mine + theirs));
        squares_ += other.squares_ + delta * delta * (mine * theirs / (mine + theirs));
        min_ = std::min(min_, other.min_);
        max_ = std::max(max_, other.max_);
    }

    [[nodiscard]] std::uint64_t count() const { return count_; }
    /// NaN of no numbers, as are min() and max().
    [[nodiscard]] double mean() const { return count_ > 0 ? mean_ : nan; }
    /// The unbiased variance of a sample; NaN of fewer than two numbers, as is sd().
    [[nodiscard]] double variance() const {
        return count_ > 1 ? squares_ / static_cast<double>(count_ - 1) : nan;
    }
    [[nodiscard]] double sd() const { return std::sqrt(variance()); }
    [[nodiscard]] double standard_error() const { return sd() / std::sqrt(static_cast<double>(count_)); }
    [[nodiscard]] double min() const { return count_ > 0 ? min_ : nan; }
    [[nodiscard]] double max() const { return count_ > 0 ? max_ : nan; }

 private:
    static constexpr double nan = std::numeric_limits<double>::quiet_NaN();

    std::uint64_t count_ = 0;
    double mean_ = 0.0;
    double squares_ = 0.0;  ///< the sum of squared deviations from the mean
    double min_ = std::numeric_limits<double>::infinity();
    double max_ = -std::numeric_limits<double>::infinity();
};

}  // namespace golive::stats
