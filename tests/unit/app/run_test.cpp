//! `golive run` on the smallest example: what it writes, what it says, and what it never touches.
// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <golive/store/results_file.hpp>

namespace golive::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

class Run : public ProgramTest {
 protected:
    [[nodiscard]] Ran run(const std::string& options) const {
        return golive(std::string{"run "} + clinic + " -n 6 " + options);
    }
};

TEST_F(Run, AnswersWithASentenceAndNamesTheResultsAfterTheScenario) {
    const Ran ran = run("");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, testing::ContainsRegex(
                             "^[^\n]*chance that every wave is live by [0-9]+ [A-Z][a-z]+ 20[0-9][0-9]"));
    EXPECT_THAT(ran.out, HasSubstr("\nResults:   one-clinic.h5 (6 replications in "));
    EXPECT_THAT(ran.out, HasSubstr("seed 1)"));
    EXPECT_THAT(ran.out, HasSubstr(std::string{"\nReproduce: golive run "} + clinic + " --seed 1 -n 6\n"));
    EXPECT_EQ(ran.err, "");  // a short run that is not on a terminal has nothing to report
    EXPECT_EQ(store::ResultsFile{folder() / "one-clinic.h5"}.replications().size(), 6U);
    EXPECT_EQ(files(), 1U);
}

TEST_F(Run, RecordsWhatWasAskedFor) {
    EXPECT_EQ(run("--seed 0x2a --trace 1,4-5 --set team.it.staff=4 --horizon '8 months' -o out.h5").status,
              0);
    const store::ResultsFile results{folder() / "out.h5"};
    EXPECT_EQ(results.provenance().seed, 42U);
    EXPECT_EQ(results.traced(), (std::vector<std::uint64_t>{1, 4, 5}));
    EXPECT_EQ(
        results.provenance().command_line,
        std::string{"golive run "} + clinic + " --set team.it.staff=4 --horizon '8 months' --seed 42 -n 6");
    EXPECT_EQ(results.provenance().scenario_text, content_of(clinic));
}

TEST_F(Run, IsReproducedByTheCommandThatItPrints) {
    EXPECT_EQ(run("--seed 7 --set team.it.staff=4 -o a.h5").status, 0);
    const std::string command = store::ResultsFile{folder() / "a.h5"}.provenance().command_line;
    EXPECT_EQ(golive(command.substr(command.find(' ')) + " -o b.h5 -j 3").status, 0);
    const Ran same = golive("diff a.h5 b.h5 --exact");
    EXPECT_EQ(same.status, 0) << same.out;
}

TEST_F(Run, PrintsJsonThatAgreesWithTheFile) {
    const Ran ran = run("--format json");
    const auto json = nlohmann::json::parse(ran.out);
    const store::ResultsFile results{folder() / "one-clinic.h5"};
    EXPECT_EQ(json["seed"], 1);
    EXPECT_EQ(json["replications"], 6);
    EXPECT_EQ(json["fingerprint"], results.provenance().fingerprint);
    ASSERT_EQ(json["scalars"].size(), results.catalogue().scalars.size());
    const std::size_t cost = results.catalogue().scalar("cost.total");
    EXPECT_EQ(json["scalars"][cost]["name"], "cost.total");
    EXPECT_DOUBLE_EQ(json["scalars"][cost]["mean"].get<double>(), results.scalar_summaries()[cost].mean);
}

TEST_F(Run, PrintsCsvWithALineForEachScalar) {
    const Ran ran = run("--format csv");
    const store::ResultsFile results{folder() / "one-clinic.h5"};
    const auto lines = static_cast<std::size_t>(std::ranges::count(ran.out, '\n'));
    EXPECT_EQ(lines, results.catalogue().scalars.size() + 1);
    EXPECT_THAT(ran.out, StartsWith("name,unit,count,missing,happened"));
    EXPECT_THAT(ran.out, HasSubstr("\ncost.total,USD,6,0,1,"));
}

TEST_F(Run, LeavesResultsThatExistAsTheyAre) {
    const fs::path there = write("one-clinic.h5", "precious");
    const Ran ran = run("");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("`one-clinic.h5` exists already"));
    EXPECT_THAT(ran.err, HasSubstr("--overwrite"));
    EXPECT_EQ(content_of(there), "precious");
    EXPECT_EQ(files(), 1U);
}

TEST_F(Run, ReplacesResultsWhenAsked) {
    const fs::path there = write("one-clinic.h5", "old");
    EXPECT_EQ(run("--overwrite").status, 0);
    EXPECT_EQ(store::ResultsFile{there}.replications().size(), 6U);
    EXPECT_EQ(files(), 1U);
}

