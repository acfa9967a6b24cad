#include <gtest/gtest.h>

#include <golive/base/date.hpp>

namespace golive {
namespace {

TEST(Date, ReadsIsoDatesAndNothingElse) {
    ASSERT_TRUE(Date::parse("2028-02-29"));
    EXPECT_EQ(Date::parse("2028-02-29")->iso(), "2028-02-29");
    for (const char* wrong : {"2027-02-29", "2027-13-01", "2027-1-04", "04.01.2027", "", "2027-01-0x"})
        EXPECT_FALSE(Date::parse(wrong)) << wrong;
}

TEST(Date, SpellsItselfInWords) { EXPECT_EQ(Date::parse("2027-03-14")->in_words(), "14 March 2027"); }

TEST(Date, ConvertsToSimulatedTimeAndBack) {
    const Date start = *Date::parse("2027-01-04");
    const Date later = *Date::parse("2028-01-04");
    EXPECT_EQ(time_of(later, start).since_start(), Duration::days(365));
    EXPECT_EQ(date_of(time_of(later, start) + Duration::hours(23), start), later);
    EXPECT_EQ(date_of(Time{} - Duration::seconds(1), start).iso(), "2027-01-03");
}

}  // namespace
}  // namespace golive
