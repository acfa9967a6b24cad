//! Workflow fit: what redesign closes of the gap, in closed form.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

constexpr std::string_view law = "tau_hours = 12, reach = \"50 %\", clinician_time = \"50 %\", attitude = 0";

std::string hospital(std::string_view plan, int wards = 1) {
    return starting("12 weeks") + std::string{everyday_nurse} + units(wards, 5) +
           "[technology.phone]\npurposes = [\"messaging\"]\nfit = 0.5\nfit_spread = 0\n"
           "[team.it]\nstaff = 1\nfocus = \"9 h per day\"\nwage = \"$60 per h\"\n" +
           std::string{one_wave} + "[plan]\n" + std::string{plan};
}

double closed(double hours) { return 0.5 * (1 - std::exp(-hours / 12)); }

TEST(Fit, ClosesTheGapWithDiminishingReturns) {
    const History run{
        blueprint_of(hospital(fmt::format("shadow = {{ kind = \"discovery\", hours = 12, {} }}\n", law)))};
    EXPECT_NEAR(run.last("fit.phone"), 0.5 + 0.5 * closed(12), 1e-6);
    EXPECT_NEAR(run.instance("shadow/Hill/Ward 1").finished, 1 + 11.0 / 24,
                1e-9);  // clinicians alone, in office hours
    EXPECT_DOUBLE_EQ(run.scalar("cost.redesign"), 300);
    EXPECT_DOUBLE_EQ(run.scalar("clinician_hours.redesign"), 6);
}

TEST(Fit, StepsCompound) {
    const History run{blueprint_of(
        hospital(fmt::format("first = {{ kind = \"discovery\", hours = 6, {0} }}\n"
                             "second = {{ kind = \"huddle\", after = [\"first\"], hours = 9, {0} }}\n",
                             law)))};
    EXPECT_NEAR(run.last("fit.phone"), 1 - 0.5 * (1 - closed(6)) * (1 - closed(9)), 1e-6);
}

/// On Monday nine office hours pass before the box closes at midnight.
TEST(Fit, ATimeBoxKeepsWhatWasLearntByThen) {
    const History run{blueprint_of(hospital(
        fmt::format("shadow = {{ kind = \"discovery\", hours = 20, time_box = \"1 day\", {} }}\n", law)))};
    EXPECT_NEAR(run.last("fit.phone"), 0.5 + 0.5 * closed(9), 1e-6);
    EXPECT_DOUBLE_EQ(run.instance("shadow/Hill/Ward 1").finished, 1);
    EXPECT_DOUBLE_EQ(run.scalar("clinician_hours.redesign"), 4.5);
}

/// The team's one person has done nine of eighteen hours: each of the two units has learnt from half of that.
TEST(Fit, ATimeBoxPaysTheTeamForWhatItDid) {
    const History run{
        blueprint_of(hospital(fmt::format("shadow = {{ kind = \"discovery\", scope = \"network\", team = "
                                          "\"it\", hours = 18, time_box = \"1 day\", {} }}\n",
                                          law),
                              2))};
    EXPECT_NEAR(run.last("fit.phone"), 0.5 + 0.5 * closed(4.5), 1e-6);
    EXPECT_NEAR(run.scalar("cost.redesign"), 9 * 60 + 4.5 * 50, 1e-9);
}

TEST(Fit, StaysWithinItsSpread) {
    std::string text = hospital("", 40);
    text.replace(text.find("fit_spread = 0\n"), 15, "fit_spread = 0.2\n");
    const History run{blueprint_of(text)};
    double low = 1, high = 0;
    for (std::size_t unit = 0; unit < 40; ++unit) {
        const double fit = run.series("fit.phone", ScopeKind::unit, unit).back();
        low = std::min(low, fit);
        high = std::max(high, fit);
    }
    EXPECT_GE(low, 0.3 - 1e-6);
    EXPECT_LE(high, 0.7 + 1e-6);
    EXPECT_GT(high - low, 0.2);  // 40 uniform numbers lie within half their range with probability 4e-11
}

}  // namespace
}  // namespace golive::model::testing
