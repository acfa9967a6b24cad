//! M17, burnout: it follows burden by a logistic law with a lag, and people leave as its hazard says.
// SPDX-License-Identifier: Apache-2.0
#include "model/burnout_dynamics.hpp"

#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

TEST(BurnedOut, IsTheReferenceWithoutBurdenAndGrowsWithIt) {
    for (const double reference : {0.1, 0.3, 0.45}) {
        EXPECT_NEAR(burned_out_at(reference, 0.4, 0), reference, 1e-12);
        EXPECT_NEAR(burned_out_at(reference, 0, 9), reference, 1e-12);
        EXPECT_GT(burned_out_at(reference, 0.4, 1), reference);
        EXPECT_LT(burned_out_at(reference, 0.4, -1), reference);
    }
    EXPECT_NEAR(burned_out_at(0.5, std::log(3), 1), 0.75, 1e-12);  // odds of three to one
}

TEST(WeeklyApproach, IsGoneBy63PercentInALag) {
    for (const double lag : {1.0, 4.0, 12.0})
        EXPECT_NEAR(std::pow(1 - weekly_approach(lag), lag), std::exp(-1.0), 1e-12);
}

TEST(HazardFactor, IsOneAtTheReferenceAndOnlyItsPartMoves) {
    EXPECT_EQ(hazard_factor_of(0.2, 0.3, 0.3), 1);
    EXPECT_DOUBLE_EQ(hazard_factor_of(0.2, 0.6, 0.3), 1.2);
    EXPECT_DOUBLE_EQ(hazard_factor_of(0.2, 0, 0.3), 0.8);  // those with other reasons leave all the same
    EXPECT_EQ(hazard_factor_of(0, 0.9, 0.3), 1);
    EXPECT_EQ(hazard_factor_of(2, 0, 0.3), 0);
}

TEST(Cynicism, IsWhatIsBeyondTheReference) {
    EXPECT_EQ(cynicism_of(0.02, 0.3, 0.3), 0);
    EXPECT_DOUBLE_EQ(cynicism_of(0.02, 0.8, 0.3), 0.01);
    EXPECT_LT(cynicism_of(0.02, 0.1, 0.3), 0);
}

struct People {
    int nurses = 400;
    std::string workload = "100 %";
    std::string turnover = "0 % per year";
    std::string time_to_fill = "0 days";
};

/// Twelve-hour shifts on every day; burden is what a workload beyond 100 % leaves to be covered.
std::string hospital(const People& people, std::string_view burnout, std::string_view rest = "",
                     std::string_view horizon = "52 weeks") {
    return starting(horizon) +
           fmt::format(R"(
[role.nurse]
shift = {{ length = "12 h", per_week = 7 }}
nights = "0 %"
turnover = "{}"
time_to_fill = "{}"
opportunities = {{ messaging = 10 }}
[workforce]
[[site]]
name = "Hill"
[[site.unit]]
name = "Ward"
nurse = {}
workload = "{}"
[technology.phone]
purposes = ["messaging"]
{}
)",
                       people.turnover, people.time_to_fill, people.nurses, people.workload, burnout) +
           std::string{rest};
}

double logit(double p) { return std::log(p / (1 - p)); }
double logistic(double x) { return 1 / (1 + std::exp(-x)); }

/// Half as much work again, on twelve hours: six hours of burden a shift. From the second Monday on a
/// thirteenth root of e of the way is left after each week.
TEST(Burnout, FollowsBurdenWithItsLag) {
    const History run{
        blueprint_of(hospital({.nurses = 10, .workload = "150 %"},
                              "[burnout]\nreference = \"42 %\"\nper_hour = 0.3\nlag = \"13 weeks\"\n"))};
    const std::vector<double> burnout = run.series("burnout");
    const double limit = logistic(logit(0.42) + 0.3 * 6);
    for (std::size_t week = 0; week < 52; ++week)
        EXPECT_NEAR(burnout[week], limit + (0.42 - limit) * std::exp(-static_cast<double>(week) / 13), 1e-6)
            << week;
    EXPECT_NEAR(run.scalar("burnout_end"), limit + (0.42 - limit) * std::exp(-51.0 / 13), 1e-9);
}

TEST(Burnout, RecedesWhereWorkIsLight) {
    const History run{
        blueprint_of(hospital({.nurses = 10, .workload = "90 %"},
                              "[burnout]\nreference = \"42 %\"\nper_hour = 0.5\nlag = \"1 week\"\n"))};
    EXPECT_NEAR(run.last("burnout"), logistic(logit(0.42) - 0.5 * 1.2), 1e-6);
}

/// The hazard lived through in weekly steps is the constant hazard's, to the second in which somebody leaves.
TEST(Burnout, WithoutExitsMovesNobodysLastDay) {
    const People people{
        .nurses = 200, .workload = "150 %", .turnover = "60 % per year", .time_to_fill = "40 days"};
    const Blueprint without = blueprint_of(hospital(people, "", "", "156 weeks"));
    const Blueprint with = blueprint_of(
        hospital(people, "[burnout]\nexits = \"0 %\"\nper_hour = 1\nlag = \"4 weeks\"\ncynicism = 0\n", "",
                 "156 weeks"));
    for (std::uint64_t r = 0; r < 5; ++r) {
        const History a{without, r, Tracing::on}, b{with, r, Tracing::on};
        const auto left = a.traced("person left"), all_the_same = b.traced("person left");
        ASSERT_EQ(left.size(), all_the_same.size()) << r;
        EXPECT_GT(left.size(), 200U);
        for (std::size_t i = 0; i < left.size(); ++i) {
            EXPECT_EQ(left[i].entity, all_the_same[i].entity);
            EXPECT_LE(std::abs(left[i].time - all_the_same[i].time), 1)
                << i;  // rounding, at most once a week
        }
        EXPECT_GT(b.scalar("burnout_end"), 0.9);
    }
}

