#include <algorithm>
#include <utility>

#include <golive/base/error.hpp>
#include <golive/kernel/server_pool.hpp>

namespace golive::kernel {
namespace {

constexpr Duration longest_work =
    Duration::seconds(std::int64_t{1} << 40);  // 35,000 years: sums cannot overflow

}  // namespace

ServerPool::ServerPool(Calendar calendar, std::uint32_t servers, std::vector<Manners> manners, EventKind kind,
                       std::uint16_t number)
    : calendar_{std::move(calendar)},
      longest_opening_{calendar_.longest_opening()},
      kind_{kind},
      subject_base_{std::uint32_t{number} << 16},
      servers_{servers},
      manners_{std::move(manners)},
      queues_(manners_.size()) {
    ensure(servers_ < opening_station, "a team has at most 65534 servers");
    ensure(!manners_.empty() && manners_.size() <= 256, "a team has 1 to 256 urgency classes");
}

JobHandle ServerPool::submit(const Job& job, EventList& events, Transitions& out) {
    ensure(job.urgency_class < queues_.size(), "a job has an urgency class of its team");
    ensure(job.work >= Duration{} && job.work <= longest_work, "a job's work is a span of time");
    const std::uint32_t slot = new_record(job);
    const JobHandle handle{slot, records_[slot].generation};
    if (waiting_ == 0 && has_free_server() && calendar_.is_always_open()) {
        start(slot, events, out);
        return handle;
    }
    link_at_tail(slot, events.now());
    const bool can_only_wait =
        !has_free_server() && manners_[job.urgency_class] == Manners::waits && calendar_.is_always_open();
    if (!can_only_wait) dispatch(events, out);
    return handle;
}

void ServerPool::on_event(const Event& event, EventList& events, Transitions& out) {
    const std::uint32_t station = event.subject & 0xffffU;
    if (station == opening_station) {
        opening_awaited_ = Time::max();
        return dispatch(events, out);
    }
    ensure(station < stations_.size() && stations_[station] != none,
           "a completion belongs to a job in service");
    const std::uint32_t slot = stations_[station];
    ensure(records_[slot].due == event.time, "a job finishes when it is due");
    leave_service(slot, event.time);
    report(out, slot, Transition::What::finished, event.time);
    release_record(slot);
    dispatch(events, out);
}

bool ServerPool::withdraw(JobHandle job, EventList& events, Transitions& out) {
    if (find(job) == nullptr) return false;
    const bool served = is_in_service(job);
    if (served) {
        events.cancel(records_[job.slot].completion);
        leave_service(job.slot, events.now());
    } else {
        unlink(job.slot, events.now());
    }
    release_record(job.slot);
    if (served) dispatch(events, out);
    return true;
}

void ServerPool::set_servers(std::uint32_t servers, EventList& events, Transitions& out) {
    ensure(servers < opening_station, "a team has at most 65534 servers");
    servers_ = servers;
    while (in_service_ > servers_) {
        const std::uint32_t slot = victim(0, events.now());
        if (slot == none) break;  // only jobs that are due at this instant
        displace(slot, events, out);
    }
    dispatch(events, out);
}

/// Starts whatever may start at this instant, and sees to it that somebody looks again at the next opening.
void ServerPool::dispatch(EventList& events, Transitions& out) {
    if (waiting_ == 0) return;
    if (!is_open(events.now())) return await_opening(events);
    while (serve_next(events, out)) {
    }
    if (whole_waiting_ > 0 && !calendar_.is_always_open()) await_opening(events);
}

/// Starts the most urgent job that has, or may take, a server; false where there is none.
bool ServerPool::serve_next(EventList& events, Transitions& out) {
    for (std::size_t urgency = 0; urgency < queues_.size(); ++urgency) {
        if (queues_[urgency].size == 0) continue;
        if (!has_free_server() && manners_[urgency] == Manners::waits) continue;
        const std::uint32_t slot = first_startable(queues_[urgency], events.now());
        if (slot == none) continue;
        if (!has_free_server()) {
            const std::uint32_t loser = victim(urgency + 1, events.now());
            if (loser == none) continue;
            displace(loser, events, out);
        }
        unlink(slot, events.now());
        start(slot, events, out);
        return true;
    }
    return false;
}

void ServerPool::await_opening(EventList& events) {
    if (opening_awaited_ != Time::max()) return;
    opening_awaited_ = calendar_.next_open(calendar_.next_close(events.now()));
    if (opening_awaited_ == Time::max()) return;
    events.schedule(opening_awaited_, kind_, subject_base_ | opening_station, Priority::early);
}

void ServerPool::start(std::uint32_t slot, EventList& events, Transitions& out) {
    Record& record = records_[slot];
    const Time now = events.now();
    if (free_stations_.empty()) {
        free_stations_.push_back(static_cast<std::uint32_t>(stations_.size()));
        stations_.push_back(none);
    }
    record.station = free_stations_.back();
    free_stations_.pop_back();
    stations_[record.station] = slot;
    record.since = now;
    record.due = calendar_.finish(now, record.job.work);
    record.stint = ++stints_;
    record.completion =
        record.due == Time::max()
            ? EventHandle{}
            : events.schedule_cancellable(record.due, kind_, subject_base_ | record.station, Priority::early);
    change_in_service(record.job, +1, now);
    report(out, slot, record.begun ? Transition::What::resumed : Transition::What::started, now);
    record.begun = true;
}

void ServerPool::leave_service(std::uint32_t slot, Time now) {
    Record& record = records_[slot];
    change_in_service(record.job, -1, now);
    stations_[record.station] = none;
    free_stations_.push_back(record.station);
    record.station = none;
}

/// Takes the server from a job, which keeps what it has left to do.
void ServerPool::displace(std::uint32_t slot, EventList& events, Transitions& out) {
    Record& record = records_[slot];
    events.cancel(record.completion);
    record.job.work = left_of(record, events.now());
    leave_service(slot, events.now());
    link_at_head(slot, events.now());
    report(out, slot, Transition::What::preempted, events.now());
}

std::uint32_t ServerPool::first_startable(const Queue& queue, Time now) const {
    if (queue.whole == 0 || calendar_.is_always_open()) return queue.head;
    const Duration until_close = calendar_.next_close(now) - now;
    std::uint32_t slot = queue.head;
    while (slot != none && records_[slot].job.fit == Fit::whole && records_[slot].job.work > until_close)
        slot = records_[slot].next;
    return slot;
}

/// The job in service to be displaced first, of class `least_class` or less urgent; none where all of them
/// are due now.
std::uint32_t ServerPool::victim(std::size_t least_class, Time now) const {
    for (std::size_t urgency = queues_.size(); urgency-- > least_class;) {
        if (queues_[urgency].serving == 0) continue;
        std::uint32_t last = none;
        for (const std::uint32_t slot : stations_) {
            if (slot == none || records_[slot].job.urgency_class != urgency || records_[slot].due == now)
                continue;
            if (last == none || records_[slot].stint > records_[last].stint) last = slot;
        }
        if (last != none) return last;
    }
    return none;
}

std::uint32_t ServerPool::new_record(const Job& job) {
    if (free_records_.empty()) {
        free_records_.push_back(static_cast<std::uint32_t>(records_.size()));
        records_.emplace_back();
    }
    const std::uint32_t slot = free_records_.back();
    free_records_.pop_back();
    Record& record = records_[slot];
    record.job = job;
    record.begun = false;
    if (job.fit == Fit::whole && job.work > longest_opening_) {
        record.job.fit = Fit::splittable;
        ++split_whole_jobs_;
    }
    return slot;
}

void ServerPool::release_record(std::uint32_t slot) {
    Record& record = records_[slot];
    if (++record.generation == 0) record.generation = 1;
    free_records_.push_back(slot);
}

const ServerPool::Record* ServerPool::find(JobHandle job) const {
    if (job.slot >= records_.size() || records_[job.slot].generation != job.generation) return nullptr;
    return &records_[job.slot];
}

void ServerPool::report(Transitions& out, std::uint32_t slot, Transition::What what, Time now) const {
    out.push_back({records_[slot].job.payload, what, now, {slot, records_[slot].generation}});
}

void ServerPool::link_at_tail(std::uint32_t slot, Time now) {
    Queue& queue = queues_[records_[slot].job.urgency_class];
    records_[slot].previous = queue.tail;
    records_[slot].next = none;
    (queue.tail == none ? queue.head : records_[queue.tail].next) = slot;
    queue.tail = slot;
    count_waiting(records_[slot].job, +1, now);
}

void ServerPool::link_at_head(std::uint32_t slot, Time now) {
    Queue& queue = queues_[records_[slot].job.urgency_class];
    records_[slot].previous = none;
    records_[slot].next = queue.head;
    (queue.head == none ? queue.tail : records_[queue.head].previous) = slot;
    queue.head = slot;
    count_waiting(records_[slot].job, +1, now);
}

void ServerPool::unlink(std::uint32_t slot, Time now) {
    const Record& record = records_[slot];
    Queue& queue = queues_[record.job.urgency_class];
    (record.previous == none ? queue.head : records_[record.previous].next) = record.next;
    (record.next == none ? queue.tail : records_[record.next].previous) = record.previous;
    count_waiting(record.job, -1, now);
}

void ServerPool::count_waiting(const Job& job, std::int32_t change, Time now) {
    Queue& queue = queues_[job.urgency_class];
    queue.size += static_cast<std::uint32_t>(change);
    if (job.fit == Fit::whole) {
        queue.whole += static_cast<std::uint32_t>(change);
        whole_waiting_ += static_cast<std::uint32_t>(change);
    }
    waiting_ += static_cast<std::uint32_t>(change);
    waiting_work_ += job.work * change;
    queue_length_.set(waiting_, now);
}

void ServerPool::change_in_service(const Job& job, std::int32_t change, Time now) {
    busy_seconds_ += unbooked_busy_seconds(now);
    busy_since_ = now;
    in_service_ += static_cast<std::uint32_t>(change);
    queues_[job.urgency_class].serving += static_cast<std::uint32_t>(change);
}

double ServerPool::unbooked_busy_seconds(Time now) const {
    if (now == busy_since_ || in_service_ == 0) return 0.0;
    return in_service_ * calendar_.open_between(busy_since_, now).in_seconds();
}

bool ServerPool::knows(JobHandle job) const { return find(job) != nullptr; }

bool ServerPool::is_in_service(JobHandle job) const {
    const Record* const record = find(job);
    return record != nullptr && record->station != none;
}

Duration ServerPool::left_of(const Record& record, Time now) const {
    return record.station == none ? record.job.work
                                  : record.job.work - calendar_.open_between(record.since, now);
}

Duration ServerPool::remaining(JobHandle job, Time now) const {
    const Record* const record = find(job);
    return record == nullptr ? Duration{} : left_of(*record, now);
}

Duration ServerPool::backlog(Time now) const {
    Duration work = waiting_work_;
    for (const std::uint32_t slot : stations_)
        if (slot != none) work += left_of(records_[slot], now);
    return work;
}

Time ServerPool::expected_finish(JobHandle job) const {
    return is_in_service(job) ? find(job)->due : Time::max();
}

}  // namespace golive::kernel
