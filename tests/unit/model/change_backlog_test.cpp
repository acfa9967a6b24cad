//! M16, the backlog: tickets that are built as asked, causes that are solved for everyone, and what either
//! costs.
// SPDX-License-Identifier: Apache-2.0
#include "model/change_backlog.hpp"

#include "model/superuser_network.hpp"
#include "model/workflow_issues.hpp"
#include "outcomes.hpp"
#include "probe.hpp"

#include <set>

namespace golive::model::testing {
namespace {

/// Seen as it is, a cause is ranked by the logarithm of its worth per hour: the order that builds most worth
/// first.
TEST(RankOfCause, OfWhatIsSeenAsItIsIsItsWorthPerHour) {
    for (const double worth : {0.02, 1.0, 30.0})
        for (const double hours : {1.0, 8.0, 400.0})
            EXPECT_NEAR(rank_of_cause(standardised_worth(worth), hours), std::log(worth / hours), 1e-12);
    EXPECT_TRUE(std::isfinite(rank_of_cause(standardised_worth(0), 0)));
}

TEST(Spill, IsLeastLikelyWhereUnitsAreAlike) {
    EXPECT_EQ(spill_chance(0.5, 1), 0);
    EXPECT_EQ(spill_chance(0.5, 0), 0.5);
    EXPECT_EQ(spill_chance(0.5, 0.75), 0.125);
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    const std::size_t at = text.find(what);
    if (at == std::string::npos) throw Error{ErrorKind::model, "nothing to replace"};
    return text.replace(at, what.size(), with);
}

/// Whatever shows itself is asked about and nothing else is.
std::string backlog(std::string_view mode, std::string_view keys = "") {
    std::string text = fmt::format("[backlog]\nmode = \"{}\"\n", mode) + std::string{keys} + "\n";
    for (const auto& [key, value] :
         {std::pair{"reporting", "\"100 %\""}, std::pair{"accuracy", "\"0 %\""},
          std::pair{"wishes", "\"0 per month\""}, std::pair{"effort", "\"9 h\""},
          std::pair{"analysis", "\"6 h\""}, std::pair{"cause_factor", "2"},
          std::pair{"spill_over", "\"0 %\""}, std::pair{"spill_severity", "\"2 %\""}})
        if (keys.find(key + std::string{" ="}) == std::string_view::npos)
            text += fmt::format("{} = {}\n", key, value);
    return text;
}

/// Units of five nurses, each of a kind of its own on a site of its own, so that nobody resembles anybody.
std::string strangers(int count, int nurses = 5) {
    std::string text;
    for (int n = 1; n <= count; ++n)
        text += fmt::format(
            "[[site]]\nname = \"Site {0}\"\n[[site.unit]]\nname = \"Unit\"\nkind = \"kind {0}\"\n"
            "nurse = {1}\n",
            n, nurses);
    return text;
}

/// From the first morning everybody does everything with it, and on the second Monday at six all of its
/// issues have shown themselves.
std::string hospital(const std::string& wards, std::string_view issues, const std::string& rest,
                     std::string_view horizon = "26 weeks") {
    return starting(horizon) + std::string{everyday_nurse} + wards +
           "[technology.phone]\npurposes = [\"messaging\"]\nfit = 0.4\nfit_spread = 0\n"
           "[team.it]\nstaff = 1\nfocus = \"9 h per day\"\nwage = \"$60 per h\"\n"
           "[issues]\npresence = \"100 %\"\nbeyond = \"0 %\"\nuses_to_surface = 0.001\nkind_resemblance = "
           "\"0 %\"\n" +
           std::string{issues} + replaced(std::string{indifferent}, "intercept = 0", "intercept = 50") +
           rest + "[plan]\nlive = { kind = \"go_live\" }\n";
}

constexpr double asked_on = 7.25;  // the second Monday at six
constexpr std::string_view one_issue = "types = 1\nsite_resemblance = \"0 %\"\n";
constexpr std::string_view twelve_issues = "types = 12\nsite_resemblance = \"0 %\"\nseverity_spread = 1\n";

TEST(Backlog, TakesTheTimeOfItsSteps) {
    const auto days = [](std::string_view mode, std::string_view keys = "") {
        const History run{blueprint_of(hospital(strangers(1), one_issue, backlog(mode, keys))), 0,
                          Tracing::on};
        EXPECT_EQ(run.scalar("changes_built"), 1);
        EXPECT_EQ(run.scalar("changes_asked"), 1);
        EXPECT_DOUBLE_EQ(static_cast<double>(run.traced("change asked")[0].time) / 86'400, asked_on);
        return run.scalar("change_days");
    };
    const double until_five = 11.0 / 24;
    EXPECT_DOUBLE_EQ(days("ticket"), until_five);
    EXPECT_DOUBLE_EQ(days("product"), 2 + until_five);  // six hours' analysis is a day's work, the cause two
    const std::string_view signed_twice = "approvals = 2\napproval_time = \"1 day\"";
    EXPECT_DOUBLE_EQ(days("ticket", signed_twice), 2 + until_five);
    EXPECT_DOUBLE_EQ(days("product", signed_twice), 4 + until_five);
}

/// False alarm 1e-6; 480 issues see an error of 11 percentage points.
TEST(Backlog, IsToldOfTheShareThatIsReported) {
    const History run{
        blueprint_of(hospital(strangers(40), twelve_issues, backlog("ticket", "reporting = \"40 %\""))), 0,
        Tracing::on};
    EXPECT_EQ(run.traced("issue shown").size(), 480U);
    EXPECT_LT(std::abs(binomial_z(static_cast<int>(run.scalar("changes_asked")), 480, 0.4)),
              one_in_a_million);
}

TEST(Backlog, BuildsTicketsInTheOrderOfAsking) {
    const std::string slow = "types = 3\n";
    const std::string varied = "effort = { dist = \"lognormal\", median = \"3 h\", p90 = \"15 h\" }";
    const History run{blueprint_of(replaced(hospital(strangers(20), slow, backlog("ticket", varied)),
                                            "uses_to_surface = 0.001", "uses_to_surface = 300")),
                      0, Tracing::on};
    const auto asked = run.traced("change asked"), built = run.traced("change built");
    ASSERT_GT(built.size(), 40U);
    ASSERT_LT(asked.front().time, asked.back().time);
    for (std::size_t n = 0; n < built.size(); ++n) EXPECT_EQ(built[n].entity, asked[n].entity) << n;
}

/// What is asked is open, built, merged with what was asked for already, or let be; and what is asked and
/// built leaves a trace.
TEST(Backlog, LosesNoRequest) {
    const std::string issues =
        replaced(std::string{twelve_issues}, "types = 12", "types = 12\nkind_resemblance = \"50 %\"");
    const std::string keys =
        "wishes = \"3 per month\"\nreporting = \"70 %\"\nspill_over = \"40 %\"\napprovals = 2\n"
        "report_time = \"15 min per week\"\neffort = { dist = \"lognormal\", median = \"2 h\", p90 = "
        "\"9 h\" }";
    for (const char* mode : {"ticket", "product"}) {
        std::string text = hospital(strangers(5) + units(5, 5), "", backlog(mode, keys));
        text = replaced(text, "kind_resemblance = \"0 %\"\n", issues);
        text = replaced(replaced(text, "uses_to_surface = 0.001", "uses_to_surface = 100"),
                        "beyond = \"0 %\"", "beyond = \"30 %\"");
        const History run{blueprint_of(text), 0, Tracing::on};
        const auto asked = run.traced("change asked"), built = run.traced("change built");
        const auto open = run.series("changes_open"), done = run.series("changes_built");
        const bool tickets = mode == std::string_view{"ticket"};
        for (std::size_t week = 0; week < open.size(); ++week) {
            const auto so_far = [&](const std::vector<TraceRecord>& events) {
                const auto until = static_cast<std::int64_t>(week + 1) * 7 * 86'400;
                return static_cast<double>(std::count_if(events.begin(), events.end(),
                                                         [&](const auto& e) { return e.time < until; }));
            };
            EXPECT_EQ(done[week], so_far(built));
            if (tickets)
                EXPECT_EQ(open[week] + done[week], so_far(asked)) << week;
            else
                EXPECT_LE(open[week] + done[week], so_far(asked)) << week;
        }
        EXPECT_EQ(run.scalar("changes_asked"), asked.size());
        EXPECT_EQ(run.scalar("changes_built"), built.size());
        EXPECT_EQ(run.scalar("changes_asked"), open.back() + run.scalar("changes_built") +
                                                   run.scalar("changes_merged") +
                                                   run.scalar("changes_let_be"));
        EXPECT_EQ(run.scalar("changes_merged") > 0, !tickets);
        EXPECT_EQ(run.scalar("changes_let_be") > 0, !tickets);
        EXPECT_GT(built.size(), 20U);
        EXPECT_GT(open.back(), 0);
    }
}

/// Fit gained times people, all in all: what did not fit, of everyone.
TEST(Backlog, IsWorthTheFitGainedTimesPeople) {
    for (const auto& [mode, builds, hours] : {std::tuple{"ticket", 48, 9}, std::tuple{"product", 12, 18}}) {
        const History run{blueprint_of(hospital(strangers(4), twelve_issues, backlog(mode)))};
        EXPECT_EQ(run.scalar("changes_built"), builds);
        EXPECT_EQ(run.scalar("issues_resolved"), 48);
        EXPECT_NEAR(run.last("fit.phone"), 1, 1e-6);
        EXPECT_NEAR(run.scalar("change_worth"), 0.6 * 4 * 5, 1e-5);
        EXPECT_NEAR(run.scalar("change_worth_per_100_hours"), 100 * 0.6 * 4 * 5 / (builds * hours), 1e-5);
        EXPECT_NEAR(run.scalar("cost.support"), builds * hours * 60, 1e-9);
    }
}

/// Where units resemble each other by `alike` a ticket helps each of the others that have the same issue with
/// that chance. False alarm 1e-6; 2000 of them see an error of 5 percentage points.
TEST(Backlog, TicketsHelpOthersAsFarAsTheyResembleTheAsker) {
    const Blueprint blueprint =
        blueprint_of(hospital(units(200, 5), "types = 1\nsite_resemblance = \"40 %\"\n",
                              backlog("ticket", "reporting = \"10 %\"")));
    int helped = 0, others = 0;
    for (std::uint64_t r = 0; r < 5; ++r) {
        const History run{blueprint, r, Tracing::on};
        const auto& names = run.catalogue().event_names;
        std::set<int> solved;
        int asker = -1;
        for (const TraceRecord& record : run.result().trace) {
            const std::string& event = names[static_cast<std::size_t>(record.event)];
            if (event == "change built") {
                asker = record.entity;
                others += 200 - static_cast<int>(solved.size()) - (solved.contains(asker) ? 0 : 1);
            }
            if (event == "issue resolved") {
                helped += record.entity != asker;
                EXPECT_TRUE(solved.insert(record.entity).second);
            }
        }
        EXPECT_TRUE(solved.contains(asker));
    }
    ASSERT_GT(others, 2000);
    EXPECT_LT(std::abs(binomial_z(helped, others, 0.4)), one_in_a_million) << helped << " of " << others;
}

/// Resolved at the instant at which the first change is there.
std::size_t resolved_by_the_first(const std::string& text) {
    const History run{blueprint_of(text), 0, Tracing::on};
    const auto built = run.traced("change built"), resolved = run.traced("issue resolved");
    return static_cast<std::size_t>(
        std::count_if(resolved.begin(), resolved.end(),
                      [&](const TraceRecord& r) { return r.time == built.front().time; }));
}

/// A super-user tells the problem: then the ticket, too, is of use to everyone who has it. In a unit of four
/// there is none among ten per cent.
TEST(Backlog, TicketsThatTellTheProblemHelpEveryone) {
    const std::string keen = "accuracy = \"100 %\"", superusers = "[superusers]\nshare = \"10 %\"\n";
    const auto first = [&](int nurses, const std::string& keys, const std::string& rest) {
        return resolved_by_the_first(
            hospital(strangers(1, nurses) + replaced(strangers(9, 4), "Site 1\"", "Site 0\""), one_issue,
                     backlog("ticket", keys) + rest));
    };
    EXPECT_EQ(first(10, keen, superusers), 10U);
    EXPECT_EQ(first(4, keen, superusers), 1U);
    EXPECT_EQ(first(10, keen, ""), 1U);
    EXPECT_EQ(first(10, "", superusers), 1U);
}

TEST(Backlog, KnowsWhichUnitsHaveASuperuserLeft) {
    std::string text =
        hospital(strangers(2, 20) + units(1, 4), one_issue, "[superusers]\nshare = \"10 %\"\n", "104 weeks");
    const auto has = [](Probe& hospital, int unit) {
        return hospital.the<SuperuserNetwork>().has_superuser(UnitId{unit});
    };
    const Blueprint loyal = blueprint_of(text);
    Probe staying{loyal, seed, 0};
    EXPECT_FALSE(has(staying, 0) || has(staying, 1));
    EXPECT_FALSE(staying.the<SuperuserNetwork>().any());
    (void)staying.run();
    EXPECT_TRUE(has(staying, 0) && has(staying, 1));
    EXPECT_FALSE(has(staying, 2));
    EXPECT_TRUE(staying.the<SuperuserNetwork>().any());

    text = replaced(text, "turnover = \"0 % per year\"",
                    "turnover = \"900 % per year\"\ntime_to_fill = \"1 day\"");
    const Blueprint fickle = blueprint_of(text + "[workforce]\n");
    Probe leaving{fickle, seed, 0};  // four of them, for two years: exp(-18) each
    (void)leaving.run();
    EXPECT_FALSE(has(leaving, 0) || has(leaving, 1));
    EXPECT_FALSE(leaving.the<SuperuserNetwork>().any());
}

/// A wish of one unit makes an issue in each other with the chance spill_over times how unlike the two are.
/// False alarm 1e-6. Every issue made takes its severity from the fit of its unit, and from what the changes
/// were worth.
TEST(Backlog, SpillsOverWhereUnitsAreUnlike) {
    const std::string issues = "types = 1\nsite_resemblance = \"30 %\"\n";
    std::string wards;
    for (const char* site : {"Hill", "Dale", "Moor"}) {
        wards += fmt::format("[[site]]\nname = \"{}\"\n", site);
        for (const char* unit : {"name = \"A\"", "name = \"B\"", "name = \"C\"\nkind = \"icu\""})
            wards += fmt::format("[[site.unit]]\n{}\nnurse = 5\n", unit);
    }
    const std::string keys =
        "reporting = \"0 %\"\nwishes = \"4 per month\"\neffort = \"1 h\"\nspill_over = \"20 "
        "%\"\nspill_severity = \"0.1 %\"";
    const Blueprint blueprint =
        blueprint_of(replaced(hospital(wards, issues, backlog("ticket", keys)), "kind_resemblance = \"0 %\"",
                              "kind_resemblance = \"60 %\""));
    Probe hospital{blueprint, seed, 0};
    const History run{blueprint, 0, Tracing::on};
    double expected = 0, variance = 0, worth = 0;
    for (const TraceRecord& built : run.traced("change built")) {
        worth += built.value;
        const UnitId asker{built.entity};
        for (UnitId other : hospital.world().scenario.units.ids()) {
            if (other == asker) continue;
            const Unit &a = hospital.world().scenario.units[asker],
                       &b = hospital.world().scenario.units[other];
            const double p = 0.2 * (a.kind == b.kind ? 0.4 : 1.0) * (a.site == b.site ? 0.7 : 1.0);
            expected += p;
            variance += p * (1 - p);
        }
    }
    const auto created = run.traced("issue created");
    ASSERT_GT(expected, 150);
    EXPECT_LT(std::abs(static_cast<double>(created.size()) - expected) / std::sqrt(variance),
              one_in_a_million);
    std::vector<int> here(9);
    for (const TraceRecord& record : created) {
        ++here[static_cast<std::size_t>(record.entity)];
        EXPECT_DOUBLE_EQ(record.value, 0.001);
    }
    for (std::size_t unit = 0; unit < 9; ++unit)
        EXPECT_NEAR(run.series("fit.phone", ScopeKind::unit, unit).back(), 0.4 - 0.001 * here[unit], 1e-6);
    EXPECT_EQ(run.scalar("issues_spilled"), created.size());
    EXPECT_NEAR(run.scalar("change_worth"), worth - 0.001 * 5 * static_cast<double>(created.size()), 1e-6);
}

/// The worst that tickets can do, and all that keeps them from it.
TEST(Backlog, SpillsNothingWhereThereIsNoReason) {
    const auto spilled = [](const std::string& wards, std::string_view mode, std::string keys,
                            const std::string& rest = "") {
        if (keys.find("spill_over") == std::string::npos) keys += "\nspill_over = \"100 %\"";
        const History run{blueprint_of(hospital(wards, twelve_issues, backlog(mode, keys) + rest)), 0,
                          Tracing::on};
        EXPECT_GT(run.scalar("changes_built"), 3);
        EXPECT_EQ(run.scalar("issues_created"), static_cast<double>(run.traced("issue created").size()));
        EXPECT_EQ(run.scalar("issues_created"), run.scalar("issues_spilled"));
        return run.scalar("issues_created");
    };
    const std::string wishes = "wishes = \"6 per month\"", superusers = "[superusers]\nshare = \"100 %\"\n";
    EXPECT_GT(spilled(strangers(4), "ticket", wishes), 10);
    EXPECT_EQ(spilled(strangers(4), "ticket", wishes + "\nspill_over = \"0 %\""), 0);
    EXPECT_EQ(spilled(strangers(4), "ticket", wishes + "\naccuracy = \"100 %\"", superusers), 0);
    EXPECT_EQ(spilled(strangers(1), "ticket", wishes), 0);
    EXPECT_EQ(spilled(strangers(1), "product", wishes), 0);
    EXPECT_EQ(spilled(strangers(4), "product", wishes), 0);
}

/// The second wave has not gone live: what is built helps it and does not stand in its way.
TEST(Backlog, PushesNoTroubleToUnitsThatDoNotUseItYet) {
    const auto run = [](std::string_view resemblance) {
        const std::string waves =
            "[[wave]]\nname = \"one\"\nunits = [\"Ward 1\"]\ntarget = 2027-01-04\n"
            "[[wave]]\nname = \"two\"\nunits = [\"Ward 2\"]\ntarget = 2030-01-04\n";
        std::string text =
            hospital(units(2, 5), fmt::format("types = 6\nsite_resemblance = \"{}\"\n", resemblance),
                     backlog("ticket", "spill_over = \"100 %\"\nwishes = \"6 per month\"") + waves);
        return History{
            blueprint_of(replaced(text, "kind = \"go_live\"", "kind = \"go_live\", start = \"at target\""))};
    };
    const History alike = run("100 %"), unlike = run("0 %");
    EXPECT_EQ(alike.series("issues_resolved.phone", ScopeKind::wave, 1).back(), 6);
    EXPECT_EQ(unlike.series("issues_resolved.phone", ScopeKind::wave, 1).back(), 0);
    EXPECT_EQ(unlike.scalar("issues_created"), 0);
    EXPECT_GT(unlike.scalar("changes_built"), 20);
}

/// One cause, one change, for everyone.
TEST(Backlog, AsAProductSolvesACauseOnceForAll) {
    const History run{blueprint_of(hospital(strangers(20), twelve_issues, backlog("product"))), 0,
                      Tracing::on};
    EXPECT_EQ(run.scalar("changes_asked"), 240);
    EXPECT_EQ(run.scalar("changes_built"), 12);
    EXPECT_EQ(run.scalar("changes_merged"), 228);
    EXPECT_EQ(run.scalar("issues_resolved"), 240);
    EXPECT_EQ(run.traced("issue resolved").size(), 240U);
}

/// Worth and effort of each change, in the order in which they were built one at a time.
std::vector<std::pair<double, double>> one_at_a_time(const Blueprint& blueprint, std::uint64_t replication) {
    const History run{blueprint, replication, Tracing::on};
    const auto built = run.traced("change built"), work = run.traced("work finished");
    EXPECT_EQ(built.size(), work.size());
    std::vector<std::pair<double, double>> changes;
    for (std::size_t n = 0; n < std::min(built.size(), work.size()); ++n)
        changes.emplace_back(built[n].value, work[n].value);
    return changes;
}

/// The first to be asked for is taken at once; the others wait together.
TEST(Backlog, AsAProductTakesTheHighestWorthPerEffortFirst) {
    const Blueprint blueprint = blueprint_of(hospital(
        strangers(3), twelve_issues,
        backlog("product",
                "parallel = 1\neffort = { dist = \"lognormal\", median = \"5 h\", p90 = \"20 h\" }")));
    for (std::uint64_t r = 0; r < 10; ++r) {
        const auto changes = one_at_a_time(blueprint, r);
        ASSERT_EQ(changes.size(), 12U);
        for (std::size_t n = 2; n < 12; ++n)
            EXPECT_GE(changes[n - 1].first / changes[n - 1].second, changes[n].first / changes[n].second)
                << r << " " << n;
    }
}

/// Whoever sees nothing of the worth takes any: the best of the other eleven comes next with probability
/// 1/11. False alarm 1e-6; 600 times see an error of 6 percentage points.
TEST(Backlog, AsAProductTakesAnythingWhereNobodySeesItsWorth) {
    const Blueprint blueprint = blueprint_of(
        hospital(strangers(2), twelve_issues,
                 backlog("product", "parallel = 1") + "[alignment]\nalone = 0\nproduct_manager = \"0 %\"\n"));
    int best_next = 0;
    for (std::uint64_t r = 0; r < 600; ++r) {
        const auto changes = one_at_a_time(blueprint, r);
        ASSERT_EQ(changes.size(), 12U);
        best_next += std::max_element(changes.begin() + 1, changes.end()) == changes.begin() + 1;
    }
    EXPECT_LT(std::abs(binomial_z(best_next, 600, 1.0 / 11)), one_in_a_million) << best_next;
}

/// What is in hand is being analysed or built: of the latter never more than `parallel`, however many
/// builders there are.
TEST(Backlog, AsAProductKeepsFewInHand) {
    for (const int parallel : {1, 2, 4}) {
        const std::string keys =
            fmt::format("parallel = {}\neffort = \"45 h\"\nanalysis = \"10 min\"", parallel);
        const History run{
            blueprint_of(replaced(hospital(strangers(3), twelve_issues, backlog("product", keys)),
                                  "staff = 1", "staff = 20")),
            0, Tracing::on};
        int in_hand = 0, most = 0;
        const auto& names = run.catalogue().event_names;
        for (const TraceRecord& record : run.result().trace) {
            const std::string& event = names[static_cast<std::size_t>(record.event)];
            in_hand += event == "work started";
            in_hand -= event == "work finished";
            most = std::max(most, in_hand);
        }
        EXPECT_EQ(most, parallel);
        EXPECT_EQ(run.scalar("changes_built"), 12);
    }
}

/// A cause takes what it takes, whoever asked first.
TEST(Backlog, AsAProductIsNotMovedByWhoAsksFirst) {
    const auto efforts = [](std::string_view reporting) {
        const std::string keys = fmt::format(
            "reporting = \"{}\"\neffort = {{ dist = \"lognormal\", median = \"5 h\", p90 = \"20 h\" }}",
            reporting);
        const History run{blueprint_of(hospital(strangers(40), twelve_issues, backlog("product", keys))), 0,
                          Tracing::on};
        std::multiset<double> all;
        for (const TraceRecord& work : run.traced("work finished")) all.insert(work.value);
        return all;
    };
    EXPECT_EQ(efforts("100 %"), efforts("50 %"));
    EXPECT_EQ(efforts("100 %").size(), 12U);
}

TEST(Backlog, LetsBeWhatOnlyAnotherProductWouldSolve) {
    for (const char* mode : {"ticket", "product"}) {
        const History run{blueprint_of(replaced(hospital(strangers(2), twelve_issues, backlog(mode)),
                                                "beyond = \"0 %\"", "beyond = \"100 %\""))};
        const bool tickets = mode == std::string_view{"ticket"};
        EXPECT_EQ(run.scalar("issues_resolved"), 0);
        EXPECT_EQ(run.scalar("changes_built"), tickets ? 24 : 0);  // nobody asks whether it helps
        EXPECT_EQ(run.scalar("changes_let_be"), tickets ? 0 : 12);
        EXPECT_NEAR(run.last("fit.phone"), 0.4, 1e-6);
    }
}

/// A Poisson process in every unit that is live. False alarm 1e-6; sees an error of 20 % of the rate.
TEST(Backlog, MeetsWishesAtTheirRate) {
    const History run{blueprint_of(hospital(
        strangers(50), one_issue, backlog("ticket", "reporting = \"0 %\"\nwishes = \"2 per month\"")))};
    const double expected =
        50 * 2 * (Duration::weeks(26) - Duration::hours(6)).in_seconds() / one_month.in_seconds();
    EXPECT_LT(std::abs(run.scalar("changes_asked") - expected) / std::sqrt(expected), one_in_a_million);
}

/// Of two technologies that a unit lives with it wishes about either as often: each wish makes an issue of
/// its own technology in the other unit. False alarm 1e-6; 600 wishes see an error of 10 percentage points.
TEST(Backlog, MeetsWishesAboutEverythingThatIsLive) {
    const std::string keys =
        "reporting = \"0 %\"\nwishes = \"30 per month\"\neffort = \"1 min\"\nspill_over = \"100 %\"";
    std::string text = hospital(strangers(2), one_issue, backlog("ticket", keys), "52 weeks");
    text = replaced(text, "[team.it]", "[technology.tablet]\npurposes = [\"messaging\"]\n[team.it]");
    text = replaced(text, "live = { kind = \"go_live\" }",
                    "live = { kind = \"go_live\", technology = \"phone\" }\n"
                    "too = { kind = \"go_live\", technology = \"tablet\" }");
    const History run{blueprint_of(text)};
    const auto all_of = [&](const std::string& technology) {
        return run.last("issues_latent." + technology) + run.last("issues_known." + technology) - 2;
    };
    const double phones = all_of("phone"), tablets = all_of("tablet");
    EXPECT_EQ(phones + tablets, run.scalar("issues_created"));
    ASSERT_GT(phones + tablets, 600);
    EXPECT_LT(std::abs(binomial_z(static_cast<int>(phones), static_cast<int>(phones + tablets), 0.5)),
              one_in_a_million);
}

TEST(Backlog, TakesAClinicianForEverySignature) {
    const History run{blueprint_of(
        hospital(strangers(4), twelve_issues,
                 backlog("ticket", "approvals = 3\napproval_time = \"2 h\"\napproval_hours = \"30 min\"")))};
    EXPECT_EQ(run.scalar("changes_asked"), 48);
    EXPECT_DOUBLE_EQ(run.scalar("clinician_hours.control"), 48 * 3 * 0.5);
    EXPECT_DOUBLE_EQ(run.scalar("cost.meetings"), 48 * 3 * 0.5 * 50);
}

/// One request of ten days' work. The first report comes before it, on Monday from eight to nine; the second,
/// of the week after, has to wait for it until the Monday after that at nine; meanwhile no third is written.
TEST(Backlog, WritesReportsBeforeItBuilds) {
    const auto days = [](std::string_view reports) {
        const History run{blueprint_of(hospital(
            strangers(1), one_issue, backlog("ticket", "effort = \"90 h\"\n" + std::string{reports})))};
        EXPECT_DOUBLE_EQ(run.scalar("cost.meetings"), reports.empty() ? 0 : 2 * 60);
        EXPECT_DOUBLE_EQ(run.scalar("cost.support"), 90 * 60);
        return run.scalar("change_days");
    };
    EXPECT_DOUBLE_EQ(days(""), 11 + 11.0 / 24);
    EXPECT_DOUBLE_EQ(days("report_time = \"1 h per week\"\n"), 14 + 3.0 / 24);
}

TEST(Backlog, PaysProductManagersThroughout) {
    for (const auto& [mode, weekly] : {std::pair{"ticket", 0}, std::pair{"product", 2 * 45 * 70}}) {
        const History run{
            blueprint_of(hospital(strangers(1), one_issue,
                                  backlog(mode, "managers = 2\nmanager_wage = \"$70 per h\""), "12 weeks"))};
        EXPECT_DOUBLE_EQ(run.scalar("cost.management"), 12 * weekly);
    }
}

/// Nobody reports anything and nobody wishes for anything.
TEST(Backlog, ThatNobodyFillsChangesNothing) {
    const auto run = [](const std::string& rest) {
        return History{
            blueprint_of(hospital(strangers(6) + units(6, 5), "", "[superusers]\n[workforce]\n" + rest)), 4};
    };
    const History without_it = run("");
    for (const char* mode : {"ticket", "product"}) {
        const History with_it = run(backlog(mode,
                                            "reporting = \"0 %\"\nmanager_wage = \"$0 per h\"\n"
                                            "report_time = \"2 h per week\"\napprovals = 2\n"));
        expect_same(outcomes_of(without_it), outcomes_of(with_it), 5000);
        EXPECT_EQ(without_it.result().fingerprint, with_it.result().fingerprint);
    }
}

}  // namespace
}  // namespace golive::model::testing
