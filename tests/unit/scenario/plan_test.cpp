//! The plan: order, parts, defaults by kind, efforts and starts.
// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include <gtest/gtest.h>

namespace golive::scenario {
namespace {

std::shared_ptr<const Scenario> read(const std::string& lines) {
    const Loaded loaded = load_over_base(lines);
    EXPECT_TRUE(loaded.scenario) << all_messages(loaded);
    return loaded.scenario ? loaded.scenario : std::make_shared<const Scenario>();
}
const Activity& called(const Scenario& scenario, const std::string& name) {
    for (const Activity& activity : scenario.plan)
        if (activity.name == name) return activity;
    throw std::runtime_error{"no " + name};
}

TEST(Plan, PutsPredecessorsFirstAndElseKeepsTheFilesOrder) {
    const auto s = read(
        "[plan]\nlater = { kind = \"milestone\", after = [\"last\"] }\nlast = { kind = \"milestone\", after "
        "= [\"go-live\"] }\n");
    std::vector<std::string> names;
    for (const ActivityId id : s->plan.ids()) {
        names.push_back(s->plan[id].name);
        for (const auto& predecessor : s->plan[id].after) EXPECT_LT(predecessor.activity, id);
    }
    EXPECT_EQ(names, (std::vector<std::string>{"approve", "order", "build", "stage", "train", "go-live",
                                               "last", "later"}));
}

TEST(Plan, ReadsPartsOfABuild) {
    const auto s = read("[plan]\ngo-live = { after = [\"build.messaging\"] }\n");
    const auto& after = called(*s, "go-live").after;
    ASSERT_EQ(after.size(), 1U) << "a list replaces the list below";
    EXPECT_EQ(s->plan[after[0].activity].name, "build");
    EXPECT_EQ(s->workflows[after[0].part].name, "messaging");
    EXPECT_FALSE(called(*s, "stage").after[0].part);
}

TEST(Plan, KnowsEveryKind) {
    const auto s = read(
        "[plan]\n"
        "discovery = { kind = \"discovery\", hours = 6, time_box = \"4 weeks\" }\nco = { kind = "
        "\"co_design\" }\nhuddle = { kind = \"huddle\" }\n"
        "review = { kind = \"security_review\", team = \"integration\", effort = \"30 h\" }\nhyper = { kind "
        "= \"hypercare\", after = \"go-live\", elbow_support = \"1 per 8 clinicians\" }\n"
        "opt = { kind = \"optimise\", hours = \"40 h per unit\" }\nretire = { kind = \"retire\", team = "
        "\"integration\", needs = { adopted = \"75 %\" } }\n"
        "done = { kind = \"milestone\" }\nrest = { kind = \"wait\", length = \"2 weeks\" }\n");
    EXPECT_EQ(s->plan.size(), 15U);
    const auto& discovery = std::get<Redesign>(called(*s, "discovery").step);
    EXPECT_EQ(discovery.kind, Redesign::Kind::discovery);
    EXPECT_EQ(discovery.hours.amount.typical(), Duration::hours(6));
    EXPECT_EQ(discovery.hours.per, Effort::Per::activity);
    EXPECT_EQ(discovery.time_box, Duration::weeks(4));
    EXPECT_EQ(called(*s, "discovery").scope, Scope::unit);
    EXPECT_EQ(std::get<Redesign>(called(*s, "opt").step).hours.per, Effort::Per::unit);
    EXPECT_EQ(std::get<Hypercare>(called(*s, "hyper").step).clinicians_per_elbow, 8);
    EXPECT_EQ(called(*s, "retire").needs.adopted, Share{0.75});
    EXPECT_EQ(std::get<Wait>(called(*s, "rest").step).length.typical(), Duration::weeks(2));
    EXPECT_EQ(std::get<Build>(called(*s, "build").step).purposes.size(), 1U)
        << "all that have an integration";
    EXPECT_EQ(std::get<Deploy>(called(*s, "stage").step).effort.per, Effort::Per::device);
    EXPECT_EQ(called(*s, "go-live").scope, Scope::wave);
}

TEST(Plan, ReadsEffortsAsLaws) {
    const auto s = read(
        "[plan]\nstage = { effort = { p10 = \"20 min\", p50 = \"35 min\", p90 = \"60 min\", per = \"device\" "
        "} }\n");
    const Effort& effort = std::get<Deploy>(called(*s, "stage").step).effort;
    EXPECT_EQ(effort.per, Effort::Per::device);
    EXPECT_EQ(effort.amount.typical(), Duration::minutes(35));
}

TEST(Plan, ReadsStarts) {
    const auto start = [](const std::string& text) {
        return called(*read("[plan]\ntrain = { start = " + text + " }\n"), "train").earliest;
    };
    EXPECT_EQ(start("\"5 weeks before target\"").after_target, -Duration::weeks(5));
    EXPECT_EQ(start("\"2 weeks after target\"").after_target, Duration::weeks(2));
    EXPECT_EQ(start("\"at target\"").after_target, Duration{});
    EXPECT_EQ(start("2027-05-01").date, Date::parse("2027-05-01"));
    EXPECT_EQ(start("\"2027-05-01\"").date, Date::parse("2027-05-01"));
}

TEST(Plan, TakesTheCoursesTechnologyWhereThereAreSeveral) {
    const auto s = read(
        "[technology.tablet]\npurposes = [\"messaging\"]\n[course.basics]\ntechnology = \"tablet\"\n[plan]\n"
        "order = { technology = \"smartphone\" }\nbuild = { technology = \"smartphone\" }\nstage = { "
        "technology = \"smartphone\" }\ngo-live = { technology = \"smartphone\" }\n");
    EXPECT_EQ(s->technologies[called(*s, "train").technology].name, "tablet");
    EXPECT_FALSE(called(*s, "approve").technology);
}

TEST(Plan, MakesOneWaveOfAllUnitsWhereTheFileHasNone) {
    const Loaded loaded = load_text(
        "[scenario]\nstart = 2027-01-04\n[role.nurse]\nopportunities = { messaging = 3 }\n[[site]]\nname = "
        "\"A\"\n[[site.unit]]\nname = \"B\"\nnurse = 3\n"
        "[technology.app]\npurposes = [\"messaging\"]\n[plan]\nlive = { kind = \"go_live\" }\n");
    ASSERT_TRUE(loaded.scenario) << all_messages(loaded);
    EXPECT_EQ(all_messages(loaded), "");
    ASSERT_EQ(loaded.scenario->waves.size(), 1U);
    EXPECT_EQ(loaded.scenario->waves[WaveId{0}].units.size(), 1U);
}

}  // namespace
}  // namespace golive::scenario
