//! M20, value: weekly benefits from minutes and use, and their present value against a sum made by hand.
// SPDX-License-Identifier: Apache-2.0
#include "model/clinical_value.hpp"

#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

TEST(PresentValue, OfAnAmountThatIsPaidInTwoPartsIsTheirSum) {
    EXPECT_EQ(present_value(100, 0), 100);
    EXPECT_NEAR(present_value(100, std::log(2)), 50, 1e-12);
    EXPECT_NEAR(present_value(present_value(100, 0.3), 0.4), present_value(100, 0.7), 1e-12);
    EXPECT_DOUBLE_EQ(present_value(60, 0.3) + present_value(40, 0.3), present_value(100, 0.3));
}

TEST(Worth, OfMinutesIsTheirWageAsFarAsTheyBecomeMoney) {
    EXPECT_DOUBLE_EQ(worth_of_time(0.25, -30, 40, 10), 0.25 * 0.5 * 40 * 10);
    EXPECT_DOUBLE_EQ(worth_of_time(0.25, 30, 40, 10), -worth_of_time(0.25, -30, 40, 10));
}

TEST(Worth, OfThroughputIsNothingAtThatOfTheStart) {
    EXPECT_EQ(worth_of_throughput(1, 150, 70), 0);
    EXPECT_DOUBLE_EQ(worth_of_throughput(0.9, 150, 70), -1050);
}

TEST(Worth, OfFullQualityForAYearIsThePayment) {
    EXPECT_NEAR(worth_of_quality(52180, 1) * 365.25 / 7, 52180, 1e-9);
    EXPECT_EQ(worth_of_quality(52180, 0), 0);
}

TEST(Bedside, KeepsWhatIsNotLostAndNeverLessThanNothing) {
    EXPECT_EQ(bedside_minutes(350, 50), 300);
    EXPECT_EQ(bedside_minutes(350, -50), 400);
    EXPECT_EQ(bedside_minutes(350, 500), 0);
}

TEST(Satisfaction, ForgetsByTheWeek) {
    EXPECT_EQ(satisfaction_after(0.9, 0.9), 0.9);
    double satisfaction = 1;
    for (int week = 0; week < 8; ++week) satisfaction = satisfaction_after(satisfaction, 0);
    EXPECT_NEAR(satisfaction, std::pow(7.0 / 8, 8), 1e-12);
}

/// Ten nurses take all of their ten occasions a shift from the first day on, with six tenths of the work
/// fitted.
std::string hospital(std::string_view saves, std::string_view value, std::string_view rest = "",
                     std::string_view horizon = "52 weeks") {
    std::string text =
        starting(horizon) + std::string{everyday_nurse} +
        "documentation = \"150 min per shift\"\nafter_hours = \"20 min per shift\"\noverflow = \"50 %\"\n" +
        one_unit(10) + std::string{indifferent} +
        fmt::format(R"(
friction_time = "0 s"
[technology.phone]
purposes = ["messaging"]
fit = 0.6
fit_spread = 0
saves = "{}"
unskilled = "0 s"
misfit = "0 s"
[value]
{}
{}
)",
                    saves, value, rest);
    return text.replace(text.find("intercept = 0"), 13, "intercept = 50");
}

constexpr std::string_view live = "[plan]\nlive = { kind = \"go_live\" }\n";
constexpr std::string_view in_full =
    "realised = \"25 %\"\nshift_margin = \"$150\"\nquality_payment = \"$52,180 per year\"\ndiscount = \"4 % "
    "per year\"\n";
constexpr double weeks_a_year = 365.25 / 7;

/// Money of a week that is reckoned on its Monday at six, seen from the start.
double discounted(double amount, std::size_t week) {
    return amount * std::exp(-0.04 * (7 * static_cast<double>(week) + 0.25) / 365.25);
}

/// Seventy shifts a week save five minutes each: 2.5 of them on the shift.
constexpr double shifts = 70;
constexpr double time_saved = 0.25 * 5.0 / 60 * 50 * shifts;
constexpr double more_care = 2.5 / 720 * 150 * shifts;

/// Of recent occasions, after seven shifts of full use in each week before.
double share(std::size_t week) { return 1 - std::pow(13.0 / 14, 7.0 * static_cast<double>(week)); }

TEST(Value, BenefitsAddUpWeekByWeek) {
    const History run{blueprint_of(hospital("30 s", in_full, live))};
    const std::vector<double> time = run.series("benefit.time"), care = run.series("benefit.throughput"),
                              quality = run.series("benefit.quality"),
                              worth = run.series("net_present_value");
    double paid = 0, present = 0;
    for (std::size_t week = 1; week < 52; ++week) {
        const double this_week = 52'180 / weeks_a_year * 0.6 * share(week);
        paid += this_week;
        present += discounted(time_saved + more_care + this_week, week);
        EXPECT_NEAR(time[week], time_saved * static_cast<double>(week), 0.01) << week;
        EXPECT_NEAR(care[week], more_care * static_cast<double>(week), 0.01) << week;
        EXPECT_NEAR(quality[week] / paid, 1, 1e-6) << week;
        EXPECT_NEAR(worth[week] / present, 1, 1e-6) << week;
    }
    EXPECT_NEAR(run.scalar("net_present_value"), present, 0.01);
    EXPECT_NEAR(run.scalar("benefit.time"), 51 * time_saved, 0.001);
    EXPECT_EQ(run.scalar("cost.total"), 0);
}

