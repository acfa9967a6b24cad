//! M20, the books: whatever is spent is spent once, and the parts are the whole.
// SPDX-License-Identifier: Apache-2.0
#include "model/ledger.hpp"

#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

TEST(Ledger, TheTotalIsTheSumOfItsCategoriesButTurnover) {
    for (const char* file : {"one-clinic.toml", "clinical-mobility.toml"}) {
        const History run{blueprint_of_file(file), 1};
        double sum = 0;
        for (const auto& [cost, category] : cost_names)
            if (category != "turnover") sum += run.scalar("cost." + std::string{category});
        EXPECT_GT(sum, 0);
        EXPECT_NEAR(run.scalar("cost.total"), sum, 0.001);
        EXPECT_NEAR(run.last("cost.total") / run.scalar("cost.total"), 1,
                    0.05);  // all but the days after the last week
    }
}

TEST(Ledger, NothingIsEverGivenBack) {
    const History run{blueprint_of_file("clinical-mobility.toml"), 2};
    for (const auto& [cost, category] : cost_names) {
        const std::vector<double> spent = run.series("cost." + std::string{category});
        EXPECT_TRUE(std::is_sorted(spent.begin(), spent.end())) << category;
    }
    for (const auto& [taken, cause] : hours_names) {
        const std::vector<double> hours = run.series("clinician_hours." + std::string{cause});
        EXPECT_TRUE(std::is_sorted(hours.begin(), hours.end())) << cause;
    }
}

/// Paid each Monday from the first after go-live, for everybody in the unit: a week's part of a year, in
/// whole cents.
TEST(Ledger, LicencesArePaidByTheWeek) {
    const History run{blueprint_of(starting("52 weeks") + std::string{everyday_nurse} + one_unit(20) +
                                   "[technology.phone]\npurposes = [\"messaging\"]\nlicence = \"$520 per "
                                   "year\"\n[plan]\nlive = { kind = \"go_live\" }\n")};
    const double a_week = std::round(520 * 7 / 365.25 * 20 * 100) / 100;
    EXPECT_NEAR(run.scalar("cost.licences"), 51 * a_week, 1e-6);
    EXPECT_EQ(run.series("cost.licences")[0], 0);
}

TEST(Ledger, AnEmptyPlanCostsNothing) {
    const History run{
        blueprint_of(starting("52 weeks") + std::string{everyday_nurse} + one_unit(20) +
                     "[technology.phone]\npurposes = [\"messaging\"]\nlicence = \"$520 per year\"\n"
                     "[team.it]\nstaff = 2\nmaintenance = \"9 h per week\"\nbackground = [{ class = "
                     "\"ticket\", rate = \"9 per week\" }]\n"
                     "[body.board]\nmembers = { clinical = 9 }\n")};
    EXPECT_EQ(run.scalar("cost.total"), 0);
}

}  // namespace
}  // namespace golive::model::testing
