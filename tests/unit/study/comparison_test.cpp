#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <limits>
#include <random>

#include <golive/base/error.hpp>
#include <golive/study/comparison.hpp>

namespace golive::study {
namespace {

constexpr double never = std::numeric_limits<double>::quiet_NaN();

model::Catalogue catalogue_of(const std::vector<std::string>& names) {
    model::Catalogue catalogue;
    for (const std::string& name : names)
        catalogue.scalars.push_back({name, "day", "", model::Reading::date});
    return catalogue;
}

void feed(Scalars& scalars, std::uint64_t replication, std::vector<double> values) {
    model::Result result;
    result.replication = replication;
    result.scalars = std::move(values);
    scalars.accept(result);
}

/// Two alternatives of one metric, from pairs.
Comparison compare_pairs(const std::vector<std::pair<double, double>>& pairs) {
    const model::Catalogue catalogue = catalogue_of({"x"});
    Scalars a{catalogue}, b{catalogue};
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        feed(a, i, {pairs[i].first});
        feed(b, i, {pairs[i].second});
    }
    return compare({&a, &b});
}

TEST(Comparison, OfThreePairsIsTheTextbooksPairedT) {
    // Differences 1, 2, 3: mean 2, sd 1, t = 2 / (1 / sqrt 3) = 3.4641, two degrees of freedom: p = 0.0742.
    const Contrast contrast = compare_pairs({{10, 11}, {20, 22}, {30, 33}}).contrasts.front();
    EXPECT_DOUBLE_EQ(contrast.base_mean, 20);
    EXPECT_DOUBLE_EQ(contrast.mean, 22);
    EXPECT_NEAR(contrast.p_value, 0.0742, 5e-5);
    EXPECT_NEAR(contrast.difference.low, 2 - 4.30265 / std::sqrt(3.0), 1e-4);
    EXPECT_EQ(contrast.verdict, Verdict::cannot_tell);
    EXPECT_DOUBLE_EQ(contrast.chance_higher, 1);
    // Var(a) = 100, Var(b) = 121, Var(b - a) = 1.
    EXPECT_NEAR(contrast.variance_cut, 1 - 1.0 / 221, 1e-12);
}

TEST(Comparison, WhatIsEqualInEveryPairIsTheSame) {
    const Contrast contrast = compare_pairs({{1, 1}, {2, 2}, {never, never}}).contrasts.front();
    EXPECT_EQ(contrast.verdict, Verdict::same);
    EXPECT_DOUBLE_EQ(contrast.chance_higher, 0.5);
    EXPECT_FALSE(contrast.replications_to_tell);
}

TEST(Comparison, WhatNeverHappenedIsLaterThanAnything) {
    const Contrast contrast = compare_pairs({{1, never}, {2, never}, {3, 2}, {never, 4}}).contrasts.front();
    EXPECT_DOUBLE_EQ(contrast.chance_higher, 0.5);
    EXPECT_EQ(contrast.only_base, 2U);
    EXPECT_EQ(contrast.only_other, 1U);
    EXPECT_EQ(contrast.pairs, 1U);
}

TEST(Comparison, TellsAClearDifferenceAndItsDirection) {
    std::vector<std::pair<double, double>> pairs;
    for (int i = 0; i < 40; ++i) pairs.emplace_back(i, i - 5 - i % 3);
    const Contrast contrast = compare_pairs(pairs).contrasts.front();
    EXPECT_EQ(contrast.verdict, Verdict::lower);
    EXPECT_DOUBLE_EQ(contrast.chance_higher, 0);
}

/// 200 studies of 20 metrics without any difference: with Holm's test at 5 % the number of studies that tell
/// one is binomial with p <= 0.05; more than 27 of 200 has a chance below 1e-6.
TEST(Comparison, SeldomTellsAnyDifferenceWhereThereIsNone) {
    std::mt19937_64 engine{20270104};
    std::normal_distribution<double> normal;
    std::vector<std::string> names;
    for (int m = 0; m < 20; ++m) names.push_back("m" + std::to_string(m));
    const model::Catalogue catalogue = catalogue_of(names);
    int wrong = 0;
    for (int study = 0; study < 200; ++study) {
        Scalars a{catalogue}, b{catalogue};
        for (std::uint64_t r = 0; r < 12; ++r) {
            std::vector<double> of_a, of_b;
            for (int m = 0; m < 20; ++m) of_a.push_back(normal(engine)), of_b.push_back(normal(engine));
            feed(a, r, of_a);
            feed(b, r, of_b);
        }
        const Comparison comparison = compare({&a, &b});
        wrong += std::ranges::any_of(comparison.contrasts,
                                     [](const Contrast& c) { return c.verdict != Verdict::cannot_tell; })
                     ? 1
                     : 0;
    }
    EXPECT_LE(wrong, 27);
    EXPECT_GT(wrong, 0) << "a test that never errs at 5 % would be too strict";
}

/// With as many replications as it asks for, a difference of that size is told in about four of five studies.
TEST(Comparison, SaysHowManyReplicationsWouldSettleIt) {
    // Differences of mean 1 and sd 10, seen exactly: z = 1.96 + 0.84 of sd / mean asks for about 785 pairs.
    std::vector<std::pair<double, double>> pairs;
    for (int i = 0; i < 100; ++i) pairs.emplace_back(0, 1 + (i % 2 == 0 ? 10.0 : -10.0));
    const Contrast contrast = compare_pairs(pairs).contrasts.front();
    ASSERT_TRUE(contrast.replications_to_tell);
    EXPECT_NEAR(static_cast<double>(*contrast.replications_to_tell), 785 * 100.0 / 99, 35);
}

TEST(Comparison, LeavesOutReplicationsThatOneOfThemLacks) {
    const model::Catalogue catalogue = catalogue_of({"x"});
    Scalars a{catalogue}, b{catalogue};
    for (std::uint64_t r : {0, 1, 2, 4}) feed(a, r, {static_cast<double>(r)});
    for (std::uint64_t r : {0, 2, 3, 4}) feed(b, r, {static_cast<double>(r)});
    const Comparison comparison = compare({&a, &b});
    EXPECT_EQ(comparison.replications, 3U);
    EXPECT_EQ(comparison.contrasts.front().verdict, Verdict::same);
}

TEST(Comparison, ComparesWhatBothHaveAndNamesTheRest) {
    const model::Catalogue one = catalogue_of({"x", "mine"}), two = catalogue_of({"yours", "x"});
    Scalars a{one}, b{two};
    for (std::uint64_t r = 0; r < 3; ++r)
        feed(a, r, {static_cast<double>(r), 7}), feed(b, r, {8, static_cast<double>(r)});
    const Comparison comparison = compare({&a, &b});
    ASSERT_EQ(comparison.contrasts.size(), 1U);
    EXPECT_EQ(comparison.contrasts.front().verdict, Verdict::same);
    EXPECT_EQ(comparison.only_in_one, (std::vector<std::string>{"mine", "yours"}));
}

TEST(Comparison, RefusesWhatHasNothingInCommon) {
    const model::Catalogue one = catalogue_of({"x"}), two = catalogue_of({"y"});
    Scalars a{one}, b{two};
    for (std::uint64_t r = 0; r < 3; ++r) feed(a, r, {1}), feed(b, r, {1});
    EXPECT_THROW((void)compare({&a, &b}), Error);
    Scalars empty{one};
    EXPECT_THROW((void)compare({&a, &empty}), Error);
}

}  // namespace
}  // namespace golive::study
