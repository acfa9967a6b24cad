//! The events of one replication, one after the other, wherever they are.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include <golive/store/results_file.hpp>

namespace golive::app {

/// Whoever looks at an event says whether to go on.
enum class Further { go_on, enough };
using EventVisit = std::function<Further(const model::TraceRecord&)>;

struct TraceEvents {
    std::size_t count;
    std::function<void(const EventVisit&)> each;  ///< in their order; may be asked for again
    std::vector<std::int32_t> device_technology;  ///< model::Result::device_technology
};

/// Read from the file a block at a time, so that memory does not grow with them. The file must outlive them.
[[nodiscard]] TraceEvents recorded_events(const store::ResultsFile& results, std::uint64_t replication);
/// Those of a result in memory, which must outlive them.
[[nodiscard]] TraceEvents simulated_events(const model::Result& result);

}  // namespace golive::app
