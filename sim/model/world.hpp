//! One replication as its mechanisms see it: time, luck, pending events, the trace, and whom they may call.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/switchboard.hpp"
#include "model/trace.hpp"

#include <tuple>
#include <type_traits>

#include <golive/model/cause.hpp>
#include <golive/model/simulate.hpp>
#include <golive/scenario/numbers.hpp>

namespace golive::model {

/// Where a mechanism declares what it measures (figures.hpp).
template <class Mechanism>
class Figures;

/// What all mechanisms of a replication share. Not thread-safe.
class World {
 public:
    World(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication, Tracing tracing);
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    const Scenario& scenario;
    const Layout& layout;
    const random::Streams streams;

    [[nodiscard]] Time now() const { return now_; }
    [[nodiscard]] kernel::EventList& events() { return events_; }
    [[nodiscard]] Switchboard& switchboard() { return switchboard_; }
    [[nodiscard]] Result& result() { return result_; }
    [[nodiscard]] bool traces() const { return tracing_ == Tracing::on; }

    /// Handles every event before `end`; it is `end` then.
    void run_until(Time end);
    /// The next event of a Poisson process from now on; Time::max() where its rate is zero.
    [[nodiscard]] Time next_arrival(double per_second, random::Draw purpose, random::EntityKey entity,
                                    std::uint64_t index) const;
    void record_trace(TraceEvent event, EntityKind kind, std::uint32_t entity, double value, int cause);

 private:
    void dispatch(const kernel::Event& event);

    Result result_;
    Tracing tracing_;
    Time now_{};
    kernel::EventList events_;
    Switchboard switchboard_;
};

/// The world as the mechanism `Self` may use it: of the other mechanisms it calls `Used` and no
/// others, those that are const without changing them. All of them stand above it in the order
/// of mechanisms (hospital.hpp).
template <class Self, class... Used>
class WorldFor {
 public:
    using Mechanisms = std::tuple<std::remove_const_t<Used>...>;

    template <class Hospital>
        requires requires(Hospital& hospital) { hospital.world(); }
    explicit WorldFor(Hospital& hospital)
        : scenario{hospital.world().scenario},
          layout{hospital.world().layout},
          streams{hospital.world().streams},
          world_{&hospital.world()},
          used_{&hospital.template the<std::remove_const_t<Used>>()...},
          number_{Hospital::template number_of<Self>},
          first_event_{Hospital::template first_event_of<Self>} {}

    const Scenario& scenario;
    const Layout& layout;
    const random::Streams& streams;

    [[nodiscard]] Time now() const { return world_->now(); }
    [[nodiscard]] std::int64_t today() const { return now().since_start() / Duration::days(1); }
    template <class Mechanism>
    [[nodiscard]] auto& the() const {
        constexpr bool changes = (std::is_same_v<Mechanism, Used> || ...);
        static_assert(changes || (std::is_same_v<const Mechanism, Used> || ...),
                      "this mechanism does not say that it uses the other (its WorldFor<>)");
        return *std::get<std::conditional_t<changes, Mechanism*, const Mechanism*>>(used_);
    }
    /// A section's numbers in this replication; zeros where it was left out.
    template <class Section>
    [[nodiscard]] auto numbers(const Section& section) const {
        return scenario::numbers_of(section, streams);
    }

    /// The member `handler` of this mechanism is called with `subject` at `at`. Beyond the
    /// horizon nothing is.
    template <auto handler, class... Subject>
    void schedule(Time at, Subject... subject) const {
        if (at < layout.horizon())
            world_->events().schedule(at, kind<handler>(), packed(subject...), priority<handler>());
    }
    template <auto handler, class... Subject>
    [[nodiscard]] kernel::EventHandle schedule_cancellable(Time at, Subject... subject) const {
        return world_->events().schedule_cancellable(at, kind<handler>(), packed(subject...),
                                                     priority<handler>());
    }
    template <auto handler>
    [[nodiscard]] kernel::EventKind kind() const {
        constexpr std::size_t position = Self::Events::template position<handler>;
        static_assert(position < Self::Events::count, "the member is not among the mechanism's events");
        return {number_, static_cast<std::uint16_t>(first_event_ + position)};
    }
    [[nodiscard]] kernel::EventList& events() const { return world_->events(); }
    [[nodiscard]] Time next_arrival(double per_second, random::Draw purpose, random::EntityKey entity,
                                    std::uint64_t index = 0) const {
        return world_->next_arrival(per_second, purpose, entity, index);
    }

    /// Tells every mechanism that listens, in their order.
    template <class Signal>
    void announce(const Signal& signal) const {
        static_assert(std::is_same_v<typename Signal::Sender, Self>, "the signal is another mechanism's");
        world_->switchboard().announce(signal);
    }
    [[nodiscard]] const Switchboard& switchboard() const { return world_->switchboard(); }
    /// Gives work to a team; what happens to it is told to `Self::work_moved(request.payload, WorkMove)`.
    template <class Teams = class TeamWork>
    WorkId submit_work(const WorkRequest& request) const {
        return the<Teams>().admit(number_, request);
    }

    void trace(TraceEvent event, EntityKind kind, std::uint32_t entity, double value = 0.0) const {
        if (world_->traces()) world_->record_trace(event, kind, entity, value, -1);
    }
    void trace(TraceEvent event, EntityKind kind, std::uint32_t entity, Cause cause) const {
        if (world_->traces()) world_->record_trace(event, kind, entity, 0.0, static_cast<int>(cause));
    }
    [[nodiscard]] Result& result() const { return world_->result(); }

 private:
    template <auto handler>
    static constexpr kernel::Priority priority() {
        return Self::Events::priorities[Self::Events::template position<handler>];
    }

    World* world_;
    std::tuple<Used*...> used_;
    std::uint16_t number_;
    std::uint16_t first_event_;
};

}  // namespace golive::model
