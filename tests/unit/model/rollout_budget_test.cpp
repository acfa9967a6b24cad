//! M3, the budget: what is set aside is spent once, what cannot be paid is left out or waits, and every cent
//! is somewhere.
// SPDX-License-Identifier: Apache-2.0
#include "model/rollout_budget.hpp"

#include "model/device_logistics.hpp"
#include "model/ledger.hpp"
#include "small_hospital.hpp"

namespace golive::model::testing {
namespace {

/// Of 1000 a quarter is kept for redesign.
BudgetAccount account(int spent, int of_it_redesign) {
    return {.total = Money::cents(1000),
            .kept = Money::cents(250),
            .spent = Money::cents(spent),
            .redesign_spent = Money::cents(of_it_redesign),
            .committed = {}};
}

TEST(Envelopes, AreAllOfTheBudget) {
    const Money redesign = left_in(Envelope::redesign, account(0, 0));
    EXPECT_EQ(redesign, Money::cents(250));
    EXPECT_EQ(left_in(Envelope::general, account(0, 0)) + redesign, Money::cents(1000));
}

/// Whoever spends it, what is left of both is the total less what is spent; an envelope that is overdrawn
/// takes it from the other only where classes overflow.
TEST(Envelopes, LoseWhatIsSpentOnce) {
    for (const int redesign : {0, 100, 250}) {
        const BudgetAccount now = account(400 + redesign, redesign);
        EXPECT_EQ(left_in(Envelope::redesign, now), Money::cents(250 - redesign));
        EXPECT_EQ(left_in(Envelope::general, now), Money::cents(350));
    }
    const BudgetAccount overflown = account(400 + 300, 300);
    EXPECT_LT(left_in(Envelope::redesign, overflown), Money{});
    EXPECT_EQ(left_in(Envelope::general, overflown), Money::cents(300));
}

TEST(Envelopes, LoseWhatIsCommittedFromThem) {
    BudgetAccount now = account(0, 0);
    now.committed[static_cast<std::size_t>(Envelope::redesign)] = Money::cents(200);
    now.committed[static_cast<std::size_t>(Envelope::general)] = Money::cents(300);
    EXPECT_EQ(left_in(Envelope::redesign, now), Money::cents(50));
    EXPECT_EQ(left_in(Envelope::general, now), Money::cents(450));
}

TEST(AffordablePieces, AreWholeOnes) {
    EXPECT_EQ(affordable_pieces(10, Money::cents(30), Money::cents(100)), 3);
    EXPECT_EQ(affordable_pieces(2, Money::cents(30), Money::cents(100)), 2);
    EXPECT_EQ(affordable_pieces(2, Money::cents(30), Money::cents(-100)), 0);
    EXPECT_EQ(affordable_pieces(2, Money{}, Money{}), 2);
}

constexpr double at_six = 0.25;
constexpr double at_ten = 10.0 / 24;

/// Four integrations of these hours at $60 each, by people enough.
std::string hospital(std::string_view budget, const std::array<int, 4>& hours, std::string_view plan,
                     std::string_view rest = "") {
    return starting("26 weeks") + std::string{everyday_nurse} + one_unit(10) + std::string{one_wave} +
           fmt::format(R"(
[technology.phone]
purposes = ["a", "b", "c", "d"]
[technology.phone.integration]
a = {{ team = "it", effort = "{} h", people = 1 }}
b = {{ team = "it", effort = "{} h", people = 1 }}
c = {{ team = "it", effort = "{} h", people = 1 }}
d = {{ team = "it", effort = "{} h", people = 1 }}
[issues]
build_effort = "0 h"
[team.it]
staff = 4
wage = "$60 per h"
[budget]
{}
)",
                       hours[0], hours[1], hours[2], hours[3], budget) +
           std::string{rest} + "\n[plan]\n" + std::string{plan};
}

std::string of_total(int dollars, std::string_view rest = "redesign_share = \"0 %\"") {
    return fmt::format("total = \"${}\"\n{}\n", dollars, rest);
}

constexpr std::string_view build = "build = { kind = \"build\" }\n";

int built(const History& run) {
    int count = 0;
    for (const char* part : {"a", "b", "c", "d"})
        count += run.instance(fmt::format("build.{}/network", part)).finished > 0;
    return count;
}

/// All four begin at once: what is set aside for one is not there for the next, although nothing has been
/// spent.
TEST(Budget, BuildsAreCutWhenWhatIsSetAsideIsAll) {
    for (int affordable = 0; affordable <= 4; ++affordable) {
        const History run{
            blueprint_of(hospital(of_total(6000 * affordable + 5999), {100, 100, 100, 100}, build)), 0,
            Tracing::on};
        const int expected = std::min(affordable, 4);
        EXPECT_EQ(built(run), expected);
        EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), 6000.0 * expected);
        EXPECT_EQ(run.scalar("steps_cut"), 4 - expected);
        const std::vector<TraceRecord> cuts = run.traced("scope cut");
        ASSERT_EQ(cuts.size(), static_cast<std::size_t>(4 - expected));
        if (!cuts.empty()) {
            EXPECT_NEAR(cuts.front().value, 5999.0 / 6000, 1e-12);
        }
    }
}

