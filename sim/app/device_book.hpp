//! The devices of one replication: what each is and where it is, worked out from the events.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/entity_names.hpp"
#include "app/trace_events.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace golive::app {

/// Devices are numbered over all technologies, in the order in which they were paid for: those of a procure
/// step when it starts, those that replace lost ones when they are ordered.
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
    struct Purchase {
        std::size_t first;  // of its devices
        scenario::TechnologyId technology;
    };
    struct Delivery {
        std::int64_t time;
        std::size_t devices;
    };
    void count_purchases(std::span<const model::TraceRecord> orders);
    [[nodiscard]] const scenario::Activity* procurement(const model::TraceRecord& record) const;
    std::size_t take_order(const scenario::Procure& step, std::int64_t start,
                           std::span<const Delivery> batches);

    const EntityNames& names_;
    std::vector<Purchase> purchases_;
    std::size_t told_ = 0;     // the number of devices whose technology is known
    std::vector<bool> moves_;  // by event: its value is the unit of a device
    std::vector<UnitId> units_;
};

}  // namespace golive::app
