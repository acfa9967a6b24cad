//! Where results come from: enough to run them again and to judge them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <golive/base/date.hpp>
#include <golive/scenario/load.hpp>

namespace golive::store {

struct Provenance {
    // The program.
    std::string version;
    std::string commit;
    std::string compiler;
    std::string flags;

    // The command. None of these changes a result.
    std::string command_line;
    std::string created;                  ///< ISO 8601, UTC: "2027-01-04T09:30:00Z"
    std::optional<std::string> hostname;  ///< nothing: not wanted in the file
    unsigned threads = 1;
    std::chrono::duration<double> elapsed{};  ///< set by ResultsWriter::finish()

    // What was asked for.
    std::uint64_t seed = 0;
    std::uint64_t first_replication = 0;
    std::uint64_t replications_asked = 0;
    bool stopped = false;  ///< before all were done; set by ResultsWriter::finish()

    // The scenario.
    std::string scenario_file;
    std::string title;
    std::string scenario_text;
    std::string resolved_text;
    std::string fingerprint;  ///< of the resolved text
    Date start_date;
    std::string currency;
    std::vector<scenario::Assumption> assumptions;
};

/// Fills in what this program knows of itself: version, commit, compiler, flags, created, hostname.
[[nodiscard]] Provenance provenance_of_this_program();

}  // namespace golive::store
