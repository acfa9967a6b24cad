//! M5, workflow issues: what units share, what observers and use bring to light, what a build does away with.
// SPDX-License-Identifier: Apache-2.0
#include "model/workflow_issues.hpp"

#include "model/mechanisms.hpp"
#include "outcomes.hpp"
#include "probe.hpp"

#include <numeric>

namespace golive::model::testing {
namespace {

TEST(Severities, AddUpToTheMisfitInProportionToTheirWeights) {
    const std::vector<float> severities = severities_of(0.6, std::vector{1.0, 2.0, 5.0});
    EXPECT_NEAR(std::accumulate(severities.begin(), severities.end(), 0.0), 0.6, 1e-7);
    EXPECT_NEAR(severities[1] / severities[0], 2, 1e-6);
    EXPECT_NEAR(severities[2] / severities[0], 5, 1e-6);
    const std::vector<float> alone = severities_of(0.6, std::vector{0.1});
    EXPECT_FLOAT_EQ(alone.front(), 0.6F);  // whatever its weight
}

TEST(Fit, IsOneLessWhatIsUnresolvedAndNotBelowNought) {
    EXPECT_EQ(fit_with(0), 1);
    EXPECT_EQ(fit_with(0.25), 0.75);
    EXPECT_EQ(fit_with(1.5), 0);
}

TEST(Fit, AsBoughtLiesWithinTheSpreadOfItsKinds) {
    EXPECT_EQ(fit_as_bought(0.5, 0.25, 0), 0.25);
    EXPECT_EQ(fit_as_bought(0.5, 0.25, 0.5), 0.5);
    EXPECT_EQ(fit_as_bought(0.5, 0.25, 1), 0.75);
    EXPECT_EQ(fit_as_bought(0.5, 0, 0.9), 0.5);
    EXPECT_EQ(fit_as_bought(0.9, 0.25, 1), 1);
    EXPECT_EQ(fit_as_bought(0.1, 0.25, 0), 0);
}

TEST(Resemblance, GrowsWithWhatIsShared) {
    EXPECT_EQ(resemblance_of(false, false, 0.75, 0.5), 0);
    EXPECT_EQ(resemblance_of(true, false, 0.75, 0.5), 0.75);
    EXPECT_EQ(resemblance_of(false, true, 0.75, 0.5), 0.5);
    EXPECT_EQ(resemblance_of(true, true, 0.75, 0.5), 1 - 0.25 * 0.5);
}

TEST(ExposureToUse, IsOneWhereASevereIssueMeetsTheUsesOfTheFile) {
    EXPECT_FLOAT_EQ(exposure_to(2000, 2000, 1), 1);
    EXPECT_FLOAT_EQ(exposure_to(500, 2000, 0.5F), 0.125F);
    EXPECT_FLOAT_EQ(exposure_to(300, 2000, 0.2F) + exposure_to(700, 2000, 0.2F),
                    exposure_to(1000, 2000, 0.2F));
}

TEST(Fixes, AreWholeOnes) {
    EXPECT_EQ(fixes_in(7.9, 2), 3);
    EXPECT_EQ(fixes_in(8, 2), 4);
    EXPECT_EQ(fixes_in(0.3, 0.1), 3);  // however 0.3 / 0.1 is rounded
    EXPECT_EQ(fixes_in(8, 0), 0);
}

constexpr TechnologyId phone{0};

/// Every unit has every type, alone and equally severe, unless said otherwise.
constexpr std::string_view plain = R"(
[issues]
types = 12
presence = "100 %"
beyond = "0 %"
kind_resemblance = "0 %"
site_resemblance = "0 %"
severity_spread = 0
)";

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    if (at == std::string::npos) throw Error{ErrorKind::model, "nothing to replace"};
    return text.replace(at, what.size(), with);
}

std::string hospital(const std::string& issues, int wards,
                     std::string_view technology = "fit = 0.4\nfit_spread = 0\n",
                     std::string_view plan = "") {
    return starting("12 weeks") + std::string{everyday_nurse} + units(wards, 5) +
           "[technology.phone]\npurposes = [\"messaging\"]\n" + std::string{technology} + issues +
           "[plan]\n" + std::string{plan};
}

std::vector<const Issue*> issues_of(Probe& hospital, UnitId unit, TechnologyId technology = phone) {
    std::vector<const Issue*> found;
    for (std::uint32_t type = 0; type < 1000; ++type)
        if (const Issue* issue = hospital.the<WorkflowIssues>().find(technology, unit, type))
            found.push_back(issue);
    return found;
}

