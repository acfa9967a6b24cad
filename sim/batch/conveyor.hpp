//! Hands out replication numbers in order and gives back what became of them in order, however long each
//! takes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <golive/model/result.hpp>

namespace golive::batch {

/// What became of a replication: its result, or why there is none.
using Arrival = std::variant<model::Result, std::string>;

/// Between the workers, who take() a number and put() its arrival, and the one thread that collects them. At
/// most `room` numbers are in hand at once: when one replication is slow, the others wait rather than pile
/// up. Positions count from 0. Every member may be called from any thread.
class Conveyor {
 public:
    Conveyor(std::uint64_t count, std::size_t room) : count_{count}, slots_(room) {}

    /// The next position to work on; nothing when all are taken or the conveyor is closed. Waits for room.
    std::optional<std::uint64_t> take();
    void put(std::uint64_t position, Arrival&& arrival);
    /// No more positions are handed out; those taken may still be put and collected.
    void close();

    /// The arrival of the next position in order; nothing where it is not there within `patience`.
    template <class Duration>
    std::optional<Arrival> collect(Duration patience);
    /// True when nothing is left to collect, now or later.
    [[nodiscard]] bool finished() const;

 private:
    [[nodiscard]] std::optional<Arrival>& slot(std::uint64_t position) {
        return slots_[position % slots_.size()];
    }
    [[nodiscard]] bool exhausted() const { return closed_ || taken_ == count_; }

    std::uint64_t count_;
    std::uint64_t taken_ = 0;
    std::uint64_t collected_ = 0;
    bool closed_ = false;
    std::vector<std::optional<Arrival>> slots_;  ///< of the positions collected_ .. collected_ + room - 1
    mutable std::mutex mutex_;
    std::condition_variable room_made_;
    std::condition_variable arrived_;
};

template <class Duration>
std::optional<Arrival> Conveyor::collect(Duration patience) {
    std::unique_lock lock{mutex_};
    const auto next_is_there = [this] { return slot(collected_).has_value(); };
    const auto nothing_to_wait_for = [this] { return exhausted() && collected_ == taken_; };
    arrived_.wait_for(lock, patience, [&] { return next_is_there() || nothing_to_wait_for(); });
    if (!next_is_there()) return std::nullopt;
    std::optional<Arrival> arrival;
    arrival.swap(slot(collected_));
    ++collected_;
    lock.unlock();
    room_made_.notify_one();
    return arrival;
}

}  // namespace golive::batch
