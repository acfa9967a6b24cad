//! Alternatives played future by future: all of one future, then all of the next.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include <golive/batch/batch.hpp>
#include <golive/batch/precision.hpp>
#include <golive/model/simulate.hpp>
#include <golive/stats/moments.hpp>
#include <golive/study/comparison.hpp>
#include <golive/study/futures.hpp>

namespace golive::study {

/// A difference from the first alternative that is to be known.
struct WantedDifference {
    std::size_t alternative;
    std::size_t scalar;  ///< of the first
    batch::PrecisionTarget target;
};

/// The sink of a batch of n alternatives: position p is future p / n of alternative p % n, and a result's
/// replication is its position. So whenever the batch ends, all alternatives have the same futures, but for
/// those of which one failed.
class FutureByFuture : public batch::ResultSink {
 public:
    /// Shows `precision`, which has their targets in this order, the differences that are wanted.
    FutureByFuture(const std::vector<const model::Catalogue*>& catalogues,
                   std::vector<WantedDifference> wanted, batch::Precision& precision);
    void accept(const model::Result& result) override;
    /// For batch::Request::enough.
    bool enough(std::uint64_t positions);

    [[nodiscard]] std::size_t alternatives() const { return scalars_.size(); }
    /// Days by which everything is live before it is with the first.
    [[nodiscard]] const stats::Moments& sooner(std::size_t alternative) const { return sooner_[alternative]; }
    /// By alternative.
    [[nodiscard]] std::vector<std::unique_ptr<Scalars>> scalars() && { return std::move(scalars_); }

 private:
    void add_differences();

    std::vector<WantedDifference> wanted_;
    batch::Precision& precision_;
    std::vector<std::unique_ptr<Scalars>> scalars_;
    std::size_t with_this_future_ = 0;  // alternatives, so far
    std::vector<stats::Moments> sooner_;
};

/// How alternatives were played.
struct Played {
    struct Failure {
        std::size_t alternative;
        std::uint64_t future;
        std::string message;
    };
    std::uint64_t futures = 0;  ///< of each alternative, failures included
    std::vector<Failure> failures;
    bool stopped = false;
};

/// Plays the futures, or as many of them as `sink` wants; progress is in futures.
[[nodiscard]] Played play_alternatives(const std::vector<model::Blueprint>& alternatives,
                                       const Futures& futures, FutureByFuture& sink,
                                       const batch::OnProgress& on_progress, std::stop_token stop);

/// Of one future. In quantiles, what happens for one alternative alone ranks at an end, as never is later
/// than any day, and what happens for neither is no difference; in means both are left out.
[[nodiscard]] double difference_of(double other, double base, const batch::PrecisionTarget& target);

}  // namespace golive::study
