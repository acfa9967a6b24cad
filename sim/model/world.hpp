//! One replication: the event loop and what every mechanism may ask of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/mechanisms.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"
#include "model/trace.hpp"

#include <tuple>
#include <utility>

#include <golive/kernel/event_list.hpp>
#include <golive/model/cause.hpp>
#include <golive/model/simulate.hpp>

namespace golive::model {

template <class Mechanism, class Tuple>
struct OwnerIndex;
template <class Mechanism, class... Others>
struct OwnerIndex<Mechanism, std::tuple<Mechanism, Others...>> {
    static constexpr std::uint16_t value = 0;
};
template <class Mechanism, class First, class... Others>
struct OwnerIndex<Mechanism, std::tuple<First, Others...>> {
    static constexpr std::uint16_t value = 1 + OwnerIndex<Mechanism, std::tuple<Others...>>::value;
};
template <class Mechanism>
inline constexpr std::uint16_t owner_index = OwnerIndex<Mechanism, Mechanisms>::value;

/// Not thread-safe; a thread has a World of its own for every replication.
class World {
 public:
    World(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication, Tracing tracing);
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    /// Simulates from the start to the horizon.
    Result run();

    const Scenario& scenario;
    const Layout& layout;
    const random::Streams streams;

    [[nodiscard]] Time now() const { return now_; }
    template <class Mechanism>
    [[nodiscard]] Mechanism& the() {
        return std::get<Mechanism>(mechanisms_);
    }

    /// Something happens later: `Mechanism::handle(what, subject)` is called at `at`. Beyond the horizon
    /// nothing does.
    template <class Mechanism>
    void schedule(Time at, typename Mechanism::Event what, std::uint32_t subject = 0,
                  kernel::Priority priority = kernel::Priority::normal) {
        if (at < layout.horizon()) events_.schedule(at, kind<Mechanism>(what), subject, priority);
    }
    template <class Mechanism>
    [[nodiscard]] static kernel::EventKind kind(typename Mechanism::Event what) {
        return {owner_index<Mechanism>, static_cast<std::uint16_t>(what)};
    }
    [[nodiscard]] kernel::EventList& events() { return events_; }

    /// The next event of a Poisson process from now on; Time::max() where its rate is zero.
    [[nodiscard]] Time next_arrival(double per_second, random::Purpose purpose, random::EntityKey entity,
                                    std::uint64_t index = 0) const;

    /// Tells every mechanism that listens, in the order of Mechanisms.
    template <class Signal>
    void announce(const Signal& signal) {
        std::apply([&](auto&... mechanism) { (tell(mechanism, signal), ...); }, mechanisms_);
    }
    /// Gives work to a team; what happens to it is told to `Owner::work_moved(request.payload, WorkMove)`.
    template <class Owner>
    WorkId submit_work(const TeamWork::Request& request) {
        return the<TeamWork>().admit(owner_index<Owner>, request);
    }
    /// Calls the member `work_moved` of the mechanism with that owner index.
    void deliver_work(std::uint16_t owner, std::uint32_t payload, WorkMove move);

    void trace(TraceEvent event, EntityKind kind, std::uint32_t entity, double value = 0.0) {
        if (tracing_ == Tracing::on) record_trace(event, kind, entity, value, -1);
    }
    void trace(TraceEvent event, EntityKind kind, std::uint32_t entity, Cause cause) {
        if (tracing_ == Tracing::on) record_trace(event, kind, entity, 0.0, static_cast<int>(cause));
    }
    void count_shifts(std::uint64_t clinicians) { result_.clinician_shifts += clinicians; }
    [[nodiscard]] Result& result() { return result_; }

 private:
    template <class Mechanism, class Signal>
    void tell(Mechanism& mechanism, const Signal& signal) {
        if constexpr (requires { mechanism.on(signal); }) mechanism.on(signal);
    }
    template <class Mechanism>
    static void handle(Mechanism& mechanism, const kernel::Event& event) {
        if constexpr (requires { typename Mechanism::Event; })
            mechanism.handle(static_cast<typename Mechanism::Event>(event.kind.what), event.subject);
    }
    template <class Visit>
    void for_each_mechanism(Visit visit) {
        std::apply([&](auto&... mechanism) { (visit(mechanism), ...); }, mechanisms_);
    }
    void run_until(Time end);
    void dispatch(const kernel::Event& event);
    void record_trace(TraceEvent event, EntityKind kind, std::uint32_t entity, double value, int cause);

    Result result_;
    Tracing tracing_;
    Time now_{};
    kernel::EventList events_;
    Recorder recorder_;
    Mechanisms mechanisms_;
};

}  // namespace golive::model
