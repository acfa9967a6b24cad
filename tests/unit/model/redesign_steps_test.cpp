//! M5 and M6, the steps that look at work and change it: what they find and mend, and what they cost.
// SPDX-License-Identifier: Apache-2.0
#include "model/redesign_steps.hpp"

#include "model/ledger.hpp"
#include "model/workflow_issues.hpp"
#include "outcomes.hpp"
#include "probe.hpp"

namespace golive::model::testing {
namespace {

constexpr TechnologyId phone{0};

/// Clinicians' time is half of the effort, at $50 an hour; the team's one person costs $60.
constexpr std::string_view law = "tau_hours = 12, clinician_time = \"50 %\", attitude = 0";

/// Twelve issues in every unit, equally severe, alone unless units resemble each other.
std::string hospital(std::string_view plan, int wards = 40, std::string_view resemblance = "0 %",
                     std::string_view waves = one_wave) {
    return starting("12 weeks") + std::string{everyday_nurse} + units(wards, 5) +
           "[technology.phone]\npurposes = [\"messaging\"]\nfit = 0.4\nfit_spread = 0\n"
           "[team.it]\nstaff = 1\nfocus = \"9 h per day\"\nwage = \"$60 per h\"\n" +
           fmt::format(
               "[issues]\ntypes = 12\npresence = \"100 %\"\nbeyond = \"0 %\"\nseverity_spread = 0\n"
               "kind_resemblance = \"{}\"\n",
               resemblance) +
           std::string{waves} + "[plan]\n" + std::string{plan};
}

std::string step(std::string_view kind, std::string_view keys) {
    return fmt::format("look = {{ kind = \"{}\", {}, {} }}\n", kind, keys, law);
}

Outcomes issues_of(const History& run) {
    Outcomes all = series_of(run);
    std::erase_if(all, [](const auto& one) { return one.first.find("issues_") == std::string::npos; });
    return all;
}

/// Each with the chance 1 - exp(-hours / tau). False alarm 1e-6 each; 4800 issues see an error of 4
/// percentage points.
TEST(Redesign, FindsByTheHourExponentially) {
    for (const int hours : {2, 9, 30}) {
        const Blueprint blueprint =
            blueprint_of(hospital(step("discovery", fmt::format("hours = {}", hours))));
        double known = 0;
        for (std::uint64_t r = 0; r < 10; ++r) {
            const History run{blueprint, r};
            known += run.last("issues_known.phone");
            EXPECT_EQ(run.last("issues_known.phone") + run.last("issues_latent.phone"), 480);
            EXPECT_EQ(run.last("issues_resolved.phone"), 0);  // who watches mends nothing
            EXPECT_NEAR(run.last("fit.phone"), 0.4, 1e-6);
        }
        EXPECT_LT(std::abs(binomial_z(static_cast<int>(known), 4800, 1 - std::exp(-hours / 12.0))),
                  one_in_a_million)
            << hours;
    }
}

/// 6 h and 9 h are 15 h, to the issue; eighths of tau add up exactly.
TEST(Redesign, FindsTheSameInTwoStepsAsInOne) {
    const History once{blueprint_of(hospital(step("discovery", "hours = 15")))};
    const History twice{blueprint_of(
        hospital(fmt::format("first = {{ kind = \"discovery\", hours = 6, {0} }}\n"
                             "second = {{ kind = \"discovery\", after = [\"first\"], hours = 9, {0} }}\n",
                             law)))};
    EXPECT_EQ(once.last("issues_known.phone"), twice.last("issues_known.phone"));
    EXPECT_GT(once.last("issues_known.phone"), 100);
}

TEST(Redesign, MendsWhatItsHoursAllow) {
    for (const auto& [hours, mended] :
         {std::pair{3, 0}, std::pair{11, 2}, std::pair{12, 3}, std::pair{200, 12}}) {
        const History run{blueprint_of(hospital(
            fmt::format(
                "see = {{ kind = \"discovery\", hours = 1, tau_hours = 0.01 }}\n"
                "mend = {{ kind = \"co_design\", after = [\"see\"], hours = {}, fix_hours = \"4 h\", {} }}\n",
                hours, law),
            10))};
        EXPECT_EQ(run.last("issues_resolved.phone"), 10 * mended) << hours;
        EXPECT_NEAR(run.last("fit.phone"), 0.4 + 0.6 * mended / 12, 1e-6) << hours;
    }
}

/// Clinicians alone, in office hours, the units side by side.
TEST(Redesign, TakesCliniciansTimeAndMoney) {
    const History run{blueprint_of(hospital(step("discovery", "hours = 12"), 3))};
    for (int ward = 1; ward <= 3; ++ward)
        EXPECT_NEAR(run.instance(fmt::format("look/Hill/Ward {}", ward)).finished, 1 + 11.0 / 24, 1e-9);
    EXPECT_DOUBLE_EQ(run.scalar("clinician_hours.redesign"), 3 * 6);
    EXPECT_DOUBLE_EQ(run.scalar("cost.redesign"), 3 * 300);
}

TEST(Redesign, TakesTheTeamsTimeAndMoney) {
    const History run{blueprint_of(
        hospital(step("huddle", "scope = \"wave\", team = \"it\", hours = \"6 h per unit\""), 3))};
    EXPECT_NEAR(run.instance("look/all").finished, 1 + 17.0 / 24, 1e-9);  // two days of nine hours
    EXPECT_DOUBLE_EQ(run.scalar("clinician_hours.redesign"), 9);
    EXPECT_DOUBLE_EQ(run.scalar("cost.redesign"), 18 * 60 + 9 * 50);
}

/// On Monday nine office hours pass before the box closes at midnight: as much is learnt as in nine hours.
TEST(Redesign, InATimeBoxKeepsWhatWasLearntByThen) {
    const History boxed{blueprint_of(hospital(step("discovery", "hours = 20, time_box = \"1 day\"")))};
    const History nine{blueprint_of(hospital(step("discovery", "hours = 9")))};
    EXPECT_DOUBLE_EQ(boxed.instance("look/Hill/Ward 1").finished, 1);
    expect_same(issues_of(boxed), issues_of(nine), 100);
    EXPECT_DOUBLE_EQ(boxed.scalar("clinician_hours.redesign"), 40 * 4.5);
    EXPECT_DOUBLE_EQ(boxed.scalar("cost.redesign"), nine.scalar("cost.redesign"));
}

TEST(Redesign, InAWideTimeBoxIsAsWithoutOne) {
    const History boxed{blueprint_of(hospital(step("discovery", "hours = 20, time_box = \"10 days\"")))};
    const History free{blueprint_of(hospital(step("discovery", "hours = 20")))};
    expect_same(outcomes_of(boxed), outcomes_of(free), 1000);
}

/// The team's one person has done nine of eighteen hours: each of the two units has learnt from half of that.
TEST(Redesign, InATimeBoxPaysTheTeamForWhatItDid) {
    const History boxed{blueprint_of(hospital(
        step("discovery", "scope = \"network\", team = \"it\", hours = 18, time_box = \"1 day\""), 2))};
    const History half{blueprint_of(hospital(step("discovery", "hours = 4.5"), 2))};
    expect_same(issues_of(boxed), issues_of(half), 10);
    EXPECT_NEAR(boxed.scalar("cost.redesign"), 9 * 60 + 4.5 * 50, 1e-9);
}

/// $1200 of work and $600 for it: half of the hours are worked. Without any money nobody comes, and nothing
/// counts as discovered.
TEST(Redesign, IsCutToTheMoneyThatThereIs) {
    const auto with = [](std::string_view total) {
        return hospital(step("discovery", "scope = \"network\", team = \"it\", hours = 12"), 20) +
               fmt::format("[budget]\ntotal = \"{}\"\nredesign_share = \"60 %\"\n", total);
    };
    const std::string six = hospital(step("discovery", "scope = \"network\", team = \"it\", hours = 6"), 20);
    const double price = 12 * 60 + 6 * 50;
    const History cut{blueprint_of(with(fmt::format("${:.2f}", price / 2 / 0.6)))}, half{blueprint_of(six)};
    expect_same(issues_of(cut), issues_of(half), 100);
    EXPECT_NEAR(cut.scalar("cost.redesign"), price / 2, 0.02);
    EXPECT_NEAR(cut.scalar("clinician_hours.redesign"), 3, 1e-3);

    const Blueprint none = blueprint_of(with("$0.01"));
    Probe hospital{none, seed, 0};
    (void)hospital.run();
    EXPECT_EQ(hospital.the<Ledger>().spent(Cost::redesign), Money{});
    EXPECT_FALSE(hospital.the<WorkflowIssues>().is_discovered(phone, UnitId{0}));
}

TEST(Redesign, DiscoversTheUnitsThatItWasIn) {
    const std::string waves =
        "[[wave]]\nname = \"one\"\nunits = [\"Ward 1\"]\ntarget = 2027-01-04\n"
        "[[wave]]\nname = \"two\"\nunits = [\"Ward 2\", \"Ward 3\"]\ntarget = 2028-01-04\n";
    for (const auto& [kind, discovered] : {std::pair{"discovery", 1}, std::pair{"huddle", 0}}) {
        const Blueprint blueprint = blueprint_of(
            hospital(step(kind, "scope = \"wave\", start = \"at target\", hours = 1"), 4, "0 %", waves));
        Probe hospital{blueprint, seed, 0};
        (void)hospital.run();
        const WorkflowIssues& issues = hospital.the<WorkflowIssues>();
        EXPECT_EQ(issues.is_discovered(phone, UnitId{0}), discovered == 1);
        for (int other = 1; other < 4; ++other) EXPECT_FALSE(issues.is_discovered(phone, UnitId{other}));
        EXPECT_EQ(issues.discovered(phone, {UnitId{0}, UnitId{1}}), discovered * 0.5);
        EXPECT_EQ(issues.discovered(phone, {}), 0);
    }
}

/// What one unit finds is known to its kind before anything is mended: the order of the units in a wave is
/// nobody's business.
TEST(Redesign, DoesNotDependOnTheOrderOfUnits) {
    const auto run = [](std::string_view order) {
        const std::string wave = fmt::format("[[wave]]\nname = \"all\"\nunits = [{}]\n", order);
        const std::string plan =
            step("huddle", "scope = \"wave\", hours = \"6 h per unit\", fix_hours = \"1 h\"");
        return History{blueprint_of(hospital(plan, 4, "70 %", wave)), 1};
    };
    const History forwards = run(R"("Ward 1", "Ward 2", "Ward 3", "Ward 4")");
    const History backwards = run(R"("Ward 4", "Ward 3", "Ward 2", "Ward 1")");
    expect_same(series_of(forwards), series_of(backwards), 500);
    EXPECT_GT(forwards.last("issues_resolved.phone"), 0);
}

/// The first ward is watched in the first week, the second is mended in the second by people who find
/// nothing.
TEST(Redesign, MendsWhatItsKindHasFound) {
    const auto mended = [](std::string_view resemblance) {
        const std::string waves =
            "[[wave]]\nname = \"one\"\nunits = [\"Ward 1\"]\ntarget = 2027-01-04\n"
            "[[wave]]\nname = \"two\"\nunits = [\"Ward 2\"]\ntarget = 2030-01-04\n";
        const std::string plan =
            "see = { kind = \"discovery\", scope = \"wave\", start = \"at target\", hours = 1, tau_hours = "
            "0.01 }\n"
            "mend = { kind = \"co_design\", scope = \"unit\", start = 2027-01-11, hours = 24, "
            "fix_hours = \"8 h\", tau_hours = 100000 }\n";
        const History run{blueprint_of(hospital(plan, 2, resemblance, waves))};
        EXPECT_EQ(run.series("issues_resolved.phone", ScopeKind::wave, 0).back(), 3);
        return run.series("issues_resolved.phone", ScopeKind::wave, 1).back();
    };
    EXPECT_EQ(mended("100 %"), 3);
    EXPECT_EQ(mended("0 %"), 0);
}

TEST(Redesign, LiftsAttitudesWhereItWas) {
    const std::string waves = "[[wave]]\nname = \"one\"\nunits = [\"Ward 1\"]\n";
    const History run{
        blueprint_of(hospital("look = { kind = \"huddle\", scope = \"wave\", hours = 1, attitude = 0.2 }\n"
                              "again = { kind = \"huddle\", scope = \"wave\", hours = 1, attitude = 0.2, "
                              "after = [\"look\"] }\n",
                              2, "0 %", waves) +
                     std::string{indifferent})};
    EXPECT_NEAR(run.series("attitude.phone", ScopeKind::unit, 0).back(), 0.4, 1e-6);
    EXPECT_NEAR(run.series("attitude.phone", ScopeKind::unit, 1).back(), 0, 1e-6);
}

/// No hours, no clinicians' time, no attitude: nothing but the step's own dates.
TEST(Redesign, OfNoHoursChangesNothing) {
    const std::string live = "live = { kind = \"go_live\" }\n";
    const History with{blueprint_of(hospital(step("huddle", "hours = 0") + live, 5))};
    const History without_it{blueprint_of(hospital(live, 5))};
    expect_same(outcomes_of(with), outcomes_of(without_it), 500);
}

}  // namespace
}  // namespace golive::model::testing
