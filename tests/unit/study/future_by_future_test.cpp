//! Alternatives dealt into one batch: who gets what, what a failure takes away, and differences of what never
//! happened.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <gmock/gmock.h>
#include <limits>
#include <stdexcept>

#include <golive/study/future_by_future.hpp>

namespace golive::app {
namespace {

using testing::ElementsAre;
constexpr double never = std::numeric_limits<double>::quiet_NaN();
const Reader reader{*Date::from_civil(2027, 1, 4), "USD"};

class FuturesOfThree : public testing::Test {
 protected:
    FuturesOfThree() : watch_{wishes(), reader}, sink_{{&catalogue_, &other_, &other_}, watch_} {}

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
    std::vector<Wish> wishes() {
        auto both = wishes_of({"mean(all_live) +- 1 day"}, catalogue_, "USD", About::difference);
        both.push_back(both.front());
        return both;
    }

    model::Catalogue catalogue_{.scalars = {{"all_live", "day", "", model::Reading::date},
                                            {"calls", "1", "", model::Reading::number}}};
    /// The same figures in another order.
    model::Catalogue other_{.scalars = {catalogue_.scalars[1], catalogue_.scalars[0]}};
    UntilWatch watch_;
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
    EXPECT_TRUE(watch_.fulfilled());
    // Of 100 futures, 99 are whole.
    EXPECT_EQ(sink_.in_words(100, reader), "mean of the difference in all_live ± 0 days, wanted ± 1 day");
}

TEST(FutureByFuture, ShowsHowMuchSoonerAlternativesGoLive) {
    const model::Catalogue catalogue{.scalars = {{"all_live", "day", "", model::Reading::date}}};
    UntilWatch nothing{{}, reader};
    FutureByFuture sink{{&catalogue, &catalogue}, nothing};
    EXPECT_EQ(sink.in_words(0, reader), "");
    for (std::uint64_t position = 0; position < 12; ++position) {
        model::Result result;
        result.replication = position;
        result.scalars = {position % 2 == 0 ? 100.0 : 82.0};
        sink.accept(result);
        EXPECT_FALSE(sink.enough(position + 1));
    }
    EXPECT_EQ(sink.in_words(6, reader), "B live 18 days sooner (± 0 days)");
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
}  // namespace golive::app