int count_known(Probe& hospital, UnitId unit, TechnologyId technology = phone) {
    const auto issues = issues_of(hospital, unit, technology);
    return static_cast<int>(std::count_if(issues.begin(), issues.end(),
                                          [](const Issue* i) { return i->state == IssueState::known; }));
}

TEST(Issues, AddUpToWhatDoesNotFit) {
    const Blueprint blueprint = blueprint_of(
        starting("1 week") + std::string{everyday_nurse} + units(10, 3) +
        "[technology.phone]\npurposes = [\"messaging\"]\n[technology.tablet]\npurposes = [\"messaging\"]\n");
    for (std::uint64_t r = 0; r < 20; ++r) {
        Probe hospital{blueprint, seed, r};
        const WorkflowIssues& issues = hospital.the<WorkflowIssues>();
        for (TechnologyId technology : hospital.world().scenario.technologies.ids())
            for (UnitId unit : hospital.world().scenario.units.ids()) {
                double severities = 0;
                for (const Issue* issue : issues_of(hospital, unit, technology))
                    severities += issue->severity;
                const double bought = issues.fit_as_bought(technology, unit, 0);
                ASSERT_NEAR(severities, 1 - bought, 1e-6);
                ASSERT_NEAR(issues.fit(technology, unit), bought, 1e-6);
            }
    }
}

/// Uniformly within the half-width: Kolmogorov's bound, false alarm 1e-6 at sqrt(n) D = 2.69.
TEST(Issues, OfAUnitDeviateFromItsKindWithinTheSpread) {
    const Blueprint blueprint =
        blueprint_of(hospital(std::string{plain}, 400, "fit = 0.5\nfit_spread = 0.2\n"));
    Probe hospital{blueprint, seed, 0};
    std::vector<double> fits;
    for (UnitId unit : hospital.world().scenario.units.ids())
        fits.push_back(hospital.the<WorkflowIssues>().fit(phone, unit));
    std::sort(fits.begin(), fits.end());
    double distance = 0;
    for (std::size_t i = 0; i < fits.size(); ++i) {
        const double expected = (fits[i] - 0.3) / 0.4;
        distance = std::max({distance, std::abs(static_cast<double>(i) / 400 - expected),
                             std::abs(static_cast<double>(i + 1) / 400 - expected)});
    }
    EXPECT_LT(distance * std::sqrt(400.0), 2.69);
}

/// With the chance c that a unit has what its kind has, both have a type with probability p (c^2 + (1 - c^2)
/// p) in one kind and p^2 in two. False alarm 1e-6 each; 16 000 types see an error of 2 percentage points.
TEST(Issues, OfOneKindAreSharedAsOftenAsResemblanceSays) {
    const auto text = [](double resemblance) {
        const std::string keys = fmt::format(
            "[issues]\ntypes = 40\npresence = \"40 %\"\nkind_resemblance = \"{} %\"\n", resemblance * 100);
        return starting("1 week") + std::string{everyday_nurse} +
               "[[site]]\nname = \"Hill\"\n"
               "[[site.unit]]\nname = \"A\"\nnurse = 1\n[[site.unit]]\nname = \"B\"\nnurse = 1\n"
               "[[site.unit]]\nname = \"ICU\"\nkind = \"icu\"\nnurse = 1\n"
               "[technology.phone]\npurposes = [\"messaging\"]\n" +
               keys;
    };
    constexpr double p = 0.4;
    for (const double c : {0.0, 0.3, 0.75, 1.0}) {
        const Blueprint blueprint = blueprint_of(text(c));
        int of_kind = 0, of_others = 0, of_one = 0;
        constexpr int replications = 400;
        for (std::uint64_t r = 0; r < replications; ++r) {
            Probe hospital{blueprint, seed, r};
            const WorkflowIssues& issues = hospital.the<WorkflowIssues>();
            for (std::uint32_t type = 0; type < 40; ++type) {
                const auto has = [&](int unit) { return issues.find(phone, UnitId{unit}, type) != nullptr; };
                of_one += has(0);
                of_kind += has(0) && has(1);
                of_others += has(0) && has(2);
            }
        }
        constexpr int trials = replications * 40;
        EXPECT_LT(std::abs(binomial_z(of_one, trials, p)), one_in_a_million) << c;
        EXPECT_LT(std::abs(binomial_z(of_kind, trials, p * (c * c + (1 - c * c) * p))), one_in_a_million)
            << c;
        EXPECT_LT(std::abs(binomial_z(of_others, trials, p * p)), one_in_a_million) << c;
    }
}

