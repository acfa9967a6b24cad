//! What a replication records of people who give up.
// SPDX-License-Identifier: Apache-2.0
#include "model/giving_up.hpp"

#include "outcomes.hpp"
#include "small_hospital.hpp"

#include <numeric>

namespace golive::model::testing {
namespace {

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
