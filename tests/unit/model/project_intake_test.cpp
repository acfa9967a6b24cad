//! M10, intake: how many projects departments begin by themselves, whose time they take, and what they leave
//! behind.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

std::string hospital(std::string_view intake, std::string_view rest = "",
                     std::string_view horizon = "104 weeks") {
    return starting(horizon) + std::string{everyday_nurse} + units(3, 5) +
           "[[site]]\nname = \"Lake\"\n[[site.unit]]\nname = \"Ward\"\nnurse = 5\n" +
           fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
[team.it]
staff = 1000
calendar = "24/7"
[team.other]
staff = 1000
calendar = "24/7"
[intake]
effort = "10 h"
strategy_load = "0 %"
{}
)",
                       intake) +
           std::string{rest};
}

constexpr std::string_view officer =
    "[digital_officer]\naccepts = \"30 %\"\nreadiness = 0\ncost = \"$0 per year\"\n";

/// Of both sites together: the rate is a site's. False alarm 1e-6 each; 1600 of them see an error of 12 %.
TEST(Intake, ProjectsAreAPoissonProcessOfEachSite) {
    const Blueprint blueprint =
        blueprint_of(hospital("projects = \"20 per year\"\nteams = [\"it\"]\nnew_system = \"0 %\""));
    Estimate proposed;
    for (std::uint64_t r = 0; r < 20; ++r) {
        const History run{blueprint, r};
        proposed.add(run.scalar("projects_proposed"));
        EXPECT_EQ(run.scalar("projects_begun"), run.scalar("projects_proposed"));
        EXPECT_EQ(run.scalar("cost.total"), 0);  // they are not the rollout's
    }
    const double mean = 2 * 20 * 728 / 365.25;
    EXPECT_LT(std::abs(proposed.sum - 20 * mean) / std::sqrt(20 * mean), one_in_a_million) << proposed.sum;
    EXPECT_LT(proposed.variance() / mean, 3.2);  // chi-square, 19 df, 1e-6
    EXPECT_GT(proposed.variance() / mean, 0.1);
}

/// The same projects are proposed to an officer, who takes on some of them. False alarm 1e-6; 1600 of them
/// see an error of 6 percentage points.
TEST(Intake, AnOfficerTakesOnAShare) {
    const std::string wishes = "projects = \"20 per year\"\nteams = [\"it\"]\nnew_system = \"100 %\"";
    const std::string systems = "[systems]\nnetwork = 50\n";
    const Blueprint everybody = blueprint_of(hospital(wishes, systems));
    const Blueprint some = blueprint_of(hospital(wishes, systems + std::string{officer}));
    int proposed = 0, begun = 0;
    for (std::uint64_t r = 0; r < 20; ++r) {
        const History all{everybody, r}, few{some, r, Tracing::on};
        EXPECT_EQ(all.scalar("projects_proposed"), few.scalar("projects_proposed"));
        proposed += static_cast<int>(few.scalar("projects_proposed"));
        begun += static_cast<int>(few.scalar("projects_begun"));
        EXPECT_EQ(few.scalar("systems_end"), 50);  // and none leaves a system of its own
        EXPECT_TRUE(few.traced("system added").empty());
    }
    EXPECT_LT(std::abs(binomial_z(begun, proposed, 0.3)), one_in_a_million) << begun << " of " << proposed;
}

/// False alarm 1e-6 each; 1600 projects see an error of 6 percentage points.
TEST(Intake, FallsToItsTeamsByLotAndLeavesSystems) {
    const Blueprint blueprint = blueprint_of(
        hospital("projects = \"20 per year\"\nteams = [\"it\", \"other\"]\nnew_system = \"40 %\"",
                 "[systems]\nnetwork = 50\n"));
    int finished = 0, first = 0, added = 0;
    for (std::uint64_t r = 0; r < 20; ++r) {
        const History run{blueprint, r, Tracing::on};
        const auto done = run.traced("work finished");
        finished += static_cast<int>(done.size());
        first += static_cast<int>(
            std::count_if(done.begin(), done.end(), [](const TraceRecord& one) { return one.entity == 0; }));
        const auto systems = static_cast<int>(run.traced("system added").size());
        EXPECT_EQ(run.scalar("systems_end"), 50 + systems);
        added += systems;
    }
    EXPECT_LT(std::abs(binomial_z(first, finished, 0.5)), one_in_a_million) << first << " of " << finished;
    EXPECT_LT(std::abs(binomial_z(added, finished, 0.4)), one_in_a_million) << added << " of " << finished;
}

