//! What money is spent on, and what clinicians' hours are taken for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/base/enum_names.hpp>

namespace golive::model {

enum class Cost {
    devices,
    licences,
    it_labour,
    training,
    backfill,
    meetings,
    redesign,
    support,
    management,  ///< a digital officer, product managers
    mandates,    ///< what authorities impose: it costs what it costs without a rollout, too
    turnover     ///< so does this
};
inline constexpr EnumNames<Cost, 11> cost_names{{{Cost::devices, "devices"},
                                                 {Cost::licences, "licences"},
                                                 {Cost::it_labour, "it_labour"},
                                                 {Cost::training, "training"},
                                                 {Cost::backfill, "backfill"},
                                                 {Cost::meetings, "meetings"},
                                                 {Cost::redesign, "redesign"},
                                                 {Cost::support, "support"},
                                                 {Cost::management, "management"},
                                                 {Cost::mandates, "mandates"},
                                                 {Cost::turnover, "turnover"}}};

enum class HoursFor { training, meetings, redesign, help_desk, helping_peers, embedding, control };
inline constexpr EnumNames<HoursFor, 7> hours_names{{{HoursFor::training, "training"},
                                                     {HoursFor::meetings, "meetings"},
                                                     {HoursFor::redesign, "redesign"},
                                                     {HoursFor::help_desk, "help_desk"},
                                                     {HoursFor::helping_peers, "helping_peers"},
                                                     {HoursFor::embedding, "embedding"},
                                                     {HoursFor::control, "control"}}};

/// Redesign is paid from what is kept for it; training, too, and from the rest where that runs out.
enum class Envelope { general, redesign };

}  // namespace golive::model
