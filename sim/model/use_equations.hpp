//! The equations of learning, use and adoption (docs/model.md 3.6 and 3.7), in plain numbers.
//!
//! Symbols: S skill, 0 to 1; A attitude, -1 to 1; F fit of the technology to the unit, 0 to 1; P the unit's
//! recent share of occasions taken; W workload over the people present, 1 at the norm.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/odds.hpp"

#include <algorithm>
#include <cmath>

#include <golive/scenario/adoption.hpp>
#include <golive/scenario/numbers.hpp>
#include <golive/scenario/training.hpp>

namespace golive::model {

using AdoptionNumbers = scenario::Numbers<scenario::Adoption>;
using LearningNumbers = scenario::Numbers<scenario::Learning>;

/// The part of the log odds of use that everyone in a unit shares:
/// intercept + fit (2 F - 1) + peers (2 P - 1) + workload (W - 1) + legacy [the old way is still there].
inline double log_odds_of_unit(const AdoptionNumbers& weights, double fit, double peers, double workload,
                               bool old_way) {
    return weights.intercept + weights.fit * (2 * fit - 1) + weights.peers * (2 * peers - 1) +
           weights.workload * (workload - 1) + (old_way ? weights.legacy : 0.0);
}

/// With the person's own part: + skill (2 S - 1) + attitude A, which people keep in single precision.
inline double log_odds_of_use(const AdoptionNumbers& weights, double of_unit, float skill, float attitude) {
    return of_unit + weights.skill * (2 * skill - 1) + weights.attitude * attitude;
}

/// Chance that a use meets friction: friction + friction_unskilled (1 - S) + friction_misfit (1 - F),
/// at most 0.95.
inline double friction_chance(const AdoptionNumbers& weights, float skill, double fit) {
    return std::min(0.95, weights.friction.value() + weights.friction_unskilled.value() * (1 - skill) +
                              weights.friction_misfit.value() * (1 - fit));
}

/// How a shift felt: (smooth - pain) / (smooth + pain), -1 all friction, 1 all smooth, 0 without either.
inline double tone_of_shift(double smooth, double pain) {
    return smooth + pain > 0 ? (smooth - pain) / (smooth + pain) : 0.0;
}

inline float clamp_attitude(double attitude) { return static_cast<float>(std::clamp(attitude, -1.0, 1.0)); }

/// A -> A + rate (towards - A), within -1 and 1.
inline float pulled_attitude(float attitude, double rate, double towards) {
    return clamp_attitude(attitude + rate * (towards - attitude));
}

/// What colleagues, leaders and super-users do to an attitude in a shift, less what burnout takes:
/// peer_rate (mean A of the unit - A) + leadership_rate (leadership - A) + translation - cynicism.
inline double pull_of_shift(const AdoptionNumbers& weights, float attitude, double unit_mean,
                            double translation, double cynicism) {
    return weights.peer_rate * (unit_mean - attitude) +
           weights.leadership_rate * (weights.leadership - attitude) + translation - cynicism;
}

/// U, what problems that nobody solved have taken from an attitude, follows the same average as the attitude
/// does: U -> U + experience_rate (tone without them - tone - U).
inline float let_down_by_shift(float let_down, double experience_rate, double taken) {
    return let_down + static_cast<float>(experience_rate * (taken - let_down));
}
/// A call given up takes what it pulls the attitude by: U -> U + pull (1 + A).
inline float let_down_by_call(float let_down, double pull, float attitude) {
    return let_down + static_cast<float>(pull * (1.0 + attitude));
}

/// How hard a problem that nobody solves pulls an attitude towards -1: experience_rate unresolved_pain / 2.
inline double pull_of_unsolved(const AdoptionNumbers& weights) {
    return std::min(1.0, weights.experience_rate * weights.unresolved_pain / 2);
}

/// Weight of the newest shift in recent use: an exponential average over `memory` shifts that begins as
/// a plain mean.
inline double weight_of_shift(int shifts, double memory) {
    return shifts < memory ? 1.0 / shifts : 1.0 / memory;
}

/// P -> P + (share taken in the shift - P) / 14: a unit notices what colleagues did over a week of day and
/// night shifts.
inline double peers_after_shift(double peers, double share_taken) {
    constexpr double shifts_of_memory = 14;
    return peers + (share_taken - peers) / shifts_of_memory;
}

/// Uses to close 63 % of the gap to mastery, inverted: exp(comfort_effect (comfort - 1/2)) / (uses (1/2 +
/// difficulty) Z), Z = exp(sigma z - sigma^2 / 2) lognormal with mean 1 and the given spread, z normal.
inline double learning_pace(const LearningNumbers& learning, double difficulty, double comfort, double z) {
    const double sigma = std::sqrt(std::log1p(learning.spread * learning.spread));
    const double uses = learning.uses * (0.5 + difficulty) * std::exp(sigma * z - 0.5 * sigma * sigma);
    return std::exp(learning.comfort_effect * (comfort - 0.5)) / std::max(1e-3, uses);
}

/// S -> S + (1 - S)(1 - exp(-uses pace)).
inline float skill_after_uses(float skill, int uses, double pace) {
    return skill + (1.0F - skill) * static_cast<float>(1.0 - std::exp(-uses * pace));
}

/// S -> S + share (1 - S): somebody teaches it.
inline float deepened_skill(float skill, double share) {
    return skill + static_cast<float>((1.0 - skill) * share);
}

/// Share of the skill above its floor that is left after some days without use: 2^(-days / half-life)
/// (Tatel and Ackerman).
inline float share_kept(double days, double half_life_days) {
    return static_cast<float>(std::exp2(-days / half_life_days));
}

/// S -> floor + (S - floor) kept, floor = retained * best skill ever.
inline float skill_after_gap(float skill, float best, double retained, float kept) {
    const double floor = retained * best;
    return static_cast<float>(floor + (skill - floor) * kept);
}

/// Skill that a class leaves: share of it sat through * content * (1 - difficulty / 2).
inline double skill_from_class(double share, double content, double difficulty) {
    return share * content * (1.0 - 0.5 * difficulty);
}

/// Devices that are enough on a shift where the rule counts people on duty: min(1, ratio) of those who need
/// one.
inline double enough_devices(double ratio, int holders) { return std::min(1.0, ratio) * holders; }

/// Chance that whoever needs a device gets one of those that work; where none are asked for nobody goes
/// without.
inline double device_chance(int working, double enough) {
    return enough > 0 ? std::min(1.0, working / enough) : 1.0;
}

}  // namespace golive::model
