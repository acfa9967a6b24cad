//! M8, what a team does after a go-live, and who comes to help it: changes refused while it stabilises, and
//! consultants.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

constexpr double at_six = 0.25, at_eight = 8.0 / 24, at_closing = 17.0 / 24;

/// Phones that the team `it` integrates, nine hours a day of one person, and a tablet that others do.
std::string hospital(std::string_view keys_of_it, std::string_view plan, std::string_view rest = "") {
    return starting("26 weeks") + std::string{everyday_nurse} + units(2, 5) +
           fmt::format(R"(
[technology.phone]
purposes = ["a", "b"]
[technology.phone.integration]
a = {{ team = "it", effort = "9 h", people = 1 }}
b = {{ team = "it", effort = "9 h", people = 1 }}
[technology.tablet]
purposes = ["c"]
[technology.tablet.integration]
c = {{ team = "it", effort = "9 h", people = 1 }}
[issues]
build_effort = "0 h"
[team.it]
staff = 1
focus = "9 h per day"
wage = "$60 per h"
{}
{}
[plan]
)",
                       keys_of_it, rest) +
           std::string{plan};
}

constexpr std::string_view four_weeks = "stabilisation = \"4 weeks\"";
constexpr std::string_view live = "live = { kind = \"go_live\", technology = \"phone\" }\n";
constexpr std::string_view change =
    "change = { kind = \"build\", technology = \"phone\", builds = [\"b\"], start = 2027-01-11 }\n";

/// Live at six on day 0: until six on day 28 nothing is changed. Then the office opens at eight.
TEST(Stabilisation, AChangeOfWhatIsLiveIsPutOff) {
    const History run{blueprint_of(hospital(four_weeks, std::string{live} + std::string{change})), 0,
                      Tracing::on};
    EXPECT_NEAR(run.instance("change.b/network").started, 7, 1e-9);
    EXPECT_NEAR(run.instance("change.b/network").finished, 28 + at_closing, 1e-9);
    EXPECT_NEAR(run.cause_days("change.b/network", "refusal"), 21 + at_six, 1e-5);
    EXPECT_NEAR(run.cause_days("change.b/network", "team queue"), at_eight - at_six, 1e-5);
    EXPECT_NEAR(run.cause_days("change.b/network", "work"), at_closing - at_eight, 1e-5);
    EXPECT_EQ(run.scalar("refused.it"), 1);
    const auto refused = run.traced("work refused");
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(refused[0].time, 7 * 86400);
    EXPECT_EQ(refused[0].value, 9);
    EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), 9 * 60);  // paid once, when it is done
}

/// Each go-live that a team worked for begins its window anew: the second wave's is on day 14.
TEST(Stabilisation, LastsUntilTheLastGoLiveIsStable) {
    const History run{blueprint_of(hospital(four_weeks, R"(
live = { kind = "go_live", technology = "phone", start = "at target" }
change = { kind = "build", technology = "phone", builds = ["b"], start = 2027-01-11 }
)",
                                            R"(
[[wave]]
name = "one"
units = ["Hill/Ward 1"]
target = 2027-01-04
[[wave]]
name = "two"
units = ["Hill/Ward 2"]
target = 2027-01-18
)"))};
    EXPECT_NEAR(run.cause_days("change.b/network", "refusal"), 35 + at_six, 1e-5);
    EXPECT_NEAR(run.instance("change.b/network").finished, 42 + at_closing, 1e-9);
}

/// What is not live may be built, what was begun is gone on with, and a team that had no part in it refuses
/// nothing.
TEST(Stabilisation, ConcernsNewChangesOfWhatIsLiveByItsTeam) {
    const History other{blueprint_of(hospital(
        four_weeks,
        std::string{live} + "more = { kind = \"build\", technology = \"tablet\", start = 2027-01-11 }\n"))};
    EXPECT_NEAR(other.instance("more.c/network").finished, 7 + at_closing, 1e-9);
    const History begun{blueprint_of(hospital(four_weeks, R"(
change = { kind = "build", technology = "phone", builds = ["b"] }
live = { kind = "go_live", technology = "phone" }
)"))};
    EXPECT_NEAR(begun.instance("change.b/network").finished, at_closing, 1e-9);
    const History bystander{blueprint_of(
        hospital(four_weeks,
                 std::string{live} + "improve = { kind = \"optimise\", technology = \"phone\", scope = "
                                     "\"network\", team = \"friends\", "
                                     "hours = \"9 h\", start = 2027-01-11 }\n",
                 "[team.friends]\nstaff = 1\nfocus = \"9 h per day\"\nstabilisation = \"4 weeks\"\n"))};
    EXPECT_NEAR(bystander.instance("improve/network").finished, 7 + at_closing, 1e-9);
    EXPECT_EQ(bystander.scalar("refused.friends"), 0);
}

/// After the window a change stands in line like everything else, and says so: ten days of review go first.
TEST(Stabilisation, WhatIsAcceptedAtLastQueues) {
    const History run{
        blueprint_of(hospital(four_weeks, std::string{live} + std::string{change} +
                                              "review = { kind = \"security_review\", technology = "
                                              "\"tablet\", team = \"it\", effort = \"90 h\", start = "
                                              "2027-01-25 }\n"))};
    EXPECT_NEAR(run.instance("review/network").finished, 32 + at_closing, 1e-9);
    EXPECT_NEAR(run.cause_days("change.b/network", "refusal"), 21 + at_six, 1e-5);
    EXPECT_NEAR(run.cause_days("change.b/network", "team queue"), 35 + at_eight - (28 + at_six), 1e-5);
    EXPECT_NEAR(run.instance("change.b/network").finished, 35 + at_closing, 1e-9);
}

/// A time box ends inside the window: nothing was done, nothing is paid, and nobody does it afterwards.
TEST(Stabilisation, WhatIsTakenBackWhileRefusedIsNeverDone) {
    const History run{blueprint_of(hospital(four_weeks, std::string{live} + R"(
improve = { kind = "optimise", technology = "phone", scope = "network", team = "it", hours = "9 h", start = 2027-01-11, time_box = "1 week" }
)")),
                      0, Tracing::on};
    EXPECT_NEAR(run.instance("improve/network").finished, 14, 1e-9);
    EXPECT_NEAR(run.cause_days("improve/network", "refusal"), 7, 1e-5);
    EXPECT_EQ(run.scalar("refused.it"), 2);  // one piece for each of two wards
    EXPECT_EQ(run.scalar("cost.total"), 0);
    EXPECT_EQ(run.scalar("clinician_hours.redesign"), 0);
    EXPECT_TRUE(run.traced("work started").empty());
}

/// Pieces of several people's work are refused, accepted and done one by one, and each is paid.
TEST(Stabilisation, LosesNoPieceOfWork) {
    std::string text = hospital(four_weeks, std::string{live} + std::string{change});
    text.replace(text.find("b = { team = \"it\", effort = \"9 h\", people = 1 }"), 47,
                 "b = { team = \"it\", effort = \"27 h\", people = 3 }");
    const History run{blueprint_of(text), 0, Tracing::on};
    EXPECT_EQ(run.scalar("refused.it"), 3);
    EXPECT_EQ(run.traced("work finished").size(), 3U);
    EXPECT_NEAR(run.instance("change.b/network").finished, 30 + at_closing, 1e-9);
    EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), 27 * 60);
}

std::string consultancy(int staff, std::string_view consultants, std::string_view horizon = "26 weeks") {
    return starting(horizon) + std::string{everyday_nurse} + one_unit(5) +
           fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
[technology.phone.integration]
messaging = {{ team = "it", effort = "90 h", people = 2 }}
[issues]
build_effort = "0 h"
[team.it]
staff = {}
focus = "9 h per day"
wage = "$60 per h"
{}
[plan]
build = {{ kind = "build" }}
)",
                       staff, consultants);
}

