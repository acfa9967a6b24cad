//! Names of enums, checked when they are compiled.
// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <golive/base/enum_names.hpp>

namespace golive {
namespace {

enum class Shift { day, night };
constexpr EnumNames<Shift::night> names{{{Shift::day, "day"}, {Shift::night, "night"}}};

static_assert(names[Shift::night] == "night");
static_assert(names.called("day") == Shift::day);
static_assert(!names.called("dusk"));

TEST(EnumNames, AreListedInTheirOrder) { EXPECT_THAT(names.all(), testing::ElementsAre("day", "night")); }

}  // namespace
}  // namespace golive
