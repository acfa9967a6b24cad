//! `golive export`: tables that read back bit for bit, whole or not at all.
// SPDX-License-Identifier: Apache-2.0
#include "csv_table.hpp"
#include "program.hpp"
#include "retold.hpp"

#include <cmath>
#include <cstring>
#include <gmock/gmock.h>
#include <unistd.h>

namespace golive::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

template <class T>
bool same_bits(T a, T b) {
    return std::memcmp(&a, &b, sizeof(T)) == 0;
}

class Export : public ProgramTest {
 protected:
    void SetUp() override {
        ASSERT_EQ(golive(std::string{"run "} + clinic + " -q -n 5 --trace 2 -o made.h5").status, 0);
    }
    [[nodiscard]] store::ResultsFile results() const { return store::ResultsFile{folder() / "made.h5"}; }
    [[nodiscard]] CsvTable table(const std::string& words) const {
        const Ran ran = golive("export made.h5 " + words);
        EXPECT_EQ(ran.status, 0) << ran.err;
        return CsvTable{ran.out};
    }
};

TEST_F(Export, GivesFiguresBitForBitWithDates) {
    const CsvTable figures = table("figures");
    const store::ResultsFile file = results();
    const auto& scalars = file.catalogue().scalars;
    ASSERT_EQ(figures.rows(), 5 * scalars.size());
    std::size_t dates = 0;
    for (std::size_t row = 0; row < figures.rows(); ++row) {
        const model::ScalarInfo& scalar = scalars[row / 5];
        const double value = file.scalar(row / 5)[row % 5];
        EXPECT_EQ(figures.at(row, "figure"), scalar.name);
        EXPECT_EQ(figures.at(row, "replication"), std::to_string(row % 5));
        EXPECT_EQ(figures.at(row, "unit"), scalar.unit);
        if (std::isnan(value)) {
            EXPECT_EQ(figures.at(row, "value"), "");
        } else {
            EXPECT_TRUE(same_bits(figures.number(row, "value"), value));
        }
        const bool dated = scalar.reading == model::Reading::date && !std::isnan(value);
        EXPECT_EQ(figures.at(row, "date").empty(), !dated);
        dates += dated ? 1 : 0;
    }
    EXPECT_GT(dates, 0U);
}

TEST_F(Export, GivesTheSummaryAStatisticARow) {
    const CsvTable summary = table("summary");
    const store::ResultsFile file = results();
    const auto rows = file.scalar_summaries();
    const std::size_t statistics = 7 + file.quantile_levels().size();
    ASSERT_EQ(summary.rows(), rows.size() * statistics);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_EQ(summary.at(i * statistics, "statistic"), "count");
        EXPECT_EQ(summary.at(i * statistics, "value"), "5");
        const std::size_t mean = i * statistics + 3;
        EXPECT_EQ(summary.at(mean, "statistic"), "mean");
        if (!std::isnan(rows[i].mean)) {
            EXPECT_TRUE(same_bits(summary.number(mean, "value"), rows[i].mean));
        }
    }
    EXPECT_THAT(summary.column("value"), testing::Not(testing::Contains("nan")));
}

TEST_F(Export, GivesSeriesByWeekBitForBit) {
    const std::string name = results().catalogue().series.front().name;
    const CsvTable series = table("series --series " + name);
    const store::ResultsFile file = results();
    const auto values = file.series(0, model::ScopeKind::network, file.all_rows());
    ASSERT_GE(series.rows(), values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        EXPECT_EQ(series.at(row, "scope"), "network");
        EXPECT_EQ(series.at(row, "week"), std::to_string(row % file.catalogue().weeks));
        EXPECT_TRUE(same_bits(static_cast<float>(series.number(row, "value")), values[row]));
    }
    EXPECT_EQ(series.at(0, "date"), "2027-01-11");  // week 0 of a scenario from 4 January ends that morning
    const CsvTable weeks = table("weeks --series " + name);
    const auto mean = file.series_summary(0, model::ScopeKind::network).mean;
    EXPECT_TRUE(same_bits(static_cast<float>(weeks.number(4 * 20, "value")), mean[20]));
    EXPECT_EQ(weeks.at(4 * 20, "statistic"), "mean");
}

