//! M8, teams: effort becomes time at the pace of the working day, is paid once, and is nobody else's.
// SPDX-License-Identifier: Apache-2.0
#include "model/team_work.hpp"

#include "small_hospital.hpp"

#include <set>

namespace golive::model::testing {
namespace {

TEST(Stretch, IsHoursOpenOverHoursOfFocus) {
    EXPECT_DOUBLE_EQ(stretch_of(9, 6, 1), 1.5);
    EXPECT_DOUBLE_EQ(stretch_of(9, 6, 0.5), 3);
    EXPECT_EQ(stretch_of(9, 12, 1), 1);  // nobody works longer than the office is open
}

TEST(Stretch, OfTimeThatStrategyTakesIsNeverAllOfIt) {
    EXPECT_EQ(left_by_strategy(0), 1);
    EXPECT_EQ(left_by_strategy(0.25), 0.75);
    EXPECT_EQ(left_by_strategy(1), 0.01);
}

TEST(OwnShare, IsAllWithoutConsultants) {
    EXPECT_EQ(own_share_of(3, 0), 1);
    EXPECT_EQ(own_share_of(3, 1), 0.75);
    EXPECT_EQ(own_share_of(0, 2), 0);
    EXPECT_EQ(own_share_of(0, 0), 1);
}

constexpr double at_closing = 17.0 / 24.0;

std::string hospital(std::string_view team, int people, std::string_view plan, int wards = 1) {
    return starting("52 weeks") + std::string{everyday_nurse} + units(wards, 5) +
           fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
integration = {{ messaging = {{ team = "it", effort = "60 h", people = {} }} }}
)",
                       people) +
           std::string{team} + "\n[plan]\n" + std::string{plan};
}

constexpr std::string_view build = "build = { kind = \"build\" }\n";

/// Six focused hours fill a working day of nine.
TEST(TeamWork, TakesCalendarTimeInProportionToFocus) {
    const std::string calm = "[team.it]\nstaff = 4\nfocus = \"6 h per day\"\nwage = \"$60 per h\"\n";
    const History alone{blueprint_of(hospital(calm, 1, build))};
    EXPECT_NEAR(alone.instance("build.messaging/network").finished, 11 + at_closing,
                1e-9);  // ten working days
    EXPECT_NEAR(alone.cause_days("build.messaging/network", "team queue"), 8.0 / 24,
                1e-5);  // until the office opens
    const History shared{blueprint_of(hospital(calm, 2, build))};
    EXPECT_NEAR(shared.instance("build.messaging/network").finished, 4 + at_closing, 1e-9);  // five
    EXPECT_DOUBLE_EQ(alone.scalar("cost.it_labour"), 3600);
    EXPECT_DOUBLE_EQ(shared.scalar("cost.it_labour"), 3600);
}

TEST(TeamWork, LeavesOutHolidaysAndWeekends) {
    const std::string calm =
        "[team.it]\nstaff = 4\nfocus = \"6 h per day\"\n[calendar]\nholidays = [2027-01-06]\n";
    const History run{blueprint_of(hospital(calm, 1, build))};
    EXPECT_NEAR(run.instance("build.messaging/network").finished, 14 + at_closing,
                1e-9);  // Monday in place of Friday
}

