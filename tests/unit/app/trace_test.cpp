//! `golive trace`: names, filters, formats, and what is said where there is nothing to show.
// SPDX-License-Identifier: Apache-2.0
#include "csv_table.hpp"
#include "model/layout.hpp"
#include "program.hpp"
#include "retold.hpp"

#include <gmock/gmock.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include <golive/model/simulate.hpp>
#include <golive/scenario/load.hpp>

namespace golive::app {
namespace {

using testing::AllOf;
using testing::Each;
using testing::HasSubstr;
using testing::StartsWith;

/// The results of the main example and of the smallest one, made once for all tests.
class Trace : public ProgramTest {
 protected:
    static void SetUpTestSuite() {
        struct Maker : ProgramTest {
            void TestBody() override {}
            void make(const std::filesystem::path& to) {
                const std::string all = to.string();
                ASSERT_EQ(
                    golive(std::string{"run "} + clinic + " -q -n 4 --trace 1,3 -o " + all + "/clinic.h5")
                        .status,
                    0);
                ASSERT_EQ(golive("run " GOLIVE_SOURCE_DIR
                                 "/scenarios/clinical-mobility.toml -q -n 1 --trace 0 -o " +
                                 all + "/mobility.h5")
                              .status,
                          0);
            }
        };
        std::string name = (std::filesystem::temp_directory_path() / "golive-trace-XXXXXX").string();
        made() = ::mkdtemp(name.data());
        Maker{}.make(made());
    }
    static void TearDownTestSuite() { std::filesystem::remove_all(made()); }
    static std::filesystem::path& made() {
        static std::filesystem::path folder;
        return folder;
    }
    [[nodiscard]] static std::string clinic_results() { return (made() / "clinic.h5").string(); }
    [[nodiscard]] static std::string mobility_results() { return (made() / "mobility.h5").string(); }
    [[nodiscard]] Ran trace(const std::string& options) const {
        return golive("trace " + clinic_results() + " " + options);
    }
    [[nodiscard]] CsvTable mobility(const std::string& options) const {
        const Ran ran = golive("trace " + mobility_results() + " --format csv " + options);
        EXPECT_EQ(ran.status, 0) << ran.err;
        return CsvTable{ran.out};
    }
};

TEST_F(Trace, TellsWhatHappenedInTheWordsOfTheScenario) {
    const Ran ran = trace("--activity approve");
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.err, "");
    EXPECT_THAT(ran.out, StartsWith("2027-01-04 00:00:00  activity ready       approve/network\n"
                                    "2027-01-04 00:00:00  activity started     approve/network\n"));
    EXPECT_THAT(ran.out, HasSubstr("  item approved        approve/network: submission "));
    EXPECT_THAT(trace("--activity train --event activity_waits").out,
                HasSubstr("  activity waits       train/everyone: planned date\n"));
    EXPECT_THAT(trace("--event meeting_held --limit 1").out,
                testing::ContainsRegex("meeting held +steering: [0-9]+ attending\n$"));
    EXPECT_THAT(trace("--event batch_ordered").out,
                testing::ContainsRegex("order/network: [0-9]+ devices\n"));
    EXPECT_THAT(trace("--event 'state changed' --limit 1").out,
                testing::ContainsRegex("clinician [0-9]+ \\([a-z]+, Maple Street/[A-Za-z]+\\): trained\n"));
    EXPECT_THAT(trace("--event session_started --limit 1").out,
                testing::ContainsRegex("session started +course [a-z-]+: [0-9]+ seated\n"));
    EXPECT_THAT(trace("--event device_deployed --limit 1").out,
                testing::ContainsRegex("device [0-9]+ \\(smartphone\\): to Maple Street/"));
}

TEST_F(Trace, ShowsTheFirstRecordedReplicationOrTheOneAskedFor) {
    EXPECT_EQ(trace("").out, trace("--replication 1").out);
    EXPECT_NE(trace("").out, trace("--replication 3").out);
    const CsvTable table{trace("--replication 3 --format csv").out};
    EXPECT_THAT(table.column("replication"), Each(testing::Eq("3")));
    EXPECT_EQ(table.rows(), store::ResultsFile{clinic_results()}.trace(3).size());
}

TEST_F(Trace, GivesTheSameInCsvAndJson) {
    const CsvTable csv{trace("--limit 400 --format csv").out};
    const auto json = nlohmann::json::parse(trace("--limit 400 --format json").out);
    ASSERT_EQ(csv.rows(), 400U);
    ASSERT_EQ(json.size(), 400U);
    const auto records = store::ResultsFile{clinic_results()}.trace(1);
    for (std::size_t row = 0; row < csv.rows(); ++row) {
        EXPECT_EQ(json[row]["second"], records[row].time);
        EXPECT_EQ(csv.at(row, "second"), std::to_string(records[row].time));
        EXPECT_EQ(csv.at(row, "event"), json[row]["event"]);
        EXPECT_EQ(csv.at(row, "time"), json[row]["time"]);
        EXPECT_EQ(csv.at(row, "detail").empty(), json[row]["detail"].is_null());
        if (!json[row]["value"].is_null()) {
            EXPECT_EQ(csv.number(row, "value"), records[row].value);
            EXPECT_EQ(json[row]["value"], records[row].value);
        }
    }
    EXPECT_EQ(trace("--from 2035-01-01 --format json").out, "[]\n");
}

TEST_F(Trace, NamesCliniciansAsTheModelNumbersThem) {
    const auto loaded =
        scenario::load_text(store::ResultsFile{mobility_results()}.provenance().resolved_text);
    const model::Blueprint blueprint{loaded.scenario};
    const CsvTable table = mobility("--event person_trained");
    ASSERT_GT(table.rows(), 1000U);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto& post = blueprint.layout().posts()[model::PostId{std::stoul(table.at(row, "entity"))}];
        EXPECT_EQ(table.at(row, "unit"), loaded.scenario->units[post.unit].path);
        EXPECT_EQ(table.at(row, "name"), loaded.scenario->roles[post.role].name);
    }
}