/// Two halves of a build are worked on one after the other. When the second build begins, one half has been
/// spent and the other is still set aside: $12,000 are enough for both, and a cent less is not.
TEST(Budget, MoneyThatIsSpentIsNoLongerSetAside) {
    const auto with = [](const char* total) {
        std::string text =
            hospital(fmt::format("total = \"{}\"\nredesign_share = \"0 %\"", total), {100, 100, 1, 1},
                     R"(
first = { kind = "build", builds = ["a"] }
second = { kind = "build", builds = ["b"], start = 2027-01-25 }
)");
        text.replace(text.find("people = 1"), 10, "people = 2");
        text.replace(text.find("staff = 4"), 9, "staff = 1");
        return blueprint_of(text);
    };
    const History enough{with("$12000")}, short_of{with("$11999.99")};
    EXPECT_EQ(enough.series("cost.it_labour")[2],
              3000);  // fifty of thirty hours a week: one half, before day 21
    EXPECT_EQ(enough.scalar("steps_cut"), 0);
    EXPECT_DOUBLE_EQ(enough.scalar("cost.it_labour"), 12'000);
    EXPECT_EQ(short_of.scalar("steps_cut"), 1);
    EXPECT_DOUBLE_EQ(short_of.scalar("cost.it_labour"), 6000);
}

/// A step that begins after another is over finds what that one left.
TEST(Budget, AStepThatIsOverKeepsNothingBack) {
    const History run{blueprint_of(hospital(of_total(3 * 6000), {100, 100, 100, 100}, R"(
first = { kind = "build", builds = ["a"] }
second = { kind = "build", builds = ["b"], after = ["first"] }
third = { kind = "build", builds = ["c"], after = ["second"] }
fourth = { kind = "build", builds = ["d"], after = ["third"] }
)"))};
    EXPECT_EQ(run.scalar("steps_cut"), 1);
    EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), 18'000);
    EXPECT_EQ(run.series("budget_left").back(), 0);
}

std::string with_phones(int total, std::string_view loss = "0 per year") {
    return starting("26 weeks") + std::string{everyday_nurse} + one_unit(10) + std::string{one_wave} +
           fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
device = {{ for = "unit", ratio = 10, spares = "0 %", guess = 1, price = "$100" }}
failure = "0 per year"
loss = "{}"
[team.it]
staff = 100
calendar = "24/7"
wage = "$15 per h"
[budget]
total = "${}"
redesign_share = "0 %"
[plan]
order = {{ kind = "procure", lead_time = "1 day", batches = 3, batch_interval = "0 weeks" }}
stage = {{ kind = "deploy", after = ["order"], team = "it", effort = "0 min per device" }}
)",
                       loss, total);
}

