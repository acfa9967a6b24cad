//! Sums along a run: the integral of a level over time, and the moments of a list of observations.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include <golive/base/quantity.hpp>

namespace golive::kernel {

/// A level that changes at instants, and its integral over time. Exact for whole levels
/// below 2^53 level-seconds.
class TimeWeighted {
 public:
    explicit TimeWeighted(double level = 0.0, Time start = Time{})
        : level_{level}, max_{level}, start_{start}, since_{start} {}

    /// The level from `now` on; `now` never goes back.
    void set(double level, Time now) {
        integral_ = integral(now);
        since_ = now;
        level_ = level;
        max_ = std::max(max_, level);
    }
    void add(double change, Time now) { set(level_ + change, now); }
    /// Forgets the past, as after a warm-up, and keeps the level.
    void restart(Time now) { *this = TimeWeighted{level_, now}; }

    [[nodiscard]] double level() const { return level_; }
    [[nodiscard]] double max() const { return max_; }
    /// In level-seconds from the start to `now`.
    [[nodiscard]] double integral(Time now) const { return integral_ + level_ * (now - since_).in_seconds(); }
    /// The mean from the start to `now`; the level itself where no time has passed.
    [[nodiscard]] double mean(Time now) const {
        return now == start_ ? level_ : integral(now) / (now - start_).in_seconds();
    }

 private:
    double level_;
    double max_;
    double integral_ = 0.0;
    Time start_;
    Time since_;
};

/// Count, mean, variance and range of observations in one pass (Welford 1962); two tallies merge as if they
/// had been one (Chan, Golub, LeVeque 1979).
class Tally {
 public:
    void add(double value) {
        ++count_;
        const double change = value - mean_;
        mean_ += change / static_cast<double>(count_);
        squares_ += change * (value - mean_);
        min_ = std::min(min_, value);
        max_ = std::max(max_, value);
    }
    void merge(const Tally& other) {
        if (other.count_ == 0) return;
        const double n = static_cast<double>(count_);
        const double m = static_cast<double>(other.count_);
        const double change = other.mean_ - mean_;
        mean_ += change * m / (n + m);
        squares_ += other.squares_ + change * change * n * m / (n + m);
        count_ += other.count_;
        min_ = std::min(min_, other.min_);
        max_ = std::max(max_, other.max_);
    }

    [[nodiscard]] std::uint64_t count() const { return count_; }
    [[nodiscard]] double mean() const { return mean_; }  ///< 0 of nothing
    [[nodiscard]] double sum() const { return mean_ * static_cast<double>(count_); }
    /// The unbiased variance; 0 of fewer than two observations.
    [[nodiscard]] double variance() const {
        return count_ < 2 ? 0.0 : squares_ / static_cast<double>(count_ - 1);
    }
    [[nodiscard]] double sd() const { return std::sqrt(variance()); }
    [[nodiscard]] double min() const { return min_; }  ///< infinity of nothing
    [[nodiscard]] double max() const { return max_; }  ///< minus infinity of nothing

 private:
    std::uint64_t count_ = 0;
    double mean_ = 0.0;
    double squares_ = 0.0;
    double min_ = std::numeric_limits<double>::infinity();
    double max_ = -std::numeric_limits<double>::infinity();
};

}  // namespace golive::kernel