TEST(Issues, OfAKindThatResemblesItselfWhollyAreTheSame) {
    const std::string twins = "[issues]\npresence = \"20 %\"\nkind_resemblance = \"100 %\"\n";
    const Blueprint blueprint = blueprint_of(hospital(twins, 5));
    for (std::uint64_t r = 0; r < 200; ++r) {  // one in fifteen kinds has none of its own, and is given one
        Probe hospital{blueprint, seed, r};
        const auto first = issues_of(hospital, UnitId{0});
        ASSERT_FALSE(first.empty());
        for (UnitId unit : hospital.world().scenario.units.ids()) {
            const auto others = issues_of(hospital, unit);
            ASSERT_EQ(others.size(), first.size());
            for (std::size_t i = 0; i < first.size(); ++i) {
                EXPECT_EQ(others[i]->type, first[i]->type);
                EXPECT_EQ(others[i]->severity, first[i]->severity);
            }
        }
    }
}

/// Where chance gives a unit none, it has one of any type: false alarm 1e-6, of four types the chi-square
/// bound of three degrees of freedom.
TEST(Issues, AreNowhereMissing) {
    const std::string rare = "[issues]\ntypes = 4\npresence = \"1 %\"\nkind_resemblance = \"0 %\"\n";
    const Blueprint blueprint = blueprint_of(hospital(rare, 300));
    Probe hospital{blueprint, seed, 0};
    std::array<double, 4> counts{};
    double all = 0;
    for (UnitId unit : hospital.world().scenario.units.ids()) {
        const auto issues = issues_of(hospital, unit);
        ASSERT_FALSE(issues.empty());
        for (const Issue* issue : issues) ++counts[issue->type], ++all;
    }
    double chi = 0;
    for (const double count : counts) chi += (count - all / 4) * (count - all / 4) / (all / 4);
    EXPECT_LT(chi, 30.66);
}

TEST(Issues, OfAUnitDoNotDependOnItsPlaceInTheFile) {
    const std::string rare = "[issues]\ntypes = 7\npresence = \"15 %\"\n";
    const std::string after = hospital(rare, 40);
    const std::string before = replaced(
        after, "[[site]]\nname = \"Hill\"\n",
        "[[site]]\nname = \"Dale\"\n[[site.unit]]\nname = \"Far\"\nnurse = 2\n[[site]]\nname = \"Hill\"\n");
    const Blueprint one = blueprint_of(after), other = blueprint_of(before);
    Probe a{one, seed, 0};
    Probe b{other, seed, 0};
    for (UnitId unit : a.world().scenario.units.ids()) {
        const auto here = issues_of(a, unit), there = issues_of(b, UnitId{unit.value() + 1});
        ASSERT_EQ(here.size(), there.size());
        for (std::size_t i = 0; i < here.size(); ++i) {
            EXPECT_EQ(here[i]->type, there[i]->type);
            EXPECT_EQ(here[i]->severity, there[i]->severity);
            EXPECT_EQ(here[i]->until_found, there[i]->until_found);
            EXPECT_EQ(here[i]->until_shown, there[i]->until_shown);
        }
    }
}

/// Of two lognormal severities with spread sigma the log of the ratio has mean square 2 sigma^2; a
/// technology's types weigh the same in all units. False alarm 1e-6; 2400 pairs see an error of 15 %.
TEST(Issues, SpreadInSeverity) {
    const Blueprint blueprint = blueprint_of(
        hospital(replaced(std::string{plain}, "severity_spread = 0", "severity_spread = 0.8"), 2));
    Estimate squares;
    for (std::uint64_t r = 0; r < 400; ++r) {
        Probe hospital{blueprint, seed, r};
        const auto here = issues_of(hospital, UnitId{0}), there = issues_of(hospital, UnitId{1});
        for (std::size_t i = 0; i + 1 < here.size(); i += 2) {
            const double log_ratio = std::log(here[i]->severity / here[i + 1]->severity);
            squares.add(log_ratio * log_ratio);
            EXPECT_NEAR(log_ratio, std::log(there[i]->severity / there[i + 1]->severity), 1e-5);
        }
    }
    EXPECT_EQ(squares.count, 2400);
    EXPECT_LT(std::abs(squares.z(2 * 0.8 * 0.8)), one_in_a_million);
}

