//! Verdicts in a sentence: directions, intervals, what cannot be told, and what not all futures have.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <golive/report/verdicts.hpp>

namespace golive::report {
namespace {

using model::Reading;
using study::Contrast;
using study::Verdict;

class Verdicts : public testing::Test {
 protected:
    Verdicts() { comparison_.replications = 1000; }

    Contrast& contrast(const std::string& metric, Reading reading, double low, double high, Verdict verdict,
                       std::size_t alternative = 1) {
        Contrast c;
        c.alternative = alternative;
        c.metric = {metric, "", "", reading};
        c.mean = 0.5 * (low + high);
        c.difference = {low, high};
        c.pairs = 1000;
        c.verdict = verdict;
        comparison_.contrasts.push_back(c);
        return comparison_.contrasts.back();
    }
    [[nodiscard]] std::vector<std::string> sentences(const std::vector<std::string>& names = {"A",
                                                                                              "B"}) const {
        return verdict_sentences(comparison_, names, Wording{*Date::from_civil(2027, 1, 4), "USD"});
    }

    study::Comparison comparison_;
};

TEST_F(Verdicts, SayTheDateFirstWhateverTheOrderOfFigures) {
    contrast("cost.total", Reading::money, -20, 60'000, Verdict::cannot_tell).replications_to_tell = 3312;
    contrast("adoption_6_months", Reading::share, 0.029, 0.053, Verdict::higher);
    contrast("all_live", Reading::date, -24, -12, Verdict::lower);
    EXPECT_EQ(sentences().at(0),
              "B goes live 18 days earlier (12 to 24) and sees 4.1 points more of the opportunities used 6 "
              "months later "
              "(2.9 to 5.3); it cannot be told from A in cost (about 3,400 futures would).");
}

TEST_F(Verdicts, SayMoneyWithItsCurrencyAtBothEnds) {
    contrast("cost.total", Reading::money, 80'000, 160'000, Verdict::higher);
    contrast("storeroom_share", Reading::share, 0, 0, Verdict::same);
    EXPECT_EQ(sentences().at(0),
              "B costs $120k more ($80.0k to $160k); the same in every future: storeroom.");
}

TEST_F(Verdicts, OfThreeAlternativesAreTwo) {
    contrast("all_live", Reading::date, 1, 3, Verdict::higher, 1);
    contrast("all_live", Reading::date, 0, 0, Verdict::same, 2);
    EXPECT_EQ(sentences({"Base", "Later", "Same"}),
              (std::vector<std::string>{"Later goes live 2 days later (1 to 3).",
                                        "Same is the same as Base in every future in date."}));
}

TEST_F(Verdicts, SayWhatNoNumberOfFuturesTells) {
    contrast("all_live", Reading::date, -2, 2, Verdict::cannot_tell);
    EXPECT_EQ(sentences().at(0), "B cannot be told from A in date (more futures than anyone runs would).");
}

TEST_F(Verdicts, SayInHowManyFuturesBothGetThere) {
    Contrast& date = contrast("all_live", Reading::date, 61, 133, Verdict::higher);
    date.pairs = 390;
    date.only_base = 610;
    EXPECT_EQ(
        sentences().at(0),
        "B goes live 97 days later (61 to 133; both get there in 390 of 1,000 futures, A alone in 610).");
    date.verdict = Verdict::cannot_tell;
    date.pairs = 1;
    date.only_base = 0;
    date.only_other = 999;
    EXPECT_EQ(sentences().at(0),
              "B cannot be told from A in date (both get there in 1 of 1,000 futures, B alone in 999).");
}

TEST_F(Verdicts, OfStrangersSayThatThereIsNothingToSay) {
    EXPECT_EQ(sentences().at(0), "B and A have no date, use, devices or cost in common.");
}

TEST(Amounts, ReadAsDifferencesDo) {
    const Wording wording{*Date::from_civil(2027, 1, 4), "EUR"};
    EXPECT_EQ(amount_in_words(1.0, Reading::date, wording), "1 day");
    EXPECT_EQ(amount_in_words(2.55, Reading::days, wording), "2.5 days");
    EXPECT_EQ(amount_in_words(18.3, Reading::days, wording), "18 days");
    EXPECT_EQ(amount_in_words(0.01, Reading::days, wording), "under 0.1 days");
    EXPECT_EQ(amount_in_words(0.041, Reading::share, wording), "4.1 points");
    EXPECT_EQ(amount_in_words(120'000, Reading::money, wording), "€120k");
    EXPECT_EQ(amount_in_words(3.42, Reading::hours, wording), "3.42 h");
}

TEST(Forecasts, HaveTwoDigits) {
    EXPECT_EQ(roughly(7), 7U);
    EXPECT_EQ(roughly(99), 99U);
    EXPECT_EQ(roughly(101), 110U);
    EXPECT_EQ(roughly(3312), 3400U);
    EXPECT_EQ(roughly(3400), 3400U);
}

}  // namespace
}  // namespace golive::report
