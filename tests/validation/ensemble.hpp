//! Replications of a scenario file, and what each of them says.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include <golive/model/simulate.hpp>
#include <golive/random/stream.hpp>

namespace golive::validation {

/// One replication.
class Future {
 public:
    Future(const model::Blueprint& blueprint, const model::Result& result, random::Streams streams)
        : blueprint_{blueprint}, result_{result}, streams_{streams} {}

    [[nodiscard]] double scalar(const std::string& name) const;
    /// Week by week, of the network or of the member of another scope; sampled at the end of each week.
    [[nodiscard]] std::vector<double> weeks(const std::string& series,
                                            model::ScopeKind scope = model::ScopeKind::network,
                                            std::size_t member = 0) const;
    [[nodiscard]] std::size_t members(model::ScopeKind scope) const;
    /// Days from the start to the end of an activity of the whole network; NaN, too, where there is none of
    /// the name.
    [[nodiscard]] double finished(const std::string& activity) const;
    /// What this replication drew for an assumption that has one value per replication.
    template <class Uncertain>
    [[nodiscard]] auto drew(const Uncertain& assumption) const {
        return assumption.for_run(streams_);
    }
    [[nodiscard]] const scenario::Scenario& scenario() const { return blueprint_.scenario(); }

 private:
    const model::Blueprint& blueprint_;
    const model::Result& result_;
    random::Streams streams_;
};

using Measure = std::function<double(const Future&)>;
/// By measure and replication; NaN: it did not happen within the horizon.
using Sample = std::vector<std::vector<double>>;

inline constexpr int replications = 400;

/// Runs a file of scenarios/, changed as by `golive run --set`, with the seed that `golive run` takes.
[[nodiscard]] Sample measure(const std::string& file, const std::vector<std::string>& overrides,
                             const std::vector<Measure>& measures);

/// Of the weeks from `first` to `last`, both in.
[[nodiscard]] double mean_of_weeks(const std::vector<double>& weeks, std::size_t first, std::size_t last);

/// Spearman's rank correlation over the replications in which both happened; ties share their mean rank.
[[nodiscard]] double rank_correlation(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace golive::validation
