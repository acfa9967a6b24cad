//! What `golive run` is asked to do, read from the command line.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/arguments.hpp"
#include "app/simulate/replication_set.hpp"

#include <filesystem>
#include <string>
#include <vector>

#include <golive/store/results_writer.hpp>

namespace golive::app {

/// The command line, understood.
struct RunOrder {
    std::string scenario;
    std::filesystem::path output;
    store::Overwrite overwrite;
    std::uint64_t replications;      ///< with --until, at most
    std::vector<std::string> until;  ///< as typed
    std::uint64_t seed;
    unsigned threads;
    ReplicationSet traced;
    std::string format;
    bool quiet;
    bool verbose;
    std::vector<std::string> changes;  ///< of the scenario, as options: "--set team.it.staff=4"
};

/// What --threads says, or the processors that this process may use.
[[nodiscard]] unsigned threads_of(const Arguments& arguments);

/// --set and --horizon, as options for a shell.
[[nodiscard]] std::vector<std::string> changes_of(const Arguments& arguments);

/// Throws Error{usage} for what makes no sense, and for results that exist and may not be replaced.
[[nodiscard]] RunOrder run_order(const Arguments& arguments);

/// A command that gives the same results, to be pasted into a shell: without what changes no result.
[[nodiscard]] std::string command_line(const RunOrder& order);

}  // namespace golive::app
