//! Confidence intervals that hold for small samples, and for results that are not normal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

#include <golive/stats/moments.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::stats {

struct Interval {
    double low, high;
    [[nodiscard]] double half_width() const { return 0.5 * (high - low); }
    [[nodiscard]] bool contains(double x) const { return low <= x && x <= high; }
};

/// Of the mean, by Student's t; from -infinity to +infinity for fewer than two numbers.
[[nodiscard]] Interval mean_interval(const Moments& moments, double level = 0.95);

/// The quantile of Student's t with so many degrees of freedom.
[[nodiscard]] double t_quantile(double p, std::uint64_t degrees);
/// Two-sided, by Student's t: how often a sample whose true mean is 0 would have a mean so far from it. 1 for
/// fewer than two numbers, 0 where they are all one number other than 0.
[[nodiscard]] double p_value_of_zero_mean(const Moments& moments);

/// Of a proportion, by Wilson's score (1927), which holds near 0 and 1 too; [0, 1] for no trials.
[[nodiscard]] Interval proportion_interval(std::uint64_t successes, std::uint64_t trials,
                                           double level = 0.95);

/// Of the quantile of probability `p`, from two order statistics: whatever the law, it covers with at least
/// this `level` (David and Nagaraja, Order Statistics, section 7.1). An end that the sample is too small to
/// give is infinite.
[[nodiscard]] Interval quantile_interval(const OrderedSample& sample, double p, double level = 0.95);

/// What sets the runs of one alternative apart from those of another under common random numbers.
struct PairedDifference {
    Moments moments;        ///< of a[i] - b[i], over the pairs in which both happened
    std::uint64_t missing;  ///< pairs left out, because one or both are NaN
    Interval interval;      ///< of the mean difference, by Student's t
};

/// Precondition: as many `a` as `b`, paired by position; throws Error{model} otherwise.
[[nodiscard]] PairedDifference paired_difference(std::span<const double> a, std::span<const double> b,
                                                 double level = 0.95);

}  // namespace golive::stats
