#include "model/clock.hpp"

namespace golive::model {

void Clock::start() { world_.schedule<&Clock::day>(Time{} + day_begins, 0U); }

void Clock::day(std::uint32_t number) {
    world_.schedule<&Clock::day>(world_.now() + Duration::days(1), number + 1);
    if (number % 7 == 0) world_.announce(WeekBegins{number / 7});
    world_.announce(DayBegins{number});
}

}  // namespace golive::model