TEST_F(Trace, HasNoValueThatThePageAboutTheFormatDoesNotExplain) {
    const std::string page = content_of(GOLIVE_SOURCE_DIR "/docs/results-format.md");
    const CsvTable table = mobility("");
    std::set<std::string> with_value;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (!table.at(row, "value").empty()) with_value.insert(table.at(row, "event"));
    EXPECT_GT(with_value.size(), 15U);
    for (const std::string& event : with_value) EXPECT_THAT(page, HasSubstr("`" + event + "`"));
}

/// What is deployed must have been delivered before, and no more of it.
TEST_F(Trace, NamesDevicesOfTheTechnologyThatWasDelivered) {
    const CsvTable table = mobility("");
    std::map<std::string, double> delivered;
    std::map<std::string, std::set<std::string>> deployed;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const std::string& event = table.at(row, "event");
        if (event == "batch received")
            delivered[table.at(row, "name").starts_with("order-phones") ? "smartphone" : "workstation"] +=
                table.number(row, "value");
        if (event != "device deployed") continue;
        const std::string& technology = table.at(row, "name");
        deployed[technology].insert(table.at(row, "entity"));
        ASSERT_LE(static_cast<double>(deployed[technology].size()), delivered[technology])
            << technology << " in row " << row;
    }
    EXPECT_GT(deployed["smartphone"].size(), 300U);
    EXPECT_GT(deployed["workstation"].size(), 100U);
    EXPECT_EQ(deployed.size(), 2U);
}

