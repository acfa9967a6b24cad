#include "model/clock.hpp"

#include "model/world.hpp"

namespace golive::model {

void Clock::start() { world_.schedule<Clock>(Time{} + day_begins, Event::day, 0, kernel::Priority::early); }

void Clock::handle(Event, std::uint32_t day) {
    world_.schedule<Clock>(world_.now() + Duration::days(1), Event::day, day + 1, kernel::Priority::early);
    if (day % 7 == 0) world_.announce(WeekBegins{day / 7});
    world_.announce(DayBegins{day});
}

}  // namespace golive::model
