//! Speed of an M/M/1 queue, two events a customer: as a plain event loop, and through a ServerPool.
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>
#include <cmath>

#include <golive/kernel/event_list.hpp>
#include <golive/kernel/server_pool.hpp>
#include <golive/random/stream.hpp>

namespace golive::kernel {
namespace {

constexpr std::uint32_t customers = 1'000'000;
constexpr double utilisation = 0.9;
constexpr double mean_service_seconds = 1e6;  // so fine that the whole seconds do not show
constexpr EventKind arrival{0, 0};
constexpr EventKind departure{1, 0};

/// Exponential delays by inversion, one counter-based stream for each entity.
class Delays {
 public:
    Delays(double mean_seconds, std::string_view name, std::uint64_t replication)
        : mean_{mean_seconds},
          words_{20270104, replication, random::Draw{"bench.queue"}, random::EntityKey{name}, 0} {}
    Duration operator()() { return Duration::from_seconds(-mean_ * std::log(random::to_unit(words_()))); }

 private:
    double mean_;
    random::Engine words_;
};

void report(benchmark::State& state, double waiting_seconds) {
    const auto events = static_cast<double>(state.iterations()) * 2.0 * customers;
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
    state.counters["seconds_an_event"] =
        benchmark::Counter(events, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
    state.counters["mean_wait"] = waiting_seconds / mean_service_seconds / customers;  // 9 in theory
}

/// What a model does that knows its queue: two kinds of event and a counter.
void mm1_plain(benchmark::State& state) {
    std::uint64_t replication = 0;
    double waiting_seconds = 0.0;
    EventList events;
    for (auto _ : state) {
        Delays gap{mean_service_seconds / utilisation, "arrivals", ++replication};
        Delays service{mean_service_seconds, "services", replication};
        std::uint32_t arrived = 0;
        std::uint32_t present = 0;
        waiting_seconds = 0.0;
        Time since{};
        events.clear();
        events.schedule(Time{} + gap(), arrival, 0);
        while (!events.empty()) {
            const Event event = events.pop();
            if (present > 1) waiting_seconds += (present - 1) * (event.time - since).in_seconds();
            since = event.time;
            if (event.kind == arrival) {
                if (++arrived < customers) events.schedule(event.time + gap(), arrival, 0);
                if (++present == 1) events.schedule(event.time + service(), departure, 0);
            } else if (--present > 0) {
                events.schedule(event.time + service(), departure, 0);
            }
        }
    }
    report(state, waiting_seconds);
}
BENCHMARK(mm1_plain)->Unit(benchmark::kMillisecond);

/// The same queue as a ServerPool on a calendar that is always open, transitions included.
void mm1_team(benchmark::State& state) {
    std::uint64_t replication = 0;
    double waiting_seconds = 0.0;
    EventList events;
    Transitions transitions;
    for (auto _ : state) {
        Delays gap{mean_service_seconds / utilisation, "arrivals", ++replication};
        Delays service{mean_service_seconds, "services", replication};
        ServerPool team{Calendar::always(), 1, {Manners::waits}, departure};
        std::uint32_t arrived = 0;
        events.clear();
        events.schedule(Time{} + gap(), arrival, 0);
        while (!events.empty()) {
            const Event event = events.pop();
            transitions.clear();
            if (event.kind == arrival) {
                if (++arrived < customers) events.schedule(event.time + gap(), arrival, 0);
                team.submit({arrived, 0, service()}, events, transitions);
            } else {
                team.on_event(event, events, transitions);
            }
            benchmark::DoNotOptimize(transitions.data());
        }
        waiting_seconds = team.waiting_seconds(events.now());
    }
    report(state, waiting_seconds);
}
BENCHMARK(mm1_team)->Unit(benchmark::kMillisecond);

/// An office-hours team of ten with pre-emption: what the general rules cost.
void office_team(benchmark::State& state) {
    using namespace std::chrono;
    const Date start{sys_days{year{2027} / January / 4}};
    const OpeningHours hours{
        {Monday, Tuesday, Wednesday, Thursday, Friday}, Duration::hours(8), Duration::hours(17)};
    std::uint64_t replication = 0;
    EventList events;
    Transitions transitions;
    for (auto _ : state) {
        Delays gap{2000.0, "arrivals", ++replication};
        Delays service{4000.0, "services", replication};
        ServerPool team{Calendar{start, hours, {}}, 10, {Manners::preempts, Manners::waits}, departure};
        std::uint32_t arrived = 0;
        events.clear();
        events.schedule(Time{} + gap(), arrival, 0);
        while (!events.empty()) {
            const Event event = events.pop();
            transitions.clear();
            if (event.kind == arrival) {
                if (++arrived < customers) events.schedule(event.time + gap(), arrival, 0);
                team.submit({arrived, static_cast<std::uint8_t>(arrived % 4 != 0), service()}, events,
                            transitions);
            } else {
                team.on_event(event, events, transitions);
            }
            benchmark::DoNotOptimize(transitions.data());
        }
    }
    report(state, 0.0);
}
BENCHMARK(office_team)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace golive::kernel
