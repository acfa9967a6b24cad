//! The daily tick: at 06:00 the gates are looked at and the day's books are opened.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <golive/base/quantity.hpp>

namespace golive::model {

class World;

inline constexpr Duration day_begins = Duration::hours(6);

class Clock {
 public:
    enum class Event : std::uint16_t { day };
    static constexpr std::array event_names{std::string_view{"clock.day"}};
    explicit Clock(World& world) : world_{world} {}
    void start();
    void handle(Event what, std::uint32_t day);

 private:
    World& world_;
};

}  // namespace golive::model
