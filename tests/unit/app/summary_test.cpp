//! The sentence that a run ends with, for results made by hand.
// SPDX-License-Identifier: Apache-2.0
#include "app/simulate/summary.hpp"

#include "app/simulate/run_conclusion.hpp"
#include "program.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <limits>
#include <nlohmann/json.hpp>

#include <golive/store/results_file.hpp>
#include <golive/store/results_writer.hpp>

namespace golive::app {
namespace {

using model::Reading;
using model::Subject;
using testing::HasSubstr;

constexpr double never = std::numeric_limits<double>::quiet_NaN();

/// Ten replications of one wave: its go-live, in days since 4 January 2027, the use half a year later, and
/// the devices in store, and whatever else.
struct Sample {
    std::vector<double> live, use, stored;
    std::vector<std::pair<model::ScalarInfo, std::vector<double>>> more{};
};

class Summary : public ProgramTest {
 protected:
    [[nodiscard]] store::ResultsFile results(const Sample& sample) {
        const auto file = folder() / "results.h5";
        store::Provenance from = store::provenance_of_this_program();
        from.seed = 1;
        from.replications_asked = sample.live.size();
        from.start_date = *Date::parse("2027-01-04");
        from.currency = "USD";
        model::Catalogue catalogue;
        catalogue.weeks = 52;
        catalogue.members[0] = {"network"};
        catalogue.scalars = {{"go-live/everyone", "day", "", Reading::date},
                             {"all_live", "day", "", Reading::date}};
        catalogue.instances = {{"go-live/everyone", "go-live", "go_live", "everyone", 69.0}};
        if (!sample.use.empty())
            catalogue.scalars.push_back({"adoption_6_months", "1", "use", Reading::share});
        if (!sample.stored.empty())
            catalogue.scalars.push_back({"storeroom_share", "1", "stored", Reading::share});
        for (const auto& [info, values] : sample.more) catalogue.scalars.push_back(info);
        store::ResultsWriter writer{file, from, catalogue, store::Overwrite::yes};
        for (std::size_t i = 0; i < sample.live.size(); ++i) {
            model::Result result;
            result.replication = i;
            result.scalars = {sample.live[i], sample.live[i]};
            if (!sample.use.empty()) result.scalars.push_back(sample.use[i]);
            if (!sample.stored.empty()) result.scalars.push_back(sample.stored[i]);
            for (const auto& [info, values] : sample.more) result.scalars.push_back(values[i]);
            result.instances = {{}};
            writer.accept(result);
        }
        batch::Outcome outcome;
        outcome.delivered = sample.live.size();
        writer.finish(outcome);
        return store::ResultsFile{file};
    }
};

TEST_F(Summary, SaysWhenHowMuchAndHowManyLieIdle) {
    // P80 of 60, 61 ... 70 is 68: 13 March 2027. Use is 0.5 to 0.6, mean 0.55.
    Sample sample;
    for (int i = 0; i <= 10; ++i) {
        sample.live.push_back(60.0 + i);
        sample.use.push_back(0.5 + 0.01 * i);
        sample.stored.push_back(0.23);
    }
    EXPECT_EQ(headline(results(sample)),
              "80 % chance that every wave is live by 13 March 2027; 6 months later 55 % of opportunities "
              "(51-59 %) use the "
              "new technology; 23 % of devices are in a storeroom.");
}

TEST_F(Summary, SaysHowLikelyItIsWhereTheDateIsBeyondTheHorizon) {
    const Sample sample{{60, 61, 62, 63, 64, 65, never, never, never, never}, {}, {}};
    EXPECT_EQ(headline(results(sample)),
              "Only 60 % chance that every wave is live by the end of the horizon, 3 January 2028.");
    EXPECT_THAT(summary_text(results(sample), std::string::npos),
                HasSubstr("later: after the end of the horizon"));
}

TEST_F(Summary, SaysSoWhereItNeverHappens) {
    EXPECT_EQ(headline(results({{never, never}, {}, {}})),
              "Not once was every wave live by the end of the horizon, 3 January 2028.");
}

TEST_F(Summary, SaysInHowManyFuturesThereIsUseToSpeakOf) {
    const Sample sample{{60, 61, 62, 63, 64}, {0.5, 0.5, 0.5, 0.5, never}, {}};
    EXPECT_THAT(headline(results(sample)),
                HasSubstr("6 months later 50 % of opportunities use the new technology in the 80 % of "
                          "futures that get so far"));
}

TEST_F(Summary, LeavesOutWhatAScenarioDoesNotHave) {
    EXPECT_EQ(headline(results({{69, 69}, {}, {}})), "80 % chance that every wave is live by 14 March 2027.");
}

TEST_F(Summary, ListsEachWaveWithItsTarget) {
    const std::string text = summary_text(results({{69, 69, never}, {}, {}}), std::string::npos);
    EXPECT_THAT(
        text, testing::ContainsRegex("everyone +14 Mar 2027 +14 Mar 2027 +14 Mar 2027 +later +later +67 %"));
}

TEST_F(Summary, ListsMoneyAndHoursThatWereSpentInAnyFuture) {
    const std::string text = summary_text(
        results({{69, 69},
                 {},
                 {},
                 {{{"cost.it_labour", "USD", "spent on IT labour", Reading::money, Subject::cost}, {0, 40}},
                  {{"cost.mandates", "USD", "spent on mandates", Reading::money}, {0, 0}},
                  {{"clinician_hours.control", "hour", "signatures", Reading::hours}, {0, 0}},
                  {{"net_present_value", "USD", "worth", Reading::money, Subject::value}, {-5, 5}},
                  {{"issues_created", "1", "issues made", Reading::number}, {0, 0}}}}),
        std::string::npos);
    EXPECT_THAT(text, testing::ContainsRegex("\nCost +mean +P10 to P90\ncost: IT labour +\\$20 "));
    EXPECT_THAT(text, testing::ContainsRegex("\nValue +mean +P10 to P90\nnet present value +\\$0 "));
    EXPECT_THAT(text, testing::ContainsRegex("\nissues created +0 +0  issues made\n"));
    EXPECT_THAT(text, testing::Not(HasSubstr("mandates")));
    EXPECT_THAT(text, testing::Not(HasSubstr("signatures")));
}

TEST_F(Summary, ListsDatesThatAreNoGoLivesAmongTheRest) {
    const std::string text = summary_text(
        results({{69, 69}, {}, {}, {{{"payback", "day", "paid back", Reading::date}, {365, 365}}}}),
        std::string::npos);
    EXPECT_THAT(text, testing::ContainsRegex("\npayback +4 Jan 2028 +4 Jan 2028  paid back\n"));
    EXPECT_THAT(text, testing::Not(HasSubstr("all live")));
}

TEST_F(Summary, GivesEveryNumberOfTheModelASubject) {
    const Ran ran = golive("run " GOLIVE_SOURCE_DIR "/tests/support/every_section.toml -n 2");
    EXPECT_EQ(ran.status, 0) << ran.err;
    for (const char* subject : {"Plan", "Use", "People", "Time", "Devices", "Help desk", "Decisions",
                                "Changes", "Portfolio", "Cost", "Value", "Equity"})
        EXPECT_THAT(ran.out, testing::ContainsRegex(fmt::format("\n{} +mean", subject)));
    EXPECT_THAT(ran.out, testing::Not(HasSubstr("\nOther ")));
}

TEST_F(Summary, GivesNullForWhatIsBeyondTheHorizonInJson) {
    const auto json = nlohmann::json::parse(summary_json(results({{69, 69, never}, {}, {}})));
    EXPECT_EQ(json["scalars"][1]["dates"]["p50"], "2027-03-14");
    EXPECT_TRUE(json["scalars"][1]["dates"]["p90"].is_null());
    EXPECT_TRUE(json["scalars"][1]["p90"].is_null());
}

class Conclusion : public Summary {
 protected:
    /// What `golive run` says after this outcome.
    [[nodiscard]] Ran concluded(const batch::Outcome& outcome) {
        const store::ResultsFile file = results({{69, 69, 69}, {}, {}});
        const RunOrder order{
            .scenario = "a.toml", .output = file.path(), .replications = 5, .seed = 3, .format = "text"};
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        const ExitStatus status = conclude(order, outcome, UntilWatch{{}, Wording{Date{}, "USD"}});
        std::string out = testing::internal::GetCapturedStdout();
        return {static_cast<int>(status), std::move(out), testing::internal::GetCapturedStderr()};
    }
};

TEST_F(Conclusion, NamesFailedReplicationsWithTheirSeedAndKeepsTheOthers) {
    batch::Outcome outcome;
    outcome.delivered = 3;
    outcome.failures = {{1, "broken invariant: x"}, {4, "out of memory"}};
    const Ran ran = concluded(outcome);
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("error: replication 1 failed (seed 3): broken invariant: x\n"));
    EXPECT_THAT(ran.err, HasSubstr("error: replication 4 failed (seed 3): out of memory\n"));
    EXPECT_THAT(ran.err, HasSubstr("2 replications of 5 failed; the others are kept"));
    EXPECT_THAT(ran.out, HasSubstr("3 replications"));
}

TEST_F(Conclusion, TellsTheFirstTenOfManyFailures) {
    batch::Outcome outcome;
    for (std::uint64_t i = 0; i < 12; ++i) outcome.failures.push_back({i, "x"});
    EXPECT_THAT(concluded(outcome).err, HasSubstr("... and 2 more, all of them in the results file"));
}

TEST_F(Conclusion, OfARunStoppedBeforeItsFirstReplicationPromisesNoFile) {
    batch::Outcome outcome;
    outcome.stopped = true;
    EXPECT_FALSE(worth_keeping(outcome));
    const Ran ran = concluded(outcome);
    EXPECT_EQ(ran.status, 75);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("nothing was written"));
}

}  // namespace
}  // namespace golive::app
