//! The plan as it happens: where every day of every step went, and what bound it.
// SPDX-License-Identifier: Apache-2.0
#include "model/layout.hpp"
#include "small_hospital.hpp"

#include <numeric>

namespace golive::model::testing {
namespace {

constexpr double at_six = 0.25;

std::string hospital(std::string_view plan, std::string_view rest = "",
                     std::string_view target = "2027-02-01") {
    return starting("30 weeks") + std::string{everyday_nurse} + one_unit(10) +
           "[technology.phone]\npurposes = [\"messaging\"]\n" + std::string{rest} +
           fmt::format("\n[[wave]]\nname = \"all\"\nunits = [\"Hill\"]\ntarget = {}\n[plan]\n", target) +
           std::string{plan};
}

TEST(PlanExecution, StartsWhatItsLastPredecessorReleases) {
    const History run{blueprint_of(hospital(R"(
a = { kind = "wait", length = "3 days" }
b = { kind = "wait", length = "5 days" }
c = { kind = "wait", length = "1 day", after = ["a", "b"] }
d = { kind = "milestone", after = ["a", "c"] }
)"))};
    EXPECT_DOUBLE_EQ(run.instance("c/network").ready, 5);
    EXPECT_DOUBLE_EQ(run.instance("c/network").finished, 6);
    EXPECT_EQ(run.instance("c/network").bound_by, static_cast<std::int32_t>(run.instance_index("b/network")));
    EXPECT_EQ(run.instance("d/network").bound_by, static_cast<std::int32_t>(run.instance_index("c/network")));
    EXPECT_EQ(run.instance("a/network").bound_by, -1);
    EXPECT_DOUBLE_EQ(run.instance("d/network").finished, 6);
}

TEST(PlanExecution, GoesLiveOnTheMorningOfTheTarget) {
    const History run{blueprint_of(hospital("live = { kind = \"go_live\", start = \"at target\" }\n"))};
    EXPECT_DOUBLE_EQ(run.scalar("live/all"), 28 + at_six);
    EXPECT_DOUBLE_EQ(run.scalar("all_live"), 28 + at_six);
    EXPECT_DOUBLE_EQ(run.scalar("delay"), at_six);
    EXPECT_NEAR(run.cause_days("live/all", "planned date"), 28 + at_six, 1e-5);
}

TEST(PlanExecution, NothingGoesLiveInAFreeze) {
    const History run{
        blueprint_of(hospital("live = { kind = \"go_live\", start = \"at target\" }\nbefore = { kind = "
                              "\"wait\", length = \"30 days\" }\n",
                              "[calendar]\nfreeze = [{ from = 2027-02-01, to = 2027-02-05 }]\n"))};
    EXPECT_DOUBLE_EQ(run.scalar("live/all"), 33 + at_six);
    EXPECT_NEAR(run.cause_days("live/all", "freeze"), 5, 1e-5);
    EXPECT_DOUBLE_EQ(run.instance("before/network").finished, 30);  // a freeze holds go-lives only
}

constexpr std::string_view untaught =
    "[team.trainers]\nstaff = 1\n[course.basics]\nseats = 10\nno_show = \"0 %\"\n";

TEST(PlanExecution, AGateStaysShutUntilItsStateIsReached) {
    const History run{blueprint_of(hospital(R"(
train = { kind = "train", start = 2027-02-10 }
live = { kind = "go_live", start = "at target", needs = { trained = "80 %" } }
)",
                                            std::string{untaught} + "release = \"100 %\"\n"))};
    EXPECT_DOUBLE_EQ(run.scalar("live/all"), 38 + at_six);  // the morning after the class
    EXPECT_NEAR(run.cause_days("live/all", "gate: training"), 10, 1e-5);
}

/// The deadline counts from the target, when the gate alone is in the way, and not from when the step became
/// ready.
TEST(PlanExecution, AGateThatStaysShutTooLongIsPassed) {
    const History run{
        blueprint_of(hospital("live = { kind = \"go_live\", start = \"at target\", needs = { trained = \"80 "
                              "%\" }, deadline = \"3 weeks\" }\n",
                              untaught))};
    EXPECT_DOUBLE_EQ(run.scalar("live/all"), 28 + 21 + at_six);
    const History never{blueprint_of(hospital(
        "live = { kind = \"go_live\", start = \"at target\", needs = { trained = \"80 %\" } }\n", untaught))};
    EXPECT_TRUE(std::isnan(never.scalar("live/all")));
    EXPECT_TRUE(std::isnan(never.scalar("delay")));
}

TEST(PlanExecution, WhatEndsAtSixIsOverWhenTheDayBegins) {
    const History run{blueprint_of(hospital(R"(
wait = { kind = "wait", length = "30 h" }
live = { kind = "go_live", after = ["wait"] }
)"))};
    EXPECT_DOUBLE_EQ(run.scalar("live/all"), 1 + at_six);
}

/// A decision and a review may concern no technology in particular.
TEST(PlanExecution, StepsWithoutATechnologyRunAmongSeveral) {
    const History run{blueprint_of(hospital(R"(
approve = { kind = "decision", bodies = ["chair"] }
review = { kind = "security_review", team = "it", effort = "2 h per device" }
)",
                                            R"([technology.tablet]
purposes = ["messaging"]
[body.chair]
members = { it = 1 }
approval = "100 %"
rule = "empowered"
[team.it]
staff = 1
)"))};
    EXPECT_EQ(run.instance("approve/network").finished, 0);
    EXPECT_FALSE(std::isnan(run.instance("review/network").finished));
}

class Examples : public ::testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(PlanExecution, Examples,
                         ::testing::Values("one-clinic.toml", "clinical-mobility.toml"),
                         [](const auto& file) { return std::string{file.param}.substr(0, 3); });

/// Days are kept as single floats: a thousand of them to six hundred-thousandths.
TEST_P(Examples, CausesAddUpToTheElapsedTime) {
    const Blueprint blueprint = blueprint_of_file(GetParam());
    const double horizon = blueprint.scenario().header.horizon.in_days();
    for (std::uint64_t r = 0; r < 4; ++r) {
        const Result result = simulate(blueprint, seed, r);
        const std::size_t causes = blueprint.catalogue().causes.size();
        for (std::size_t i = 0; i < result.instances.size(); ++i) {
            const auto first = result.cause_days.begin() + static_cast<std::ptrdiff_t>(i * causes);
            const double sum = std::accumulate(first, first + static_cast<std::ptrdiff_t>(causes), 0.0);
            const InstanceRecord& row = result.instances[i];
            const double end = std::isnan(row.finished) ? horizon : row.finished;
            EXPECT_NEAR(sum, std::isnan(row.ready) ? 0.0 : end - row.ready, 1e-3)
                << blueprint.catalogue().instances[i].name;
        }
    }
}

TEST_P(Examples, EveryStepIsBoundByItsLastPredecessor) {
    const Blueprint blueprint = blueprint_of_file(GetParam());
    for (std::uint64_t r = 0; r < 4; ++r) {
        const Result result = simulate(blueprint, seed, r);
        for (const InstanceId id : blueprint.layout().plan().ids()) {
            const InstanceRecord& row = result.instances[id.index()];
            double last = 0;
            for (const InstanceId before : blueprint.layout().plan()[id].after)
                last = std::fmax(last, result.instances[before.index()].finished);
            if (std::isnan(row.ready)) continue;
            EXPECT_DOUBLE_EQ(row.ready, last);
            EXPECT_EQ(row.bound_by < 0, blueprint.layout().plan()[id].after.empty());
            if (row.bound_by >= 0) {
                EXPECT_DOUBLE_EQ(result.instances[static_cast<std::size_t>(row.bound_by)].finished,
                                 row.ready);
            }
            if (std::isnan(row.started)) continue;
            EXPECT_LE(row.ready, row.started);
            if (!std::isnan(row.finished)) {
                EXPECT_LE(row.started, row.finished);
            }
        }
    }
}

}  // namespace
}  // namespace golive::model::testing
