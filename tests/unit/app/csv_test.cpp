//! Comma-separated values, field by field.
// SPDX-License-Identifier: Apache-2.0
#include "app/terminal/csv.hpp"

#include <cstdlib>
#include <cstring>
#include <gtest/gtest.h>
#include <limits>

namespace golive::app {
namespace {

template <class T>
bool same_bits(T a, T b) {
    return std::memcmp(&a, &b, sizeof(T)) == 0;
}

class Text : public TextOutput {
 public:
    void write(std::string_view text) override { all += text; }
    std::string all;
};

TEST(Csv, QuotesWhatWouldBeTakenApart) {
    EXPECT_EQ(csv_text("plain text"), "plain text");
    EXPECT_EQ(csv_text("a, b"), "\"a, b\"");
    EXPECT_EQ(csv_text("an \"ICU\""), "\"an \"\"ICU\"\"\"");
    EXPECT_EQ(csv_text("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(csv_text("Chirurgie Süd"), "Chirurgie Süd");
    EXPECT_EQ(csv_text(""), "");
}

TEST(Csv, WritesNumbersThatReadBackBitForBit) {
    for (const double x :
         {0.1, -0.0, 1.0 / 3.0, 5e-324, 1.7976931348623157e308, 110921.36, 1e23, -123456789.125}) {
        Text text;
        CsvRows{text}.number(x).end();
        EXPECT_TRUE(same_bits(std::strtod(text.all.c_str(), nullptr), x)) << text.all;
    }
    for (const float x : {0.1F, 16.165289F, 1e-45F, 3.4028235e38F}) {
        Text text;
        CsvRows{text}.number(x).end();
        EXPECT_TRUE(same_bits(std::strtof(text.all.c_str(), nullptr), x)) << text.all;
        EXPECT_TRUE(same_bits(static_cast<float>(std::strtod(text.all.c_str(), nullptr)), x)) << text.all;
    }
}

TEST(Csv, LeavesMissingFieldsEmpty) {
    Text text;
    CsvRows rows{text};
    rows.header("a", "b", "c", "d");
    rows.number(std::numeric_limits<double>::quiet_NaN()).missing().text("x");
    rows.number(std::numeric_limits<double>::infinity()).end();
    EXPECT_EQ(text.all, "a,b,c,d\n,,x,Inf\n");
}

}  // namespace
}  // namespace golive::app
