//! Ctrl-C and its kin: the first asks for an orderly stop, the second ends the program at once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <csignal>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace golive::app {

/// While one is alive, SIGINT, SIGTERM and SIGHUP go to a thread of its own and interrupt nothing else (HDF5
/// is not safe in a signal handler); those that were ignored stay ignored. SIGPIPE is ignored. Make it before
/// other threads and before any file that must not be left behind.
class SignalWatch {
 public:
    enum class Leaves { nothing, a_file };  ///< behind, where the program is ended at once
    explicit SignalWatch(Leaves leaves);
    ~SignalWatch();
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

    /// The file that the second signal removes; one that comes earlier waits until it is said.
    void remove_at_end(std::filesystem::path temporary);
    [[nodiscard]] std::stop_token stop_token() const { return stop_.get_token(); }

 private:
    void watch(const std::stop_token& over);

    std::mutex mutex_;
    std::condition_variable_any said_;
    std::optional<std::filesystem::path> temporary_;
    std::stop_source stop_;
    sigset_t watched_;
    sigset_t before_;
    struct sigaction pipe_before_;
    std::jthread thread_;
};

}  // namespace golive::app
