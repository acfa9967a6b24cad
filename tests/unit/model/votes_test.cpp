//! Votes: what evidence adds, who is a quorum, and what each rule asks for.
// SPDX-License-Identifier: Apache-2.0
#include "model/votes.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace golive::model::testing {
namespace {

EvidenceWeights weights_of_votes() {
    return {
        .discovery_evidence = 1.5, .resubmission_evidence = 0.5, .size_penalty = 0.25, .rescope_evidence = 2};
}

TEST(Evidence, OfAFirstRequestBeforeASmallBodyIsNothing) {
    EXPECT_EQ(log_odds_of(weights_of_votes(), {.members = 7}), 0);
    EXPECT_DOUBLE_EQ(approval_chance(0.7, 0), 0.7);
}

TEST(Evidence, AddsUpOnTheScaleOfLogOdds) {
    const EvidenceWeights weights = weights_of_votes();
    EXPECT_DOUBLE_EQ(log_odds_of(weights, {.alignment = 0.8, .members = 7}), 0.8);
    EXPECT_DOUBLE_EQ(log_odds_of(weights, {.discovered = 0.5, .members = 7}), 0.75);
    EXPECT_DOUBLE_EQ(log_odds_of(weights, {.submissions = 4, .members = 7}), 1.5);
    EXPECT_DOUBLE_EQ(log_odds_of(weights, {.rescopings = 2, .members = 7}), 4);
    EXPECT_DOUBLE_EQ(log_odds_of(weights, {.members = 3}), 0);
    EXPECT_DOUBLE_EQ(log_odds_of(weights, {.members = 11}), -1);
    EXPECT_NEAR(approval_chance(0.5, std::log(3)), 0.75, 1e-12);
}

TEST(Quorum, IsAShareOfTheMembersAndNeverNobody) {
    EXPECT_TRUE(is_quorate(5, 10, 0.5));
    EXPECT_FALSE(is_quorate(4, 10, 0.5));
    EXPECT_TRUE(is_quorate(7, 10, 0.7));  // however 0.7 * 10 is rounded
    EXPECT_TRUE(is_quorate(1, 10, 0));
    EXPECT_FALSE(is_quorate(0, 10, 0));
}

/// Every outcome of two benches of up to three: who is outvoted by whom.
TEST(Vote, RulesDifferInWhatTheyAskFor) {
    for (int a = 0; a <= 3; ++a)
        for (int b = 0; b <= 3; ++b) {
            const std::vector<BenchVotes> votes{{.weight = 3, .attending = 3, .approving = a},
                                                {.weight = 1, .attending = 3, .approving = b}};
            EXPECT_EQ(is_carried(VotingRule::unanimous, votes), a + b == 6);
            EXPECT_EQ(is_carried(VotingRule::majority, votes), a + b > 3);
            EXPECT_EQ(is_carried(VotingRule::weighted, votes), a >= 2);
        }
}

TEST(Vote, OfTheAbsentDoesNotCount) {
    const std::vector<BenchVotes> votes{{.weight = 9, .attending = 0, .approving = 0},
                                        {.weight = 1, .attending = 2, .approving = 2}};
    for (const VotingRule rule : {VotingRule::unanimous, VotingRule::majority, VotingRule::weighted})
        EXPECT_TRUE(is_carried(rule, votes));
}

TEST(Vote, OfOnePersonIsTheDecisionWhateverTheRule) {
    for (const VotingRule rule :
         {VotingRule::unanimous, VotingRule::majority, VotingRule::weighted, VotingRule::empowered})
        for (const int approving : {0, 1})
            EXPECT_EQ(is_carried(rule, std::vector<BenchVotes>{{.attending = 1, .approving = approving}, {}}),
                      approving == 1);
}

TEST(Vote, OnATieFails) {
    const std::vector<BenchVotes> halves{{.weight = 1, .attending = 2, .approving = 2},
                                         {.weight = 1, .attending = 2, .approving = 0}};
    EXPECT_FALSE(is_carried(VotingRule::majority, halves));
    EXPECT_FALSE(is_carried(VotingRule::weighted, halves));
}

}  // namespace
}  // namespace golive::model::testing