/// And what the budget has cut is not ordered again behind its back.
TEST(Budget, BuysAsManyDevicesAsItPaysFor) {
    for (const auto& [total, devices] :
         {std::pair{99, 0}, {100, 1}, {350, 3}, {700, 7}, {999, 9}, {1000, 10}, {5000, 10}}) {
        const History run{blueprint_of(with_phones(total))};
        EXPECT_EQ(run.scalar("devices_bought"), devices) << total;
        EXPECT_DOUBLE_EQ(run.scalar("cost.devices"), 100 * devices) << total;
        EXPECT_NEAR(run.last("devices_working"), devices / 10.0, 1e-6) << total;
        EXPECT_EQ(run.scalar("steps_cut"), devices < 10 ? 1 : 0) << total;
    }
}

TEST(Budget, ReplacesLostDevicesWhileItLasts) {
    const Blueprint blueprint = blueprint_of(with_phones(1500, "10 per year"));
    for (std::uint64_t r = 0; r < 10; ++r) {
        const History run{blueprint, r};
        EXPECT_EQ(run.scalar("devices_bought"), 15) << r;  // fifty are lost in half a year
        EXPECT_DOUBLE_EQ(run.scalar("cost.total"), 1500) << r;
        EXPECT_EQ(run.scalar("budget_overrun"), 0) << r;
    }
}

