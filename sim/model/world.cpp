#include "model/world.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

/// Every mechanism is made in place from the world that it lives in.
template <class... Mechanism>
std::tuple<Mechanism...> make_mechanisms(World& world, std::type_identity<std::tuple<Mechanism...>>) {
    return std::tuple<Mechanism...>{((void)sizeof(Mechanism), world)...};
}

}  // namespace

World::World(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication, Tracing tracing)
    : scenario{blueprint.scenario()},
      layout{blueprint.layout()},
      streams{seed, replication},
      tracing_{tracing},
      recorder_{scenario, layout, result_},
      mechanisms_{make_mechanisms(*this, std::type_identity<Mechanisms>{})} {
    result_.replication = replication;
}

Result World::run() {
    for_each_mechanism([](auto& mechanism) {
        if constexpr (requires { mechanism.start(); }) mechanism.start();
    });
    for (std::size_t week = 0; week < layout.catalogue().weeks; ++week) {
        run_until(Time{} + Duration::weeks(static_cast<std::int64_t>(week) + 1));
        recorder_.begin_week(week);
        for_each_mechanism([&](auto& mechanism) {
            if constexpr (requires { mechanism.sample(recorder_); }) mechanism.sample(recorder_);
        });
    }
    run_until(layout.horizon());
    for_each_mechanism([&](auto& mechanism) {
        if constexpr (requires { mechanism.finish(recorder_); }) mechanism.finish(recorder_);
    });
    return std::move(result_);
}

void World::run_until(Time end) {
    while (events_.next_time() < end) dispatch(events_.pop());
    now_ = end;
}

Time World::next_arrival(double per_second, random::Purpose purpose, random::EntityKey entity,
                         std::uint64_t index) const {
    constexpr double longest = 1e12;  // seconds, beyond every horizon: keeps sums of times in range
    if (per_second <= 0) return Time::max();
    const double wait = -std::log(streams.uniform(purpose, entity, index)) / per_second;
    return now_ + Duration::from_seconds(std::min(wait, longest));
}

void World::dispatch(const kernel::Event& event) {
    now_ = event.time;
    ++result_.events;
    const auto time = static_cast<std::uint64_t>(event.time.since_start().count());
    const std::uint64_t what =
        std::uint64_t{event.kind.owner} << 48 | std::uint64_t{event.kind.what} << 32 | event.subject;
    result_.fingerprint = combine(result_.fingerprint ^ time, what);
    std::uint16_t owner = 0;
    for_each_mechanism([&](auto& mechanism) {
        if (owner++ == event.kind.owner) handle(mechanism, event);
    });
}

void World::deliver_work(std::uint16_t to, std::uint32_t payload, WorkMove move) {
    std::uint16_t owner = 0;
    for_each_mechanism([&](auto& mechanism) {
        if constexpr (requires { mechanism.work_moved(payload, move); })
            if (owner == to) mechanism.work_moved(payload, move);
        ++owner;
    });
}

void World::record_trace(TraceEvent event, EntityKind kind, std::uint32_t entity, double value, int cause) {
    result_.trace.push_back({now_.since_start().count(), static_cast<std::int32_t>(event),
                             static_cast<std::int32_t>(kind), static_cast<std::int32_t>(entity), cause,
                             value});
}

Result simulate(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication, Tracing tracing) {
    const auto world = std::make_unique<World>(blueprint, seed, replication, tracing);
    return world->run();
}

Blueprint::Blueprint(std::shared_ptr<const scenario::Scenario> scenario)
    : scenario_{std::move(scenario)}, layout_{std::make_shared<const Layout>(*scenario_)} {}

const Catalogue& Blueprint::catalogue() const { return layout_->catalogue(); }
const IdVector<InstanceId, Instance>& Blueprint::plan() const { return layout_->plan(); }

}  // namespace golive::model
