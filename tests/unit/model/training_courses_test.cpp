//! M11, training: seats, releases and no-shows counted one by one.
// SPDX-License-Identifier: Apache-2.0
#include "model/training_courses.hpp"

#include "small_hospital.hpp"

#include <map>
#include <set>

namespace golive::model::testing {
namespace {

TEST(ReleaseLimit, IsAShareOfTheWardAndAtLeastOne) {
    EXPECT_EQ(release_limit_of(0.1, 30), 3);
    EXPECT_EQ(release_limit_of(0.1, 29), 2);
    EXPECT_EQ(release_limit_of(0.1, 4), 1);
    EXPECT_EQ(release_limit_of(1, 30), 30);
}

TEST(Classes, SeatEveryoneAndNoneIsEmpty) {
    for (int people = 1; people < 40; ++people) {
        EXPECT_GE(classes_for(people, 8) * 8, people);
        EXPECT_LT((classes_for(people, 8) - 1) * 8, people);
    }
}

std::string hospital(std::string_view horizon, int nurses, std::string_view course, std::string_view rest) {
    return starting(horizon) + std::string{everyday_nurse} + one_unit(nurses) +
           fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
difficulty = 0
[team.trainers]
staff = 2
wage = "$60 per h"
[course.basics]
length = "1 h"
{}
)",
                       course) +
           std::string{one_wave} + std::string{rest};
}

constexpr std::string_view train = "[plan]\ntrain = { kind = \"train\" }\n";

TEST(Training, NeedsAsManyClassesAsSeatsSay) {
    for (const auto& [people, classes] : {std::pair{8, 1}, std::pair{24, 3}, std::pair{25, 4}}) {
        const History run{blueprint_of(hospital("4 weeks", people,
                                                "seats = 8\nno_show = \"0 %\"\nrelease = \"100 %\"", train)),
                          0, Tracing::on};
        EXPECT_EQ(run.traced("session started").size(), classes);
        EXPECT_EQ(run.scalar("seats_used"), people);
        EXPECT_NEAR(run.instance("train/all").finished, (8.0 + classes) / 24, 1e-9);
        EXPECT_DOUBLE_EQ(run.scalar("cost.training"), people * 50 + classes * 60);
        EXPECT_DOUBLE_EQ(run.scalar("clinician_hours.training"), people);
    }
}

TEST(Training, TwoRoomsTeachTwiceAsFast) {
    const History run{blueprint_of(
        hospital("4 weeks", 32, "seats = 8\nrooms = 2\nno_show = \"0 %\"\nrelease = \"100 %\"", train))};
    EXPECT_NEAR(run.instance("train/all").finished, 10.0 / 24, 1e-9);
}

TEST(Training, WardsReleaseNoMoreThanTheySaidOnAnyDay) {
    const History run{
        blueprint_of(hospital("6 weeks", 20, "seats = 8\nno_show = \"0 %\"\nrelease = \"10 %\"", train)), 0,
        Tracing::on};
    std::map<std::int64_t, int> on_day;
    for (const TraceRecord& record : run.traced("person trained")) ++on_day[record.time / 86400];
    for (const auto& [day, people] : on_day) EXPECT_LE(people, 2) << day;
    EXPECT_NEAR(run.instance("train/all").finished, 11 + 9.0 / 24, 1e-9);  // the tenth working day
}

TEST(Training, EverybodyIsTrainedOnce) {
    const History run{
        blueprint_of(hospital("20 weeks", 53, "seats = 7\nno_show = \"30 %\"\nrelease = \"20 %\"", train)), 0,
        Tracing::on};
    std::set<std::int32_t> people;
    for (const TraceRecord& record : run.traced("person trained"))
        EXPECT_TRUE(people.insert(record.entity).second);
    EXPECT_EQ(people.size(), 53);
    EXPECT_EQ(run.last("trained.phone"), 1);
    EXPECT_EQ(run.last("waiting_for_class"), 0);
    EXPECT_EQ(run.scalar("seats_used"), 53);
}

