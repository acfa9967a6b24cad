#include "model/training_courses.hpp"

#include "model/figures.hpp"
#include "model/ledger.hpp"
#include "model/plan_execution.hpp"
#include "model/rollout_budget.hpp"
#include "model/staffing.hpp"
#include "model/superuser_network.hpp"
#include "model/team_work.hpp"
#include "model/technology_use.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Draw skill_draw{"training.skill"};
constexpr random::Draw no_show_draw{"training.no_show"};
constexpr random::Draw e_learning_draw{"training.e_learning"};
constexpr random::Draw onboarding_draw{"training.onboarding"};

}  // namespace

int release_limit_of(double share, int people) {
    return std::max(1, static_cast<int>(std::floor(share * people + 1e-9)));
}

TrainingCourses::TrainingCourses(World world)
    : world_{world},
      units_{world.scenario.units.size()},
      steps_(world.layout.plan().size()),
      people_(world.layout.posts().size()),
      away_today_(world.scenario.courses.size() * units_),
      taught_(away_today_.size()),
      classes_(world.layout.posts().size()) {
    for (CourseId id : world.scenario.courses.ids()) {
        courses_.push_back({.queue = {}, .key = random::EntityKey{world.scenario.courses[id].name}});
        for (UnitId unit : world.scenario.units.ids()) release_limits_.push_back(release_limit(id, unit));
    }
}

void TrainingCourses::end_e_learning(PostId post) {
    const PersonState& person = people_[post];
    if (!person.busy || person.e_learning_until != world_.now()) return;  // has left, perhaps replaced
    const CourseId id = person.course;
    const Course::ELearning& lesson = *world_.scenario.courses[id].e_learning;
    world_.the<Ledger>().spend(Cost::training, world_.the<Staffing>().wage(post) * lesson.length);
    world_.the<Ledger>().take_hours(HoursFor::training, lesson.length, world_.layout.posts()[post].unit);
    complete(id, post, lesson.skill, 1.0);
}

/// Books a person into the first class that their unit has for them, and into the next when they come
/// out of it.
void TrainingCourses::book(PostId post) {
    const UnitId unit = world_.layout.posts()[post].unit;
    for (CourseId course : courses_.ids())
        if (taught(course, unit) && wants(course, post)) {
            enrol(course, {post, {}});
            offer_sessions(course);
        }
}

/// Who was trained long ago and has never used it since is invited again.
void TrainingCourses::invite_refreshers() {
    const auto today = static_cast<int>(world_.now().since_start().in_days());
    for (CourseId id : courses_.ids()) {
        const Course& course = world_.scenario.courses[id];
        if (!course.refresher_after) continue;
        for (PostId post : people_.ids()) {
            const Practice& practice = world_.the<TechnologyUse>().practice(course.technology, post);
            const bool stale = practice.trained && practice.shifts == 0 &&
                               today - practice.trained_day >= course.refresher_after->in_days();
            if (stale && is_for(id, post) && taught(id, world_.layout.posts()[post].unit))
                enrol(id, {post, {}});
        }
    }
}

bool TrainingCourses::is_for(CourseId id, PostId post) const {
    const auto& roles = world_.scenario.courses[id].roles;
    const RoleId role = world_.layout.posts()[post].role;
    const bool for_role = std::find(roles.begin(), roles.end(), role) != roles.end();
    return for_role && !people_[post].busy && world_.the<Staffing>().employed(post);
}

bool TrainingCourses::wants(CourseId id, PostId post) const {
    const TechnologyId technology = world_.scenario.courses[id].technology;
    return is_for(id, post) && !world_.the<TechnologyUse>().practice(technology, post).trained;
}

void TrainingCourses::begin(const Train& step, InstanceId instance) {
    const CourseId course = step.course;
    const auto& units = world_.layout.plan()[instance].units;
    std::size_t longest = 0;
    for (UnitId unit : units) {
        world_.the<SuperuserNetwork>().choose(unit);
        taught_[at(course, unit)] = true;
        longest = std::max<std::size_t>(longest, world_.layout.posts_of(unit).size());
    }
    // One of each unit in turn, super-users first: a class then draws from many wards.
    for (const bool first : {true, false})
        for (std::uint32_t n = 0; n < longest; ++n)
            for (UnitId unit : units) {
                const PostRange range = world_.layout.posts_of(unit);
                const PostId post{range.first + n};
                if (n >= range.size() || world_.the<SuperuserNetwork>().is_superuser(post) != first) continue;
                if (!wants(course, post)) continue;
                enrol(course, {post, instance});
                ++steps_[instance].left;
            }
    if (steps_[instance].left == 0) return world_.the<PlanExecution>().finish(instance);
    steps_[instance].paid = world_.the<RolloutBudget>().commit(instance, Envelope::redesign, price(instance));
    offer_sessions(course);
    tell_steps(course);
}

