//! The daily tick: at 06:00 the gates are looked at and the day's books are opened.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

namespace golive::model {

inline constexpr Duration day_begins = Duration::hours(6);

class Clock {
 public:
    static constexpr std::string_view name = "clock";
    using World = WorldFor<Clock>;
    explicit Clock(World world) : world_{world} {}
    void start();
    void day(std::uint32_t number);
    using Events = EventsOf<Event<&Clock::day, "day", kernel::Priority::early>>;

 private:
    World world_;
};

}  // namespace golive::model
