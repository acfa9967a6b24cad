//! What the tables are made with, against what is known of it.
// SPDX-License-Identifier: Apache-2.0
#include "ensemble.hpp"
#include "observation.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace golive::validation {
namespace {

TEST(IntervalScore, IsTheWidthAndTenTimesTheMiss) {
    EXPECT_DOUBLE_EQ(interval_score({1, 4}, 2), 3);
    EXPECT_DOUBLE_EQ(interval_score({1, 4}, 0.5), 3 + 10 * 0.5);
    EXPECT_DOUBLE_EQ(interval_score({1, 4}, 6), 3 + 10 * 2);
}

TEST(Comparison, PassesWhatIsInsideAndNarrower) {
    const std::vector<double> expected{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};  // 1 to 9 with 80 %
    const auto passes = [&](double observed, stats::Interval naive) {
        return Comparison{{"", "", observed, naive}, expected}.passes();
    };
    EXPECT_TRUE(passes(1, {0, 10}));
    EXPECT_FALSE(passes(0.9, {0, 10}));
    EXPECT_FALSE(passes(5, {1, 9})) << "no narrower than what one would say without a model";
}

TEST(Comparison, NeverIsLaterThanAnyNumber) {
    const double never = std::numeric_limits<double>::quiet_NaN();
    const Comparison comparison{{"", "", 2, {0, 10}}, {1, 2, 3, never, never}};
    EXPECT_TRUE(std::isinf(comparison.interval().high));
    EXPECT_FALSE(comparison.passes());
}

TEST(RankCorrelation, AsksForOrderAlone) {
    EXPECT_DOUBLE_EQ(rank_correlation({1, 2, 3, 4}, {1, 8, 27, 64}), 1);
    EXPECT_DOUBLE_EQ(rank_correlation({1, 2, 3, 4}, {4, 3, 2, 1}), -1);
    const double never = std::numeric_limits<double>::quiet_NaN();
    EXPECT_DOUBLE_EQ(rank_correlation({1, 2, never, 3}, {1, 2, 0, 3}), 1) << "where both happened";
    EXPECT_DOUBLE_EQ(rank_correlation({1, 1, 2}, {1, 2, 3}), std::sqrt(3.0) / 2) << "ties share a rank";
}

}  // namespace
}  // namespace golive::validation
