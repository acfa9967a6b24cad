//! A mechanism at its neutral setting is no mechanism, to the last bit: whatever both runs record, they
//! record alike.
// SPDX-License-Identifier: Apache-2.0
#include "outcomes.hpp"

namespace golive::model::testing {
namespace {

const scenario::LoadOptions sixty_weeks{.horizon = "60 weeks"};
const Wanted everything = [](const std::string&) { return true; };

/// The main example without the sections of this header, in case it comes to have them.
std::string main_example_without(std::initializer_list<const char*> headers) {
    std::string text = text_of("clinical-mobility.toml");
    for (const char* header : headers)
        while (text.find(std::string{"\n"} + header) != std::string::npos) text = without(text, header);
    return text;
}

void expect_alike(const std::string& one, const std::string& other, const Wanted& wanted = everything,
                  const scenario::LoadOptions& options = sixty_weeks) {
    const History a{blueprint_of_text(one, options), 4}, b{blueprint_of_text(other, options), 4};
    expect_same(outcomes_of(a), outcomes_of(b), 10'000, wanted);
}

/// What nothing but the fragment's own section changes.
void expect_neutral(std::initializer_list<const char*> headers, const std::string& section,
                    const Wanted& wanted = everything) {
    const std::string base = main_example_without(headers);
    expect_alike(base, base + "\n" + section, wanted);
}

TEST(NeutralMechanism, ABudgetThatPaysForEverything) {
    expect_neutral({"[budget"}, "[budget]\ntotal = \"$500,000,000\"\n");
    expect_neutral({"[budget"},
                   "[budget]\ntotal = \"$500,000,000\"\nexhausted = \"reapprove\"\nbody = \"steering\"\n");
}

TEST(NeutralMechanism, AMandateAfterTheEnd) {
    expect_neutral({"[mandate"},
                   "[mandate.far-off]\ndate = 2035-01-01\nteam = \"integration\"\ndocumentation = \"9 min "
                   "per shift\"\n");
}

TEST(NeutralMechanism, DepartmentsWithoutIdeas) {
    expect_neutral({"[intake", "[systems"},
                   "[intake]\nprojects = \"0 per year\"\nstrategy_load = \"0 %\"\nteams = [\"integration\", "
                   "\"endpoint\"]\n");
}

/// Everything at once, at no cost, and ready to exactly minus the degree in which others are surprised.
TEST(NeutralMechanism, AnOfficerWhoChangesNothing) {
    const std::string base = main_example_without({"[digital_officer", "[intake", "[mandate"});
    scenario::LoadOptions options = sixty_weeks;
    options.overrides = {"adoption.surprise=0.05"};
    expect_alike(base,
                 base +
                     "\n[digital_officer]\nin_progress = 9\nreadiness = -0.05\nannounces = \"0 weeks\"\n"
                     "cost = \"$0 per year\"\n",
                 everything, options);
}

/// Devices and licences cost the same, in whole weeks the officer's pay is all that comes on top.
TEST(NeutralMechanism, AnOfficerCostsTheirPayAndNothingElse) {
    const std::string base = main_example_without({"[digital_officer", "[intake", "[mandate", "[value"});
    scenario::LoadOptions options = sixty_weeks;
    options.overrides = {"adoption.surprise=0.05"};
    const std::string pay =
        "\n[digital_officer]\nin_progress = 9\nreadiness = -0.05\nannounces = \"0 weeks\"\n";
    expect_alike(
        base, base + pay,
        [](const std::string& name) {
            return name.find("cost.total") == std::string::npos &&
                   name.find("cost.management") == std::string::npos &&
                   name.find("cost_to_live") == std::string::npos;
        },
        options);
}

TEST(NeutralMechanism, SystemsThatTakeNobodysTime) {
    expect_neutral({"[systems"},
                   "[systems]\nswitching = \"0 s\"\ndouble_documentation = \"0 min\"\nteam = \"endpoint\"\n"
                   "upkeep = \"0 h per week\"\n");
}

TEST(NeutralMechanism, NewsThatMovesNobody) { expect_neutral({"[early_wins"}, "[early_wins]\nrate = 0\n"); }

TEST(NeutralMechanism, MeasuringUptime) {
    expect_neutral({"[measuring"}, "[measuring]\nwhat = \"uptime\"\n");
}

TEST(NeutralMechanism, CountingNobodyAsLagging) {
    expect_neutral({"[measuring", "[alignment"}, "[measuring]\nbelow = \"0 %\"\n");
    expect_neutral({"[measuring", "[alignment"}, "[measuring]\nunits = 0\n");
}

TEST(NeutralMechanism, BurnoutThatDrivesNobodyOut) {
    expect_neutral({"[burnout"}, "[burnout]\nexits = \"0 %\"\ncynicism = 0\n");
}

/// Where burden moves nobody from the reference, exits and cynicism have nothing to act on.
TEST(NeutralMechanism, BurnoutThatBurdenDoesNotMove) {
    expect_neutral({"[burnout"}, "[burnout]\nper_hour = 0\nexits = \"60 %\"\ncynicism = 0.1\n");
}

TEST(NeutralMechanism, PuttingAValueOnIt) {
    expect_neutral({"[value"}, "[value]\nquality_payment = \"$1,000,000 per year\"\n");
}

TEST(NeutralMechanism, TeamsThatStabiliseForNoTime) {
    const std::string base = main_example_without({});
    scenario::LoadOptions options = sixty_weeks;
    const History a{blueprint_of_text(base, options), 4};
    options.overrides = {"team.integration.stabilisation=0 weeks", "team.endpoint.stabilisation=0 weeks"};
    const History b{blueprint_of_text(base, options), 4};
    expect_same(outcomes_of(a), outcomes_of(b), 10'000);
    EXPECT_EQ(a.result().fingerprint, b.result().fingerprint);
}

TEST(NeutralMechanism, ConsultantsOfWhomThereAreNone) {
    expect_neutral({"[team.integration.consultants", "[team.trainers.consultants"},
                   "[team.integration.consultants]\npeople = 0\n[team.trainers.consultants]\npeople = 0\n"
                   "from = 2027-06-01\nuntil = 2027-09-01\n");
}

TEST(NeutralMechanism, ATechnologyThatNeedsNothing) {
    const std::string base = main_example_without({});
    scenario::LoadOptions options = sixty_weeks;
    const History a{blueprint_of_text(base, options), 4};
    options.overrides = {"technology.smartphone.needs=[]", "technology.workstation.level=5"};
    const History b{blueprint_of_text(base, options), 4};
    expect_same(outcomes_of(a), outcomes_of(b), 10'000,
                [](const std::string& name) { return name.find("maturity") == std::string::npos; });
}

/// The phone is there before the workstation in every ward of the plan: to need it changes nothing.
TEST(NeutralMechanism, NeedingWhatComesFirstAnyway) {
    const std::string base = main_example_without({});
    scenario::LoadOptions options = sixty_weeks;
    const History a{blueprint_of_text(base, options), 4};
    options.overrides = {"technology.workstation.needs=[\"smartphone\"]"};
    const History b{blueprint_of_text(base, options), 4};
    expect_same(outcomes_of(a), outcomes_of(b), 10'000);
    EXPECT_EQ(a.result().fingerprint, b.result().fingerprint);
}

/// All of them together, and in half a dozen replications of the smallest example.
TEST(NeutralMechanism, AllTogether) {
    const std::string text = text_of("one-clinic.toml");
    const std::string neutral = text + R"(
[budget]
total = "$500,000,000"
[mandate.far-off]
date = 2035-01-01
team = "it"
[intake]
projects = "0 per year"
strategy_load = "0 %"
teams = ["it"]
[systems]
switching = "0 s"
double_documentation = "0 min"
team = "it"
upkeep = "0 h per week"
[early_wins]
rate = 0
[measuring]
what = "uptime"
[burnout]
exits = "0 %"
cynicism = 0
[value]
[team.it.consultants]
people = 0
)";
    for (std::uint64_t r = 0; r < 6; ++r) {
        const History a{blueprint_of_text(text), r}, b{blueprint_of_text(neutral), r};
        expect_same(outcomes_of(a), outcomes_of(b), 1000);
    }
}

}  // namespace
}  // namespace golive::model::testing