/// Misses before the first visit are geometric. False alarm 1e-6; sees an error of 1.8 percentage points in
/// 30 %.
TEST(Training, NoShowsRebookUntilTheyCome) {
    const Blueprint blueprint = blueprint_of(
        hospital("20 weeks", 100, "seats = 100\nno_show = \"30 %\"\nrelease = \"100 %\"", train));
    double missed = 0;
    constexpr double q = 0.3, people = 100 * 200;
    for (std::uint64_t r = 0; r < 200; ++r) missed += History{blueprint, r}.scalar("no_shows");
    const double z = (missed - people * q / (1 - q)) / std::sqrt(people * q / ((1 - q) * (1 - q)));
    EXPECT_LT(std::abs(z), one_in_a_million) << missed;
}

TEST(Training, ELearningWaitsForNobody) {
    const History run{blueprint_of(hospital(
        "8 weeks", 30,
        R"(e_learning = { after_no_shows = 0, length = "30 min", skill = "40 %", delay = "5 days" })",
        train))};
    EXPECT_DOUBLE_EQ(run.instance("train/all").finished, 5);
    EXPECT_EQ(run.scalar("seats_used"), 0);
    EXPECT_DOUBLE_EQ(run.scalar("clinician_hours.training"), 15);
}

/// Floor plus what is left of the rest: known to the precision of single floats.
TEST(Training, SkillIsForgottenByHalvesDownToItsFloor) {
    const History run{blueprint_of(hospital(
        "40 weeks", 5, "seats = 10\nskill = \"80 %\"\nno_show = \"0 %\"\nrelease = \"100 %\"",
        std::string{"[learning]\nhalf_life = \"70 days\"\nretained = \"25 %\"\n"} + std::string{train}))};
    const std::vector<double> skill = run.series("skill.phone");
    for (std::size_t week = 0; week < 40; ++week) {
        const double days = 7.0 * (static_cast<double>(week) + 1);
        EXPECT_NEAR(skill[week], 0.2 + 0.6 * std::exp2(-days / 70), 2e-6) << week;
    }
}

TEST(Training, WhoWasTrainedLongAgoIsInvitedAgain) {
    const std::string course =
        "seats = 10\nskill = \"80 %\"\nno_show = \"0 %\"\nrelease = \"100 %\"\nrefresher_after = \"10 "
        "weeks\"";
    const History run{blueprint_of(hospital("40 weeks", 5, course, train))};
    EXPECT_EQ(run.scalar("seats_used"), 5 * 4);  // weeks 0, 10, 20 and 30
}

std::string two_technologies(std::string_view rest) {
    return starting("26 weeks") + std::string{everyday_nurse} + one_unit(40) + R"(
[technology.phone]
purposes = ["messaging"]
[technology.tablet]
purposes = ["messaging"]
[team.trainers]
staff = 2
[course.phones]
technology = "phone"
seats = 4
no_show = "0 %"
[course.tablets]
technology = "tablet"
seats = 4
no_show = "0 %"
[plan]
phones = { kind = "train", technology = "phone", course = "phones" }
tablets = { kind = "train", technology = "tablet", course = "tablets", start = 2027-01-06 }
)" + std::string{rest};
}

TEST(Training, WhoWaitsForOneClassIsBookedIntoTheNextAfterwards) {
    const History run{blueprint_of(two_technologies(""))};
    EXPECT_EQ(run.last("trained.phone"), 1);
    EXPECT_EQ(run.last("trained.tablet"), 1);
}

/// Of those who leave, the queue forgets; their successors are taught everything that the unit has learnt.
TEST(Training, SuccessorsLearnAllThatTheirUnitHasLearnt) {
    std::string text = two_technologies("[workforce]\nonboarding = \"1 day\"\n");
    text.replace(text.find("turnover = \"0 % per year\""), 25,
                 "turnover = \"300 % per year\"\ntime_to_fill = \"1 day\"");
    for (std::uint64_t r = 0; r < 5; ++r) {
        const History run{blueprint_of(text), r};
        EXPECT_GT(run.scalar("resignations"), 30);
        EXPECT_GT(run.last("trained.phone"), 0.7);
        EXPECT_GT(run.last("trained.tablet"), 0.7);
        for (const InstanceRecord& step : run.result().instances) EXPECT_FALSE(std::isnan(step.finished));
    }
}

}  // namespace
}  // namespace golive::model::testing
