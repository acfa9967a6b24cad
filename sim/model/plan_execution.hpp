//! The plan as it happens: who waits for whom, gates, deadlines, freezes, and where every day of every step
//! went.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"
#include "model/team_work.hpp"

#include <array>
#include <cstdint>
#include <vector>

#include <golive/model/cause.hpp>

namespace golive::model {

/// Life of an instance: waiting for predecessors, ready (held by its date, a gate or a freeze), running,
/// done. From ready to done its time belongs to one cause at a time, so the causes' days add up to the
/// elapsed time exactly.
class PlanExecution {
 public:
    enum class Event : std::uint16_t { try_start, timer, time_box };
    explicit PlanExecution(World& world);
    void start();
    void handle(Event what, std::uint32_t subject);
    void on(const DayBegins& signal);
    void work_moved(std::uint32_t instance, WorkMove move);

    /// From now on the instance's time belongs to `cause`. Ignored unless the instance is running.
    void now_in(InstanceId instance, Cause cause);
    /// The step is done: its followers may start.
    void finish(InstanceId instance);
    /// Splits an instance's work among a team's people and tells it `work_done` when all of it is finished.
    void put_to_work(InstanceId instance, const TeamWork::Request& request, int parts);
    /// Takes unfinished work back, as a time box does; returns the effort that was done.
    Duration stop_work(InstanceId instance);
    /// Ends a running instance at `at` by itself.
    void finish_at(InstanceId instance, Time at);
    [[nodiscard]] const Activity& activity(InstanceId instance) const;
    /// An effort drawn for an instance, multiplied out over the units, clinicians or devices of its scope.
    [[nodiscard]] Duration total_effort(InstanceId instance, const Effort& effort,
                                        random::Purpose purpose) const;
    /// Whether something has begun for the technology and not everything is done.
    [[nodiscard]] bool under_way(TechnologyId technology) const;
    /// Whether all of its go-lives have happened.
    [[nodiscard]] bool all_live(TechnologyId technology) const;
    [[nodiscard]] bool everything_live() const;
    [[nodiscard]] bool done(InstanceId instance) const { return states_[instance].phase == Phase::done; }

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;
    void finish(Recorder& record);

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
    void try_start(InstanceId instance);
    bool still_held(InstanceId instance);
    [[nodiscard]] bool held(InstanceId instance, Cause& why) const;
    /// What of the state that the step needs is not there yet.
    [[nodiscard]] std::optional<Cause> shut_gate(InstanceId instance) const;
    [[nodiscard]] bool all_retired(TechnologyId technology) const;
    [[nodiscard]] bool frozen() const;
    [[nodiscard]] bool short_of_money(InstanceId instance) const;
    void begin(InstanceId instance);
    void take_live(InstanceId instance);
    void work_done(InstanceId instance);
    void switch_cause(InstanceId instance, Cause cause);

    World& world_;
    IdVector<InstanceId, State> states_;
    IdVector<UnitId, int> go_lives_planned_;
    IdVector<UnitId, int> go_lives_done_;
    std::vector<InstanceId> held_;  // ready, looked at every morning
};

}  // namespace golive::model
