#include "batch/conveyor.hpp"

namespace golive::batch {

std::optional<std::uint64_t> Conveyor::take() {
    std::unique_lock lock{mutex_};
    room_made_.wait(lock, [this] { return exhausted() || taken_ < collected_ + slots_.size(); });
    if (exhausted()) return std::nullopt;
    const std::uint64_t position = taken_++;
    const bool last = exhausted();
    lock.unlock();
    if (last) room_made_.notify_all();  // whoever still waits for room has nothing left to wait for
    return position;
}

void Conveyor::put(std::uint64_t position, Arrival&& arrival) {
    {
        const std::lock_guard lock{mutex_};
        slot(position) = std::move(arrival);
    }
    arrived_.notify_one();
}

void Conveyor::close() {
    {
        const std::lock_guard lock{mutex_};
        closed_ = true;
    }
    room_made_.notify_all();
    arrived_.notify_all();
}

bool Conveyor::finished() const {
    const std::lock_guard lock{mutex_};
    return exhausted() && collected_ == taken_;
}

}  // namespace golive::batch
