//! M13's desk: a queue of callers with impatience and escalation.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <golive/kernel/server_pool.hpp>
#include <golive/kernel/tally.hpp>

namespace golive::model {

class ElbowSupport;
class Ledger;
class Staffing;
class TeamWork;
class TechnologyUse;

/// Share of calls whose answer costs something: agents of the surge are paid for being there.
[[nodiscard]] constexpr double share_of_regulars(int regulars, int surge) {
    return static_cast<double>(regulars) / std::max(1, regulars + surge);
}

class HelpDesk {
 public:
    static constexpr std::string_view name = "help_desk";
    using World = WorldFor<HelpDesk, Ledger, TeamWork, const Staffing, TechnologyUse, const ElbowSupport>;
    using CallId = std::uint32_t;
    explicit HelpDesk(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) {
        return scenario.support && scenario.support->first_line;
    }
    void start();
    void on(const DayBegins& signal);
    void on(const HypercareChanged& signal);
    void team_event(std::uint32_t subject);
    void place(CallId call);
    void other_call();
    void hang_up(CallId call);
    using Events =
        EventsOf<Event<&HelpDesk::team_event, "team">, Event<&HelpDesk::place, "problem_call">,
                 Event<&HelpDesk::other_call, "other_call">, Event<&HelpDesk::hang_up, "hangs_up">>;
    void work_moved(std::uint32_t call, WorkMove move);

    /// A problem that a clinician cannot get past alone, at `at`: whether they call. `luck` is uniform,
    /// for that choice.
    bool call(TechnologyId technology, PostId post, Time at, double luck);

    static void declare(Figures<HelpDesk>& figures);
    void begin_week();

 private:
    struct Call {
        TechnologyId technology;  // unset: about something else
        PostId post;
        Time placed;
        random::EntityKey key{""};  // with `number`, the address of the call's draws
        std::uint64_t number = 0;
        Duration handling;
        kernel::JobHandle job;
        kernel::EventHandle patience;
        bool open = false;
    };
    CallId new_call(TechnologyId technology, PostId post);
    void settle();
    void answered(CallId id);
    void ended(CallId id);
    void close(CallId id);
    void schedule_other_call();
    void pay_surge();
    [[nodiscard]] const Desk& desk() const;

    World world_;
    TeamId first_line_;
    random::EntityKey key_{""};
    double other_calls_each_ = 0;  // per second and person employed
    std::unique_ptr<kernel::ServerPool> team_;
    kernel::Transitions transitions_;
    std::vector<Call> calls_;
    std::vector<CallId> free_calls_;
    double calls_share_ = 0;  // of those whom nobody nearby helps
    int surge_ = 0;           // people on top, while any unit is in hypercare
    std::uint64_t placed_ = 0;
    std::uint64_t others_ = 0;
    std::uint64_t abandoned_ = 0;
    std::uint64_t escalated_ = 0;
    std::uint64_t about_technology_ = 0;
    kernel::Tally wait_minutes_;
    struct Week {
        double calls = 0;
        double about_technology = 0;
        double abandoned = 0;
        double answered = 0;
        double waited_minutes = 0;
    } week_;
    double busiest_week_ = 0;
};

}  // namespace golive::model