std::string planning(std::string_view load, std::string_view rest) {
    return starting("26 weeks") + std::string{everyday_nurse} + one_unit(5) +
           fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
[team.it]
staff = 1
focus = "6 h per day"
[team.others]
staff = 1
focus = "6 h per day"
[intake]
projects = "0 per year"
teams = ["it"]
strategy_load = "{}"
{}
[plan]
mine = {{ kind = "security_review", team = "it", effort = "60 h" }}
theirs = {{ kind = "security_review", team = "others", effort = "60 h" }}
)",
                       load, rest);
}

/// Sixty hours at six a day are ninety office hours, ten days; with a quarter of the time in strategy 120,
/// thirteen days and three hours.
TEST(Intake, StrategyTakesTimeFromWhoeverHasToSeeToIt) {
    const double ten_days = 11 + 17.0 / 24, thirteen_days = 17 + 11.0 / 24;
    const History alone{blueprint_of(planning("25 %", ""))};
    EXPECT_NEAR(alone.instance("mine/network").finished, thirteen_days, 1e-4);
    EXPECT_NEAR(alone.instance("theirs/network").finished, ten_days, 1e-9);
    const History relieved{blueprint_of(planning("25 %", officer))};
    EXPECT_NEAR(relieved.instance("mine/network").finished, ten_days, 1e-9);
    const History without_load{blueprint_of(planning("0 %", ""))};
    EXPECT_NEAR(without_load.instance("mine/network").finished, ten_days, 1e-9);
    EXPECT_EQ(alone.scalar("cost.it_labour"),
              relieved.scalar("cost.it_labour"));  // it is not the rollout's time
}

/// Even who does nothing but strategy ends some day, and not before the beginning.
TEST(Intake, AllTimeInStrategyIsHardlyAny) {
    const History run{blueprint_of(planning("100 %", ""))};
    EXPECT_TRUE(std::isnan(run.instance("mine/network").finished));
    EXPECT_NEAR(run.instance("theirs/network").finished, 11 + 17.0 / 24, 1e-9);
}

/// Somebody else's projects stand in the way: on the same luck the plan ends later, on average by more than a
/// week. False alarm below 1e-6 by the paired difference.
TEST(Intake, ProjectsCompeteWithThePlan) {
    const auto with_rate = [](const char* rate) {
        return blueprint_of(starting("52 weeks") + std::string{everyday_nurse} + one_unit(5) +
                            fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
[team.it]
staff = 1
focus = "6 h per day"
[intake]
projects = "{}"
teams = ["it"]
strategy_load = "0 %"
effort = "60 h"
[plan]
first = {{ kind = "security_review", team = "it", effort = "60 h" }}
pause = {{ kind = "wait", length = "8 weeks", after = ["first"] }}
second = {{ kind = "security_review", team = "it", effort = "60 h", after = ["pause"] }}
)",
                                        rate));
    };
    const Blueprint calm = with_rate("0 per year"), busy = with_rate("12 per year");
    Estimate later;
    for (std::uint64_t r = 0; r < 60; ++r) {
        const double without = History{calm, r}.instance("second/network").finished;
        const History run{busy, r};
        later.add(run.instance("second/network").finished - without);
        EXPECT_GE(run.instance("second/network").finished, without);
    }
    EXPECT_GT(later.z(0), one_in_a_million) << later.mean();
}

}  // namespace
}  // namespace golive::model::testing
