//! M4, the purchase process: expected fit of the best of several products, by who chooses and what they see.
// SPDX-License-Identifier: Apache-2.0
#include "model/product_selection.hpp"

#include "model/workflow_issues.hpp"
#include "outcomes.hpp"
#include "probe.hpp"

namespace golive::model::testing {
namespace {

/// Of one kind with one unit it is that of the sum of two independent deviations; over n units of one kind
/// the units' part shrinks, over n kinds both do.
TEST(DeviationOfMeanFit, ShrinksWithWhatTheMeanIsTakenOver) {
    EXPECT_DOUBLE_EQ(deviation_of_mean_fit(0.3, 0, 100, 100, 10), 0.3);
    EXPECT_DOUBLE_EQ(deviation_of_mean_fit(0, 0.3, 100, 100, 10), 0.3 / std::sqrt(3));
    EXPECT_DOUBLE_EQ(deviation_of_mean_fit(0.3, 0.4, 100, 100, 10), std::sqrt(0.09 + 0.16 / 3));
    EXPECT_DOUBLE_EQ(deviation_of_mean_fit(0.3, 0, 4 * 100, 4 * 100, 40), 0.15);                 // four kinds
    EXPECT_DOUBLE_EQ(deviation_of_mean_fit(0, 0.3, 40 * 40, 4 * 100, 40), 0.15 / std::sqrt(3));  // four units
}

TEST(JointScore, IsOneSidesWhereTheOtherHasNoWeight) {
    EXPECT_EQ(joint_score(0, 2, -1), -1);
    EXPECT_EQ(joint_score(1, 2, -1), 2);
    EXPECT_DOUBLE_EQ(joint_score(0.25, 2, -1), -0.25);
}

TEST(ClinicalScore, IsTheTrueOneWhereAllWasSeen) {
    EXPECT_EQ(clinical_score_seen(1, 0.7, -3), 0.7);
    EXPECT_EQ(clinical_score_seen(0, 0.7, -3), -3);
    EXPECT_DOUBLE_EQ(clinical_score_seen(0.5, 1, -3), -1);
}

constexpr double best_of_two =
    0.5641895835477563;  // mean of the larger of two standard normal numbers: 1 / sqrt(pi)
constexpr double best_of_four = 1.0293753730039641;  // and of four

constexpr std::string_view wards_of_one_kind = "[[site.unit]]\nname = \"East\"\nnurse = 5\n";
constexpr std::string_view normal_fit =
    "fit = { dist = \"normal\", mean = 0.5, sd = 0.08, min = 0, max = 1 }\nfit_spread = 0\n";

std::string hospital(std::string_view select, std::string_view rest = "",
                     std::string_view wards = wards_of_one_kind, std::string_view fit = normal_fit) {
    return starting("2 weeks") + std::string{everyday_nurse} + "[[site]]\nname = \"Hill\"\n" +
           std::string{wards} + "[technology.phone]\npurposes = [\"messaging\"]\n" + std::string{fit} +
           "[team.it]\nstaff = 4\nwage = \"$60 per h\"\nfocus = \"9 h per day\"\n" +
           std::string{indifferent} + "[plan]\nchoose = { kind = \"select\", effort = \"2 h\", " +
           std::string{select} + " }\n" + std::string{rest};
}

/// Mean fit in the end over replications.
Estimate fits(const std::string& text, int replications = 2000) {
    const Blueprint blueprint = blueprint_of(text);
    Estimate fit;
    for (int r = 0; r < replications; ++r)
        fit.add(History{blueprint, static_cast<std::uint64_t>(r)}.last("fit.phone"));
    return fit;
}

constexpr std::string_view by_clinicians = "by = \"joint\", clinical_weight = \"100 %\", attitude = 0";

/// Whoever sees the truth takes the best: of k uniform numbers the largest has mean k / (k + 1). False alarm
/// 1e-6 each; 2000 choices see an error of 0.02.
TEST(Selection, TakesTheBestFitWhereCliniciansSeeIt) {
    for (const int candidates : {1, 2, 5}) {
        const Estimate fit = fits(
            hospital(fmt::format("candidates = {}, {}", candidates, by_clinicians), "", wards_of_one_kind,
                     "fit = { dist = \"uniform\", min = 0.2, max = 0.8 }\nfit_spread = 0\n"));
        EXPECT_LT(std::abs(fit.z(0.2 + 0.6 * candidates / (candidates + 1))), one_in_a_million)
            << candidates << " " << fit.mean();
    }
}

TEST(Selection, ByItTakesAnyFit) {
    const Estimate fit = fits(hospital("candidates = 5"));
    EXPECT_LT(std::abs(fit.z(0.5)), one_in_a_million) << fit.mean();
}

/// Chi-square of three degrees of freedom, false alarm 1e-6: whichever product is best by IT's lights or the
/// clinicians'.
TEST(Selection, FavoursNoProductByItsNumber) {
    for (const std::string_view by : {std::string_view{"by = \"it\""}, by_clinicians}) {
        const Blueprint blueprint = blueprint_of(hospital(fmt::format("candidates = 4, {}", by)));
        std::array<double, 4> chosen{};
        for (std::uint64_t r = 0; r < 2000; ++r) {
            const auto traced = History{blueprint, r, Tracing::on}.traced("product chosen");
            ASSERT_EQ(traced.size(), 1U);
            EXPECT_EQ(traced[0].entity, 0);
            ++chosen[static_cast<std::size_t>(traced[0].value)];
        }
        double chi = 0;
        for (const double count : chosen) chi += (count - 500) * (count - 500) / 500;
        EXPECT_LT(chi, 30.66) << by;
    }
}

/// Of normal fits the product that looks best among k has in the mean rho E[max of k] standard deviations
/// more than any: perceived and true fit are normal together. So it is where the mean is over two kinds of
/// unit, whose fits are independent. False alarm 1e-6 each; sees an error of 0.09 in rho.
TEST(Selection, SeesTheTruthAsFarAsItIsAligned) {
    constexpr std::string_view two_kinds =
        "[[site.unit]]\nname = \"East\"\nnurse = 6\n[[site.unit]]\nname = \"ICU\"\nkind = \"icu\"\nnurse = "
        "2\n";
    struct Case {
        std::string_view wards;
        std::vector<double> weights;  // by people
    };
    for (const Case& hospitals : {Case{wards_of_one_kind, {1}}, Case{two_kinds, {0.75, 0.25}}})
        for (const double rho : {0.0, 0.6, 1.0}) {
            const Blueprint blueprint =
                blueprint_of(hospital(fmt::format("candidates = 4, {}", by_clinicians),
                                      fmt::format("[alignment]\nalone = {}\n", rho), hospitals.wards));
            Estimate score;
            for (std::uint64_t r = 0; r < 3000; ++r) {
                const History run{blueprint, r};
                double sum = 0, squares = 0;
                for (std::size_t unit = 0; unit < hospitals.weights.size(); ++unit) {
                    const double weight = hospitals.weights[unit];
                    sum += weight * (run.series("fit.phone", ScopeKind::unit, unit).back() - 0.5) / 0.08;
                    squares += weight * weight;
                }
                score.add(sum / std::sqrt(squares));
            }
            EXPECT_LT(std::abs(score.z(rho * best_of_four)), one_in_a_million)
                << hospitals.weights.size() << " " << rho << " " << score.mean();
        }
}

/// Of the units' own deviations alone nearly the same holds, to a hundredth: the mean of sixteen uniform
/// numbers is nearly normal. False alarm 1e-6; sees an error of 0.1 in rho.
TEST(Selection, SeesUnitsThatDeviate) {
    std::string wards;
    for (int n = 0; n < 16; ++n) wards += fmt::format("[[site.unit]]\nname = \"Ward {}\"\nnurse = 1\n", n);
    const Estimate fit = fits(hospital(fmt::format("candidates = 4, {}", by_clinicians),
                                       "[alignment]\nalone = 0.6\n", wards, "fit = 0.5\nfit_spread = 0.2\n"),
                              3000);
    const double sd = 0.2 / std::sqrt(3.0 * 16);
    EXPECT_NEAR(fit.mean(), 0.5 + 0.6 * best_of_four * sd, one_in_a_million * fit.error() + 0.01 * sd);
}

TEST(Selection, AfterDiscoveryIsAsOfTheWhollyAligned) {
    const auto outcome = [](std::string_view alignment, bool discovered) {
        const std::string look =
            discovered
                ? "look = { kind = \"discovery\", hours = 1, attitude = 0, clinician_time = \"0 %\" }\n"
                : "";
        const Blueprint blueprint = blueprint_of(
            hospital(fmt::format("candidates = 6, {}", by_clinicians), look + std::string{alignment}));
        std::vector<double> fit;
        for (std::uint64_t r = 0; r < 100; ++r) fit.push_back(History{blueprint, r}.last("fit.phone"));
        return fit;
    };
    const std::string_view blind = "[alignment]\nalone = 0\n";
    EXPECT_EQ(outcome(blind, true), outcome("", true));
    EXPECT_EQ(outcome("", false), outcome("", true));
    EXPECT_NE(outcome(blind, false), outcome("", false));
}

/// Half of the units discovered: what is seen is half true and half guessed, half of its variance is noise
/// where guesses are blind. Its correlation with the truth is 1 / sqrt(2). False alarm 1e-6.
TEST(Selection, MixesWhatItKnowsWithWhatItGuesses) {
    constexpr std::string_view two_wards =
        "[[site.unit]]\nname = \"East\"\nnurse = 5\n[[site.unit]]\nname = \"West\"\nnurse = 5\n";
    const Estimate fit =
        fits(hospital(fmt::format("candidates = 4, start = 2027-01-06, {}", by_clinicians),
                      "look = { kind = \"discovery\", scope = \"wave\", start = \"at target\", hours = 1 }\n"
                      "[alignment]\nalone = 0\n"
                      "[[wave]]\nname = \"one\"\nunits = [\"East\"]\ntarget = 2027-01-04\n"
                      "[[wave]]\nname = \"two\"\nunits = [\"West\"]\ntarget = 2028-01-04\n",
                      two_wards),
             3000);
    EXPECT_LT(std::abs(fit.z(0.5 + 0.08 * best_of_four / std::sqrt(2.0))), one_in_a_million) << fit.mean();
}

/// Choosers weigh w of the fit and 1 - w of what IT likes: the score's correlation with the fit is w /
/// sqrt(w^2 + (1 - w)^2). False alarm 1e-6 each.
TEST(Selection, WeighsFitAgainstWhatItLikes) {
    for (const double w : {0.25, 0.5, 0.8}) {
        const Estimate fit =
            fits(hospital(fmt::format("by = \"joint\", candidates = 2, clinical_weight = \"{} %\"", w * 100)),
                 3000);
        const double correlation = w / std::sqrt(w * w + (1 - w) * (1 - w));
        EXPECT_LT(std::abs(fit.z(0.5 + 0.08 * correlation * best_of_two)), one_in_a_million)
            << w << " " << fit.mean();
    }
}

TEST(Selection, WhollyByItIsAsAJointOneWithoutWeight) {
    const Blueprint it = blueprint_of(hospital("candidates = 4"));
    const Blueprint joint =
        blueprint_of(hospital("candidates = 4, by = \"joint\", clinical_weight = \"0 %\", clinician_hours = "
                              "\"0 h\", attitude = 0"));
    for (std::uint64_t r = 0; r < 20; ++r)
        expect_same(outcomes_of(History{it, r}), outcomes_of(History{joint, r}), 100);
}

TEST(Selection, CostsWorkAndCliniciansTimePerCandidate) {
    const History joint{
        blueprint_of(hospital("by = \"joint\", candidates = 3, clinician_hours = \"10 h\", attitude = 0.15, "
                              "clinical_weight = \"50 %\""))};
    EXPECT_NEAR(joint.instance("choose/network").finished, 14.0 / 24,
                1e-9);  // one person, from eight o'clock
    EXPECT_DOUBLE_EQ(joint.scalar("cost.it_labour"), 3 * 2 * 60);
    EXPECT_DOUBLE_EQ(joint.scalar("clinician_hours.redesign"), 30);
    EXPECT_DOUBLE_EQ(joint.scalar("cost.meetings"), 30 * 50);
    EXPECT_NEAR(joint.last("attitude.phone"), 0.15, 1e-6);
    const History it{blueprint_of(hospital("candidates = 3"))};
    EXPECT_DOUBLE_EQ(it.scalar("cost.it_labour"), 3 * 2 * 60);
    EXPECT_EQ(it.scalar("clinician_hours.redesign"), 0);
    EXPECT_EQ(it.scalar("cost.meetings"), 0);
    EXPECT_EQ(it.last("attitude.phone"), 0);
}

/// The only candidate is the product that the scenario describes.
TEST(Selection, OfOneProductChangesNothing) {
    const std::string with = hospital("candidates = 1", "live = { kind = \"go_live\" }\n");
    std::string without_it = with;
    const std::size_t at = without_it.find("choose = ");
    without_it.erase(at, without_it.find('\n', at) + 1 - at);
    for (std::uint64_t r = 0; r < 10; ++r)
        expect_same(outcomes_of(History{blueprint_of(with), r}),
                    outcomes_of(History{blueprint_of(without_it), r}), 100, [](const std::string& name) {
                        return name.find("cost.") == std::string::npos &&
                               name.find(".it") == std::string::npos;
                    });
}

/// Each site chooses for itself: its units have the fit of its product.
TEST(Selection, ChoosesForItsOwnUnits) {
    const std::string sites =
        "[[site.unit]]\nname = \"East\"\nnurse = 5\n[[site]]\nname = \"Dale\"\n[[site.unit]]\nname = "
        "\"West\"\nnurse = 5\n";
    const Blueprint blueprint = blueprint_of(hospital("candidates = 5, scope = \"site\"", "", sites));
    int differ = 0;
    for (std::uint64_t r = 0; r < 20; ++r) {
        Probe hospital{blueprint, seed, r};
        (void)hospital.run();
        const auto chosen = History{blueprint, r, Tracing::on}.traced("product chosen");
        ASSERT_EQ(chosen.size(), 2U);
        const WorkflowIssues& issues = hospital.the<WorkflowIssues>();
        for (int unit = 0; unit < 2; ++unit)
            EXPECT_NEAR(issues.fit(TechnologyId{0}, UnitId{unit}),
                        issues.fit_as_bought(TechnologyId{0}, UnitId{unit},
                                             static_cast<int>(chosen[static_cast<std::size_t>(unit)].value)),
                        1e-6);
        differ += chosen[0].value != chosen[1].value;
    }
    EXPECT_GT(differ, 0);
}

}  // namespace
}  // namespace golive::model::testing
