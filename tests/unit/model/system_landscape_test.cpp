//! M18, fragmentation: systems are counted, not guessed, and each costs its minutes.
// SPDX-License-Identifier: Apache-2.0
#include "model/system_landscape.hpp"

#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

TEST(SystemsOfUnit, AreThoseOfTheStartUntilSomethingChanges) {
    EXPECT_EQ(systems_of_unit(12, 54, 0, 0, 0), 12);
    EXPECT_EQ(systems_of_unit(12, 54, 0, 0, 2), 14);
    EXPECT_DOUBLE_EQ(systems_of_unit(12, 54, 27, 0, 1), 7);
    EXPECT_DOUBLE_EQ(systems_of_unit(12, 54, 54, 0, 3), 3);
    EXPECT_EQ(systems_of_unit(12, 0, 0, 5, 1), 13);
}

/// A system that goes and one that a department brings in leave everything as it was.
TEST(SystemsOfUnit, ChangeByTheSameForOneGoneAsForOneBroughtIn) {
    EXPECT_DOUBLE_EQ(systems_of_unit(12, 54, 7, 7, 0), 12);
}

TEST(Switching, CostsMinutesForWhatIsBeyondTheStart) {
    EXPECT_EQ(minutes_of_switching(2, 12, 12), 0);
    EXPECT_EQ(minutes_of_switching(2, 15, 12), 6);
    EXPECT_EQ(minutes_of_switching(2, 9, 12), -6);
}

/// Two wards and one technology that everybody uses for everything from the first day on, and which replaces
/// paper.
std::string hospital(std::string_view systems, std::string_view plan, std::string_view technology = "",
                     std::string_view rest = "") {
    std::string text = starting("30 weeks") + std::string{everyday_nurse} + units(2, 5) +
                       std::string{indifferent} +
                       fmt::format(R"(
[technology.record]
purposes = ["messaging"]
replaces = ["paper"]
{}
[team.it]
staff = 1000
calendar = "24/7"
wage = "$60 per h"
[systems]
network = 54
per_unit = 12
{}
)",
                                   technology, systems) +
                       std::string{rest} + "\n[plan]\n" + std::string{plan};
    return text.replace(text.find("intercept = 0"), 13, "intercept = 50");
}

constexpr std::string_view live = "live = { kind = \"go_live\" }\n";
constexpr std::string_view retired =
    "live = { kind = \"go_live\" }\n"
    "retire = { kind = \"retire\", after = [\"live\"], team = \"it\", effort = \"1 h\", start = 2027-03-03 "
    "}\n";  // day 58

TEST(Systems, ATechnologyIsOneMoreWhereItIsLive) {
    const History run{
        blueprint_of(hospital("switching = \"60 s\"\ndouble_documentation = \"0 min\"",
                              "live = { kind = \"go_live\", scope = \"unit\", start = 2027-02-01 }\n"))};
    EXPECT_EQ(run.series("systems")[3], 12);
    EXPECT_EQ(run.series("systems")[4], 13);
    EXPECT_EQ(run.series("systems_network")[3], 54);
    EXPECT_EQ(run.series("systems_network")[4], 55);
    const std::vector<double> switching = run.series("minutes.switching");  // of the week before
    for (std::size_t week = 1; week < 30; ++week) EXPECT_EQ(switching[week], week > 4 ? 1 : 0) << week;
}

/// Half of the network's systems go: a unit meets half of its own.
TEST(Systems, WhatATechnologyReplacesGoesWithTheOldWaysAndNotBefore) {
    const History run{blueprint_of(hospital("switching = \"60 s\"", retired, "replaces_systems = 27"))};
    const std::vector<double> units = run.series("systems"), network = run.series("systems_network"),
                              switching = run.series("minutes.switching");
    for (std::size_t week = 0; week < 30; ++week) {
        EXPECT_EQ(units[week], week < 8 ? 13 : 7) << week;
        EXPECT_EQ(network[week], week < 8 ? 55 : 28) << week;
        if (week > 0) {
            EXPECT_EQ(switching[week], week <= 8 ? 1 : -5) << week;
        }
    }
    EXPECT_EQ(run.scalar("systems_end"), 28);
}

