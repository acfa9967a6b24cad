//! Quantiles of a sample in which some observations never came.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace golive::stats {

/// A sample in ascending order. NaN means "it did not happen within the horizon" (a go-live that never came):
/// such an observation is missing, and ranks after all others, at +infinity.
class OrderedSample {
 public:
    /// Takes the observations in any order.
    explicit OrderedSample(std::vector<double> values);

    [[nodiscard]] std::size_t size() const { return values_.size(); }
    [[nodiscard]] std::size_t missing() const { return values_.size() - happened_; }
    /// The observations that are not missing.
    [[nodiscard]] std::span<const double> happened() const { return {values_.data(), happened_}; }
    /// The observation of this rank, from 1 to size(); +infinity for a missing one.
    [[nodiscard]] double of_rank(std::size_t rank) const { return values_[rank - 1]; }
    /// The quantile of probability `p` in [0, 1], definition 7 of Hyndman and Fan 1996 (the default of R and
    /// NumPy): linear between the ranks 1 + floor((n - 1) p) and the next. It is +infinity if the missing
    /// ones reach into it, and NaN for an empty sample.
    [[nodiscard]] double quantile(double p) const;

 private:
    std::vector<double> values_;  ///< missing ones last, as +infinity
    std::size_t happened_;
};

}  // namespace golive::stats