/// A quarter of $10,000 is kept: discovery of $6000 gets that and no more, and a build of $7500 the rest.
TEST(Budget, WhatIsKeptForRedesignIsForNothingElse) {
    for (const auto& [hours, built_too] : {std::pair{125, true}, {126, false}}) {
        const History run{
            blueprint_of(hospital(of_total(10'000, "redesign_share = \"25 %\""), {hours, 1, 1, 1}, R"(
look = { kind = "discovery", scope = "network", team = "it", hours = "100 h", clinician_time = "0 %" }
build = { kind = "build", builds = ["a"] }
)"))};
        EXPECT_NEAR(run.scalar("cost.redesign"), 2500, 0.02);  // hours are whole seconds
        EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), built_too ? 7500 : 0);
        EXPECT_EQ(run.scalar("steps_cut"), built_too ? 1 : 2);
    }
}

TEST(Budget, WithoutAnythingKeptThereIsNoRedesign) {
    const History run{blueprint_of(hospital(of_total(100'000), {1, 1, 1, 1}, R"(
look = { kind = "discovery", scope = "network", team = "it", hours = "100 h" }
)"))};
    EXPECT_EQ(run.instance("look/network").finished, 0);
    EXPECT_EQ(run.scalar("cost.total"), 0);
    EXPECT_EQ(run.scalar("clinician_hours.redesign"), 0);
}

constexpr std::string_view board = R"(
[body.board]
members = { clinical = 3 }
attendance = "100 %"
approval = "100 %"
meets = "every 1 week"
other_items = "0 per month"
[governance]
size_penalty = 0
[costs]
meeting_wage = "$0 per h"
)";

std::string to_be_asked(int grants) {
    return fmt::format(
        "redesign_share = \"0 %\"\nexhausted = \"reapprove\"\ntop_up = \"10 %\"\ngrants = {}\n", grants);
}

/// $12,000 are wanted and $10,000 are there: a tenth more is granted in each of two meetings, on Mondays at
/// ten, and looked for every morning.
TEST(Budget, AStepWaitsUntilEnoughIsGranted) {
    const History run{blueprint_of(hospital(of_total(10'000, to_be_asked(3)), {200, 1, 1, 1},
                                            "build = { kind = \"build\", builds = [\"a\"] }\n", board)),
                      0, Tracing::on};
    EXPECT_EQ(run.scalar("budget_grants"), 2);
    EXPECT_EQ(run.scalar("steps_cut"), 0);
    EXPECT_DOUBLE_EQ(run.instance("build.a/network").started, 15 + at_six);
    EXPECT_NEAR(run.cause_days("build.a/network", "budget"), 15 + at_six, 1e-5);
    EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), 12'000);
    EXPECT_NEAR(run.scalar("budget_overrun"), 0.2, 1e-12);
    const std::vector<TraceRecord> grants = run.traced("money granted");
    ASSERT_EQ(grants.size(), 2U);
    for (std::size_t g = 0; g < 2; ++g) {
        EXPECT_NEAR(static_cast<double>(grants[g].time) / 86400, 7.0 * static_cast<double>(g + 1) + at_ten,
                    1e-9);
        EXPECT_DOUBLE_EQ(grants[g].value, 1000.0 * static_cast<double>(g + 1));  // so far
    }
}

TEST(Budget, WhatAllGrantsCannotPayIsCut) {
    const History run{blueprint_of(hospital(of_total(10'000, to_be_asked(1)), {200, 1, 1, 1},
                                            "build = { kind = \"build\", builds = [\"a\"] }\n", board)),
                      0, Tracing::on};
    EXPECT_EQ(run.scalar("budget_grants"), 1);
    EXPECT_EQ(run.scalar("steps_cut"), 1);
    EXPECT_DOUBLE_EQ(run.instance("build.a/network").finished, 8 + at_six);
    EXPECT_NEAR(run.traced("scope cut").front().value, 11.0 / 12, 1e-12);
    EXPECT_EQ(run.scalar("cost.it_labour"), 0);
    EXPECT_EQ(run.last("budget_left"), 11'000);
}

/// Four builds of $6000 share $6000 and what is granted, one grant at a time whoever asks.
TEST(Budget, OneGrantIsAskedForAtATime) {
    const History run{blueprint_of(hospital(of_total(6000,
                                                     "redesign_share = \"0 %\"\nexhausted = \"reapprove\"\n"
                                                     "top_up = \"50 %\"\ngrants = 1000\n"),
                                            {100, 100, 100, 100}, build, board)),
                      0, Tracing::on};
    EXPECT_EQ(run.scalar("budget_grants"), 6);
    EXPECT_EQ(run.traced("money granted").size(), 6U);
    EXPECT_EQ(built(run), 4);
    EXPECT_DOUBLE_EQ(run.scalar("cost.it_labour"), 24'000);
    EXPECT_DOUBLE_EQ(run.instance("build.d/network").started, 6 * 7 + 1 + at_six);
}

TEST(Budget, WhatIsNeverGrantedIsNeverBegun) {
    std::string hostile{board};
    hostile.replace(hostile.find("approval = \"100 %\""), 18, "approval = \"0 %\"");
    const History run{blueprint_of(hospital(of_total(5000, to_be_asked(3)), {100, 1, 1, 1},
                                            "build = { kind = \"build\", builds = [\"a\"] }\n", hostile))};
    EXPECT_TRUE(std::isnan(run.instance("build.a/network").started));
    EXPECT_NEAR(run.cause_days("build.a/network", "budget"), 26 * 7, 1e-4);
    EXPECT_EQ(run.scalar("budget_grants"), 1);
    EXPECT_EQ(run.last("budget_left"), 5000);
}

/// To the cent: what is left and what has been spent is what was given and granted, at the end of every week.
TEST(Budget, NeverLosesACent) {
    const History run{blueprint_of(hospital(of_total(10'000, to_be_asked(3)), {93, 87, 71, 12}, R"(
look = { kind = "discovery", scope = "network", team = "it", hours = "10 h" }
build = { kind = "build", after = ["look"] }
live = { kind = "go_live", start = 2027-03-01 }
)",
                                            board)),
                      0, Tracing::on};
    const std::vector<double> left = run.series("budget_left"), spent = run.series("cost.total");
    const std::vector<TraceRecord> grants = run.traced("money granted");
    ASSERT_GT(grants.size(), 0U);
    for (std::size_t week = 0; week < left.size(); ++week) {
        double given = 10'000;
        for (const TraceRecord& grant : grants)
            if (static_cast<double>(grant.time) < static_cast<double>(week + 1) * 7 * 86400)
                given = 10'000 + grant.value;
        EXPECT_EQ(std::llround(100 * left[week]) + std::llround(100 * spent[week]), std::llround(100 * given))
            << week;
    }
}

/// Of purposes that cost no less than those before them, first come, first served pays for the longest
/// beginning that it can: more money never builds fewer. (Of others it may: a dear one first leaves nothing
/// for two cheap ones.)
TEST(Budget, MoreMoneyNeverBuildsLess) {
    int before = -1;
    for (int total = 100; total <= 20'100; total += 500) {
        const History run{blueprint_of(hospital(of_total(total), {20, 50, 90, 140}, build))};
        const double spent = run.scalar("cost.it_labour");
        EXPECT_LE(spent, total);
        int affordable = 0, sum = 0;
        for (int hours : {20, 50, 90, 140})
            if ((sum += 60 * hours) <= total) ++affordable;
        EXPECT_EQ(run.scalar("steps_cut"), 4 - affordable) << total;
        EXPECT_GE(affordable, before);
        before = affordable;
    }
    EXPECT_EQ(before, 4);
}

/// What runs on by itself is paid in any case.
TEST(Budget, MayBeOverrunByWhatRunsOn) {
    const History run{
        blueprint_of(starting("26 weeks") + std::string{everyday_nurse} + one_unit(10) +
                     "[technology.phone]\npurposes = [\"messaging\"]\nlicence = \"$5,000 per year\"\n"
                     "[budget]\ntotal = \"$1000\"\n[plan]\nlive = { kind = \"go_live\" }\n")};
    const double a_week = std::round(5000 * 7 / 365.25 * 10 * 100) / 100;
    EXPECT_NEAR(run.scalar("cost.total"), 25 * a_week, 1e-6);
    EXPECT_NEAR(run.scalar("budget_overrun"), 25 * a_week / 1000 - 1, 1e-9);
    EXPECT_NEAR(run.last("budget_left"), 1000 - 25 * a_week, 0.01);
}

Blueprint every_section(std::vector<std::string> overrides) {
    const scenario::Loaded loaded =
        scenario::load(std::string{GOLIVE_SOURCE_DIR} + "/tests/support/every_section.toml",
                       {.overrides = std::move(overrides)});
    if (!loaded.scenario) throw Error{ErrorKind::input, "every_section.toml does not load"};
    return Blueprint{loaded.scenario};
}

/// With everything that there is in the model at work, and money that is plenty, short and hardly any:
/// categories add up, what is left and what was spent is what was given, and devices are where they are.
/// Series are single floats.
TEST(Books, BalanceWithEveryMechanismAtWork) {
    for (const char* total : {"$900000", "$250000", "$40000"})
        for (const char* exhausted : {"cut", "reapprove"}) {
            const History run{every_section({fmt::format("budget.total={}", total),
                                             fmt::format("budget.exhausted={}", exhausted)}),
                              1, Tracing::on};
            const std::vector<double> spent = run.series("cost.total"), left = run.series("budget_left"),
                                      bought = run.series("cost.devices");
            const std::vector<TraceRecord> grants = run.traced("money granted");
            const double given = std::strtod(total + 1, nullptr);
            double before = 0;
            for (std::size_t week = 0; week < spent.size(); ++week) {
                double sum = 0, devices = 0, budget = given;
                for (const auto& [cost, category] : cost_names)
                    sum += run.series("cost." + std::string{category})[week];
                const double apart = run.series("cost.turnover")[week] + run.series("cost.mandates")[week];
                for (const auto& [device_state, state] : device_state_names)
                    devices += run.series("devices." + std::string{state})[week];
                for (const TraceRecord& grant : grants)
                    if (static_cast<double>(grant.time) < static_cast<double>(week + 1) * 7 * 86400)
                        budget = given + grant.value;
                ASSERT_NEAR(spent[week] + apart, sum, 1e-6 * sum) << total << exhausted << week;
                ASSERT_NEAR(left[week] + spent[week], budget, 1e-6 * (budget + spent[week])) << total << week;
                ASSERT_EQ(devices > 0, bought[week] > 0) << week;
                ASSERT_GE(devices, before) << week;
                before = devices;
            }
            double sum = 0;
            for (const auto& [cost, category] : cost_names)
                if (category != "turnover" && category != "mandates")
                    sum += run.scalar("cost." + std::string{category});
            EXPECT_NEAR(run.scalar("cost.total"), sum, 0.001) << total;
            EXPECT_EQ(before, run.scalar("devices_bought")) << total;
        }
}

}  // namespace
}  // namespace golive::model::testing
