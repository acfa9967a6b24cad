//! When there are enough replications: statistics to be known with an interval of a given width, judged
//! at fixed counts.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <golive/stats/interval.hpp>

namespace golive::batch {

/// A statistic of one number of the replications, and how narrow its 95 % interval has to be.
struct PrecisionTarget {
    enum class Width { absolute, of_the_estimate };
    std::optional<double> quantile;  ///< its probability; nothing: the mean
    double half_width;               ///< in the number's unit, or as a share of the estimate
    Width width = Width::absolute;
};

/// How far a target is.
struct Standing {
    enum class State {
        reached,
        wide,         ///< more replications narrow it
        out_of_reach  ///< they would not: the quantile lies where the number never comes, or it never came at
                      ///< all
    };
    std::uint64_t replications = 0;
    std::uint64_t happened = 0;  ///< those that have the number
    double estimate = 0;
    stats::Interval interval{};
    double wanted = 0;  ///< half-width in the number's unit
    State state = State::wide;
    /// Replications in all that would probably do, as widths shrink with their root; none beyond a hundred
    /// million, or where there is nothing to go by.
    std::optional<std::uint64_t> would_do;
};

/// The mean's interval is Student's, over the replications that have the number; a quantile's is of order
/// statistics, over all of them: NaN ranks last, since what never happens is later than anything.
[[nodiscard]] Standing standing_of(const PrecisionTarget& target, const std::vector<double>& sample);

/// The next count of replications after `done` at which a batch may end: 100, and then a fifth more each
/// time, rounded up to a whole hundred (100, 200, 300, 400, 500, 600, 800, 1,000, 1,200, 1,500 ...).
[[nodiscard]] std::uint64_t checkpoint_after(std::uint64_t done);

/// Collects what the targets are of, and says when all of them are reached. Use from one thread.
class Precision {
 public:
    explicit Precision(std::vector<PrecisionTarget> targets)
        : targets_{std::move(targets)}, samples_(targets_.size()) {}

    [[nodiscard]] bool empty() const { return targets_.empty(); }
    /// What the next replication gives for a target; NaN: it did not happen.
    void add(std::size_t target, double value) { samples_[target].push_back(value); }
    /// For Request::enough. True only at checkpoints: where every target is reached, or one is out of reach.
    /// `done` grows from call to call.
    [[nodiscard]] bool decided(std::uint64_t done);
    /// Now, at a checkpoint or not; by target.
    [[nodiscard]] std::vector<Standing> standings() const;

 private:
    std::vector<PrecisionTarget> targets_;
    std::vector<std::vector<double>> samples_;
    std::uint64_t checkpoint_ = checkpoint_after(0);
};

}  // namespace golive::batch