TEST(Value, IsLostWhereMinutesAre) {
    const History run{blueprint_of(hospital("-30 s", in_full, live))};
    EXPECT_NEAR(run.scalar("benefit.time"), -51 * time_saved, 0.001);
    EXPECT_NEAR(run.scalar("benefit.throughput"), -51 * more_care, 0.001);
}

/// An officer's weekly pay from the first Monday on, the first two of them reckoned on the second.
TEST(Value, CostsAreDiscountedFromTheWeekInWhichTheyArise) {
    const History run{
        blueprint_of(hospital("0 s", in_full, "[digital_officer]\ncost = \"$250,000 per year\"\n"))};
    const double pay = std::round(250'000 / weeks_a_year * 100) / 100;
    double present = -discounted(pay, 1);
    for (std::size_t week = 1; week < 52; ++week) present -= discounted(pay, week);
    EXPECT_NEAR(run.scalar("net_present_value"), present, 0.01);
    EXPECT_TRUE(std::isnan(run.scalar("payback")));
}

/// $6000 are spent in the first week and $109.375 come back every week: after 55 weeks they have.
TEST(Value, PaysBackWhenBenefitsHaveMadeUpForTheCost) {
    constexpr std::string_view review = R"(
[team.it]
staff = 1
calendar = "24/7"
wage = "$60 per h"
[plan]
live = { kind = "go_live" }
review = { kind = "security_review", team = "it", effort = "100 h" }
)";
    const std::string undiscounted =
        "realised = \"25 %\"\nshift_margin = \"$150\"\ndiscount = \"0 % per year\"\n";
    const History run{blueprint_of(hospital("30 s", undiscounted, review, "60 weeks"))};
    EXPECT_NEAR(time_saved + more_care, 109.375, 1e-9);
    EXPECT_DOUBLE_EQ(run.scalar("payback"), 55 * 7 + 0.25);
    EXPECT_NEAR(run.scalar("net_present_value"), 59 * 109.375 - 6000, 0.001);
    const History shorter{blueprint_of(hospital("30 s", undiscounted, review, "55 weeks"))};
    EXPECT_TRUE(std::isnan(shorter.scalar("payback")));
    const History relapse{
        blueprint_of(hospital("30 s", undiscounted, std::string{R"(
[mandate.forms]
team = "it"
date = 2028-01-31
due = "1 day"
effort = "1 h"
documentation = "60 min per shift"
)"} + std::string{review},
                              "70 weeks"))};  // day 392: what had been paid back is not any more
    EXPECT_GT(relapse.series("net_present_value")[55], 0);
    EXPECT_LT(relapse.last("net_present_value"), 0);
    EXPECT_TRUE(std::isnan(relapse.scalar("payback")));
}

/// Of 590 minutes at the bedside 7.5 are missing, and patients remember seven eighths of last week's
/// impression.
TEST(Value, SatisfactionFollowsTimeAtTheBedside) {
    const History run{blueprint_of(hospital("-90 s", in_full, live))};
    const std::vector<double> satisfaction = run.series("satisfaction");
    const double limit = 1 - 7.5 / 590;
    for (std::size_t week = 0; week < 52; ++week)
        EXPECT_NEAR(satisfaction[week], limit + (1 - limit) * std::pow(7.0 / 8, static_cast<double>(week)),
                    1e-6)
            << week;
    EXPECT_NEAR(run.scalar("satisfaction_lowest"), limit + (1 - limit) * std::pow(7.0 / 8, 51), 1e-9);
}

/// Share times fit, over all occasions: those of a ward that is not live count, those of nobody do not.
TEST(Value, QualityIsTheShareOfOccasionsDoneWithATechnologyThatFits) {
    const std::string more =
        "[[site]]\nname = \"Lake\"\n[[site.unit]]\nname = \"Ward\"\nnurse = 30\n"
        "[[wave]]\nname = \"one\"\nunits = [\"Hill\"]\n"
        "[plan]\nlive = { kind = \"go_live\", technology = \"phone\" }\n";
    const std::string nobodys = "[technology.ghost]\npurposes = [\"haunting\"]\n";
    const History run{blueprint_of(hospital("0 s", in_full, more))};
    const History ghost{blueprint_of(hospital("0 s", in_full, nobodys + more))};
    const std::vector<double> quality = run.series("quality"), with_ghost = ghost.series("quality");
    for (std::size_t week = 1; week < 52; ++week) {
        EXPECT_NEAR(quality[week], 0.6 * share(week) / 4, 1e-6) << week;
        EXPECT_EQ(quality[week], with_ghost[week]) << week;
    }
    EXPECT_NEAR(run.scalar("quality_end"), 0.6 * share(51) / 4, 1e-8);  // severities are single floats
}

}  // namespace
}  // namespace golive::model::testing
