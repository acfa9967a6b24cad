//! The devices of one replication, worked out from the events.
// SPDX-License-Identifier: Apache-2.0
#include "app/device_book.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <variant>

namespace golive::app {
namespace {

using model::TraceRecord;

std::size_t count_in(const TraceRecord& record) {
    return record.value > 0 ? static_cast<std::size_t>(std::lround(record.value)) : 0;
}

}  // namespace

DeviceBook::DeviceBook(const EntityNames& names, const TraceEvents& trace) : names_{names} {
    for (const std::string& event : names.catalogue().event_names)
        moves_.push_back(event == "device deployed" || event == "device failed" || event == "device lost");
    if (names.scenario() == nullptr) return;
    std::vector<TraceRecord> orders;
    trace.each([&](const TraceRecord& record) {
        const std::string_view event = names.event(record);
        if ((event == "activity started" || event == "batch ordered") && procurement(record) != nullptr)
            orders.push_back(record);
        return Further::go_on;
    });
    count_purchases(orders);
}

/// The procure step that a record is about, if it is about one that buys devices.
const scenario::Activity* DeviceBook::procurement(const TraceRecord& record) const {
    if (names_.kind(record) != EntityKind::activity || record.entity < 0) return nullptr;
    const auto instance = static_cast<std::size_t>(record.entity);
    const auto& instances = names_.catalogue().instances;
    if (instance >= instances.size()) return nullptr;
    const auto& plan = names_.scenario()->plan;
    const auto activity = std::ranges::find(plan, instances[instance].activity, &scenario::Activity::name);
    if (activity == plan.end() || !std::holds_alternative<scenario::Procure>(activity->step)) return nullptr;
    return names_.scenario()->technologies[activity->technology].device ? &*activity : nullptr;
}

/// An order is paid for as a whole when its step starts, though its later batches are placed later; what is
/// ordered once more is paid for as it is placed.
void DeviceBook::count_purchases(std::span<const TraceRecord> orders) {
    const auto starts = [&](const TraceRecord& record) { return names_.event(record) == "activity started"; };
    std::map<std::int32_t, std::vector<Delivery>> batches;  // by step
    for (const TraceRecord& record : orders)
        if (!starts(record)) batches[record.entity].push_back({record.time, count_in(record)});
    std::map<std::int32_t, std::size_t> batches_of_order;  // by step: those still to come
    for (const TraceRecord& record : orders) {
        const scenario::Activity& activity = *procurement(record);
        std::size_t& left = batches_of_order[record.entity];
        if (!starts(record) && left > 0) {
            --left;
            continue;
        }
        purchases_.push_back({told_, activity.technology});
        if (starts(record)) {
            left =
                take_order(std::get<scenario::Procure>(activity.step), record.time, batches[record.entity]);
            if (left == 0) return;
        } else {
            told_ += count_in(record);
        }
    }
}

/// Counts the devices of an order by its batches, and gives back how many batches it has; 0 where some would
/// be placed beyond the horizon, so that nobody knows how many devices they hold.
std::size_t DeviceBook::take_order(const scenario::Procure& step, std::int64_t start,
                                   std::span<const Delivery> batches) {
    const auto wanted = static_cast<std::size_t>(std::max(1, step.batches));
    std::size_t found = 0;
    std::size_t devices = 0;
    const auto due = [&](std::size_t n) {
        return start + step.batch_interval.count() * static_cast<std::int64_t>(n);
    };
    for (; found < wanted && found < batches.size() && batches[found].time == due(found); ++found)
        devices += batches[found].devices;
    if (found < wanted && due(found) >= names_.scenario()->header.horizon.count()) return 0;
    told_ += devices;
    return found;
}

std::string DeviceBook::technology(std::size_t device) const {
    if (device >= told_) return {};
    const auto after = std::ranges::upper_bound(purchases_, device, {}, &Purchase::first);
    return names_.scenario()->technologies[std::prev(after)->technology].name;
}

void DeviceBook::follow(const TraceRecord& record) {
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
