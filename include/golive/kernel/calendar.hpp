//! When something is open: working weekdays, one opening interval a day, holidays; and the arithmetic
//! of open time.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <vector>

#include <golive/base/date.hpp>
#include <golive/base/quantity.hpp>

namespace golive::kernel {

/// The weekly rhythm. An interval with `closes` before `opens` runs over midnight (22:00-06:00) and belongs
/// to the day on which it opens; equal ends never open; 0 h to 24 h is the whole day.
struct OpeningHours {
    std::vector<std::chrono::weekday> weekdays;
    Duration opens;   ///< since midnight, 0 h <= opens < 24 h
    Duration closes;  ///< since midnight, 0 h <= closes <= 24 h
};

/// An immutable calendar of open time, in local time: time zones and daylight saving are left out, so every
/// day has 24 hours. Opening intervals are half-open, [open, close): at the closing instant it is closed.
/// On a holiday nothing opens; an interval that began the evening before a holiday runs to its end. Every
/// query costs O(log holidays) and answers Time::max() for what never comes. Const members may be called
/// from several threads.
class Calendar {
 public:
    /// Open at every instant.
    [[nodiscard]] static Calendar always();
    /// Throws Error{model} where an end of the interval is out of its range: the scenario
    /// reader checks first.
    Calendar(Date scenario_start, const OpeningHours& hours, const std::vector<Date>& holidays);

    [[nodiscard]] bool is_always_open() const { return always_; }
    [[nodiscard]] bool never_opens() const { return a_week_ == 0; }
    /// The longest stretch without a closing; Duration::max() where holidays alone, or nothing, interrupt it.
    [[nodiscard]] Duration longest_opening() const;

    [[nodiscard]] bool is_open(Time time) const;
    /// The first open instant at or after `time`.
    [[nodiscard]] Time next_open(Time time) const;
    /// The first closed instant at or after `time`.
    [[nodiscard]] Time next_close(Time time) const;
    /// When `work` open seconds have elapsed since `start`: the closing instant itself where the work just
    /// fits. No work is finished at once, even when closed.
    [[nodiscard]] Time finish(Time start, Duration work) const;
    /// The open seconds in [from, to); negative where `to` comes first.
    [[nodiscard]] Duration open_between(Time from, Time to) const;

    /// Whether the calendar opens on this civil day: a working weekday that is no holiday.
    [[nodiscard]] bool is_working_day(Time time) const;
    [[nodiscard]] bool is_working_day(Date date) const;
    /// Midnight at the start of the first working day at or after the day that holds `time`.
    [[nodiscard]] Time next_working_day(Time time) const;

 private:
    /// An instant as the number of the day whose opening came last, and the seconds since that opening.
    struct Position {
        std::int64_t day;
        std::int64_t second;
    };
    [[nodiscard]] Position locate(Time time) const;
    [[nodiscard]] bool is_weekday(std::int64_t day) const;
    [[nodiscard]] bool works(std::int64_t day) const;
    [[nodiscard]] std::int64_t weekdays_before(std::int64_t day) const;
    [[nodiscard]] std::int64_t working_days_before(std::int64_t day) const;
    [[nodiscard]] std::int64_t nth_working_day(std::int64_t n) const;
    [[nodiscard]] std::int64_t open_seconds_before(Time time) const;
    [[nodiscard]] Time opening_of(std::int64_t day) const;
    [[nodiscard]] Time end_of_whole_days(std::int64_t day) const;

    bool always_ = false;
    std::int64_t opens_ = 0;   // seconds since midnight
    std::int64_t length_ = 0;  // seconds open a working day, at most 24 h
    std::int64_t start_weekday_ = 0;
    Date start_;
    std::int64_t a_week_ = 0;                       // working weekdays a week
    std::array<std::int64_t, 8> before_in_week_{};  // working weekdays before the k-th day of a week
    std::array<std::int64_t, 7> nth_in_week_{};     // the weekday that is the n-th working one
    std::vector<std::int64_t> holidays_;         // days since the start, those on working weekdays, ascending
    std::vector<std::int64_t> workdays_before_;  // true working days before each of them
};

}  // namespace golive::kernel
