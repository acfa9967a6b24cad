//! M1, governance bodies, against the arithmetic of meetings and votes.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

#include <boost/math/distributions/binomial.hpp>

namespace golive::model::testing {
namespace {

constexpr double at_ten = 10.0 / 24.0;  // when bodies meet

/// Evidence moves nobody, so that a member's vote has the probability that the file says.
constexpr std::string_view no_evidence = R"(
[governance]
discovery_evidence = 0
resubmission_evidence = 0
size_penalty = 0
rescope_evidence = 0
)";

std::string body(std::string_view name, std::string_view keys) {
    return fmt::format("[body.{}]\nmeets = \"every 1 week\"\nother_items = \"0 per month\"\n{}\n", name,
                       keys);
}

std::string hospital(std::string_view horizon, const std::string& bodies, std::string_view plan) {
    return starting(horizon) + std::string{everyday_nurse} + one_unit(5) +
           "[technology.phone]\npurposes = [\"messaging\"]\n" + std::string{no_evidence} + bodies +
           "[plan]\n" + std::string{plan};
}

TEST(Governance, DecidesAtTheFirstMeetingAfterTheSubmission) {
    const std::string willing = body("board", R"(members = { clinical = 4 }
attendance = "100 %"
approval = "100 %")");
    const History run{
        blueprint_of(hospital("12 weeks", willing,
                              "early = { kind = \"decision\", bodies = [\"board\"] }\n"
                              "late = { kind = \"decision\", bodies = [\"board\"], start = 2027-01-27 }"))};
    EXPECT_DOUBLE_EQ(run.instance("early/network").finished, 7 + at_ten);  // Monday 11 January
    EXPECT_DOUBLE_EQ(run.instance("late/network").finished, 28 + at_ten);  // Monday 1 February
    EXPECT_NEAR(run.cause_days("late/network", "agenda"), 5 + at_ten, 1e-5);
    EXPECT_NEAR(run.cause_days("late/network", "planned date"), 23, 1e-5);
}

TEST(Governance, TakesAsManyItemsAsItHasSlotsInTheOrderOfPriority) {
    const std::string narrow = body("board", R"(members = { clinical = 4 }
attendance = "100 %"
approval = "100 %"
slots = 1
agenda = "priority")");
    const History run{
        blueprint_of(hospital("12 weeks", narrow,
                              "third = { kind = \"decision\", bodies = [\"board\"], priority = 7 }\n"
                              "second = { kind = \"decision\", bodies = [\"board\"], priority = 6 }\n"
                              "first = { kind = \"decision\", bodies = [\"board\"], priority = 5 }"))};
    EXPECT_DOUBLE_EQ(run.instance("first/network").finished, 7 + at_ten);
    EXPECT_DOUBLE_EQ(run.instance("second/network").finished, 14 + at_ten);
    EXPECT_DOUBLE_EQ(run.instance("third/network").finished, 21 + at_ten);
}

/// False alarm 1e-6; 4000 votes see an error of 3.6 percentage points in the probability of 33 %.
TEST(Governance, UnanimityAsksEveryMember) {
    const std::string five = body("board", R"(members = { clinical = 5 }
attendance = "100 %"
approval = "80 %"
rule = "unanimous")");
    const Blueprint blueprint =
        blueprint_of(hospital("2 weeks", five, "ask = { kind = \"decision\", bodies = [\"board\"] }"));
    constexpr int trials = 4000;
    int carried = 0;
    for (int r = 0; r < trials; ++r)
        carried += History{blueprint, static_cast<std::uint64_t>(r)}.instance("ask/network").finished < 8;
    EXPECT_LT(std::abs(binomial_z(carried, trials, std::pow(0.8, 5))), one_in_a_million) << carried;
}

/// A path by path: a larger body asks the same members and some more.
TEST(Governance, MoreMembersNeverSpeedUnanimity) {
    const auto of_size = [](int members) {
        const std::string keys = fmt::format(
            "members = {{ clinical = {} }}\nattendance = \"100 %\"\napproval = \"70 %\"\nrule = "
            "\"unanimous\"",
            members);
        return blueprint_of(hospital("104 weeks", body("board", keys),
                                     "ask = { kind = \"decision\", bodies = [\"board\"] }"));
    };
    const Blueprint small = of_size(2), large = of_size(5);
    int later = 0;
    for (std::uint64_t r = 0; r < 100; ++r) {
        const double few = History{small, r}.instance("ask/network").finished;
        const double many = History{large, r}.instance("ask/network").finished;
        EXPECT_FALSE(many < few) << r;
        later += many > few || std::isnan(many);
    }
    EXPECT_GT(later, 30);
}

/// False alarm 1e-6; 2550 meetings see an error of 3.8 percentage points in the probability of 18 %.
TEST(Governance, LosesTheMeetingsThatTheBinomialLawSays) {
    const std::string six = body("board", R"(members = { clinical = 6 }
attendance = "60 %"
quorum = "50 %")");
    const Blueprint blueprint = blueprint_of(hospital("52 weeks", six, ""));
    constexpr int replications = 50, meetings = 51;  // the 52nd would be at the horizon
    int lost = 0;
    for (std::uint64_t r = 0; r < replications; ++r)
        lost += static_cast<int>(History{blueprint, r}.scalar("meetings_lost.board"));
    const double no_quorum = boost::math::cdf(boost::math::binomial{6, 0.6}, 2);
    EXPECT_LT(std::abs(binomial_z(lost, replications * meetings, no_quorum)), one_in_a_million) << lost;
}

TEST(Governance, TheTimeBoxEndsTheWaitForAQuorum) {
    const std::string absent = body("board", R"(members = { clinical = 4 }
attendance = "0 %"
approval = "100 %"
time_box = "3 weeks")");
    const History run{
        blueprint_of(hospital("12 weeks", absent, "ask = { kind = \"decision\", bodies = [\"board\"] }"))};
    EXPECT_DOUBLE_EQ(run.instance("ask/network").finished, 21);
    EXPECT_NEAR(run.cause_days("ask/network", "agenda"), 7 + at_ten, 1e-5);      // until the first meeting
    EXPECT_NEAR(run.cause_days("ask/network", "no quorum"), 14 - at_ten, 1e-5);  // and since it was lost
    EXPECT_EQ(run.scalar("meetings_lost.board"), 11);
}

TEST(Governance, AnEmpoweredBodyDecidesAtOnce) {
    const std::string chair = body("chair", R"(members = { clinical = 1 }
approval = "100 %"
rule = "empowered")");
    const History run{
        blueprint_of(hospital("4 weeks", chair, "ask = { kind = \"decision\", bodies = [\"chair\"] }"))};
    EXPECT_EQ(run.instance("ask/network").finished, 0);
    EXPECT_EQ(run.scalar("cost.meetings"), 0);
}

TEST(Governance, WeighsConstituenciesAndNotHeads) {
    const auto decided = [](std::string_view rule) {
        const std::string mixed = fmt::format(R"(members = {{ clinical = 9, it = 1, finance = 1 }}
attendance = "100 %"
approval = {{ clinical = "0 %", it = "100 %", finance = "100 %" }}
rule = "{}")",
                                              rule);
        return History{blueprint_of(hospital("2 weeks", body("board", mixed),
                                             "ask = { kind = \"decision\", bodies = [\"board\"] }"))}
            .instance("ask/network")
            .finished;
    };
    EXPECT_DOUBLE_EQ(decided("weighted"), 7 + at_ten);
    EXPECT_TRUE(std::isnan(decided("majority")));
}

