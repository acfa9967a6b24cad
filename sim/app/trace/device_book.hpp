//! The devices of one replication: what each is and where it is.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/trace/entity_names.hpp"
#include "app/trace/trace_events.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace golive::app {

class DeviceBook {
 public:
    DeviceBook(const EntityNames& names, const TraceEvents& trace);

    /// Empty where it cannot be told.
    [[nodiscard]] std::string technology(std::size_t device) const;
    /// Notes where a device is; call it with every event, in their order.
    void follow(const model::TraceRecord& record);
    /// Where it is or was last; an id that names nothing before its first deployment.
    [[nodiscard]] UnitId unit(std::size_t device) const;

 private:
    const EntityNames& names_;
    std::vector<std::int32_t> technologies_;  // by device
    std::vector<bool> moves_;                 // by event: its value is the unit of a device
    std::vector<UnitId> units_;
};

}  // namespace golive::app
