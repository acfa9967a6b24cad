//! Calendar dates without time zones: what a scenario writes as 2027-01-04.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <golive/base/quantity.hpp>

namespace golive {

/// A day of the proleptic Gregorian calendar. Local time everywhere: time zones and daylight saving
/// are left out.
class Date {
 public:
    constexpr Date() = default;
    constexpr explicit Date(std::chrono::sys_days day) : day_{day} {}
    /// Nothing where the three do not name a real day.
    [[nodiscard]] static std::optional<Date> from_civil(int year, unsigned month, unsigned day);
    /// Reads "2027-01-04" and nothing else.
    [[nodiscard]] static std::optional<Date> parse(std::string_view text);

    [[nodiscard]] constexpr std::chrono::sys_days day() const { return day_; }
    [[nodiscard]] std::chrono::weekday weekday() const { return std::chrono::weekday{day_}; }
    [[nodiscard]] std::string iso() const;       ///< "2027-01-04"
    [[nodiscard]] std::string in_words() const;  ///< "4 January 2027"

    friend constexpr auto operator<=>(Date, Date) = default;
    friend constexpr Date operator+(Date date, std::chrono::days n) { return Date{date.day_ + n}; }
    friend constexpr std::chrono::days operator-(Date a, Date b) { return a.day_ - b.day_; }

 private:
    std::chrono::sys_days day_{};
};

/// The instant of midnight at the start of `date`, and back: the day that holds `time`.
[[nodiscard]] Time time_of(Date date, Date scenario_start);
[[nodiscard]] Date date_of(Time time, Date scenario_start);

}  // namespace golive
