//! [scenario] and [calendar]: what is studied, from when, and when people work.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include <golive/base/date.hpp>

namespace golive::scenario {

/// [scenario]
struct Header {
    std::string name;
    std::string description;
    std::string currency;  ///< "USD", "EUR": how money is written in the file and printed
    Date start;
    Duration horizon;  ///< how long is simulated
};

/// A period in which nothing goes live; both days belong to it.
struct Freeze {
    Date from;
    Date to;
    std::string why;
};

/// [calendar]: office hours of teams and bodies. Clinicians work their shifts on every day of the year.
struct WorkingTime {
    std::vector<std::chrono::weekday> working_week;
    Duration opens;  ///< since midnight
    Duration closes;
    std::vector<Date> holidays;
    std::vector<Freeze> freezes;
};

}  // namespace golive::scenario