void TrainingCourses::enrol(CourseId course, Trainee trainee) {
    people_[trainee.post] = {course, trainee.step, people_[trainee.post].no_shows, true, {}};
    const auto& alternative = world_.scenario.courses[course].e_learning;
    if (alternative && alternative->after_no_shows <= people_[trainee.post].no_shows)
        return send_to_e_learning(course, trainee);
    courses_[course].queue.push_back(trainee);
}

/// How many of those who wait could leave their wards today.
int TrainingCourses::releasable(CourseId id) const {
    std::vector<int> free(world_.scenario.units.size());
    for (UnitId unit : world_.scenario.units.ids())
        free[unit.index()] = release_limits_[at(id, unit)] - away_today_[at(id, unit)];
    int count = 0;
    for (const Trainee& trainee : courses_[id].queue)
        if (free[world_.layout.posts()[trainee.post].unit.index()]-- > 0) ++count;
    return count;
}

/// Asks the instructors for as many sessions as there are rooms, while people wait who may come.
void TrainingCourses::offer_sessions(CourseId id) {
    const Course& course = world_.scenario.courses[id];
    CourseState& state = courses_[id];
    if (state.queue.empty() || state.sessions_open >= course.rooms) return;
    const int waiting = releasable(id);
    while (state.sessions_open < course.rooms &&
           (state.sessions_open - state.sessions_running) * course.seats < waiting) {
        std::uint32_t number = static_cast<std::uint32_t>(sessions_.size());
        if (free_sessions_.empty()) {
            sessions_.emplace_back();
        } else {
            number = free_sessions_.back();
            free_sessions_.pop_back();
        }
        sessions_[number] = {.course = id, .seated = {}};
        ++state.sessions_open;
        world_.submit_work({.team = course.instructors,
                            .effort = course.length,
                            .pace = Pace::clock,
                            .cost = Cost::training,
                            .payload = number});
    }
}

void TrainingCourses::work_moved(std::uint32_t number, WorkMove move) {
    const CourseId course = sessions_[number].course;
    if (move == WorkMove::started) start_session(number);
    if (move == WorkMove::finished) end_session(number);
    tell_steps(course);
}

void TrainingCourses::start_session(std::uint32_t number) {
    Session& session = sessions_[number];
    const Course& course = world_.scenario.courses[session.course];
    CourseState& state = courses_[session.course];
    session.running = true;
    ++state.sessions_running;
    std::deque<Trainee> passed_over;
    while (static_cast<int>(session.seated.size()) < course.seats && !state.queue.empty()) {
        const Trainee trainee = state.queue.front();
        state.queue.pop_front();
        if (!released(session.course, trainee.post))
            passed_over.push_back(trainee);
        else
            session.seated.push_back(trainee);
    }
    state.queue.insert(state.queue.begin(), passed_over.begin(), passed_over.end());
    world_.trace(TraceEvent::session_started, EntityKind::network, session.course.value(),
                 static_cast<double>(session.seated.size()));
}

int TrainingCourses::release_limit(CourseId id, UnitId unit) const {
    const Course& course = world_.scenario.courses[id];
    int people = 0;
    for (RoleId role : course.roles) people += world_.scenario.units[unit].posts[role];
    return release_limit_of(course.release.value(), people);
}

bool TrainingCourses::released(CourseId id, PostId post) {
    const UnitId unit = world_.layout.posts()[post].unit;
    int& away = away_today_[at(id, unit)];
    if (away >= release_limits_[at(id, unit)]) return false;
    ++away;
    return true;
}

void TrainingCourses::end_session(std::uint32_t number) {
    Session session = std::move(sessions_[number]);
    free_sessions_.push_back(number);
    CourseState& state = courses_[session.course];
    --state.sessions_open;
    --state.sessions_running;
    const Course& course = world_.scenario.courses[session.course];
    for (const Trainee& trainee : session.seated) {
        if (!people_[trainee.post].busy) continue;
        if (!shows_up(session.course, trainee)) continue;
        ++seats_used_;
        const HourlyRate wage = world_.the<Staffing>().wage(trainee.post);
        const double paid = trainee.step ? steps_[trainee.step].paid : 1.0;
        const Duration sat = course.length.scaled(paid);
        const Money backfill = world_.scenario.costs.backfill_wage * sat.scaled(course.backfill.value());
        world_.the<Ledger>().spend(Cost::training, wage * sat);
        world_.the<Ledger>().spend(Cost::backfill, backfill);
        if (trainee.step) world_.the<RolloutBudget>().draw(trainee.step, wage * sat + backfill);
        world_.the<Ledger>().take_hours(HoursFor::training, sat, world_.layout.posts()[trainee.post].unit);
        complete(session.course, trainee.post, course.skill, paid);
    }
    world_.trace(TraceEvent::session_finished, EntityKind::network, session.course.value());
    offer_sessions(session.course);
}

