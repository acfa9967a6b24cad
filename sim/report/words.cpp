//! Numbers as people read them.
// SPDX-License-Identifier: Apache-2.0
#include <cctype>
#include <cmath>
#include <fmt/format.h>

#include <golive/base/spelling.hpp>
#include <golive/report/words.hpp>

namespace golive::report {
namespace {

std::string with_separators(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) digits.insert(at -= 3, ",");
    return digits;
}

std::string symbol_of(std::string_view currency) {
    if (currency == "USD") return "$";
    if (currency == "EUR") return "€";
    if (currency == "GBP") return "£";
    return std::string{currency} + " ";
}

/// Three significant digits: 1.23, 12.3, 123.
std::string three_digits(double x) {
    if (x < 9.995) return fmt::format("{:.2f}", x);
    return x < 99.95 ? fmt::format("{:.1f}", x) : fmt::format("{:.0f}", x);
}

}  // namespace

std::string label_of(std::string_view name) {
    const auto dot = name.find('.');
    if (dot == std::string_view::npos) return in_words(name);
    return in_words(name.substr(0, dot)) + ": " + in_words(name.substr(dot + 1));
}

std::string title_of(model::Subject subject) {
    std::string title{name_of(subject)};
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    return title;
}

std::string count_in_words(std::uint64_t count) { return with_separators(fmt::format("{}", count)); }

std::string count_in_words(std::uint64_t count, std::string_view one) {
    if (count == 1) return fmt::format("1 {}", one);
    if (one.ends_with('y') && !one.ends_with("ay"))  // activities, but days
        return fmt::format("{} {}ies", count_in_words(count), one.substr(0, one.size() - 1));
    return fmt::format("{} {}s", count_in_words(count), one);
}

std::string share_in_words(double share) {
    const double percent = 100.0 * share;
    if (percent == 0.0) return "0 %";
    if (std::abs(percent) < 0.05) return "under 0.1 %";
    if (percent < 100.0 && percent >= 99.95) return "over 99.9 %";
    const bool round = percent == 100.0 || (std::abs(percent) >= 9.95 && percent <= 99.0);
    return round || percent > 100.0 ? fmt::format("{:.0f} %", percent) : fmt::format("{:.1f} %", percent);
}

std::string money_in_words(double amount, std::string_view currency) {
    const std::string sign = amount <= -0.5 ? "-" : "";
    const std::string symbol = symbol_of(currency);
    const double size = std::abs(amount);
    if (size < 9'999.5) return sign + symbol + with_separators(fmt::format("{:.0f}", size));
    if (size < 999'500.0) return sign + symbol + three_digits(size / 1e3) + "k";
    if (size < 999'500'000.0) return sign + symbol + three_digits(size / 1e6) + "M";
    return sign + symbol + three_digits(size / 1e9) + "bn";
}

std::string number_in_words(double number) {
    const double size = std::abs(number);
    if (number == 0) return "0";
    if (number == std::floor(number) || size >= 99.95) return with_separators(fmt::format("{:.0f}", number));
    if (size < 0.005) return "under 0.01";
    return size >= 9.995 ? fmt::format("{:.1f}", number) : fmt::format("{:.2f}", number);
}

std::string time_in_words(std::chrono::duration<double> time) {
    const double seconds = time.count();
    if (seconds < 10.0) return fmt::format("{:.1f} s", seconds);
    const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
    if (whole < 120) return fmt::format("{} s", whole);
    if (whole < 7200) return fmt::format("{} min {} s", whole / 60, whole % 60);
    return fmt::format("{} h {} min", whole / 3600, whole / 60 % 60);
}

std::string short_date(Date date) {
    const std::string words = date.in_words();
    const std::size_t month = words.find(' ') + 1;
    return words.substr(0, month + 3) + words.substr(words.find(' ', month));
}

Date date_after(Date start, double days) {
    return start + std::chrono::days{static_cast<int>(std::floor(days))};
}

std::string quoted(const std::string& word) {
    constexpr std::string_view harmless =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./=:,+%@";
    if (!word.empty() && word.find_first_not_of(harmless) == std::string::npos) return word;
    std::string result = "'";
    for (const char c : word) result += c == '\'' ? "'\\''" : std::string{c};
    return result + "'";
}

std::string Wording::value(double value, model::Reading reading) const {
    using model::Reading;
    if (std::isnan(value)) return "-";
    if (std::isinf(value)) return "later";
    switch (reading) {
        case Reading::number:
            return number_in_words(value);
        case Reading::share:
            return share_in_words(value);
        case Reading::days:
            return fmt::format("{} {}", number_in_words(std::round(value)),
                               std::abs(std::round(value)) == 1 ? "day" : "days");
        case Reading::date:
            return short_date(date_after(start_, value));
        case Reading::money:
            return money_in_words(value, currency_);
        case Reading::hours:
            return fmt::format("{} h", number_in_words(value));
        case Reading::minutes:
            return fmt::format("{} min", number_in_words(value));
    }
    return "";
}

std::string Wording::range(double low, double high, model::Reading reading) const {
    std::string from = value(low, reading);
    const std::string to = value(high, reading);
    if (from == to) return from;
    const std::size_t unit = from.rfind(' ');
    const bool same_unit =
        reading != model::Reading::date && unit != std::string::npos && to.ends_with(from.substr(unit));
    return same_unit && low >= 0.0 ? fmt::format("{}-{}", from.substr(0, unit), to)
                                   : fmt::format("{} to {}", from, to);
}

std::string Wording::difference(double value, model::Reading reading) const {
    using model::Reading;
    const std::string sign = value > 0 ? "+" : "";
    if (reading == Reading::share)
        return std::abs(value) < 0.0005 ? "0.0 points" : fmt::format("{}{:.1f} points", sign, 100 * value);
    return sign + this->value(value, reading == Reading::date ? Reading::days : reading);
}

std::string Wording::difference_range(double low, double high, model::Reading reading) const {
    std::string from = difference(low, reading);
    if (reading == model::Reading::share) from.resize(from.rfind(' '));
    return fmt::format("{} to {}", from, difference(high, reading));
}

}  // namespace golive::report