TEST(Governance, BodiesInSeriesAddUpAndBodiesInParallelDoNot) {
    const std::string two =
        body("chair", "members = { clinical = 1 }\napproval = \"100 %\"\nrule = \"empowered\"") +
        body("board", "members = { clinical = 4 }\nattendance = \"100 %\"\napproval = \"100 %\"") +
        body("council", "members = { clinical = 4 }\nattendance = \"100 %\"\napproval = \"100 %\"");
    const History run{blueprint_of(
        hospital("12 weeks", two,
                 "series = { kind = \"decision\", bodies = [\"chair\", \"board\", \"council\"] }\n"
                 "parallel = { kind = \"decision\", bodies = [\"chair\", \"board\", \"council\"], order = "
                 "\"parallel\" }\n"
                 "again = { kind = \"decision\", bodies = [\"board\", \"board\"] }"))};
    EXPECT_DOUBLE_EQ(run.instance("parallel/network").finished,
                     7 + at_ten);  // not when the chair alone has agreed
    EXPECT_DOUBLE_EQ(run.instance("again/network").finished, 14 + at_ten);  // a second reading, and no third
    EXPECT_DOUBLE_EQ(run.instance("series/network").finished,
                     14 + at_ten);  // both meet at ten: too late for the second
}

TEST(Governance, MeetsAtMostOnceADay) {
    const History run{
        blueprint_of(
            hospital("4 weeks", "[body.board]\nmembers = { clinical = 2 }\nmeets = \"every 6 h\"\n", "")),
        0, Tracing::on};
    std::vector<std::int64_t> days;
    for (const char* event : {"meeting held", "meeting lost"})
        for (const TraceRecord& record : run.traced(event)) days.push_back(record.time / 86400);
    std::sort(days.begin(), days.end());
    EXPECT_EQ(std::adjacent_find(days.begin(), days.end()), days.end());
    EXPECT_EQ(days.size(), 20);  // working days
}

TEST(Governance, ChargesTheHoursOfThoseWhoAttend) {
    const std::string four = body("board", R"(members = { clinical = 3, it = 1 }
attendance = "100 %"
approval = "100 %"
meeting_length = "90 min")");
    const History run{blueprint_of(hospital("4 weeks", four + "[costs]\nmeeting_wage = \"$100 per h\"\n",
                                            "ask = { kind = \"decision\", bodies = [\"board\"] }"))};
    EXPECT_DOUBLE_EQ(run.scalar("cost.meetings"), 600);
    EXPECT_DOUBLE_EQ(run.scalar("clinician_hours.meetings"), 4.5);
}

}  // namespace
}  // namespace golive::model::testing