TEST_F(Export, GivesStepsWithTheirDaysByCause) {
    const CsvTable steps = table("steps");
    const store::ResultsFile file = results();
    const auto rows = file.instances(file.all_rows());
    ASSERT_EQ(steps.rows(), rows.records.size());
    const std::size_t causes = file.catalogue().causes.size();
    for (std::size_t row = 0; row < steps.rows(); ++row) {
        EXPECT_EQ(steps.at(row, "ready").empty(), std::isnan(rows.records[row].ready));
        EXPECT_EQ(steps.at(row, "finish").empty(), std::isnan(rows.records[row].finished));
        EXPECT_EQ(steps.at(row, "finish_date").empty(), std::isnan(rows.records[row].finished));
        const auto days = rows.cause_days[row * causes + causes - 1];
        EXPECT_EQ(static_cast<decltype(rows.cause_days)::value_type>(steps.number(row, "days_work")), days);
    }
    EXPECT_EQ(steps.at(1, "bound_by"), "approve/network");
    EXPECT_EQ(steps.at(0, "target_date"), "2027-05-03");
    EXPECT_THAT(steps.header(), testing::Contains("days_team_queue"));
}

TEST_F(Export, GivesWhyPeopleGaveUp) {
    const CsvTable table = this->table("giving_up");
    const store::ResultsFile file = results();
    const auto times = file.gave_up(file.all_rows());
    ASSERT_EQ(table.rows(), times.size());
    double sum = 0;
    for (std::size_t row = 0; row < times.size(); ++row) {
        EXPECT_TRUE(same_bits(static_cast<float>(table.number(row, "times")), times[row]));
        sum += table.number(row, "times");
    }
    EXPECT_GT(sum, 0);
    EXPECT_EQ(table.at(0, "unit"), file.catalogue().members_of(model::ScopeKind::unit)[0]);
    EXPECT_EQ(table.at(times.size() - 1, "role"), file.catalogue().roles.back());
    EXPECT_EQ(table.at(times.size() - 1, "posts"), std::to_string(file.catalogue().posts.back()));
    EXPECT_EQ(table.at(times.size() - 1, "reason"), file.catalogue().reasons.back());
}

TEST_F(Export, GivesWhatElseTheFileHas) {
    const store::ResultsFile file = results();
    EXPECT_EQ(table("assumptions").rows(), file.provenance().assumptions.size());
    EXPECT_EQ(table("assumptions").at(0, "unit"), file.provenance().assumptions[0].unit);
    const CsvTable replications = table("replications");
    ASSERT_EQ(replications.rows(), 5U);
    EXPECT_EQ(replications.number(4, "events"), static_cast<double>(file.events()[4]));
    EXPECT_EQ(golive("export made.h5 trace").out, golive("trace made.h5 --format csv").out);
    EXPECT_EQ(table("failures").rows(), 0U);
    retell(folder() / "made.h5", folder() / "failed.h5",
           {.failures = {{3, "a \"broken\" invariant,\ntwice"}}});
    const CsvTable failures{golive("export failed.h5 failures").out};
    ASSERT_EQ(failures.rows(), 1U);
    EXPECT_EQ(failures.at(0, "message"), "a \"broken\" invariant,\ntwice");
    EXPECT_EQ(CsvTable{golive("export failed.h5 replications").out}.column("replication"),
              (std::vector<std::string>{"0", "1", "2", "4"}));
}

TEST_F(Export, WritesAFolderOfAllTables) {
    const Ran ran = golive("export made.h5 -o tables");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("tables/figures.csv\ntables/summary.csv\n"));
    EXPECT_THAT(ran.out, HasSubstr("tables/trace.csv\n"));
    EXPECT_FALSE(fs::exists(folder() / "tables/series.csv"));
    EXPECT_EQ(content_of(folder() / "tables/figures.csv"), golive("export made.h5 figures").out);
    EXPECT_EQ(golive("export made.h5 -o tables").status, 2);
    EXPECT_EQ(golive("export made.h5 -o tables --overwrite").status, 0);
    EXPECT_EQ(golive("export made.h5 summary -o tables").status, 2);
    EXPECT_EQ(golive("export made.h5 summary -o alone.csv").status, 0);
    EXPECT_EQ(content_of(folder() / "alone.csv"), golive("export made.h5 summary").out);
    for (const auto& entry : fs::recursive_directory_iterator{folder()})
        EXPECT_THAT(entry.path().filename().string(), testing::Not(testing::EndsWith(".tmp")));
}

TEST_F(Export, LeavesATraceOutThatWasNotRecorded) {
    ASSERT_EQ(golive(std::string{"run "} + clinic + " -q -n 2 -o plain.h5").status, 0);
    EXPECT_THAT(golive("export plain.h5 -o tables").out, testing::Not(HasSubstr("trace.csv")));
    const Ran ran = golive("export plain.h5 trace");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("golive replay plain.h5 --replication 0"));
}

