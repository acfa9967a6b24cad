//! What a simulation takes for granted: every value of a scenario, with its source.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace golive::scenario {

/// A value that the simulation rests on, chosen or by default.
struct Assumption {
    std::string path;       ///< as --set takes it: "team.help-desk.patience"; `*` stands for every element
    std::string value;      ///< in words: "p10 6 weeks, p50 8 weeks, p90 20 weeks"
    std::string unit;       ///< how such values are written: "a duration, such as `6 weeks`"
    std::string source;     ///< of the default and the range
    std::string grade;      ///< O A S V T D, as docs/model.md explains; empty where the file chose
    std::string range_low;  ///< plausible range, as a file would write it; empty where there is none
    std::string range_high;
    std::string help;
    std::string origin;  ///< "default", "--set", or "scenarios/one-clinic.toml:12"
};

}  // namespace golive::scenario
