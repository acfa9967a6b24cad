//! [adoption]: what decides whether a clinician uses the technology, and what use does to them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

/// Weights are on the scale of log odds; centred terms vanish for a middling person in a middling unit.
struct Adoption {
    Uncertain<double> intercept;
    Uncertain<double> fit;       ///< times (2 fit - 1)
    Uncertain<double> skill;     ///< times (2 skill - 1)
    Uncertain<double> attitude;  ///< times attitude, -1 to 1
    Uncertain<double> peers;     ///< times (2 share of opportunities that colleagues did with it - 1)
    Uncertain<double> workload;  ///< times (effective workload - 100 %); negative: hurry falls back on habit
    Uncertain<double> legacy;    ///< while the old way is still there; negative

    Uncertain<double> initial_attitude;  ///< per person
    Uncertain<double> experience_rate;   ///< of attitude towards the shift's experience, per shift of use
    Uncertain<double> peer_rate;         ///< towards the unit's mean attitude, per shift
    Uncertain<double> leadership;        ///< the attitude that leadership pulls towards
    Uncertain<double> leadership_rate;   ///< per shift

    Uncertain<Share> friction;            ///< per use, whatever the skill and fit
    Uncertain<Share> friction_unskilled;  ///< added times (1 - skill)
    Uncertain<Share> friction_misfit;     ///< added times (1 - fit)
    Uncertain<double> friction_pain;  ///< weight of a friction against a smooth use in the shift's experience
    Uncertain<double> unresolved_pain;  ///< of a problem that nobody solved

    Uncertain<Duration> friction_time;  ///< lost per friction
    Uncertain<double> surprise;         ///< taken from attitudes by a go-live that nobody announced

    Uncertain<double> memory;  ///< shifts over which recent use is averaged
    Share adopted_above;       ///< recent share of opportunities
    Share workaround_below;
    Share abandoned_below;
    Share mature_above;  ///< share of a site's clinicians who have adopted what counts for its maturity
    int trial_shifts;    ///< before a person is counted as adopted, working around or having abandoned
};

}  // namespace golive::scenario
