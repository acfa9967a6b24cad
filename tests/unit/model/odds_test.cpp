//! The scale of log odds.
// SPDX-License-Identifier: Apache-2.0
#include "model/odds.hpp"

#include <gtest/gtest.h>

namespace golive::model::testing {
namespace {

TEST(Odds, OneFunctionUndoesTheOther) {
    for (const double p : {1e-5, 0.1, 0.5, 0.75, 0.999}) EXPECT_NEAR(logistic(logit(p)), p, 1e-12);
    EXPECT_EQ(logistic(0), 0.5);
    EXPECT_NEAR(logit(0.75), std::log(3), 1e-15);
}

TEST(Odds, AreSymmetric) {
    for (const double x : {0.1, 1.0, 5.0, 40.0}) EXPECT_NEAR(logistic(x) + logistic(-x), 1, 1e-15);
    for (const double p : {0.01, 0.3}) EXPECT_NEAR(logit(p), -logit(1 - p), 1e-12);
}

TEST(Odds, OfTheCertainAndTheImpossibleAreFinite) {
    EXPECT_TRUE(std::isfinite(logit(0)));
    EXPECT_TRUE(std::isfinite(logit(1)));
    EXPECT_LT(logit(0), logit(1e-5));
    EXPECT_GT(logit(1), logit(1 - 1e-5));
}

}  // namespace
}  // namespace golive::model::testing
