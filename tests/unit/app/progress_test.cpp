//! The estimate that is shown while a run goes on.
// SPDX-License-Identifier: Apache-2.0
#include "app/terminal/progress.hpp"

#include <gtest/gtest.h>
#include <limits>

namespace golive::app {
namespace {

constexpr double never = std::numeric_limits<double>::quiet_NaN();

class Drain : public batch::ResultSink {
 public:
    void accept(const model::Result&) override { ++accepted; }
    int accepted = 0;
};

class Estimate : public testing::Test {
 protected:
    void tell(double all_live) {
        model::Result result;
        result.scalars = {0.0, all_live};
        estimate_.accept(result);
    }

    Drain drain_;
    model::Catalogue catalogue_{.scalars = {{"delay", "day", "", model::Reading::days},
                                            {"all_live", "day", "", model::Reading::date}}};
    RunningEstimate estimate_{drain_, catalogue_, *Date::from_civil(2027, 1, 4)};
};

TEST_F(Estimate, PassesEveryResultOn) {
    for (int i = 0; i < 7; ++i) tell(60.0);
    EXPECT_EQ(drain_.accepted, 7);
}

TEST_F(Estimate, SaysNothingOfAHandful) {
    for (int i = 0; i < 4; ++i) tell(60.0);
    EXPECT_EQ(estimate_.in_words(), "");
}

TEST_F(Estimate, IsRoughWhileTheSampleIsTooSmallForAnInterval) {
    for (int i = 0; i < 6; ++i) tell(69.0);
    EXPECT_EQ(estimate_.in_words(), "80 % chance that every wave is live by 14 March 2027 (still rough)");
}

TEST_F(Estimate, HasAHalfWidthOnceItsIntervalHasEnds) {
    for (int i = 0; i < 100; ++i) tell(100.0 + i % 10);
    // The quantile is 107.2 days; its interval goes from 107 to 108.
    EXPECT_EQ(estimate_.in_words(), "80 % chance that every wave is live by 21 April 2027 (± 1 day)");
}

TEST_F(Estimate, IsAChanceWhereTheDateIsBeyondTheHorizon) {
    for (int i = 0; i < 50; ++i) tell(60.0);
    for (int i = 0; i < 50; ++i) tell(never);
    EXPECT_EQ(estimate_.in_words(), "50 % chance (± 10 %) that every wave is live within the horizon");
}

}  // namespace
}  // namespace golive::app
