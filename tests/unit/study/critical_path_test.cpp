//! The realised critical path, against plans that were added up by hand and plans that were simulated.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

#include <cmath>
#include <limits>

#include <golive/model/cause.hpp>
#include <golive/study/critical_path.hpp>

namespace golive::study {
namespace {

using model::Cause;
using namespace model::testing;

constexpr double never = std::numeric_limits<double>::quiet_NaN();

std::size_t index_of(Cause cause) { return static_cast<std::size_t>(cause); }

PlanRecord record_of(const model::Result& result) { return {result.instances, result.cause_days}; }

long long seconds(double days) { return std::llround(days * 86400); }

/// A plan of which the tests write down how it went.
struct Written {
    struct Step {
        double ready, started, finished;
        std::int32_t bound_by;
        std::vector<std::pair<Cause, double>> days;
    };
    explicit Written(const std::vector<Step>& steps) : cause_days(steps.size() * model::cause_count) {
        for (const Step& step : steps) {
            for (const auto& [cause, days] : step.days)
                cause_days[instances.size() * model::cause_count + index_of(cause)] = days;
            instances.push_back({step.ready, step.started, step.finished, step.bound_by});
        }
    }
    [[nodiscard]] PlanRecord record() const { return {instances, cause_days}; }
    std::vector<model::InstanceRecord> instances;
    std::vector<double> cause_days;
};

model::Catalogue catalogue_of(const std::vector<std::pair<std::string, std::string>>& names_and_kinds) {
    model::Catalogue catalogue;
    for (const auto& [name, kind] : names_and_kinds)
        catalogue.instances.push_back({name + "/all", name, kind, "all", never});
    for (const auto& [cause, name] : model::cause_names) catalogue.causes.emplace_back(name);
    return catalogue;
}

// ---------------------------------------------------------------- what was simulated

struct Simulated {
    const char* file;
    std::uint64_t replications;
};
class PathsOf : public testing::TestWithParam<Simulated> {};

/// From ready to done every second has a cause, and a step is ready when the last of its predecessors is
/// done: so the parts of a path are the time since the start, to the second.
TEST_P(PathsOf, EveryGoLiveAddUpToItsDateToTheSecond) {
    const model::Blueprint blueprint = blueprint_of_file(GetParam().file);
    std::uint64_t paths = 0;
    for (std::uint64_t replication = 0; replication < GetParam().replications; ++replication) {
        const model::Result result = simulate(blueprint, seed + replication % 3, replication);
        for (std::size_t i = 0; i < result.instances.size(); ++i) {
            const auto path = critical_path(record_of(result), i);
            ASSERT_EQ(path.empty(), std::isnan(result.instances[i].finished));
            if (path.empty()) continue;
            long long sum = 0;
            for (const PathSegment& part : path) sum += seconds(part.days);
            EXPECT_EQ(sum, seconds(result.instances[i].finished))
                << blueprint.catalogue().instances[i].name << " of replication " << replication;
            EXPECT_EQ(path.back().instance, i);
            ++paths;
        }
    }
    EXPECT_GT(paths, 5 * GetParam().replications);
}

TEST_P(PathsOf, TheLastGoLiveAreThoseOfTheFiguresThatAreReported) {
    const model::Blueprint blueprint = blueprint_of_file(GetParam().file);
    DelayAttribution delays{blueprint.catalogue()};
    double sum = 0;
    std::uint64_t live = 0;
    for (std::uint64_t replication = 0; replication < GetParam().replications; ++replication) {
        const model::Result result = simulate(blueprint, seed, replication);
        delays.add(record_of(result));
        const double all_live = result.scalars[blueprint.catalogue().scalar("all_live")];
        if (std::isnan(all_live)) continue;
        sum += all_live;
        ++live;
    }
    EXPECT_EQ(delays.replications(), GetParam().replications);
    EXPECT_EQ(delays.last().futures(), live);
    if (live == 0) return;
    EXPECT_NEAR(delays.last().elapsed(), sum / static_cast<double>(live), 1e-6);
    const auto causes = delays.last().by_cause(blueprint.catalogue().causes.size());
    double of_causes = 0, of_activities = 0;
    for (const double days : causes) of_causes += days;
    for (const auto& step : delays.last().by_activity(blueprint.catalogue())) {
        of_activities += step.days;
        EXPECT_GT(step.index, 0);
        EXPECT_LE(step.index, 1 + 1e-12);
    }
    EXPECT_NEAR(of_causes, delays.last().elapsed(), 1e-6);
    EXPECT_NEAR(of_activities, delays.last().elapsed(), 1e-6);
}

INSTANTIATE_TEST_SUITE_P(All, PathsOf,
                         testing::Values(Simulated{"one-clinic.toml", 40},
                                         Simulated{"../tests/support/every_section.toml", 12},
                                         Simulated{"clinical-mobility.toml", 3}),
                         [](const auto& tested) {
                             std::string name;
                             for (const char c : std::string{tested.param.file})
                                 if (std::isalnum(static_cast<unsigned char>(c)) != 0) name += c;
                             return name;
                         });

std::string plan_of(std::string_view plan, std::string_view rest = "") {
    return starting() + std::string{everyday_nurse} + one_unit(10) + std::string{one_wave} +
           "[technology.phone]\npurposes = [\"messaging\"]\n" + std::string{rest} + "[plan]\n" +
           std::string{plan};
}

/// 10 + 4 days on one way, 20 on the other; the go-live waits until six in the morning.
TEST(CriticalPath, IsTheLongerWayThroughThePlan) {
    const model::Blueprint blueprint = blueprint_of(plan_of(R"(
a = { kind = "wait", length = "10 days" }
b = { kind = "wait", length = "4 days", after = ["a"] }
c = { kind = "wait", length = "20 days" }
live = { kind = "go_live", after = ["b", "c"] }
)"));
    const History run{blueprint};
    DelayAttribution delays{blueprint.catalogue()};
    delays.add(record_of(run.result()));
    EXPECT_NEAR(delays.last().elapsed(), 20.25, 1e-9);
    const auto steps = delays.last().by_activity(blueprint.catalogue());
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].activity, "c");
    EXPECT_NEAR(steps[0].days, 20, 1e-9);
    EXPECT_EQ(steps[1].activity, "live");
    EXPECT_NEAR(steps[1].days, 0.25, 1e-9);
    EXPECT_DOUBLE_EQ(steps[0].index, 1);
}

TEST(CriticalPath, KeepsStepsThatTakeNoTime) {
    const model::Blueprint blueprint = blueprint_of(plan_of(R"(
a = { kind = "wait", length = "10 days" }
signed = { kind = "milestone", after = ["a"] }
live = { kind = "go_live", after = ["signed"] }
)"));
    const History run{blueprint};
    const auto path = critical_path(record_of(run.result()), run.instance_index("live/all"));
    ASSERT_EQ(path.size(), 3U);
    EXPECT_EQ(path[1].instance, run.instance_index("signed/network"));
    EXPECT_EQ(path[1].days, 0);
    PathTally tally;
    tally.add(path);
    EXPECT_EQ(tally.by_activity(blueprint.catalogue()).size(), 3U);
}

TEST(CriticalPath, OfTwoStepsThatEndAtOnceIsOneAndAddsUp) {
    const History run{blueprint_of(plan_of(R"(
a = { kind = "wait", length = "10 days" }
b = { kind = "wait", length = "10 days" }
live = { kind = "go_live", after = ["a", "b"] }
)"))};
    const auto path = critical_path(record_of(run.result()), run.instance_index("live/all"));
    ASSERT_EQ(path.size(), 2U);
    EXPECT_EQ(seconds(path[0].days + path[1].days), seconds(10.25));
}

TEST(CriticalPath, OfWhatNeverHappensIsEmptyAndSaysWhatItWaitsFor) {
    const model::Blueprint blueprint = blueprint_of(plan_of(R"(
a = { kind = "wait", length = "100 weeks" }
b = { kind = "milestone", after = ["a"] }
live = { kind = "go_live", after = ["b"] }
)"));
    const History run{blueprint};
    DelayAttribution delays{blueprint.catalogue()};
    delays.add(record_of(run.result()));
    EXPECT_EQ(delays.of(0).futures(), 0U);
    EXPECT_EQ(delays.last().futures(), 0U);
    EXPECT_EQ(delays.last().elapsed(), 0);
    EXPECT_TRUE(delays.last().shares().empty());
    std::vector<std::vector<std::size_t>> after;
    for (const model::Instance& instance : blueprint.plan()) {
        after.emplace_back();
        for (const model::InstanceId id : instance.after) after.back().push_back(id.index());
    }
    const PathSegment held = held_up_by(record_of(run.result()), run.instance_index("live/all"), after);
    EXPECT_EQ(held.instance, run.instance_index("a/network"));
    EXPECT_EQ(held.cause, index_of(Cause::work));
    EXPECT_NEAR(held.days, 364, 1e-9);
}

TEST(CriticalPath, OfAPlanWithoutGoLivesIsNothing) {
    const model::Blueprint blueprint =
        blueprint_of(plan_of("a = { kind = \"wait\", length = \"10 days\" }\n"));
    DelayAttribution delays{blueprint.catalogue()};
    delays.add(record_of(History{blueprint}.result()));
    EXPECT_TRUE(delays.go_lives().empty());
    EXPECT_EQ(delays.last().futures(), 0U);
}

// ---------------------------------------------------------------- what was written down

/// `a` ends on day 10 or 12, `b` on day 11: the go-live hangs on a in one future of three.
TEST(Criticality, IsTheShareOfFuturesInWhichAStepDecides) {
    const model::Catalogue catalogue = catalogue_of({{"a", "wait"}, {"b", "wait"}, {"live", "go_live"}});
    DelayAttribution delays{catalogue};
    for (const double a : {10.0, 10.0, 12.0}) {
        const bool by_a = a > 11;
        delays.add(
            Written{{{0, 0, a, -1, {{Cause::agenda, 4}, {Cause::work, a - 4}}},
                     {0, 0, 11, -1, {{Cause::team_queue, 11}}},
                     {std::max(a, 11.0), 13, 13, by_a ? 0 : 1, {{Cause::freeze, 13 - std::max(a, 11.0)}}}}}
                .record());
    }
    const PathTally& path = delays.last();
    EXPECT_EQ(path.futures(), 3U);
    EXPECT_DOUBLE_EQ(path.elapsed(), 13);
    const auto steps = path.by_activity(catalogue);
    ASSERT_EQ(steps.size(), 3U);
    EXPECT_EQ(steps[0].activity, "live");
    EXPECT_EQ(steps[1].activity, "b");
    EXPECT_DOUBLE_EQ(steps[1].index, 2.0 / 3);
    EXPECT_DOUBLE_EQ(steps[1].days, 22.0 / 3);
    EXPECT_EQ(steps[2].activity, "a");
    EXPECT_DOUBLE_EQ(steps[2].index, 1.0 / 3);
    EXPECT_DOUBLE_EQ(steps[2].days, 4);
    const auto days = path.by_cause(catalogue.causes.size());
    EXPECT_DOUBLE_EQ(days[index_of(Cause::agenda)], 4.0 / 3);
    EXPECT_DOUBLE_EQ(days[index_of(Cause::freeze)], (2 + 2 + 1) / 3.0);
}

/// Ten futures, each with a way of its own: a tenth taken ten times is not one.
TEST(Criticality, IsExactlyOneForWhatAlwaysDecides) {
    std::vector<std::pair<std::string, std::string>> steps;
    for (int n = 0; n < 10; ++n) steps.emplace_back(fmt::format("way {}", n), "wait");
    steps.emplace_back("live", "go_live");
    const model::Catalogue catalogue = catalogue_of(steps);
    DelayAttribution delays{catalogue};
    for (std::int32_t way = 0; way < 10; ++way) {
        std::vector<Written::Step> plan(10, {0, 0, 5, -1, {{Cause::work, 5}}});
        plan.push_back({5, 6, 6, way, {{Cause::freeze, 1}}});
        delays.add(Written{plan}.record());
    }
    const auto critical = delays.last().by_activity(catalogue);
    ASSERT_EQ(critical.size(), 11U);
    EXPECT_EQ(critical.front().activity, "live");
    EXPECT_EQ(critical.front().index, 1);
    EXPECT_EQ(critical.back().index, 0.1);
}

TEST(DelayAttribution, CountsOnlyFuturesInWhichEverythingWentLiveForTheLast) {
    const model::Catalogue catalogue = catalogue_of({{"first", "go_live"}, {"second", "go_live"}});
    DelayAttribution delays{catalogue};
    const auto add = [&](double first, double second) {
        delays.add(Written{{{0, first, first, -1, {{Cause::work, first}}},
                            {0, second, second, -1, {{Cause::seats, second}}}}}
                       .record());
    };
    add(3, 5);
    add(4, never);
    add(never, 6);
    add(7, 7);  // at once: the first of the plan
    EXPECT_EQ(delays.replications(), 4U);
    EXPECT_EQ(delays.of(0).futures(), 3U);
    EXPECT_EQ(delays.of(1).futures(), 3U);
    EXPECT_EQ(delays.last().futures(), 2U);
    const auto days = delays.last().by_cause(catalogue.causes.size());
    EXPECT_DOUBLE_EQ(days[index_of(Cause::seats)], 2.5);
    EXPECT_DOUBLE_EQ(days[index_of(Cause::work)], 3.5);
}

TEST(HeldUp, ByWhatComesAfterADateOnceThatHasPassed) {
    const Written plan{{{10, never, never, -1, {{Cause::planned_date, 300}, {Cause::gate_adoption, 20}}}}};
    const PathSegment held = held_up_by(plan.record(), 0, {{}});
    EXPECT_EQ(held.cause, index_of(Cause::gate_adoption));
    EXPECT_DOUBLE_EQ(held.days, 20);
}

TEST(HeldUp, ByADateThatTheHorizonDoesNotReach) {
    const Written plan{{{10, never, never, -1, {{Cause::planned_date, 300}}}}};
    EXPECT_EQ(held_up_by(plan.record(), 0, {{}}).cause, index_of(Cause::planned_date));
}

TEST(HeldUp, ByNothingThatWasOverWhenTheStepBegan) {
    const Written plan{
        {{0, 200, never, -1, {{Cause::budget, 150}, {Cause::gate_devices, 50}, {Cause::delivery, 90}}}}};
    EXPECT_EQ(held_up_by(plan.record(), 0, {{}}).cause, index_of(Cause::delivery));
}

TEST(HeldUp, ByTheFirstUnfinishedStepBackThatWasReady) {
    // 0 is done; 1 and 2 are not, and 3 waits for all of them; 2 waits for 1.
    const Written plan{{{0, 0, 5, -1, {{Cause::work, 5}}},
                        {0, 0, never, -1, {{Cause::rework, 40}, {Cause::agenda, 24}}},
                        {never, never, never, -1, {}},
                        {never, never, never, -1, {}}}};
    const PathSegment held = held_up_by(plan.record(), 3, {{}, {}, {0, 1}, {0, 2}});
    EXPECT_EQ(held.instance, 1U);
    EXPECT_EQ(held.cause, index_of(Cause::rework));
}

}  // namespace
}  // namespace golive::study
