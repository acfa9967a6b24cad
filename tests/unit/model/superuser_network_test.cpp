//! M12, super-users: how many, who, and how much they can take on.
// SPDX-License-Identifier: Apache-2.0
#include "model/superuser_network.hpp"

#include "model/staffing.hpp"
#include "probe.hpp"
#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

TEST(Revival, ByEachSuperuserIsIndependent) {
    EXPECT_EQ(revival_by(0, 0.3), 0);
    EXPECT_DOUBLE_EQ(revival_by(1, 0.3), 0.3);
    EXPECT_DOUBLE_EQ(1 - revival_by(5, 0.3), (1 - revival_by(2, 0.3)) * (1 - revival_by(3, 0.3)));
    EXPECT_EQ(revival_by(2, 1), 1);
}

TEST(Translation, IsInProportionToTheSuperusersOnDuty) {
    EXPECT_EQ(translation_of(0.1, 0, 8), 0);
    EXPECT_DOUBLE_EQ(translation_of(0.1, 2, 8), 0.025);
    EXPECT_DOUBLE_EQ(translation_of(0.1, 8, 8), 0.1);
    EXPECT_EQ(translation_of(0.1, 0, 0), 0);
}

TEST(Superusers, AreAsManyAsTheShareToTheNearestPerson) {
    EXPECT_EQ(superusers_of(0.1, 40), 4);
    EXPECT_EQ(superusers_of(0.1, 46), 5);
    EXPECT_EQ(superusers_of(0.1, 4), 0);
    EXPECT_EQ(superusers_of(1, 7), 7);
    EXPECT_EQ(superusers_of(0.5, 0), 0);
}

std::string hospital(std::string_view horizon, int nurses, std::string_view superusers,
                     std::string_view rest = "") {
    return starting(horizon) + std::string{everyday_nurse} + one_unit(nurses) +
           "[technology.phone]\npurposes = [\"messaging\"]\n" + std::string{one_wave} + "[superusers]\n" +
           std::string{superusers} + "\n" + std::string{rest} + "[plan]\nlive = { kind = \"go_live\" }\n";
}

TEST(Superusers, AreTheShareThatTheFileSays) {
    for (const auto& [nurses, expected] :
         {std::pair{40, 4}, std::pair{44, 4}, std::pair{46, 5}, std::pair{4, 0}}) {
        const History run{blueprint_of(hospital("2 weeks", nurses, "share = \"10 %\""))};
        EXPECT_NEAR(run.last("superusers") * nurses, expected, 1e-5) << nurses;
    }
}

TEST(Superusers, VolunteersAreTheMostComfortable) {
    const Blueprint blueprint =
        blueprint_of(hospital("2 weeks", 50, "share = \"10 %\"\nchosen = \"volunteers\""));
    Probe hospital{blueprint, seed, 0};
    (void)hospital.run();
    float least_chosen = 1, most_other = 0;
    for (const PostId post : hospital.world().layout.posts().ids()) {
        const float comfort = hospital.the<Staffing>().person(post).comfort;
        if (hospital.the<SuperuserNetwork>().is_superuser(post))
            least_chosen = std::min(least_chosen, comfort);
        else
            most_other = std::max(most_other, comfort);
    }
    EXPECT_GE(least_chosen, most_other);
}

/// Everybody is as likely as another: the mean rank of the appointed is in the middle. False alarm 1e-6; 1000
/// lots see an error of 5 % of the range.
TEST(Superusers, AppointedOnesAreDrawnAtRandom) {
    const Blueprint blueprint =
        blueprint_of(hospital("1 day", 50, "share = \"2 %\"\nchosen = \"appointed\""));
    Estimate rank;
    for (std::uint64_t r = 0; r < 1000; ++r)
        for (const TraceRecord& chosen : History{blueprint, r, Tracing::on}.traced("super-user chosen"))
            rank.add(chosen.entity);
    EXPECT_EQ(rank.count, 1000);
    EXPECT_LT(std::abs(rank.z(24.5)), one_in_a_million);
}

/// Far more problems than time: every shift solves as many as fit into it, and no more.
TEST(Superusers, SolveWhatTheirTimeAllows) {
    const std::string drowning = R"(
[support]
needs_help = "100 %"
calls = "0 %"
[adoption]
intercept = 50
friction = "50 %"
friction_unskilled = "0 %"
friction_misfit = "0 %"
abandoned_below = "0 %"
)";
    const History run{blueprint_of(hospital("4 weeks", 50, R"(share = "2 %"
protected = "25 %"
protected_for = "2 weeks"
lasting = "3 %"
help_time = "10 min")",
                                            drowning))};
    EXPECT_EQ(run.scalar("superuser_solved"), 14 * 18 + 14 * 2);  // of 180 and of 21.6 minutes a shift
    EXPECT_NEAR(run.scalar("clinician_hours.helping_peers"), (14 * 18 + 14 * 2) / 6.0, 1e-9);
    EXPECT_GT(run.scalar("superuser_overloaded"), 1000);
}

TEST(Superusers, WhoLeavesIsNotReplaced) {
    std::string text = hospital("104 weeks", 40, "share = \"10 %\"", "[workforce]\n");
    text.replace(text.find("turnover = \"0 % per year\""), 25,
                 "turnover = \"500 % per year\"\ntime_to_fill = \"1 day\"");
    const std::vector<double> share = History{blueprint_of(text)}.series("superusers");
    EXPECT_LT(share.back(), 0.01);
    EXPECT_GT(share.front(), 0.05);
}

}  // namespace
}  // namespace golive::model::testing