/// False alarm 1e-6 each; 1200 issues see an error of 7 percentage points.
TEST(Issues, AreFoundByExposureExponentially) {
    const Blueprint blueprint = blueprint_of(hospital(std::string{plain}, 100));
    for (const double exposure : {0.1, 0.7, 2.0}) {
        Probe hospital{blueprint, seed, 0};
        int known = 0;
        for (UnitId unit : hospital.world().scenario.units.ids()) {
            hospital.the<WorkflowIssues>().observe(phone, unit, exposure);
            known += count_known(hospital, unit);
        }
        EXPECT_LT(std::abs(binomial_z(known, 1200, 1 - std::exp(-exposure))), one_in_a_million) << exposure;
    }
}

/// It does not matter in how many visits somebody watches. Eighths add up exactly.
TEST(Issues, AreTheSameWhetherFoundAtOnceOrBitByBit) {
    const Blueprint blueprint = blueprint_of(hospital(std::string{plain}, 50));
    Probe at_once{blueprint, seed, 0}, bit_by_bit{blueprint, seed, 0};
    int known = 0;
    for (UnitId unit : at_once.world().scenario.units.ids()) {
        at_once.the<WorkflowIssues>().observe(phone, unit, 1);
        for (int visit = 0; visit < 8; ++visit) bit_by_bit.the<WorkflowIssues>().observe(phone, unit, 0.125);
        EXPECT_EQ(count_known(at_once, unit), count_known(bit_by_bit, unit));
        known += count_known(at_once, unit);
    }
    EXPECT_GT(known, 300);
}

TEST(Issues, OfAKindAreKnownToAllOfItOnceOneUnitIsObserved) {
    const auto text = [](std::string_view resemblance) {
        return hospital(replaced(std::string{plain}, "kind_resemblance = \"0 %\"",
                                 fmt::format("kind_resemblance = \"{}\"", resemblance)),
                        6) +
               "[[site]]\nname = \"Dale\"\n[[site.unit]]\nname = \"ICU\"\nkind = \"icu\"\nnurse = 5\n";
    };
    const Blueprint twins = blueprint_of(text("100 %")), strangers = blueprint_of(text("0 %"));
    Probe alike{twins, seed, 0}, unlike{strangers, seed, 0};
    const auto ward = [](int n) { return UnitId{n}; };
    for (Probe* hospital : {&alike, &unlike}) hospital->the<WorkflowIssues>().observe(phone, ward(0), 100);
    for (int n = 0; n < 6; ++n) {
        EXPECT_EQ(count_known(alike, ward(n)), 12);
        EXPECT_EQ(count_known(unlike, ward(n)), n == 0 ? 12 : 0);
    }
    EXPECT_EQ(count_known(alike, ward(6)), 0);
}

