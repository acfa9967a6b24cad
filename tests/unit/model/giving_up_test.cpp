//! Why people give up: the blame of one moment, and what a replication records of it.
// SPDX-License-Identifier: Apache-2.0
#include "model/giving_up.hpp"

#include "model/odds.hpp"
#include "outcomes.hpp"
#include "small_hospital.hpp"

#include <numeric>
#include <random>

namespace golive::model::testing {
namespace {

double of(const Blame& blame, Reason reason) { return blame[static_cast<std::size_t>(reason)]; }
double sum_of(const Blame& blame) { return std::accumulate(blame.begin(), blame.end(), 0.0); }

// ---------------------------------------------------------------- the blame of one moment

TEST(Blame, IsAllOfTheOneThingThatIsNotAsItCanBe) {
    for (std::size_t r = 0; r < reason_count; ++r) {
        const auto reason = static_cast<Reason>(r);
        Situation situation{.log_odds = -1};
        if (reason == Reason::no_device)
            situation.device_share = 0.4;
        else if (reason == Reason::no_purpose)
            situation.purpose_share = 0.4;
        else
            situation.gains[r] = 2;
        EXPECT_DOUBLE_EQ(of(blame_for(situation), reason), 1) << reason_names[reason];
        EXPECT_DOUBLE_EQ(sum_of(blame_for(situation)), 1);
    }
}

/// Use is 0.5 * logistic(-2): with devices for all it would double, with skill it would be 0.5 * logistic(0).
TEST(Blame, IsInProportionToWhatEachAloneWouldGain) {
    Situation situation{.log_odds = -2, .device_share = 0.5};
    situation.gains[static_cast<std::size_t>(Reason::skill)] = 2;
    const double devices = 0.5 * logistic(-2);
    const double skill = 0.5 * (0.5 - logistic(-2));
    const Blame blame = blame_for(situation);
    EXPECT_NEAR(of(blame, Reason::no_device), devices / (devices + skill), 1e-12);
    EXPECT_NEAR(of(blame, Reason::skill), skill / (devices + skill), 1e-12);
}

TEST(Blame, OfWhatLacksDevicesAndPurposesAltogetherIsShared) {
    Situation situation{.log_odds = -1, .device_share = 0, .purpose_share = 0};
    situation.gains.fill(1);
    const Blame blame = blame_for(situation);
    EXPECT_DOUBLE_EQ(of(blame, Reason::no_device), 0.5);
    EXPECT_DOUBLE_EQ(of(blame, Reason::no_purpose), 0.5);
    EXPECT_DOUBLE_EQ(sum_of(blame), 1);
}

TEST(Blame, IsOfAttitudeWhereEverythingStandsAsWellAsItCan) {
    EXPECT_DOUBLE_EQ(of(blame_for(Situation{.log_odds = -3}), Reason::attitude), 1);
}

/// Weights of the scenario may have the other sign: then hurry makes people use it.
TEST(Blame, IsNeverNegative) {
    Situation situation{.log_odds = -1};
    situation.gains[static_cast<std::size_t>(Reason::burden)] = -2;
    situation.gains[static_cast<std::size_t>(Reason::skill)] = 1;
    const Blame blame = blame_for(situation);
    EXPECT_EQ(of(blame, Reason::burden), 0);
    EXPECT_DOUBLE_EQ(of(blame, Reason::skill), 1);
}

Situation any_situation(std::mt19937_64& engine) {
    std::uniform_real_distribution<double> share{0.05, 1}, gain{0, 2}, odds{-6, -2};
    Situation situation{
        .log_odds = odds(engine), .device_share = share(engine), .purpose_share = share(engine)};
    for (const Reason reason : {Reason::skill, Reason::fit, Reason::unanswered, Reason::attitude,
                                Reason::burden, Reason::peers, Reason::old_way})
        situation.gains[static_cast<std::size_t>(reason)] = gain(engine);
    return situation;
}

/// One thing worse, everything else as it was: it is blamed more. Where people are as unlikely to use it as
/// those are who give up; beyond log odds of zero every single thing matters less and less.
TEST(Blame, GrowsWithWhatGetsWorse) {
    std::mt19937_64 engine{20270104};
    for (int trial = 0; trial < 2000; ++trial) {
        const Situation before = any_situation(engine);
        EXPECT_NEAR(sum_of(blame_for(before)), 1, 1e-12);
        for (std::size_t r = 0; r < reason_count; ++r) {
            const auto reason = static_cast<Reason>(r);
            Situation worse = before;
            if (reason == Reason::no_device) {
                worse.device_share *= 0.8;
            } else if (reason == Reason::no_purpose) {
                worse.purpose_share *= 0.8;
            } else {
                worse.log_odds -= 0.3;
                worse.gains[r] += 0.3;
            }
            EXPECT_GT(of(blame_for(worse), reason), of(blame_for(before), reason)) << reason_names[reason];
        }
    }
}

// ---------------------------------------------------------------- what a replication records

/// A technology that hardly anybody likes, live on the first morning. Whatever `rest` says is added.
std::string disliked(std::string_view rest, std::string_view technology = "") {
    return starting("40 weeks") + std::string{everyday_nurse} + units(2, 10) +
           "[technology.phone]\npurposes = [\"messaging\"]\n" + std::string{technology} + R"(
[adoption]
intercept = -2
attitude = 0.5
initial_attitude = 0
abandoned_below = "20 %"
)" + std::string{rest} +
           "[plan]\nlive = { kind = \"go_live\", technology = \"phone\" }\n";
}

std::vector<double> by_reason(const History& run) {
    std::vector<double> sums(reason_count);
    for (std::size_t i = 0; i < run.result().gave_up.size(); ++i)
        sums[i % reason_count] += static_cast<double>(run.result().gave_up[i]);
    return sums;
}

double total(const std::vector<double>& sums) { return std::accumulate(sums.begin(), sums.end(), 0.0); }

/// Over replications: how often people gave up for a reason, of all times.
double share_of(Reason reason, const Blueprint& blueprint) {
    double blamed = 0, all = 0;
    for (std::uint64_t r = 0; r < 10; ++r) {
        const auto sums = by_reason(History{blueprint, r});
        blamed += sums[static_cast<std::size_t>(reason)];
        all += total(sums);
    }
    EXPECT_GT(all, 50) << "hardly anybody gave up";
    return blamed / all;
}

double abandonments(const History& run) {
    const auto stages = run.traced("state changed");
    return static_cast<double>(std::ranges::count_if(
        stages, [](const TraceRecord& record) { return record.value == 5; }));  // abandoned
}

/// Floats keep seven digits: their sum over a few places is the number of times to well within a half.
TEST(GivingUp, IsRecordedOnceForEveryoneWhoAbandonsIt) {
    double all = 0;
    for (const Blueprint& blueprint :
         {blueprint_of(disliked("")), blueprint_of_file("../tests/support/every_section.toml")})
        for (std::uint64_t r = 0; r < 5; ++r) {
            const History run{blueprint, r, Tracing::on};
            const double times = static_cast<double>(run.traced("gave up").size());
            EXPECT_NEAR(total(by_reason(run)), times, 1e-3);
            EXPECT_EQ(abandonments(run), times);
            all += times;
        }
    EXPECT_GT(all, 100);
}

TEST(GivingUp, IsTracedWithTheReasonThatWeighedMost) {
    const History run{blueprint_of(disliked("")), 0, Tracing::on};
    for (const TraceRecord& record : run.traced("gave up")) {
        EXPECT_GE(record.value, 0);
        EXPECT_LT(record.value, static_cast<double>(reason_count));
    }
}

TEST(GivingUp, HasNoReasonThatTheScenarioDoesNotHave) {
    const auto sums = by_reason(History{blueprint_of(disliked(""))});
    EXPECT_EQ(sums[static_cast<std::size_t>(Reason::no_device)], 0);
    EXPECT_EQ(sums[static_cast<std::size_t>(Reason::no_purpose)], 0);
    EXPECT_EQ(sums[static_cast<std::size_t>(Reason::old_way)], 0);
    EXPECT_GT(sums[static_cast<std::size_t>(Reason::skill)], 0);
}

TEST(GivingUp, IsBlamedOnTheOldWayWhileThatIsThere) {
    EXPECT_GT(share_of(Reason::old_way, blueprint_of(disliked("", "replaces = [\"pagers\"]\n"))), 0.02);
}

/// Ordered once and again half a year later: what is lost in between is missing.
Blueprint phones_that_get_lost(std::string_view loss) {
    return blueprint_of(starting("60 weeks") + std::string{everyday_nurse} + units(2, 10) +
                        fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
device = {{ for = "nurse on shift", ratio = 1, spares = "0 %", guess = 1 }}
failure = "0 per year"
loss = "{}"
[team.it]
staff = 20
background = []
[adoption]
intercept = -1.5
abandoned_below = "20 %"
[plan]
order = {{ kind = "procure", lead_time = "26 weeks" }}
stage = {{ kind = "deploy", team = "it", after = ["order"] }}
live = {{ kind = "go_live", after = ["stage"] }}
)",
                                    loss));
}

