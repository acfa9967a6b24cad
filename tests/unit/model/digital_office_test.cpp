//! M10, the digital officer: whose turn it is, what needs what, and what it does to people to be told.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

constexpr double at_six = 0.25;

/// Three technologies, the first of a higher level than the others, each ten days of preparation away from
/// live.
std::string hospital(std::string_view rest, std::string_view keys_of_first = "level = 2") {
    std::string text = starting("20 weeks") + std::string{everyday_nurse} + one_unit(10) +
                       std::string{indifferent} + std::string{one_wave} + std::string{rest} +
                       "\n[technology.first]\npurposes = [\"messaging\"]\n" + std::string{keys_of_first} +
                       "\n[technology.second]\npurposes = [\"messaging\"]\n"
                       "[technology.third]\npurposes = [\"messaging\"]\n[plan]\n";
    for (const char* name : {"first", "second", "third"})
        text += fmt::format(
            "prepare-{0} = {{ kind = \"wait\", length = \"10 days\", technology = \"{0}\" }}\n"
            "live-{0} = {{ kind = \"go_live\", technology = \"{0}\", after = [\"prepare-{0}\"] }}\n",
            name);
    return text;
}

std::string officer(int in_progress) {
    return fmt::format("[digital_officer]\nin_progress = {}\nreadiness = 0\ncost = \"$0 per year\"\n",
                       in_progress);
}

/// Of one level as in the file, then the next level. Whatever has gone live everywhere makes room the next
/// morning.
TEST(DigitalOfficer, AdmitsTechnologiesInTheOrderOfTheRoadmap) {
    const History run{blueprint_of(hospital(officer(1))), 0, Tracing::on};
    EXPECT_DOUBLE_EQ(run.scalar("live-second/all"), 10 + at_six);
    EXPECT_DOUBLE_EQ(run.scalar("live-third/all"), 21 + at_six);
    EXPECT_DOUBLE_EQ(run.scalar("live-first/all"), 32 + at_six);
    EXPECT_EQ(run.cause_days("prepare-second/network", "roadmap"), 0);
    EXPECT_NEAR(run.cause_days("prepare-third/network", "roadmap"), 11 + at_six, 1e-5);
    EXPECT_NEAR(run.cause_days("prepare-first/network", "roadmap"), 22 + at_six, 1e-5);
    const auto admitted = run.traced("technology admitted");
    ASSERT_EQ(admitted.size(), 2U);
    EXPECT_EQ(admitted[0].entity, 2);
    EXPECT_EQ(admitted[0].time, 11 * 86400 + 6 * 3600);
    EXPECT_EQ(admitted[1].entity, 0);
    EXPECT_EQ(admitted[1].time, 22 * 86400 + 6 * 3600);
}

TEST(DigitalOfficer, AdmitsAsManyAtOnceAsItWasTold) {
    const History two{blueprint_of(hospital(officer(2)))};
    EXPECT_DOUBLE_EQ(two.scalar("live-second/all"), 10 + at_six);
    EXPECT_DOUBLE_EQ(two.scalar("live-third/all"), 10 + at_six);
    EXPECT_DOUBLE_EQ(two.scalar("live-first/all"), 21 + at_six);
    for (const std::string& everything : {officer(3), officer(9), std::string{}}) {
        const History run{blueprint_of(hospital(everything))};
        for (const char* name : {"first", "second", "third"}) {
            EXPECT_DOUBLE_EQ(run.scalar(fmt::format("live-{}/all", name)), 10 + at_six);
            EXPECT_EQ(run.cause_days(fmt::format("prepare-{}/network", name), "roadmap"), 0);
        }
    }
}

/// Waiting for one's turn is neither the gate nor the planned date, and the three add up.
TEST(DigitalOfficer, TheRoadmapIsACauseOfItsOwn) {
    std::string text = hospital(officer(1));
    text += "late = { kind = \"wait\", length = \"1 day\", technology = \"first\", start = 2027-01-14 }\n";
    const History run{blueprint_of(text)};
    EXPECT_NEAR(run.cause_days("late/network", "planned date"), 10, 1e-5);
    EXPECT_NEAR(run.cause_days("late/network", "roadmap"), 12 + at_six, 1e-5);
    EXPECT_NEAR(run.cause_days("late/network", "gate: training"), 0, 1e-5);
    EXPECT_NEAR(run.cause_days("late/network", "work"), 1, 1e-5);
}