/// What a unit has of its kind the others learn where they have it of the kind as well: chance c of either.
/// False alarm 1e-6; 12 000 issues see an error of 2 percentage points.
TEST(Issues, TravelAsFarAsResemblanceGoes) {
    constexpr double c = 0.6;
    const Blueprint blueprint = blueprint_of(hospital(
        replaced(std::string{plain}, "kind_resemblance = \"0 %\"", "kind_resemblance = \"60 %\""), 2));
    int known = 0;
    for (std::uint64_t r = 0; r < 1000; ++r) {
        Probe hospital{blueprint, seed, r};
        hospital.the<WorkflowIssues>().observe(phone, UnitId{0}, 100);
        known += count_known(hospital, UnitId{1});
    }
    EXPECT_LT(std::abs(binomial_z(known, 12'000, c * c)), one_in_a_million);
}

TEST(Issues, ResembleByKindAndBySite) {
    const std::string alike =
        replaced(replaced(std::string{plain}, "kind_resemblance = \"0 %\"", "kind_resemblance = \"60 %\""),
                 "site_resemblance = \"0 %\"", "site_resemblance = \"25 %\"");
    const Blueprint blueprint =
        blueprint_of(starting("1 week") + std::string{everyday_nurse} +
                     "[[site]]\nname = \"Hill\"\n[[site.unit]]\nname = \"A\"\nnurse = 1\n[[site.unit]]\nname "
                     "= \"B\"\nnurse = 1\n"
                     "[[site.unit]]\nname = \"ICU\"\nkind = \"icu\"\nnurse = 1\n"
                     "[[site]]\nname = \"Dale\"\n[[site.unit]]\nname = \"A\"\nnurse = 1\n"
                     "[technology.phone]\npurposes = [\"messaging\"]\n" +
                     alike);
    Probe hospital{blueprint, seed, 0};
    const auto between = [&](int a, int b) {
        return hospital.the<WorkflowIssues>().resemblance(UnitId{a}, UnitId{b});
    };
    EXPECT_EQ(between(0, 0), 1);
    EXPECT_NEAR(between(0, 1), 1 - 0.4 * 0.75, 1e-12);
    EXPECT_NEAR(between(0, 2), 0.25, 1e-12);
    EXPECT_NEAR(between(0, 3), 0.6, 1e-12);
    EXPECT_EQ(between(2, 3), 0);
    EXPECT_EQ(between(3, 0), between(0, 3));
}

TEST(Issues, AreDoneAwayWithTheWorstFirst) {
    const Blueprint blueprint =
        blueprint_of(hospital(replaced(std::string{plain}, "severity_spread = 0", "severity_spread = 1"), 1));
    Probe hospital{blueprint, seed, 0};
    WorkflowIssues& issues = hospital.the<WorkflowIssues>();
    const UnitId ward{0};
    EXPECT_EQ(issues.fix_worst(phone, ward, 100, 2), 0);  // nobody knows of any
    issues.observe(phone, ward, 0.7);
    std::vector<double> known;
    double misfit = 0;
    for (const Issue* issue : issues_of(hospital, ward)) {
        misfit += issue->severity;
        if (issue->state == IssueState::known) known.push_back(issue->severity);
    }
    std::sort(known.rbegin(), known.rend());
    ASSERT_GT(known.size(), 3U);
    ASSERT_LT(known.size(), 12U);
    EXPECT_EQ(issues.fix_worst(phone, ward, 100, 0), 0);
    EXPECT_EQ(issues.fix_worst(phone, ward, 1.9, 2), 0);
    EXPECT_EQ(issues.fix_worst(phone, ward, 5.9, 2), 2);
    EXPECT_NEAR(issues.fit(phone, ward), 1 - misfit + known[0] + known[1], 1e-6);
    EXPECT_EQ(issues.fix_worst(phone, ward, 100, 2), static_cast<int>(known.size()) - 2);
    EXPECT_EQ(count_known(hospital, ward), 0);
    EXPECT_NEAR(issues.fit(phone, ward), 1 - misfit + std::accumulate(known.begin(), known.end(), 0.0), 1e-6);
}

/// What only another product would do away with stays. It is the same share of types whatever else is drawn.
TEST(Issues, BeyondTheProductStay) {
    const auto text = [](std::string_view share) {
        return hospital(
            replaced(std::string{plain}, "beyond = \"0 %\"", fmt::format("beyond = \"{}\"", share)), 2);
    };
    const Blueprint some = blueprint_of(text("30 %")), none = blueprint_of(text("0 %"));
    int left = 0;
    for (std::uint64_t r = 0; r < 400; ++r) {
        Probe hospital{some, seed, r}, other{none, seed, r};
        WorkflowIssues& issues = hospital.the<WorkflowIssues>();
        for (UnitId unit : {UnitId{0}, UnitId{1}}) {
            const auto here = issues_of(hospital, unit), there = issues_of(other, unit);
            ASSERT_EQ(here.size(), there.size());
            for (std::size_t i = 0; i < here.size(); ++i)
                EXPECT_EQ(here[i]->until_found, there[i]->until_found);
            issues.observe(phone, unit, 100);
            issues.fix_worst(phone, unit, 1000, 1);
            other.the<WorkflowIssues>().observe(phone, unit, 100);
            EXPECT_EQ(other.the<WorkflowIssues>().fix_worst(phone, unit, 1000, 1), 12);
        }
        for (std::uint32_t type = 0; type < 12; ++type)
            EXPECT_EQ(issues.find(phone, UnitId{0}, type) != nullptr, issues.is_inherent(phone, type));
        EXPECT_EQ(count_known(hospital, UnitId{0}), count_known(hospital, UnitId{1}));
        left += count_known(hospital, UnitId{0});
    }
    EXPECT_LT(std::abs(binomial_z(left, 4800, 0.3)), one_in_a_million);
}

TEST(Issues, WeighByTheMisfitOfTheProductThatIsChosenLast) {
    const Blueprint blueprint = blueprint_of(
        hospital(std::string{plain}, 30, "fit = { p10 = 0.5, p50 = 0.75, p90 = 0.9 }\nfit_spread = 0.5\n"));
    Probe hospital{blueprint, seed, 0};
    WorkflowIssues& issues = hospital.the<WorkflowIssues>();
    bool fitted_perfectly = false;
    for (UnitId unit : hospital.world().scenario.units.ids()) {
        const double before = issues.fit(phone, unit);
        fitted_perfectly = fitted_perfectly || before == 1;
        for (const int candidate : {3, 1, 2}) {
            issues.choose(phone, unit, candidate);
            EXPECT_NEAR(issues.fit(phone, unit), issues.fit_as_bought(phone, unit, candidate), 1e-6);
        }
        issues.choose(phone, unit, 0);
        EXPECT_EQ(issues.fit(phone, unit), before);
    }
    EXPECT_TRUE(fitted_perfectly);  // where nothing was amiss, another product may still bring trouble
}

/// Whatever else was made before: what becomes of an issue depends on the change that made it.
TEST(Issues, MadeByChangesAreAddressedByTheChange) {
    const Blueprint blueprint = blueprint_of(hospital(std::string{plain}, 2));
    Probe early{blueprint, seed, 0}, late{blueprint, seed, 0};
    const random::EntityKey change{"Hill/Ward 9"};
    const auto made_by = [&](Probe& hospital) {
        WorkflowIssues& issues = hospital.the<WorkflowIssues>();
        const std::uint32_t type = issues.new_type(change);
        issues.create(phone, UnitId{1}, type, 0.05);
        return *issues.find(phone, UnitId{1}, type);
    };
    (void)late.the<WorkflowIssues>().new_type(random::EntityKey{"Hill/Ward 8"});
    const Issue a = made_by(early), b = made_by(late);
    EXPECT_NE(a.type, b.type);
    EXPECT_EQ(a.until_found, b.until_found);
    EXPECT_EQ(a.until_shown, b.until_shown);
    EXPECT_NEAR(early.the<WorkflowIssues>().fit(phone, UnitId{1}), 0.4 - 0.05, 1e-6);
}

/// Messages of people who send all of them, ten a shift.
std::string in_use(const std::string& issues, int wards, std::string_view rest = "") {
    return hospital(issues, wards, "fit = 0.4\nfit_spread = 0\n", "live = { kind = \"go_live\" }\n") +
           std::string{one_wave} + replaced(std::string{indifferent}, "intercept = 0", "intercept = 50") +
           std::string{rest};
}

/// After U uses an issue of severity s has shown itself with probability 1 - exp(-s U / uses_to_surface).
/// What was counted on Monday morning is in the week's numbers. False alarm 1e-6 each; 1200 issues see an
/// error of 7 percentage points.
TEST(Issues, ShowThemselvesInUseTheSoonerTheMoreTheyBite) {
    const std::string uneven =
        replaced(std::string{plain}, "severity_spread = 0", "severity_spread = 1\nuses_to_surface = 50");
    const Blueprint blueprint = blueprint_of(in_use(uneven, 100));
    Probe hospital{blueprint, seed, 0};
    const auto first = issues_of(hospital, UnitId{0});  // all units are alike
    std::vector<double> severities;
    for (const Issue* issue : first) severities.push_back(issue->severity);
    const History run{blueprint, 0, Tracing::on};
    const auto latent = run.series("issues_latent.phone"), known = run.series("issues_known.phone");
    const auto shown = run.traced("issue shown");
    for (std::size_t week = 0; week < 12; ++week) {
        double expected = 0, variance = 0;
        for (const double severity : severities) {
            const double p = 1 - std::exp(-severity * 5 * 10 * 7 * static_cast<double>(week) / 50);
            expected += 100 * p;
            variance += 100 * p * (1 - p);
        }
        EXPECT_EQ(latent[week] + known[week], 1200);
        const auto until = static_cast<std::int64_t>(week + 1) * 7 * 86'400;
        EXPECT_EQ(
            std::count_if(shown.begin(), shown.end(), [&](const TraceRecord& r) { return r.time < until; }),
            known[week]);
        if (week == 0)
            EXPECT_EQ(known[week], 0);
        else
            EXPECT_LT(std::abs(known[week] - expected) / std::sqrt(variance), one_in_a_million) << week;
    }
}

TEST(Issues, ShowNothingToThoseWhoDoNotUseIt) {
    const std::string quick =
        replaced(std::string{plain}, "severity_spread = 0", "severity_spread = 0\nuses_to_surface = 1");
    const History run{blueprint_of(replaced(in_use(quick, 3), "intercept = 50", "intercept = -50"))};
    EXPECT_EQ(run.last("issues_known.phone"), 0);
}

/// All that happens to issues in one scenario.
std::string lively(std::string_view mode) {
    std::string text = starting("40 weeks") + std::string{everyday_nurse};
    for (const char* site : {"Hill", "Dale"}) {
        text += fmt::format("[[site]]\nname = \"{}\"\n", site);
        for (const char* kind : {"ward", "icu", "clinic"})
            text += fmt::format(
                "[[site.unit]]\nname = \"{0} a\"\nkind = \"{0}\"\nnurse = 4\n"
                "[[site.unit]]\nname = \"{0} b\"\nkind = \"{0}\"\nnurse = 6\n",
                kind);
    }
    return text + R"(
[[wave]]
name = "first"
units = ["Hill"]
[[wave]]
name = "second"
units = ["Dale"]
[technology.phone]
purposes = ["messaging"]
integration = { messaging = { team = "it", effort = "40 h" } }
[technology.tablet]
purposes = ["messaging"]
[team.it]
staff = 4
[issues]
uses_to_surface = 100
[embedding]
clinicians = 2
[backlog]
mode = ")" +
           std::string{mode} +
           R"("
reporting = "80 %"
wishes = "2 per month"
effort = "5 h"
analysis = "4 h"
spill_over = "30 %"
[plan]
shadow = { kind = "discovery", technology = "phone", hours = 6 }
design = { kind = "co_design", technology = "phone", hours = 8, after = ["shadow"] }
build = { kind = "build", technology = "phone", after = ["design"] }
phones = { kind = "go_live", technology = "phone", after = ["build"] }
tablets = { kind = "go_live", technology = "tablet", start = 2027-03-01 }
better = { kind = "optimise", technology = "phone", hours = "20 h per unit", after = ["phones"] }
)";
}

std::int64_t before(std::size_t week) { return static_cast<std::int64_t>(week + 1) * 7 * 86'400; }

/// At the start + made = latent + known + done away with: every week, for each group and for all, of every
/// technology.
TEST(Issues, AreNeitherLostNorInvented) {
    for (const char* mode : {"ticket", "product"}) {
        const Blueprint blueprint = blueprint_of(lively(mode));
        Probe hospital{blueprint, seed, 2};
        std::map<std::string, double> at_start;
        for (TechnologyId technology : hospital.world().scenario.technologies.ids())
            for (UnitId unit : hospital.world().scenario.units.ids()) {
                const double count = static_cast<double>(issues_of(hospital, unit, technology).size());
                at_start["network"] += count;
                at_start[hospital.world().scenario.sites[hospital.world().scenario.units[unit].site].name] +=
                    count;
                at_start[hospital.world().scenario.waves[hospital.world().layout.wave_of(unit)].name] +=
                    count;
            }
        const History run{blueprint, 2, Tracing::on};
        const auto made = run.traced("issue created"), found = run.traced("issue found"),
                   resolved = run.traced("issue resolved");
        for (const ScopeKind scope : {ScopeKind::network, ScopeKind::site, ScopeKind::wave}) {
            const auto& members = run.catalogue().members_of(scope);
            for (std::size_t m = 0; m < members.size(); ++m) {
                const auto sum = [&](const char* series) {
                    auto values = run.series(std::string{series} + ".phone", scope, m);
                    const auto tablets = run.series(std::string{series} + ".tablet", scope, m);
                    for (std::size_t week = 0; week < values.size(); ++week) values[week] += tablets[week];
                    return values;
                };
                const auto here = [&](const TraceRecord& event, std::size_t week) {
                    const UnitId unit{event.entity};
                    const bool inside =
                        scope == ScopeKind::network ||
                        (scope == ScopeKind::site ? hospital.world().scenario.units[unit].site.index()
                                                  : hospital.world().layout.wave_of(unit).index()) == m;
                    return inside && event.time < before(week);
                };
                const auto latent = sum("issues_latent"), known = sum("issues_known"),
                           gone = sum("issues_resolved");
                for (std::size_t week = 0; week < latent.size(); ++week) {
                    const auto count = [&](const std::vector<TraceRecord>& events) {
                        return static_cast<double>(std::count_if(
                            events.begin(), events.end(), [&](const auto& e) { return here(e, week); }));
                    };
                    ASSERT_EQ(at_start[members[m]] + count(made), latent[week] + known[week] + gone[week])
                        << mode << " " << members[m] << " " << week;
                    ASSERT_EQ(gone[week], count(resolved));
                    ASSERT_LE(known[week], count(found));
                }
            }
        }
        EXPECT_EQ(run.scalar("issues_created"), made.size());
        EXPECT_EQ(run.scalar("issues_resolved"), resolved.size());
        EXPECT_EQ(run.scalar("issues_spilled"), made.size());
        EXPECT_EQ(made.size() > 20, mode == std::string_view{"ticket"});
        EXPECT_GT(resolved.size(), 30U);
    }
}

/// Where nothing is done away with unseen, what is not latent any more was found.
TEST(Issues, FoundAreTraced) {
    const Blueprint blueprint =
        blueprint_of(hospital("", 20, "fit = 0.4\n",
                              "shadow = { kind = \"discovery\", hours = 6 }\n"
                              "design = { kind = \"co_design\", after = [\"shadow\"] }\n"));
    const History run{blueprint, 0, Tracing::on};
    Probe hospital{blueprint, seed, 0};
    double all = 0;
    for (UnitId unit : hospital.world().scenario.units.ids())
        all += static_cast<double>(issues_of(hospital, unit).size());
    EXPECT_EQ(run.last("issues_latent.phone"), all - static_cast<double>(run.traced("issue found").size()));
    EXPECT_LT(run.last("issues_latent.phone"), all);
}

// What builds do with what is known: sim/model/use.cpp.

/// Scanning needs an integration, messaging none: the odd ones of thirteen types, six, fall to the build.
std::string with_build(std::string_view plan, int wards = 2) {
    return starting("30 weeks") +
           replaced(std::string{everyday_nurse}, "messaging = 10", "messaging = 10, scanning = 5") +
           units(wards, 5) +
           "[technology.phone]\npurposes = [\"messaging\", \"scanning\"]\nfit = 0.4\nfit_spread = 0\n"
           "integration = { scanning = { team = \"it\", effort = \"90 h\", people = 1 } }\n"
           "[team.it]\nstaff = 10\nfocus = \"9 h per day\"\nwage = \"$60 per h\"\n" +
           replaced(std::string{plain}, "types = 12", "types = 13\nbuild_effort = \"9 h\"") +
           std::string{one_wave} + "[plan]\n" + std::string{plan};
}

constexpr std::string_view see_everything = "hours = 9, tau_hours = 0.01, clinician_time = \"0 %\"";

TEST(Build, CostsNoMoreWhereNothingIsKnown) {
    const History run{blueprint_of(with_build("build = { kind = \"build\" }\n"))};
    EXPECT_NEAR(run.instance("build.scanning/network").finished, 11 + 17.0 / 24,
                1e-9);  // ten days of nine hours
    EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), 90 * 60);
    EXPECT_NEAR(run.last("fit.phone"), 0.4, 1e-6);
}

TEST(Build, SeesToWhatIsKnownAtMoreEffort) {
    const History run{blueprint_of(with_build(fmt::format(
        "shadow = {{ kind = \"discovery\", {} }}\nbuild = {{ kind = \"build\", after = [\"shadow\"] }}\n",
        see_everything)))};
    EXPECT_DOUBLE_EQ(run.instance("build.scanning/network").started, 17.0 / 24);
    EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"),
                     (90 + 6 * 9) * 60);  // a type is built away once for all units
    EXPECT_NEAR(run.instance("build.scanning/network").finished, 22 + 17.0 / 24,
                1e-9);  // sixteen days of nine hours
    EXPECT_EQ(run.last("issues_resolved.phone"), 12);
    EXPECT_EQ(run.last("issues_known.phone"), 14);
    EXPECT_NEAR(run.last("fit.phone"), 0.4 + 0.6 * 6 / 13, 1e-6);
}

