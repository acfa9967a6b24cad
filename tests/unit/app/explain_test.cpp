//! `golive explain`: what it tells, in text and for programs, and what it does when it is stopped or cannot.
// SPDX-License-Identifier: Apache-2.0
#include "../report/results_files.hpp"
#include "program.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <map>
#include <nlohmann/json.hpp>

namespace golive::app {
namespace {

using testing::HasSubstr;
using testing::Not;

class Explain : public ProgramTest {
 protected:
    void SetUp() override { ASSERT_EQ(golive(std::string{"run "} + clinic + " -n 30 -q -o r.h5").status, 0); }
};

TEST_F(Explain, SaysWhereTheTimeWentWhatWouldHelpAndWhyPeopleGaveUp) {
    const Ran ran = golive("explain r.h5 --futures 10");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("\nWhere the time went, on the way to the last go-live"));
    EXPECT_THAT(ran.out, HasSubstr("\nWhat it hung on: "));
    EXPECT_THAT(ran.out, HasSubstr("\nWhat would help: the same 10 futures again"));
    EXPECT_THAT(ran.out, HasSubstr("\nWhy people gave up: "));
    EXPECT_THAT(ran.out, Not(testing::ContainsRegex("[-+]0\\.0")));
    EXPECT_THAT(ran.err, HasSubstr("10 futures without delivery, smartphone\n"));
    EXPECT_EQ(golive("explain r.h5 --futures 10 -q").err, "");
}

TEST_F(Explain, GivesTheSameWhateverTheThreads) {
    EXPECT_EQ(golive("explain r.h5 --futures 10 -q -j 1").out,
              golive("explain r.h5 --futures 10 -q -j 3").out);
}

TEST_F(Explain, SimulatesNothingWhenToldSo) {
    const Ran ran = golive("explain r.h5 --futures 0");
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err, "");
    EXPECT_THAT(ran.out, Not(HasSubstr("What would help")));
}

TEST_F(Explain, OfOneFutureClaimsNoInterval) {
    const Ran ran = golive("explain r.h5 --futures 1 -q");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, HasSubstr("the same 1 future again"));
    EXPECT_THAT(ran.out, Not(testing::ContainsRegex("inf|nan")));
    EXPECT_THAT(ran.out, HasSubstr("no gain can be told from chance with so few futures"));
}

TEST_F(Explain, InJsonAddsUpToTheGoLive) {
    const Ran ran = golive("explain r.h5 --futures 10 --top 2 --format json -q");
    const auto json = nlohmann::json::parse(ran.out);
    EXPECT_EQ(json["replications"], 30);
    double days = 0;
    for (const auto& [cause, spent] : json["last"]["cause_days"].items()) days += spent.get<double>();
    EXPECT_NEAR(days, json["last"]["elapsed_days"].get<double>(), 1e-6);
    EXPECT_EQ(json["go_lives"].size(), 1U);
    ASSERT_EQ(json["relief"].size(), 2U);
    EXPECT_GE(json["relief"][0]["attributed_days"], json["relief"][1]["attributed_days"]);
    double times = 0;
    for (const auto& [reason, of_it] : json["giving_up"]["everyone"]["reasons"].items())
        times += of_it.get<double>();
    EXPECT_NEAR(times, json["giving_up"]["everyone"]["times"].get<double>(), 1e-6);
    EXPECT_EQ(json["giving_up"]["units"].size(), 3U);
}

TEST_F(Explain, InCsvHasTheSameDaysStepByStep) {
    const auto json = nlohmann::json::parse(golive("explain r.h5 --futures 0 --format json").out);
    std::istringstream csv{golive("explain r.h5 --futures 0 --format csv").out};
    std::string line;
    std::getline(csv, line);
    EXPECT_EQ(line, "go_live,futures,activity,step,cause,mean_days");
    double days = 0;
    while (std::getline(csv, line)) days += std::stod(line.substr(line.rfind(',') + 1));
    EXPECT_NEAR(days, json["go_lives"][0]["elapsed_days"].get<double>(), 1e-6);
}

TEST_F(Explain, SaysSoWhereItsTextCannotBePrinted) {
    const Ran ran = shell(std::string{GOLIVE_PROGRAM} + " explain r.h5 --futures 0 >/dev/full");
    EXPECT_EQ(ran.status, 74);
    EXPECT_THAT(ran.err, HasSubstr("error: "));
}

