//! The pending events in their one and only order: time, then priority, then the order of scheduling.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <vector>

#include <golive/base/error.hpp>
#include <golive/base/quantity.hpp>

namespace golive::kernel {

/// Which of two events at the same instant comes first: the lower value, 0 to 255. Any value may be used; the
/// names are the ones that models agree upon.
enum class Priority : std::uint8_t {
    urgent = 0,    ///< before everything else at this instant
    early = 64,    ///< ends before beginnings: what a ServerPool uses for its completions
    normal = 128,  ///< everything without a reason
    late = 192,    ///< observers, who want to see the instant when it is over
};

/// What an event means: the mechanism that handles it, and what it is to that mechanism.
struct EventKind {
    std::uint16_t owner = 0;
    std::uint16_t what = 0;
    friend constexpr bool operator==(EventKind, EventKind) = default;
};

/// One thing that will happen. `order` holds the priority in its high byte and the sequence number below it,
/// so that (time, order) is a total order without ties.
struct Event {
    Time time;
    std::uint64_t order = 0;
    EventKind kind;
    std::uint32_t subject = 0;

    [[nodiscard]] constexpr Priority priority() const { return static_cast<Priority>(order >> 56); }
    friend constexpr bool before(const Event& a, const Event& b) {
        return a.time != b.time ? a.time < b.time : a.order < b.order;
    }
};
static_assert(sizeof(Event) == 24);

/// Names one event that was scheduled to be cancellable. Stays safe for ever: an order number is
/// never given twice.
struct EventHandle {
    std::uint64_t order = 0;
    std::uint32_t slot = 0;
};

/// The future event list of one replication.
///
/// Order. Events leave by time, then by priority, then first in, first out: exact for any number of ties.
///
/// How. A sorted run of at most 64 events is served from its end; everything at or after `limit_` waits in a
/// timing wheel whose digits are the bytes of (time, priority), an idea of Varghese and Lauck (1987) with the
/// lazily sorted bottom of the ladder queue (Tang, Goh, Thng 2005). A slot of the wheel that comes up is
/// sorted into the run when it is small and dealt out by its next byte when it is not; a slot of the lowest
/// level holds one time and one priority, already in order, and is served as it stands. There is no width to
/// tune, and skewed, far and tied times all cost the same: each event moves at most eight times however many
/// there are, and a short list is just the sorted run.
///
/// Cost. No allocation once warm, no virtual call; memory is kept by clear(). Cancelling marks: the dead
/// leave when their time comes or when they outnumber the living.
///
/// Not thread-safe: one list belongs to one replication.
class EventList {
 public:
    EventList() = default;
    EventList(const EventList&) = delete;
    EventList& operator=(const EventList&) = delete;

    /// Adds an event at `time`, not before now() and less than a billion years away: anything else is a
    /// broken invariant of the caller.
    void schedule(Time time, EventKind kind, std::uint32_t subject, Priority priority = Priority::normal) {
        add(Event{time, next_order(priority), kind, subject});
    }
    /// The same for an event that may be cancelled; costs a few nanoseconds more.
    EventHandle schedule_cancellable(Time time, EventKind kind, std::uint32_t subject,
                                     Priority priority = Priority::normal);
    /// Takes back an event; false where it has happened or was cancelled before, so that a stale
    /// handle is harmless.
    bool cancel(EventHandle handle);

    /// Removes and returns the earliest event and moves now() to its time. Not on an empty list.
    Event pop();
    /// The time of the earliest event; Time::max() where there is none.
    [[nodiscard]] Time next_time();

    /// The time of the event last popped.
    [[nodiscard]] Time now() const { return now_; }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] std::size_t size() const { return stored_ - dead_; }
    /// Forgets every event and goes back to time zero; handles given before become stale. Keeps the memory.
    void clear();

 private:
    using Key = std::uint64_t;  // (time, priority): what the wheel's digits are taken from

    static constexpr unsigned digit_bits = 8;
    static constexpr unsigned levels = 8;
    static constexpr unsigned slots_a_level = 1U << digit_bits;
    static constexpr std::size_t run_capacity = 64;
    static constexpr std::size_t small_slot = 32;
    static constexpr std::int64_t time_limit = std::int64_t{1} << 55;
    static constexpr Key no_limit = ~Key{0};
    static constexpr std::uint64_t cancellable_bit = 1;
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    static constexpr std::size_t chunk_size = 21;
    struct Chunk {
        Chunk* next;
        std::array<Event, chunk_size> events;
    };
    /// A first-in, first-out list of events in chunks.
    struct Slot {
        Chunk* head = nullptr;
        Chunk* tail = nullptr;
        std::uint32_t count = 0;
        std::uint16_t taken = 0;  // events already gone from the head chunk
        std::uint16_t room = 0;   // places left in the tail chunk
    };
    struct Level {
        std::array<std::uint64_t, slots_a_level / 64> occupied{};
        std::array<Slot, slots_a_level> slots{};
    };
    struct Place {
        unsigned level;
        unsigned digit;
    };
    /// Keeps the subject of a cancellable event, whose own `subject` says which of these it uses.
    struct Cancellable {
        std::uint64_t order = 0;  // 0: cancelled or free
        std::uint32_t subject = 0;
        std::uint32_t next_free = 0;
    };

