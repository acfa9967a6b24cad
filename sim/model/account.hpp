//! What money is spent on, and what clinicians' hours are taken for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

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
inline constexpr std::array<std::string_view, 11> cost_names{
    "devices",  "licences", "it_labour",  "training", "backfill", "meetings",
    "redesign", "support",  "management", "mandates", "turnover"};

enum class HoursFor { training, meetings, redesign, help_desk, helping_peers, embedding, control };
inline constexpr std::array<std::string_view, 7> hours_names{
    "training", "meetings", "redesign", "help_desk", "helping_peers", "embedding", "control"};

/// Redesign is paid from what is kept for it; training, too, and from the rest where that runs out.
enum class Envelope { general, redesign };

}  // namespace golive::model
