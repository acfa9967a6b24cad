//! Slips of the pen, and words that are none.
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <golive/base/spelling.hpp>

namespace golive {
namespace {

TEST(Spelling, GuessesSlipsAndNothingElse) {
    const std::vector<std::string> words{"requires", "majority", "time_box", "go_live"};
    EXPECT_EQ(closest("reqires", words), "requires");
    EXPECT_EQ(closest("majroity", words), "majority");
    EXPECT_EQ(closest("time-box", words), "time_box");
    EXPECT_EQ(closest("Go Live", words), "go_live");
    EXPECT_EQ(closest("steering", words), "");
    EXPECT_EQ(closest("x", words), "");
}

TEST(Spelling, ReadsKeysAsPeopleDo) {
    EXPECT_EQ(in_words("not_live"), "not live");
    EXPECT_EQ(in_words("it_labour"), "IT labour");
    EXPECT_EQ(in_words("items"), "items");
}

}  // namespace
}  // namespace golive
