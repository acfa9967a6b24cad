//! Trials in parallel against a trial at a time, and against the binomial law.
// SPDX-License-Identifier: Apache-2.0
#include "goodness_of_fit.hpp"

#include <array>
#include <bit>
#include <boost/math/distributions/binomial.hpp>
#include <gtest/gtest.h>
#include <vector>

#include <golive/base/error.hpp>
#include <golive/random/bernoulli_lanes.hpp>

namespace golive::random {
namespace {

constexpr std::uint64_t all = ~std::uint64_t{0};
constexpr std::uint64_t lowest(unsigned count) { return count == 64 ? all : (std::uint64_t{1} << count) - 1; }

Engine engine_of(std::uint64_t index) {
    return Streams{20, 0}.variate(Draw{"lanes"}, EntityKey{"test"}, index);
}

std::uint64_t trial(std::uint64_t index, std::initializer_list<LaneGroup> groups) {
    Engine engine = engine_of(index);
    return bernoulli_lanes(engine, groups);
}

/// How many words the trials took: the place of the word after them.
std::size_t words_taken(std::uint64_t index, const LaneGroup& group) {
    Engine used = engine_of(index);
    (void)bernoulli_lanes(used, {&group, 1});
    const std::uint64_t next = used();
    Engine fresh = engine_of(index);
    for (std::size_t taken = 0; taken < 200; ++taken) {
        if (fresh() == next) return taken;
    }
    throw std::logic_error{"the next word is not among the first"};
}

/// Lane by lane: its number, from bit `lane` of 64 words, against the probability.
std::uint64_t one_by_one(std::uint64_t index, std::initializer_list<LaneGroup> groups) {
    std::array<std::uint64_t, 64> numbers{};
    Engine engine = engine_of(index);
    for (int k = 0; k < 64; ++k) {
        const std::uint64_t word = engine();
        for (int lane = 0; lane < 64; ++lane) numbers[lane] |= ((word >> lane) & 1) << (63 - k);
    }
    std::uint64_t successes = 0;
    for (const auto& [lanes, probability] : groups) {
        for (int lane = 0; lane < 64; ++lane) {
            const bool succeeds =
                probability == 1.0 || numbers[lane] < static_cast<std::uint64_t>(probability * 0x1p64);
            if (((lanes >> lane) & 1) && succeeds) successes |= std::uint64_t{1} << lane;
        }
    }
    return successes;
}

TEST(BernoulliLanes, AgreesWithEachLanesOwnComparison) {
    for (std::uint64_t index = 0; index < 3000; ++index) {
        const double p = to_unit(engine_of(index + 10'000)());
        const std::initializer_list<LaneGroup> groups{{lowest(20), p},
                                                      {lowest(20) << 20, p * p * p * p},
                                                      {lowest(10) << 40, 0.25},
                                                      {lowest(14) << 50, 1.0 - p}};
        ASSERT_EQ(trial(index, groups), one_by_one(index, groups)) << index;
    }
}

TEST(BernoulliLanes, ASingleGroupBeyondTheLowerHalfTakesTheSameBits) {
    for (std::uint64_t index = 0; index < 3000; ++index) {
        const LaneGroup group{lowest(33 + index % 32), to_unit(engine_of(index + 10'000)())};
        Engine engine = engine_of(index);
        ASSERT_EQ(bernoulli_lanes(engine, group), trial(index, {group})) << index;
    }
}

/// In the lower half a lane's number is made of bit `lane` and bit `lane + 32` of 32 words.
TEST(BernoulliLanes, ASingleGroupInTheLowerHalfComparesTwoBitsAWord) {
    for (std::uint64_t index = 0; index < 3000; ++index) {
        const double p = to_unit(engine_of(index + 10'000)());
        const LaneGroup group{lowest(1 + index % 32), index % 3 == 0 ? p * p * p * p : p};
        std::array<std::uint64_t, 32> numbers{};
        Engine words = engine_of(index);
        for (int k = 0; k < 64; k += 2) {
            const std::uint64_t word = words();
            for (int lane = 0; lane < 32; ++lane)
                numbers[lane] |= ((word >> lane) & 1) << (63 - k) | ((word >> (lane + 32)) & 1) << (62 - k);
        }
        std::uint64_t expected = 0;
        for (int lane = 0; lane < 32; ++lane) {
            const bool succeeds = numbers[lane] < static_cast<std::uint64_t>(group.probability * 0x1p64);
            if (((group.lanes >> lane) & 1) != 0 && succeeds) expected |= std::uint64_t{1} << lane;
        }
        Engine engine = engine_of(index);
        ASSERT_EQ(bernoulli_lanes(engine, group), expected) << index;
    }
}

TEST(BernoulliLanes, NeverAndAlwaysTakeNoWord) {
    EXPECT_EQ(trial(0, {{lowest(30), 0.0}, {lowest(30) << 30, 1.0}}), lowest(30) << 30);
    EXPECT_EQ(words_taken(0, {all, 0.0}), 0U);
    EXPECT_EQ(words_taken(0, {all, 1.0}), 0U);
}

TEST(BernoulliLanes, NearlyNeverAndNearlyAlwaysAreNeither) {
    const double nearly_one = std::nextafter(1.0, 0.0);
    EXPECT_GT(words_taken(0, {all, nearly_one}), 0U);
    EXPECT_GT(words_taken(0, {all, 0x1p-64}), 0U);
    for (std::uint64_t index = 0; index < 100; ++index) {
        const std::initializer_list<LaneGroup> groups{{lowest(30), nearly_one},
                                                      {lowest(30) << 30, 0x1.8p-40}};
        ASSERT_EQ(trial(index, groups), one_by_one(index, groups));
    }
}

TEST(BernoulliLanes, HalvesTakeOneWord) { EXPECT_EQ(words_taken(0, {all, 0.5}), 1U); }

TEST(BernoulliLanes, NoLanesTakeNoWord) {
    EXPECT_EQ(trial(0, {}), 0U);
    EXPECT_EQ(words_taken(0, {0, 0.3}), 0U);
}

TEST(BernoulliLanes, LeavesOtherLanesClear) {
    const std::uint64_t lanes = 0x00ff00ff0f0f3355;
    for (std::uint64_t index = 0; index < 1000; ++index) EXPECT_EQ(trial(index, {{lanes, 0.9}}) & ~lanes, 0U);
}

TEST(BernoulliLanes, RefusesLanesInTwoGroupsAndNoProbability) {
    EXPECT_THROW((void)trial(0, {{3, 0.5}, {2, 0.5}}), Error);
    EXPECT_THROW((void)trial(0, {{3, 1.5}}), Error);
    EXPECT_THROW((void)trial(0, {{3, std::numeric_limits<double>::quiet_NaN()}}), Error);
}

/// Chi-square of the number of successes in three groups; false alarm 1e-6 each. 200,000 sets of 20 trials
/// see a probability of 0.3 that is 1 % off (z = 13).
TEST(BernoulliLanes, CountsOfSuccessesAreBinomial) {
    const std::array<LaneGroup, 3> groups{
        {{lowest(20), 0.3}, {lowest(20) << 20, 0.05}, {lowest(20) << 40, 0.871}}};
    constexpr std::size_t sets = 200'000;
    std::array<std::vector<double>, 3> observed;
    observed.fill(std::vector<double>(21));
    for (std::uint64_t index = 0; index < sets; ++index) {
        Engine engine = engine_of(index);
        const std::uint64_t successes = bernoulli_lanes(engine, groups);
        for (std::size_t g = 0; g < 3; ++g) observed[g][std::popcount(successes & groups[g].lanes)] += 1.0;
    }
    for (std::size_t g = 0; g < 3; ++g) {
        const boost::math::binomial law{20.0, groups[g].probability};
        std::vector<double> seen{0.0};  // counts too rare to expect five of are put together
        std::vector<double> expected{0.0};
        for (unsigned k = 0; k <= 20; ++k) {
            const double mass = boost::math::pdf(law, k) * sets;
            if (mass >= 5.0) {
                seen.push_back(observed[g][k]);
                expected.push_back(mass);
            } else {
                seen[0] += observed[g][k];
                expected[0] += mass;
            }
        }
        EXPECT_LT(test::chi_square(seen, expected), test::chi_square_limit(seen.size())) << "group " << g;
    }
}

/// The correlation of each of the 2016 pairs of lanes: false alarm 1e-6 a pair, 0.2 % in all.
TEST(BernoulliLanes, LanesAreIndependent) {
    constexpr int sets = 50'000;
    constexpr double p = 0.3;
    std::vector<double> both(64 * 64);
    for (std::uint64_t index = 0; index < sets; ++index) {
        const std::uint64_t successes = trial(index, {{all, p}});
        for (std::uint64_t a = successes; a != 0; a &= a - 1) {
            for (std::uint64_t b = a & (a - 1); b != 0; b &= b - 1)
                both[64 * std::countr_zero(a) + std::countr_zero(b)] += 1.0;
        }
    }
    for (int a = 0; a < 64; ++a) {
        for (int b = a + 1; b < 64; ++b) {
            const double z = (both[64 * a + b] - sets * p * p) / std::sqrt(sets * p * p * (1.0 - p * p));
            EXPECT_LT(std::abs(z), test::z_limit()) << a << " and " << b;
        }
    }
}

/// A word decides each lane with probability 1/2, so that all n are decided within k words with (1 - 2^-k)^n.
TEST(BernoulliLanes, TakesAboutTheLogarithmOfTheLanesInWords) {
    constexpr int sets = 20'000;
    double expected = 0.0;
    double square = 0.0;
    for (int k = 0; k < 60; ++k) {
        const double more = 1.0 - std::pow(1.0 - std::pow(0.5, k), 54);
        expected += more;
        square += (2.0 * k + 1.0) * more;
    }
    double total = 0.0;
    for (std::uint64_t index = 0; index < sets; ++index) {
        total += static_cast<double>(words_taken(index, {lowest(54), 1.0 / 3.0}));
    }
    const double z = (total / sets - expected) / std::sqrt((square - expected * expected) / sets);
    EXPECT_LT(std::abs(z), test::z_limit()) << "mean " << total / sets << ", expected " << expected;
    EXPECT_NEAR(expected, std::log2(54.0) + 1.33, 0.02);
}

}  // namespace
}  // namespace golive::random
