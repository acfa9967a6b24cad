#include "model/world.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {

World::World(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication, Tracing tracing)
    : scenario{blueprint.scenario()},
      layout{blueprint.layout()},
      streams{seed, replication},
      tracing_{tracing} {
    result_.replication = replication;
}

void World::run_until(Time end) {
    while (events_.next_time() < end) dispatch(events_.pop());
    now_ = end;
}

void World::dispatch(const kernel::Event& event) {
    now_ = event.time;
    ++result_.events;
    const Switchboard::Handler& handler = switchboard_.handler(event.kind.what);
    const auto time = static_cast<std::uint64_t>(event.time.since_start().count());
    result_.fingerprint = combine(result_.fingerprint ^ time, handler.key + event.subject);
    handler.handle(handler.mechanism, event.subject);
}

Time World::next_arrival(double per_second, random::Draw purpose, random::EntityKey entity,
                         std::uint64_t index) const {
    constexpr double longest = 1e12;  // seconds, beyond every horizon: keeps sums of times in range
    if (per_second <= 0) return Time::max();
    const double wait = -std::log(streams.uniform(purpose, entity, index)) / per_second;
    return now_ + Duration::from_seconds(std::min(wait, longest));
}

void World::record_trace(TraceEvent event, EntityKind kind, std::uint32_t entity, double value, int cause) {
    result_.trace.push_back({now_.since_start().count(), static_cast<std::int32_t>(event),
                             static_cast<std::int32_t>(kind), static_cast<std::int32_t>(entity), cause,
                             value});
}

}  // namespace golive::model
