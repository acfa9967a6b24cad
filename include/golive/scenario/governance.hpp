//! [body.*] and [governance]: who decides, how often they meet and by what rule.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <golive/scenario/ids.hpp>
#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

/// A group whose members share priorities: clinical, it, finance ...
struct Constituency {
    std::string name;
    bool of_clinicians;  ///< their hours at meetings are taken from care
};

enum class VotingRule {
    unanimous,  ///< every attending member
    majority,   ///< more than half of the attending members
    weighted,   ///< each constituency votes as a block by its own majority; more than half of the weight
    empowered,  ///< one accountable person; no quorum, no vote
};

enum class AgendaOrder { fifo, priority };

/// [body.steering]
struct Body {
    struct Bench {  ///< the members of one constituency
        ConstituencyId constituency;
        int members;
        Share attendance;  ///< probability that a member attends a meeting
        /// Probability that a member approves a first submission without evidence.
        Uncertain<Share> approval;
        double weight;  ///< under VotingRule::weighted
    };
    std::string name;
    std::vector<Bench> benches;
    Duration meets_every;
    int slots;     ///< agenda items per meeting
    Share quorum;  ///< of all members
    VotingRule rule;
    AgendaOrder agenda;
    std::optional<Duration> time_box;  ///< since the submission; then the chair decides alone
    Share rejected;              ///< of the items that fail a vote: rejected and rescoped instead of deferred
    Uncertain<Duration> rework;  ///< after a deferral, in working time of those who asked
    Uncertain<Duration> rescope;  ///< after a rejection
    Duration meeting_length;
    struct Paper {  ///< prepared before every submission
        TeamId team;
        Uncertain<Duration> effort;
    };
    std::optional<Paper> paper;
    Uncertain<Rate> other_items;  ///< other projects' items that compete for the agenda
};

/// [governance]: what moves a vote, on the scale of log odds.
template <template <class> class Number>
struct GovernanceSection {
    Number<double> discovery_evidence;     ///< when discovery was done for the item
    Number<double> resubmission_evidence;  ///< per earlier submission
    Number<double> size_penalty;           ///< per member beyond seven (Blenko et al.)
    Number<double> rescope_evidence;       ///< per rescoping: a smaller request is easier to grant

    static auto members(auto& section) {
        auto& [discovery_evidence, resubmission_evidence, size_penalty, rescope_evidence] = section;
        return std::tie(discovery_evidence, resubmission_evidence, size_penalty, rescope_evidence);
    }
};
using Governance = GovernanceSection<Uncertain>;

}  // namespace golive::scenario
