//! M17 and M20, burden: minutes add up, from uses, frictions and hours taken to shifts, evenings and care.
// SPDX-License-Identifier: Apache-2.0
#include "model/clinician_burden.hpp"

#include "model/ledger.hpp"
#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

constexpr MinutesByCause one_of_each{1, 2, 4, 8, 16, 32, 64};

TEST(MinutesOfUses, SaveAndCostByTheUse) {
    const MinutesPerUse each{.saves = 2, .unskilled = 3, .misfit = 5};
    EXPECT_DOUBLE_EQ(minutes_of_uses(each, 10, 0, 1), -20);
    EXPECT_DOUBLE_EQ(minutes_of_uses(each, 10, 4, 1), -20 + 12);
    EXPECT_DOUBLE_EQ(minutes_of_uses(each, 10, 0, 0.6), -20 + 20);
    EXPECT_EQ(minutes_of_uses(each, 0, 0, 0.6), 0);
}

TEST(Documentation, IsAllButWhatTheRolloutAndCoveringTake) {
    EXPECT_DOUBLE_EQ(documentation_of(one_of_each), 1 + 2 + 4 + 8 + 16);
}

/// Whatever the share that is left for after the shift, what is done there and what is missing on it are all.
TEST(Documentation, IsDoneAfterTheShiftOrMissingOnIt) {
    for (const double overflow : {0.0, 0.25, 1.0}) {
        const double after = after_hours_of(20, 60, overflow);
        EXPECT_DOUBLE_EQ(after, 20 + 60 * overflow);
        EXPECT_DOUBLE_EQ(lost_on_shift_of(60, after, 20, 0) + (after - 20), 60);
        EXPECT_DOUBLE_EQ(lost_on_shift_of(60, after, 20, 30), lost_on_shift_of(60, after, 20, 0) + 30);
    }
    EXPECT_EQ(after_hours_of(20, -60, 0.5), 0);  // no evening is shorter than none
    EXPECT_DOUBLE_EQ(lost_on_shift_of(-60, 0, 20, 0), -40);
}

TEST(Covering, IsTheWorkOfThoseWhoAreNotThere) {
    EXPECT_EQ(covering_minutes(1, 720), 0);
    EXPECT_DOUBLE_EQ(covering_minutes(1.25, 720), 180);
    EXPECT_LT(covering_minutes(0.9, 720), 0);
}

TEST(Throughput, IsTheShareOfTheShiftThatIsLeft) {
    EXPECT_EQ(throughput_of(0, 480), 1);
    EXPECT_EQ(throughput_of(120, 480), 0.75);
    EXPECT_EQ(throughput_of(-48, 480), 1.1);
    EXPECT_EQ(throughput_of(1000, 480), 0);
    EXPECT_EQ(throughput_of(1000, 0), 1);
}

struct Use {
    std::string intercept = "50";
    std::string saves = "0 s";
    std::string unskilled = "0 s";
    std::string misfit = "0 s";
    std::string friction = "0 %";
    std::string friction_time = "0 s";
};

/// Everybody meets ten occasions a day, knows nothing and learns nothing; six tenths of the work is fitted.
std::string hospital(const Use& use, std::string_view rest = "", int nurses = 10,
                     std::string_view horizon = "20 weeks", std::string_view workload = "100 %") {
    std::string text =
        starting(horizon) + std::string{everyday_nurse} +
        "documentation = \"150 min per shift\"\nafter_hours = \"20 min per shift\"\noverflow = \"50 %\"\n" +
        one_unit(nurses) + fmt::format("workload = \"{}\"\n", workload) + std::string{indifferent} +
        fmt::format(R"(
friction = "{}"
friction_unskilled = "0 %"
friction_misfit = "0 %"
friction_time = "{}"
[learning]
uses = 1e6
[technology.phone]
purposes = ["messaging"]
fit = 0.6
fit_spread = 0
saves = "{}"
unskilled = "{}"
misfit = "{}"
{}
)",
                    use.friction, use.friction_time, use.saves, use.unskilled, use.misfit, rest);
    return text.replace(text.find("intercept = 0"), 13, "intercept = " + use.intercept);
}

