//! `--until`: what can be asked, what is refused and how it is said, and what a run then does.
// SPDX-License-Identifier: Apache-2.0
#include "app/simulate/until_watch.hpp"
#include "app/simulate/wish.hpp"
#include "program.hpp"

#include <gmock/gmock.h>

#include <golive/base/error.hpp>
#include <golive/store/results_file.hpp>

namespace golive::app {
namespace {

using model::Reading;
using testing::AllOf;
using testing::HasSubstr;
using Width = batch::PrecisionTarget::Width;

const model::Catalogue catalogue{.scalars = {{"all_live", "day", "", Reading::date},
                                             {"delay", "day", "", Reading::days},
                                             {"adoption_6_months", "1", "", Reading::share},
                                             {"cost.total", "USD", "", Reading::money},
                                             {"help_calls", "1", "", Reading::number},
                                             {"clinician_hours.training", "hour", "", Reading::hours},
                                             {"help_wait", "minute", "", Reading::minutes},
                                             {"phones-live/wave 1 (north)", "day", "", Reading::date}}};

Wish read(const std::string& text, About about = About::figure) {
    return wishes_of({text}, catalogue, "USD", about).front();
}

TEST(Until, ReadsAmountsInTheUnitOfTheFigure) {
    const auto width = [](const std::string& text) { return read(text).target.half_width; };
    EXPECT_DOUBLE_EQ(width("p80(all_live) +- 3 days"), 3.0);
    EXPECT_DOUBLE_EQ(width("mean(delay) +- 2 weeks"), 14.0);
    EXPECT_DOUBLE_EQ(width("mean(adoption_6_months) +- 1 %"), 0.01);
    EXPECT_DOUBLE_EQ(width("mean(adoption_6_months) +- 1.5 points"), 0.015);
    EXPECT_DOUBLE_EQ(width("mean(cost.total) +- $50k"), 50'000.0);
    EXPECT_DOUBLE_EQ(width("mean(help_calls) +- 12"), 12.0);
    EXPECT_DOUBLE_EQ(width("mean(clinician_hours.training) +- 2 h"), 2.0);
    EXPECT_DOUBLE_EQ(width("mean(help_wait) +- 5 min"), 5.0);
    EXPECT_DOUBLE_EQ(width("mean(help_wait) +- 1 h 30 min"), 90.0);
}

TEST(Until, ReadsStatisticsAndFiguresByTheirExactNames) {
    EXPECT_FALSE(read("mean(delay) +- 1 day").target.quantile);
    EXPECT_DOUBLE_EQ(*read("p1(delay) +- 1 day").target.quantile, 0.01);
    EXPECT_DOUBLE_EQ(*read("p99(delay) +- 1 day").target.quantile, 0.99);
    EXPECT_EQ(read("p80(go_live) +- 1 day").scalar, 0U);
    EXPECT_EQ(read(" p80 ( phones-live/wave 1 (north) )±1 day ").scalar, 7U);
    EXPECT_EQ(read("p80(delay) +/- 1 day").scalar, 1U);
}

TEST(Until, ReadsWidthsRelativeToTheEstimate) {
    const Wish wish = read("mean(cost.total) +- 2 % of it");
    EXPECT_EQ(wish.target.width, Width::of_the_estimate);
    EXPECT_DOUBLE_EQ(wish.target.half_width, 0.02);
    // A date has no zero, but two dates are so many days apart.
    EXPECT_THROW((void)read("p80(all_live) +- 2 % of it"), Error);
    EXPECT_EQ(read("mean(all_live) +- 2 % of it", About::difference).target.width, Width::of_the_estimate);
}

struct Refused {
    const char* text;
    const char* says;
};
class UntilRefuses : public testing::TestWithParam<Refused> {};

TEST_P(UntilRefuses, AndSaysWhy) {
    try {
        (void)read(GetParam().text);
        FAIL() << "took " << GetParam().text;
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_THAT(error.what(), HasSubstr(GetParam().says));
    }
}

INSTANTIATE_TEST_SUITE_P(
    All, UntilRefuses,
    testing::Values(Refused{"", "there is no `+-` in it). Write one of these:"},
                    Refused{"p80(delay)", "--until 'mean(cost.total) +- 2 % of it'"},
                    Refused{"+-", "a statistic with the metric in brackets"},
                    Refused{"p80 delay +- 1 day", "a statistic with the metric in brackets"},
                    Refused{"p80(delay +- 1 day", "a statistic with the metric in brackets"},
                    Refused{"median(delay) +- 1 day", "`median` is neither `mean` nor one of `p1` to `p99`"},
                    Refused{"p0(delay) +- 1 day", "`p0` is neither"},
                    Refused{"p100(delay) +- 1 day", "`p100` is neither"},
                    Refused{"p(delay) +- 1 day", "`p` is neither"}, Refused{"p80() +- 1 day", "no figure ``"},
                    Refused{"p80(al_live) +- 1 day", "Did you mean `all_live`?"},
                    Refused{"p80(golive) +- 1 day", "Did you mean `go_live`?"},
                    Refused{"p80(fnord) +- 1 day", "lists those it has"},
                    Refused{"p80(delay) +-", "how wide the interval may be"},
                    Refused{"p80(delay) +- 3", "has no unit of time"},
                    Refused{"p80(delay) +- 3 %", "or `3 % of it`"},
                    Refused{"p80(delay) +- $3", "this takes a duration"},
                    Refused{"p80(delay) +- 3 fortnights", "is not a unit of time"},
                    Refused{"p80(delay) +- 0 days", "never reached"},
                    Refused{"p80(delay) +- -1 day", "never reached"},
                    Refused{"mean(cost.total) +- 0 % of it", "never reached"},
                    Refused{"mean(cost.total) +- 3 days", "is not in USD"},
                    Refused{"mean(cost.total) +- €3k", "is not in USD"},
                    Refused{"mean(cost.total) +- half of it", "does not start with a number"},
                    Refused{"mean(adoption_6_months) +- 1", "such as `1 %`"},
                    Refused{"mean(adoption_6_months) +- 1 day", "is not a unit of a share"},
                    Refused{"mean(help_calls) +- 3 days", "after the number means nothing"},
                    Refused{"mean(delay) +- \xff\xfe", "does not start with a number"}));

TEST(Until, SaysHowWideAnIntervalIsAndHowWideItMayBe) {
    const Wording wording{*Date::from_civil(2027, 1, 4), "USD"};
    batch::Standing standing{.replications = 400,
                             .happened = 400,
                             .estimate = 100,
                             .interval = {95, 105},
                             .wanted = 3,
                             .would_do = 1200};
    const Wish wish = read("p80(go_live) +- 3 days");
    EXPECT_EQ(in_words(wish, standing, wording), "p80 of all_live ± 5 days, wanted ± 3 days");
    EXPECT_EQ(
        shortfall_in_words(wish, standing, wording),
        "Not as precise as asked: p80 of all_live ± 5 days, wanted ± 3 days, after 400 futures; about 1,200 "
        "would probably do (-n).");
    standing.state = batch::Standing::State::out_of_reach;
    standing.happened = 300;
    EXPECT_THAT(shortfall_in_words(wish, standing, wording),
                HasSubstr("it lies where it never happens within the horizon, as in 100 of 400 futures"));
    standing.happened = 0;
    EXPECT_THAT(shortfall_in_words(wish, standing, wording),
                HasSubstr("it did not happen in any of 400 futures"));
}

TEST(Until, ShowsWhatIsFurthestFromItsWidth) {
    UntilWatch watch{
        wishes_of({"mean(help_calls) +- 1", "mean(delay) +- 1 day"}, catalogue, "USD", About::figure),
        Wording{*Date::from_civil(2027, 1, 4), "USD"}};
    for (int i = 0; i < 100; ++i) {
        watch.add(0, i % 2);
        watch.add(1, 100.0 * (i % 2));
    }
    EXPECT_EQ(watch.in_words(100), "mean of delay ± 10 days, wanted ± 1 day");
    // sd 50.25: (1.98 * 50.25)^2 is about 9,900, and the next checkpoint 10,100.
    EXPECT_EQ(watch.forecast(100, 1'000'000), 10'100U);
    EXPECT_EQ(watch.forecast(100, 500), 500U);
    EXPECT_FALSE(watch.fulfilled());
    EXPECT_EQ(watch.successes(), "Precision: mean of help_calls ± 0.10, wanted ± 1\n");
}

class RunUntil : public ProgramTest {
 protected:
    [[nodiscard]] Ran run(const std::string& options) const {
        return golive(std::string{"run "} + clinic + " " + options);
    }
};

TEST_F(RunUntil, EndsAtACheckpointAndSaysSo) {
    const Ran ran = run("--until 'mean(cost.total) +- 3 % of it' --until 'p50(go_live) +- 5 days' -o a.h5");
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    EXPECT_THAT(ran.out, HasSubstr("\nPrecision: mean of cost.total ± $"));
    EXPECT_THAT(ran.out, HasSubstr("\nPrecision: p50 of all_live ± "));
    EXPECT_THAT(ran.out,
                HasSubstr("--until 'mean(cost.total) +- 3 % of it' --until 'p50(go_live) +- 5 days' --seed 1 "
                          "-n 10000\n"));
    const store::ResultsFile results{folder() / "a.h5"};
    EXPECT_EQ(results.replications().size(), batch::checkpoint_after(results.replications().size() - 1));
    EXPECT_LT(results.replications().size(), 1000U);
    EXPECT_EQ(results.provenance().replications_asked, results.replications().size());
    EXPECT_FALSE(results.provenance().stopped);
}

TEST_F(RunUntil, IsReproducedByItsCommandAndByTheCountAlone) {
    EXPECT_EQ(run("--until 'mean(cost.total) +- 3 % of it' -o a.h5").status, 0);
    const store::ResultsFile results{folder() / "a.h5"};
    const std::string command = results.provenance().command_line;
    EXPECT_EQ(golive(command.substr(command.find(' ')) + " -o b.h5 -j 3").status, 0);
    EXPECT_EQ(run("-n " + std::to_string(results.replications().size()) + " -o c.h5").status, 0);
    EXPECT_EQ(golive("diff --exact a.h5 b.h5").status, 0);
    EXPECT_EQ(golive("diff --exact a.h5 c.h5").status, 0);
}

TEST_F(RunUntil, KeepsEverythingWhereTheCapComesFirst) {
    const Ran ran = run("--until 'mean(cost.total) +- 0.1 % of it' -n 120");
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.err,
                AllOf(HasSubstr("Not as precise as asked: mean of cost.total ± $"),
                      HasSubstr("after 120 futures; about "), HasSubstr(" would probably do (-n).")));
    EXPECT_THAT(ran.out, HasSubstr("(120 replications in "));
    EXPECT_EQ(store::ResultsFile{folder() / "one-clinic.h5"}.replications().size(), 120U);
}

TEST_F(RunUntil, LooksAtTheCapThoughItIsNoCheckpoint) {
    EXPECT_EQ(run("--until 'mean(cost.total) +- 50 % of it' -n 30").status, 0);
}

TEST_F(RunUntil, GivesUpOnWhatNeverHappens) {
    const Ran never = run("--until 'p50(adoption_12_months) +- 1 %'");
    EXPECT_EQ(never.status, 3);
    EXPECT_THAT(never.err, HasSubstr("it did not happen in any of 100 futures"));
    EXPECT_EQ(store::ResultsFile{folder() / "one-clinic.h5"}.replications().size(), 100U);
}

TEST_F(RunUntil, RefusesBeforeAnythingIsSimulated) {
    const Ran ran = run("--until 'p80(go_life) +- 3 days'");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("Did you mean `go_live`?"));
    EXPECT_EQ(files(), 0U);
}

TEST_F(RunUntil, SaysThatTracesBeyondItsEndAreMissing) {
    const Ran ran = run("--until 'mean(cost.total) +- 50 % of it' --trace 7,5000");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.err, HasSubstr("there are traces up to number 99."));
    EXPECT_EQ(store::ResultsFile{folder() / "one-clinic.h5"}.traced(), std::vector<std::uint64_t>{7});
}

}  // namespace
}  // namespace golive::app