TEST(DigitalOfficer, IsPaidByTheWeek) {
    std::string dear = officer(3);
    dear.replace(dear.find("$0"), 2, "$250000");
    const History run{blueprint_of(hospital(dear))};
    const double a_week = std::round(250'000 / (365.25 / 7) * 100) / 100;
    EXPECT_NEAR(run.scalar("cost.management"), 20 * a_week, 1e-6);
    EXPECT_NEAR(run.scalar("cost.total"), 20 * a_week, 1e-6);
}

double attitude_after_go_live(std::string_view rest, std::string_view announced) {
    std::string text = starting("12 weeks") + std::string{everyday_nurse} + one_unit(10) +
                       std::string{indifferent} + "[technology.phone]\npurposes = [\"messaging\"]\n" +
                       std::string{rest} +
                       fmt::format("[plan]\nlive = {{ kind = \"go_live\", start = {} }}\n", announced);
    text.replace(text.find("surprise = 0"), 12, "surprise = 0.2");
    const History run{blueprint_of(text)};
    return run.last("attitude.phone");
}

/// Eight weeks after the start everything has been announced for eight weeks; nothing has without an officer.
TEST(DigitalOfficer, WhoWasToldIsReadyAndWhoWasNotIsTakenBySurprise) {
    const std::string telling = "[digital_officer]\nannounces = \"8 weeks\"\nreadiness = 0.1\n";
    EXPECT_NEAR(attitude_after_go_live("", "2027-03-01"), -0.2, 1e-6);
    EXPECT_NEAR(attitude_after_go_live(telling, "2027-03-01"), 0.1, 1e-6);   // day 56
    EXPECT_NEAR(attitude_after_go_live(telling, "2027-02-28"), -0.2, 1e-6);  // day 55
}

constexpr std::string_view needs_others = "needs = [\"second\", \"third\"]";

/// A technology that needs others goes live with the last of them, whichever comes first in the file, and
/// that is what its gate says.
TEST(Needs, ATechnologyWaitsForThoseThatItNeeds) {
    std::string text = hospital("", needs_others);
    text.replace(text.find("\"10 days\", technology = \"third\""), 9, "\"30 days\"");
    const std::string first_line =
        text.substr(text.find("live-first"), text.find("prepare-second") - text.find("live-first"));
    std::string reordered = text;
    reordered.erase(reordered.find(first_line), first_line.size());
    for (const std::string& either : {text, reordered + first_line}) {
        const History run{blueprint_of(either)};
        EXPECT_DOUBLE_EQ(run.scalar("live-second/all"), 10 + at_six);
        EXPECT_DOUBLE_EQ(run.scalar("live-third/all"), 30 + at_six);
        EXPECT_DOUBLE_EQ(run.scalar("live-first/all"), 30 + at_six);
        EXPECT_NEAR(run.cause_days("live-first/all", "gate: technology"), 20 + at_six, 1e-5);
        EXPECT_DOUBLE_EQ(run.instance("prepare-first/network").finished, 10);  // only going live needs them
    }
}

TEST(Needs, AreAGateWithADeadlineLikeOthers) {
    std::string text = hospital("", needs_others);
    text.replace(text.find("\"10 days\", technology = \"third\""), 9, "\"90 days\"");
    text.replace(text.find("after = [\"prepare-first\"]"), 25,
                 "after = [\"prepare-first\"], deadline = \"5 weeks\"");
    const History run{blueprint_of(text)};
    EXPECT_DOUBLE_EQ(run.scalar("live-first/all"),
                     45 + at_six);  // first of the mornings five weeks after day 10
}

/// In the units concerned, not everywhere: the second wave's phone waits for the second wave's record.
TEST(Needs, AreOfTheUnitsConcerned) {
    const History run{blueprint_of(starting("20 weeks") + std::string{everyday_nurse} + units(2, 5) + R"(
[technology.record]
purposes = ["messaging"]
[technology.phone]
purposes = ["messaging"]
needs = ["record"]
[[wave]]
name = "one"
units = ["Hill/Ward 1"]
target = 2027-02-01
[[wave]]
name = "two"
units = ["Hill/Ward 2"]
target = 2027-03-01
[plan]
record = { kind = "go_live", technology = "record", start = "at target" }
phone = { kind = "go_live", technology = "phone" }
)")};
    EXPECT_DOUBLE_EQ(run.scalar("record/one"), 28 + at_six);
    EXPECT_DOUBLE_EQ(run.scalar("record/two"), 56 + at_six);
    EXPECT_DOUBLE_EQ(run.scalar("phone/one"), 28 + at_six);
    EXPECT_DOUBLE_EQ(run.scalar("phone/two"), 56 + at_six);
}

}  // namespace
}  // namespace golive::model::testing