constexpr std::string_view live = "[plan]\nlive = { kind = \"go_live\" }\n";

/// Ten uses a shift: each saves half a minute, and takes a minute more for lack of skill and a minute for
/// each whole misfit, of which there are four tenths.
TEST(Burden, OfUseIsWhatUsesSaveLessWhatTheyTake) {
    const auto after = [](const Use& use) {
        return History{blueprint_of(hospital(use, live))}.series("minutes.use");
    };
    const std::vector<double> saved = after({.saves = "30 s"}), unskilled = after({.unskilled = "60 s"}),
                              misfit = after({.misfit = "60 s"}),
                              all = after({.saves = "30 s", .unskilled = "60 s", .misfit = "60 s"});
    for (std::size_t week = 1; week < 20; ++week) {
        EXPECT_NEAR(saved[week], -5, 1e-5) << week;
        EXPECT_NEAR(unskilled[week], 10, 0.02) << week;  // two hundred uses of a million to mastery
        EXPECT_NEAR(misfit[week], 4, 1e-5) << week;
        EXPECT_NEAR(all[week], 9, 0.02) << week;
    }
}

TEST(Burden, OfUseFollowsUse) {
    const History run{blueprint_of(hospital({.intercept = "-50", .saves = "30 s", .misfit = "60 s"}, live))};
    const std::vector<double> minutes = run.series("minutes.use");
    for (std::size_t week = 1; week < 20; ++week) EXPECT_EQ(minutes[week], 0) << week;
}

/// A quarter of the uses meets friction, of two minutes each. False alarm 1e-6; 266 000 uses see an error
/// of 1.3 %.
TEST(Burden, OfFrictionIsItsTime) {
    const int nurses = 200;
    const History run{blueprint_of(hospital({.friction = "25 %", .friction_time = "2 min"}, live, nurses))};
    const std::vector<double> minutes = run.series("minutes.friction");
    double frictions = 0;
    for (std::size_t week = 1; week < 20; ++week) frictions += minutes[week] / 2 * nurses * 7;
    const int uses = 19 * nurses * 7 * 10;
    EXPECT_LT(std::abs(binomial_z(static_cast<int>(std::lround(frictions)), uses, 0.25)), one_in_a_million)
        << frictions;
}

