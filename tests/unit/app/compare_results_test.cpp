//! `golive compare` on results files: the same answer as simulating, and what cannot be paired.
// SPDX-License-Identifier: Apache-2.0
#include "../store/sample.hpp"
#include "program.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <golive/store/results_writer.hpp>

namespace golive::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class CompareResults : public ProgramTest {
 protected:
    void run(const std::string& name, const std::string& options) const {
        const Ran ran = golive(std::string{"run "} + clinic + " -q -o " + name + " " + options);
        ASSERT_EQ(ran.status, 0) << ran.err;
    }
    void expect_refused(const std::string& words, const std::string& why) const {
        const Ran ran = golive("compare " + words);
        EXPECT_EQ(ran.status, 2) << words;
        EXPECT_THAT(ran.err, AllOf(StartsWith("error: "), HasSubstr(why)));
        EXPECT_EQ(ran.out, "");
    }
};

TEST_F(CompareResults, SaysTheSameAsSimulatingThem) {
    run("a.h5", "-n 40");
    run("b.h5", "-n 40 --set 'superusers.share=16 %'");
    const Ran files = golive("compare a.h5 b.h5 --format json");
    EXPECT_EQ(files.status, 0) << files.err;
    EXPECT_EQ(files.err, "");
    auto simulated = nlohmann::json::parse(
        golive(std::string{"compare "} + clinic + " --what-if 'superusers.share=16 %' -n 40 --format json")
            .out);
    auto read = nlohmann::json::parse(files.out);
    EXPECT_EQ(read["verdicts"], simulated["verdicts"]);
    for (auto* document : {&read, &simulated})
        for (auto& contrast : (*document)["contrasts"]) contrast.erase("alternative");
    EXPECT_EQ(read["contrasts"], simulated["contrasts"]);
}

TEST_F(CompareResults, TakesTheReplicationsThatAllFilesHave) {
    run("a.h5", "-n 20");
    run("b.h5", "-n 25 --set 'superusers.share=16 %'");
    const Ran ran = golive("compare a.h5 b.h5");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.err, HasSubstr("5 replications of `b.h5` left out: not in all of the files."));
    EXPECT_THAT(ran.out, HasSubstr("20 pairs of futures with the same luck (seed 1)"));
}

TEST_F(CompareResults, RefusesWhatCannotBePaired) {
    run("a.h5", "-n 3");
    run("luck.h5", "-n 3 --seed 9 --set team.it.staff=4");
    run("short.h5", "-n 3 --horizon '6 months'");
    run("one.h5", "-n 1");
    expect_refused("a.h5 luck.h5", "only futures with the same luck can be paired");
    expect_refused("a.h5 luck.h5",
                   std::string{"golive run "} + clinic + " --set team.it.staff=4 --seed 1 -n 3");
    expect_refused("a.h5 short.h5", "differ in start, horizon or currency");
    expect_refused("a.h5 one.h5", "the files have one replication in common");
    expect_refused("a.h5", "name a second results file");
    expect_refused("a.h5 missing.h5", "missing.h5");
    expect_refused(std::string{"a.h5 "} + clinic, std::string{"golive run "} + clinic + " --seed 1 -n 3");
    for (const char* option : {"-n 5", "--seed 1", "--set team.it.staff=4", "--what-if team.it.staff=4",
                               "--horizon '6 months'", "--until 'mean(delay) +- 1 day'"})
        expect_refused(std::string{"a.h5 a.h5 "} + option, "results are compared as they are");
    write("noise.h5", "not HDF5");
    expect_refused("a.h5 noise.h5", "noise.h5");
}

/// Five replications, of which number 2 failed in one, by another golive.
TEST_F(CompareResults, SaysWhatFailedAndWhatOtherProgramsMade) {
    namespace sample = store::sample;
    const model::Catalogue catalogue = sample::catalogue();
    for (const bool odd : {false, true}) {
        store::Provenance from = sample::provenance(5);
        if (odd) from.version = "0.0.9";
        store::ResultsWriter writer{folder() / (odd ? "odd.h5" : "even.h5"), from, catalogue};
        batch::Outcome outcome = sample::outcome(odd ? 4 : 5);
        if (odd) outcome.failures = {{2, "no beds"}};
        for (std::uint64_t r = 0; r < 5; ++r)
            if (!odd || r != 2) writer.accept(sample::result(catalogue, r));
        writer.finish(outcome);
    }
    const Ran ran = golive("compare even.h5 odd.h5");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.err, AllOf(HasSubstr("`odd.h5` by golive 0.0.9 ("),
                               HasSubstr("part of what sets them apart may be the program."),
                               HasSubstr("1 replication failed in `odd.h5`."),
                               HasSubstr("1 replication of `even.h5` left out: not in all of the files.")));
    EXPECT_THAT(ran.out,
                HasSubstr("4 pairs of futures with the same luck (seed 18364758544493064720); 0 of "));
}

}  // namespace
}  // namespace golive::app
