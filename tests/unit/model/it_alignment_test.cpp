//! M2, alignment: what sustains it, how fast it moves, and what it does to what deciders see.
// SPDX-License-Identifier: Apache-2.0
#include "model/it_alignment.hpp"

#include "model/mechanisms.hpp"
#include "outcomes.hpp"
#include "probe.hpp"

#include <golive/random/normal.hpp>

namespace golive::model::testing {
namespace {

TEST(StillMissing, IsTheSameInWhateverOrderSourcesCome) {
    EXPECT_EQ(still_missing(0.75, 0), 0.75);
    EXPECT_EQ(still_missing(0.75, 1), 0);
    EXPECT_DOUBLE_EQ(still_missing(still_missing(0.75, 0.5), 0.25),
                     still_missing(still_missing(0.75, 0.25), 0.5));
}

TEST(WeeklyShareOfWay, IsHalfInAHalfLifeOfAWeekAndComposes) {
    EXPECT_DOUBLE_EQ(weekly_share_of_way(1), 0.5);
    for (const double half_life : {2.0, 5.0, 26.0})
        EXPECT_NEAR(std::pow(1 - weekly_share_of_way(half_life), half_life), 0.5, 1e-12);
    EXPECT_DOUBLE_EQ(weekly_share_of_way(0), 1);  // at once
}

/// With independent z and noise of variance 1 it has variance 1, too, and correlation rho with z.
TEST(PerceivedValue, IsAsSpreadAsTheTrueOne) {
    for (const double rho : {0.0, 0.3, 0.8, 1.0}) {
        const double of_z = perceived_value(rho, 1, 0);
        const double of_noise = perceived_value(rho, 0, 1);
        EXPECT_EQ(of_z, rho);
        EXPECT_NEAR(of_z * of_z + of_noise * of_noise, 1, 1e-15);
        EXPECT_NEAR(perceived_value(rho, 2, -3), 2 * of_z - 3 * of_noise, 1e-15);
    }
}

TEST(VoteOfAlignment, IsNoneHalfWay) {
    EXPECT_EQ(vote_of_alignment(1.6, 0.5), 0);
    EXPECT_DOUBLE_EQ(vote_of_alignment(1.6, 1), 0.8);
    EXPECT_DOUBLE_EQ(vote_of_alignment(1.6, 0), -0.8);
}

constexpr std::string_view alone = R"(
[alignment]
alone = 0.3
embedded = "50 %"
superusers = "20 %"
product_manager = "40 %"
measuring = "10 %"
half_life = "4 weeks"
vote = 1.6
)";

std::string hospital(std::string_view rest, std::string_view horizon = "52 weeks") {
    return starting(horizon) + std::string{everyday_nurse} + one_unit(10) +
           "[technology.phone]\npurposes = [\"messaging\"]\n[team.it]\nstaff = 1\n" + std::string{rest};
}

/// Embedded clinicians come on Monday of the ninth week and are there for nine weeks: half of the way to what
/// they sustain in every four, and back.
TEST(Alignment, GoesHalfOfTheWayInAHalfLife) {
    const History run{
        blueprint_of(hospital(std::string{alone} + "[embedding]\nfrom = 2027-03-01\nuntil = 2027-05-02\n"))};
    const std::vector<double> rho = run.series("alignment");
    const double sustained = 1 - 0.7 * 0.5;
    double peak = 0;
    for (std::size_t week = 0; week < rho.size(); ++week) {
        double expected = 0.3;
        if (week >= 8 && week < 17)
            expected = peak = sustained + (0.3 - sustained) * std::exp2(-(static_cast<double>(week) - 7) / 4);
        if (week >= 17) expected = 0.3 + (peak - 0.3) * std::exp2(-(static_cast<double>(week) - 16) / 4);
        EXPECT_NEAR(rho[week], expected, 1e-6) << week;
    }
}

/// Each source closes its share of what the others have left open. Whatever is there from the start has long
/// been at work.
TEST(Alignment, IsSustainedByItsSources) {
    const std::string embedded = "[embedding]\n", product = "[backlog]\nmode = \"product\"\n",
                      measuring = "[measuring]\n";
    const auto at_start = [](const std::string& sources) {
        const std::vector<double> rho =
            History{blueprint_of(hospital(std::string{alone} + sources, "8 weeks"))}.series("alignment");
        for (const double week : rho) EXPECT_EQ(week, rho.front());
        return rho.front();
    };
    EXPECT_NEAR(at_start(""), 0.3, 1e-6);
    EXPECT_NEAR(at_start(embedded), 1 - 0.7 * 0.5, 1e-6);
    EXPECT_NEAR(at_start(product), 1 - 0.7 * 0.6, 1e-6);
    EXPECT_NEAR(at_start(measuring), 1 - 0.7 * 0.9, 1e-6);
    EXPECT_NEAR(at_start(embedded + product + measuring), 1 - 0.7 * 0.5 * 0.6 * 0.9, 1e-6);
    EXPECT_NEAR(at_start("[backlog]\nmode = \"ticket\"\n[measuring]\nwhat = \"uptime\"\n"), 0.3, 1e-6);
    EXPECT_NEAR(at_start("[embedding]\nclinicians = 0\n"), 0.3, 1e-6);
    EXPECT_NEAR(at_start("[superusers]\n"), 0.3, 1e-6);  // nobody has been chosen yet
}

/// They are chosen on the first morning, after that week has begun.
TEST(Alignment, GrowsWithSuperusersFromWhenTheyAreChosen) {
    const std::vector<double> rho =
        History{blueprint_of(
                    hospital(std::string{alone} + "[superusers]\n[plan]\nlive = { kind = \"go_live\" }\n"))}
            .series("alignment");
    for (std::size_t week = 0; week < rho.size(); ++week)
        EXPECT_NEAR(rho[week], 0.44 - 0.14 * std::exp2(-static_cast<double>(week) / 4), 1e-6) << week;
}

Blueprint aligned(double rho) {
    return blueprint_of(hospital(fmt::format("[alignment]\nalone = {}\nvote = 1.6\n", rho)));
}

/// Of standard normal values: perceived ones are standard normal, too, and correlated by rho. False alarm
/// 1e-6 each; 40 000 values see an error of 0.03.
TEST(Alignment, IsTheCorrelationOfPerceivedWithTrueValues) {
    constexpr random::Draw truth{"test.truth"}, perception{"test.perception"};
    for (const double rho : {0.0, 0.35, 0.9}) {
        const Blueprint blueprint = aligned(rho);
        Probe hospital{blueprint, seed, 0};
        Estimate product, perceived, squares;
        for (std::uint64_t n = 0; n < 40'000; ++n) {
            const random::EntityKey who = random::EntityKey{"request"}.child(n);
            auto engine = hospital.world().streams.variate(truth, who);
            const double z = random::standard_normal(engine);
            const double seen = hospital.the<ItAlignment>().perceived(z, perception, who);
            product.add(z * seen);
            perceived.add(seen);
            squares.add(seen * seen);
        }
        EXPECT_LT(std::abs(product.z(rho)), one_in_a_million) << rho;
        EXPECT_LT(std::abs(perceived.z(0)), one_in_a_million) << rho;
        EXPECT_LT(std::abs(squares.z(1)), one_in_a_million) << rho;
    }
}

TEST(Alignment, OfTheWhollyAlignedSeesTheTruth) {
    const Blueprint full = aligned(1), no_section = blueprint_of(hospital(""));
    for (const Blueprint* blueprint : {&full, &no_section}) {
        Probe hospital{*blueprint, seed, 0};
        for (const double z : {-3.0, 0.0, 0.7})
            EXPECT_EQ(hospital.the<ItAlignment>().perceived(z, random::Draw{"test"}, random::EntityKey{"x"}),
                      z);
    }
}

/// What is misjudged stays misjudged: the same request looks the same until alignment changes.
TEST(Alignment, MisjudgesARequestTheSameWayEveryTime) {
    const Blueprint blueprint = aligned(0.5);
    Probe hospital{blueprint, seed, 0};
    const auto seen = [&](double z, const char* who) {
        return hospital.the<ItAlignment>().perceived(z, random::Draw{"test"}, random::EntityKey{who});
    };
    EXPECT_EQ(seen(1, "a"), seen(1, "a"));
    EXPECT_NEAR(seen(2, "a") - seen(0, "a"), 2 * 0.5, 1e-12);
    EXPECT_NE(seen(1, "a"), seen(1, "b"));
}

/// From none to full alignment a vote's log odds grow by `vote`: one member decides by himself at the first
/// meeting. Of no opinion otherwise, they approve with the logistic of half of it. False alarm 1e-6; 2000
/// meetings see an error of 5 percentage points.
TEST(Alignment, MovesVotes) {
    const std::string board =
        "[governance]\ndiscovery_evidence = 0\nsize_penalty = 0\n"
        "[body.board]\nmembers = { clinical = 1 }\nattendance = \"100 %\"\napproval = \"50 %\"\n"
        "meets = \"every 1 week\"\nother_items = \"0 per month\"\n"
        "[plan]\ndecide = { kind = \"decision\", bodies = [\"board\"] }\n";
    for (const double rho : {0.0, 0.5, 1.0}) {
        const Blueprint blueprint = blueprint_of(
            hospital(fmt::format("[alignment]\nalone = {}\nvote = 1.6\n", rho) + board, "2 weeks"));
        Probe hospital{blueprint, seed, 0};
        EXPECT_NEAR(hospital.the<ItAlignment>().vote(), 0.8 * (2 * rho - 1), 1e-12);
        int approved = 0;
        constexpr int meetings = 2000;
        for (std::uint64_t r = 0; r < meetings; ++r)
            approved += !std::isnan(History{blueprint, r}.instance("decide/network").finished);
        EXPECT_LT(std::abs(binomial_z(approved, meetings, 1 / (1 + std::exp(-0.8 * (2 * rho - 1))))),
                  one_in_a_million)
            << rho << " " << approved;
    }
}

/// Choosers, voters and product managers who see everything anyway, and whose votes do not care.
TEST(Alignment, OfNoConsequenceChangesNothing) {
    const auto run = [](const std::string& rest) {
        const std::string text =
            starting("52 weeks") + std::string{everyday_nurse} + units(8, 10) +
            "[technology.phone]\npurposes = [\"messaging\"]\n[team.it]\nstaff = "
            "2\n[superusers]\n[embedding]\n"
            "[body.board]\nmembers = { clinical = 5 }\n[backlog]\nmode = \"product\"\nwishes = \"2 per "
            "month\"\n"
            "[plan]\nchoose = { kind = \"select\", by = \"joint\" }\n"
            "decide = { kind = \"decision\", bodies = [\"board\"], after = [\"choose\"] }\n"
            "live = { kind = \"go_live\", after = [\"decide\"] }\n";
        return History{blueprint_of(text + rest), 4};
    };
    const History without_it = run(""), with_it = run("[alignment]\nalone = 1\nvote = 0\n");
    expect_same(outcomes_of(without_it), outcomes_of(with_it), 5000);
    EXPECT_EQ(without_it.result().fingerprint, with_it.result().fingerprint);
    EXPECT_GT(with_it.scalar("changes_built"), 0);
    EXPECT_NE(without_it.result().fingerprint, run("[alignment]\nalone = 0.2\n").result().fingerprint);
}

}  // namespace
}  // namespace golive::model::testing
