//! M9, mandates: when they come, what they interrupt, what being late costs, and what knowing of them is
//! worth.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

constexpr double at_closing = 17.0 / 24;

/// One person with $60 an hour and nothing but mandates and what the plan says to do, nine hours a day.
std::string hospital(std::string_view mandate, std::string_view rest = "",
                     std::string_view horizon = "20 weeks", int staff = 1) {
    return starting(horizon) + std::string{everyday_nurse} + one_unit(10) +
           fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
[team.it]
staff = {}
focus = "9 h per day"
wage = "$60 per h"
{}
)",
                       staff, mandate) +
           std::string{rest};
}

constexpr std::string_view officer = "[digital_officer]\nreadiness = 0\ncost = \"$0 per year\"\n";

std::string nine_hours(std::string_view date, std::string_view keys = "rush = 2") {
    return fmt::format("[mandate.duty]\ndate = {}\neffort = \"9 h\"\ndue = \"2 weeks\"\n{}\n", date, keys);
}

/// Nine hours done in a hurry are eighteen: two days from Monday 1 February on.
TEST(Mandates, TakeMoreWorkInAHurry) {
    const History run{blueprint_of(hospital(nine_hours("2027-02-01"))), 0, Tracing::on};
    ASSERT_EQ(run.traced("mandate arrived").size(), 1U);
    EXPECT_EQ(run.traced("mandate arrived").front().time, 28 * 86400);
    ASSERT_EQ(run.traced("mandate met").size(), 1U);
    EXPECT_NEAR(run.traced("mandate met").front().value, 29 + at_closing - 42,
                1e-9);  // days after it was due
    EXPECT_DOUBLE_EQ(run.scalar("cost.mandates"), 18 * 60);
    EXPECT_EQ(run.scalar("cost.total"), 0);  // it would have cost the same without a rollout
    EXPECT_EQ(run.scalar("mandates"), 1);
    EXPECT_EQ(run.scalar("mandates_late"), 0);
}

/// Known of four weeks ahead, it is done on the first day, at its pace.
TEST(Mandates, AreASmallThingForWhoSeesThemComing) {
    const History run{
        blueprint_of(hospital(nine_hours("2027-02-01", "rush = 2\nnotice = \"4 weeks\""), officer)), 0,
        Tracing::on};
    EXPECT_EQ(run.traced("mandate arrived").front().time, 28 * 86400);
    EXPECT_NEAR(run.traced("mandate met").front().value, at_closing - 42, 1e-9);
    EXPECT_DOUBLE_EQ(run.scalar("cost.mandates"), 9 * 60);
}

TEST(Mandates, WithoutNoticeNobodySeesThemComing) {
    const std::string sudden = nine_hours("2027-02-01", "rush = 2\nnotice = \"0 weeks\"");
    const History without{blueprint_of(hospital(sudden)), 0, Tracing::on};
    const History with{blueprint_of(hospital(sudden, officer)), 0, Tracing::on};
    EXPECT_EQ(without.traced("mandate met").front().time, with.traced("mandate met").front().time);
    EXPECT_EQ(without.scalar("cost.mandates"), with.scalar("cost.mandates"));
}

/// A review of ten days is under way when nine hours are imposed on Wednesday: they come first, the review a
/// day later. Who knew of them puts them behind the review, and is in time with both.
TEST(Mandates, PreEmptWhatNobodyPlannedFor) {
    const std::string plan =
        "[plan]\nreview = { kind = \"security_review\", team = \"it\", effort = \"90 h\" }\n";
    const std::string duty = nine_hours("2027-01-06", "rush = 1");
    const History surprised{blueprint_of(hospital(duty, plan)), 0, Tracing::on};
    EXPECT_NEAR(surprised.instance("review/network").finished, 14 + at_closing, 1e-9);
    EXPECT_NEAR(surprised.cause_days("review/network", "interruption"), 1, 1e-5);
    EXPECT_NEAR(surprised.traced("mandate met").front().value, 2 + at_closing - 16, 1e-9);
    const History prepared{blueprint_of(hospital(duty, std::string{officer} + plan)), 0, Tracing::on};
    EXPECT_NEAR(prepared.instance("review/network").finished, 11 + at_closing, 1e-9);
    EXPECT_NEAR(prepared.traced("mandate met").front().value, 14 + at_closing - 16, 1e-9);
    EXPECT_EQ(prepared.cause_days("review/network", "interruption"), 0);
    EXPECT_EQ(prepared.scalar("cost.it_labour"), surprised.scalar("cost.it_labour"));
}

