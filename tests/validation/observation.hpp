//! What was observed against what the model expects: rows of the tables in docs/validation.md.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <golive/stats/interval.hpp>

namespace golive::validation {

/// How a number is written.
enum class Written { percent, tenths, whole, hundredths };

/// `value` is the middle where a range was published. The naive interval is what one would say without a
/// model: the spread of other settings, or the ends of what is possible.
struct Observation {
    std::string what;
    std::string published;
    double value;
    stats::Interval naive;
    Written written = Written::tenths;
};

/// One line: an observation, and the model's values over the replications; NaN is never.
class Comparison {
 public:
    Comparison(Observation observation, const std::vector<double>& expected);

    /// The central interval that holds the observation with 80 %, if the model is right.
    [[nodiscard]] stats::Interval interval() const { return interval_; }
    /// The observation lies in the interval, and the interval is narrower than the naive one.
    [[nodiscard]] bool passes() const;
    [[nodiscard]] std::string line() const;

 private:
    Observation observation_;
    stats::Interval interval_;
    double median_;
};

/// The interval score for 80 %: width, and ten times what the observation is outside (Gneiting and Raftery,
/// JASA 2007;102:359, eq. 43).
[[nodiscard]] double interval_score(const stats::Interval& interval, double observed);

[[nodiscard]] std::string table(const std::vector<Comparison>& comparisons);

}  // namespace golive::validation