TEST(Systems, NoMoreThanThereAreCanGo) {
    const History run{blueprint_of(hospital("switching = \"60 s\"", retired, "replaces_systems = 80"))};
    EXPECT_EQ(run.last("systems"), 1);
    EXPECT_EQ(run.last("systems_network"), 1);
    EXPECT_EQ(run.last("minutes.switching"), -11);
}

TEST(Systems, AreReplacedOnceHoweverManyStepsRetireThem) {
    const History run{blueprint_of(hospital("switching = \"60 s\"", R"(
live = { kind = "go_live" }
retire = { kind = "retire", scope = "unit", after = ["live"], team = "it", effort = "1 h" }
again = { kind = "retire", after = ["retire"], team = "it", effort = "1 h" }
)",
                                            "replaces_systems = 10"))};
    EXPECT_EQ(run.last("systems_network"), 45);
}

/// Everyone works one day shift a day and takes every occasion: after k shifts the unit's recent share is
/// 1 - (13/14)^k, and so much of what is written is written twice, until the Monday after retirement.
TEST(Systems, PeopleDocumentTwiceUntilTheOldWayIsRetired) {
    const History run{
        blueprint_of(hospital("switching = \"0 s\"\ndouble_documentation = \"8 min\"", retired))};
    const std::vector<double> twice = run.series("minutes.double_documentation");
    for (std::size_t week = 1; week <= 8; ++week)
        EXPECT_NEAR(twice[week], 8 * (1 - std::pow(13.0 / 14, 7.0 * static_cast<double>(week))), 1e-5)
            << week;
    EXPECT_NEAR(run.instance("retire/network").finished, 58 + 1.0 / 24, 1e-6);  // Wednesday of week 8
    for (std::size_t week = 9; week < 30; ++week) EXPECT_EQ(twice[week], 0) << week;
}

TEST(Systems, NobodyDocumentsTwiceWhereNothingIsReplaced) {
    std::string text = hospital("double_documentation = \"8 min\"", live);
    text.replace(text.find("replaces = [\"paper\"]"), 20, "");
    const History run{blueprint_of(text)};
    const std::vector<double> twice = run.series("minutes.double_documentation");
    EXPECT_EQ(*std::max_element(twice.begin() + 1, twice.end()), 0);
}

/// Two hours a week for each of the network's systems; the rollout does not pay for what would be there
/// without it.
TEST(Systems, AskForUpkeepEachWeek) {
    const History run{
        blueprint_of(hospital("switching = \"0 s\"\nteam = \"it\"\nupkeep = \"2 h per week\"", live)), 0,
        Tracing::on};
    const auto started = run.traced("work started");
    ASSERT_EQ(started.size(), 30U);
    for (std::size_t week = 0; week < 30; ++week) {
        EXPECT_EQ(started[week].time, static_cast<std::int64_t>(week) * 7 * 86400 + 6 * 3600);
        EXPECT_EQ(started[week].value, week == 0 ? 108 : 110) << week;  // it is live an instant later
    }
    EXPECT_EQ(run.scalar("cost.total"), 0);
}

/// A system that a department of one site brings in is met by that site's units, as far as they meet any.
TEST(Systems, DepartmentsOfASiteBringInTheirOwn) {
    const History run{blueprint_of(hospital("switching = \"60 s\"", "", "", R"(
[[site]]
name = "Lake"
[[site.unit]]
name = "Ward"
nurse = 5
[intake]
projects = "20 per year"
effort = "1 h"
teams = ["it"]
new_system = "100 %"
strategy_load = "0 %"
)")),
                      0, Tracing::on};
    const auto added = run.traced("system added");
    ASSERT_GT(added.size(), 5U);
    for (const std::size_t site : {0U, 1U}) {
        const auto here = std::count_if(added.begin(), added.end(), [&](const TraceRecord& one) {
            return one.entity == static_cast<int>(site);
        });
        EXPECT_GT(here, 0);
        EXPECT_NEAR(run.series("systems", ScopeKind::site, site).back(),
                    12 + 12.0 / 54 * static_cast<double>(here), 1e-5);
    }
    EXPECT_EQ(run.scalar("systems_end"), 54 + static_cast<double>(added.size()));
}

}  // namespace
}  // namespace golive::model::testing
