//! The events of one replication, one after the other.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace_events.hpp"

#include <algorithm>

namespace golive::app {
namespace {

/// As many as are compressed together, so that none is decompressed twice.
constexpr std::size_t block_events = 16 * 1024;

Further visit_all(std::span<const model::TraceRecord> records, const EventVisit& visit) {
    for (const model::TraceRecord& record : records)
        if (visit(record) == Further::enough) return Further::enough;
    return Further::go_on;
}

}  // namespace

TraceEvents recorded_events(const store::ResultsFile& results, std::uint64_t replication) {
    const std::size_t count = results.trace_size(replication);
    return {count, [&results, replication, count](const EventVisit& visit) {
                for (std::size_t first = 0; first < count; first += block_events) {
                    const store::Rows block{first, std::min(block_events, count - first)};
                    if (visit_all(results.trace(replication, block), visit) == Further::enough) return;
                }
            }};
}

TraceEvents simulated_events(std::span<const model::TraceRecord> trace) {
    return {trace.size(), [trace](const EventVisit& visit) { visit_all(trace, visit); }};
}

}  // namespace golive::app