TEST_F(Run, KeepsOldResultsWhenTheNewRunCannotBegin) {
    const fs::path there = write("one-clinic.h5", "old");
    EXPECT_EQ(run("--overwrite --set team.it.staff=none").status, 2);
    EXPECT_EQ(content_of(there), "old");
}

class UnwritablePlace : public Run, public testing::WithParamInterface<const char*> {};

TEST_P(UnwritablePlace, IsRefusedBeforeAnythingIsSimulated) {
    const Ran ran = golive(std::string{"run "} + clinic + " -n 100000000 -o " + GetParam());
    EXPECT_THAT(ran.status, testing::AnyOf(2, 74));
    EXPECT_THAT(ran.err, StartsWith("error: "));
    EXPECT_THAT(ran.err, testing::Not(HasSubstr("what()")));
    EXPECT_EQ(files(), 0U);
}

INSTANTIATE_TEST_SUITE_P(All, UnwritablePlace,
                         testing::Values("no/such/folder/x.h5", "/proc/x.h5", ".", "/dev/null", "''",
                                         "/dev/null/x.h5"));

TEST_F(Run, TellsEveryErrorOfAScenarioAndDoesNothing) {
    const fs::path broken = write("broken.toml", "[scenario]\nname = 3\nfnord = 1\n");
    const Ran ran = golive("run broken.toml");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("broken.toml:2"));
    EXPECT_THAT(ran.err, HasSubstr("broken.toml:3"));
    EXPECT_THAT(ran.err,
                testing::ContainsRegex("error: [0-9]+ errors in `broken.toml`; nothing was done\n$"));
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(files(), 1U);
}

TEST_F(Run, SurvivesAnyBytes) {
    std::string bytes;
    for (int i = 0; i < 5000; ++i) bytes += static_cast<char>((i * 7919 + i / 256) & 0xFF);
    write("noise.toml", bytes);
    EXPECT_EQ(golive("run noise.toml").status, 2);
    EXPECT_EQ(golive("info noise.toml").status, 2);
    EXPECT_EQ(golive("diff noise.toml noise.toml").status, 2);
}

TEST_F(Run, PutsNoColourIntoAFile) {
    write("broken.toml", "[scenario]\nname = 3\n");
    EXPECT_THAT(golive("run broken.toml").err, testing::Not(HasSubstr("\033")));
}

class Stopped : public ProgramTest {
 protected:
    /// Sends the signals to a run that would take hours, some time after it has begun to write.
    [[nodiscard]] Ran stop(const std::string& signals, double seconds) const {
        std::ostringstream command;
        command << GOLIVE_PROGRAM << " run " << clinic << " -n 100000000 -j 2 -o out.h5 & p=$!\n"
                << "until ls .out.h5.*.tmp >.seen 2>.unseen; do sleep 0.02; done; sleep " << seconds << "\n"
                << signals << "\nwait $p; status=$?; rm -f .seen .unseen; exit $status";
        return shell("(" + command.str() + ")");
    }
};

TEST_F(Stopped, OnceKeepsWhatIsDoneInAWholeFile) {
    const Ran ran = stop("kill -TERM $p", 1.0);
    EXPECT_EQ(ran.status, 75);
    EXPECT_THAT(ran.err, HasSubstr("To run them all, give the same command with --overwrite"));
    const store::ResultsFile results{folder() / "out.h5"};
    EXPECT_TRUE(results.provenance().stopped);
    EXPECT_GT(results.replications().size(), 0U);
    EXPECT_EQ(results.replications().back() + 1, results.replications().size());  // no gap
    EXPECT_THAT(ran.out, HasSubstr("seed 1"));
    EXPECT_EQ(files(), 1U);
}

TEST_F(Stopped, TwiceEndsAtOnceAndLeavesNothing) {
    const Ran ran = stop("kill -TERM $p; sleep 0.01; kill -TERM $p", 0.2);
    // On a busy machine the second signal may come after the last replication in hand: then the
    // file is whole.
    const bool too_late = fs::exists(folder() / "out.h5");
    if (too_late) {
        EXPECT_NO_THROW(store::ResultsFile{folder() / "out.h5"});
    }
    EXPECT_TRUE(ran.status == 128 + SIGTERM || (too_late && ran.status == 75)) << ran.status;
    EXPECT_EQ(files(), too_late ? 1U : 0U);
}

TEST_F(Stopped, NotBySignalsThatItsParentIgnores) {
    const Ran ran = shell(std::string{"(trap '' INT; "} + GOLIVE_PROGRAM + " run " + clinic +
                          " -n 200 -q & p=$!; sleep 0.2; kill -INT $p; wait $p)");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(store::ResultsFile{folder() / "one-clinic.h5"}.replications().size(), 200U);
}

}  // namespace
}  // namespace golive::app
