//! The equations of learning, use and adoption, one by one: each term alone, its limits, and how steps
//! compose.
// SPDX-License-Identifier: Apache-2.0
#include "model/use_equations.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <numbers>

namespace golive::model::testing {
namespace {

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

TEST(LogOddsOfUse, OfTheMiddlingAreTheIntercept) {
    const AdoptionNumbers weights = weights_of_use();
    const double of_unit = log_odds_of_unit(weights, 0.5, 0.5, 1, false);
    EXPECT_EQ(of_unit, -0.5);
    EXPECT_EQ(log_odds_of_use(weights, of_unit, 0.5F, 0), -0.5);
}

TEST(LogOddsOfUse, HaveOneTermForEachThing) {
    const AdoptionNumbers weights = weights_of_use();
    EXPECT_DOUBLE_EQ(log_odds_of_unit(weights, 0.75, 0.5, 1, false), -0.5 + 2 * 0.5);
    EXPECT_DOUBLE_EQ(log_odds_of_unit(weights, 0.5, 0, 1, false), -0.5 - 1);
    EXPECT_DOUBLE_EQ(log_odds_of_unit(weights, 0.5, 0.5, 1.25, false), -0.5 - 4 * 0.25);
    EXPECT_DOUBLE_EQ(log_odds_of_unit(weights, 0.5, 0.5, 1, true), -0.5 - 0.75);
    EXPECT_DOUBLE_EQ(log_odds_of_use(weights, 7, 1, 0), 7 + 3);
    EXPECT_DOUBLE_EQ(log_odds_of_use(weights, 7, 0.5F, -1), 7 - 1.5);
}

TEST(FrictionChance, AddsWhatIsMissingToSkillAndFit) {
    AdoptionNumbers weights{};
    weights.friction = Share{0.125};
    weights.friction_unskilled = Share{0.25};
    weights.friction_misfit = Share{0.5};
    EXPECT_DOUBLE_EQ(friction_chance(weights, 1, 1), 0.125);
    EXPECT_DOUBLE_EQ(friction_chance(weights, 0.5F, 1), 0.25);
    EXPECT_DOUBLE_EQ(friction_chance(weights, 1, 0.5), 0.375);
    EXPECT_DOUBLE_EQ(friction_chance(weights, 0, 0), 0.875);
    weights.friction_misfit = Share{1};
    EXPECT_DOUBLE_EQ(friction_chance(weights, 0, 0), 0.95);
}

TEST(ToneOfShift, IsBetweenAllFrictionAndAllSmooth) {
    EXPECT_EQ(tone_of_shift(3, 0), 1);
    EXPECT_EQ(tone_of_shift(0, 3), -1);
    EXPECT_EQ(tone_of_shift(0, 0), 0);
    EXPECT_DOUBLE_EQ(tone_of_shift(3, 1), 0.5);
}

TEST(ToneOfShift, IsItsOppositeWithPainAndPleasureExchanged) {
    for (const double smooth : {0.0, 1.0, 4.0, 17.0})
        for (const double pain : {0.5, 3.0, 8.0})
            EXPECT_EQ(tone_of_shift(smooth, pain), -tone_of_shift(pain, smooth)) << smooth << " " << pain;
}

TEST(PulledAttitude, StaysAtRateNoughtAndArrivesAtRateOne) {
    for (const float attitude : {-1.0F, -0.3F, 0.0F, 0.8F, 1.0F}) {
        EXPECT_EQ(pulled_attitude(attitude, 0, 0.5), attitude);
        EXPECT_FLOAT_EQ(pulled_attitude(attitude, 1, 0.5), 0.5F);
        EXPECT_EQ(pulled_attitude(attitude, 5, 9), 1);
        EXPECT_EQ(pulled_attitude(attitude, 5, -9), -1);
    }
}

TEST(PullOfShift, RestsWhereColleaguesAndLeadersAreOfOneMind) {
    AdoptionNumbers weights{};
    weights.peer_rate = 0.25;
    weights.leadership_rate = 0.5;
    weights.leadership = 0.75;
    EXPECT_EQ(pull_of_shift(weights, 0.75F, 0.75, 0, 0), 0);
    EXPECT_DOUBLE_EQ(pull_of_shift(weights, 0.75F, 0.25, 0, 0), -0.125);
    EXPECT_DOUBLE_EQ(pull_of_shift(weights, 0.25F, 0.25, 0, 0), 0.25);
    EXPECT_DOUBLE_EQ(pull_of_shift(weights, 0.75F, 0.75, 0.2, 0.05), 0.15);
}

TEST(PullOfUnsolved, IsHalfOfWhatAShiftOfItWouldPullAndNeverBeyond) {
    AdoptionNumbers weights{};
    weights.experience_rate = 0.1;
    weights.unresolved_pain = 4;
    EXPECT_DOUBLE_EQ(pull_of_unsolved(weights), 0.2);
    weights.unresolved_pain = 400;
    EXPECT_EQ(pull_of_unsolved(weights), 1);
}

/// Whatever an unsolved problem takes from the attitude is what U counts.
TEST(LetDown, CountsWhatProblemsTakeFromTheAttitude) {
    for (const float attitude : {-1.0F, -0.25F, 0.5F, 1.0F}) {
        const double pull = 0.125;
        const float taken = attitude - pulled_attitude(attitude, pull, -1.0);
        EXPECT_NEAR(let_down_by_call(0.25F, pull, attitude), 0.25F + taken, 1e-7);
        const float without = pulled_attitude(attitude, pull, 0.5);
        const float with = pulled_attitude(attitude, pull, 0.25);
        EXPECT_NEAR(let_down_by_shift(0, pull, 0.25), without - with, 1e-7);
    }
    EXPECT_FLOAT_EQ(let_down_by_shift(0.5F, 0.25, 0), 0.375F);
}

TEST(WeightOfShift, BeginsAsAPlainMean) {
    const std::vector<double> shares{0.2, 0.9, 0.4, 0.1};
    double recent = 0, sum = 0;
    for (std::size_t n = 0; n < shares.size(); ++n) {
        recent += (shares[n] - recent) * weight_of_shift(static_cast<int>(n) + 1, 10);
        sum += shares[n];
        EXPECT_NEAR(recent, sum / static_cast<double>(n + 1), 1e-15);
    }
    EXPECT_EQ(weight_of_shift(10, 10), 0.1);
    EXPECT_EQ(weight_of_shift(1000, 10), 0.1);
}

TEST(PeersAfterShift, ForgetAnOldHabitByTheShift) {
    EXPECT_EQ(peers_after_shift(0.3, 0.3), 0.3);
    double peers = 1;
    for (int shift = 0; shift < 28; ++shift) peers = peers_after_shift(peers, 0);
    EXPECT_NEAR(peers, std::pow(13.0 / 14, 28), 1e-12);
}

LearningNumbers learning(double uses, double spread, double comfort_effect) {
    LearningNumbers numbers{};
    numbers.uses = uses;
    numbers.spread = spread;
    numbers.comfort_effect = comfort_effect;
    return numbers;
}

TEST(LearningPace, OfTheMiddlingPersonIsOneOverTheUses) {
    EXPECT_DOUBLE_EQ(learning_pace(learning(40, 0, 2), 0.5, 0.5, 3), 1.0 / 40);
    EXPECT_DOUBLE_EQ(learning_pace(learning(40, 0, 2), 1, 0.5, 3), 1.0 / 60);
    EXPECT_DOUBLE_EQ(learning_pace(learning(40, 0, 2), 0.5, 1, 3), std::exp(1.0) / 40);
}

/// Moments of Z by the trapezium rule, which is exact here to rounding: mean 1, and the coefficient of
/// variation that the file gives.
TEST(LearningPace, NeedsTheUsesOfTheFileOnAverage) {
    constexpr double step = 1.0 / 64;
    for (const double spread : {0.2, 0.5, 1.0}) {
        double mean = 0, square = 0;
        for (double z = -12; z <= 12; z += step) {
            const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
            const double uses = 1 / learning_pace(learning(40, spread, 2), 0.5, 0.5, z);
            mean += uses * density * step;
            square += uses * uses * density * step;
        }
        EXPECT_NEAR(mean, 40, 1e-6);
        EXPECT_NEAR(std::sqrt(square - mean * mean) / mean, spread, 1e-6);
    }
}

TEST(SkillAfterUses, IsTheSameInTwoStepsAsInOne) {
    for (const auto& [n, m] : {std::pair{1, 1}, std::pair{3, 40}, std::pair{0, 7}})
        EXPECT_NEAR(skill_after_uses(skill_after_uses(0.25F, n, 0.02), m, 0.02),
                    skill_after_uses(0.25F, n + m, 0.02), 1e-6);
}

TEST(SkillAfterUses, ClosesSixtyThreePercentOfTheGapInItsUses) {
    EXPECT_FLOAT_EQ(skill_after_uses(0.2F, 0, 0.02), 0.2F);
    EXPECT_NEAR(skill_after_uses(0, 50, 0.02), 1 - std::exp(-1.0), 1e-6);
    EXPECT_NEAR(skill_after_uses(0.5F, 50, 0.02), 1 - 0.5 * std::exp(-1.0), 1e-6);
    EXPECT_EQ(skill_after_uses(1, 50, 0.02), 1);
}

TEST(DeepenedSkill, ClosesItsShareOfTheGap) {
    EXPECT_EQ(deepened_skill(0.3F, 0), 0.3F);
    EXPECT_FLOAT_EQ(deepened_skill(0.5F, 0.5), 0.75F);
    EXPECT_FLOAT_EQ(deepened_skill(0.3F, 1), 1);
}

TEST(SkillAfterGap, IsHalfWayToTheFloorAfterAHalfLife) {
    const float best = 0.8F, retained = 0.25;
    const double floor = retained * best;
    EXPECT_NEAR(skill_after_gap(0.6F, best, retained, share_kept(30, 30)), (0.6 + floor) / 2, 1e-6);
    EXPECT_NEAR(skill_after_gap(0.6F, best, retained, share_kept(0, 30)), 0.6, 1e-6);
    EXPECT_NEAR(skill_after_gap(0.6F, best, retained, share_kept(1e6, 30)), floor, 1e-6);
}

TEST(SkillAfterGap, IsTheSameInTwoGapsAsInOne) {
    const float half = skill_after_gap(0.9F, 0.9F, 0.3, share_kept(10, 45));
    EXPECT_NEAR(skill_after_gap(half, 0.9F, 0.3, share_kept(25, 45)),
                skill_after_gap(0.9F, 0.9F, 0.3, share_kept(35, 45)), 1e-6);
}

TEST(SkillFromClass, IsLessWhereTheTechnologyIsDifficultOrTheClassCutShort) {
    EXPECT_DOUBLE_EQ(skill_from_class(1, 0.75, 0), 0.75);
    EXPECT_DOUBLE_EQ(skill_from_class(1, 0.75, 1), 0.375);
    EXPECT_DOUBLE_EQ(skill_from_class(0.5, 0.75, 1), 0.1875);
}

TEST(DeviceChance, IsWhatThereIsOverWhatIsEnoughAndNeverMoreThanOne) {
    EXPECT_EQ(device_chance(0, 4), 0);
    EXPECT_EQ(device_chance(3, 4), 0.75);
    EXPECT_EQ(device_chance(9, 4), 1);
    EXPECT_EQ(device_chance(0, 0), 1);
}

TEST(EnoughDevices, AreNeverMoreThanThoseWhoNeedThem) {
    EXPECT_EQ(enough_devices(0.5, 8), 4);
    EXPECT_EQ(enough_devices(1, 8), 8);
    EXPECT_EQ(enough_devices(3, 8), 8);
}

}  // namespace
}  // namespace golive::model::testing