/// Burnout is at its limit B from the second Monday on, and the hazard 1 + exits (B / reference - 1) times
/// that of the contract. False alarm 1e-6 each; 13 600 leavers see an error of 4.2 % in the hazard.
TEST(Burnout, DrivesOutAsManyAsItsHazardSays) {
    for (const auto& [workload, hours] : {std::pair{"150 %", 6.0}, {"90 %", -1.2}}) {
        const Blueprint blueprint = blueprint_of(
            hospital({.workload = workload, .turnover = "100 % per year"},
                     "[burnout]\nreference = \"42 %\"\nper_hour = 0.5\nlag = \"1 h\"\nexits = \"60 %\"\n"));
        Estimate left;
        for (std::uint64_t r = 0; r < 20; ++r) left.add(History{blueprint, r}.scalar("resignations"));
        const double factor = 1 + 0.6 * (logistic(logit(0.42) + 0.5 * hours) / 0.42 - 1);
        const double expected = 400 * (7.25 + factor * (364 - 7.25)) / 365.25;
        EXPECT_LT(std::abs(left.sum - 20 * expected) / std::sqrt(20 * expected), one_in_a_million)
            << left.mean() << ' ' << expected;
        EXPECT_LT(left.variance() / expected, 3.2);  // chi-square, 19 df, 1e-6
        EXPECT_GT(left.variance() / expected, 0.1);
    }
}

/// Whoever leaves because of burnout, and only they, stays when there is none.
TEST(Burnout, WithoutItNobodyLeavesWhoLeavesOfNothingElse) {
    const History run{blueprint_of(hospital({.workload = "0 %", .turnover = "500 % per year"},
                                            "[burnout]\nper_hour = 5\nlag = \"1 h\"\nexits = \"100 %\"\n"))};
    const std::vector<double> left = run.series("resignations");
    EXPECT_GT(left[0], 10);
    EXPECT_LE(left.back(), left[1]);  // those of the first week and of the first Monday's six hours
    EXPECT_LT(run.last("burnout"), 1e-9);
}

/// More burnout is more hazard at every instant: on the same luck nobody of the first to hold a post stays
/// longer.
TEST(Burnout, NeverKeepsAnybodyLonger) {
    const People people{.nurses = 300, .workload = "130 %", .turnover = "50 % per year"};
    const auto first_exits = [&](const char* exits) {
        const History run{
            blueprint_of(hospital(
                people,
                fmt::format("[burnout]\nper_hour = 0.5\nlag = \"26 weeks\"\nexits = \"{}\"\n", exits))),
            3, Tracing::on};
        std::vector<std::int64_t> times(300, std::numeric_limits<std::int64_t>::max());
        for (const TraceRecord& record : run.traced("person left")) {
            std::int64_t& time = times[static_cast<std::size_t>(record.entity)];
            time = std::min(time, record.time);
        }
        return times;
    };
    const auto none = first_exits("0 %"), some = first_exits("30 %"), many = first_exits("60 %");
    int sooner = 0;
    for (std::size_t post = 0; post < 300; ++post) {
        EXPECT_GE(none[post], some[post]) << post;
        EXPECT_GE(some[post], many[post]) << post;
        sooner += many[post] < none[post];
    }
    EXPECT_GT(sooner, 100);
}

/// Each shift takes cynicism times the burnout beyond the reference from attitudes that nothing else moves.
TEST(Burnout, TakesTheHeartOutOfPeople) {
    const History run{blueprint_of(
        hospital({.nurses = 10, .workload = "150 %"},
                 "[burnout]\nreference = \"42 %\"\nper_hour = 0.3\nlag = \"13 weeks\"\ncynicism = 0.002\n",
                 std::string{indifferent} + "[plan]\nlive = { kind = \"go_live\" }\n", "26 weeks"))};
    const std::vector<double> attitude = run.series("attitude.phone"), burnout = run.series("burnout");
    double expected = 0;
    for (std::size_t week = 0; week < 26; ++week) {
        expected -= 7 * 0.002 * (burnout[week] - 0.42);
        EXPECT_NEAR(attitude[week], expected, 1e-5) << week;
    }
    EXPECT_LT(expected, -0.05);
}

/// Vacancies load those who are left: the longer a post stays empty, the more burnout there is.
TEST(Burnout, GrowsWithVacancies) {
    double before = 0;
    for (const char* filling : {"0 days", "60 days", "180 days"}) {
        const History run{blueprint_of(hospital({.turnover = "50 % per year", .time_to_fill = filling},
                                                "[burnout]\nper_hour = 0.5\nlag = \"4 weeks\"\n"))};
        EXPECT_GT(run.scalar("burnout_end"), before) << filling;
        before = run.scalar("burnout_end");
    }
}

}  // namespace
}  // namespace golive::model::testing
