//! A pool: a number of servers on a working calendar, jobs in classes of urgency, first in, first out
//! within a class.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <golive/kernel/calendar.hpp>
#include <golive/kernel/event_list.hpp>
#include <golive/kernel/tally.hpp>

namespace golive::kernel {

/// Whether a job may be left overnight, or must be done within one opening.
enum class Fit : std::uint8_t { splittable, whole };

/// What the jobs of a class may do to the less urgent in service.
enum class Manners : std::uint8_t { waits, preempts };

struct Job {
    std::uint32_t payload = 0;       ///< the owner's business
    std::uint8_t urgency_class = 0;  ///< 0 is the most urgent
    Duration work{};                 ///< open time of one server: 0 to 35,000 years
    Fit fit = Fit::splittable;
};

/// Names one job from its submission to its end; a stale handle is harmless.
struct JobHandle {
    std::uint32_t slot = 0;
    std::uint32_t generation = 0;  // 0: names nothing
    friend constexpr bool operator==(JobHandle, JobHandle) = default;
};

/// What happened to a job, for its owner to react to.
struct Transition {
    enum class What : std::uint8_t { started, preempted, resumed, finished };
    std::uint32_t payload;
    What what;
    Time time;
    JobHandle job;  ///< already stale when finished
};
using Transitions = std::vector<Transition>;

/// A multi-server priority queue on a calendar. Semantics, all of which the tests hold it to:
///
/// - Service. Whenever the calendar is open and a server is free, the most urgent waiting job starts; within
///   a class, the one at the head. New jobs join the tail of their class.
/// - Calendar. Work pauses where it stands at closing and goes on at the next opening with the same server:
///   the job stays in service and nothing is reported. Jobs submitted or freed to start while closed start
///   at the opening.
/// - Pre-emption (resume). A job of a class that preempts, and finds no free server while open, takes the
///   server of the least urgent job in service, among those strictly less urgent than itself; of several, the
///   one most recently started or resumed. The loser keeps its remaining work and goes to the head of its
///   class. A job due to finish at this very instant is never pre-empted: its server is free within the
///   instant. A preempting class does so even while more urgent jobs of a class that waits are waiting.
/// - Whole jobs start only if their (remaining) work ends by closing; until then others pass them, and they
///   keep their place. They can only be split by pre-emption or a shrinking pool. One longer than the longest
///   opening would wait for ever: it is treated as splittable and counted in split_whole_jobs().
/// - Capacity. More servers start waiting jobs at once; fewer put the least urgent, then most recently
///   started, back at the head of their class, open or closed, but never one that is due at this instant.
/// - Ties. Completions carry Priority::early, so that at one instant servers are freed before new jobs
///   arrive. Everything else happens in the order of the calls.
///
/// Every call that may move jobs appends to `out` what it did, in order, and never clears it. The instant of
/// a call is events.now(). Events come back by kind: the owner hands each event whose kind is kind() and
/// whose subject has this pool's number (`ServerPool::number_of(event)`) to on_event().
///
/// No allocation per job once warm. Not thread-safe. Costs O(1) a job where nothing is pre-empted and no
/// waiting job is whole; O(servers) to choose a victim; O(whole jobs passed over) otherwise.
class ServerPool {
 public:
    /// `manners` has one entry for each urgency class, at least one. Up to 65,534 servers.
    ServerPool(Calendar calendar, std::uint32_t servers, std::vector<Manners> manners, EventKind kind,
               std::uint16_t number = 0);

    [[nodiscard]] static std::uint16_t number_of(const Event& event) {
        return static_cast<std::uint16_t>(event.subject >> 16);
    }

    JobHandle submit(const Job& job, EventList& events, Transitions& out);
    void on_event(const Event& event, EventList& events, Transitions& out);
    /// Takes a job away, waiting or in service, without a transition of its own; false where the
    /// handle is stale.
    bool withdraw(JobHandle job, EventList& events, Transitions& out);
    void set_servers(std::uint32_t servers, EventList& events, Transitions& out);

