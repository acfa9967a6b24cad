// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <golive/scenario/quantity_text.hpp>

namespace golive::scenario {
namespace {

double value(std::string_view text, const Format& format, std::string_view currency = "USD") {
    const ParsedQuantity reading = parse_quantity(text, format, currency);
    EXPECT_TRUE(reading.value) << text << ": " << reading.problem;
    return reading.value.value_or(-12345);
}
std::string problem(std::string_view text, const Format& format, std::string_view currency = "USD") {
    const ParsedQuantity reading = parse_quantity(text, format, currency);
    EXPECT_FALSE(reading.value) << text;
    return reading.problem;
}

const Format duration{Dimension::duration}, money{Dimension::money}, share{Dimension::share},
    rate{Dimension::rate};

TEST(QuantityText, ReadsDurationsInEveryUnit) {
    EXPECT_EQ(value("6 weeks", duration), 6 * 604800.0);
    EXPECT_EQ(value("45 min", duration), 2700);
    EXPECT_EQ(value("2.5 h", duration), 9000);
    EXPECT_EQ(value("90 s", duration), 90);
    EXPECT_EQ(value("1 year", duration), 31'557'600);
    EXPECT_EQ(value("30 months", duration), 30 * 2'629'800.0);
    EXPECT_EQ(value("2 h 30 min", duration), 9000);
    EXPECT_EQ(value("3days", duration), 3 * 86400.0);
    EXPECT_EQ(value("-2 days", duration), -2 * 86400.0);  // refused by bounds, where there is a key to name
}

TEST(QuantityText, ReadsMoneyInTheScenariosCurrencyOnly) {
    EXPECT_EQ(value("$1.2M", money), 1.2e6);
    EXPECT_EQ(value("$750", money), 750);
    EXPECT_EQ(value("€40k", money, "EUR"), 40e3);
    EXPECT_EQ(value("$61,110", money), 61110);
    EXPECT_EQ(value("750 CHF", money, "CHF"), 750);
    EXPECT_EQ(value("CHF 750", money, "CHF"), 750);
    EXPECT_EQ(value("$2bn", money), 2e9);
    EXPECT_EQ(value("¤750", money, "SEK"), 750);
    EXPECT_EQ(value("-$5", money), -5);
    EXPECT_EQ(problem("€40k", money), "\"€40k\" is not in USD, the scenario's currency");
    EXPECT_EQ(problem("750", money), "\"750\" has no currency");
    EXPECT_EQ(problem("$750x", money), "`x` after the amount means nothing");
}

TEST(QuantityText, ReadsWagesPerHour) {
    const Format wage{Dimension::money, "", "per h"};
    EXPECT_EQ(value("$49 per h", wage), 49);
    EXPECT_EQ(value("$49/h", wage), 49);
    EXPECT_EQ(problem("$49", wage), "\"$49\" lacks `per h`");
}

TEST(QuantityText, ReadsSharesWithAndWithoutPerCent) {
    EXPECT_DOUBLE_EQ(value("80 %", share), 0.8);
    EXPECT_DOUBLE_EQ(value("105%", share), 1.05);
    EXPECT_DOUBLE_EQ(value("0.4", share), 0.4);
    EXPECT_EQ(problem("80 percent", share), "`percent` is not a unit of a share");
}

TEST(QuantityText, ReadsRates) {
    EXPECT_DOUBLE_EQ(value("16.4 % per year", rate), 0.164 / 31'557'600);
    EXPECT_DOUBLE_EQ(value("3 per week", rate), 3 / 604800.0);
    EXPECT_DOUBLE_EQ(value("0.8 per month", rate), 0.8 / 2'629'800);
    EXPECT_DOUBLE_EQ(value("3/week", rate), 3 / 604800.0);
    EXPECT_EQ(problem("3", rate), "\"3\" does not say per what time");
    EXPECT_EQ(problem("3 per fortnight", rate), "`fortnight` is not a unit of time");
}

TEST(QuantityText, ReadsWordsBeforeAndAfter) {
    EXPECT_EQ(value("every 2 weeks", {Dimension::duration, "every", ""}), 2 * 604800.0);
    EXPECT_EQ(value("6 h per day", {Dimension::duration, "", "per day"}), 6 * 3600.0);
    EXPECT_EQ(problem("2 weeks", {Dimension::duration, "every", ""}), "\"2 weeks\" lacks `every`");
}

TEST(QuantityText, TellsWhyThereIsNoNumber) {
    EXPECT_EQ(problem("some weeks", duration), "\"some weeks\" does not start with a number");
    EXPECT_EQ(problem("", duration), "\"\" does not start with a number");
    EXPECT_EQ(problem("1,5 h", duration), "\"1,5 h\" has a comma that does not part thousands");
    EXPECT_EQ(problem("6", duration), "\"6\" has no unit of time");
    EXPECT_EQ(problem("6 fortnights", duration), "`fortnights` is not a unit of time");
    EXPECT_EQ(problem("99999999999999999 years", duration),
              "\"99999999999999999 years\" is too large to be meant");
    EXPECT_EQ(problem("1.2.3 h", duration), "\"1.2.3 h\" does not start with a number");
}

TEST(QuantityText, ShowsWhatItReads) {
    for (const char* text : {"6 weeks", "45 min", "3 days", "50 years"})
        EXPECT_EQ(show_quantity(value(text, duration), duration, "USD"), text);
    EXPECT_EQ(show_quantity(0.8, share, "USD"), "80 %");
    EXPECT_EQ(show_quantity(750, money, "EUR"), "€750");
    EXPECT_EQ(show_quantity(750, money, "CHF"), "750 CHF");
    EXPECT_EQ(show_quantity(49, {Dimension::money, "", "per h"}, "USD"), "$49 per h");
}

TEST(QuantityText, ReadsClockTimes) {
    EXPECT_EQ(parse_clock("08:00"), 8 * 3600.0);
    EXPECT_EQ(parse_clock("24:00"), 86400.0);
    for (const char* text : {"8:00", "08:60", "24:01", "ab:cd", "", "08:00:00"})
        EXPECT_FALSE(parse_clock(text)) << text;
}

}  // namespace
}  // namespace golive::scenario
