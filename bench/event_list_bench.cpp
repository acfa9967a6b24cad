//! Speed of the event list: the hold model, cancellation, and events that all collide.
// SPDX-License-Identifier: Apache-2.0
#include <benchmark/benchmark.h>
#include <cmath>
#include <vector>

#include <golive/kernel/event_list.hpp>
#include <golive/random/stream.hpp>

namespace golive::kernel {
namespace {

constexpr EventKind tick{1, 0};

/// Exponential delays drawn beforehand, so that the list is measured and not the draw.
std::vector<Duration> delays(double mean_seconds) {
    random::Engine words{1, 0, random::Draw{"bench.delay"}, random::EntityKey{"bench"}, 0};
    std::vector<Duration> drawn(1 << 16);
    for (Duration& delay : drawn)
        delay = Duration::from_seconds(-mean_seconds * std::log(random::to_unit(words())));
    return drawn;
}

/// Pops the earliest event and schedules one at now + Exp(1) * scale, with `pending` events in the list.
void hold(benchmark::State& state) {
    const auto pending = static_cast<std::size_t>(state.range(0));
    const auto delay = delays(static_cast<double>(state.range(1)));
    EventList events;
    std::size_t draw = 0;
    const auto next_delay = [&] { return delay[draw++ % delay.size()]; };
    for (std::size_t i = 0; i < pending; ++i) events.schedule(Time{} + next_delay(), tick, 0);
    for (std::size_t i = 0; i < 4 * pending; ++i) events.schedule(events.pop().time + next_delay(), tick, 0);
    for (auto _ : state) events.schedule(events.pop().time + next_delay(), tick, 0);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(hold)
    ->ArgNames({"pending", "mean_seconds"})
    ->ArgsProduct({{2, 20, 1'000, 100'000, 1'000'000}, {1'000, 1'000'000, 1'000'000'000}});

/// As hold, but each event schedules a companion that is cancelled before its time, as patience is.
void hold_and_cancel(benchmark::State& state) {
    const auto pending = static_cast<std::size_t>(state.range(0));
    const auto delay = delays(1e6);
    EventList events;
    std::size_t draw = 0;
    const auto next_delay = [&] { return delay[draw++ % delay.size()]; };
    for (std::size_t i = 0; i < pending; ++i) events.schedule(Time{} + next_delay(), tick, 0);
    EventHandle companion;
    for (auto _ : state) {
        events.cancel(companion);
        const Time now = events.pop().time;
        events.schedule(now + next_delay(), tick, 0);
        companion = events.schedule_cancellable(now + next_delay(), tick, 1);
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(hold_and_cancel)->ArgName("pending")->Arg(20)->Arg(1'000)->Arg(100'000);

/// Every event of the list at one instant, each scheduling another at the same instant.
void all_ties(benchmark::State& state) {
    const auto pending = static_cast<std::size_t>(state.range(0));
    EventList events;
    for (std::size_t i = 0; i < pending; ++i) events.schedule(Time{}, tick, 0);
    for (auto _ : state) events.schedule(events.pop().time, tick, 0);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(all_ties)->ArgName("pending")->Arg(20)->Arg(1'000)->Arg(1'000'000);

}  // namespace
}  // namespace golive::kernel
