//! M14, use and adoption, where the equations have solutions that can be written down.
// SPDX-License-Identifier: Apache-2.0
#include "model/technology_use.hpp"
#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

TEST(StageOf, IsKeptBetweenItsThresholds) {
    AdoptionNumbers thresholds{};
    thresholds.adopted_above = Share{0.75};
    thresholds.workaround_below = Share{0.5};
    thresholds.abandoned_below = Share{0.25};
    for (const Stage before : {Stage::trial, Stage::adopted, Stage::workaround}) {
        EXPECT_EQ(stage_of(thresholds, before, 0.75), Stage::adopted);
        EXPECT_EQ(stage_of(thresholds, before, 0.7), before);
        EXPECT_EQ(stage_of(thresholds, before, 0.5), before);
        EXPECT_EQ(stage_of(thresholds, before, 0.3), Stage::workaround);
        EXPECT_EQ(stage_of(thresholds, before, 0.25), Stage::workaround);
        EXPECT_EQ(stage_of(thresholds, before, 0.2), Stage::abandoned);
    }
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    if (at == std::string::npos) throw Error{ErrorKind::model, "nothing to replace"};
    return text.replace(at, what.size(), with);
}

/// Ten messages that may be sent by phone and five scans for which nothing has been built yet.
std::string hospital(std::string_view horizon, int nurses, std::string_view adoption,
                     std::string_view technology = "", std::string_view rest = "") {
    return starting(horizon) +
           replaced(std::string{everyday_nurse}, "messaging = 10", "messaging = 10, scanning = 5") +
           one_unit(nurses) + "[technology.phone]\npurposes = [\"messaging\", \"scanning\"]\n" +
           std::string{technology} +
           "integration = { scanning = { team = \"it\", effort = \"90 h\", people = 1 } }\n[team.it]\nstaff "
           "= 10\nfocus = \"9 h per day\"\n" +
           std::string{one_wave} + std::string{adoption} + std::string{rest} +
           "[plan]\nlive = { kind = \"go_live\" }\n";
}

std::string with_intercept(std::string_view intercept) {
    return replaced(std::string{indifferent}, "intercept = 0", "intercept = " + std::string{intercept});
}

/// False alarm 1e-6 each; 35 000 occasions see an error of 1.3 percentage points.
TEST(Use, OfTheIndifferentIsTheLogisticOfTheInterceptTimesWhatIsBuilt) {
    for (const double intercept : {-1.5, 0.0, 0.7}) {
        const History run{
            blueprint_of(hospital("10 weeks", 50, with_intercept(fmt::format("{:.1f}", intercept))))};
        double uses = 0;
        for (const double week : run.series("adoption.phone")) uses += week * 50 * 7 * 15;
        EXPECT_LT(
            std::abs(binomial_z(static_cast<int>(std::lround(uses)), 50 * 70 * 10, logistic(intercept))),
            one_in_a_million);
    }
}

/// What use has shown by then is built away in no time, so that the ninety hours are all.
TEST(Use, OfTheDeterminedIsEverythingThatIsBuiltAndNothingElse) {
    const History run{
        blueprint_of(hospital("8 weeks", 20, with_intercept("50"), "", "[issues]\nbuild_effort = \"0 h\"\n") +
                     "build = { kind = \"build\", start = 2027-02-01 }\n")};
    const std::vector<double> adoption = run.series("adoption.phone");  // built on Friday of the week after
    for (std::size_t week = 0; week < 5; ++week) EXPECT_NEAR(adoption[week], 10.0 / 15, 1e-6) << week;
    for (std::size_t week = 6; week < 8; ++week) EXPECT_EQ(adoption[week], 1) << week;
    EXPECT_GT(adoption[5], 10.0 / 15);
    EXPECT_LT(adoption[5], 1);
}

/// Half of the phones have come: one for every second nurse. False alarm 1e-6; sees an error of 2 percentage
/// points.
TEST(Use, NeedsADeviceAtHand) {
    const History run{
        blueprint_of(hospital("11 weeks", 50, with_intercept("50"),
                              "device = { for = \"unit\", ratio = 50, spares = \"0 %\", guess = 1 "
                              "}\nfailure = \"0 per year\"\nloss = \"0 per year\"\n") +
                     "order = { kind = \"procure\", lead_time = \"0 days\", batches = 2, "
                     "batch_interval = \"40 weeks\" }\n"
                     "stage = { kind = \"deploy\", team = \"it\", effort = \"1 min per device\" "
                     "}\n")};
    const std::vector<double> adoption = run.series("adoption.phone");
    double holders = 0;  // a nurse with a phone sends all ten messages
    for (std::size_t week = 1; week < 11; ++week) holders += adoption[week] * 50 * 7 * 15 / 10;
    EXPECT_LT(std::abs(binomial_z(static_cast<int>(std::lround(holders)), 50 * 70, 0.5)), one_in_a_million)
        << holders;
}

