//! Known futures, told by their fingerprints: the same whatever compiler made the program.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

#include <set>

namespace golive::model::testing {
namespace {

/// What happens to people on the wards: everything there that draws.
constexpr std::string_view wards = R"(
[scenario]
start = 2027-01-04
horizon = "52 weeks"
[workforce]
[role.nurse]
turnover = "40 % per year"
opportunities = { messaging = 10 }
[[site]]
name = "Hill"
[[site.unit]]
name = "ICU"
kind = "critical care"
nurse = 12
[[site.unit]]
name = "Ward"
nurse = 9
[technology.phone]
purposes = ["messaging"]
device = { for = "nurse on shift", guess = { p10 = 0.8, p50 = 1.1, p90 = 1.6 } }
failure = "50 % per year"
loss = "50 % per year"
[team.it]
staff = 2
background = [{ class = "incident", rate = "5 per week", effort = { p10 = "1 h", p50 = "3 h", p90 = "8 h" } }]
[team.help-desk]
staff = 1
handling = { p10 = "3 min", p50 = "9 min", p90 = "30 min" }
escalates_to = "it"
[team.trainers]
staff = 1
[course.phones]
technology = "phone"
instructors = "trainers"
no_show = "30 %"
e_learning = { after_no_shows = 1 }
[support]
needs_help = "40 %"
[superusers]
share = "15 %"
[backlog]
mode = "ticket"
team = "it"
spill_over = "100 %"
[issues]
uses_to_surface = 200
[early_wins]
[measuring]
below = "70 %"
units = 1
[[wave]]
name = "one"
units = ["Hill/ICU"]
[[wave]]
name = "two"
units = ["Hill/Ward"]
[plan]
order = { kind = "procure" }
stage = { kind = "deploy", team = "it", after = ["order"] }
train = { kind = "train", course = "phones" }
calm = { kind = "wait", length = { p10 = "2 weeks", p50 = "5 weeks", p90 = "12 weeks" }, scope = "wave" }
live = { kind = "go_live", after = ["stage", "train", "calm"] }
care = { kind = "hypercare", after = ["live"] }
)";

/// What happens around the plan: decisions, money and the teams' other work.
constexpr std::string_view offices = R"(
[scenario]
start = 2027-01-04
horizon = "52 weeks"
[workforce]
[role.nurse]
documentation = "150 min per shift"
opportunities = { charting = 6 }
[[site]]
name = "Hill"
[[site.unit]]
name = "Ward"
nurse = 12
[[site]]
name = "Lake"
[[site.unit]]
name = "Ward"
nurse = 9
[technology.chart]
purposes = ["charting"]
integration = { charting = { team = "it", effort = "60 h" } }
replaces = ["paper"]
[body.steering]
members = { clinical = 2, it = 2, finance = 1 }
approval = "20 %"
rejected = "50 %"
time_box = "4 weeks"
[governance]
[alignment]
[embedding]
clinicians = 1
[budget]
total = "$20,000"
exhausted = "reapprove"
body = "steering"
[mandate.surprise]
rate = "3 per year"
team = "it"
effort = "40 h"
[intake]
teams = ["it"]
effort = { p10 = "10 h", p50 = "40 h", p90 = "100 h" }
[team.it]
staff = 2
stabilisation = "4 weeks"
[backlog]
mode = "product"
team = "it"
[systems]
network = 20
per_unit = 8
team = "it"
upkeep = "30 min per week"
[burnout]
[value]
[plan]
shadow = { kind = "discovery" }
choose = { kind = "select", team = "it", by = "joint", after = ["shadow"], effort = "10 h" }
approve = { kind = "decision", bodies = ["steering"], after = ["choose"] }
build = { kind = "build", after = ["approve"] }
live = { kind = "go_live", after = ["build"] }
improve = { kind = "optimise", team = "it", hours = "10 h per unit", after = ["live"] }
retire = { kind = "retire", team = "it", after = ["live"], needs = { adopted = "100 %" }, deadline = "4 weeks" }
)";

TEST(Fingerprint, OfKnownFuturesIsThatOfEveryCompiler) {
    EXPECT_EQ(simulate(blueprint_of(std::string{wards}), seed, 0).fingerprint, 14944856951408089932U);
    EXPECT_EQ(simulate(blueprint_of(std::string{offices}), seed, 0).fingerprint, 6118265291448089874U);
}

/// Were the futures above ones in which little happens, they would show little.
TEST(Fingerprint, IsOfFuturesInWhichAlmostEverythingHappens) {
    std::set<std::string> happened, all;
    for (const std::string_view text : {wards, offices}) {
        const History run{blueprint_of(std::string{text}), 0, Tracing::on};
        const auto& names = run.catalogue().event_names;
        all.insert(names.begin(), names.end());
        for (const TraceRecord& record : run.result().trace)
            happened.insert(names[static_cast<std::size_t>(record.event)]);
    }
    EXPECT_GE(happened.size() + 3, all.size());
}

}  // namespace
}  // namespace golive::model::testing
