//! The sentences of an answer and its warnings, word by word, from files whose numbers are set by hand.
// SPDX-License-Identifier: Apache-2.0
#include "report/answer.hpp"

#include "report/numbers.hpp"
#include "results_files.hpp"

#include <gmock/gmock.h>
#include <limits>

#include <golive/report/study_input.hpp>
#include <golive/report/words.hpp>

namespace golive::report {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr double never = std::numeric_limits<double>::quiet_NaN();

class Answer : public ResultsFiles {
 protected:
    /// A file of one wave in which these scalars have these values, one a replication.
    [[nodiscard]] store::ResultsFile file_with(const std::map<std::string, std::vector<double>>& values,
                                               Wanted wanted = {}) const {
        if (wanted.text.empty()) wanted.text = phones(one_wave);
        const model::Blueprint blueprint{scenario::load_text(wanted.text).scenario};
        wanted.replications = values.begin()->second.size();
        wanted.result = [&](model::Result& result) {
            for (const auto& [name, of_all] : values)
                result.scalars[blueprint.catalogue().scalar(name)] = of_all.at(result.replication);
        };
        return store::ResultsFile{write(wanted)};
    }
    static std::vector<std::string> answer_of(const store::ResultsFile& results) {
        return answer(results, read_explanation(results));
    }
};

TEST_F(Answer, SaysWhatTheChanceOfTheTargetIs) {
    // The target is 3 May 2027, day 119: what happens later on that day is in time.
    const auto sentences = answer_of(file_with({{"all_live", {100, 119.25, 120.25, never}}}));
    EXPECT_THAT(sentences,
                Contains(HasSubstr("The plan's last target is 3 May 2027: 50 % chance of meeting it; "
                                   "half of the futures are there by 3 May 2027.")));
}

TEST_F(Answer, LeavesOutDatesThatHalfOfTheFuturesDoNotReach) {
    const auto sentences = answer_of(file_with({{"all_live", {100, never, never, never}}}));
    EXPECT_THAT(sentences, Contains("The plan's last target is 3 May 2027: 25 % chance of meeting it."));
}

TEST_F(Answer, SaysSoWhereNoFutureMeetsTheTarget) {
    const auto sentences = answer_of(file_with({{"all_live", {120, 130, 140, 150}}}));
    EXPECT_THAT(sentences,
                Contains(HasSubstr("The plan's last target is 3 May 2027: not one future meets it; half")));
}

TEST_F(Answer, SaysWhatItCostsAndWhetherItIsWorthIt) {
    const auto results = file_with({{"cost.total", {100'000, 100'000, 100'000, 100'000}}});
    EXPECT_THAT(answer_of(results), Contains(HasSubstr("The rollout costs $100k by 28 February 2028")));
}

TEST_F(Answer, SaysHowMuchItIsUsedAYearLater) {
    const auto all = answer_of(file_with({{"adoption_12_months", {0.5, 0.5, 0.5, 0.5}}}));
    EXPECT_THAT(all, Contains("A year after its go-live the new technology is used on 50 % of occasions."));
    const auto some = answer_of(file_with({{"adoption_12_months", {0.5, 0.5, never, never}}}, {}));
    EXPECT_THAT(some, Contains(HasSubstr(", in the 50 % of futures that get so far.")));
}

TEST_F(Answer, NamesTheLongestWaits) {
    const auto results = store::ResultsFile{write({.text = phones(one_wave), .replications = 30})};
    const study::Explanation explanation = read_explanation(results);
    const auto days = explanation.delays().last().by_cause(results.catalogue().causes.size());
    const auto sentences = answer(results, explanation);
    const auto about = std::ranges::find_if(
        sentences, [](const std::string& s) { return s.starts_with("The last go-live comes "); });
    ASSERT_NE(about, sentences.end());
    EXPECT_THAT(*about, Not(HasSubstr("planned date (")));
    std::vector<double> named;
    for (std::size_t c = 0; c < days.size(); ++c)
        if (about->find(fmt::format("{} ({:.0f} days)", results.catalogue().causes[c], days[c])) !=
            about->npos)
            named.push_back(days[c]);
    EXPECT_GE(named.size(), 1U);
    EXPECT_LE(named.size(), 3U);
}

TEST_F(Answer, TellsTheBestReliefOnlyWhereItIsMoreThanChance) {
    const auto results = store::ResultsFile{write({.text = phones(one_wave), .replications = 12})};
    study::Explanation chance = read_explanation(results), more = read_explanation(results);
    const auto gain = [](std::size_t cause, const char* how, double days, double low, double high) {
        return study::Gain{.lever = {cause, ""},
                           .how = how,
                           .attributed_days = 0,
                           .days = days,
                           .days_interval = {low, high},
                           .live = 0,
                           .adoption = {},
                           .futures = 12};
    };
    for (study::Explanation* each : {&chance, &more}) {
        each->add(gain(0, "no step waits for its date", 90, 80, 100));
        each->add(gain(6, "the board meets daily", 20, -3, 43));
    }
    more.add(gain(11, "orders come at once", 12, 2, 22));
    EXPECT_THAT(
        answer(results, more),
        Contains("What would help most of what was tried: if orders come at once, the last go-live comes "
                 "12 days sooner (2 to 22)."));
    EXPECT_THAT(answer(results, chance), Not(Contains(HasSubstr("What would help"))));
}

TEST_F(Answer, SaysWhyPeopleGiveUp) {
    const auto results = store::ResultsFile{
        write({.text = phones(one_wave), .replications = 4, .result = [](model::Result& result) {
                   std::ranges::fill(result.gave_up, 0.0F);
                   result.gave_up[1] = 3;  // fit
                   result.gave_up[9] = 1;  // skill, on the other ward
               }})};
    EXPECT_THAT(answer_of(results),
                Contains("On average clinicians give the technology up 4 times in a future; what stands in "
                         "the way most: fit."));
}

TEST_F(Answer, WarnsOfWhatMakesFiguresRough) {
    const auto of = [&](Wanted wanted, const std::string& name) {
        if (wanted.text.empty()) wanted.text = phones(one_wave);
        return warnings(store::ResultsFile{write(wanted, name)});
    };
    EXPECT_THAT(of({.replications = 12}, "few.h5"),
                Contains("This rests on 12 futures only: P10 and P90 are rough. A thousand cost little."));
    EXPECT_THAT(of({.replications = 200}, "enough.h5"), Not(Contains(HasSubstr("only"))));
    EXPECT_THAT(of({.replications = 12, .failed = {3}}, "failed.h5"),
                Contains("1 future failed and is left out of every figure."));
    EXPECT_THAT(of({.replications = 12,
                    .stopped = true,
                    .provenance = [](store::Provenance& from) { from.replications_asked = 1000; }},
                   "stopped.h5"),
                Contains("The run was stopped after 12 of 1,000 futures."));
    EXPECT_THAT(of({.replications = 12}, "thin.h5"), Contains(HasSubstr("rest on judgement")));
}

TEST_F(Answer, WarnsOfFuturesThatTheHorizonCutsOff) {
    const auto results = file_with({{"all_live", {100, 110, 120, never}}});
    EXPECT_THAT(warnings(results),
                Contains(HasSubstr("In 25 % of futures not everything is live by 28 February "
                                   "2028, the end of what was simulated")));
    EXPECT_THAT(warnings(file_with({{"all_live", {100, 110, 120, 130}}}, {})),
                Not(Contains(HasSubstr("not everything"))));
}

// ---------------------------------------------------------------- numbers

TEST(Rounded, KeepsFourDigitsAndNothingElse) {
    EXPECT_EQ(rounded(123456).dump(), "123500");
    EXPECT_EQ(rounded(0.123456).dump(), "0.1235");
    EXPECT_EQ(rounded(-98.7654).dump(), "-98.77");
    EXPECT_EQ(rounded(0).dump(), "0");
    EXPECT_EQ(rounded(9999.9).dump(), "10000");
    EXPECT_EQ(rounded(1e-7).dump(), "1e-07");
    EXPECT_TRUE(rounded(never).is_null());
    EXPECT_TRUE(rounded(std::numeric_limits<double>::infinity()).is_null());
    EXPECT_EQ(days_or_null(12.345678).dump(), "12.35");
    EXPECT_TRUE(days_or_null(std::numeric_limits<double>::infinity()).is_null());
}

/// To a relative error of half a unit in the fourth digit, over all sizes that figures have.
TEST(Rounded, IsNeverOffByMore) {
    for (double x = 1.2345678e-12; x < 1e13; x *= 3.7) {
        EXPECT_NEAR(rounded(x).get<double>(), x, 0.0005 * x);
        EXPECT_DOUBLE_EQ(rounded(-x).get<double>(), -rounded(x).get<double>());
    }
}

TEST(Words, HaveNoMinusBeforeNothing) {
    const Wording wording{*Date::parse("2027-01-04"), "USD"};
    EXPECT_EQ(wording.value(-0.2, model::Reading::days), "0 days");
    EXPECT_EQ(wording.value(-0.0, model::Reading::number), "0");
    EXPECT_EQ(wording.value(-0.3, model::Reading::money), "$0");
    EXPECT_EQ(wording.value(-0.0, model::Reading::share), "0 %");
    EXPECT_EQ(wording.value(-1.2, model::Reading::days), "-1 day");
    EXPECT_EQ(wording.value(2, model::Reading::days), "2 days");
}

}  // namespace
}  // namespace golive::report