TEST_F(Trace, OfAPlaceIsAllThatLiesThere) {
    const CsvTable table = mobility("--wave 'wave 2'");
    const auto loaded =
        scenario::load_text(store::ResultsFile{mobility_results()}.provenance().resolved_text);
    std::set<std::string> units{""};
    for (const auto& wave : loaded.scenario->waves)
        if (wave.name == "wave 2")
            for (const auto unit : wave.units) units.insert(loaded.scenario->units[unit].path);
    std::set<std::string> kinds;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        kinds.insert(table.at(row, "entity_kind"));
        ASSERT_TRUE(units.contains(table.at(row, "unit"))) << table.at(row, "unit");
        if (table.at(row, "entity_kind") == "activity") {
            EXPECT_THAT(table.at(row, "name"), testing::EndsWith("wave 2"));
        }
    }
    EXPECT_EQ(kinds, (std::set<std::string>{"activity", "clinician", "device", "unit"}));
    // Nothing of a wave is lost: the waves' clinicians together are all in waves.
    const auto trained = [&](const std::string& filter) {
        return mobility("--event person_trained " + filter).rows();
    };
    std::size_t sum = 0;
    for (const auto& wave : loaded.scenario->waves) sum += trained("--wave '" + wave.name + "'");
    EXPECT_EQ(sum, trained(""));
}

TEST_F(Trace, FiltersNarrowDownAndRepeatedOnesWiden) {
    const auto rows = [&](const std::string& filter) { return mobility(filter).rows(); };
    const std::size_t lost = rows("--event device_lost");
    const std::size_t failed = rows("--event 'device failed'");
    EXPECT_GT(lost, 0U);
    EXPECT_EQ(rows("--event device_lost --event device_failed"), lost + failed);
    EXPECT_EQ(
        rows("--site Lakeside --site \"St Anne's\" --site 'Riverside General' --site 'Hillcrest Community' "
             "--event device_lost"),
        lost);
    EXPECT_LT(rows("--site Lakeside --event device_lost"), lost);
    EXPECT_THAT(mobility("--device 17").column("entity"), Each(testing::Eq("17")));
    EXPECT_THAT(mobility("--clinician 258").column("unit"), Each(testing::Eq("Riverside General/6 East")));
    EXPECT_THAT(mobility("--team endpoint --limit 9").column("name"), Each(testing::Eq("endpoint")));
    EXPECT_THAT(mobility("--body security-board").column("name"), Each(testing::Eq("security-board")));
    EXPECT_THAT(mobility("--cause 'planned date'").column("event"), Each(testing::Eq("activity waits")));
    EXPECT_THAT(mobility("--unit '4 East' --event person_left").column("unit"),
                Each(testing::Eq("Riverside General/4 East")));
    EXPECT_THAT(mobility("--from 2027-03-01 --to 2027-03-01").column("time"),
                Each(StartsWith("2027-03-01T")));
    EXPECT_EQ(rows("--limit 3"), 3U);
}

TEST_F(Trace, SaysWhenNothingPasses) {
    const Ran ran = trace("--from 2035-01-01");
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err,
                testing::MatchesRegex("None of the [0-9,]+ events of replication 1 passes these filters.\n"));
}

TEST_F(Trace, GuessesWhatWasMeant) {
    const auto refused = [&](const std::string& options, const std::string& hint) {
        const Ran ran = trace(options);
        EXPECT_EQ(ran.status, 2) << options;
        EXPECT_EQ(ran.out, "") << options;
        EXPECT_THAT(ran.err, AllOf(StartsWith("error: "), HasSubstr(hint))) << options;
    };
    refused("--wave evryone", "no wave is called `evryone`. Did you mean `everyone`?");
    refused("--unit Wrd", "Did you mean `Ward`?");
    refused("--unit 'Maple Street/Wrad'", "Did you mean `Maple Street/Ward`?");
    refused("--unit zzzzz", "There are: Emergency, Outpatients, Ward");
    refused("--site Oak", "There are: Maple Street");
    refused("--activity trian", "Did you mean `train`?");
    refused("--team ti", "Did you mean `it`?");
    refused("--body stering", "Did you mean `steering`?");
    refused("--event 'state chnged'", "Did you mean `state changed`?");
    refused("--cause fereze", "Did you mean `freeze`?");
    refused("--clinician 60", "there is no clinician 60 (they are numbered 0 to 59)");
    refused("--clinician nurse", "`nurse` is not one");
    refused("--from 1.2.2027", "`--from` takes a date such as 2027-03-01");
    refused("--replication 9", "has no replication 9 (it has 0 to 3)");
    refused("--limit 0", "`--limit` takes a whole number from 1");
    const Ran ran = golive("trace " + mobility_results() + " --unit ICU");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("units are called `ICU`. Say which, such as `"));
}

