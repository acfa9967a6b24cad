//! Why time passed: every second between an activity's being ready and its end belongs to exactly one cause.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include <golive/base/enum_names.hpp>

namespace golive::model {

enum class Cause {
    planned_date,     ///< ready before its earliest date
    gate_training,    ///< too few people were trained to begin
    gate_devices,     ///< too few devices were in place
    gate_adoption,    ///< too few people had adopted it
    gate_technology,  ///< a technology that it builds on was not live yet
    freeze,
    agenda,        ///< on a body's agenda, or until its next meeting
    no_quorum,     ///< the meeting that would have taken it was lost
    rework,        ///< deferred or rejected: better prepared, or smaller, before it goes back
    team_queue,    ///< its team was busy with something else
    interruption,  ///< its team was taken off it by an incident or a mandate
    delivery,
    budget,   ///< until more money was granted
    roadmap,  ///< another technology's turn
    refusal,  ///< its team changes nothing that it has just stabilised
    seats,    ///< nobody to teach, no room, no release from the ward: waiting for a place in class
    work,
};
inline constexpr EnumNames<Cause, 17> cause_names{{{Cause::planned_date, "planned date"},
                                                   {Cause::gate_training, "gate: training"},
                                                   {Cause::gate_devices, "gate: devices"},
                                                   {Cause::gate_adoption, "gate: adoption"},
                                                   {Cause::gate_technology, "gate: technology"},
                                                   {Cause::freeze, "freeze"},
                                                   {Cause::agenda, "agenda"},
                                                   {Cause::no_quorum, "no quorum"},
                                                   {Cause::rework, "rework"},
                                                   {Cause::team_queue, "team queue"},
                                                   {Cause::interruption, "interruption"},
                                                   {Cause::delivery, "delivery"},
                                                   {Cause::budget, "budget"},
                                                   {Cause::roadmap, "roadmap"},
                                                   {Cause::refusal, "refusal"},
                                                   {Cause::seats, "seats"},
                                                   {Cause::work, "work"}}};
inline constexpr std::size_t cause_count = cause_names.size();

}  // namespace golive::model
