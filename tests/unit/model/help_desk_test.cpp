//! M13, the help desk: whole replications against Erlang A, and every call accounted for.
// SPDX-License-Identifier: Apache-2.0
#include "model/help_desk.hpp"

#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

TEST(Regulars, AnswerTheirShareOfTheCalls) {
    EXPECT_EQ(share_of_regulars(2, 0), 1);
    EXPECT_EQ(share_of_regulars(3, 1), 0.75);
    EXPECT_EQ(share_of_regulars(0, 2), 0);
    EXPECT_EQ(share_of_regulars(0, 0), 0);
}

std::string hospital(std::string_view horizon, std::string_view desk, std::string_view rest) {
    return starting(horizon) + std::string{everyday_nurse} + one_unit(10) +
           "[technology.phone]\npurposes = [\"messaging\"]\n" + std::string{one_wave} +
           "[team.desk]\ncalendar = \"24/7\"\n" + std::string{desk} + "\n" + std::string{rest};
}

/// M/M/s with impatient customers (Palm 1946; Garnett, Mandelbaum and Reiman 2002), by its birth and death
/// rates.
struct ErlangA {
    double abandoned = 0;    ///< share of the callers
    double served_wait = 0;  ///< mean wait of those who are answered
    ErlangA(double arrival, double service, double patience, int servers) {
        constexpr int most = 400;
        std::vector<double> weight{1};
        for (int n = 1; n < most; ++n)
            weight.push_back(weight.back() * arrival /
                             (std::min(n, servers) * service + std::max(0, n - servers) * patience));
        double all = 0, answered = 0, waited = 0;
        for (int n = 0; n < most; ++n) {
            double chance = 1, wait = 0;  // of whoever finds n there
            for (int ahead = n - servers; ahead >= 0; --ahead) {
                const double moves = servers * service + (ahead + 1) * patience;
                chance *= (moves - patience) / moves;
                wait += 1 / moves;
            }
            const double weight_n = weight[static_cast<std::size_t>(n)];
            all += weight_n;
            answered += weight_n * chance;
            waited += weight_n * chance * wait;
        }
        abandoned = 1 - answered / all;
        served_wait = waited / answered;
    }
};

/// Ten callers an hour, ten minutes a call, two agents, a quarter of an hour of patience. False alarm 1e-6
/// each; sees errors of about 0.6 percentage points of abandonment and 0.06 minutes of wait.
TEST(HelpDesk, IsAnErlangAQueue) {
    const Blueprint blueprint = blueprint_of(hospital("12 weeks", R"(staff = 2
handling = { dist = "exponential", mean = "10 min" }
patience = { dist = "exponential", mean = "15 min" }
other_calls = "1 per h")",
                                                      "[support]\n"));
    Estimate abandoned, wait;
    for (std::uint64_t r = 0; r < 25; ++r) {
        const History run{blueprint, r};
        abandoned.add(run.scalar("help_abandoned"));
        wait.add(run.scalar("help_wait"));
    }
    const ErlangA theory{10, 6, 4, 2};
    EXPECT_LT(std::abs(abandoned.z(theory.abandoned)), 7.5)
        << abandoned.mean() << " for " << theory.abandoned;  // t, 24 df
    EXPECT_LT(std::abs(wait.z(60 * theory.served_wait)), 7.5)
        << wait.mean() << " for " << 60 * theory.served_wait;
}

/// False alarm 1e-6; sees an error of 2 % in the rate of 10 000 calls.
TEST(HelpDesk, CallsComeAtTheRateOfTheNetwork) {
    const Blueprint blueprint =
        blueprint_of(hospital("10 weeks", "staff = 2\nother_calls = \"1 per day\"", "[support]\n"));
    double calls = 0;
    for (std::uint64_t r = 0; r < 20; ++r)
        for (const double week : History{blueprint, r}.series("help_calls")) calls += week;
    EXPECT_LT(std::abs(calls - 14'000) / std::sqrt(14'000.0), one_in_a_million) << calls;
}

constexpr std::string_view trouble = R"(
[support]
needs_help = "100 %"
calls = "100 %"
[adoption]
intercept = 50
friction = "20 %"
friction_unskilled = "0 %"
friction_misfit = "0 %"
abandoned_below = "0 %"
[plan]
live = { kind = "go_live" }
)";

