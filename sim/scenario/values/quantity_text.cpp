//! Numbers with units in words, by a table of units a dimension.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/values/currency_signs.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include <golive/base/quantity.hpp>
#include <golive/scenario/quantity_text.hpp>

namespace golive::scenario {
namespace {

struct Unit {
    std::string_view name;
    double seconds;
};
constexpr double month = one_month.in_seconds(), year = one_year.in_seconds();
constexpr std::array units{Unit{"s", 1},          Unit{"sec", 1},        Unit{"second", 1},
                           Unit{"seconds", 1},    Unit{"min", 60},       Unit{"minute", 60},
                           Unit{"minutes", 60},   Unit{"h", 3600},       Unit{"hour", 3600},
                           Unit{"hours", 3600},   Unit{"day", 86400},    Unit{"days", 86400},
                           Unit{"week", 604800},  Unit{"weeks", 604800}, Unit{"month", month},
                           Unit{"months", month}, Unit{"year", year},    Unit{"years", year}};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The word or sign at the front; removes it.
std::string_view take_word(std::string_view& text) {
    std::size_t length = 0;
    while (length < text.size() && is_letter(text[length])) ++length;
    const std::string_view word = text.substr(0, length);
    text = trimmed(text.substr(length));
    return word;
}

/// "1,200" less its comma; false where a comma is no thousands separator ("1,5").
bool drop_separators(std::string& number) {
    std::size_t comma = number.find(',');
    if (comma == 0) return false;
    while (comma != std::string::npos) {
        std::size_t digits = 0;
        while (comma + 1 + digits < number.size() && is_digit(number[comma + 1 + digits])) ++digits;
        if (digits != 3) return false;
        number.erase(comma, 1);
        comma = number.find(',', comma);
    }
    return true;
}

/// The number at the front; removes it.
std::optional<double> take_number(std::string_view& text) {
    std::size_t length = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : '\0'; };
    while (is_digit(at(length)) || at(length) == '.' || (at(length) == ',' && is_digit(at(length + 1))))
        ++length;
    std::string digits{text.substr(0, length)};
    if (!drop_separators(digits)) return std::nullopt;
    const char* first = digits.data() + (!digits.empty() && digits[0] == '+' ? 1 : 0);
    const char* last = digits.data() + digits.size();
    double value = 0;
    const auto [end, error] = std::from_chars(first, last, value, std::chars_format::fixed);
    if (error != std::errc{} || end != last || first == last) return std::nullopt;
    text = trimmed(text.substr(length));
    return value;
}

ParsedQuantity no_number(std::string_view text, const Format& format) {
    if (text.find(',') != std::string_view::npos)
        return {{},
                fmt::format("\"{}\" has a comma that does not part thousands", text),
                "write 1.5 with a point"};
    return {{},
            fmt::format("\"{}\" does not start with a number", text),
            "this takes " + describe_format(format)};
}

const Unit* find_unit(std::string_view name) {
    for (const Unit& unit : units)
        if (unit.name == name) return &unit;
    return nullptr;
}

/// "2 h 30 min": numbers with units, added up.
ParsedQuantity parse_duration(std::string_view text, const Format& format) {
    double total = 0;
    std::string_view rest = text;
    do {
        const std::optional<double> number = take_number(rest);
        if (!number) return no_number(text, format);
        const std::string_view name = take_word(rest);
        const Unit* unit = find_unit(name);
        if (!unit && name.empty())
            return {
                {}, fmt::format("\"{}\" has no unit of time", text), "this takes " + describe_format(format)};
        if (!unit)
            return {{},
                    fmt::format("`{}` is not a unit of time", name),
                    "write s, min, h, days, weeks, months or years"};
        total += *number * unit->seconds;
    } while (!rest.empty());
    return {total};
}

ParsedQuantity parse_share(std::string_view text, const Format& format) {
    std::string_view rest = text;
    const std::optional<double> number = take_number(rest);
    if (!number) return no_number(text, format);
    if (rest == "%") return {*number / 100.0};
    if (rest.empty()) return {*number};
    return {{}, fmt::format("`{}` is not a unit of a share", rest), "this takes " + describe_format(format)};
}

/// Takes a currency's sign or code off the text; false where it is another currency's.
bool take_currency(std::string_view& text, std::string_view currency) {
    for (const Sign& sign : signs) {
        if (text.substr(0, sign.sign.size()) != sign.sign) continue;
        text = trimmed(text.substr(sign.sign.size()));
        bool ours = sign.currencies[0].empty();
        for (const std::string_view known : sign.currencies)
            ours = ours || (!known.empty() && known == currency);
        return ours;
    }
    if (text.size() < 3 || !is_letter(text[0]) || !is_letter(text[1]) || !is_letter(text[2])) return false;
    const bool ours = text.substr(0, 3) == currency;
    text = trimmed(text.substr(3));
    return ours;
}

double take_magnitude(std::string_view& text) {
    constexpr std::array<std::pair<std::string_view, double>, 5> magnitudes{
        {{"bn", 1e9}, {"B", 1e9}, {"M", 1e6}, {"m", 1e6}, {"k", 1e3}}};
    for (const auto& [name, factor] : magnitudes) {
        if (text.substr(0, name.size()) != name ||
            (text.size() > name.size() && is_letter(text[name.size()])))
            continue;
        text = trimmed(text.substr(name.size()));
        return factor;
    }
    return 1;
}

ParsedQuantity parse_money(std::string_view text, const Format& format, std::string_view currency) {
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (negative) rest = trimmed(rest.substr(1));
    const bool sign_first = !rest.empty() && !is_digit(rest.front());
    const ParsedQuantity foreign{
        {},
        fmt::format("\"{}\" is not in {}, the scenario's currency", text, currency),
        "write " + show_quantity(750, {Dimension::money, {}, format.after, {}}, currency)};
    if (sign_first && !take_currency(rest, currency)) return foreign;
    const std::optional<double> number = take_number(rest);
    if (!number) return no_number(text, format);
    double value = *number * take_magnitude(rest);
    if (!sign_first && rest.empty()) return {{}, fmt::format("\"{}\" has no currency", text), foreign.advice};
    if (!sign_first && !take_currency(rest, currency)) return foreign;
    if (!rest.empty()) return {{}, fmt::format("`{}` after the amount means nothing", rest), foreign.advice};
    return {negative ? -value : value};
}

ParsedQuantity parse_rate(std::string_view text, const Format& format) {
    const std::string advice = "this takes " + describe_format(format);
    std::string_view rest = text;
    const std::optional<double> number = take_number(rest);
    if (!number) return no_number(text, format);
    double count = *number;
    if (rest.substr(0, 1) == "%") {
        count /= 100.0;
        rest = trimmed(rest.substr(1));
    }
    if (rest.substr(0, 1) == "/")
        rest = trimmed(rest.substr(1));
    else if (take_word(rest) != "per")
        return {{}, fmt::format("\"{}\" does not say per what time", text), advice};
    const std::string_view name = rest;
    const Unit* unit = find_unit(name);
    if (!unit) return {{}, fmt::format("`{}` is not a unit of time", name), advice};
    return {count / unit->seconds};
}

ParsedQuantity parse_plain(std::string_view text, const Format& format) {
    std::string_view rest = text;
    const std::optional<double> number = take_number(rest);
    if (!number) return no_number(text, format);
    if (!rest.empty())
        return {{},
                fmt::format("`{}` after the number means nothing", rest),
                "this takes " + describe_format(format)};
    return {*number};
}

/// Strips the fixed words around the quantity ("every ...", "... per h"); "/h" stands for "per h".
bool strip_words(std::string_view& text, const Format& format) {
    if (!format.before.empty()) {
        if (text.substr(0, format.before.size()) != format.before) return false;
        text = trimmed(text.substr(format.before.size()));
    }
    if (format.after.empty()) return true;
    for (const std::string& ending :
         {format.after, "/" + format.after.substr(4), "/ " + format.after.substr(4)}) {
        if (text.size() <= ending.size() || text.substr(text.size() - ending.size()) != ending) continue;
        text = trimmed(text.substr(0, text.size() - ending.size()));
        return true;
    }
    return false;
}

ParsedQuantity parse_inner(std::string_view text, const Format& format, std::string_view currency) {
    switch (format.dimension) {
        case Dimension::duration:
            return parse_duration(text, format);
        case Dimension::share:
            return parse_share(text, format);
        case Dimension::money:
            return parse_money(text, format, currency);
        case Dimension::rate:
            return parse_rate(text, format);
        case Dimension::count:
        case Dimension::number:
            break;
    }
    return parse_plain(text, format);
}

}  // namespace

ParsedQuantity parse_quantity(std::string_view text, const Format& format, std::string_view currency) {
    std::string_view inner = trimmed(text);
    if (!strip_words(inner, format)) {
        const std::string_view missing = format.before.empty() ? format.after : format.before;
        return {{}, fmt::format("\"{}\" lacks `{}`", text, missing), "this takes " + describe_format(format)};
    }
    ParsedQuantity reading = parse_inner(inner, format, currency);
    if (reading.value && !(std::abs(*reading.value) <= largest_quantity))
        return {{}, fmt::format("\"{}\" is too large to be meant", text), ""};
    return reading;
}

Bounds natural_bounds(Dimension dimension) {
    if (dimension == Dimension::number) return {};
    if (dimension == Dimension::share) return {0.0, 1.0};
    if (dimension == Dimension::count) return {0.0, 1e9};
    return {.low = 0.0};
}

std::optional<double> parse_clock(std::string_view text) {
    const auto number = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    for (const std::size_t at : {0, 1, 3, 4})
        if (!is_digit(text[at])) return std::nullopt;
    const int seconds = number(0) * 3600 + number(3) * 60;
    if (number(3) > 59 || seconds > 86400) return std::nullopt;
    return seconds;
}

}  // namespace golive::scenario