/// Two people need half the time of one. The consultant is paid for all office hours of 26 weeks; of the
/// work, the team's own person is paid for their half.
TEST(Consultants, WorkBesideTheTeamAndArePaidForBeingThere) {
    const History alone{blueprint_of(consultancy(1, ""))};
    const History helped{blueprint_of(consultancy(1, "consultants = { people = 1, wage = \"$180 per h\" }"))};
    EXPECT_NEAR(alone.instance("build.messaging/network").finished, 11 + at_closing, 1e-9);
    EXPECT_NEAR(helped.instance("build.messaging/network").finished, 4 + at_closing, 1e-9);
    EXPECT_DOUBLE_EQ(alone.scalar("cost.it_labour"), 90 * 60);
    EXPECT_DOUBLE_EQ(helped.scalar("cost.it_labour"), 26 * 45 * 180 + 45 * 60);
}

/// Nobody else does the work: what it costs is their presence.
TEST(Consultants, WhoDoAllTheWorkAreNotPaidTwice) {
    const History run{
        blueprint_of(consultancy(0, "consultants = { people = 2, wage = \"$180 per h\" }", "100 days"))};
    EXPECT_NEAR(run.instance("build.messaging/network").finished, 4 + at_closing, 1e-9);
    const double office_hours = 14 * 45 + 2 * 9;  // fourteen weeks, a Monday and a Tuesday
    EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), 2 * office_hours * 180);
}

/// From Monday to Friday of the week after: ninety office hours, paid, and worked, in these weeks only. The
/// second half of the build waits for the second Monday.
TEST(Consultants, ComeAndGo) {
    const double weekend = 3 + at_eight - at_closing;
    const std::string stay =
        "consultants = { people = 1, wage = \"$100 per h\", from = 2027-01-11, until = 2027-01-22 }";
    const History run{blueprint_of(consultancy(0, stay))};
    EXPECT_NEAR(run.cause_days("build.messaging/network", "team queue"), 7 + at_eight + weekend, 1e-5);
    EXPECT_NEAR(run.instance("build.messaging/network").finished, 18 + at_closing, 1e-9);
    EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), 9000);
    const std::vector<double> cost = run.series("cost.it_labour");
    EXPECT_EQ(cost[0], 0);
    EXPECT_EQ(cost[1], 4500);
    EXPECT_EQ(cost[2], 9000);
    const History brief{blueprint_of(consultancy(
        0, "consultants = { people = 1, wage = \"$100 per h\", from = 2027-01-11, until = 2027-01-15 }"))};
    EXPECT_TRUE(std::isnan(brief.instance("build.messaging/network").finished));
    EXPECT_DOUBLE_EQ(brief.scalar("cost.it_labour"), 4500);
}

/// More people of a team never end a step later.
TEST(Consultants, NeverDelay) {
    double before = 1e9;
    for (int people : {0, 1, 2, 5}) {
        const History run{
            blueprint_of(consultancy(1, fmt::format("consultants = {{ people = {} }}\nbackground = [{{ class "
                                                    "= \"incident\", rate = \"5 per week\", "
                                                    "effort = \"2 h\" }}]",
                                                    people)))};
        const double finished = run.instance("build.messaging/network").finished;
        EXPECT_LE(finished, before) << people;
        before = finished;
    }
}

}  // namespace
}  // namespace golive::model::testing
