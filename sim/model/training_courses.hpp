//! M11, training: classes with seats, instructors and rooms, released from the ward a few at a
//! time; no-shows rebook.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <array>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace golive::model {

class Ledger;
class PlanExecution;
class RolloutBudget;
class Staffing;
class SuperuserNetwork;
class TeamWork;
class TechnologyUse;

/// How many of a ward's people it lets go to class on one day: the share of them, at least one.
[[nodiscard]] int release_limit_of(double share, int people);
/// Classes that so many people fill.
[[nodiscard]] constexpr int classes_for(int people, int seats) { return (people + seats - 1) / seats; }

/// Every course has one queue of people to be trained: those of the train steps that have begun, then
/// newcomers in units where a step has run and people who were in another class when it began. Sessions are
/// work for the instructors; whoever is first in the queue and may leave the ward that day takes a seat when
/// a session starts.
class TrainingCourses {
 public:
    static constexpr std::string_view name = "training";
    using World = WorldFor<TrainingCourses, Ledger, RolloutBudget, TeamWork, PlanExecution, const Staffing,
                           TechnologyUse, SuperuserNetwork>;
    explicit TrainingCourses(World world);
    void begin(const Train& step, InstanceId instance);
    void on(const DayBegins& signal);
    void on(const PersonJoined& signal);
    void on(const PersonLeft& signal);
    void end_e_learning(PostId post);
    void book(PostId post);
    using Events = EventsOf<Event<&TrainingCourses::end_e_learning, "e_learning_done">,
                            Event<&TrainingCourses::book, "newcomer_ready">>;
    void work_moved(std::uint32_t session, WorkMove move);

    static void declare(Figures<TrainingCourses>& figures);

 private:
    struct Trainee {
        PostId post;
        InstanceId step;  // unset: a newcomer
    };
    struct Session {
        CourseId course;
        std::vector<Trainee> seated;
        bool running = false;
    };
    struct CourseState {
        std::deque<Trainee> queue;
        int sessions_open = 0;  // submitted to the instructors and not finished
        int sessions_running = 0;
        random::EntityKey key;
    };
    struct StepState {
        int left = 0;     // of its people, not yet trained nor gone
        double paid = 1;  // share of its class hours that the budget allows
    };
    struct PersonState {
        CourseId course;  // waiting or seated
        InstanceId step;
        std::uint16_t no_shows = 0;
        bool busy = false;
        Time e_learning_until;
    };

    [[nodiscard]] std::size_t at(CourseId course, UnitId unit) const {
        return course.index() * units_ + unit.index();
    }
    [[nodiscard]] bool taught(CourseId course, UnitId unit) const { return taught_[at(course, unit)]; }
    void invite_refreshers();
    void enrol(CourseId course, Trainee trainee);
    void offer_sessions(CourseId course);
    void start_session(std::uint32_t session);
    void end_session(std::uint32_t session);
    bool shows_up(CourseId course, const Trainee& trainee);
    void send_to_e_learning(CourseId course, const Trainee& trainee);
    void complete(CourseId course, PostId post, const Uncertain<Share>& skill, double share);
    [[nodiscard]] Money price(InstanceId instance) const;
    void leave_step(PostId post);
    void tell_steps(CourseId course);
    [[nodiscard]] int releasable(CourseId course) const;
    [[nodiscard]] int release_limit(CourseId course, UnitId unit) const;
    [[nodiscard]] bool released(CourseId course, PostId post);
    [[nodiscard]] bool is_for(CourseId course, PostId post) const;
    [[nodiscard]] bool wants(CourseId course, PostId post) const;

    World world_;
    std::size_t units_;
    IdVector<CourseId, CourseState> courses_;
    IdVector<InstanceId, StepState> steps_;
    IdVector<PostId, PersonState> people_;
    std::vector<Session> sessions_;
    std::vector<std::uint32_t> free_sessions_;
    std::vector<int> release_limits_;     // [course][unit]
    std::vector<int> away_today_;         // [course][unit]
    std::vector<bool> taught_;            // [course][unit]: a step has run there, newcomers are taken
    std::vector<std::uint64_t> classes_;  // per post: class visits so far, for the streams
    std::uint64_t seats_used_ = 0;
    std::uint64_t no_shows_ = 0;
};

}  // namespace golive::model
