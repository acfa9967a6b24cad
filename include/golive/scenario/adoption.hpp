//! [adoption]: what decides whether a clinician uses the technology, and what use does to them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

/// Weights are on the scale of log odds; centred terms vanish for a middling person in a middling unit.
template <template <class> class Number>
struct AdoptionSection {
    Number<double> intercept;
    Number<double> fit;       ///< times (2 fit - 1)
    Number<double> skill;     ///< times (2 skill - 1)
    Number<double> attitude;  ///< times attitude, -1 to 1
    Number<double> peers;     ///< times (2 share of opportunities that colleagues did with it - 1)
    Number<double> workload;  ///< times (effective workload - 100 %); negative: hurry falls back on habit
    Number<double> legacy;    ///< while the old way is still there; negative

    Uncertain<double> initial_attitude;  ///< per person
    Number<double> experience_rate;      ///< of attitude towards the shift's experience, per shift of use
    Number<double> peer_rate;            ///< towards the unit's mean attitude, per shift
    Number<double> leadership;           ///< the attitude that leadership pulls towards
    Number<double> leadership_rate;      ///< per shift

    Number<Share> friction;            ///< per use, whatever the skill and fit
    Number<Share> friction_unskilled;  ///< added times (1 - skill)
    Number<Share> friction_misfit;     ///< added times (1 - fit)
    Number<double> friction_pain;    ///< weight of a friction against a smooth use in the shift's experience
    Number<double> unresolved_pain;  ///< of a problem that nobody solved

    Number<Duration> friction_time;  ///< lost per friction
    Number<double> surprise;         ///< taken from attitudes by a go-live that nobody announced

    Number<double> memory;  ///< shifts over which recent use is averaged
    Share adopted_above;    ///< recent share of opportunities
    Share workaround_below;
    Share abandoned_below;
    Share mature_above;  ///< share of a site's clinicians who have adopted what counts for its maturity
    int trial_shifts;    ///< before a person is counted as adopted, working around or having abandoned

    static auto members(auto& section) {
        auto& [intercept, fit, skill, attitude, peers, workload, legacy, initial_attitude, experience_rate,
               peer_rate, leadership, leadership_rate, friction, friction_unskilled, friction_misfit,
               friction_pain, unresolved_pain, friction_time, surprise, memory, adopted_above,
               workaround_below, abandoned_below, mature_above, trial_shifts] = section;
        return std::tie(intercept, fit, skill, attitude, peers, workload, legacy, initial_attitude,
                        experience_rate, peer_rate, leadership, leadership_rate, friction, friction_unskilled,
                        friction_misfit, friction_pain, unresolved_pain, friction_time, surprise, memory,
                        adopted_above, workaround_below, abandoned_below, mature_above, trial_shifts);
    }
};
using Adoption = AdoptionSection<Uncertain>;

}  // namespace golive::scenario