/// Both wards have all types, and know them in the end; the build takes from Tuesday 5 January to Tuesday 26
/// January.
TEST(Build, SeesToWhatWasKnownWhenItBeganWhereverItIsKnownWhenItEnds) {
    const auto resolved = [](std::string_view first_seen, std::string_view second_seen) {
        const std::string plan = fmt::format(
            "seen = {{ kind = \"discovery\", scope = \"wave\", start = \"at target\", {} }}\n"
            "build = {{ kind = \"build\", start = 2027-01-05 }}\n",
            see_everything);
        const std::string waves = fmt::format(
            "[[wave]]\nname = \"one\"\nunits = [\"Ward 1\"]\ntarget = {}\n"
            "[[wave]]\nname = \"two\"\nunits = [\"Ward 2\"]\ntarget = {}\n",
            first_seen, second_seen);
        const History run{blueprint_of(replaced(with_build(plan), one_wave, waves))};
        EXPECT_EQ(run.last("issues_known.phone"), 26 - run.last("issues_resolved.phone"));
        return run.last("issues_resolved.phone");
    };
    EXPECT_EQ(resolved("2027-01-04", "2027-01-11"), 12);
    EXPECT_EQ(resolved("2027-01-04", "2027-02-01"), 6);
    EXPECT_EQ(resolved("2027-01-06", "2027-01-11"), 0);
}

}  // namespace
}  // namespace golive::model::testing
