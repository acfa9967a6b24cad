//! Why people gave up, added up over places and replications.
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <gtest/gtest.h>

#include <golive/base/error.hpp>
#include <golive/study/giving_up.hpp>

namespace golive::study {
namespace {

/// Two units with two roles, and two reasons.
model::Catalogue two_by_two() {
    model::Catalogue catalogue;
    catalogue.members[static_cast<std::size_t>(model::ScopeKind::unit)] = {"Hill/ICU", "Hill/Ward"};
    catalogue.roles = {"nurse", "physician"};
    catalogue.posts = {10, 2, 30, 4};
    catalogue.reasons = {"skill", "fit"};
    return catalogue;
}

TEST(GivingUpTally, IsAMeanOverReplicationsByUnitByRoleAndOfAll) {
    const model::Catalogue catalogue = two_by_two();
    GivingUpTally tally{catalogue};
    tally.add(std::array<float, 8>{1, 0, 0, 2, 3, 1, 0, 0});
    tally.add(std::array<float, 8>{0, 1, 0, 0, 5, 1, 2, 0});
    const auto units = tally.by_unit();
    ASSERT_EQ(units.size(), 2U);
    EXPECT_EQ(units[0].name, "Hill/ICU");
    EXPECT_EQ(units[0].posts, 12);
    EXPECT_EQ(units[0].times, (std::vector<double>{0.5, 1.5}));
    EXPECT_EQ(units[1].posts, 34);
    EXPECT_EQ(units[1].times, (std::vector<double>{5, 1}));
    const auto roles = tally.by_role();
    ASSERT_EQ(roles.size(), 2U);
    EXPECT_EQ(roles[0].posts, 40);
    EXPECT_EQ(roles[0].times, (std::vector<double>{4.5, 1.5}));
    EXPECT_EQ(roles[1].times, (std::vector<double>{1, 1}));
    EXPECT_EQ(tally.everyone().posts, 46);
    EXPECT_DOUBLE_EQ(tally.everyone().all(), 8);
}

TEST(GivingUpTally, OfNoReplicationIsNothing) {
    const model::Catalogue catalogue = two_by_two();
    const GivingUpTally tally{catalogue};
    EXPECT_EQ(tally.everyone().all(), 0);
    EXPECT_EQ(tally.by_unit().front().posts, 12);
}

TEST(GivingUpTally, RefusesNumbersOfAnotherShape) {
    const model::Catalogue catalogue = two_by_two();
    GivingUpTally tally{catalogue};
    EXPECT_THROW(tally.add(std::array<float, 6>{}), Error);
}

}  // namespace
}  // namespace golive::study