/// Ten nurses, seven days, ten uses a shift, a fifth of them a problem. False alarm 1e-6; sees an error of 4
/// percentage points.
TEST(HelpDesk, WhoeverNeedsHelpAndCallsIsCounted) {
    const Blueprint blueprint =
        blueprint_of(hospital("4 weeks", "staff = 50\nother_calls = \"0 per day\"", trouble));
    const History run{blueprint};
    EXPECT_LT(std::abs(binomial_z(static_cast<int>(run.scalar("help_calls")), 10 * 28 * 10, 0.2)),
              one_in_a_million)
        << run.scalar("help_calls");
}

/// Before the first morning after the last shift all calls have ended one way or the other.
TEST(HelpDesk, EveryCallIsAnsweredOrAbandoned) {
    for (const char* staff : {"staff = 0", "staff = 1", "staff = 50"}) {
        const History run{blueprint_of(hospital("4 weeks", std::string{staff} + R"(
other_calls = "0 per day"
patience = { dist = "exponential", mean = "6 min" }
first_contact_resolution = "60 %")",
                                                trouble)),
                          0, Tracing::on};
        const double answered = static_cast<double>(run.traced("call answered").size());
        const double abandoned = static_cast<double>(run.traced("call abandoned").size());
        const double resolved = static_cast<double>(run.traced("call resolved").size());
        const double escalated = static_cast<double>(run.traced("call escalated").size());
        EXPECT_EQ(answered + abandoned, run.scalar("help_calls"));
        EXPECT_EQ(resolved + escalated, answered);
        EXPECT_EQ(escalated, run.scalar("help_escalated"));
        EXPECT_NEAR(run.scalar("help_abandoned"), abandoned / run.scalar("help_calls"), 1e-12);
        if (std::string_view{staff} == "staff = 0") {
            EXPECT_EQ(answered, 0);
        }
    }
}

TEST(HelpDesk, WithEnoughAgentsNobodyWaits) {
    const History run{blueprint_of(hospital("4 weeks", "staff = 50\nother_calls = \"0 per day\"", trouble))};
    EXPECT_EQ(run.scalar("help_wait"), 0);
    EXPECT_EQ(run.scalar("help_abandoned"), 0);
}

TEST(HelpDesk, EscalationsAreWorkForTheSecondLine) {
    const History run{blueprint_of(hospital("4 weeks", R"(staff = 50
other_calls = "0 per day"
handling = "10 min"
wage = "$60 per h"
first_contact_resolution = "0 %"
escalates_to = "it"
escalation_effort = "30 min"
[team.it]
staff = 50
calendar = "24/7"
wage = "$90 per h")",
                                            trouble)),
                      0, Tracing::on};
    const double calls = run.scalar("help_calls");
    EXPECT_EQ(run.scalar("help_escalated"), calls);
    EXPECT_EQ(static_cast<double>(run.traced("escalation solved").size()), calls);
    EXPECT_NEAR(run.scalar("cost.support"), calls * (60 / 6.0 + 90 / 2.0), 1e-6);
    EXPECT_NEAR(run.scalar("clinician_hours.help_desk"), calls / 6, 1e-6);
}

/// One at the elbow for every ten nurses, twelve hours a day: as long as the hypercare of any technology of
/// the unit lasts.
TEST(HelpDesk, ElbowStaffStayAsLongAsAnyHypercareLasts) {
    std::string text = hospital("8 weeks", "staff = 1\nother_calls = \"0 per day\"", R"(
[technology.tablet]
purposes = ["messaging"]
[costs]
elbow_wage = "$100 per h"
[plan]
phone = { kind = "go_live", technology = "phone" }
tablet = { kind = "go_live", technology = "tablet" }
short = { kind = "hypercare", technology = "phone", after = ["phone"], length = "1 week", elbow_support = "1 per 10 clinicians" }
long = { kind = "hypercare", technology = "tablet", after = ["tablet"], length = "3 weeks", elbow_support = "1 per 10 clinicians" }
[support]
needs_help = "0 %"
)");
    EXPECT_DOUBLE_EQ(History{blueprint_of(text)}.scalar("cost.support"), 21 * 12 * 100);
}

}  // namespace
}  // namespace golive::model::testing
