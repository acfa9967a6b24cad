//! The claims of those who live through rollouts, each as a paired experiment under common random numbers. A
//! sign is taken for established at a false-alarm rate of 1e-4 a test; nothing here knows how the model comes
//! to it. What each means, and when it does not hold, is in docs/claims.md, whose tables these tests fill.
// SPDX-License-Identifier: Apache-2.0
#include "experiment.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace golive::claims {
namespace {

/// The same file with one key at several values.
std::vector<Option> sweep(const std::string& file, const std::string& key,
                          const std::vector<std::string>& values) {
    std::vector<Option> options;
    for (const std::string& value : values) options.push_back({value, file, {key + "=" + value}});
    return options;
}

TEST(Claims, C01EmbeddingRaisesAdoption) {
    const Experiment e{
        {{"IT by itself", "c01-silo.toml", {}},
         {"clinicians embedded", "c01-embedded.toml", {}},
         {"only the choice is joint", "c01-silo.toml", {"plan.choose.by=\"joint\""}},
         {"embedded once everything is live", "c01-embedded.toml", {"embedding.from=2027-10-04"}}},
        {"adoption_6_months", "adoption_12_months", "all_live", "cost.total"}};
    EXPECT_GT(e.difference("adoption_6_months", "clinicians embedded", "IT by itself").low, 0);
    const auto gain = e.relative_gain("adoption_6_months", "clinicians embedded", "IT by itself");
    EXPECT_LT(gain.low, 0.45) << "the claim says 30 %: reach is 15 to 45 %";
    EXPECT_GT(gain.high, 0.15);
    expect_documented("c01", e,
                      "Relative gain in adoption at six months: " + percent(gain) + " (95 % interval).");
}

TEST(Claims, C02ConsentOfEverybodyDelaysAndCostsWithoutMoreAdoption) {
    const Experiment e{{{"broad input, one decider", "c02-disciplined.toml", {}},
                        {"everyone's consent", "c02-sprawl.toml", {}},
                        {"fast, and nobody asked", "c02-no-input.toml", {}}},
                       {"all_live", "cost_to_live", "adoption_6_months"}};
    EXPECT_GT(e.difference("all_live", "everyone's consent", "broad input, one decider").low, 60) << "days";
    EXPECT_GT(e.difference("cost_to_live", "everyone's consent", "broad input, one decider").low, 0);
    EXPECT_GT(e.difference("adoption_6_months", "broad input, one decider", "fast, and nobody asked").low, 0);
    EXPECT_LT(e.difference("adoption_6_months", "everyone's consent", "broad input, one decider").low, 0);
    expect_documented("c02", e);
}

TEST(Claims, C03ReserveForRedesignHasAnOptimum) {
    const std::string share = "budget.redesign_share";
    const Experiment e{
        sweep("c03-redesign-share.toml", share, {"0 %", "5 %", "10 %", "20 %", "30 %", "40 %", "50 %"}),
        {"adoption_whole", "adoption_12_months", "purposes_in_use", "budget_overrun"}};
    for (const char* worse : {"0 %", "10 %", "50 %"})
        EXPECT_GT(e.difference("adoption_whole", "30 %", worse).low, 0) << worse;
    expect_documented("c03", e);
}

TEST(Claims, C04BuyingBeforeObservingFillsStorerooms) {
    const Experiment e{
        {{"observe, then buy", "c04-observe-first.toml", {}},
         {"buy, then see", "c04-buy-first.toml", {}},
         {"buy first, by a perfect guess", "c04-buy-first.toml", {"technology.tablet.device.guess=1"}}},
        {"storeroom_share", "idle_device_days.storeroom", "purposes_in_use", "adoption_12_months"}};
    for (const char* outcome : {"storeroom_share", "idle_device_days.storeroom"})
        EXPECT_GT(e.difference(outcome, "buy, then see", "observe, then buy").low, 0) << outcome;
    EXPECT_LT(e.difference("purposes_in_use", "buy, then see", "observe, then buy").high, 0);
    expect_documented("c04", e);
}

std::string sites(int count) {
    std::string list;
    for (int site = 1; site <= count; ++site)
        list += fmt::format("{}\"Site {:02}\"", site > 1 ? ", " : "", site);
    return "wave.everyone.units=[" + list + "]";
}

/// A change for one site is harmless where there is one and a burden where there are forty; what a product
/// manager costs is too much for one site and too little to see for forty.
TEST(Claims, C05LocalFixesBurdenOthersAndProductCrossesOver) {
    std::vector<Option> options;
    for (int count : {1, 5, 20, 40})
        for (const char* mode : {"tickets", "product"})
            options.push_back(
                {fmt::format("{}, {}", count, mode), fmt::format("c05-{}.toml", mode), {sites(count)}});
    const Experiment e{
        options, {"adoption_12_months", "issues_created", "documentation_end", "net_present_value"}, 60};
    EXPECT_LT(e.difference("net_present_value", "1, product", "1, tickets").high, 0);
    EXPECT_GT(e.difference("net_present_value", "40, product", "40, tickets").low, 0);
    EXPECT_GT(
        e.interaction("adoption_12_months", "40, product", "40, tickets", "1, product", "1, tickets").high,
        0);
    EXPECT_GT(e.mean("40, tickets", "issues_created") / 40, 10 * e.mean("1, tickets", "issues_created"));
    expect_documented("c05", e);
}

TEST(Claims, C06AProductManagerPicksWhatCutsAfterHours) {
    const Experiment e{
        {{"tickets", "c06-tickets.toml", {}},
         {"product", "c06-product.toml", {}},
         {"product, seeing nothing",
          "c06-product.toml",
          {"alignment.alone=0.01", "alignment.product_manager=0 %", "alignment.superusers=0 %"}}},
        {"after_hours_end", "change_worth_per_100_hours", "changes_built", "issues_created"}};
    EXPECT_LT(e.difference("after_hours_end", "product", "tickets").high, 0);
    EXPECT_GT(e.difference("change_worth_per_100_hours", "product", "tickets").low, 0);
    EXPECT_LT(e.difference("changes_built", "product", "tickets").high, 0);
    expect_documented("c06", e);
}

TEST(Claims, C07OnePlatformGivesTimeBackAfterRetirement) {
    const Experiment e{
        {{"old systems kept", "c07-kept.toml", {}}, {"old systems retired", "c07-platform.toml", {}}},
        {"documentation_end", "after_hours_end", "systems_end", "adoption_12_months"}};
    EXPECT_GT(e.mean("old systems kept", "documentation_end"), 0) << "before retirement it costs time";
    EXPECT_LT(e.difference("documentation_end", "old systems retired", "old systems kept").high, -5)
        << "minutes";
    expect_documented("c07", e);
}

TEST(Claims, C08SuperusersCutThePeakAndReturnsDiminish) {
    const Experiment e{
        sweep("c08-superusers.toml", "superusers.share", {"0 %", "5 %", "10 %", "15 %", "20 %"}),
        {"help_peak", "adopted_hesitant", "adoption_12_months"}};
    EXPECT_LT(e.difference("help_peak", "10 %", "0 %").high, 0);
    EXPECT_GT(e.difference("adopted_hesitant", "10 %", "0 %").low, 0);
    EXPECT_LT(e.interaction("help_peak", "10 %", "0 %", "20 %", "10 %").high, 0)
        << "the second tenth does less";
    expect_documented("c08", e);
}

TEST(Claims, C09MandatesHurtMostWhereNobodyOwnsTheRoadmap) {
    const Experiment e{{{"nobody in charge, no mandates", "c09-no-mandates.toml", {}},
                        {"nobody in charge, mandates", "c09-mandates.toml", {}},
                        {"digital officer, no mandates", "c09-officer-no-mandates.toml", {}},
                        {"digital officer, mandates", "c09-officer.toml", {}}},
                       {"all_live", "mandates_late", "adoption_12_months"}};
    EXPECT_GT(e.difference("all_live", "nobody in charge, mandates", "nobody in charge, no mandates").low, 0);
    EXPECT_GT(e.interaction("all_live", "nobody in charge, mandates", "nobody in charge, no mandates",
                            "digital officer, mandates", "digital officer, no mandates")
                  .low,
              0);
    EXPECT_LT(e.difference("mandates_late", "digital officer, mandates", "nobody in charge, mandates").high,
              0);
    expect_documented(
        "c09", e,
        "What mandates cost in days more where nobody is in charge: " +
            plain(e.interaction("all_live", "nobody in charge, mandates", "nobody in charge, no mandates",
                                "digital officer, mandates", "digital officer, no mandates")) +
            " (99.98 % interval).");
}

TEST(Claims, C10ThereIsABestLeadTimeForTraining) {
    std::vector<Option> options;
    for (int weeks : {1, 3, 6, 12, 26})
        options.push_back({fmt::format("{} weeks", weeks),
                           "c10-training-lead.toml",
                           {fmt::format("plan.train.start={} weeks before target", weeks)}});
    const Experiment e{options, {"adoption_whole", "adoption_6_months", "all_live"}};
    EXPECT_GT(e.difference("adoption_whole", "6 weeks", "1 weeks").low, 0) << "late training blocks the gate";
    EXPECT_GT(e.difference("adoption_whole", "6 weeks", "26 weeks").low, 0) << "early training is forgotten";
    expect_documented("c10", e);
}

TEST(Claims, C11OverloadedUnitsFallBehind) {
    const Experiment e{
        {{"both sites at the norm", "c11-even.toml", {}}, {"south overloaded", "c11-overloaded.toml", {}}},
        {"adoption_12_months", "spread_sites", "burnout_end", "resignations"}};
    EXPECT_LT(e.difference("adoption_12_months", "south overloaded", "both sites at the norm").high, 0);
    for (const char* outcome : {"spread_sites", "burnout_end", "resignations"})
        EXPECT_GT(e.difference(outcome, "south overloaded", "both sites at the norm").low, 0) << outcome;
    expect_documented("c11", e);
}

TEST(Claims, C12TheWillingFirstBeatsTheHardestFirst) {
    const Experiment e{{{"hardest first", "c12-hardest-first.toml", {}},
                        {"willing first", "c12-willing-first.toml", {}},
                        {"hardest first, nobody hears", "c12-hardest-first.toml", {"early_wins.rate=0"}},
                        {"willing first, nobody hears", "c12-willing-first.toml", {"early_wins.rate=0"}}},
                       {"adoption_6_months", "adoption_12_months", "adoption_end"},
                       400};
    EXPECT_GT(e.difference("adoption_6_months", "willing first", "hardest first").low, 0);
    expect_documented("c12", e);
}

TEST(Claims, C13MeasuringAdoptionBeatsMeasuringUptime) {
    const Experiment e{{{"uptime", "c13-uptime.toml", {}},
                        {"adoption", "c13-adoption.toml", {}},
                        {"adoption, and nobody to send", "c13-adoption.toml", {"measuring.units=0"}}},
                       {"adoption_12_months", "gini_units", "cost.total"}};
    EXPECT_GT(e.difference("adoption_12_months", "adoption", "uptime").low, 0);
    EXPECT_LT(e.difference("gini_units", "adoption", "uptime").high, 0);
    expect_documented("c13", e);
}

TEST(Claims, C14MoreControlIsMoreBurdenAndNoMoreThroughput) {
    const Experiment e{{{"no extra control", "c14-lean.toml", {}},
                        {"three signatures and a report", "c14-control.toml", {}},
                        {"six signatures, two hours of reports",
                         "c14-control.toml",
                         {"backlog.approvals=6", "backlog.report_time=2 h per week"}}},
                       {"changes_built", "change_days", "clinician_hours.control", "adoption_end"}};
    EXPECT_LT(e.difference("changes_built", "three signatures and a report", "no extra control").low, 0)
        << "throughput does not rise";
    EXPECT_GT(e.difference("change_days", "three signatures and a report", "no extra control").low, 0);
    EXPECT_GT(
        e.difference("clinician_hours.control", "three signatures and a report", "no extra control").low, 0);
    expect_documented("c14", e);
}

}  // namespace
}  // namespace golive::claims
