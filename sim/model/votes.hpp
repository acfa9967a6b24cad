//! The equations of votes (docs/model.md 3.3), in plain numbers.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/vocabulary.hpp"

#include <span>

namespace golive::model {

using EvidenceWeights = Numbers<Governance>;

/// What a vote knows beyond the constituency's habit.
struct Evidence {
    double alignment = 0;   ///< of IT with what clinicians need, on the scale of log odds
    double discovered = 0;  ///< share of the units concerned whose work was observed
    int submissions = 1;
    int rescopings = 0;
    int members = 0;  ///< of the body
};
/// Log odds that it adds to an approval: alignment + discovery * discovered + resubmission (submissions - 1)
/// + rescope * rescopings - size * max(0, members - 7). Blenko, Mankins and Rogers: a body's effectiveness
/// falls beyond seven members.
[[nodiscard]] double log_odds_of(const EvidenceWeights& weights, const Evidence& evidence);
/// Chance that an attending member approves: logit p = logit(approval) + what the evidence adds.
[[nodiscard]] double approval_chance(double approval, double evidence);

/// Whether so many of a body's members are a quorum; nobody never is.
[[nodiscard]] constexpr bool is_quorate(int attending, int members, double quorum) {
    return attending > 0 && attending >= quorum * members - 1e-9;
}
/// Of a constituency's members on a body.
struct BenchVotes {
    double weight = 1;
    int attending = 0;
    int approving = 0;
};
/// Unanimous: all who attend. Majority, and a single person's decision: more than half of them. Weighted:
/// more than half of the weight of the benches present, each voting by its own majority.
[[nodiscard]] bool is_carried(VotingRule rule, std::span<const BenchVotes> votes);

}  // namespace golive::model