TEST(GivingUp, IsBlamedOnMissingDevicesTheMoreOfThemAreLost) {
    const double none = share_of(Reason::no_device, phones_that_get_lost("0 per year"));
    const double some = share_of(Reason::no_device, phones_that_get_lost("2 per year"));
    const double many = share_of(Reason::no_device, phones_that_get_lost("10 per year"));
    EXPECT_EQ(none, 0);
    EXPECT_GT(some, 0.005);
    EXPECT_GT(many, 2 * some);
}

TEST(GivingUp, IsBlamedOnTheMissingPurposeWhereNothingIsBuilt) {
    const std::string half = R"(
[role.clerk]
shift = { length = "12 h", per_week = 7 }
opportunities = { messaging = 5, charting = 5 }
)";
    const auto with = [&](std::string_view purposes, std::string_view integration) {
        return blueprint_of(starting("40 weeks") + half +
                            "[[site]]\nname = \"Hill\"\n[[site.unit]]\nname = \"Ward\"\nclerk = 20\n" +
                            fmt::format(R"(
[technology.phone]
purposes = [{}]
{}
[adoption]
intercept = -1
abandoned_below = "20 %"
[plan]
live = {{ kind = "go_live" }}
)",
                                        purposes, integration));
    };
    EXPECT_EQ(share_of(Reason::no_purpose, with("\"messaging\"", "")), 0);
    EXPECT_GT(share_of(Reason::no_purpose, with("\"messaging\", \"charting\"",
                                                "integration = { charting = { team = \"it\", effort = "
                                                "\"90 h\" } }\n[team.it]\nstaff = 1")),
              0.05);
}

