//! M6, embedded clinicians: where they come from, what they find, what they cost and what their colleagues
//! make of it.
// SPDX-License-Identifier: Apache-2.0
#include "model/embedded_clinicians.hpp"

#include "model/ledger.hpp"
#include "model/workflow_issues.hpp"
#include "outcomes.hpp"
#include "probe.hpp"

namespace golive::model::testing {
namespace {

constexpr std::string_view none_resemble =
    "[issues]\ntypes = 12\npresence = \"100 %\"\nkind_resemblance = \"0 %\"\n";
constexpr std::string_view all_resemble =
    "[issues]\ntypes = 12\npresence = \"100 %\"\nkind_resemblance = \"100 %\"\n";

/// Nobody uses anything yet.
constexpr std::string_view ten_weeks =
    "[plan]\nwait = { kind = \"wait\", technology = \"phone\", length = \"70 days\" }\n";

std::string hospital(std::string_view embedding, std::string_view rest = ten_weeks,
                     std::string_view issues = none_resemble, int wards = 40) {
    return starting("26 weeks") + std::string{everyday_nurse} + units(wards, 5) +
           "[technology.phone]\npurposes = [\"messaging\"]\n" + std::string{issues} + "[embedding]\n" +
           std::string{embedding} + std::string{rest};
}

/// They are counted on every Monday morning on which something is under way.
TEST(Embedding, CostsHoursWhileAnythingIsUnderWay) {
    const History run{blueprint_of(hospital("clinicians = 3\nhours = \"4 h per week\"\n"))};
    const std::vector<double> hours = run.series("clinician_hours.embedding");
    for (std::size_t week = 0; week < hours.size(); ++week)
        EXPECT_DOUBLE_EQ(hours[week], 3 * 4 * std::min(10.0, static_cast<double>(week) + 1)) << week;
    EXPECT_DOUBLE_EQ(run.scalar("clinician_hours.embedding"), 10 * 3 * 4);
    EXPECT_DOUBLE_EQ(run.scalar("cost.meetings"), 10 * 3 * 4 * 50);
}

TEST(Embedding, CostsHoursBetweenItsDates) {
    const History run{blueprint_of(
        hospital("clinicians = 3\nhours = \"4 h per week\"\nfrom = 2027-01-18\nuntil = 2027-02-01\n"))};
    const std::vector<double> hours = run.series("clinician_hours.embedding");
    for (std::size_t week = 0; week < hours.size(); ++week)  // Mondays 18 and 25 January and 1 February
        EXPECT_DOUBLE_EQ(hours[week], 3 * 4 * std::clamp(static_cast<double>(week) - 1, 0.0, 3.0)) << week;
}

TEST(Embedding, CostsNothingWhereNothingIsUnderWay) {
    const History run{blueprint_of(hospital("clinicians = 3\n", "", none_resemble, 3))};
    EXPECT_EQ(run.scalar("clinician_hours.embedding"), 0);
    EXPECT_EQ(run.last("issues_known.phone"), 0);
}

/// After n weeks of h hours an issue of their unit is known with probability 1 - exp(-n h / tau), and no
/// other unit's. False alarm 1e-6 each; 240 issues see an error of 16 percentage points.
TEST(Embedding, FindsIssuesOfItsUnits) {
    const History run{blueprint_of(hospital("clinicians = 20\nhours = \"4 h per week\"\ntau_hours = 20\n"))};
    const std::vector<double> known = run.series("issues_known.phone");
    for (std::size_t week = 0; week < known.size(); ++week) {
        const double weeks = std::min(10.0, static_cast<double>(week) + 1);
        EXPECT_LT(std::abs(binomial_z(static_cast<int>(known[week]), 20 * 12, 1 - std::exp(-weeks * 4 / 20))),
                  one_in_a_million)
            << week;
    }
}

TEST(Embedding, FindsWhatItsKindsShare) {
    const std::string keen = "clinicians = 1\nhours = \"20 h per week\"\ntau_hours = 0.1\n";
    EXPECT_EQ(History{blueprint_of(hospital(keen))}.last("issues_known.phone"), 12);
    EXPECT_EQ(History{blueprint_of(hospital(keen, ten_weeks, all_resemble))}.last("issues_known.phone"),
              40 * 12);
}

/// Two technologies at once: half of the hours for each. False alarm 1e-6 each; 480 issues see an error of 11
/// percentage points.
TEST(Embedding, DividesItsHoursAmongWhatIsUnderWay) {
    const std::string two = "[technology.tablet]\npurposes = [\"messaging\"]\n" + std::string{ten_weeks} +
                            "more = { kind = \"wait\", technology = \"tablet\", length = \"35 days\" }\n";
    const History run{
        blueprint_of(hospital("clinicians = 40\nhours = \"4 h per week\"\ntau_hours = 20\n", two))};
    const auto z = [&](const char* series, std::size_t week, double hours) {
        return std::abs(
            binomial_z(static_cast<int>(run.series(series)[week]), 480, 1 - std::exp(-hours / 20)));
    };
    EXPECT_LT(z("issues_known.phone", 3, 4 * 2), one_in_a_million);
    EXPECT_LT(z("issues_known.tablet", 3, 4 * 2), one_in_a_million);
    EXPECT_LT(z("issues_known.tablet", 25, 5 * 2), one_in_a_million);
    EXPECT_LT(z("issues_known.phone", 25, 5 * 2 + 5 * 4), one_in_a_million);
}

/// One of each kind in turn, the kinds with most people first; of each kind the largest units first.
TEST(Embedding, ComesFromDifferentUnitsTheLargestKindsFirst) {
    const auto homes = [](int clinicians) {
        const Blueprint blueprint = blueprint_of(
            starting("2 weeks") + std::string{everyday_nurse} +
            "[[site]]\nname = \"Hill\"\n"
            "[[site.unit]]\nname = \"ICU\"\nkind = \"icu\"\nnurse = 9\n"
            "[[site.unit]]\nname = \"East\"\nnurse = 5\n[[site.unit]]\nname = \"West\"\nnurse = 8\n"
            "[[site.unit]]\nname = \"Store\"\nkind = \"store\"\n"
            "[[site.unit]]\nname = \"Clinic\"\nkind = \"clinic\"\nnurse = 1\n"
            "[technology.phone]\npurposes = [\"messaging\"]\n" +
            fmt::format("[embedding]\nclinicians = {}\nhours = \"4 h per week\"\n", clinicians) +
            std::string{ten_weeks});
        Probe hospital{blueprint, seed, 0};
        (void)hospital.run();
        std::string found;
        for (UnitId unit : hospital.world().scenario.units.ids())
            if (hospital.the<Ledger>().hours_of(unit) == Duration::hours(8))
                found += " " + hospital.world().scenario.units[unit].name;
            else
                EXPECT_EQ(hospital.the<Ledger>().hours_of(unit), Duration{});
        return found;
    };
    EXPECT_EQ(homes(0), "");
    EXPECT_EQ(homes(1), " West");
    EXPECT_EQ(homes(2), " ICU West");
    EXPECT_EQ(homes(3), " ICU West Clinic");
    EXPECT_EQ(homes(4), " ICU East West Clinic");
    EXPECT_EQ(homes(9), " ICU East West Clinic");  // one unit, one of them
}

TEST(Embedding, LiftsAttitudesOfItsUnitsAndTheirKinAtAGoLive) {
    const auto attitudes = [](std::string_view dates) {
        const History run{blueprint_of(
            starting("2 weeks") + std::string{everyday_nurse} +
            "[[site]]\nname = \"Hill\"\n"
            "[[site.unit]]\nname = \"East\"\nnurse = 5\n[[site.unit]]\nname = \"West\"\nnurse = 8\n"
            "[[site.unit]]\nname = \"ICU\"\nkind = \"icu\"\nnurse = 3\n"
            "[technology.phone]\npurposes = [\"messaging\"]\n" +
            std::string{indifferent} + "[embedding]\nclinicians = 1\nattitude = 0.2\nkin = \"25 %\"\n" +
            std::string{dates} + "[plan]\nlive = { kind = \"go_live\" }\n")};
        std::vector<double> last;
        for (std::size_t unit = 0; unit < 3; ++unit)
            last.push_back(run.series("attitude.phone", ScopeKind::unit, unit).back());
        return last;
    };
    const std::vector<double> there = attitudes("");
    EXPECT_NEAR(there[0], 0.05, 1e-6);
    EXPECT_NEAR(there[1], 0.2, 1e-6);
    EXPECT_NEAR(there[2], 0, 1e-6);
    for (const double untouched : attitudes("from = 2027-01-05\n")) EXPECT_NEAR(untouched, 0, 1e-6);
}

TEST(Embedding, OfNobodyChangesNothing) {
    const std::string live = "[superusers]\n[workforce]\n" + std::string{ten_weeks} +
                             "live = { kind = \"go_live\", start = 2027-02-01 }\n";
    const std::string with =
        hospital("clinicians = 6\nhours = \"0 h per week\"\nattitude = 0\n", live, "", 6);
    const History idle{blueprint_of(with), 4},
        nobody{blueprint_of(hospital("clinicians = 0\n", live, "", 6)), 4};
    const History without_it{blueprint_of(without(with, "[embedding]")), 4};
    for (const History* run : {&idle, &nobody}) {
        expect_same(outcomes_of(without_it), outcomes_of(*run), 2000);
        EXPECT_EQ(without_it.result().fingerprint, run->result().fingerprint);
    }
}

}  // namespace
}  // namespace golive::model::testing
