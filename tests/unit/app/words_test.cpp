//! Numbers as people read them.
// SPDX-License-Identifier: Apache-2.0
#include "app/terminal/words.hpp"

#include "app/terminal/text_table.hpp"

#include <gtest/gtest.h>
#include <limits>

namespace golive::app {
namespace {

using model::Reading;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Words, CountsHaveSeparatorsAndPlurals) {
    EXPECT_EQ(count_in_words(0), "0");
    EXPECT_EQ(count_in_words(999), "999");
    EXPECT_EQ(count_in_words(1000), "1,000");
    EXPECT_EQ(count_in_words(1234567), "1,234,567");
    EXPECT_EQ(count_in_words(1, "unit"), "1 unit");
    EXPECT_EQ(count_in_words(21, "day"), "21 days");
    EXPECT_EQ(count_in_words(2, "activity"), "2 activities");
}

TEST(Words, SharesKeepADecimalOnlyNearTheEnds) {
    EXPECT_EQ(share_in_words(0.0), "0 %");
    EXPECT_EQ(share_in_words(0.0004), "under 0.1 %");
    EXPECT_EQ(share_in_words(0.0432), "4.3 %");
    EXPECT_EQ(share_in_words(0.0996), "10 %");
    EXPECT_EQ(share_in_words(0.614), "61 %");
    EXPECT_EQ(share_in_words(0.9949), "99.5 %");
    EXPECT_EQ(share_in_words(0.9997), "over 99.9 %");
    EXPECT_EQ(share_in_words(1.0), "100 %");
    EXPECT_EQ(share_in_words(1.234), "123 %");
}

TEST(Words, NoShareBelowAllOrAboveNothingIsRoundedToItsEnd) {
    for (double share = 0.00001; share < 1.0; share += 0.00037) {
        EXPECT_NE(share_in_words(share), "0 %") << share;
        EXPECT_NE(share_in_words(share), "100 %") << share;
    }
}

TEST(Words, MoneyIsRoundedToThreeDigitsWithItsCurrency) {
    EXPECT_EQ(money_in_words(0, "USD"), "$0");
    EXPECT_EQ(money_in_words(1234.4, "USD"), "$1,234");
    EXPECT_EQ(money_in_words(12345, "EUR"), "€12.3k");
    EXPECT_EQ(money_in_words(123456, "GBP"), "£123k");
    EXPECT_EQ(money_in_words(999600, "USD"), "$1.00M");
    EXPECT_EQ(money_in_words(1234567, "CHF"), "CHF 1.23M");
    EXPECT_EQ(money_in_words(4.56e9, "USD"), "$4.56bn");
    EXPECT_EQ(money_in_words(-12345, "USD"), "-$12.3k");
}

TEST(Words, NumbersAreWholeWhereTheyAreLarge) {
    EXPECT_EQ(number_in_words(3), "3");
    EXPECT_EQ(number_in_words(3.416), "3.42");
    EXPECT_EQ(number_in_words(34.16), "34.2");
    EXPECT_EQ(number_in_words(1234.6), "1,235");
    EXPECT_EQ(number_in_words(-1234.6), "-1,235");
    EXPECT_EQ(number_in_words(0.0001), "under 0.01");
}

TEST(Words, TimesAreInTheUnitsThatMatter) {
    using std::chrono::duration;
    EXPECT_EQ(time_in_words(duration<double>{0.123}), "0.1 s");
    EXPECT_EQ(time_in_words(duration<double>{17.3}), "17 s");
    EXPECT_EQ(time_in_words(duration<double>{250}), "4 min 10 s");
    EXPECT_EQ(time_in_words(duration<double>{7500}), "2 h 5 min");
}

TEST(Words, DaysSinceTheStartAreDatesOfTheDayThatHoldsThem) {
    const Date start = *Date::from_civil(2027, 1, 4);
    EXPECT_EQ(short_date(date_after(start, 0.0)), "4 Jan 2027");
    EXPECT_EQ(short_date(date_after(start, 0.99)), "4 Jan 2027");
    EXPECT_EQ(short_date(date_after(start, 69.0)), "14 Mar 2027");
}

TEST(Words, ReadValuesByTheirKind) {
    const Wording wording{*Date::from_civil(2027, 1, 4), "USD"};
    EXPECT_EQ(wording.value(69.5, Reading::date), "14 Mar 2027");
    EXPECT_EQ(wording.value(infinity, Reading::date), "later");
    EXPECT_EQ(wording.value(nan, Reading::money), "-");
    EXPECT_EQ(wording.value(12.4, Reading::days), "12 days");
    EXPECT_EQ(wording.value(1234, Reading::hours), "1,234 h");
    EXPECT_EQ(wording.range(0.52, 0.7, Reading::share), "52-70 %");
    EXPECT_EQ(wording.range(0.701, 0.704, Reading::share), "70 %");
    EXPECT_EQ(wording.range(1.1e6, 2.3e6, Reading::money), "$1.10M to $2.30M");
    EXPECT_EQ(wording.range(-3.0, 12.0, Reading::days), "-3 days to 12 days");
    EXPECT_EQ(wording.range(0.0, 69.0, Reading::date), "4 Jan 2027 to 14 Mar 2027");
}

TEST(TextTable, AlignsByCharactersNotBytes) {
    TextTable table{{Align::left, Align::right}};
    table.row({"é", "1"});
    table.row({"wave", "100"});
    EXPECT_EQ(table.text("  "), "  é       1\n  wave  100\n");
}

TEST(TextTable, CutsWhatIsWiderThanATerminal) {
    TextTable table;
    table.row({"ä", "bcdefgh"});
    EXPECT_EQ(table.text("", 6), "ä  bc…\n");
    EXPECT_EQ(width_of(shortened("ääääää", 4)), 4U);
    EXPECT_EQ(shortened("abcd", 4), "abcd");
}

}  // namespace
}  // namespace golive::app