/// People who would like it, but most of what they do with it goes wrong; everyone who has a problem calls.
Blueprint phones_that_need_help(int agents) {
    return blueprint_of(starting("40 weeks") + std::string{everyday_nurse} + units(2, 10) +
                        fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
[adoption]
intercept = -0.5
attitude = 3
initial_attitude = 0.3
friction = "70 %"
experience_rate = 0.1
abandoned_below = "25 %"
[support]
needs_help = "100 %"
calls = "100 %"
[team.help-desk]
staff = {}
calendar = "24/7"
other_calls = "0 per day"
patience = {{ dist = "exponential", mean = "6 min" }}
first_contact_resolution = "100 %"
[plan]
live = {{ kind = "go_live" }}
)",
                                    agents));
}

TEST(GivingUp, IsBlamedOnUnansweredCallsOnlyWhereNobodyAnswers) {
    EXPECT_EQ(share_of(Reason::unanswered, phones_that_need_help(500)), 0);
    EXPECT_GT(share_of(Reason::unanswered, phones_that_need_help(0)), 0.05);
}

/// What is written down about people changes nothing for them: with the trace or without.
TEST(GivingUp, RecordingMovesNobody) {
    const Blueprint blueprint = blueprint_of(disliked(""));
    const History silent{blueprint}, traced{blueprint, 0, Tracing::on};
    EXPECT_EQ(silent.result().fingerprint, traced.result().fingerprint);
    EXPECT_EQ(silent.result().gave_up, traced.result().gave_up);
}

}  // namespace
}  // namespace golive::model::testing
