#include <array>
#include <charconv>
#include <fmt/format.h>

#include <golive/base/date.hpp>

namespace golive {
namespace {

template <class Number>
bool read_digits(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

std::optional<Date> Date::from_civil(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day civil{std::chrono::year{year}, std::chrono::month{month},
                                            std::chrono::day{day}};
    if (!civil.ok()) return std::nullopt;
    return Date{std::chrono::sys_days{civil}};
}

std::optional<Date> Date::parse(std::string_view text) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                        read_digits(text.substr(0, 4), year) && read_digits(text.substr(5, 2), month) &&
                        read_digits(text.substr(8, 2), day);
    if (!shaped || year < 0) return std::nullopt;
    return from_civil(year, month, day);
}

std::string Date::iso() const {
    const std::chrono::year_month_day civil{day_};
    return fmt::format("{:04}-{:02}-{:02}", int{civil.year()}, unsigned{civil.month()},
                       unsigned{civil.day()});
}

std::string Date::in_words() const {
    static constexpr std::array names{"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
    const std::chrono::year_month_day civil{day_};
    return fmt::format("{} {} {}", unsigned{civil.day()}, names[unsigned{civil.month()} - 1],
                       int{civil.year()});
}

Time time_of(Date date, Date scenario_start) {
    return Time::after_start(Duration::days((date - scenario_start).count()));
}

Date date_of(Time time, Date scenario_start) {
    const std::int64_t seconds = time.since_start().count();
    const std::int64_t day = (seconds >= 0 ? seconds : seconds - 86399) / 86400;
    return scenario_start + std::chrono::days{day};
}

}  // namespace golive