    static Key key_of(const Event& event) {
        return static_cast<Key>(event.time.since_start().count()) << 8 | event.order >> 56;
    }
    std::uint64_t next_order(Priority priority) {
        sequence_ += 2;
        return static_cast<std::uint64_t>(priority) << 56 | sequence_;
    }
    void add(const Event& event);
    void add_to_run(const Event& event, Key key);
    void add_to_wheel(const Event& event, Key key);
    void insert_sorted(const Event& event, Key key);
    void spill_run();

    Event take_first();
    void settle();
    Place first_place() const;
    Slot& slot_at(Place place) { return wheel_[place.level].slots[place.digit]; }
    Key start_of(Place place) const;
    Key first_key_in_wheel();
    void gather_all();
    void gather(Place place);
    void take_one(Place place);
    template <class Visit>
    void drain(Place place, Visit visit);
    template <class Visit>
    void visit(const Slot& slot, Visit see) const;
    void mark_empty(Place place);

    void append_chunk(Slot& slot);
    void more_chunks();
    void release_chunk(Chunk* chunk) {
        chunk->next = spare_;
        spare_ = chunk;
    }

    bool is_dead(const Event& event) const;
    bool deliver(Event& event);
    void more_cancellables();
    void release_cancellable(std::uint32_t slot) {
        cancellables_[slot].order = 0;
        cancellables_[slot].next_free = free_cancellable_;
        free_cancellable_ = slot;
    }
    void forget(const Event& event);
    void drop_dead();

    Time now_{};
    Key limit_ = no_limit;  // the run holds the events before it, the wheel those from it on
    Key base_ = 0;          // the wheel's digits are compared with this; never after now() nor after limit_
    std::size_t run_size_ = 0;
    std::size_t stored_ = 0;  // the run and the wheel, the dead included
    std::size_t dead_ = 0;
    std::uint64_t sequence_ = 0;
    Key known_first_ = 0;                  // the wheel's first key while it is known, else 0
    std::array<Event, run_capacity> run_;  // latest first: served from the end
    std::uint32_t used_levels_ = 0;
    std::array<Level, levels> wheel_;
    Chunk* spare_ = nullptr;
    std::vector<std::unique_ptr<Chunk[]>> blocks_;
    std::vector<Cancellable> cancellables_;
    std::uint32_t free_cancellable_ = none;
};

inline EventHandle EventList::schedule_cancellable(Time time, EventKind kind, std::uint32_t subject,
                                                   Priority priority) {
    if (free_cancellable_ == none) more_cancellables();
    const std::uint32_t slot = free_cancellable_;
    const std::uint64_t order = next_order(priority) | cancellable_bit;
    add(Event{time, order, kind, slot});
    Cancellable& entry = cancellables_[slot];
    entry.order = order;
    entry.subject = subject;
    free_cancellable_ = entry.next_free;
    return {order, slot};
}

inline void EventList::add(const Event& event) {
    ensure(event.time >= now_ && event.time.since_start().count() < time_limit,
           "an event is scheduled in the past or never");
    const Key key = key_of(event);
    ++stored_;
    if (key < limit_)
        add_to_run(event, key);
    else
        add_to_wheel(event, key);
}

inline void EventList::add_to_run(const Event& event, Key key) {
    if (run_size_ == run_capacity) {
        spill_run();
        if (key >= limit_) return add_to_wheel(event, key);
    }
    insert_sorted(event, key);
}

inline void EventList::insert_sorted(const Event& event, Key key) {
    std::size_t at = run_size_++;
    for (; at > 0 && key_of(run_[at - 1]) <= key; --at) run_[at] = run_[at - 1];
    run_[at] = event;
}

inline void EventList::add_to_wheel(const Event& event, Key key) {
    const unsigned level = (63U - static_cast<unsigned>(std::countl_zero((key ^ base_) | 1U))) / digit_bits;
    const unsigned digit = static_cast<unsigned>(key >> (level * digit_bits)) % slots_a_level;
    Slot& slot = wheel_[level].slots[digit];
    if (slot.count == 0) {
        wheel_[level].occupied[digit / 64] |= std::uint64_t{1} << (digit % 64);
        used_levels_ |= 1U << level;
    }
    if (slot.room == 0) append_chunk(slot);
    slot.tail->events[chunk_size - slot.room--] = event;
    ++slot.count;
    if (key < known_first_) known_first_ = key;
}

inline Event EventList::pop() {
    for (;;) {
        Event event = take_first();
        if ((event.order & cancellable_bit) != 0 && !deliver(event)) continue;
        now_ = event.time;
        return event;
    }
}

/// Ends the cancellable life of an event that leaves the list; false where it had been cancelled.
inline bool EventList::deliver(Event& event) {
    const std::uint32_t slot = event.subject;
    const bool alive = cancellables_[slot].order == event.order;
    dead_ -= alive ? 0 : 1;
    event.subject = cancellables_[slot].subject;
    release_cancellable(slot);
    return alive;
}

inline Event EventList::take_first() {
    if (run_size_ == 0) settle();
    --stored_;
    return run_[--run_size_];
}

}  // namespace golive::kernel
