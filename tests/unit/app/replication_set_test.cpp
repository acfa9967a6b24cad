//! "0,5,10-12"
// SPDX-License-Identifier: Apache-2.0
#include "app/simulate/replication_set.hpp"

#include <gtest/gtest.h>

#include <golive/base/error.hpp>

namespace golive::app {
namespace {

TEST(ReplicationSet, HoldsNumbersAndRangesWithBothEnds) {
    const ReplicationSet set{"0,5,10-12"};
    for (const std::uint64_t in : {0, 5, 10, 11, 12}) EXPECT_TRUE(set.contains(in)) << in;
    for (const std::uint64_t out : {1, 4, 6, 9, 13}) EXPECT_FALSE(set.contains(out)) << out;
    EXPECT_EQ(set.greatest(), 12U);
}

TEST(ReplicationSet, IsEmptyUnlessAskedFor) {
    EXPECT_TRUE(ReplicationSet{}.empty());
    EXPECT_FALSE(ReplicationSet{}.contains(0));
}

class NotASet : public testing::TestWithParam<const char*> {};

TEST_P(NotASet, IsRefused) { EXPECT_THROW(ReplicationSet{GetParam()}, Error); }

INSTANTIATE_TEST_SUITE_P(All, NotASet,
                         testing::Values("", ",", "1,", ",1", "1,,2", "a", "-", "1-", "-1", "3-1", "1-2-3",
                                         "1 2"));

}  // namespace
}  // namespace golive::app
