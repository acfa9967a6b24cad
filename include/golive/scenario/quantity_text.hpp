//! Quantities as people write them: "6 weeks", "$1.2M", "16.4 % per year", to numbers in base units and back.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace golive::scenario {

enum class Dimension { count, number, share, duration, money, rate };

/// How a key's value is written: "every 2 weeks" is a duration after "every", "$49 per h" money
/// before "per h".
struct Format {
    Dimension dimension = Dimension::number;
    std::string before{};  ///< a word that must stand first
    std::string after{};   ///< words that must stand last
    /// A bare number is taken in this unit; without one, durations and money need theirs.
    std::string bare_unit{};
};

/// Closed interval in base units: seconds, currency units, shares of one, events a second.
struct Bounds {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
};

/// In base units: beyond this a whole number of seconds or cents is no longer exact.
inline constexpr double largest_quantity = 1e15;

/// A number in base units, or why there is none and how to write one.
struct ParsedQuantity {
    std::optional<double> value{};
    std::string problem{};
    std::string advice{};
};

/// `currency` is the scenario's, as in "EUR": another currency's sign is a problem. "¤" is the
/// scenario's own sign.
[[nodiscard]] ParsedQuantity parse_quantity(std::string_view text, const Format& format,
                                            std::string_view currency);

/// What any quantity of this dimension can be: no negative durations, no share above 1.
[[nodiscard]] Bounds natural_bounds(Dimension dimension);

/// As parse_quantity reads it, rounded for reading.
[[nodiscard]] std::string show_quantity(double base, const Format& format, std::string_view currency);

/// "$" for USD; empty where there is none.
[[nodiscard]] std::string_view sign_of(std::string_view currency);

/// "a duration, such as `6 weeks`"
[[nodiscard]] std::string describe_format(const Format& format);
/// A regular expression (ECMA 262) that such texts match, for the schema.
[[nodiscard]] std::string format_pattern(const Format& format);

/// "08:00" as seconds since midnight; "24:00" is the end of the day.
[[nodiscard]] std::optional<double> parse_clock(std::string_view text);

}  // namespace golive::scenario