bool TrainingCourses::shows_up(CourseId id, const Trainee& trainee) {
    const random::EntityKey key =
        world_.the<Staffing>().person_key(trainee.post).child(courses_[id].key.key());
    const std::uint64_t visit = classes_[trainee.post.index()]++;
    if (!world_.streams.bernoulli(world_.scenario.courses[id].no_show.value(), no_show_draw, key, visit))
        return true;
    ++no_shows_;
    world_.trace(TraceEvent::no_show, EntityKind::clinician, trainee.post.value());
    ++people_[trainee.post].no_shows;
    enrol(id, trainee);
    return false;
}

void TrainingCourses::send_to_e_learning(CourseId id, const Trainee& trainee) {
    const auto& alternative = *world_.scenario.courses[id].e_learning;
    const random::EntityKey key =
        world_.the<Staffing>().person_key(trainee.post).child(courses_[id].key.key());
    const Duration delay = alternative.delay.draw(world_.streams, e_learning_draw, key);
    people_[trainee.post].e_learning_until = world_.now() + delay;
    world_.schedule<&TrainingCourses::end_e_learning>(world_.now() + delay, trainee.post);
}

/// Of the instructors, the people in class and their backfill.
Money TrainingCourses::price(InstanceId instance) const {
    const Course& course = world_.scenario.courses[world_.layout.step<Train>(instance).course];
    const int people = steps_[instance].left;
    const Duration backfill = course.length.scaled(course.backfill.value());
    const Money each =
        world_.the<Staffing>().mean_wage(world_.layout.plan()[instance].units.front()) * course.length +
        world_.scenario.costs.backfill_wage * backfill;
    const Money teaching = world_.scenario.teams[course.instructors].wage * course.length;
    return each * people + teaching * classes_for(people, course.seats);
}

/// Who sits through a share of the class takes home that share of it.
void TrainingCourses::complete(CourseId id, PostId post, const Uncertain<Share>& skill, double share) {
    const Course& course = world_.scenario.courses[id];
    const random::EntityKey key = world_.the<Staffing>().person_key(post).child(courses_[id].key.key());
    const double difficulty =
        world_.scenario.technologies[course.technology].difficulty.for_run(world_.streams).value();
    const double gained =
        skill_from_class(share, skill.draw(world_.streams, skill_draw, key).value(), difficulty);
    world_.the<TechnologyUse>().train(course.technology, post, gained);
    world_.trace(TraceEvent::person_trained, EntityKind::clinician, post.value(), gained);
    world_.the<SuperuserNetwork>().deepen(course.technology, post);
    leave_step(post);
    book(post);
}

void TrainingCourses::leave_step(PostId post) {
    const InstanceId step = people_[post].step;
    people_[post] = {};
    if (step && --steps_[step].left == 0) world_.the<PlanExecution>().finish(step);
}

void TrainingCourses::on(const PersonLeft& signal) {
    if (!people_[signal.post].busy) return;
    std::erase_if(courses_[people_[signal.post].course].queue,
                  [&](const Trainee& trainee) { return trainee.post == signal.post; });
    leave_step(signal.post);
}

void TrainingCourses::on(const PersonJoined& signal) {
    people_[signal.post] = {};
    const Duration settle_in = world_.scenario.workforce->onboarding.draw(
        world_.streams, onboarding_draw, world_.the<Staffing>().person_key(signal.post));
    world_.schedule<&TrainingCourses::book>(world_.now() + settle_in, signal.post);
}

void TrainingCourses::on(const DayBegins& signal) {
    std::fill(away_today_.begin(), away_today_.end(), 0);
    if (signal.day % 7 == 0) invite_refreshers();
    for (CourseId course : courses_.ids())
        if (!courses_[course].queue.empty()) offer_sessions(course);
}

/// A step's time is work while a class runs, otherwise waiting for a seat.
void TrainingCourses::tell_steps(CourseId course) {
    const Cause cause = courses_[course].sessions_running > 0 ? Cause::work : Cause::seats;
    for (InstanceId step : steps_.ids())
        if (steps_[step].left > 0 && world_.layout.step<Train>(step).course == course)
            world_.the<PlanExecution>().now_in(step, cause);
}

void TrainingCourses::declare(Figures<TrainingCourses>& figures) {
    if (figures.scenario.courses.empty()) return;
    figures.about(Subject::people);
    figures.so_far_and_at_end({"seats_used", Reading::number, "class seats used"},
                              [](const TrainingCourses& training) { return training.seats_used_; });
    figures.so_far_and_at_end({"no_shows", Reading::number, "seats booked and left empty"},
                              [](const TrainingCourses& training) { return training.no_shows_; });
    figures.weekly({"waiting_for_class", Reading::number, "people waiting for a class"},
                   [](const TrainingCourses& training) {
                       std::size_t waiting = 0;
                       for (const CourseState& course : training.courses_) waiting += course.queue.size();
                       return waiting;
                   });
}

}  // namespace golive::model
