//! `golive replay`: the same bits again, or where they differ.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace/replay_check.hpp"
#include "program.hpp"
#include "retold.hpp"

#include <cmath>
#include <gmock/gmock.h>

#include <golive/model/simulate.hpp>
#include <golive/scenario/load.hpp>
#include <golive/store/compare.hpp>
#include <golive/store/rounding.hpp>

namespace golive::app {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class Replay : public ProgramTest {
 protected:
    void SetUp() override {
        ASSERT_EQ(golive(std::string{"run "} + clinic + " -q --seed 5 -n 4 --trace 1 -o made.h5").status, 0);
    }
    [[nodiscard]] std::filesystem::path made() const { return folder() / "made.h5"; }
};

TEST_F(Replay, ShowsTheEventsThatWereRecorded) {
    const Ran replay = golive("replay made.h5 --replication 1");
    EXPECT_EQ(replay.status, 0);
    EXPECT_EQ(replay.err, "Replication 1: the same as in the file, bit for bit.\n");
    EXPECT_EQ(replay.out, golive("trace made.h5").out);
    EXPECT_EQ(golive("replay made.h5 --replication 1 --activity train --format csv").out,
              golive("trace made.h5 --activity train --format csv").out);
}

TEST_F(Replay, NeedsNoTraceInTheFile) {
    const Ran replay = golive("replay made.h5 --replication 3 --limit 2");
    EXPECT_EQ(replay.status, 0);
    EXPECT_EQ(replay.err, "Replication 3: the same as in the file, bit for bit.\n");
    EXPECT_EQ(std::ranges::count(replay.out, '\n'), 2);
}

TEST_F(Replay, WritesAResultsFileOfTheReplication) {
    const Ran replay = golive("replay made.h5 --replication 3 -o one.h5");
    EXPECT_EQ(replay.status, 0) << replay.err;
    EXPECT_EQ(replay.out, "");
    EXPECT_THAT(replay.err, HasSubstr("`golive trace one.h5`"));
    const store::ResultsFile from{made()};
    const store::ResultsFile one{folder() / "one.h5"};
    EXPECT_EQ(one.replications(), std::vector<std::uint64_t>{3});
    EXPECT_EQ(one.traced(), std::vector<std::uint64_t>{3});
    EXPECT_EQ(one.provenance().first_replication, 3U);
    EXPECT_EQ(one.provenance().seed, 5U);
    EXPECT_EQ(one.provenance().command_line, "golive replay made.h5 --replication 3");
    EXPECT_EQ(one.provenance().fingerprint, from.provenance().fingerprint);
    EXPECT_EQ(one.fingerprints().front(), from.fingerprints()[3]);
    EXPECT_EQ(golive("trace one.h5").out, golive("replay made.h5 --replication 3").out);
    EXPECT_EQ(golive("replay one.h5 --replication 3 --limit 1").status, 0);
}

TEST_F(Replay, NeverReplacesAFileUnasked) {
    write("taken.h5", "mine");
    const Ran refused = golive("replay made.h5 --replication 0 -o taken.h5");
    EXPECT_EQ(refused.status, 2);
    EXPECT_THAT(refused.err, HasSubstr("`taken.h5` exists already"));
    EXPECT_EQ(content_of(folder() / "taken.h5"), "mine");
    EXPECT_EQ(golive("replay made.h5 --replication 0 -o taken.h5 --overwrite").status, 0);
    EXPECT_EQ(golive("replay made.h5 --replication 0 -o no/such/folder.h5").status, 74);
    EXPECT_EQ(golive("replay made.h5 --replication 0 -o x.h5 --team it").status, 2);
    EXPECT_EQ(files(), 2U);
}

TEST_F(Replay, SaysWhichReplicationsThereAre) {
    EXPECT_THAT(golive("replay made.h5 --replication 4").err,
                HasSubstr("`made.h5` has no replication 4 (it has 0 to 3)"));
    EXPECT_EQ(golive("replay made.h5 --replication 4").status, 2);
    EXPECT_EQ(golive("replay made.h5").status, 2);
    EXPECT_EQ(golive("replay missing.h5 --replication 0").status, 2);
    EXPECT_EQ(golive("replay made.h5 --replication 0 --team ti").status, 2);
}

TEST_F(Replay, SaysWhereItDiffersFirst) {
    const auto differs = [&](const std::string& name, void (*change)(model::Result&),
                             const std::string& where) {
        retell(made(), folder() / name, {.result = change});
        const Ran replay = golive("replay " + name + " --replication 1 --limit 1");
        EXPECT_EQ(replay.status, 1) << name;
        EXPECT_THAT(replay.err, StartsWith("error: replication 1 is not the same as in the file: " + where));
        EXPECT_THAT(replay.err, HasSubstr("The file was made by golive "));
        EXPECT_THAT(replay.out, HasSubstr("approve/network"));
    };
    differs(
        "a.h5", [](model::Result& r) { r.fingerprint ^= 1; }, "the course of events has the fingerprint ");
    differs(
        "b.h5", [](model::Result& r) { r.scalars[0] = std::nextafter(r.scalars[0], 1e300); },
        "`cost.total` is ");
    differs("c.h5", [](model::Result& r) { r.series.back() += 1; }, "`");
    differs(
        "d.h5", [](model::Result& r) { r.instances[2].finished += 1e-9; },
        "build.messaging/network finished is ");
    differs(
        "e.h5", [](model::Result& r) { r.cause_days[0] += 1; }, "approve/network: days of planned date is ");
    differs(
        "f.h5",
        [](model::Result& r) {
            if (!r.trace.empty()) r.trace[7].value += 1;
        },
        "event 7 of the trace");
}

TEST_F(Replay, DoesNotMindTheRoundingOfSeries) {
    const store::ResultsFile file{made()};
    const model::Blueprint blueprint{scenario::load_text(file.provenance().resolved_text).scenario};
    model::Result result = model::simulate(blueprint, 5, 2);
    const auto rounded = std::ranges::count_if(
        result.series, [](float x) { return !std::isnan(x) && store::rounded_to_12_bits(x) != x; });
    EXPECT_GT(rounded, 0);
    EXPECT_EQ(store::first_difference(result, blueprint.catalogue(), file, 2), std::nullopt);
    result.scalars[0] = std::nextafter(result.scalars[0], 0);
    EXPECT_NE(store::first_difference(result, blueprint.catalogue(), file, 2), std::nullopt);
}

TEST_F(Replay, SaysThatAnotherVersionRecordsOtherFigures) {
    const store::ResultsFile file{made()};
    const model::Blueprint blueprint{scenario::load_text(file.provenance().resolved_text).scenario};
    const model::Result result = model::simulate(blueprint, 5, 2);
    model::Catalogue other = blueprint.catalogue();
    other.scalars.pop_back();
    EXPECT_THAT(*store::first_difference(result, other, file, 2), HasSubstr("records other figures"));
}

TEST_F(Replay, OfAFailureSaysIfItFailsAgain) {
    retell(made(), folder() / "failed.h5", {.failures = {{2, "a broken invariant"}}});
    const Ran replay = golive("replay failed.h5 --replication 2 --limit 1");
    EXPECT_EQ(replay.status, 1);
    EXPECT_THAT(replay.err, HasSubstr("it failed in the file (a broken invariant) and does not fail here"));
    EXPECT_THAT(replay.out, HasSubstr("approve/network"));
}

TEST_F(Replay, OfOneThatFailsHereSaysHowItFails) {
    retell(made(), folder() / "failed.h5", {.failures = {{2, "a broken invariant"}}});
    const store::ResultsFile file{folder() / "failed.h5"};
    const auto words = [&](std::uint64_t replication, const std::string& why) {
        const Agreement told = agreement_of(file, file.catalogue(), replication, why);
        EXPECT_FALSE(told.same_result);
        return told.words;
    };
    EXPECT_EQ(words(2, "a broken invariant"),
              "replication 2 fails again, as in the file (seed 5): a broken invariant");
    EXPECT_EQ(words(2, "another"),
              "replication 2 fails again, but not as in the file (a broken invariant) (seed 5): another");
    EXPECT_EQ(words(1, "out of luck"),
              "replication 1 fails here, and did not fail in the file (seed 5): out of luck");
}

TEST_F(Replay, KeepsTheChangesAndTheHorizonOfTheRun) {
    ASSERT_EQ(golive(std::string{"run "} + clinic +
                     " -q -n 2 --set team.it.staff=4 --horizon '8 months' -o changed.h5")
                  .status,
              0);
    const Ran replay = golive("replay changed.h5 --replication 1 --limit 1");
    EXPECT_EQ(replay.status, 0) << replay.err;
}

TEST_F(Replay, RefusesAScenarioThatItCannotRead) {
    retell(made(), folder() / "future.h5",
           {.origin = [](store::Provenance& from) { from.resolved_text = "novelty = 1\n"; }});
    const Ran replay = golive("replay future.h5 --replication 0");
    EXPECT_EQ(replay.status, 2);
    EXPECT_THAT(replay.err, HasSubstr("cannot simulate `future.h5` again"));
    EXPECT_EQ(replay.out, "");
}

}  // namespace
}  // namespace golive::app