    [[nodiscard]] const Calendar& calendar() const { return calendar_; }
    [[nodiscard]] EventKind kind() const { return kind_; }
    [[nodiscard]] std::uint32_t servers() const { return servers_; }
    [[nodiscard]] std::uint32_t in_service() const { return in_service_; }  ///< paused ones included
    [[nodiscard]] std::uint32_t waiting(std::uint8_t urgency_class) const {
        return queues_[urgency_class].size;
    }
    [[nodiscard]] std::uint32_t waiting() const { return waiting_; }
    [[nodiscard]] bool knows(JobHandle job) const;
    [[nodiscard]] bool is_in_service(JobHandle job) const;
    /// The open time that a job still needs; zero for a stale handle.
    [[nodiscard]] Duration remaining(JobHandle job, Time now) const;
    /// Open time of one server that the waiting jobs need.
    [[nodiscard]] Duration waiting_work() const { return waiting_work_; }
    /// The same for all jobs, in service and waiting. O(servers).
    [[nodiscard]] Duration backlog(Time now) const;
    /// When a job in service will finish if nothing comes between; Time::max() for any other.
    [[nodiscard]] Time expected_finish(JobHandle job) const;

    /// Server-seconds of open time in which servers were busy, since time zero.
    [[nodiscard]] double busy_seconds(Time now) const { return busy_seconds_ + unbooked_busy_seconds(now); }
    /// Job-seconds of clock time (nights included) in the queue, since time zero, and the longest queue.
    [[nodiscard]] double waiting_seconds(Time now) const { return queue_length_.integral(now); }
    [[nodiscard]] double longest_queue() const { return queue_length_.max(); }
    [[nodiscard]] std::uint64_t split_whole_jobs() const { return split_whole_jobs_; }

 private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};
    static constexpr std::uint32_t opening_station = 0xffff;  // marks the event of an opening

    /// A job's record, waiting (linked to its neighbours in the queue) or in service (at a station).
    struct Record {
        Job job;                  // job.work is what remained at `since`
        Time since{};             // start of the present stint
        Time due{};               // its end
        std::uint64_t stint = 0;  // numbers all stints of the pool in order
        EventHandle completion;
        std::uint32_t generation = 1;
        std::uint32_t station = none;  // none while it waits
        std::uint32_t previous = none;
        std::uint32_t next = none;
        bool begun = false;
    };
    struct Queue {
        std::uint32_t head = none;
        std::uint32_t tail = none;
        std::uint32_t size = 0;
        std::uint32_t whole = 0;    // how many of them are whole
        std::uint32_t serving = 0;  // jobs of the class in service
    };

    std::uint32_t new_record(const Job& job);
    void release_record(std::uint32_t slot);
    [[nodiscard]] const Record* find(JobHandle job) const;
    void report(Transitions& out, std::uint32_t slot, Transition::What what, Time now) const;

    void link_at_tail(std::uint32_t slot, Time now);
    void link_at_head(std::uint32_t slot, Time now);
    void unlink(std::uint32_t slot, Time now);
    void count_waiting(const Job& job, std::int32_t change, Time now);

    void dispatch(EventList& events, Transitions& out);
    bool serve_next(EventList& events, Transitions& out);
    void await_opening(EventList& events);
    void start(std::uint32_t slot, EventList& events, Transitions& out);
    void leave_service(std::uint32_t slot, Time now);
    void displace(std::uint32_t slot, EventList& events, Transitions& out);

    [[nodiscard]] bool is_open(Time now) const {
        return calendar_.is_always_open() || calendar_.is_open(now);
    }
    [[nodiscard]] bool has_free_server() const { return in_service_ < servers_; }
    [[nodiscard]] std::uint32_t first_startable(const Queue& queue, Time now) const;
    [[nodiscard]] std::uint32_t victim(std::size_t least_class, Time now) const;
    [[nodiscard]] Duration left_of(const Record& record, Time now) const;
    [[nodiscard]] double unbooked_busy_seconds(Time now) const;
    void change_in_service(const Job& job, std::int32_t change, Time now);

    Calendar calendar_;
    Duration longest_opening_;
    EventKind kind_;
    std::uint32_t subject_base_;
    std::uint32_t servers_;
    std::uint32_t in_service_ = 0;
    std::uint32_t waiting_ = 0;
    std::uint32_t whole_waiting_ = 0;
    std::vector<Manners> manners_;
    std::vector<Queue> queues_;
    std::vector<Record> records_;
    std::vector<std::uint32_t> free_records_;
    std::vector<std::uint32_t> stations_;  // the job at each station
    std::vector<std::uint32_t> free_stations_;
    Time opening_awaited_ = Time::max();
    std::uint64_t stints_ = 0;
    std::uint64_t split_whole_jobs_ = 0;
    Duration waiting_work_{};
    TimeWeighted queue_length_;
    double busy_seconds_ = 0.0;
    Time busy_since_{};
};

}  // namespace golive::kernel
