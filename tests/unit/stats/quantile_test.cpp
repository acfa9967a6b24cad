//! Quantiles against those of R, and with observations that never came.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <gmock/gmock.h>
#include <limits>

#include <golive/base/error.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::stats {
namespace {

using ::testing::ElementsAre;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double never = std::numeric_limits<double>::quiet_NaN();

// R: quantile(c(...), p, type = 7).
TEST(OrderedSample, HasTheQuantilesOfR) {
    const OrderedSample sample{{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}};
    EXPECT_DOUBLE_EQ(sample.quantile(0.0), 1.0);
    EXPECT_DOUBLE_EQ(sample.quantile(0.1), 1.9);
    EXPECT_DOUBLE_EQ(sample.quantile(0.25), 3.25);
    EXPECT_DOUBLE_EQ(sample.quantile(0.5), 5.5);
    EXPECT_DOUBLE_EQ(sample.quantile(0.9), 9.1);
    EXPECT_DOUBLE_EQ(sample.quantile(1.0), 10.0);
}

TEST(OrderedSample, CountsWhatNeverHappenedAsLaterThanAllElse) {
    const OrderedSample sample{{never, 3, 1, never, 2}};
    EXPECT_EQ(sample.size(), 5U);
    EXPECT_EQ(sample.missing(), 2U);
    EXPECT_THAT(sample.happened(), ElementsAre(1, 2, 3));
    EXPECT_EQ(sample.of_rank(4), infinity);
    EXPECT_DOUBLE_EQ(sample.quantile(0.25), 2.0);
    EXPECT_DOUBLE_EQ(sample.quantile(0.5), 3.0);
    EXPECT_EQ(sample.quantile(0.51), infinity);
    EXPECT_EQ(sample.quantile(1.0), infinity);
}

// 0.35 * 20 is 7 in print, and a little more or less in binary.
TEST(OrderedSample, HitsARankThatRoundingAloneMisses) {
    for (std::size_t ranks = 2; ranks < 120; ++ranks) {
        std::vector<double> values;
        for (std::size_t i = 0; i < ranks; ++i) values.push_back(static_cast<double>(i));
        for (std::size_t k = 0; k + 1 < ranks; ++k) {
            std::vector<double> cut{values};
            std::fill(cut.begin() + static_cast<long>(k) + 1, cut.end(), never);
            const double p = static_cast<double>(k) / static_cast<double>(ranks - 1);
            ASSERT_EQ(OrderedSample{cut}.quantile(p), static_cast<double>(k)) << ranks;
        }
    }
}

TEST(OrderedSample, OfOneOrNoObservation) {
    EXPECT_EQ(OrderedSample{{4}}.quantile(0.3), 4.0);
    EXPECT_EQ(OrderedSample{{4}}.quantile(1.0), 4.0);
    EXPECT_EQ(OrderedSample{{never}}.quantile(0.3), infinity);
    EXPECT_TRUE(std::isnan(OrderedSample{{}}.quantile(0.3)));
}

TEST(OrderedSample, RefusesWhatIsNoProbability) {
    EXPECT_THROW((void)OrderedSample{{4}}.quantile(-0.1), Error);
    EXPECT_THROW((void)OrderedSample{{4}}.quantile(never), Error);
}

}  // namespace
}  // namespace golive::stats
