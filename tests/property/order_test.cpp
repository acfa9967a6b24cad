//! The order in which a file declares things is not part of what it says, where nobody has to queue.
// SPDX-License-Identifier: Apache-2.0
#include "outcomes.hpp"

namespace golive::model::testing {
namespace {

struct Parts {
    std::vector<std::string> roles, units, technologies, teams, bodies, plan;
};

Parts parts() {
    return {
        .roles = {"[role.nurse]\nopportunities = { messaging = 10 }\n",
                  "[role.physician]\nshift = { length = \"10 h\", per_week = 4 }\nopportunities = { "
                  "messaging = 8, charting = 6 }\n"},
        .units = {"[[site.unit]]\nname = \"A\"\nnurse = 20\nphysician = 5\nbeds = 10\n",
                  "[[site.unit]]\nname = \"B\"\nnurse = 15\nphysician = 7\nbeds = 12\nkind = \"icu\"\n",
                  "[[site.unit]]\nname = \"C\"\nnurse = 10\nphysician = 2\nbeds = 5\n"},
        .technologies = {"[technology.phone]\npurposes = [\"messaging\"]\ndevice = { for = \"nurse on "
                         "shift\", ratio = 1 }\nfailure = \"0 per year\"\nloss = \"0 per year\"\n"
                         "integration = { messaging = { team = \"it\" } }\n",
                         "[technology.chart]\npurposes = [\"charting\"]\nintegration = { charting = { team = "
                         "\"ehr\" } }\n"},
        .teams = {"[team.it]\nstaff = 50\n",
                  "[team.ehr]\nstaff = 50\nbackground = [{ class = \"ticket\", rate = \"9 per week\" }]\n",
                  "[team.trainers]\nstaff = 50\n"},
        .bodies = {"[body.board]\nmembers = { clinical = 4, it = 3 }\n",
                   "[body.council]\nmembers = { finance = 2 }\n"},
        .plan = {
            "approve = { kind = \"decision\", bodies = [\"board\", \"council\"], technology = \"phone\" }\n",
            "order = { kind = \"procure\", technology = \"phone\", after = [\"approve\"], lead_time = \"4 "
            "weeks\" }\n",
            "stage = { kind = \"deploy\", technology = \"phone\", team = \"it\", after = [\"order\"] }\n",
            "build-phone = { kind = \"build\", technology = \"phone\", after = [\"approve\"] }\n",
            "build-chart = { kind = \"build\", technology = \"chart\", after = [\"approve\"] }\n",
            "train = { kind = \"train\", course = \"phones\", after = [\"approve\"] }\n",
            "phone = { kind = \"go_live\", technology = \"phone\", after = [\"stage\", \"train\"] }\n",
            "chart = { kind = \"go_live\", technology = \"chart\", after = [\"build-chart\"] }\n"}};
}

/// Nobody waits for anybody: many instructors with many rooms, devices for all, no super-users to share.
History run_of(const Parts& parts, std::uint64_t replication) {
    std::string text = starting("52 weeks") +
                       "[workforce]\n[course.phones]\ntechnology = \"phone\"\ninstructors = "
                       "\"trainers\"\nseats = 100\nrelease = \"100 %\"\n";
    for (const auto& group : {parts.roles, parts.technologies, parts.teams, parts.bodies})
        for (const std::string& part : group) text += part;
    text += "[[site]]\nname = \"Hill\"\n";
    for (const std::string& part : parts.units) text += part;
    text += "[plan]\n";
    for (const std::string& part : parts.plan) text += part;
    return History{blueprint_of_text(text), replication};
}

template <class Change>
void expect_same_after(Change change, Digits digits = Digits::all) {
    Parts other = parts();
    change(other);
    for (std::uint64_t r = 0; r < 5; ++r)
        expect_same(
            outcomes_of(run_of(parts(), r)), outcomes_of(run_of(other, r)), 1000,
            [](const std::string&) { return true; }, digits);
}

constexpr auto reverse = [](auto& list) { std::reverse(list.begin(), list.end()); };

/// Phones do not break here: which ward has which phone is a matter of order, and every phone has a fate of
/// its own. Means over units are sums of real numbers, taken in another order.
TEST(Order, OfUnits) {
    expect_same_after([](Parts& p) { reverse(p.units); }, Digits::but_the_last);
}
TEST(Order, OfTechnologies) {
    expect_same_after([](Parts& p) { reverse(p.technologies); });
}
TEST(Order, OfTeams) {
    expect_same_after([](Parts& p) { reverse(p.teams); });
}
TEST(Order, OfBodies) {
    expect_same_after([](Parts& p) { reverse(p.bodies); });
}
TEST(Order, OfTheLinesOfThePlan) {
    expect_same_after([](Parts& p) { reverse(p.plan); });
}

}  // namespace
}  // namespace golive::model::testing