/// Weeks begin on Monday at six. What is due at midnight before, on day 42, is overdue at the Mondays of days
/// 42, 49,
/// ..., 133; what is due on Thursday, day 45, from day 49 on.
TEST(Mandates, ThatNobodyMeetsCostTheirPenaltyEveryWeek) {
    for (const auto& [due, mondays, late] :
         {std::tuple{"2 weeks", 14, 98}, {"17 days", 13, 95}, {"1 year", 0, 0}}) {
        const std::string duty = fmt::format(
            "[mandate.duty]\ndate = 2027-02-01\ndue = \"{}\"\npenalty = \"$1,000 per week\"\n", due);
        const History run{blueprint_of(hospital(duty, "", "20 weeks", 0))};
        EXPECT_DOUBLE_EQ(run.scalar("cost.mandates"), 1000 * mondays) << due;
        EXPECT_DOUBLE_EQ(run.scalar("mandates_late"), late) << due;
    }
}

/// Eighteen hours from Monday, day 28, due on Tuesday morning: late by the seventeen hours until closing, and
/// no week begins before that.
TEST(Mandates, AreLateToTheHour) {
    const History run{
        blueprint_of(hospital("[mandate.duty]\ndate = 2027-02-01\neffort = \"9 h\"\nrush = 2\ndue = \"1 "
                              "day\"\npenalty = \"$1,000 per week\"\n"))};
    EXPECT_NEAR(run.scalar("mandates_late"), at_closing, 1e-9);
    EXPECT_DOUBLE_EQ(run.scalar("cost.mandates"), 18 * 60);
}

/// From the day on which they are due, for everybody and for good. Reckoned on Mondays at six for the week
/// before.
TEST(Mandates, InForceAddDocumentation) {
    const History run{
        blueprint_of(hospital(nine_hours("2027-02-01", "documentation = \"3 min per shift\"") +
                              "[mandate.other]\ndate = 2027-02-03\ndue = \"4 weeks\"\neffort = \"1 h\"\n"
                              "documentation = \"4 min per shift\"\n"))};
    const std::vector<double> minutes = run.series("minutes.mandates");
    for (std::size_t week = 1; week < 20; ++week)
        EXPECT_EQ(minutes[week], (week >= 6 ? 3 : 0) + (week >= 9 ? 4 : 0)) << week;
}

/// Notice is given of those that come soon after the start, too: they come at their rate from the first day
/// on. False alarm 1e-6 each; 480 of them see an error of 22 %.
TEST(Mandates, AtRandomAreAPoissonProcess) {
    const std::string duty =
        "[mandate.duty]\nrate = \"12 per year\"\nnotice = \"26 weeks\"\neffort = \"1 h\"\n";
    const Blueprint blueprint = blueprint_of(hospital(duty, "", "104 weeks", 100));
    const Blueprint foreseen = blueprint_of(hospital(duty, officer, "104 weeks", 100));
    Estimate arrivals;
    int first_half_year = 0;
    for (std::uint64_t r = 0; r < 20; ++r) {
        const History run{blueprint, r, Tracing::on};
        arrivals.add(run.scalar("mandates"));
        const History other{foreseen, r, Tracing::on};
        const auto come = run.traced("mandate arrived"), expected = other.traced("mandate arrived");
        ASSERT_EQ(come.size(), expected.size());
        for (std::size_t m = 0; m < come.size(); ++m) EXPECT_EQ(come[m].time, expected[m].time);
        first_half_year += static_cast<int>(std::count_if(
            come.begin(), come.end(), [](const TraceRecord& one) { return one.time < 26 * 7 * 86400; }));
    }
    const double mean = 12 * 728 / 365.25;
    EXPECT_LT(std::abs(arrivals.sum - 20 * mean) / std::sqrt(20 * mean), one_in_a_million) << arrivals.sum;
    EXPECT_LT(std::abs(first_half_year - 5 * mean) / std::sqrt(5 * mean), one_in_a_million)
        << first_half_year;
    EXPECT_LT(arrivals.variance() / mean, 3.2);  // chi-square, 19 df, 1e-6
    EXPECT_GT(arrivals.variance() / mean, 0.1);
}

/// Every mandate has an effort of its own, whatever else goes on.
TEST(Mandates, KeepTheirLuckWhateverElseIsImposed) {
    const std::string duty = "[mandate.duty]\nrate = \"12 per year\"\n";
    const auto efforts = [](const History& run) {
        std::vector<double> hours;
        for (const TraceRecord& record : run.traced("work started")) hours.push_back(record.value);
        return hours;
    };
    const History alone{blueprint_of(hospital(duty, "", "52 weeks", 100)), 0, Tracing::on};
    const History busy{
        blueprint_of(hospital(duty + "[mandate.another]\nrate = \"9 per year\"\n", "", "52 weeks", 100)), 0,
        Tracing::on};
    std::vector<double> mine = efforts(alone), all = efforts(busy);
    std::sort(mine.begin(), mine.end());
    std::sort(all.begin(), all.end());
    EXPECT_GT(all.size(), mine.size());
    EXPECT_TRUE(std::includes(all.begin(), all.end(), mine.begin(), mine.end()));
}

}  // namespace
}  // namespace golive::model::testing
