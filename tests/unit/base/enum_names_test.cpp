//! Names of values and values of names; a table that is not right does not compile.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <string>

#include <golive/base/enum_names.hpp>

namespace golive {
namespace {

enum class Colour { red, green, blue };

constexpr EnumNames<Colour, 3> names{
    {{Colour::red, "red"}, {Colour::green, "green"}, {Colour::blue, "blue"}}};

static_assert(names.name_of(Colour::green) == "green");
static_assert(names.find("blue") == Colour::blue);
static_assert(!names.find("mauve"));

TEST(EnumNames, GiveEveryValueInOrder) {
    std::string all;
    for (const auto& [value, name] : names) {
        EXPECT_EQ(names.name_of(value), name);
        all += std::string{name} + " ";
    }
    EXPECT_EQ(all, "red green blue ");
}

TEST(EnumNames, RefuseAValueThatNobodyNamed) {
    EXPECT_THROW((void)names.name_of(static_cast<Colour>(3)), Error);
}

}  // namespace
}  // namespace golive
