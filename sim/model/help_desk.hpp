//! M13, help with problems: super-users, at-the-elbow staff, then the desk with its queue, impatience and
//! escalation.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"
#include "model/team_work.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include <golive/kernel/tally.hpp>
#include <golive/kernel/team.hpp>

namespace golive::model {

class World;

/// What became of a problem at once.
enum class Help : std::uint8_t { solved, called, none };

class HelpDesk {
 public:
    enum class Event : std::uint16_t { team, problem_call, other_call, hangs_up };
    static constexpr std::array event_names{
        std::string_view{"help_desk.team"}, std::string_view{"help_desk.problem_call"},
        std::string_view{"help_desk.other_call"}, std::string_view{"help_desk.hangs_up"}};
    explicit HelpDesk(World& world);
    void start();
    void handle(Event what, std::uint32_t subject);
    void on(const DayBegins& signal);
    void work_moved(std::uint32_t call, WorkMove move);

    /// From now until the hypercare step is done its units have people at the elbow, and the desk its surge.
    void begin_hypercare(InstanceId instance);
    /// Sets the time of at-the-elbow staff for a unit's shift.
    void begin_shift(UnitId unit, std::span<const PostId> on_duty);
    /// A problem that the clinician cannot get past alone, at `at`; `luck` is uniform, for the choice to
    /// call.
    Help problem(TechnologyId technology, PostId post, Time at, double luck);

    static void declare(Declarations& declare);
    void sample(Recorder& record);
    void finish(Recorder& record) const;

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
    using CallId = std::uint32_t;
    CallId new_call(TechnologyId technology, PostId post);
    void place(CallId id);
    void hang_up(CallId id);
    void settle();
    void answered(CallId id);
    void ended(CallId id);
    void close(CallId id);
    void schedule_other_call();
    void staff_elbows(InstanceId instance);
    void adjust_staff();
    [[nodiscard]] const Desk& desk() const;
    [[nodiscard]] int surge() const;

    World& world_;
    TeamId first_line_;
    random::EntityKey key_{""};
    double other_calls_each_ = 0;  // per second and person employed
    std::unique_ptr<kernel::Team> team_;
    kernel::Transitions transitions_;
    std::vector<Call> calls_;
    std::vector<CallId> free_calls_;
    std::vector<InstanceId> hypercare_;
    [[nodiscard]] Money elbow_price(InstanceId instance) const;
    IdVector<InstanceId, double> elbow_share_;  // that the budget allowed
    IdVector<UnitId, double> elbow_ratio_;      // clinicians per person at the elbow; 0: nobody there
    IdVector<UnitId, InstanceId> elbow_step_;   // that pays for them
    double elbow_minutes_left_ = 0;
    double elbow_minutes_ = 0;
    double calls_share_ = 0;
    std::uint64_t placed_ = 0;
    std::uint64_t others_ = 0;
    std::uint64_t abandoned_ = 0;
    std::uint64_t escalated_ = 0;
    std::uint64_t about_technology_ = 0;
    std::uint64_t elbow_solved_ = 0;
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
