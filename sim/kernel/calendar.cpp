#include <algorithm>

#include <golive/base/error.hpp>
#include <golive/kernel/calendar.hpp>

namespace golive::kernel {
namespace {

constexpr std::int64_t day_seconds = 86'400;
constexpr std::int64_t far_ahead = std::int64_t{1} << 55;  // later instants count as never

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
constexpr std::int64_t floor_mod(std::int64_t a, std::int64_t b) { return a - floor_div(a, b) * b; }

constexpr Time instant(std::int64_t seconds) { return Time::after_start(Duration::seconds(seconds)); }
constexpr std::int64_t seconds_of(Time time) { return time.since_start().count(); }

std::int64_t length_of(const OpeningHours& hours) {
    const std::int64_t opens = hours.opens.count();
    const std::int64_t closes = hours.closes.count();
    ensure(opens >= 0 && opens < day_seconds, "a calendar opens at a time of the day");
    ensure(closes >= 0 && closes <= day_seconds, "a calendar closes at a time of the day");
    return closes >= opens ? closes - opens : closes + day_seconds - opens;
}

}  // namespace

Calendar Calendar::always() {
    using namespace std::chrono;
    const OpeningHours all{
        {Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday}, {}, Duration::days(1)};
    return Calendar{Date{}, all, {}};
}

Calendar::Calendar(Date scenario_start, const OpeningHours& hours, const std::vector<Date>& holidays)
    : opens_{hours.opens.count()},
      length_{length_of(hours)},
      start_weekday_{static_cast<std::int64_t>(scenario_start.weekday().c_encoding())},
      start_{scenario_start} {
    for (std::size_t k = 0; k < 7; ++k) {
        const std::chrono::weekday day{static_cast<unsigned>(k)};
        const bool named =
            std::find(hours.weekdays.begin(), hours.weekdays.end(), day) != hours.weekdays.end();
        if (named && length_ > 0)
            nth_in_week_[static_cast<std::size_t>(a_week_++)] = static_cast<std::int64_t>(k);
        before_in_week_[k + 1] = a_week_;
    }
    for (const Date holiday : holidays)
        if (is_weekday((holiday - start_).count())) holidays_.push_back((holiday - start_).count());
    std::sort(holidays_.begin(), holidays_.end());
    holidays_.erase(std::unique(holidays_.begin(), holidays_.end()), holidays_.end());
    for (std::size_t i = 0; i < holidays_.size(); ++i)
        workdays_before_.push_back(weekdays_before(holidays_[i]) - static_cast<std::int64_t>(i));
    always_ = length_ == day_seconds && a_week_ == 7 && holidays_.empty();
}

Duration Calendar::longest_opening() const {
    if (length_ < day_seconds || never_opens()) return Duration::seconds(never_opens() ? 0 : length_);
    if (a_week_ == 7) return Duration::max();
    std::int64_t longest = 0;
    std::int64_t run = 0;
    for (std::int64_t day = 0; day < 14; ++day) {
        run = is_weekday(day) ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return Duration::days(longest);
}

bool Calendar::is_open(Time time) const {
    if (always_) return true;
    const Position position = locate(time);
    return position.second < length_ && works(position.day);
}

Time Calendar::next_open(Time time) const {
    if (never_opens() || seconds_of(time) >= far_ahead) return Time::max();
    if (is_open(time)) return time;
    return opening_of(nth_working_day(working_days_before(locate(time).day + 1)));
}

Time Calendar::next_close(Time time) const {
    if (always_ || seconds_of(time) >= far_ahead) return Time::max();
    if (!is_open(time)) return time;
    const std::int64_t day = locate(time).day;
    return length_ < day_seconds ? opening_of(day) + Duration::seconds(length_) : end_of_whole_days(day);
}

/// Where days are open for 24 hours, an opening ends with the next day that does not work.
Time Calendar::end_of_whole_days(std::int64_t day) const {
    if (a_week_ == 7) {
        const auto holiday = std::upper_bound(holidays_.begin(), holidays_.end(), day);
        return holiday == holidays_.end() ? Time::max() : opening_of(*holiday);
    }
    do ++day;
    while (works(day));
    return opening_of(day);
}

Time Calendar::finish(Time start, Duration work) const {
    ensure(work >= Duration{}, "work is negative");
    if (work == Duration{}) return start;
    if (never_opens() || seconds_of(start) >= far_ahead) return Time::max();
    if (always_) return work.count() < far_ahead ? start + work : Time::max();
    if (work.count() / length_ > far_ahead / (14 * day_seconds)) return Time::max();
    const std::int64_t target = open_seconds_before(start) + work.count();
    const std::int64_t whole_days =
        floor_div(target - 1, length_);  // so that work ends at a closing, not an opening
    return opening_of(nth_working_day(whole_days)) + Duration::seconds(target - whole_days * length_);
}

Duration Calendar::open_between(Time from, Time to) const {
    if (always_) return to - from;
    return Duration::seconds(open_seconds_before(to) - open_seconds_before(from));
}

bool Calendar::is_working_day(Time time) const { return works(floor_div(seconds_of(time), day_seconds)); }

bool Calendar::is_working_day(Date date) const { return works((date - start_).count()); }

Time Calendar::next_working_day(Time time) const {
    if (never_opens() || seconds_of(time) >= far_ahead) return Time::max();
    return instant(nth_working_day(working_days_before(floor_div(seconds_of(time), day_seconds))) *
                   day_seconds);
}

Calendar::Position Calendar::locate(Time time) const {
    const std::int64_t shifted = seconds_of(time) - opens_;
    return {floor_div(shifted, day_seconds), floor_mod(shifted, day_seconds)};
}

bool Calendar::is_weekday(std::int64_t day) const {
    const auto k = static_cast<std::size_t>(floor_mod(day + start_weekday_, 7));
    return before_in_week_[k + 1] > before_in_week_[k];
}

bool Calendar::works(std::int64_t day) const {
    return is_weekday(day) && !std::binary_search(holidays_.begin(), holidays_.end(), day);
}

/// Counted from some day long fixed: only differences and nth_working_day() give it a meaning.
std::int64_t Calendar::weekdays_before(std::int64_t day) const {
    const std::int64_t from_sunday = day + start_weekday_;
    return floor_div(from_sunday, 7) * a_week_ +
           before_in_week_[static_cast<std::size_t>(floor_mod(from_sunday, 7))];
}

std::int64_t Calendar::working_days_before(std::int64_t day) const {
    return weekdays_before(day) -
           (std::lower_bound(holidays_.begin(), holidays_.end(), day) - holidays_.begin());
}

/// The working day that has `n` working days before it: as many weekdays, and the holidays that come no
/// later.
std::int64_t Calendar::nth_working_day(std::int64_t n) const {
    n += std::upper_bound(workdays_before_.begin(), workdays_before_.end(), n) - workdays_before_.begin();
    const auto in_week = static_cast<std::size_t>(floor_mod(n, a_week_));
    return floor_div(n, a_week_) * 7 + nth_in_week_[in_week] - start_weekday_;
}

std::int64_t Calendar::open_seconds_before(Time time) const {
    const Position position = locate(time);
    const std::int64_t today = works(position.day) ? std::min(position.second, length_) : 0;
    return working_days_before(position.day) * length_ + today;
}

Time Calendar::opening_of(std::int64_t day) const { return instant(day * day_seconds + opens_); }

}  // namespace golive::kernel
