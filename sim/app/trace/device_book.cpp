//! The devices of one replication, each with its technology and its place.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace/device_book.hpp"

namespace golive::app {

DeviceBook::DeviceBook(const EntityNames& names, const TraceEvents& trace)
    : names_{names}, technologies_{trace.device_technology} {
    for (const std::string& event : names.catalogue().event_names)
        moves_.push_back(event == "device deployed" || event == "device failed" || event == "device lost");
}

std::string DeviceBook::technology(std::size_t device) const {
    if (names_.scenario() == nullptr || device >= technologies_.size()) return {};
    const auto& known = names_.scenario()->technologies;
    const auto technology = static_cast<std::size_t>(technologies_[device]);
    return technology < known.size() ? known[scenario::TechnologyId{technology}].name : std::string{};
}

void DeviceBook::follow(const model::TraceRecord& record) {
    const auto event = static_cast<std::size_t>(record.event);
    if (event >= moves_.size() || !moves_[event] || record.entity < 0 || !(record.value >= 0)) return;
    const auto device = static_cast<std::size_t>(record.entity);
    if (device >= units_.size()) units_.resize(device + 1);
    units_[device] = UnitId{static_cast<std::uint32_t>(record.value)};
}

UnitId DeviceBook::unit(std::size_t device) const {
    return device < units_.size() ? units_[device] : UnitId{};
}

}  // namespace golive::app
