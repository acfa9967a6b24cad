//! What one replication gives back: plain data, shaped by the Catalogue.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

namespace golive::model {

/// How one activity instance went. Times in days since the start of the scenario, NaN where it did
/// not happen. The causes' days add up to finished - ready exactly (to ended horizon - ready where
/// it never finished).
struct InstanceRecord {
    double ready = 0;    ///< last predecessor done
    double started = 0;  ///< work, delivery, the meeting round ... began
    double finished = 0;
    std::int32_t bound_by = -1;  ///< the predecessor instance that was done last; -1: none
};

/// One state change: who, what, when and why.
struct TraceRecord {
    std::int64_t time = 0;         ///< seconds since start
    std::int32_t event = 0;        ///< index into Catalogue::event_names
    std::int32_t entity_kind = 0;  ///< index into Catalogue::entity_kinds
    std::int32_t entity = 0;
    std::int32_t cause = -1;  ///< index into Catalogue::causes, -1: none
    double value = 0;
};

struct Result {
    std::uint64_t replication = 0;
    std::vector<double> scalars;            ///< by Catalogue::scalars
    std::vector<float> series;              ///< by Catalogue::block_offset
    std::vector<InstanceRecord> instances;  ///< by Catalogue::instances
    std::vector<double> cause_days;         ///< [instance][cause]
    std::vector<float> gave_up;      ///< [unit][role][reason]: how often people did; reasons share the blame
    std::vector<TraceRecord> trace;  ///< empty unless asked for
    /// Of a traced replication, by device in the order in which they were paid for: position of its
    /// technology among the scenario's.
    std::vector<std::int32_t> device_technology;
    std::uint64_t fingerprint = 0;       ///< of the trajectory: every event's time, kind and subject
    std::uint64_t events = 0;            ///< handled
    std::uint64_t clinician_shifts = 0;  ///< simulated, once for each technology that is live in the unit
};

}  // namespace golive::model
