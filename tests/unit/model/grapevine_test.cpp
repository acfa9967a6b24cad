//! M15, news: attitudes follow, week by week, the recurrence that the header gives.
// SPDX-License-Identifier: Apache-2.0
#include "model/grapevine.hpp"

#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

TEST(News, OfUseHasTheToneOfItsShare) {
    EXPECT_EQ(tone_of_use(0), -1);
    EXPECT_EQ(tone_of_use(0.5), 0);
    EXPECT_EQ(tone_of_use(1), 1);
}

TEST(News, FromAfarCountAsFarAsTheyAreHeard) {
    const News here{1, 2}, all{-2, 5};
    const News deaf = heard_on_site(here, all, 0);
    EXPECT_EQ(deaf.tone, 1);
    EXPECT_EQ(deaf.units, 2);
    const News keen = heard_on_site(here, all, 1);
    EXPECT_EQ(keen.tone, -2);
    EXPECT_EQ(keen.units, 5);
    const News half = heard_on_site(here, all, 0.5);
    EXPECT_EQ(half.tone, -0.5);
    EXPECT_EQ(half.units, 3.5);
}

/// Hill/Ward 1 is live from the first morning and uses the phone for everything, Hill/Ward 2 and Moor/Ward
/// never; at Lake, where only clerks without any occasion work, the phone is live and nobody uses it.
std::string network(std::string_view early_wins, std::string_view live_units,
                    std::string_view intercept = "50") {
    std::string text = starting("30 weeks") + std::string{everyday_nurse} +
                       "[role.clerk]\nturnover = \"0 % per year\"\n" + units(2, 5) + R"(
[[site]]
name = "Moor"
[[site.unit]]
name = "Ward"
nurse = 5
[[site]]
name = "Lake"
[[site.unit]]
name = "Office"
clerk = 5
)" + std::string{indifferent} +
                       fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
[early_wins]
{}
[[wave]]
name = "first"
units = [{}]
[plan]
live = {{ kind = "go_live" }}
)",
                                   early_wins, live_units);
    return text.replace(text.find("intercept = 0"), 13, fmt::format("intercept = {}", intercept));
}

enum Unit : std::size_t { ward_1, ward_2, moor, office };

/// What went live on the first morning can be told of from the beginning of this week on.
constexpr std::size_t first_news = 3;

/// News at the beginning of a week, after seven shifts of full use in each before: twice the recent share
/// less one.
double tone(std::size_t week) { return 2 * (1 - std::pow(13.0 / 14, 7.0 * static_cast<double>(week))) - 1; }

TEST(EarlyWins, AUnitFollowsTheNewsOfItsOwnSite) {
    const History run{blueprint_of(network("rate = 0.05\nother_sites = \"40 %\"", "\"Hill/Ward 1\""))};
    const std::vector<double> attitude = run.series("attitude.phone", ScopeKind::unit, ward_2);
    const std::vector<double> afar = run.series("attitude.phone", ScopeKind::unit, moor);
    double here = 0, there = 0;
    for (std::size_t week = 0; week < 30; ++week) {
        if (week >= first_news) here += 0.05 * (tone(week) - here);
        if (week >= first_news) there += 0.4 * 0.05 * (tone(week) - there);
        EXPECT_NEAR(attitude[week], here, 1e-5) << week;
        EXPECT_NEAR(afar[week], there, 1e-5) << week;
    }
    EXPECT_GT(here, there);
    EXPECT_EQ(run.series("attitude.phone", ScopeKind::unit, ward_1).back(), 0);  // who has it, knows
}

/// Of its own site fully, of others by what is heard: averages are weighed so.
TEST(EarlyWins, NewsFromSeveralUnitsIsWeighedByHowFarAwayTheyAre) {
    const History run{
        blueprint_of(network("rate = 0.05\nother_sites = \"40 %\"", "\"Hill/Ward 1\", \"Lake\""))};
    const std::vector<double> attitude = run.series("attitude.phone", ScopeKind::unit, ward_2);
    const std::vector<double> afar = run.series("attitude.phone", ScopeKind::unit, moor);
    double here = 0, there = 0;
    for (std::size_t week = first_news; week < 30; ++week) {
        here += 0.05 * ((tone(week) - 0.4) / 1.4 - here);
        there += 0.4 * 0.05 * ((tone(week) - 1) / 2 - there);
        EXPECT_NEAR(attitude[week], here, 1e-5) << week;
        EXPECT_NEAR(afar[week], there, 1e-5) << week;
    }
}

/// Early failures spread like early wins: a -> -1 + (1 - rate)^weeks.
TEST(EarlyWins, BadNewsTravelsToo) {
    const History run{blueprint_of(network("rate = 0.1\nother_sites = \"0 %\"", "\"Hill/Ward 1\"", "-50"))};
    const std::vector<double> attitude = run.series("attitude.phone", ScopeKind::unit, ward_2);
    for (std::size_t week = first_news; week < 30; ++week)
        EXPECT_NEAR(attitude[week], std::pow(0.9, static_cast<double>(week + 1 - first_news)) - 1, 1e-5)
            << week;
    EXPECT_EQ(run.series("attitude.phone", ScopeKind::unit, moor).back(), 0);  // which hears of nothing
}

TEST(EarlyWins, AreHeardUntilAUnitGoesLiveItself) {
    std::string text = network("rate = 0.1\nother_sites = \"0 %\"", "\"Hill/Ward 1\"");
    text.replace(text.find("[plan]"), 6,
                 "[[wave]]\nname = \"second\"\nunits = [\"Hill/Ward 2\"]\ntarget = 2027-03-01\n[plan]");
    text.replace(text.find("units = [\"Hill/Ward 1\"]"), 23,
                 "units = [\"Hill/Ward 1\"]\ntarget = 2027-01-04");
    text.replace(text.find("kind = \"go_live\""), 16, "kind = \"go_live\", start = \"at target\"");
    const History run{blueprint_of(text)};
    const std::vector<double> attitude = run.series("attitude.phone", ScopeKind::unit, ward_2);
    EXPECT_GT(attitude[8],
              attitude[7]);  // the last news comes on the morning of day 56, the go-live after it
    for (std::size_t week = 9; week < 30; ++week) EXPECT_EQ(attitude[week], attitude[8]) << week;
}

}  // namespace
}  // namespace golive::model::testing
