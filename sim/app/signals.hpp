//! Ctrl-C and its kin: the first asks for an orderly stop, the second ends the program at once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <csignal>
#include <filesystem>
#include <stop_token>
#include <thread>

namespace golive::app {

/// While one is alive, SIGINT, SIGTERM and SIGHUP go to a thread of its own and interrupt nothing else (HDF5
/// is not safe in a signal handler); those that were ignored stay ignored. SIGPIPE is ignored. Make it before
/// other threads.
class SignalWatch {
 public:
    /// `temporary` is removed when the second signal comes.
    explicit SignalWatch(std::filesystem::path temporary);
    ~SignalWatch();
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

    [[nodiscard]] std::stop_token stop_token() const { return stop_.get_token(); }

 private:
    void watch(const std::stop_token& over);

    std::filesystem::path temporary_;
    std::stop_source stop_;
    sigset_t watched_;
    sigset_t before_;
    struct sigaction pipe_before_;
    std::jthread thread_;
};

}  // namespace golive::app
