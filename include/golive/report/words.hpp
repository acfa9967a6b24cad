//! Numbers as people read them: shares in per cent, money in thousands and millions, days as dates.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <golive/base/date.hpp>
#include <golive/model/catalogue.hpp>

namespace golive::report {

[[nodiscard]] std::string count_in_words(std::uint64_t count);  ///< "2,512"
[[nodiscard]] std::string count_in_words(std::uint64_t count,
                                         std::string_view one);                      ///< "44 units", "1 unit"
[[nodiscard]] std::string share_in_words(double share);                              ///< "61 %", "4.3 %"
[[nodiscard]] std::string money_in_words(double amount, std::string_view currency);  ///< "$1.23M"
[[nodiscard]] std::string number_in_words(double number);                            ///< "1,234", "3.42"
[[nodiscard]] std::string time_in_words(std::chrono::duration<double> time);         ///< "17 s", "4 min 10 s"
[[nodiscard]] std::string short_date(Date date);                                     ///< "14 Mar 2027"
/// The day that holds the instant `days` after midnight of `start`.
[[nodiscard]] Date date_after(Date start, double days);

/// "cost: IT labour" for "cost.it_labour".
[[nodiscard]] std::string label_of(std::string_view metric);

/// "Help desk": the heading of the figures about it.
[[nodiscard]] std::string title_of(model::Subject subject);

/// A word of a command, so that the line can be pasted into a shell.
[[nodiscard]] std::string quoted(const std::string& word);

/// Values of one scenario in words, each by how it is meant to be read. NaN is "-", infinity "later".
class Wording {
 public:
    Wording(Date start, std::string currency) : start_{start}, currency_{std::move(currency)} {}
    [[nodiscard]] std::string value(double value, model::Reading reading) const;
    /// "52-70 %", "$1.1M-$2.3M"; one value where both ends read alike.
    [[nodiscard]] std::string range(double low, double high, model::Reading reading) const;
    /// "+1.3 points", "-18 days": shares are points apart, dates days.
    [[nodiscard]] std::string difference(double value, model::Reading reading) const;
    /// "+1.1 to +1.5 points", "-24 days to -12 days"
    [[nodiscard]] std::string difference_range(double low, double high, model::Reading reading) const;

 private:
    Date start_;
    std::string currency_;
};

}  // namespace golive::report
