//! Paired experiments on scenario files, under common random numbers, and the tables of docs/claims.md that
//! they fill.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include <golive/stats/interval.hpp>

namespace golive::claims {

/// One way to do it: a file of scenarios/claims/, changed as by `golive run --set`.
struct Option {
    std::string name;
    std::string file;
    std::vector<std::string> overrides;
};

/// Chance that a sign is taken for established where there is none: a one-sided test at this level.
inline constexpr double false_alarm = 1e-4;

class Experiment {
 public:
    /// Runs every option with the same seed; outcomes are scalars of the results.
    Experiment(const std::vector<Option>& options, std::vector<std::string> outcomes, int replications = 200);

    [[nodiscard]] double mean(const std::string& option, const std::string& outcome) const;
    /// Of the mean of a - b over the pairs in which both happened; its lower end is above 0 with the chance
    /// false_alarm where the mean is 0.
    [[nodiscard]] stats::Interval difference(const std::string& outcome, const std::string& a,
                                             const std::string& b) const;
    /// 95 % interval of mean(a) / mean(b) - 1, by the delta method on the logarithm of the ratio.
    [[nodiscard]] stats::Interval relative_gain(const std::string& outcome, const std::string& a,
                                                const std::string& b) const;
    /// 95 % interval of the interaction (a - b) - (c - d).
    [[nodiscard]] stats::Interval interaction(const std::string& outcome, const std::string& a,
                                              const std::string& b, const std::string& c,
                                              const std::string& d) const;
    [[nodiscard]] const std::vector<double>& values(const std::string& option,
                                                    const std::string& outcome) const;

    /// The options as a table in Markdown: means, and differences from the first with their 95 % intervals.
    [[nodiscard]] std::string table() const;

 private:
    std::vector<std::string> options_;
    std::vector<std::string> outcomes_;
    std::map<std::string, std::map<std::string, std::vector<double>>> values_;
};

/// "24 to 32 %" for 0.24 to 0.32.
[[nodiscard]] std::string percent(const stats::Interval& interval);
/// "12.3 to 28.2"
[[nodiscard]] std::string plain(const stats::Interval& interval);

/// Holds the block of docs/claims.md between `<!-- id -->` and the next `<!-- end -->` to be this table and
/// this sentence; with GOLIVE_UPDATE_DOCS set, writes it.
void expect_documented(const std::string& id, const Experiment& experiment, const std::string& sentence = "");

}  // namespace golive::claims
