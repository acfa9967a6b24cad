//! Alternatives dealt into one batch: who gets what, what a failure takes away, and differences of
//! what never happened.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

#include <cmath>
#include <gmock/gmock.h>
#include <limits>
#include <stdexcept>

#include <golive/study/future_by_future.hpp>

namespace golive::study {
namespace {

using testing::ElementsAre;
constexpr double never = std::numeric_limits<double>::quiet_NaN();

const batch::PrecisionTarget target{.quantile = {}, .half_width = 1};

class FuturesOfThree : public testing::Test {
 protected:
    FuturesOfThree()
        : precision_{{target, target}},
          sink_{{&catalogue_, &other_, &other_}, {{1, 0, target}, {2, 0, target}}, precision_} {}

    /// Alternative a of future f goes live on day 100 f + 10 a; future 2 of the last fails.
    batch::Outcome play(std::uint64_t futures, unsigned threads) {
        return batch::run_batch({.replications = 3 * futures,
                                 .threads = threads,
                                 .enough = [&](std::uint64_t positions) { return sink_.enough(positions); }},
                                [](std::uint64_t position) {
                                    const std::uint64_t future = position / 3, alternative = position % 3;
                                    if (future == 2 && alternative == 2) throw std::runtime_error{"no beds"};
                                    model::Result result;
                                    result.replication = position;
                                    const double day = static_cast<double>(100 * future + 10 * alternative);
                                    result.scalars =
                                        alternative == 0 ? std::vector{day, 1.0} : std::vector{2.0, day};
                                    return result;
                                },
                                sink_, {}, {});
    }
    model::Catalogue catalogue_{.scalars = {{"all_live", "day", "", model::Reading::date},
                                            {"calls", "1", "", model::Reading::number}}};
    /// The same figures in another order.
    model::Catalogue other_{.scalars = {catalogue_.scalars[1], catalogue_.scalars[0]}};
    batch::Precision precision_;
    FutureByFuture sink_;
};

TEST_F(FuturesOfThree, AreDealtToTheAlternativesWhateverTheThreads) {
    EXPECT_EQ(play(5, 4).delivered, 14U);
    const auto scalars = std::move(sink_).scalars();
    EXPECT_THAT(scalars[0]->replications(), ElementsAre(0, 1, 2, 3, 4));
    EXPECT_THAT(scalars[2]->replications(), ElementsAre(0, 1, 3, 4));
    EXPECT_THAT(scalars[0]->of(0), ElementsAre(0, 100, 200, 300, 400));
    EXPECT_THAT(scalars[2]->of(1), ElementsAre(20, 120, 320, 420));
}

TEST_F(FuturesOfThree, EndTogetherAtACheckpointOfFutures) {
    const batch::Outcome outcome = play(5000, 3);
    EXPECT_TRUE(outcome.enough);
    EXPECT_EQ(outcome.delivered + outcome.failures.size(), 300U);
    for (const batch::Standing& standing : precision_.standings()) {
        EXPECT_EQ(standing.state, batch::Standing::State::reached);
        EXPECT_EQ(standing.happened, 99U);  // of 100 futures: one is not whole
        EXPECT_EQ(standing.interval.half_width(), 0);
    }
}

TEST(FutureByFuture, KeepsHowMuchSoonerAlternativesGoLive) {
    const model::Catalogue catalogue{.scalars = {{"all_live", "day", "", model::Reading::date}}};
    batch::Precision nothing{{}};
    FutureByFuture sink{{&catalogue, &catalogue}, {}, nothing};
    for (std::uint64_t position = 0; position < 12; ++position) {
        model::Result result;
        result.replication = position;
        result.scalars = {position % 2 == 0 ? 100.0 : 82.0};
        sink.accept(result);
        EXPECT_FALSE(sink.enough(position + 1));
    }
    EXPECT_EQ(sink.sooner(1).count(), 6U);
    EXPECT_EQ(sink.sooner(1).mean(), 18);
}

/// The futures are those of each alternative alone, and progress counts them.
TEST(FutureByFuture, PlaysScenarios) {
    const std::vector<model::Blueprint> alternatives(
        2, model::testing::blueprint_of(
               model::testing::starting("4 weeks") + std::string{model::testing::everyday_nurse} +
               model::testing::one_unit(4) +
               "[technology.phone]\npurposes = [\"messaging\"]\n[plan]\nlive = { kind "
               "= \"go_live\" }\n"));
    const model::Catalogue& catalogue = alternatives.front().catalogue();
    batch::Precision nothing{{}};
    FutureByFuture sink{{&catalogue, &catalogue}, {}, nothing};
    std::uint64_t done = 0;
    const Played played =
        play_alternatives(alternatives, {.seed = 7, .first = 1, .count = 3, .threads = 2}, sink,
                          [&](const batch::Progress& progress) { done = progress.done; }, {});
    EXPECT_EQ(played.futures, 3U);
    EXPECT_FALSE(played.stopped);
    EXPECT_EQ(done, 3U);
    const std::uint64_t sooner = sink.sooner(1).count();
    const auto scalars = std::move(sink).scalars();
    EXPECT_THAT(scalars[1]->replications(), ElementsAre(1, 2, 3));
    EXPECT_EQ(sooner, 3U);
    const model::Result alone = model::simulate(alternatives[1], 7, 3);
    EXPECT_EQ(scalars[1]->of(catalogue.scalar("all_live")).back(),
              alone.scalars[catalogue.scalar("all_live")]);
}

TEST(Differences, RankWhatNeverHappenedLastInQuantilesAndLeaveItOutOfMeans) {
    const batch::PrecisionTarget mean{.quantile = {}, .half_width = 1},
        median{.quantile = 0.5, .half_width = 1};
    EXPECT_EQ(difference_of(12, 10, mean), 2);
    EXPECT_EQ(difference_of(12, 10, median), 2);
    EXPECT_TRUE(std::isnan(difference_of(never, 10, mean)));
    EXPECT_TRUE(std::isnan(difference_of(12, never, mean)));
    EXPECT_TRUE(std::isnan(difference_of(never, never, mean)));
    EXPECT_TRUE(std::isnan(difference_of(never, 10, median)));  // ranks after all others
    EXPECT_EQ(difference_of(12, never, median), -std::numeric_limits<double>::infinity());
    EXPECT_EQ(difference_of(never, never, median), 0);
}

}  // namespace
}  // namespace golive::study
