#include "model/votes.hpp"

#include "model/odds.hpp"

#include <algorithm>

namespace golive::model {
namespace {

constexpr int effective_size = 7;  // Blenko, Mankins and Rogers: effectiveness falls beyond it

}  // namespace

double log_odds_of(const EvidenceWeights& weights, const Evidence& evidence) {
    const int beyond = std::max(0, evidence.members - effective_size);
    return evidence.alignment + weights.discovery_evidence * evidence.discovered +
           weights.resubmission_evidence * (evidence.submissions - 1) +
           weights.rescope_evidence * evidence.rescopings - weights.size_penalty * beyond;
}

double approval_chance(double approval, double evidence) { return logistic(logit(approval) + evidence); }

bool is_carried(VotingRule rule, std::span<const BenchVotes> votes) {
    int attending = 0;
    int approving = 0;
    double weight = 0;
    double weight_for = 0;
    for (const BenchVotes& bench : votes) {
        attending += bench.attending;
        approving += bench.approving;
        if (bench.attending == 0) continue;
        weight += bench.weight;
        if (2 * bench.approving > bench.attending) weight_for += bench.weight;
    }
    switch (rule) {
        case VotingRule::unanimous:
            return approving == attending;
        case VotingRule::weighted:
            return 2 * weight_for > weight;
        case VotingRule::majority:
        case VotingRule::empowered:
            return 2 * approving > attending;
    }
    return false;
}

}  // namespace golive::model