TEST(TeamWork, AQueueIsServedInItsOrder) {
    const std::string one = "[team.it]\nstaff = 1\nfocus = \"9 h per day\"\n";
    const History run{blueprint_of(hospital(one, 1, R"(
first = { kind = "security_review", team = "it", effort = "9 h" }
second = { kind = "security_review", team = "it", effort = "18 h" }
)"))};
    EXPECT_NEAR(run.instance("first/network").finished, 0 + at_closing, 1e-9);
    EXPECT_NEAR(run.instance("second/network").finished, 2 + at_closing, 1e-9);
    EXPECT_NEAR(run.cause_days("second/network", "team queue"), 1 + 8.0 / 24, 1e-5);
}

/// Incidents take the one person away, and cost the project time but no money.
TEST(TeamWork, InterruptionsDelayWorkAndDoNotMultiplyIt) {
    const std::string busy = R"([team.it]
staff = 1
focus = "9 h per day"
wage = "$60 per h"
background = [{ class = "incident", rate = "5 per week", effort = "2 h" }]
)";
    const Blueprint blueprint = blueprint_of(hospital(busy, 1, build));
    double interrupted = 0;
    for (std::uint64_t r = 0; r < 20; ++r) {
        const History run{blueprint, r};
        const InstanceRecord& built = run.instance("build.messaging/network");
        EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), 3600);
        EXPECT_GE(built.finished,
                  8 + 15.0 / 24 - 1e-9);  // 60 of nine hours a day: undisturbed, Tuesday at 14:00
        interrupted += run.cause_days("build.messaging/network", "interruption");
        EXPECT_NEAR(run.cause_days("build.messaging/network", "interruption") +
                        run.cause_days("build.messaging/network", "work") +
                        run.cause_days("build.messaging/network", "team queue"),
                    built.finished - built.ready, 1e-4);
    }
    EXPECT_GT(interrupted, 1);
}

/// The first part of the discovery ends on Monday and gives up its place to the review of Tuesday; the time
/// box of Tuesday noon takes back the second part and not the review.
TEST(TeamWork, ATimeBoxTakesBackItsOwnWorkOnly) {
    const std::string one = "[team.it]\nstaff = 1\nfocus = \"6 h per day\"\n";
    const History run{blueprint_of(hospital(one, 1, R"(
shadow = { kind = "discovery", scope = "network", team = "it", hours = "6 h per unit", time_box = "36 h" }
review = { kind = "security_review", team = "it", effort = "60 h", start = 2027-01-05 }
)",
                                            2))};
    EXPECT_DOUBLE_EQ(run.instance("shadow/network").finished, 1.5);
    EXPECT_NEAR(run.instance("review/network").finished, 15.5,
                1e-9);  // ninety office hours from Tuesday noon
}

TEST(TeamWork, SourcesOfOneClassComeIndependently) {
    const std::string twins = R"([team.it]
staff = 1000
calendar = "24/7"
background = [
  { class = "ticket", rate = "50 per week", effort = "1 h" },
  { class = "ticket", rate = "50 per week", effort = "1 h" },
]
)";
    const History run{blueprint_of(hospital(twins, 1, "")), 0, Tracing::on};
    std::set<std::int64_t> instants;
    const auto starts = run.traced("work started");
    for (const TraceRecord& record : starts) instants.insert(record.time);
    EXPECT_GT(starts.size(), 4000);
    EXPECT_GT(instants.size(), starts.size() * 9 / 10);
}

/// Poisson arrivals of fixed work in a team that never queues. False alarm 1e-6; sees an error of 2 % in the
/// rate.
TEST(TeamWork, BackgroundWorkComesAtItsRate) {
    const std::string easy = R"([team.it]
staff = 1000
calendar = "24/7"
background = [{ class = "ticket", rate = "100 per week", effort = "1 h" }]
)";
    const Blueprint blueprint = blueprint_of(hospital(easy, 1, ""));
    double started = 0;
    for (std::uint64_t r = 0; r < 10; ++r)
        started += static_cast<double>(History{blueprint, r, Tracing::on}.traced("work started").size());
    EXPECT_LT(std::abs(started - 52'000) / std::sqrt(52'000.0), one_in_a_million) << started;
}

/// Once live, the technology asks for six hours of each week, paid as support: the first at the end of the
/// go-live's week.
TEST(TeamWork, UpkeepFollowsGoLive) {
    const std::string keeper =
        "[team.it]\nstaff = 1\nwage = \"$60 per h\"\nmaintenance = \"6 h per week\"\n" +
        std::string{one_wave};
    const History run{blueprint_of(hospital(keeper, 1, "live = { kind = \"go_live\", start = 2027-02-01 }"))};
    const std::vector<double> support = run.series("cost.support");
    EXPECT_EQ(support[4], 0);  // due at the end of day 35, done on Monday
    EXPECT_DOUBLE_EQ(support[5], 360);
    EXPECT_DOUBLE_EQ(support[6], 720);
}

}  // namespace
}  // namespace golive::model::testing
