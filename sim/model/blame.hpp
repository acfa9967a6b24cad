//! Why people give a technology up: how far each of nine reasons is to blame.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/use_equations.hpp"

#include <array>
#include <cstddef>

#include <golive/base/enum_names.hpp>

namespace golive::model {

enum class Reason {
    skill,       ///< had not learnt it, or forgot it
    fit,         ///< it does not fit the work of the unit
    no_device,   ///< too few to go round
    no_purpose,  ///< it serves too little: integrations are missing
    unanswered,  ///< problems that nobody solved
    attitude,    ///< never wanted it, or was put off by friction, colleagues or cynicism
    burden,      ///< no time to learn on a ward that runs hot
    peers,       ///< colleagues do not use it
    old_way,     ///< the way that it replaces is still there
};
inline constexpr EnumNames<Reason, 9> reason_names{{{Reason::skill, "skill"},
                                                    {Reason::fit, "fit"},
                                                    {Reason::no_device, "no device"},
                                                    {Reason::no_purpose, "no purpose"},
                                                    {Reason::unanswered, "unanswered calls"},
                                                    {Reason::attitude, "attitude"},
                                                    {Reason::burden, "burden"},
                                                    {Reason::peers, "peers"},
                                                    {Reason::old_way, "old way"}}};
inline constexpr std::size_t reason_count = reason_names.size();

/// What the log odds of use would gain if the thing stood as well as it can, by reason.
using Gains = std::array<double, reason_count>;
/// A person and their unit at one moment; the symbols are those of use_equations.hpp.
struct Standing {
    float skill = 0;
    float attitude = 0;
    float let_down = 0;  ///< U, of which no more counts than there is between the attitude and its best
    double fit = 0;
    double workload = 1;
    double peers = 0;
    bool old_way = false;
};
/// Each thing put right by itself: S = 1; F = 1; A raised by U; A = 1, less U; W = 1 where it is more; P = 1;
/// no legacy. Devices and purposes are not on the scale of log odds.
[[nodiscard]] Gains gains_of(const AdoptionNumbers& weights, const Standing& now);

/// What decides over a person's use at one moment.
struct Situation {
    double log_odds = 0;       ///< of using it on an occasion, a device in hand
    double device_share = 1;   ///< chance of having one
    double purpose_share = 1;  ///< of the occasions that it is for, those that it serves by now
    Gains gains{};
};

/// How far each reason is to blame, adding up to one: in proportion to how much the use would rise if that
/// one thing stood as well as it can and all others as they do. Where no single thing would help, devices and
/// purposes share it if both are missing altogether; otherwise it is attitude.
using Blame = std::array<double, reason_count>;
[[nodiscard]] Blame blame_for(const Situation& situation);

}  // namespace golive::model
