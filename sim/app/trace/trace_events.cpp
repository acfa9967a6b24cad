//! The events of one replication, one after the other.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace/trace_events.hpp"

#include <algorithm>
#include <span>

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
    const auto each = [&results, replication, count](const EventVisit& visit) {
        for (std::size_t first = 0; first < count; first += block_events) {
            const store::Rows block{first, std::min(block_events, count - first)};
            if (visit_all(results.trace(replication, block), visit) == Further::enough) return;
        }
    };
    return {count, each, results.device_technology(replication)};
}

TraceEvents simulated_events(const model::Result& result) {
    return {result.trace.size(), [&result](const EventVisit& visit) { visit_all(result.trace, visit); },
            result.device_technology};
}

}  // namespace golive::app
