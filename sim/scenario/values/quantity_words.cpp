//! Quantities in words: shown, described, and as a pattern for the schema.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/values/currency_signs.hpp"

#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include <golive/base/enum_names.hpp>
#include <golive/base/quantity.hpp>
#include <golive/scenario/quantity_text.hpp>

namespace golive::scenario {
namespace {

constexpr double year = one_year.in_seconds();

constexpr EnumNames<Dimension, 6> dimension_names{{{Dimension::count, "a count"},
                                                   {Dimension::number, "a number"},
                                                   {Dimension::share, "a share"},
                                                   {Dimension::duration, "a duration"},
                                                   {Dimension::money, "an amount of money"},
                                                   {Dimension::rate, "a rate"}}};
constexpr EnumNames<Dimension, 6> dimension_examples{{{Dimension::count, "12"},
                                                      {Dimension::number, "0.5"},
                                                      {Dimension::share, "80 %"},
                                                      {Dimension::duration, "6 weeks"},
                                                      {Dimension::money, "¤750"},
                                                      {Dimension::rate, "3 per week"}}};

std::string show_duration(double seconds) {
    using Size = std::pair<std::string_view, double>;
    constexpr std::array sizes{Size{"years", year}, Size{"weeks", 604800}, Size{"days", 86400},
                               Size{"h", 3600}, Size{"min", 60}};
    for (const auto& [name, size] : sizes) {
        const double count = seconds / size;
        if (std::abs(count) >= 1.0 && std::abs(count - std::round(count)) < 1e-9)
            return fmt::format("{:.4g} {}", count, name);
    }
    for (const auto& [name, size] : sizes)
        if (std::abs(seconds) >= 2 * size) return fmt::format("{:.3g} {}", seconds / size, name);
    return seconds == 0 ? "0 h" : fmt::format("{:.3g} s", seconds);
}

std::string show_bare(double base, Dimension dimension, std::string_view currency) {
    switch (dimension) {
        case Dimension::count:
            return fmt::format("{:.0f}", base);
        case Dimension::number:
            return fmt::format("{:.4g}", base);
        case Dimension::share:
            return fmt::format("{:.4g} %", base * 100.0);
        case Dimension::duration:
            return show_duration(base);
        case Dimension::rate:
            return fmt::format("{:.4g} per year", base * year);
        case Dimension::money:
            break;
    }
    const std::string amount = fmt::format("{:.10g}", base);
    const std::string_view sign = sign_of(currency);
    return sign.empty() ? amount + " " + std::string{currency} : std::string{sign} + amount;
}

}  // namespace

std::string_view sign_of(std::string_view currency) {
    for (const Sign& sign : signs)
        for (const std::string_view known : sign.currencies)
            if (!known.empty() && known == currency) return sign.sign;
    return "";
}

std::string show_quantity(double base, const Format& format, std::string_view currency) {
    std::string text = show_bare(base, format.dimension, currency);
    if (!format.before.empty()) text = format.before + " " + text;
    return format.after.empty() ? text : text + " " + format.after;
}

std::string describe_format(const Format& format) {
    std::string sample{dimension_examples.name_of(format.dimension)};
    if (format.dimension == Dimension::duration && !format.after.empty()) sample = "6 h";
    if (format.after == "per h") sample = "¤49";
    if (!format.before.empty()) sample = format.before + " " + sample;
    if (!format.after.empty()) sample += " " + format.after;
    return fmt::format("{}, such as {}", dimension_names.name_of(format.dimension),
                       format.dimension <= Dimension::number ? sample : '"' + sample + '"');
}

std::string format_pattern(const Format& format) {
    static constexpr std::string_view number = "[-+]?[0-9][0-9,]*(\\.[0-9]+)?";
    static constexpr std::string_view time =
        "(s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|years?)";
    std::string inner;
    switch (format.dimension) {
        case Dimension::count:
        case Dimension::number:
            inner = number;
            break;
        case Dimension::share:
            inner = fmt::format("{} *%?", number);
            break;
        case Dimension::duration:
            inner = fmt::format("({} *{} *)+", number, time);
            break;
        case Dimension::rate:
            inner = fmt::format("{} *%? *(per|/) *{}", number, time);
            break;
        case Dimension::money:
            inner = fmt::format("[^0-9]*{} *(bn|B|M|m|k)? *[A-Z]*", number);
            break;
    }
    if (!format.before.empty()) inner = format.before + " +" + inner;
    if (!format.after.empty()) inner += fmt::format(" *({}|/ *{})", format.after, format.after.substr(4));
    return "^ *" + inner + " *$";
}

}  // namespace golive::scenario
