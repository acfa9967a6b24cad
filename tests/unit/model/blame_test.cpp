//! Why people give up: what each thing put right would gain, and the blame of one moment.
// SPDX-License-Identifier: Apache-2.0
#include "model/blame.hpp"

#include <gtest/gtest.h>
#include <numeric>
#include <random>

namespace golive::model::testing {
namespace {

double of(const Blame& blame, Reason reason) { return blame[static_cast<std::size_t>(reason)]; }
double sum_of(const Blame& blame) { return std::accumulate(blame.begin(), blame.end(), 0.0); }

TEST(Blame, IsAllOfTheOneThingThatIsNotAsItCanBe) {
    for (std::size_t r = 0; r < reason_count; ++r) {
        const auto reason = static_cast<Reason>(r);
        Situation situation{.log_odds = -1};
        if (reason == Reason::no_device)
            situation.device_share = 0.4;
        else if (reason == Reason::no_purpose)
            situation.purpose_share = 0.4;
        else
            situation.gains[r] = 2;
        EXPECT_DOUBLE_EQ(of(blame_for(situation), reason), 1) << reason_names[reason];
        EXPECT_DOUBLE_EQ(sum_of(blame_for(situation)), 1);
    }
}

/// Use is 0.5 * logistic(-2): with devices for all it would double, with skill it would be 0.5 * logistic(0).
TEST(Blame, IsInProportionToWhatEachAloneWouldGain) {
    Situation situation{.log_odds = -2, .device_share = 0.5};
    situation.gains[static_cast<std::size_t>(Reason::skill)] = 2;
    const double devices = 0.5 * logistic(-2);
    const double skill = 0.5 * (0.5 - logistic(-2));
    const Blame blame = blame_for(situation);
    EXPECT_NEAR(of(blame, Reason::no_device), devices / (devices + skill), 1e-12);
    EXPECT_NEAR(of(blame, Reason::skill), skill / (devices + skill), 1e-12);
}

TEST(Blame, OfWhatLacksDevicesAndPurposesAltogetherIsShared) {
    Situation situation{.log_odds = -1, .device_share = 0, .purpose_share = 0};
    situation.gains.fill(1);
    const Blame blame = blame_for(situation);
    EXPECT_DOUBLE_EQ(of(blame, Reason::no_device), 0.5);
    EXPECT_DOUBLE_EQ(of(blame, Reason::no_purpose), 0.5);
    EXPECT_DOUBLE_EQ(sum_of(blame), 1);
}

TEST(Blame, IsOfAttitudeWhereEverythingStandsAsWellAsItCan) {
    EXPECT_DOUBLE_EQ(of(blame_for(Situation{.log_odds = -3}), Reason::attitude), 1);
}

/// Weights of the scenario may have the other sign: then hurry makes people use it.
TEST(Blame, IsNeverNegative) {
    Situation situation{.log_odds = -1};
    situation.gains[static_cast<std::size_t>(Reason::burden)] = -2;
    situation.gains[static_cast<std::size_t>(Reason::skill)] = 1;
    const Blame blame = blame_for(situation);
    EXPECT_EQ(of(blame, Reason::burden), 0);
    EXPECT_DOUBLE_EQ(of(blame, Reason::skill), 1);
}

Situation any_situation(std::mt19937_64& engine) {
    std::uniform_real_distribution<double> share{0.05, 1}, gain{0, 2}, odds{-6, -2};
    Situation situation{
        .log_odds = odds(engine), .device_share = share(engine), .purpose_share = share(engine)};
    for (const Reason reason : {Reason::skill, Reason::fit, Reason::unanswered, Reason::attitude,
                                Reason::burden, Reason::peers, Reason::old_way})
        situation.gains[static_cast<std::size_t>(reason)] = gain(engine);
    return situation;
}

/// One thing worse, everything else as it was: it is blamed more. Where people are as unlikely to use it as
/// those are who give up; beyond log odds of zero every single thing matters less and less.
TEST(Blame, GrowsWithWhatGetsWorse) {
    std::mt19937_64 engine{20270104};
    for (int trial = 0; trial < 2000; ++trial) {
        const Situation before = any_situation(engine);
        EXPECT_NEAR(sum_of(blame_for(before)), 1, 1e-12);
        for (std::size_t r = 0; r < reason_count; ++r) {
            const auto reason = static_cast<Reason>(r);
            Situation worse = before;
            if (reason == Reason::no_device) {
                worse.device_share *= 0.8;
            } else if (reason == Reason::no_purpose) {
                worse.purpose_share *= 0.8;
            } else {
                worse.log_odds -= 0.3;
                worse.gains[r] += 0.3;
            }
            EXPECT_GT(of(blame_for(worse), reason), of(blame_for(before), reason)) << reason_names[reason];
        }
    }
}

AdoptionNumbers weights_of_use() {
    AdoptionNumbers weights{};
    weights.intercept = -0.5;
    weights.fit = 2;
    weights.skill = 3;
    weights.attitude = 1.5;
    weights.peers = 1;
    weights.workload = -4;
    weights.legacy = -0.75;
    return weights;
}

double log_odds(const Standing& now) {
    const AdoptionNumbers weights = weights_of_use();
    return log_odds_of_use(weights, log_odds_of_unit(weights, now.fit, now.peers, now.workload, now.old_way),
                           now.skill, now.attitude);
}

/// Each gain is the difference that one change makes to the log odds of use.
TEST(Gains, AreWhatPuttingOneThingRightAddsToTheLogOdds) {
    const Standing now{.skill = 0.25F,
                       .attitude = -0.5F,
                       .let_down = 0.25F,
                       .fit = 0.5,
                       .workload = 1.25,
                       .peers = 0.125,
                       .old_way = true};
    const Gains gains = gains_of(weights_of_use(), now);
    const auto gained = [&](Reason reason, auto change) {
        Standing better = now;
        change(better);
        EXPECT_NEAR(gains[static_cast<std::size_t>(reason)], log_odds(better) - log_odds(now), 1e-12)
            << reason_names[reason];
    };
    gained(Reason::skill, [](Standing& it) { it.skill = 1; });
    gained(Reason::fit, [](Standing& it) { it.fit = 1; });
    gained(Reason::unanswered, [](Standing& it) { it.attitude += it.let_down; });
    gained(Reason::attitude, [](Standing& it) { it.attitude = 1 - it.let_down; });
    gained(Reason::burden, [](Standing& it) { it.workload = 1; });
    gained(Reason::peers, [](Standing& it) { it.peers = 1; });
    gained(Reason::old_way, [](Standing& it) { it.old_way = false; });
    gained(Reason::no_device, [](Standing&) {});
    gained(Reason::no_purpose, [](Standing&) {});
}

TEST(Gains, AreNoneWhereEverythingStandsAsWellAsItCan) {
    const Standing best{.skill = 1,
                        .attitude = 1,
                        .let_down = 0.5F,
                        .fit = 1,
                        .workload = 0.75,
                        .peers = 1,
                        .old_way = false};
    for (const double gain : gains_of(weights_of_use(), best)) EXPECT_EQ(gain, 0);
}

}  // namespace
}  // namespace golive::model::testing
