//! The vocabulary of event traces: what can happen, and to what.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace golive::model {

enum class TraceEvent {
    activity_ready,
    activity_started,
    activity_finished,
    activity_waits,
    item_submitted,
    item_deferred,
    item_rejected,
    item_approved,
    item_escalated,
    meeting_held,
    meeting_lost,
    batch_ordered,
    batch_received,
    device_deployed,
    device_failed,
    device_repaired,
    device_lost,
    device_retired,
    work_started,
    work_interrupted,
    work_resumed,
    work_finished,
    session_started,
    session_finished,
    no_show,
    person_trained,
    unit_live,
    legacy_retired,
    issue_found,
    issue_shown,
    issue_resolved,
    issue_created,
    change_asked,
    change_built,
    product_chosen,
    scope_cut,
    money_granted,
    mandate_arrived,
    mandate_met,
    technology_admitted,
    system_added,
    help_sent,
    work_refused,
    person_left,
    person_joined,
    superuser_chosen,
    state_changed,
    call_answered,
    call_abandoned,
    call_resolved,
    call_escalated,
    escalation_solved,
    gave_up,
};
inline constexpr std::array<std::string_view, 53> trace_event_names{
    "activity ready", "activity started",  "activity finished", "activity waits",
    "item submitted", "item deferred",     "item rejected",     "item approved",
    "item escalated", "meeting held",      "meeting lost",      "batch ordered",
    "batch received", "device deployed",   "device failed",     "device repaired",
    "device lost",    "device retired",    "work started",      "work interrupted",
    "work resumed",   "work finished",     "session started",   "session finished",
    "no-show",        "person trained",    "unit live",         "legacy retired",
    "issue found",    "issue shown",       "issue resolved",    "issue created",
    "change asked",   "change built",      "product chosen",    "scope cut",
    "money granted",  "mandate arrived",   "mandate met",       "technology admitted",
    "system added",   "help sent",         "work refused",      "person left",
    "person joined",  "super-user chosen", "state changed",     "call answered",
    "call abandoned", "call resolved",     "call escalated",    "escalation solved",
    "gave up"};

enum class EntityKind { network, site, wave, unit, clinician, device, body, team, activity, technology };
inline constexpr std::array<std::string_view, 10> entity_kind_names{
    "network", "site", "wave", "unit", "clinician", "device", "body", "team", "activity", "technology"};

}  // namespace golive::model
