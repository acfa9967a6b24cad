//! A thread that waits for signals, so that nothing has to be safe in a handler.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/signals.hpp"

#include "app/terminal/console.hpp"

#include <array>
#include <csignal>
#include <fmt/format.h>
#include <unistd.h>
#include <utility>

namespace golive::app {
namespace {

constexpr int wake_up = SIGUSR1;  // from the destructor to the thread

/// Signals that stop a program, but for those that whoever started it wants ignored (nohup, `&` in a script).
sigset_t stopping_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int number : std::array{SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction now{};
        ::sigaction(number, nullptr, &now);
        if (now.sa_handler != SIG_IGN) sigaddset(&set, number);
    }
    sigaddset(&set, wake_up);
    return set;
}

}  // namespace

SignalWatch::SignalWatch(Leaves leaves) : watched_{stopping_signals()}, before_{}, pipe_before_{} {
    if (leaves == Leaves::nothing) temporary_.emplace();
    struct sigaction ignore{};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &pipe_before_);
    ::pthread_sigmask(SIG_BLOCK, &watched_, &before_);
    thread_ = std::jthread{[this](const std::stop_token& over) { watch(over); }};
}

SignalWatch::~SignalWatch() {
    thread_.request_stop();
    ::pthread_kill(thread_.native_handle(), wake_up);
    thread_.join();
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    ::sigaction(SIGPIPE, &pipe_before_, nullptr);
}

void SignalWatch::remove_at_end(std::filesystem::path temporary) {
    const std::lock_guard lock{mutex_};
    temporary_ = std::move(temporary);
    said_.notify_all();
}

void SignalWatch::watch(const std::stop_token& over) {
    for (int number = 0; ::sigwait(&watched_, &number) == 0;) {
        if (over.stop_requested()) return;
        if (number == wake_up) continue;
        if (!stop_.request_stop()) {
            std::unique_lock lock{mutex_};
            if (!said_.wait(lock, over, [this] { return temporary_.has_value(); })) return;
            ::unlink(temporary_->c_str());
            ::_exit(128 + number);
        }
        // On a terminal the message begins below the progress and the ^C.
        print_message(fmt::format(
            "{}Stopping: the replications in hand are finished and kept. Once more ends at once, and "
            "keeps nothing.",
            is_terminal(stderr) ? "\n" : ""));
    }
}

}  // namespace golive::app
