//! Strong quantities: simulated time and its differences, money, shares, rates. None converts silently to
//! a bare number.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>
#include <limits>

namespace golive {

/// A span of simulated time in whole seconds; may be negative as a difference.
class Duration {
 public:
    constexpr Duration() = default;
    [[nodiscard]] static constexpr Duration seconds(std::int64_t count) { return Duration{count}; }
    [[nodiscard]] static constexpr Duration minutes(std::int64_t count) { return Duration{count * 60}; }
    [[nodiscard]] static constexpr Duration hours(std::int64_t count) { return Duration{count * 3600}; }
    [[nodiscard]] static constexpr Duration days(std::int64_t count) { return Duration{count * 86400}; }
    [[nodiscard]] static constexpr Duration weeks(std::int64_t count) { return Duration{count * 604800}; }
    /// The nearest whole second; saturates at the ends of the range.
    [[nodiscard]] static Duration from_seconds(double seconds) {
        constexpr double limit = 9.2e18;
        if (!(seconds < limit)) return max();
        return seconds <= -limit ? Duration{-max().count()} : Duration{std::llround(seconds)};
    }
    [[nodiscard]] static constexpr Duration max() {
        return Duration{std::numeric_limits<std::int64_t>::max()};
    }

    [[nodiscard]] constexpr std::int64_t count() const { return seconds_; }
    [[nodiscard]] constexpr double in_seconds() const { return static_cast<double>(seconds_); }
    [[nodiscard]] constexpr double in_minutes() const { return in_seconds() / 60.0; }
    [[nodiscard]] constexpr double in_hours() const { return in_seconds() / 3600.0; }
    [[nodiscard]] constexpr double in_days() const { return in_seconds() / 86400.0; }
    [[nodiscard]] constexpr double in_weeks() const { return in_seconds() / 604800.0; }

    friend constexpr auto operator<=>(Duration, Duration) = default;
    friend constexpr Duration operator+(Duration a, Duration b) { return Duration{a.seconds_ + b.seconds_}; }
    friend constexpr Duration operator-(Duration a, Duration b) { return Duration{a.seconds_ - b.seconds_}; }
    friend constexpr Duration operator-(Duration a) { return Duration{-a.seconds_}; }
    friend constexpr Duration operator*(Duration a, std::int64_t n) { return Duration{a.seconds_ * n}; }
    friend constexpr Duration operator*(std::int64_t n, Duration a) { return a * n; }
    friend constexpr std::int64_t operator/(Duration a, Duration b) { return a.seconds_ / b.seconds_; }
    friend constexpr Duration operator%(Duration a, Duration b) { return Duration{a.seconds_ % b.seconds_}; }
    constexpr Duration& operator+=(Duration b) { return *this = *this + b; }
    constexpr Duration& operator-=(Duration b) { return *this = *this - b; }
    /// This span stretched by `factor`, to the nearest second.
    [[nodiscard]] Duration scaled(double factor) const { return from_seconds(in_seconds() * factor); }

 private:
    constexpr explicit Duration(std::int64_t seconds) : seconds_{seconds} {}
    std::int64_t seconds_ = 0;
};

/// An instant: whole seconds since midnight of the scenario's start date.
class Time {
 public:
    constexpr Time() = default;
    [[nodiscard]] static constexpr Time after_start(Duration since_start) { return Time{since_start}; }
    [[nodiscard]] static constexpr Time max() { return Time{Duration::max()}; }
    [[nodiscard]] constexpr Duration since_start() const { return since_start_; }

    friend constexpr auto operator<=>(Time, Time) = default;
    friend constexpr Time operator+(Time t, Duration d) { return Time{t.since_start_ + d}; }
    friend constexpr Time operator-(Time t, Duration d) { return Time{t.since_start_ - d}; }
    friend constexpr Duration operator-(Time a, Time b) { return a.since_start_ - b.since_start_; }
    constexpr Time& operator+=(Duration d) { return *this = *this + d; }

 private:
    constexpr explicit Time(Duration since_start) : since_start_{since_start} {}
    Duration since_start_;
};

/// An amount in whole cents of the scenario's currency: sums are exact, so the books balance to the cent.
class Money {
 public:
    constexpr Money() = default;
    [[nodiscard]] static constexpr Money cents(std::int64_t count) { return Money{count}; }
    /// The nearest cent of an amount in currency units.
    [[nodiscard]] static Money units(double amount) { return Money{std::llround(amount * 100.0)}; }

    [[nodiscard]] constexpr std::int64_t in_cents() const { return cents_; }
    [[nodiscard]] constexpr double in_units() const { return static_cast<double>(cents_) / 100.0; }

    friend constexpr auto operator<=>(Money, Money) = default;
    friend constexpr Money operator+(Money a, Money b) { return Money{a.cents_ + b.cents_}; }
    friend constexpr Money operator-(Money a, Money b) { return Money{a.cents_ - b.cents_}; }
    friend constexpr Money operator*(Money a, std::int64_t n) { return Money{a.cents_ * n}; }
    constexpr Money& operator+=(Money b) { return *this = *this + b; }

 private:
    constexpr explicit Money(std::int64_t cents) : cents_{cents} {}
    std::int64_t cents_ = 0;
};

/// Money per hour of somebody's time.
class HourlyRate {
 public:
    constexpr HourlyRate() = default;
    [[nodiscard]] static constexpr HourlyRate per_hour(Money money) { return HourlyRate{money}; }
    [[nodiscard]] constexpr Money in_one_hour() const { return per_hour_; }
    friend constexpr auto operator<=>(HourlyRate, HourlyRate) = default;
    friend Money operator*(HourlyRate rate, Duration time) {
        return Money::units(rate.per_hour_.in_units() * time.in_hours());
    }

 private:
    constexpr explicit HourlyRate(Money money) : per_hour_{money} {}
    Money per_hour_;
};

/// A part of a whole, or a ratio to a norm: 0.8 is 80 %. Keys say whether more than 100 % is allowed.
class Share {
 public:
    constexpr Share() = default;
    constexpr explicit Share(double value) : value_{value} {}
    [[nodiscard]] constexpr double value() const { return value_; }
    friend constexpr auto operator<=>(Share, Share) = default;

 private:
    double value_ = 0.0;
};

/// How often something happens: events per unit of time, as the hazard of a Poisson process.
class Rate {
 public:
    constexpr Rate() = default;
    [[nodiscard]] static constexpr Rate per(double count, Duration time) {
        return Rate{count / time.in_seconds()};
    }
    [[nodiscard]] constexpr double per_second() const { return per_second_; }
    [[nodiscard]] constexpr double in(Duration time) const { return per_second_ * time.in_seconds(); }
    friend constexpr auto operator<=>(Rate, Rate) = default;

 private:
    constexpr explicit Rate(double per_second) : per_second_{per_second} {}
    double per_second_ = 0.0;
};

/// A year is 365.25 days wherever a quantity says "per year"; a month is a twelfth of it.
inline constexpr Duration one_year = Duration::seconds(31'557'600);
inline constexpr Duration one_month = Duration::seconds(2'629'800);

}  // namespace golive