TEST_F(Explain, StoppedTellsWhatIsDone) {
    // Eight times two thousand futures on one thread take seconds: the signal comes at the first.
    ASSERT_EQ(golive(std::string{"run "} + clinic + " -n 2000 -q -o long.h5").status, 0);
    const Ran ran = shell(std::string{"("} + GOLIVE_PROGRAM +
                          " explain long.h5 --futures 2000 --top 8 -j 1 2>.told & p=$!\n"
                          "until grep -q futures .told; do sleep 0.02; done\n"
                          "kill -TERM $p; wait $p; status=$?; cat .told >&2; rm -f .told; exit $status)");
    EXPECT_EQ(ran.status, 75);
    EXPECT_THAT(ran.out, HasSubstr("Where the time went"));
    EXPECT_THAT(ran.err, HasSubstr("Stopped before all kinds of waiting had been tried"));
}

/// Files that no run of this program leaves behind.
class ExplainWritten : public report::ResultsFiles {
 protected:
    [[nodiscard]] Ran explain(const std::filesystem::path& file, const std::string& options) const {
        const auto out = (folder() / "out").string(), err = (folder() / "err").string();
        const int status = std::system(fmt::format("{} explain {} {} >{} 2>{} </dev/null", GOLIVE_PROGRAM,
                                                   file.string(), options, out, err)
                                           .c_str());
        return {WEXITSTATUS(status), content_of(out), content_of(err)};
    }
};

TEST_F(ExplainWritten, RefusesAFileWithoutReplications) {
    const Ran ran = explain(write({.text = report::phones(report::one_wave), .replications = 0}), "");
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("holds no replication"));
}

TEST_F(ExplainWritten, SaysSoWhereNothingGoesLive) {
    const Ran ran = explain(write({.text = report::without_go_live()}), "--futures 5");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("Nothing goes live in this plan"));
    EXPECT_THAT(ran.out, HasSubstr("Nobody gave the technology up"));
    const auto json = nlohmann::json::parse(
        explain(write({.text = report::without_go_live()}), "--futures 5 --format json").out);
    EXPECT_TRUE(json["go_lives"].is_array());
    EXPECT_TRUE(json["go_lives"].empty());
}

TEST_F(ExplainWritten, SaysWhatHoldsUpWhatNeverGoesLive) {
    std::string text = report::phones(report::one_wave);
    text.replace(text.find("start = \"at target\" }"), 21,
                 "start = \"at target\", needs = { adopted = \"90 %\" } }");
    const Ran ran = explain(write({.text = text}), "--futures 5 -q");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("In no future did everything go live"));
    EXPECT_THAT(ran.out, testing::ContainsRegex(
                             "What holds up the 100 % of futures[^\n]*\n +100 %  live  gate: adoption"));
}

TEST_F(ExplainWritten, TellsWhatItCanOfAScenarioThatItCannotRead) {
    const Ran ran = explain(write({.text = report::phones(report::two_waves),
                                   .provenance =
                                       [](store::Provenance& from) {
                                           from.resolved_text += "\n[novelty]\nx = 1\n";
                                           from.version = "99.0";
                                       }}),
                            "");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, HasSubstr("Where the time went"));
    EXPECT_THAT(ran.err, HasSubstr("golive 99.0 wrote it"));
}

/// A base that is simulated again, where the file's futures are another program's.
TEST_F(ExplainWritten, SimulatesTheBaseAgainWhereItsFuturesAreOthers) {
    const Ran ran = explain(write({.text = report::phones(report::one_wave),
                                   .result = [](model::Result& result) { result.fingerprint ^= 1U; }}),
                            "--futures 4");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.err, HasSubstr("bit for bit"));
    EXPECT_THAT(ran.err, HasSubstr("4 futures as it is\n"));
    EXPECT_THAT(ran.out, HasSubstr("the same 4 futures again"));
}

TEST_F(ExplainWritten, PairsFuturesAcrossThoseThatFailed) {
    const Ran ran = explain(write({.text = report::phones(report::one_wave), .failed = {0, 2}}),
                            "--futures 6 -q --format json");
    ASSERT_EQ(ran.status, 0) << ran.err;
    // Of the first six futures in the file (1 and 3 to 7), those that were simulated again: 1 and 3 to 6.
    const auto json = nlohmann::json::parse(ran.out);
    ASSERT_FALSE(json["relief"].empty());
    for (const auto& row : json["relief"]) EXPECT_EQ(row["futures"], 5);
}

}  // namespace
}  // namespace golive::app