TEST_F(Export, HasTheColumnsThatThePageAboutTheFormatNames) {
    const std::string page = content_of(GOLIVE_SOURCE_DIR "/docs/results-format.md");
    for (const std::string name :
         {"figures", "summary", "weeks", "series --series adoption.smartphone", "steps", "giving_up",
          "assumptions", "replications", "failures", "trace"}) {
        std::string row = "| `" + name.substr(0, name.find(' ')) + "` | ";
        const CsvTable table = this->table(name);
        for (const std::string& column : table.header())
            if (!column.starts_with("days_")) row += (row.ends_with("| ") ? "`" : ", `") + column + "`";
        EXPECT_THAT(page, HasSubstr(row + " | "));
    }
}

TEST_F(Export, ListsTablesAndSeries) {
    const Ran ran = golive("export made.h5");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, HasSubstr("  figures       each row is a figure of a replication\n"));
    EXPECT_THAT(ran.out, HasSubstr("adoption.smartphone\n"));
}

TEST_F(Export, RefusesWhatIsNotThere) {
    const auto refused = [&](const std::string& words, int status, const std::string& why) {
        const Ran ran = golive("export " + words);
        EXPECT_EQ(ran.status, status) << words;
        EXPECT_THAT(ran.err, HasSubstr(why)) << words;
    };
    refused("made.h5 figure", 2, "there is no table `figure`. Did you mean `figures`?");
    refused("made.h5 nonsense", 2, "There are: figures, summary,");
    refused("made.h5 series", 2, "name a series");
    refused("made.h5 series --series adoption.smartfone", 2, "Did you mean `adoption.smartphone`?");
    refused("missing.h5 figures", 2, "cannot read `missing.h5`");
    refused("made.h5 figures -o no/such/folder.csv", 74, "cannot write `no/such/folder.csv` (No such file");
    refused("made.h5 figures -o /proc/figures.csv", 74, "cannot write `/proc/figures.csv` (");
    refused("made.h5 -o made.h5", 74, "cannot make the folder `made.h5`");
    EXPECT_EQ(files(), 1U);
}

TEST_F(Export, LeavesNothingBehindInAFolderThatIsNotItsOwn) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    fs::create_directory(folder() / "closed");
    fs::permissions(folder() / "closed", fs::perms::owner_read | fs::perms::owner_exec);
    const Ran ran = golive("export made.h5 -o closed");
    EXPECT_EQ(ran.status, 74);
    EXPECT_THAT(ran.err, HasSubstr("Permission denied"));
    EXPECT_TRUE(fs::is_empty(folder() / "closed"));
}

TEST_F(Export, SaysThatADiskIsFullAndLeavesNothing) {
    EXPECT_EQ(shell(GOLIVE_PROGRAM " export made.h5 weeks >/dev/full").status, 74);
    fs::create_directory(folder() / "out");
    const Ran ran =
        shell("ulimit -f 16; trap '' XFSZ; " GOLIVE_PROGRAM " export made.h5 weeks -o out/weeks.csv");
    EXPECT_EQ(ran.status, 74);
    EXPECT_THAT(ran.err, HasSubstr("cannot write `out/weeks.csv` (File too large). Nothing is left of it"));
    EXPECT_TRUE(fs::is_empty(folder() / "out"));
}

/// Python's own reader, which knows nothing of us, sees the same table and numbers.
TEST_F(Export, IsReadByPythonAsItWasMeant) {
    if (shell("/usr/bin/python3 -c 'import csv'").status != 0) GTEST_SKIP() << "this machine has no Python";
    ASSERT_EQ(golive("export made.h5 -o tables").status, 0);
    write("read.py", R"(
import csv, datetime, pathlib
for path in sorted(pathlib.Path("tables").iterdir()):
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, strict=True))
    for row in rows:
        assert None not in row and None not in row.values(), (path, row)
        for name, value in row.items():
            if value and (name in ("value", "low", "high", "ready", "start", "finish", "target") or name.startswith("days_")):
                if path.stem != "assumptions":
                    float(value)
            if value and name.endswith("date") and not name.startswith("days_"):
                datetime.date.fromisoformat(value)
            if value and name == "time":
                datetime.datetime.fromisoformat(value)
            if name in ("replication", "week", "second"):
                int(value)
    print(path.stem, len(rows))
total = 0.0
with open("tables/figures.csv", newline="") as file:
    for row in csv.DictReader(file):
        if row["figure"] == "cost.total":
            total += float(row["value"])
print(total.hex())
)");
    const Ran ran = shell("/usr/bin/python3 read.py");
    ASSERT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("replications 5\n"));
    double total = 0;
    const store::ResultsFile file = results();
    for (const double cost : file.scalar(file.catalogue().scalar("cost.total"))) total += cost;
    std::array<char, 64> hexadecimal{};
    std::snprintf(hexadecimal.data(), hexadecimal.size(), "%a", total);
    EXPECT_THAT(ran.out, HasSubstr(hexadecimal.data()));
}

}  // namespace
}  // namespace golive::app
