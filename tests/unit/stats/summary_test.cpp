//! The row of figures, with and without what never happened.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <gtest/gtest.h>
#include <limits>

#include <golive/stats/summary.hpp>

namespace golive::stats {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double never = std::numeric_limits<double>::quiet_NaN();

TEST(Summary, OfASampleInWhichAllHappened) {
    std::vector<double> values;
    for (int i = 101; i >= 1; --i) values.push_back(i);
    const Summary row = summarise(values);
    EXPECT_EQ(row.count, 101U);
    EXPECT_EQ(row.missing, 0U);
    EXPECT_EQ(row.happened, 1.0);
    EXPECT_EQ(row.happened_interval.high, 1.0);
    EXPECT_DOUBLE_EQ(row.mean, 51.0);
    EXPECT_NEAR(row.sd, 29.300170647967224, 1e-12);  // R: sd(1:101)
    EXPECT_DOUBLE_EQ(row.mean_interval.low + row.mean_interval.high, 102.0);
    EXPECT_EQ(row.min, 1.0);
    EXPECT_EQ(row.max, 101.0);
    const std::vector<double> quantiles{row.p5,  row.p10, row.p25, row.p50,
                                        row.p75, row.p80, row.p90, row.p95};
    EXPECT_EQ(quantiles, (std::vector<double>{6, 11, 26, 51, 76, 81, 91, 96}));
    for (const auto& [interval, quantile] :
         {std::pair{row.p50_interval, row.p50}, {row.p80_interval, row.p80}, {row.p90_interval, row.p90}}) {
        EXPECT_TRUE(interval.contains(quantile));
        EXPECT_LT(interval.half_width(), 11.0);
    }
}

TEST(Summary, KeepsWhatNeverHappenedOutOfTheMeanAndInTheQuantiles) {
    const Summary row = summarise({1, never, 2, 3, never, 4, 5, 6, 7, 8});
    EXPECT_EQ(row.count, 10U);
    EXPECT_EQ(row.missing, 2U);
    EXPECT_DOUBLE_EQ(row.happened, 0.8);
    EXPECT_TRUE(row.happened_interval.contains(0.8));
    EXPECT_DOUBLE_EQ(row.mean, 4.5);
    EXPECT_EQ(row.max, 8.0);
    EXPECT_DOUBLE_EQ(row.p50, 5.5);
    EXPECT_EQ(row.p80, infinity);
    EXPECT_EQ(row.p90_interval.high, infinity);
}

TEST(Summary, OfNothingSaysNothing) {
    const Summary row = summarise({});
    EXPECT_EQ(row.count, 0U);
    for (const double figure : {row.happened, row.mean, row.sd, row.min, row.max, row.p50}) {
        EXPECT_TRUE(std::isnan(figure));
    }
    EXPECT_EQ(row.p50_interval.low, -infinity);
    EXPECT_EQ(row.mean_interval.high, infinity);
}

TEST(Summary, OfWhatNeverHappenedAtAll) {
    const Summary row = summarise({never, never, never});
    EXPECT_EQ(row.missing, 3U);
    EXPECT_EQ(row.happened, 0.0);
    EXPECT_EQ(row.p5, infinity);
    EXPECT_TRUE(std::isnan(row.mean));
    EXPECT_TRUE(std::isnan(row.max));
}

}  // namespace
}  // namespace golive::stats
