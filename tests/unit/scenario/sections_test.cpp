//! Each section's values arrive in the members they are meant for.
// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include <gtest/gtest.h>

namespace golive::scenario {
namespace {

/// Loads lines over the base; the test fails where there is an error.
std::shared_ptr<const Scenario> read(const std::string& lines) {
    const Loaded loaded = load_over_base(lines);
    EXPECT_TRUE(loaded.scenario) << all_messages(loaded);
    return loaded.scenario ? loaded.scenario : std::make_shared<const Scenario>();
}
template <class Things>
const auto& called(const Things& things, const std::string& name) {
    for (const auto& thing : things)
        if (thing.name == name) return thing;
    throw std::runtime_error{"no " + name};
}

TEST(Sections, ReadTheSetting) {
    const auto s = read(
        "[scenario]\nname = \"N\"\nhorizon = \"30 months\"\n"
        "[calendar]\nworking_week = [\"mon\", \"sat\"]\nworking_day = [\"07:30\", \"24:00\"]\n"
        "holidays = [2027-12-24]\nfreeze = [{ from = 2027-12-13, to = 2028-01-09 }]\n");
    EXPECT_EQ(s->header.name, "N");
    EXPECT_EQ(s->header.start, Date::parse("2027-01-04"));
    EXPECT_EQ(s->header.horizon, Duration::seconds(30 * one_month.count()));
    EXPECT_EQ(s->working_time.working_week, (std::vector{std::chrono::Monday, std::chrono::Saturday}));
    EXPECT_EQ(s->working_time.opens, Duration::minutes(450));
    EXPECT_EQ(s->working_time.closes, Duration::hours(24));
    EXPECT_EQ(s->working_time.holidays, std::vector{*Date::parse("2027-12-24")});
    ASSERT_EQ(s->working_time.freezes.size(), 1U);
    EXPECT_EQ(s->working_time.freezes[0].to, Date::parse("2028-01-09"));
}

TEST(Sections, ReadRolesSitesAndUnits) {
    const auto s = read(
        "[role.nurse]\nshift = { length = \"8 h\", per_week = 4.5 }\nnights = \"20 %\"\nwage = \"$52 per "
        "h\"\n"
        "[[site]]\nname = \"Riverside\"\n[[site.unit]]\nname = \"ICU\"\nkind = \"critical care\"\nbeds = "
        "12\nworkload = \"105 %\"\n");
    const Role& nurse = called(s->roles, "nurse");
    EXPECT_EQ(nurse.shift_length, Duration::hours(8));
    EXPECT_EQ(nurse.shifts_per_week, 4.5);
    EXPECT_EQ(nurse.wage.in_one_hour(), Money::units(52));
    EXPECT_EQ(nurse.nights.value(), 0.2);
    ASSERT_EQ(s->units.size(), 2U);
    const Unit& icu = called(s->units, "ICU");
    EXPECT_EQ(icu.path, "Riverside/ICU");
    EXPECT_EQ(s->unit_kinds[icu.kind].name, "critical care");
    EXPECT_EQ(s->unit_kinds[called(s->units, "4 East").kind].name, "ward");
    EXPECT_EQ(icu.posts.values(), (std::vector{20, 4}));
    EXPECT_EQ(icu.beds, 12);
    EXPECT_DOUBLE_EQ(icu.workload.typical().value(), 1.05);
    EXPECT_EQ(s->sites[icu.site].name, "Riverside");
}

TEST(Sections, LeaveMechanismsOffThatTheFileLeavesOut) {
    const auto s = read("");
    EXPECT_FALSE(s->workforce);
    EXPECT_FALSE(s->support);
    EXPECT_FALSE(s->superusers);
    EXPECT_FALSE(called(s->teams, "integration").desk);
    EXPECT_FALSE(called(s->courses, "basics").e_learning);
    EXPECT_FALSE(called(s->bodies, "steering").paper);
    EXPECT_FALSE(called(s->bodies, "steering").time_box);
    const auto on = read(
        "[workforce]\n[support]\n[superusers]\n[course.basics]\ne_learning = {}\n[body.steering]\npaper = { "
        "team = \"integration\" }\n");
    EXPECT_TRUE(on->workforce && on->support && on->superusers);
    EXPECT_TRUE(called(on->courses, "basics").e_learning);
    EXPECT_TRUE(called(on->bodies, "steering").paper);
    EXPECT_EQ(on->teams[on->support->first_line].name, "help-desk") << "the only team that answers calls";
}

TEST(Sections, ReadTechnologies) {
    const auto s = read(
        "[technology.smartphone]\npurposes = [\"messaging\", \"scanning\"]\nfailure = \"10 % per "
        "year\"\nlicence = \"$60 per year\"\nreplaces = [\"pager\"]\n"
        "device = { for = \"nurse on shift\", ratio = 0.9, spares = \"8 %\", price = \"$1,200\" }\n"
        "[technology.smartphone.integration]\nscanning = { team = \"integration\", effort = \"200 h\", "
        "people = 3 }\n[role.nurse]\nopportunities = { scanning = 20 }\n");
    const Technology& phone = called(s->technologies, "smartphone");
    ASSERT_EQ(phone.purposes.size(), 2U);
    EXPECT_EQ(phone.purposes[1].integration->people, 3);
    EXPECT_EQ(phone.purposes[1].integration->effort.typical(), Duration::hours(200));
    ASSERT_TRUE(phone.device);
    EXPECT_EQ(phone.device->per, DeviceRule::Per::clinician_on_shift);
    ASSERT_EQ(phone.device->roles.size(), 1U);
    EXPECT_EQ(s->roles[phone.device->roles[0]].name, "nurse");
    EXPECT_EQ(phone.device->ratio, 0.9);
    EXPECT_EQ(phone.device->price.typical(), Money::units(1200));
    EXPECT_DOUBLE_EQ(phone.device->failure.typical().in(one_year), 0.1);
    EXPECT_EQ(phone.licence.typical(), Money::units(60));
    EXPECT_EQ(called(s->roles, "nurse").opportunities.values(), (std::vector{10, 20}));
}

TEST(Sections, CountDevicesByWhatTheFileSays) {
    const auto per = [](const std::string& who) {
        return called(read("[technology.smartphone]\ndevice = { for = \"" + who + "\" }\n")->technologies,
                      "smartphone")
            .device->per;
    };
    EXPECT_EQ(per("bed"), DeviceRule::Per::bed);
    EXPECT_EQ(per("unit"), DeviceRule::Per::unit);
    EXPECT_EQ(per("nurse"), DeviceRule::Per::clinician);
    EXPECT_EQ(per("clinician"), DeviceRule::Per::clinician);
    EXPECT_EQ(per("clinician on shift"), DeviceRule::Per::clinician_on_shift);
}

TEST(Sections, ReadBodiesByConstituency) {
    const auto s = read(
        "[body.steering]\nmembers = { clinical = 4, finance = 2 }\nattendance = { clinical = \"70 %\" "
        "}\nweight = 2\nmeets = \"every 3 weeks\"\nrule = \"weighted\"\ntime_box = \"6 weeks\"\n");
    const Body& body = called(s->bodies, "steering");
    ASSERT_EQ(body.benches.size(), 3U) << "the base has it";
    for (const Body::Bench& bench : body.benches) {
        const bool clinical = s->constituencies[bench.constituency].name == "clinical";
        EXPECT_DOUBLE_EQ(bench.attendance.value(), clinical ? 0.7 : 0.8);
        EXPECT_EQ(bench.weight, 2);
    }
    EXPECT_EQ(body.meets_every, Duration::weeks(3));
    EXPECT_EQ(body.rule, VotingRule::weighted);
    EXPECT_EQ(body.time_box, Duration::weeks(6));
}

TEST(Sections, ReadTeams) {
    const auto s = read(
        "[team.integration]\nfocus = \"5 h per day\"\norder = [\"mandate\", \"project\"]\nmaintenance = \"4 "
        "h per week\"\n"
        "background = [{ class = \"change request\", rate = \"2 per week\", effort = \"3 h\" }]\n"
        "[team.help-desk]\ncalendar = \"24/7\"\nescalates_to = \"integration\"\n");
    const Team& team = called(s->teams, "integration");
    EXPECT_EQ(team.focus, Duration::hours(5));
    EXPECT_EQ(team.order,
              (std::vector{WorkClass::mandate, WorkClass::project, WorkClass::incident, WorkClass::ticket,
                           WorkClass::change_request, WorkClass::maintenance}));
    EXPECT_EQ(team.maintenance.typical(), Duration::hours(4));
    ASSERT_EQ(team.background.size(), 1U);
    EXPECT_EQ(team.background[0].work_class, WorkClass::change_request);
    const Team& desk = called(s->teams, "help-desk");
    EXPECT_EQ(desk.hours, Team::Hours::always);
    ASSERT_TRUE(desk.desk);
    EXPECT_EQ(desk.desk->handling.typical(), Duration::minutes(9));
    EXPECT_EQ(s->teams[desk.desk->escalates_to].name, "integration");
}

TEST(Sections, ReadCoursesAndFillWhomTheyAreFor) {
    const auto s = read(
        "[course.basics]\nseats = 12\nrefresher_after = \"10 weeks\"\ne_learning = { after_no_shows = 1 }\n");
    const Course& course = called(s->courses, "basics");
    EXPECT_EQ(course.seats, 12);
    EXPECT_EQ(course.roles.size(), 2U) << "every role with occasions";
    EXPECT_EQ(course.refresher_after, Duration::weeks(10));
    EXPECT_EQ(course.e_learning->after_no_shows, 1);
}

TEST(Sections, ReadAdoptionLearningGovernanceAndCosts) {
    const auto s = read(
        "[adoption]\npeers = 1.5\ntrial_shifts = 3\n[learning]\nuses = 300\n[governance]\nsize_penalty = "
        "0.1\n[costs]\nmeeting_wage = { clinical = \"$120 per h\" }\nhire = \"$50k\"\n");
    EXPECT_EQ(s->adoption.peers.typical(), 1.5);
    EXPECT_EQ(s->adoption.trial_shifts, 3);
    EXPECT_EQ(s->learning.uses.typical(), 300);
    EXPECT_EQ(s->governance.size_penalty.typical(), 0.1);
    EXPECT_EQ(s->costs.hire.typical(), Money::units(50'000));
    EXPECT_EQ(s->costs.meeting_wage.values(),
              (std::vector{HourlyRate::per_hour(Money::units(120)), HourlyRate::per_hour(Money::units(90))}));
}

TEST(Sections, KeepBehaviouralWeightsUnknownUntilTheRunByDefault) {
    const auto s = read("");
    EXPECT_EQ(s->adoption.fit.vary(), Vary::run);
    EXPECT_FALSE(s->adoption.fit.law().is_constant());
    EXPECT_EQ(s->adoption.initial_attitude.vary(), Vary::each);
}

TEST(Sections, ReadLawsOfEveryName) {
    const std::vector<std::string> laws{
        "{ p10 = \"6 weeks\", p50 = \"8 weeks\", p90 = \"20 weeks\" }",
        "{ dist = \"uniform\", min = \"6 weeks\", max = \"8 weeks\" }",
        "{ dist = \"triangular\", min = \"6 weeks\", mode = \"8 weeks\", max = \"20 weeks\" }",
        "{ dist = \"pert\", min = \"6 weeks\", mode = \"8 weeks\", max = \"20 weeks\" }",
        "{ dist = \"normal\", mean = \"8 weeks\", sd = \"2 weeks\", min = \"1 week\" }",
        "{ dist = \"lognormal\", median = \"8 weeks\", p90 = \"20 weeks\" }",
        "{ dist = \"lognormal\", mean = \"8 weeks\", sd = \"2 weeks\" }",
        "{ dist = \"lognormal\", median = \"8 weeks\", sigma = 0.7 }",
        "{ dist = \"exponential\", mean = \"8 weeks\" }",
        "{ dist = \"weibull\", shape = 2, scale = \"8 weeks\" }",
        "{ dist = \"gamma\", shape = 2, scale = \"4 weeks\" }",
        "{ dist = \"gamma\", mean = \"8 weeks\", sd = \"4 weeks\" }",
        "{ dist = \"beta\", mean = \"8 weeks\", sd = \"2 weeks\", min = \"1 week\", max = \"20 weeks\" }",
        "{ dist = \"beta\", alpha = 2, beta = 3, min = \"1 week\", max = \"20 weeks\" }",
        "{ dist = \"discrete\", values = [\"6 weeks\", \"9 weeks\"], weights = [1, 3] }",
        "{ dist = \"empirical\", values = [40, 55, 80], unit = \"days\" }",
        "{ dist = \"empirical\", file = \"orders_few.csv\", column = \"lead time\", unit = \"days\" }",
    };
    for (const std::string& law : laws) {
        const auto s = read("[plan]\norder = { lead_time = " + law + " }\n");
        const auto& lead_time = std::get<Procure>(called(s->plan, "order").step).lead_time;
        EXPECT_GT(lead_time.typical(), Duration::weeks(4)) << law;
        EXPECT_LT(lead_time.typical(), Duration::weeks(12)) << law;
        EXPECT_FALSE(lead_time.law().is_constant()) << law;
    }
}

TEST(Sections, ReadBernoulliForNumbers) {
    const auto s =
        read("[adoption]\nleadership = { dist = \"bernoulli\", probability = \"30 %\", vary = \"run\" }\n");
    EXPECT_DOUBLE_EQ(s->adoption.leadership.law().mean(), 0.3);
}

TEST(Sections, ReadUnitsFromCsvFiles) {
    const Loaded loaded = load_over_base(
        "[[site]]\nname = \"Lakeside\"\nunits = { file = \"units_fine.csv\" }\n[[wave]]\nname = "
        "\"two\"\nunits = [\"Lakeside\"]\n");
    ASSERT_TRUE(loaded.scenario) << all_messages(loaded);
    const Unit& unit = called(loaded.scenario->units, "ED");
    EXPECT_EQ(unit.path, "Lakeside/ED");
    EXPECT_EQ(loaded.scenario->unit_kinds[unit.kind].name, "emergency");
    EXPECT_EQ(unit.posts.values(), (std::vector{20, 5}));
    EXPECT_DOUBLE_EQ(unit.workload.typical().value(), 1.1);
    EXPECT_EQ(called(loaded.scenario->units, "OR, main").posts.values(), (std::vector{12, 0}));
    EXPECT_NE(loaded.resolved.find("OR, main"), std::string::npos);
    EXPECT_EQ(loaded.resolved.find("units_fine.csv"), std::string::npos);
}

}  // namespace
}  // namespace golive::scenario
