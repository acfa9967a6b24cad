//! `golive report`: one page, whole or not there, and never in the place of anything else.
// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <gmock/gmock.h>

namespace golive::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

class Report : public ProgramTest {
 protected:
    void SetUp() override { ASSERT_EQ(run("r.h5", ""), 0); }
    [[nodiscard]] int run(const std::string& name, const std::string& options) const {
        return golive(std::string{"run "} + clinic + " -n 12 -q -o " + name + " " + options).status;
    }
};

TEST_F(Report, IsOnePageNamedAfterTheResults) {
    const Ran ran = golive("report r.h5");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    EXPECT_THAT(ran.out, HasSubstr("r.html ("));
    const std::string page = content_of(folder() / "r.html");
    EXPECT_THAT(page, testing::StartsWith("<!"));
    EXPECT_THAT(page, HasSubstr("Secure messaging at Maple Street"));
    EXPECT_THAT(page, Not(testing::ContainsRegex("(src|href)=.?https?:")));
    EXPECT_LT(page.size(), 5'000'000U);
    EXPECT_EQ(files(), 2U);
    EXPECT_EQ(golive("report r.h5 --overwrite -q").out, "");
}

TEST_F(Report, IsTheSameWheneverItIsMade) {
    EXPECT_EQ(golive("report r.h5 -o a.html -q").status, 0);
    EXPECT_EQ(golive("report r.h5 -o b.html -q").status, 0);
    EXPECT_EQ(content_of(folder() / "a.html"), content_of(folder() / "b.html"));
}

TEST_F(Report, LeavesAPageThatExistsAsItIs) {
    const fs::path there = write("r.html", "precious");
    const Ran ran = golive("report r.h5");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("--overwrite"));
    EXPECT_EQ(content_of(there), "precious");
    EXPECT_EQ(golive("report r.h5 --overwrite").status, 0);
    EXPECT_GT(content_of(there).size(), 10'000U);
    EXPECT_EQ(files(), 2U);
}

TEST_F(Report, NeverReplacesTheResultsThatItIsMadeOf) {
    const std::string before = content_of(folder() / "r.h5");
    const Ran ran = golive("report r.h5 --overwrite -o ./r.h5");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("it holds the results"));
    EXPECT_EQ(content_of(folder() / "r.h5"), before);
}

class ReportPlace : public Report, public testing::WithParamInterface<const char*> {};

/// A hundred million futures would take days.
TEST_P(ReportPlace, ThatCannotBeWrittenIsRefusedBeforeAnythingIsSimulated) {
    const Ran ran = golive(std::string{"report r.h5 --relief 100000000 -o "} + GetParam());
    EXPECT_THAT(ran.status, testing::AnyOf(2, 74));
    EXPECT_THAT(ran.err, testing::StartsWith("error: "));
    EXPECT_THAT(ran.err, Not(HasSubstr("futures")));
    EXPECT_EQ(files(), 1U);
}

INSTANTIATE_TEST_SUITE_P(All, ReportPlace,
                         testing::Values("no/such/folder/x.html", "/proc/x.html", ".", "/dev/full", "''",
                                         "/dev/null/x.html"));

TEST_F(Report, OfFilesWithOtherLuckIsRefusedBeforeAnythingIsSimulated) {
    ASSERT_EQ(run("s.h5", "--seed 2"), 0);
    const Ran ran = golive("report r.h5 s.h5 --relief 12 -o both.html");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("same luck can be paired"));
    EXPECT_THAT(ran.err, Not(HasSubstr("12 futures")));
    EXPECT_EQ(files(), 2U);
}

TEST_F(Report, OfSeveralFilesHoldsThemAgainstTheFirst) {
    ASSERT_EQ(run("s.h5", "--set team.it.staff=9"), 0);
    EXPECT_EQ(golive("report r.h5 s.h5 -o both.html").status, 0);
    const std::string page = content_of(folder() / "both.html");
    EXPECT_THAT(page, HasSubstr("Secure messaging at Maple Street (s.h5)"));
    EXPECT_THAT(page, HasSubstr("team.it.staff"));
}

TEST_F(Report, WithReliefSaysWhatWouldHelp) {
    EXPECT_EQ(golive("report r.h5 -o without.html -q").status, 0);
    EXPECT_EQ(golive("report r.h5 --relief 6 -o with.html -q").status, 0);
    EXPECT_THAT(content_of(folder() / "without.html"), HasSubstr("\"relief\":null"));
    EXPECT_THAT(content_of(folder() / "with.html"), HasSubstr("\"relief\":{\"futures\":6,"));
}

TEST_F(Report, StoppedLeavesNothing) {
    ASSERT_EQ(golive(std::string{"run "} + clinic + " -n 2000 -q -o long.h5").status, 0);
    const Ran ran = shell(std::string{"("} + GOLIVE_PROGRAM +
                          " report long.h5 --relief 2000 -j 1 2>.told & p=$!\n"
                          "until grep -q futures .told; do sleep 0.02; done\n"
                          "kill -TERM $p; wait $p; status=$?; cat .told >&2; rm -f .told; exit $status)");
    EXPECT_EQ(ran.status, 75);
    EXPECT_THAT(ran.err, HasSubstr("no report was written"));
    EXPECT_EQ(files(), 2U);
}

TEST_F(Report, RefusesWhatIsNoResultsFile) {
    write("noise.h5", std::string(5000, 'x'));
    EXPECT_EQ(golive("report noise.h5").status, 2);
    EXPECT_EQ(golive("report missing.h5").status, 2);
    EXPECT_EQ(golive("report").status, 2);
    EXPECT_EQ(files(), 2U);
}

}  // namespace
}  // namespace golive::app