TEST_F(Trace, NamesTheReplayThatWouldShowWhatWasNotRecorded) {
    const Ran ran = trace("--replication 2");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("(recorded are 1, 3). See them with `golive replay " + clinic_results() +
                                   " --replication 2`"));
    ASSERT_EQ(golive(std::string{"run "} + clinic + " -q -n 2 -o plain.h5").status, 0);
    EXPECT_EQ(golive("trace plain.h5").status, 2);
    EXPECT_EQ(
        golive("trace plain.h5").err,
        "error: `plain.h5` has no events of any replication (the run had no --trace). See them with `golive "
        "replay plain.h5 --replication 0`\n");
    EXPECT_EQ(golive("trace missing.h5").status, 2);
}

TEST_F(Trace, SaysOfAFailedReplicationThatItFailed) {
    retell(clinic_results(), folder() / "failed.h5", {.failures = {{2, "a broken invariant"}}});
    const Ran ran = golive("trace failed.h5 --replication 2");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("replication 2 failed and has no events (a broken invariant)"));
    EXPECT_EQ(golive("trace failed.h5").out, trace("").out);
}

TEST_F(Trace, OfAnotherVersionHasNumbersWhereItsScenarioCannotBeRead) {
    retell(clinic_results(), folder() / "future.h5", {.origin = [](store::Provenance& from) {
               from.resolved_text = "[scenario]\nnovelty = 1\n";
               from.version = "9.9.9";
           }});
    const Ran ran = golive("trace future.h5 --format csv");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.err, HasSubstr("are shown by number (golive 9.9.9 wrote the file"));
    EXPECT_EQ(std::ranges::count(ran.err, '\n'), 1);
    const CsvTable table{ran.out};
    EXPECT_EQ(table.rows(), CsvTable{trace("--format csv").out}.rows());
    EXPECT_EQ(table.at(0, "name"), "approve/network");
    EXPECT_THAT(golive("trace future.h5 --event person_left --limit 1").out,
                testing::ContainsRegex("person left +clinician [0-9]+\n"));
    EXPECT_THAT(golive("trace future.h5 --event work_started --limit 1").out, HasSubstr("team 0: "));
    const Ran filtered = golive("trace future.h5 --wave everyone");
    EXPECT_EQ(filtered.status, 2);
    EXPECT_THAT(filtered.err, HasSubstr("`--wave` needs the scenario in the results file"));
}

TEST_F(Trace, StopsWhereItsOutputDoes) {
    const Ran full = shell(GOLIVE_PROGRAM " trace " + mobility_results() + " >/dev/full");
    EXPECT_EQ(full.status, 74);
    EXPECT_THAT(full.err, HasSubstr("error: not everything could be printed (No space left on device)"));
    const Ran closed = shell("trap '' PIPE; { " GOLIVE_PROGRAM " trace " + mobility_results() +
                             "; echo $? >status; } | head -n 1 >/dev/null; cat status");
    EXPECT_EQ(closed.out, "74\n");
    EXPECT_THAT(closed.err, HasSubstr("(Broken pipe)"));
}

}  // namespace
}  // namespace golive::app
