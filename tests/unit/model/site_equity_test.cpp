//! M21, equity: the Gini coefficient against its definition, and maturity against its rule.
// SPDX-License-Identifier: Apache-2.0
#include "model/site_equity.hpp"

#include "small_hospital.hpp"

#include <random>

namespace golive::model::testing {
namespace {

TEST(Maturity, IsTheHighestLevelOfWhichNothingIsMissing) {
    const Ratio all{10, 10}, most{8, 10}, few{7, 10}, nobody{0, 0};
    const auto of = [](const std::vector<LevelAdopted>& technologies) {
        return maturity_of(technologies, 0.8);
    };
    EXPECT_EQ(of({}), 0);
    EXPECT_EQ(of({{1, most}, {2, all}}), 2);
    EXPECT_EQ(of({{1, few}, {2, all}}), 0);
    EXPECT_EQ(of({{1, all}, {1, few}, {2, all}}), 0);
    EXPECT_EQ(of({{1, all}, {2, all}, {2, few}, {3, all}}), 1);
    EXPECT_EQ(of({{1, all}, {3, few}}), 1);     // no technology has the level between
    EXPECT_EQ(of({{1, nobody}, {2, all}}), 2);  // nobody's work
}

TEST(Gini, OfKnownVectors) {
    EXPECT_EQ(gini({}), 0);
    EXPECT_EQ(gini({0, 0, 0}), 0);
    EXPECT_EQ(gini({7}), 0);
    EXPECT_NEAR(gini({3, 3, 3, 3}), 0, 1e-15);
    EXPECT_NEAR(gini({0, 0, 0, 1}), 0.75, 1e-15);  // one has all: 1 - 1/n
    EXPECT_NEAR(gini({3, 1, 2}), 2.0 / 9, 1e-15);
    EXPECT_NEAR(gini({1, 0}), 0.5, 1e-15);
}

/// Mean absolute difference of all pairs over twice the mean; the same for any unit and any order.
TEST(Gini, IsTheMeanDifferenceOverTwiceTheMean) {
    std::mt19937_64 random{seed};
    for (std::size_t n = 2; n < 40; ++n) {
        std::vector<double> values;
        for (std::size_t i = 0; i < n; ++i) values.push_back(static_cast<double>(random() % 1000) + 1);
        double differences = 0, sum = 0;
        for (double a : values) {
            sum += a;
            for (double b : values) differences += std::abs(a - b);
        }
        const auto count = static_cast<double>(n);
        const double expected = differences / (count * count) / (2 * sum / count);
        EXPECT_NEAR(gini(values), expected, 1e-12);
        std::vector<double> scaled = values;
        for (double& value : scaled) value *= 1234.5;
        std::reverse(scaled.begin(), scaled.end());
        EXPECT_NEAR(gini(scaled), expected, 1e-12);
        EXPECT_GE(expected, 0);
        EXPECT_LE(expected, 1 - 1 / count + 1e-12);
    }
}

/// Hill has two wards, Lake one. Everybody takes every occasion with what is live in their unit, of ten for
/// the base and ten for the top.
std::string network(std::string_view base_units, std::string_view top_units, std::string_view rest = "") {
    std::string text = starting("12 weeks") + R"(
[role.nurse]
shift = { length = "12 h", per_week = 7 }
nights = "0 %"
opportunities = { messaging = 10, charting = 10 }
[technology.top]
purposes = ["charting"]
level = 4
[technology.base]
purposes = ["messaging"]
level = 2
)" + units(2, 5) + "[[site]]\nname = \"Lake\"\n[[site.unit]]\nname = \"Ward\"\nnurse = 20\n" +
                       std::string{indifferent} + std::string{rest};
    text.replace(text.find("intercept = 0"), 13, "intercept = 50");
    std::string plan = "\n[plan]\n";
    const auto wave_of = [&](std::string_view technology, std::string_view units) {
        if (units.empty()) return;
        plan += fmt::format("{0} = {{ kind = \"go_live\", technology = \"{0}\", scope = \"{1}\" }}\n",
                            technology, units);
    };
    wave_of("base", base_units);
    wave_of("top", top_units);
    return text + plan;
}

std::string hill_only() { return "[[wave]]\nname = \"first\"\nunits = [\"Hill\"]\n"; }
std::string one_ward() { return "[[wave]]\nname = \"first\"\nunits = [\"Hill/Ward 1\"]\n"; }

/// The highest level all of whose technologies, and those of the levels below, have been adopted.
TEST(Maturity, IsTheHighestLevelWithoutAGapBelow) {
    struct Case {
        const char* base;
        const char* top;
        double level;
    };
    for (const Case& one :
         {Case{"", "", 0}, {"network", "", 2}, {"", "network", 0}, {"network", "network", 4}}) {
        const History run{blueprint_of(network(one.base, one.top, "mature_above = \"50 %\"\n"))};
        EXPECT_EQ(run.scalar("maturity_end"), one.level) << one.base << '/' << one.top;
        EXPECT_EQ(run.last("maturity"), one.level);
        EXPECT_EQ(run.scalar("gini_maturity"), 0);
    }
}

TEST(Maturity, IsAMatterOfEachSite) {
    const History run{blueprint_of(network("network", "", hill_only()))};
    EXPECT_EQ(run.series("maturity", ScopeKind::site, 0).back(), 2);
    EXPECT_EQ(run.series("maturity", ScopeKind::site, 1).back(), 0);
    EXPECT_DOUBLE_EQ(run.scalar("maturity_end"), 1);
    EXPECT_NEAR(run.scalar("gini_maturity"), gini({2, 0}), 1e-12);
}

/// One of two wards has adopted it: a half of Hill's people.
TEST(Maturity, AsksForEnoughAdopters) {
    for (const auto& [above, level] : {std::pair{"50 %", 2}, {"51 %", 0}}) {
        const History run{
            blueprint_of(network("network", "", fmt::format("mature_above = \"{}\"\n", above) + one_ward()))};
        EXPECT_EQ(run.series("maturity", ScopeKind::site, 0).back(), level) << above;
    }
}

TEST(Maturity, WhatIsNobodysWorkSaysNothing) {
    const std::string ghost = "[technology.ghost]\npurposes = [\"haunting\"]\nlevel = 7\n";
    const History without{blueprint_of(network("network", "network", hill_only()))};
    const History with{blueprint_of(network("network", "network", hill_only() + ghost))};
    EXPECT_EQ(with.series("maturity"), without.series("maturity"));
    EXPECT_EQ(with.scalar("maturity_end"), 2);
}

/// Half of all occasions in live units, none elsewhere: the base serves ten of twenty.
TEST(Equity, UseIsComparedBetweenSitesAndUnits) {
    const History run{blueprint_of(network("network", "", hill_only()))};
    EXPECT_NEAR(run.scalar("gini_sites"), gini({0.5, 0}), 1e-12);
    EXPECT_NEAR(run.scalar("spread_sites"), 0.5, 1e-12);
    EXPECT_NEAR(run.scalar("gini_units"), gini({0.5, 0.5, 0}), 1e-12);
    EXPECT_NEAR(run.scalar("spread_units"), 0.5, 1e-12);
    EXPECT_NEAR(run.last("gini_units"), 1.0 / 3, 1e-6);
    const History ward{blueprint_of(network("network", "", one_ward()))};
    EXPECT_NEAR(ward.scalar("gini_sites"), gini({0.25, 0}),
                1e-12);  // a site's share is that of its occasions
    EXPECT_NEAR(ward.scalar("spread_sites"), 0.25, 1e-12);
    EXPECT_NEAR(ward.scalar("gini_units"), 2.0 / 3, 1e-12);
}

TEST(Equity, WhereAllAreAlikeThereIsNoGap) {
    const History everywhere{blueprint_of(network("network", "network"))},
        nowhere{blueprint_of(network("", ""))};
    for (const char* name : {"gini_sites", "gini_units", "spread_sites", "spread_units", "gini_maturity"}) {
        EXPECT_EQ(everywhere.scalar(name), 0) << name;
        EXPECT_EQ(nowhere.scalar(name), 0) << name;
    }
}

}  // namespace
}  // namespace golive::model::testing
