//! Every law against theory, in all its answers.
// SPDX-License-Identifier: Apache-2.0
#include "distribution_function.hpp"
#include "goodness_of_fit.hpp"
#include "law_cases.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>

#include <golive/base/error.hpp>

namespace golive::random {
namespace {

constexpr std::size_t draws = 1'000'000;

std::vector<double> sample(const Law& law, std::size_t count) {
    const Distribution distribution{law};
    const Streams streams{7, 1};
    std::vector<double> drawn(count);
    for (std::size_t i = 0; i < count; ++i) {
        Engine engine = streams.variate(Draw{"law"}, EntityKey{"test"}, i);
        drawn[i] = distribution.sample(engine);
    }
    return drawn;
}

/// How many standard errors the sample's mean lies from this.
double z_of_mean(const std::vector<double>& drawn, double expected) {
    double sum = 0.0;
    double squares = 0.0;
    for (const double x : drawn) {
        sum += x - expected;
        squares += (x - expected) * (x - expected);
    }
    const double n = static_cast<double>(drawn.size());
    return (sum / n) / std::sqrt((squares / n - (sum / n) * (sum / n)) / n);
}

constexpr auto name_of = [](const auto& example) { return example.param.name; };

class ContinuousLaw : public ::testing::TestWithParam<LawCase> {};
class LawWithAtoms : public ::testing::TestWithParam<LawCase> {};
class LawDrawnByInversion : public ::testing::TestWithParam<LawCase> {};
class AnyLaw : public ::testing::TestWithParam<LawCase> {};

// False alarm 1e-6 each; the next test holds the quantiles themselves against theory. A million draws see a
// mean that is 1 % off with z > 8 for any law whose sd is below 1.25 means, and a scale that is 1 % off by a
// chi-square of 100 above its mean of 49 (the limit is 70 above) for an exponential law, and of more for
// narrower ones.
TEST_P(ContinuousLaw, DrawsFollowTheQuantilesAndTheMean) {
    constexpr std::size_t cells = 50;
    const Distribution law{GetParam().law};
    const std::vector<double> drawn = sample(GetParam().law, draws);
    EXPECT_LT(std::abs(z_of_mean(drawn, law.mean())), test::z_limit());
    std::vector<double> cuts;
    for (std::size_t i = 1; i < cells; ++i) cuts.push_back(law.quantile(static_cast<double>(i) / cells));
    std::vector<double> counts(cells);
    for (const double x : drawn) {
        counts[static_cast<std::size_t>(std::upper_bound(cuts.begin(), cuts.end(), x) - cuts.begin())] += 1.0;
    }
    EXPECT_LT(test::chi_square(counts, std::vector<double>(cells, draws / double{cells})),
              test::chi_square_limit(cells));
}

TEST_P(ContinuousLaw, QuantilesInvertTheDistributionFunction) {
    const Distribution law{GetParam().law};
    for (const double p : {1e-6, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1.0 - 1e-6}) {
        EXPECT_NEAR(distribution_function(law.law(), law.quantile(p)), p, 1e-11);
    }
}

/// The mean as the integral of the quantile function, on equal cells: good to a relative 1e-4 in the
/// tails here.
TEST_P(ContinuousLaw, MeanIsTheIntegralOfTheQuantiles) {
    const Distribution law{GetParam().law};
    const int cells =
        is_drawn_by_rejection(law.law()) ? 20'000 : 2'000'000;  // those laws' quantiles are slow
    double sum = 0.0;
    for (int i = 0; i < cells; ++i) sum += law.quantile((i + 0.5) / cells);
    EXPECT_NEAR(sum / cells, law.mean(), 3e-4 * std::abs(law.mean()));
}

TEST_P(LawDrawnByInversion, DrawsTheQuantileOfOneUniformNumber) {
    const Distribution law{GetParam().law};
    for (std::uint64_t i = 0; i < 1000; ++i) {
        Engine engine = Streams{7, 1}.variate(Draw{"law"}, EntityKey{"test"}, i);
        Engine copy = engine;
        ASSERT_EQ(law.sample(engine), law.quantile(to_unit(copy())));
    }
}

TEST_P(AnyLaw, QuantilesAscendFromTheLowerToTheUpperEnd) {
    const Distribution law{GetParam().law};
    EXPECT_EQ(law.quantile(0.0), law.lower());
    EXPECT_EQ(law.quantile(1.0), law.upper());
    double before = law.lower();
    for (int i = 1; i < 1000; ++i) {
        const double now = law.quantile(i / 1000.0);
        ASSERT_LE(before, now) << i;
        before = now;
    }
    EXPECT_LE(before, law.upper());
}

TEST_P(AnyLaw, DrawsStayInTheSupport) {
    const Distribution law{GetParam().law};
    for (const double x : sample(GetParam().law, 10'000)) {
        ASSERT_GE(x, law.lower());
        ASSERT_LE(x, law.upper());
    }
}

TEST_P(AnyLaw, ExtremeUniformNumbersGiveFiniteDraws) {
    const Distribution law{GetParam().law};
    EXPECT_TRUE(std::isfinite(law.quantile(to_unit(0))));
    EXPECT_TRUE(std::isfinite(law.quantile(to_unit(~std::uint64_t{0}))));
}

// Chi-square of the values' counts; false alarm 1e-6. A million draws see a probability of 0.3 that is 1 %
// off (z = 6.5).
TEST_P(LawWithAtoms, DrawsFollowTheWeights) {
    const Law& law = GetParam().law;
    std::map<double, double> chances;
    if (const auto* constant = std::get_if<Constant>(&law)) chances[constant->value] = 1.0;
    if (const auto* trial = std::get_if<Bernoulli>(&law))
        chances = {{0.0, 1.0 - trial->probability}, {1.0, trial->probability}};
    if (const auto* discrete = std::get_if<Discrete>(&law)) {
        double total = 0.0;
        for (const double weight : discrete->weights) total += weight;
        for (std::size_t i = 0; i < discrete->values.size(); ++i) {
            if (discrete->weights[i] > 0.0) chances[discrete->values[i]] = discrete->weights[i] / total;
        }
    }
    std::map<double, double> counts;
    for (const double x : sample(law, draws)) counts[x] += 1.0;
    ASSERT_EQ(counts.size(), chances.size());
    double statistic = 0.0;
    double mean = 0.0;
    for (const auto& [value, chance] : chances) {
        statistic += (counts[value] - chance * draws) * (counts[value] - chance * draws) / (chance * draws);
        mean += value * chance;
    }
    EXPECT_LT(statistic, chances.size() > 1 ? test::chi_square_limit(chances.size()) : 1e-9);
    EXPECT_NEAR(Distribution{law}.mean(), mean, 1e-12);
}

INSTANTIATE_TEST_SUITE_P(Random, ContinuousLaw, ::testing::ValuesIn(continuous_laws()), name_of);
INSTANTIATE_TEST_SUITE_P(Random, LawWithAtoms, ::testing::ValuesIn(laws_with_atoms()), name_of);
INSTANTIATE_TEST_SUITE_P(Random, LawDrawnByInversion, ::testing::ValuesIn(laws_drawn_by_inversion()),
                         name_of);
INSTANTIATE_TEST_SUITE_P(Random, AnyLaw, ::testing::ValuesIn(all_laws()), name_of);

// False alarm 1e-6. Half of the pairs of gamma draws underflow here.
TEST(Distribution, DrawsABetaLawOfTheSmallestShapes) {
    const auto drawn = sample(Beta{0.001, 0.001}, 100'000);
    for (const double x : drawn) ASSERT_TRUE(x >= 0.0 && x <= 1.0);
    EXPECT_LT(std::abs(z_of_mean(drawn, 0.5)), test::z_limit());
}

TEST(Distribution, KnowsConstants) {
    EXPECT_TRUE(Distribution{Constant{3}}.is_constant());
    EXPECT_TRUE(Distribution{Bernoulli{1.0}}.is_constant());
    EXPECT_TRUE((Distribution{Discrete{{3, 4}, {1, 0}}}.is_constant()));
    EXPECT_TRUE(Distribution{Empirical{{3}}}.is_constant());
    EXPECT_FALSE((Distribution{Uniform{3, 4}}.is_constant()));
}

TEST(Distribution, TakesTheSmallestValueThatReachesAProbability) {
    const Distribution law{Discrete{{1, 2, 3}, {1, 2, 1}}};
    EXPECT_EQ(law.quantile(0.25), 1.0);
    EXPECT_EQ(law.quantile(0.2501), 2.0);
    EXPECT_EQ(law.quantile(0.75), 2.0);
    EXPECT_EQ(law.quantile(0.7501), 3.0);
    EXPECT_EQ(Distribution{Bernoulli{0.25}}.quantile(0.75), 0.0);
    EXPECT_EQ(Distribution{Bernoulli{0.25}}.quantile(0.7501), 1.0);
}

TEST(Distribution, HasTextbookMeans) {
    EXPECT_DOUBLE_EQ((Distribution{Triangular{2, 3, 8}}.mean()), 13.0 / 3.0);
    EXPECT_DOUBLE_EQ((Distribution{Pert{2, 3, 8}}.mean()), 22.0 / 6.0);
    EXPECT_DOUBLE_EQ((Distribution{LognormalByMeanSd{5, 2}}.mean()), 5.0);
    EXPECT_DOUBLE_EQ((Distribution{GammaByMeanSd{5, 2}}.mean()), 5.0);
    EXPECT_DOUBLE_EQ((Distribution{BetaByMeanSd{5, 1, 2, 12}}.mean()), 5.0);
    EXPECT_DOUBLE_EQ((Distribution{Normal{0, 1, 0}}.mean()), std::sqrt(2.0 / std::numbers::pi));
}

TEST(Distribution, RefusesAFaultyLawAndProbability) {
    EXPECT_THROW((Distribution{Uniform{4, 3}}), Error);
    EXPECT_THROW((void)(Distribution{Uniform{3, 4}}.quantile(1.1)), Error);
    EXPECT_THROW((void)(Distribution{Uniform{3, 4}}.quantile(std::nan(""))), Error);
}

TEST(Distribution, StaysSmallAndKeepsItsLaw) {
    EXPECT_LE(sizeof(Distribution), 64U);
    const Distribution law{Discrete{{1, 2}, {3, 4}}};
    const Distribution copy = law;
    EXPECT_EQ(&copy.law(), &law.law());
    EXPECT_EQ(std::get<Discrete>(copy.law()).weights[1], 4.0);
    EXPECT_EQ(copy.name(), "discrete");
}

}  // namespace
}  // namespace golive::random