/// Ten people spend an hour in class in the first week, of seventy shifts.
TEST(Burden, OfTheRolloutAreTheHoursThatItTakes) {
    const History run{blueprint_of(hospital({}, R"(
[team.trainers]
staff = 1
[course.basics]
seats = 10
length = "1 h"
no_show = "0 %"
release = "100 %"
[plan]
train = { kind = "train" }
)"))};
    const std::vector<double> minutes = run.series("minutes.rollout"), throughput = run.series("throughput");
    for (std::size_t week = 1; week < 20; ++week) {
        EXPECT_NEAR(minutes[week], week == 1 ? 600.0 / 70 : 0, 1e-5) << week;
        EXPECT_NEAR(throughput[week], 1 - (week == 1 ? 600.0 / 70 / 720 : 0), 1e-6) << week;
    }
    EXPECT_NEAR(run.scalar("lowest_throughput"), 1 - 600.0 / 70 / 720, 1e-9);
    EXPECT_EQ(run.last("after_hours"), 20);  // classes are not documentation
}

/// Everything taken from a unit in a week is in its minutes a week later: shifts times minutes are the
/// ledger's hours, but for those of nobody in particular, at meetings. Nobody comes or goes.
void expect_hours_add_up(const Blueprint& blueprint, double shifts) {
    for (std::uint64_t r = 0; r < 3; ++r) {
        const History run{blueprint, r};
        const std::vector<double> minutes = run.series("minutes.rollout");
        std::vector<double> hours(minutes.size());
        for (const auto& [taken, cause] : hours_names)
            for (std::size_t week = 0; cause != "meetings" && week < hours.size(); ++week)
                hours[week] += run.series("clinician_hours." + std::string{cause})[week];
        double sum = 0;
        for (std::size_t week = 1; week < minutes.size(); ++week) {
            sum += minutes[week] * shifts / 60;
            EXPECT_GE(sum, hours[week - 1] - 1e-2) << week;  // reckoned six hours into the week
            EXPECT_LE(sum, hours[week] + 1e-2) << week;
        }
        EXPECT_GT(sum, 60);
    }
}

TEST(Burden, AddsUpToTheHoursThatTheLedgerTook) {
    const std::vector<std::string> loyal = {"role.nurse.turnover=0 % per year",
                                            "role.physician.turnover=0 % per year"};
    expect_hours_add_up(blueprint_of_file("one-clinic.toml", {.overrides = loyal}), 46 * 3 + 14 * 4);
    std::vector<std::string> by_it = loyal;
    by_it.emplace_back("plan.choose.by=it");  // a joint choice takes the time of clinicians of no unit
    const scenario::Loaded all =
        scenario::load(std::string{GOLIVE_SOURCE_DIR} + "/tests/support/every_section.toml",
                       {.overrides = std::move(by_it)});
    ASSERT_TRUE(all.scenario);
    expect_hours_add_up(Blueprint{all.scenario}, 41 * 3 + 7 * 4);
}

double documentation(const History& run, std::size_t week) {
    double sum = 0;
    for (const char* cause : {"use", "friction", "switching", "double_documentation", "mandates"})
        sum += run.series("minutes." + std::string{cause})[week];
    return sum;
}

/// No minute is lost between the shift and its evening: what is missing on one and what is added to the other
/// is what documentation and the rollout take, also where more is saved than evenings had.
TEST(Burden, IsOnTheShiftOrAfterIt) {
    for (const char* saves : {"-90 s", "0 s", "90 s", "10 min"}) {
        const History run{blueprint_of(hospital({.saves = saves, .misfit = "60 s"}, live))};
        const std::vector<double> throughput = run.series("throughput"), evening = run.series("after_hours"),
                                  rollout = run.series("minutes.rollout");
        for (std::size_t week = 1; week < 20; ++week) {
            EXPECT_NEAR((1 - throughput[week]) * 720 + evening[week] - 20,
                        documentation(run, week) + rollout[week], 1e-3)
                << saves << ' ' << week;
            EXPECT_GE(evening[week], 0);
        }
        EXPECT_NEAR(run.scalar("documentation_end"), documentation(run, 19), 1e-3);
        EXPECT_NEAR(run.scalar("after_hours_end"), evening[19], 1e-3);
    }
}

/// Half of what comes on top is done in the evening: of 15 minutes a shift 7.5.
TEST(Burden, OverflowsIntoTheEvening) {
    const History run{blueprint_of(hospital({.saves = "-90 s"}, live))};
    EXPECT_NEAR(run.last("after_hours"), 20 + 7.5, 1e-4);
    EXPECT_NEAR(run.last("throughput"), 1 - 7.5 / 720, 1e-6);
    const History saved{
        blueprint_of(hospital({.saves = "10 min"}, live))};  // 100 minutes: 20 of them in the evening
    EXPECT_EQ(saved.last("after_hours"), 0);
    EXPECT_NEAR(saved.last("throughput"), 1 + 80.0 / 720, 1e-6);
}

/// A tenth more work than the people who are there are for: a tenth of their shift.
TEST(Burden, OfCoveringIsTheWorkBeyondCapacity) {
    const History run{blueprint_of(hospital({}, "", 10, "20 weeks", "110 %"))};
    EXPECT_NEAR(run.last("minutes.covering"), 72, 1e-4);
    EXPECT_EQ(run.last("throughput"), 1);  // it is done, at the expense of who does it
}

/// The last four weeks and no fifth: phones go live so that uses are counted in the last three of them only.
TEST(Burden, AtTheEndIsThatOfTheLastFourWeeks) {
    std::string late =
        hospital({.saves = "-60 s"}, "[plan]\nlive = { kind = \"go_live\", start = 2027-04-26 }\n");
    const History run{blueprint_of(late)};  // day 112, the Monday of week 16 of 20
    const std::vector<double> minutes = run.series("minutes.use");
    EXPECT_EQ(minutes[16], 0);
    EXPECT_NEAR(minutes[17], 10, 1e-5);
    EXPECT_NEAR(run.scalar("documentation_end"), 30.0 / 4, 1e-5);
}

}  // namespace
}  // namespace golive::model::testing