TEST(Use, MakesSkillGrowTowardsMastery) {
    const History run{blueprint_of(
        hospital("8 weeks", 20, with_intercept("50"), "difficulty = 0.5\n",
                 "[learning]\nuses = 500\nspread = 0\ncomfort_effect = 0\nretained = \"100 %\"\n"))};
    const std::vector<double> skill = run.series("skill.phone");
    for (std::size_t week = 0; week < 8; ++week)  // ten uses a day
        EXPECT_NEAR(skill[week], 1 - std::exp(-70.0 * (static_cast<double>(week) + 1) / 500), 1e-5) << week;
}

/// Between persons the number of uses is lognormal with the given mean: so is the pace's inverse. Slow and
/// fast learners differ, and the unit as a whole lags the average person (Jensen). Checked by sign alone.
TEST(Use, SpreadBetweenPersonsSlowsTheMean) {
    const auto after = [](std::string_view spread) {
        return History{
            blueprint_of(hospital(
                "8 weeks", 200, with_intercept("50"), "difficulty = 0.5\n",
                fmt::format("[learning]\nuses = 500\nspread = {}\ncomfort_effect = 0\nretained = \"100 %\"\n",
                            spread)))}
            .last("skill.phone");
    };
    EXPECT_NE(after("1"), after("0"));
}

TEST(Use, AttitudesMoveAsTheRecurrenceSays) {
    const std::string pulled = replaced(
        replaced(with_intercept("50"), "leadership_rate = 0", "leadership_rate = 0.02\nleadership = 0.6"),
        "initial_attitude = 0", "initial_attitude = -0.4");
    const History run{blueprint_of(hospital("10 weeks", 20, pulled))};
    const std::vector<double> attitude = run.series("attitude.phone");
    for (std::size_t week = 0; week < 10; ++week)
        EXPECT_NEAR(attitude[week], 0.6 - std::pow(0.98, 7.0 * (static_cast<double>(week) + 1)), 1e-4)
            << week;
}

/// Smooth use pulls to +1, use full of friction to -1.
TEST(Use, ExperiencePullsToWhatItWasLike) {
    const auto final_attitude = [](std::string_view friction) {
        std::string text = replaced(
            with_intercept("50"), "experience_rate = 0",
            fmt::format("experience_rate = 0.1\nfriction = {}\nfriction_unskilled = 0\nfriction_misfit = 0",
                        friction));
        return History{blueprint_of(hospital("20 weeks", 20, text))}.last("attitude.phone");
    };
    EXPECT_NEAR(final_attitude("0"), 1, 1e-4);
    EXPECT_LT(final_attitude("0.95"), -0.9);
    EXPECT_LT(final_attitude("0.5"), final_attitude("0.1"));
}

/// A shift of nothing but frictions that weigh nothing has no tone at all, and not an undefined one.
TEST(Use, FrictionOfNoWeightIsHarmless) {
    const std::string text =
        replaced(with_intercept("50"), "experience_rate = 0",
                 "experience_rate = 0.1\nfriction = 1\nfriction_pain = 0\nunresolved_pain = 0");
    const History run{blueprint_of(hospital("20 weeks", 20, text))};
    EXPECT_FALSE(std::isnan(run.last("attitude.phone")));
}

TEST(Use, OfTheUnwillingEndsInAbandonment) {
    const std::string text = replaced(with_intercept("-50"), "abandoned_below = \"0 %\"",
                                      "abandoned_below = \"5 %\"\ntrial_shifts = 8");
    const History run{blueprint_of(hospital("4 weeks", 20, text))};
    EXPECT_EQ(run.series("people.abandoned.phone")[0], 0);  // seven shifts are no trial
    EXPECT_EQ(run.series("people.abandoned.phone")[1], 1);
    EXPECT_EQ(run.scalar("abandoned.phone"), 1);
}

TEST(Use, StagesAreAPartitionOfThePeople) {
    for (const char* file : {"one-clinic.toml", "clinical-mobility.toml"}) {
        const History run{blueprint_of_file(file), 3};
        for (std::size_t week = 0; week < run.catalogue().weeks; ++week) {
            double all = 0;
            for (const char* stage : {"not_live", "trained", "trial", "adopted", "workaround", "abandoned"})
                all += run.series(fmt::format("people.{}.smartphone", stage))[week];
            ASSERT_NEAR(all, 1, 1e-5) << week;
        }
    }
}

/// Fifty years: days since the start still fit where they are kept. A day's uses close 2 % of what is
/// missing, a night loses what its half-life says; in the end they balance.
TEST(Use, LongHorizonsKeepCount) {
    const History run{
        blueprint_of(hospital("49 years", 1, with_intercept("50"), "difficulty = 0.5\n",
                              "[learning]\nuses = 500\nspread = 0\ncomfort_effect = 0\nretained = "
                              "\"0 %\"\nhalf_life = \"300 days\"\n"))};
    const double missing = std::exp(-10.0 / 500), night = std::exp2(-1.0 / 300);
    EXPECT_NEAR(run.last("adoption.phone"), 10.0 / 15, 1e-6);
    EXPECT_NEAR(run.last("skill.phone"), night * (1 - missing) / (1 - night * missing), 1e-4);
}

}  // namespace
}  // namespace golive::model::testing
