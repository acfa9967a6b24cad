#include <algorithm>
#include <utility>

#include <golive/kernel/event_list.hpp>

namespace golive::kernel {
namespace {

constexpr std::size_t few = 16;               // so few events in the wheel go to the run together
constexpr std::size_t tolerated_dead = 1024;  // cancelled events not worth a sweep
constexpr std::uint64_t priority_mask = 0xff;

}  // namespace

void EventList::more_cancellables() {
    free_cancellable_ = static_cast<std::uint32_t>(cancellables_.size());
    cancellables_.emplace_back().next_free = none;
}

bool EventList::cancel(EventHandle handle) {
    if (handle.order == 0 || handle.slot >= cancellables_.size()) return false;
    Cancellable& entry = cancellables_[handle.slot];
    if (entry.order != handle.order) return false;
    entry.order = 0;
    known_first_ = 0;
    if (++dead_ > size() + tolerated_dead) drop_dead();
    return true;
}

Time EventList::next_time() {
    while (run_size_ > 0) {
        const Event& first = run_[run_size_ - 1];
        if (!is_dead(first)) return first.time;
        forget(first);
        --run_size_;
    }
    if (known_first_ == 0) known_first_ = first_key_in_wheel();
    return known_first_ == no_limit
               ? Time::max()
               : Time::after_start(Duration::seconds(static_cast<std::int64_t>(known_first_ >> 8)));
}

void EventList::clear() {
    while (used_levels_ != 0) drain(first_place(), [](const Event&) {});
    cancellables_.clear();
    free_cancellable_ = none;
    run_size_ = stored_ = dead_ = 0;
    sequence_ = base_ = known_first_ = 0;
    limit_ = no_limit;
    now_ = Time{};
}

/// Fills the empty run with the earliest events of the wheel.
void EventList::settle() {
    ensure(stored_ > 0, "an event is taken from an empty list");
    known_first_ = 0;
    if (stored_ <= few) return gather_all();
    for (;;) {
        const Place place = first_place();
        const std::size_t count = slot_at(place).count;
        const Key start = start_of(place);
        base_ = start & ~priority_mask;
        if (count <= small_slot) {
            limit_ = start + (Key{1} << (place.level * digit_bits));
            return gather(place);
        }
        if (place.level == 0) {
            limit_ = start;
            return take_one(place);
        }
        drain(place, [this](const Event& event) { add_to_wheel(event, key_of(event)); });
    }
}

EventList::Place EventList::first_place() const {
    const auto level = static_cast<unsigned>(std::countr_zero(used_levels_));
    unsigned word = 0;
    while (wheel_[level].occupied[word] == 0) ++word;
    return {level, word * 64 + static_cast<unsigned>(std::countr_zero(wheel_[level].occupied[word]))};
}

EventList::Key EventList::start_of(Place place) const {
    const unsigned shift = place.level * digit_bits;
    const Key below_and_own = (Key{2} << (shift + digit_bits - 1)) - 1;
    return (base_ & ~below_and_own) | Key{place.digit} << shift;
}

void EventList::gather_all() {
    limit_ = no_limit;
    while (used_levels_ != 0) gather(first_place());
}

void EventList::gather(Place place) {
    drain(place, [this](const Event& event) { insert_sorted(event, key_of(event)); });
}

/// Serves a slot of many ties, whose events are in their final order.
void EventList::take_one(Place place) {
    Slot& slot = slot_at(place);
    run_[run_size_++] = slot.head->events[slot.taken++];
    --slot.count;
    if (slot.taken < chunk_size) return;
    slot.taken = 0;
    release_chunk(std::exchange(slot.head, slot.head->next));
}

/// Empties a slot, showing its events in order; `visit` may add to the wheel.
template <class Visit>
void EventList::drain(Place place, Visit visit) {
    Slot slot = std::exchange(slot_at(place), Slot{});
    mark_empty(place);
    std::size_t at = slot.taken;
    while (slot.count > 0) {
        const std::size_t end = std::min<std::size_t>(chunk_size, at + slot.count);
        slot.count -= static_cast<std::uint32_t>(end - at);
        Chunk* const chunk = slot.head;
        slot.head = chunk->next;
        __builtin_prefetch(slot.head);
        for (; at < end; ++at) visit(chunk->events[at]);
        release_chunk(chunk);
        at = 0;
    }
}

void EventList::mark_empty(Place place) {
    Level& level = wheel_[place.level];
    level.occupied[place.digit / 64] &= ~(std::uint64_t{1} << (place.digit % 64));
    const bool used =
        std::any_of(level.occupied.begin(), level.occupied.end(), [](auto word) { return word != 0; });
    if (!used) used_levels_ &= ~(1U << place.level);
}

/// Sends the later half of a full run to the wheel, and with it everything that ties with what is sent.
void EventList::spill_run() {
    if (used_levels_ == 0) base_ = static_cast<Key>(now_.since_start().count()) << 8;
    limit_ = key_of(run_[run_capacity / 2 - 1]);
    std::size_t kept_from = run_capacity / 2;
    while (kept_from < run_size_ && key_of(run_[kept_from]) == limit_) ++kept_from;
    for (std::size_t at = kept_from; at-- > 0;) add_to_wheel(run_[at], key_of(run_[at]));
    std::copy(run_.begin() + static_cast<std::ptrdiff_t>(kept_from), run_.end(), run_.begin());
    run_size_ -= kept_from;
}

/// The first key of a living event in the wheel; no_limit where there is none. Drops slots of dead events on
/// the way.
EventList::Key EventList::first_key_in_wheel() {
    while (used_levels_ != 0) {
        const Place place = first_place();
        Key first = no_limit;
        visit(slot_at(place), [&](const Event& event) {
            if (!is_dead(event)) first = std::min(first, key_of(event));
        });
        if (first != no_limit) return first;
        drain(place, [this](const Event& event) { forget(event); });
    }
    return no_limit;
}

template <class Visit>
void EventList::visit(const Slot& slot, Visit see) const {
    std::size_t at = slot.taken;
    std::size_t left = slot.count;
    for (const Chunk* chunk = slot.head; left > 0; chunk = chunk->next, at = 0)
        for (; at < chunk_size && left > 0; ++at, --left) see(chunk->events[at]);
}

void EventList::append_chunk(Slot& slot) {
    if (spare_ == nullptr) more_chunks();
    Chunk* const chunk = std::exchange(spare_, spare_->next);
    chunk->next = nullptr;
    if (slot.count == 0)
        slot.head = chunk;
    else
        slot.tail->next = chunk;
    slot.tail = chunk;
    slot.room = chunk_size;
}

void EventList::more_chunks() {
    const std::size_t count = std::size_t{64} << std::min<std::size_t>(blocks_.size(), 8);
    blocks_.push_back(std::make_unique_for_overwrite<Chunk[]>(count));
    for (std::size_t i = count; i-- > 0;) release_chunk(&blocks_.back()[i]);
}

bool EventList::is_dead(const Event& event) const {
    return (event.order & cancellable_bit) != 0 && cancellables_[event.subject].order != event.order;
}

/// Lets go of a cancelled event that is being dropped from the list.
void EventList::forget(const Event& event) {
    release_cancellable(event.subject);
    --dead_;
    --stored_;
}

void EventList::drop_dead() {
    const auto kept_or_forgotten = [this](const Event& event) {
        const bool dead = is_dead(event);
        if (dead) forget(event);
        return dead;
    };
    const auto end = run_.begin() + static_cast<std::ptrdiff_t>(run_size_);
    run_size_ = static_cast<std::size_t>(std::remove_if(run_.begin(), end, kept_or_forgotten) - run_.begin());
    for (unsigned level = 0; level < levels; ++level)
        for (unsigned digit = 0; digit < slots_a_level; ++digit)
            if (wheel_[level].slots[digit].count > 0)
                drain({level, digit}, [&](const Event& event) {
                    if (!kept_or_forgotten(event)) add_to_wheel(event, key_of(event));
                });
}

}  // namespace golive::kernel
