//! The plan as it happens: who waits for whom, and where every day of every step went.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <array>
#include <cstdint>
#include <vector>

#include <golive/model/cause.hpp>

namespace golive::model {

class RolloutBudget;
class TeamWork;

/// Life of an instance: waiting for predecessors, ready (held by its date, a gate or a freeze: StartGates),
/// running, done. From ready to done its time belongs to one cause at a time, so the causes' days add up to
/// the elapsed time exactly. What a step does when it begins is its mechanism's, found by the kind of step.
class PlanExecution {
 public:
    static constexpr std::string_view name = "plan";
    using World = WorldFor<PlanExecution, RolloutBudget, TeamWork>;
    explicit PlanExecution(World world);
    void timer(InstanceId instance);
    using Events = EventsOf<Event<&PlanExecution::timer, "timer", kernel::Priority::early>>;
    void work_moved(std::uint32_t instance, WorkMove move);
    void begin(const SecurityReview& step, InstanceId instance);
    void begin(const Wait& step, InstanceId instance);
    void begin(const Milestone& step, InstanceId instance);

    /// Makes the steps ready that wait for none.
    void begin_plan();
    /// A ready step waits for `why`.
    void hold(InstanceId instance, Cause why) { switch_cause(instance, why); }
    /// A ready step begins.
    void start(InstanceId instance);
    /// From now on the instance's time belongs to `cause`. Ignored unless the instance is running.
    void now_in(InstanceId instance, Cause cause);
    /// The step is done: its followers may start.
    void finish(InstanceId instance);
    /// Splits an instance's work among a team's people. When all of it is finished, the mechanism of its kind
    /// of step is told by `work_done(step, instance)`; where that has none, the step is done.
    void put_to_work(InstanceId instance, const WorkRequest& request, int parts);
    /// An effort drawn for the instance, as one piece of work of a team.
    void put_to_work(InstanceId instance, TeamId team, const Effort& effort);
    /// Takes unfinished work back, as a time box does; returns the effort that was done.
    Duration stop_work(InstanceId instance);
    /// Ends a running instance at `at` by itself.
    void finish_at(InstanceId instance, Time at);

    /// An effort drawn for an instance, multiplied out over the units, clinicians or devices of its scope.
    [[nodiscard]] Duration total_effort(InstanceId instance, const Effort& effort,
                                        random::Draw purpose) const;
    /// Whether something has begun for the technology and not everything is done.
    [[nodiscard]] bool under_way(TechnologyId technology) const;
    /// Whether all of its steps of a kind are done.
    template <class Kind>
    [[nodiscard]] bool all_done(TechnologyId technology) const;
    [[nodiscard]] bool everything_live() const;
    [[nodiscard]] bool done(InstanceId instance) const { return states_[instance].phase == Phase::done; }
    [[nodiscard]] bool running(InstanceId instance) const {
        return states_[instance].phase == Phase::running;
    }
    [[nodiscard]] Time ready_since(InstanceId instance) const { return states_[instance].ready; }
    /// What its time belongs to now.
    [[nodiscard]] Cause cause(InstanceId instance) const { return states_[instance].cause; }

    static void declare(Figures<PlanExecution>& figures);
    void end();

 private:
    enum class Phase { waiting, ready, running, done };
    struct State {
        Phase phase = Phase::waiting;
        std::size_t pending = 0;
        Time ready;
        Time started;
        Time finished;
        InstanceId bound_by;
        Cause cause = Cause::work;
        Time since;
        std::array<Duration, cause_count> spent{};
        std::vector<WorkId> work;
        Duration effort;
        int unfinished = 0;
        int in_hand = 0;
        int interrupted = 0;
    };
    void make_ready(InstanceId instance);
    void work_done(InstanceId instance);
    void switch_cause(InstanceId instance, Cause cause);
    void record(InstanceId instance);
    [[nodiscard]] double day_of_last_go_live() const;

    World world_;
    IdVector<InstanceId, State> states_;
};

template <class Kind>
bool PlanExecution::all_done(TechnologyId technology) const {
    for (InstanceId id : states_.ids())
        if (world_.layout.is<Kind>(id) && world_.layout.activity(id).technology == technology && !done(id))
            return false;
    return true;
}

}  // namespace golive::model
