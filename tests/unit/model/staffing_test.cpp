//! M17's staffing: posts are birth and death processes, leavers a Poisson stream.
// SPDX-License-Identifier: Apache-2.0
#include "model/staffing.hpp"

#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

TEST(Workload, IsSharedByThoseWhoAreThere) {
    EXPECT_EQ(workload_of(0.9, 20, 20), 0.9);
    EXPECT_DOUBLE_EQ(workload_of(0.9, 20, 15) * 15, 0.9 * 20);
    EXPECT_EQ(workload_of(0.9, 20, 0), 18);  // as if one were
}

std::string hospital(std::string_view horizon, std::string_view turnover, std::string_view time_to_fill,
                     bool section) {
    return starting(horizon) +
           fmt::format(R"(
[role.nurse]
turnover = "{}"
time_to_fill = {}
opportunities = {{ messaging = 10 }}
[technology.phone]
purposes = ["messaging"]
[costs]
hire = "$1000"
)",
                       turnover, time_to_fill) +
           (section ? "[workforce]\n" : "") + one_unit(400);
}

/// Whatever the law of the time to fill, only its mean counts. False alarm 1e-6 each; 8000 posts see an error
/// of 2.4 percentage points in the vacancy of 25 %.
TEST(Staffing, VacanciesAreTheBalanceOfLeavingAndFilling) {
    for (const char* law : {"\"60 days\"", "{ dist = \"exponential\", mean = \"60 days\" }"}) {
        const Blueprint blueprint = blueprint_of(hospital("156 weeks", "200 % per year", law, true));
        double vacant = 0;
        for (std::uint64_t r = 0; r < 20; ++r) vacant += 400 * History{blueprint, r}.scalar("vacancy");
        const double expected = 60 / (60 + 365.25 / 2);
        EXPECT_LT(std::abs(binomial_z(static_cast<int>(std::lround(vacant)), 8000, expected)),
                  one_in_a_million)
            << vacant;
    }
}

/// Posts filled within the second: leavers are Poisson. False alarm 1e-6; 8000 of them see an error of 5.5 %.
TEST(Staffing, ResignationsArePoisson) {
    const Blueprint blueprint = blueprint_of(hospital("52 weeks", "100 % per year", "\"0 days\"", true));
    Estimate left;
    for (std::uint64_t r = 0; r < 20; ++r) left.add(History{blueprint, r}.scalar("resignations"));
    const double expected = 400 * 364 / 365.25;
    EXPECT_LT(std::abs(left.sum - 20 * expected) / std::sqrt(20 * expected), one_in_a_million) << left.mean();
    EXPECT_LT(left.variance() / expected, 3.2);  // chi-square, 19 df, 1e-6
    EXPECT_GT(left.variance() / expected, 0.1);
}

TEST(Staffing, WithoutTheSectionNobodyLeaves) {
    const History run{blueprint_of(hospital("52 weeks", "200 % per year", "\"60 days\"", false))};
    EXPECT_EQ(run.scalar("resignations"), 0);
    EXPECT_EQ(run.scalar("vacancy"), 0);
}

TEST(Staffing, EverySuccessorCostsTheSame) {
    const History run{blueprint_of(hospital("52 weeks", "100 % per year", "\"30 days\"", true)), 0,
                      Tracing::on};
    const double joined = static_cast<double>(run.traced("person joined").size());
    EXPECT_GT(joined, 200);
    EXPECT_DOUBLE_EQ(run.scalar("cost.turnover"), 1000 * joined);
    EXPECT_EQ(run.scalar("cost.total"), 0);  // it is no cost of the rollout
    EXPECT_NEAR(run.scalar("vacancy") * 400, run.scalar("resignations") - joined, 1e-6);
}

}  // namespace
}  // namespace golive::model::testing
