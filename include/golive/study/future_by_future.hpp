//! The replications of several alternatives in one batch: all of one future, then all of the next.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/until_watch.hpp"

#include <memory>
#include <string>
#include <vector>

#include <golive/batch/batch.hpp>
#include <golive/stats/moments.hpp>
#include <golive/study/comparison.hpp>

namespace golive::app {

/// The sink of such a batch: of n alternatives, position p is future p / n of alternative p % n, and a
/// result's replication is its position. So whenever the batch ends, all alternatives have the same futures,
/// but for those of which one failed. Shows the watch the differences from the first, wish by wish for each
/// alternative in turn.
class FutureByFuture : public batch::ResultSink {
 public:
    FutureByFuture(const std::vector<const model::Catalogue*>& catalogues, UntilWatch& watch);
    void accept(const model::Result& result) override;

    /// For batch::Request::enough.
    bool enough(std::uint64_t positions);
    /// "B live 18 days sooner (± 6 days)", or what --until waits for.
    [[nodiscard]] std::string in_words(std::uint64_t futures, const Reader& reader);
    [[nodiscard]] std::vector<std::unique_ptr<study::Scalars>> scalars() && { return std::move(scalars_); }

 private:
    void add_differences();

    UntilWatch& watch_;
    std::vector<std::unique_ptr<study::Scalars>> scalars_;
    std::vector<stats::Moments> sooner_;  ///< days by which an alternative goes live before the base
};

/// Of one future. In quantiles, what happens for one alternative alone ranks at an end, as never is later
/// than any day, and what happens for neither is no difference; in means both are left out.
[[nodiscard]] double difference_of(double other, double base, const batch::PrecisionTarget& target);

}  // namespace golive::app
