#include <gtest/gtest.h>
#include <string>

#include <golive/kernel/server_pool.hpp>

namespace golive::kernel {
namespace {

using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::Thursday;
using std::chrono::Tuesday;
using std::chrono::Wednesday;
using What = Transition::What;

constexpr EventKind team_kind{1, 1};
const Date monday = *Date::parse("2027-01-04");

Duration h(double hours) { return Duration::from_seconds(3600.0 * hours); }
Time on_day(int day, double hours) { return Time{} + Duration::days(day) + h(hours); }
Calendar office() { return {monday, {{Monday, Tuesday, Wednesday, Thursday, Friday}, h(8), h(17)}, {}}; }

/// A team in a loop of its own, which writes down what happens as "started 1 @8; finished 1 @9.5", hours
/// since Monday.
class TeamStory : public testing::Test {
 protected:
    void make(std::uint32_t servers, std::vector<Manners> manners = {Manners::waits},
              Calendar calendar = Calendar::always()) {
        team_ = std::make_unique<ServerPool>(std::move(calendar), servers, std::move(manners), team_kind,
                                             std::uint16_t{3});
    }
    JobHandle submit(std::uint32_t payload, double hours, std::uint8_t urgency_class = 0,
                     Fit fit = Fit::splittable) {
        return team_->submit({payload, urgency_class, h(hours), fit}, events_, out_);
    }
    /// Lets everything before `time` happen, and what the team has to do at `time` itself.
    void advance(Time time) {
        events_.schedule(time, {2, 0}, 0);
        for (Event event = events_.pop(); event.kind == team_kind; event = events_.pop()) {
            EXPECT_EQ(ServerPool::number_of(event), 3);
            team_->on_event(event, events_, out_);
        }
    }
    void advance(double hours) { advance(Time{} + h(hours)); }
    void finish() {
        while (!events_.empty()) team_->on_event(events_.pop(), events_, out_);
    }
    /// What happened since the last call.
    std::string story() {
        static constexpr std::array names{"started", "preempted", "resumed", "finished"};
        std::string text;
        for (const Transition& t : out_) {
            std::string hours = std::to_string((t.time - Time{}).in_hours());
            hours.erase(hours.find_last_not_of('0') + 1);
            if (hours.back() == '.') hours.pop_back();
            if (!text.empty()) text += "; ";
            text += std::string{names[static_cast<std::size_t>(t.what)]} + " " + std::to_string(t.payload) +
                    " @" + hours;
        }
        out_.clear();
        return text;
    }

    EventList events_;
    Transitions out_;
    std::unique_ptr<ServerPool> team_;
};

TEST_F(TeamStory, ServesFirstInFirstOutWithinAClass) {
    make(1);
    for (const std::uint32_t job : {1U, 2U, 3U}) submit(job, 1);
    EXPECT_EQ(team_->waiting(0), 2U);
    EXPECT_EQ(team_->waiting_work(), h(2));
    finish();
    EXPECT_EQ(story(),
              "started 1 @0; finished 1 @1; started 2 @1; finished 2 @2; started 3 @2; finished 3 @3");
    EXPECT_EQ(team_->in_service(), 0U);
}

TEST_F(TeamStory, ServesTheUrgentFirst) {
    make(1, {Manners::waits, Manners::waits, Manners::waits});
    submit(9, 1, 2);
    submit(1, 1, 2);
    submit(2, 1, 1);
    submit(3, 1, 0);
    submit(4, 1, 1);
    finish();
    EXPECT_EQ(story(),
              "started 9 @0; finished 9 @1; started 3 @1; finished 3 @2; started 2 @2; finished 2 @3; "
              "started 4 @3; finished 4 @4; started 1 @4; finished 1 @5");
}

TEST_F(TeamStory, FreesAServerBeforeAnArrivalAtTheSameInstant) {
    make(1);
    events_.schedule(on_day(0, 1), {2, 0}, 0);  // scheduled before the completion at the same instant
    submit(1, 1);
    const Event first = events_.pop();
    EXPECT_EQ(first.kind, team_kind);
    team_->on_event(first, events_, out_);
    submit(2, 1);
    EXPECT_EQ(story(), "started 1 @0; finished 1 @1; started 2 @1");
}

TEST_F(TeamStory, PausesAtClosingAndGoesOnAtOpening) {
    make(1, {Manners::waits}, office());
    advance(15);
    const JobHandle job = submit(1, 4);
    EXPECT_EQ(team_->expected_finish(job), on_day(1, 10));
    advance(20);
    EXPECT_EQ(team_->remaining(job, events_.now()), h(2));
    EXPECT_EQ(team_->in_service(), 1U) << "it keeps its server overnight";
    finish();
    EXPECT_EQ(story(), "started 1 @15; finished 1 @34");
}

TEST_F(TeamStory, StartsAtTheOpeningWhatCameWhileClosed) {
    make(2, {Manners::waits, Manners::waits}, office());
    advance(18);
    submit(1, 1, 1);
    submit(2, 1, 1);
    submit(3, 1, 0);
    EXPECT_EQ(team_->waiting(), 3U);
    EXPECT_EQ(story(), "");
    finish();
    EXPECT_EQ(story(),
              "started 3 @32; started 1 @32; finished 3 @33; started 2 @33; finished 1 @33; finished 2 @34");
}

TEST_F(TeamStory, AJobThatEndsAtClosingLeavesTheNextForTheMorning) {
    make(1, {Manners::waits}, office());
    advance(8);
    submit(1, 9);
    submit(2, 1);
    finish();
    EXPECT_EQ(story(), "started 1 @8; finished 1 @17; started 2 @32; finished 2 @33");
}

TEST_F(TeamStory, PreemptsTheLeastUrgentAndKeepsItsWork) {
    make(1, {Manners::preempts, Manners::waits});
    const JobHandle slow = submit(1, 10, 1);
    submit(2, 5, 1);
    advance(4);
    submit(3, 2, 0);
    EXPECT_EQ(team_->remaining(slow, events_.now()), h(6));
    EXPECT_EQ(team_->waiting_work(), h(11));
    finish();
    EXPECT_EQ(story(),
              "started 1 @0; preempted 1 @4; started 3 @4; finished 3 @6; resumed 1 @6; finished 1 @12; "
              "started 2 @12; finished 2 @17");
}

TEST_F(TeamStory, PreemptsTheMostRecentlyStartedOfEquals) {
    make(3, {Manners::preempts, Manners::waits, Manners::waits});
    submit(1, 10, 2);
    advance(1);
    submit(2, 10, 2);
    advance(2);
    submit(3, 10, 1);  // started last, but more urgent
    advance(3);
    submit(4, 1, 0);
    EXPECT_EQ(story(), "started 1 @0; started 2 @1; started 3 @2; preempted 2 @3; started 4 @3");
    advance(5);
    EXPECT_EQ(story(), "finished 4 @4; resumed 2 @4");
    submit(5, 1, 0);
    EXPECT_EQ(story(), "preempted 2 @5; started 5 @5") << "resumed counts as started";
}

TEST_F(TeamStory, JobsStartedAtOneInstantArePreemptedInReverseOrder) {
    make(3, {Manners::preempts, Manners::waits});
    for (const std::uint32_t job : {1U, 2U, 3U}) submit(job, 10, 1);
    for (const std::uint32_t job : {4U, 5U}) submit(job, 1, 0);
    EXPECT_EQ(story(),
              "started 1 @0; started 2 @0; started 3 @0; preempted 3 @0; started 4 @0; preempted 2 @0; "
              "started 5 @0");
    advance(1);
    EXPECT_EQ(story(), "finished 4 @1; resumed 2 @1; finished 5 @1; resumed 3 @1")
        << "the last to lose is the first in line";
}

TEST_F(TeamStory, NeverPreemptsItsOwnClassNorAMoreUrgentOne) {
    make(1, {Manners::preempts, Manners::preempts});
    submit(1, 10, 0);
    advance(1);
    submit(2, 1, 0);
    submit(3, 1, 1);
    EXPECT_EQ(story(), "started 1 @0");
    EXPECT_EQ(team_->waiting(), 2U);
}

TEST_F(TeamStory, AFreeServerIsTakenBeforeAnybodyIsPreempted) {
    make(2, {Manners::preempts, Manners::waits});
    submit(1, 10, 1);
    submit(2, 1, 0);
    EXPECT_EQ(story(), "started 1 @0; started 2 @0");
}

TEST_F(TeamStory, NeverPreemptsAJobThatIsDueAtThisInstant) {
    make(1, {Manners::preempts, Manners::waits});
    events_.schedule(on_day(0, 1), {2, 0}, 0, Priority::urgent);  // before the completion
    submit(1, 1, 1);
    EXPECT_EQ(events_.pop().kind, (EventKind{2, 0}));
    submit(2, 1, 0);
    finish();
    EXPECT_EQ(story(), "started 1 @0; finished 1 @1; started 2 @1; finished 2 @2");
}

TEST_F(TeamStory, APreemptedJobAlsoPausesOvernight) {
    make(1, {Manners::preempts, Manners::waits}, office());
    advance(16);
    submit(1, 4, 1);
    advance(16.5);
    submit(2, 1, 0);
    finish();
    EXPECT_EQ(story(),
              "started 1 @16; preempted 1 @16.5; started 2 @16.5; finished 2 @32.5; resumed 1 @32.5; "
              "finished 1 @36");
}

TEST_F(TeamStory, PreemptsAPausedJobAtTheOpening) {
    make(1, {Manners::preempts, Manners::waits}, office());
    advance(16);
    const JobHandle paused = submit(1, 4, 1);
    advance(20);
    submit(2, 1, 0);
    EXPECT_EQ(story(), "started 1 @16");
    EXPECT_TRUE(team_->is_in_service(paused));
    finish();
    EXPECT_EQ(story(), "preempted 1 @32; started 2 @32; finished 2 @33; resumed 1 @33; finished 1 @36");
}

TEST_F(TeamStory, AWholeJobWaitsForAnOpeningThatHoldsItAndOthersPass) {
    make(1, {Manners::waits}, office());
    advance(16);
    submit(1, 2, 0, Fit::whole);
    submit(2, 0.5, 0, Fit::whole);
    submit(3, 1);
    EXPECT_EQ(story(), "started 2 @16");
    finish();
    EXPECT_EQ(story(),
              "finished 2 @16.5; started 3 @16.5; finished 3 @32.5; started 1 @32.5; finished 1 @34.5");
}

TEST_F(TeamStory, AWholeJobThatJustFitsStarts) {
    make(1, {Manners::waits}, office());
    advance(15);
    submit(1, 2, 0, Fit::whole);
    finish();
    EXPECT_EQ(story(), "started 1 @15; finished 1 @17");
}

TEST_F(TeamStory, AWholeJobAloneIsWokenAtTheOpening) {
    make(1, {Manners::waits}, office());
    advance(Time{} + Duration::days(4) + h(16));
    submit(1, 2, 0, Fit::whole);
    finish();
    EXPECT_EQ(story(), "started 1 @176; finished 1 @178") << "Monday at 8";
}

TEST_F(TeamStory, AWholeJobOfALessUrgentClassPassesABlockedOne) {
    make(1, {Manners::waits, Manners::waits}, office());
    advance(16);
    submit(1, 2, 0, Fit::whole);
    submit(2, 1, 1, Fit::whole);
    EXPECT_EQ(story(), "started 2 @16");
}

TEST_F(TeamStory, AWholeJobLongerThanAnyOpeningIsSplitAndSaid) {
    make(1, {Manners::waits}, office());
    advance(8);
    submit(1, 10, 0, Fit::whole);
    submit(2, 9, 0, Fit::whole);
    EXPECT_EQ(team_->split_whole_jobs(), 1U);
    finish();
    EXPECT_EQ(story(), "started 1 @8; finished 1 @33; started 2 @56; finished 2 @65");
}

TEST_F(TeamStory, GrowingStartsWaitingJobsAtOnce) {
    make(0);
    for (const std::uint32_t job : {1U, 2U, 3U}) submit(job, 1);
    EXPECT_EQ(story(), "");
    team_->set_servers(2, events_, out_);
    EXPECT_EQ(story(), "started 1 @0; started 2 @0");
}

TEST_F(TeamStory, ShrinkingPutsBackTheLeastUrgentThenTheLatest) {
    make(4, {Manners::waits, Manners::waits});
    submit(1, 10, 1);
    submit(2, 10, 0);
    submit(3, 10, 1);
    submit(4, 10, 0);
    submit(5, 10, 1);
    story();
    advance(4);
    team_->set_servers(1, events_, out_);
    EXPECT_EQ(story(), "preempted 3 @4; preempted 1 @4; preempted 4 @4");
    EXPECT_EQ(team_->waiting_work(), h(6 + 6 + 6 + 10));
    team_->set_servers(4, events_, out_);
    EXPECT_EQ(story(), "resumed 4 @4; resumed 1 @4; resumed 3 @4");
    finish();
    EXPECT_EQ(
        story(),
        "finished 2 @10; started 5 @10; finished 4 @10; finished 1 @10; finished 3 @10; finished 5 @20");
}

TEST_F(TeamStory, ShrinkingWhileClosedKeepsTheRemainingWork) {
    make(1, {Manners::waits}, office());
    advance(16);
    const JobHandle job = submit(1, 3);
    advance(20);
    team_->set_servers(0, events_, out_);
    EXPECT_EQ(team_->remaining(job, events_.now()), h(2));
    advance(21);
    team_->set_servers(1, events_, out_);
    finish();
    EXPECT_EQ(story(), "started 1 @16; preempted 1 @20; resumed 1 @32; finished 1 @34");
}

TEST_F(TeamStory, ShrinkingLeavesAJobThatIsDueAtThisInstant) {
    make(2);
    events_.schedule(on_day(0, 1), {2, 0}, 0, Priority::urgent);
    submit(1, 1);
    submit(2, 5);
    submit(3, 1);
    EXPECT_EQ(events_.pop().kind, (EventKind{2, 0}));
    team_->set_servers(0, events_, out_);
    EXPECT_EQ(story(), "started 1 @0; started 2 @0; preempted 2 @1");
    EXPECT_EQ(team_->in_service(), 1U);
    finish();
    EXPECT_EQ(story(), "finished 1 @1");
    EXPECT_EQ(team_->waiting(), 2U);
}

TEST_F(TeamStory, WithdrawsWaitingAndServedJobs) {
    make(1);
    const JobHandle served = submit(1, 10);
    const JobHandle first = submit(2, 1);
    const JobHandle second = submit(3, 1);
    submit(4, 1);
    EXPECT_TRUE(team_->withdraw(second, events_, out_));
    EXPECT_FALSE(team_->withdraw(second, events_, out_));
    EXPECT_EQ(team_->waiting_work(), h(2));
    advance(3);
    EXPECT_TRUE(team_->withdraw(served, events_, out_));
    finish();
    EXPECT_EQ(story(), "started 1 @0; started 2 @3; finished 2 @4; started 4 @4; finished 4 @5");
    EXPECT_FALSE(team_->withdraw(first, events_, out_)) << "finished long ago";
    EXPECT_FALSE(team_->withdraw(JobHandle{}, events_, out_));
    EXPECT_FALSE(team_->knows(first));
}

TEST_F(TeamStory, WithdrawsAPreemptedJob) {
    make(1, {Manners::preempts, Manners::waits});
    const JobHandle loser = submit(1, 10, 1);
    submit(2, 1, 0);
    EXPECT_TRUE(team_->withdraw(loser, events_, out_));
    finish();
    EXPECT_EQ(story(), "started 1 @0; preempted 1 @0; started 2 @0; finished 2 @1");
    EXPECT_EQ(team_->waiting_work(), h(0));
}

TEST_F(TeamStory, FinishesWorkOfNoLength) {
    make(1, {Manners::waits}, office());
    submit(1, 0);
    submit(2, 0, 0, Fit::whole);
    finish();
    EXPECT_EQ(story(), "started 1 @8; finished 1 @8; started 2 @8; finished 2 @8");
}

TEST_F(TeamStory, WaitsForEverOnACalendarThatNeverOpens) {
    make(1, {Manners::preempts}, Calendar{monday, {{}, h(8), h(17)}, {}});
    submit(1, 1);
    EXPECT_TRUE(events_.empty());
    EXPECT_EQ(team_->waiting(), 1U);
    EXPECT_EQ(team_->backlog(Time{}), h(1));
}

TEST_F(TeamStory, CountsBusyOpenTimeAndWaitingClockTime) {
    make(1, {Manners::waits}, office());
    advance(16);
    submit(1, 2);  // an hour today, an hour tomorrow
    submit(2, 1);  // waits from 16 to 33
    finish();
    EXPECT_EQ(team_->busy_seconds(events_.now()), 3 * 3600.0);
    EXPECT_EQ(team_->waiting_seconds(events_.now()), 17 * 3600.0);
    EXPECT_EQ(team_->longest_queue(), 1.0);
}

TEST_F(TeamStory, CountsTheBacklogOfBothKinds) {
    make(1);
    submit(1, 5);
    submit(2, 3);
    advance(2);
    EXPECT_EQ(team_->backlog(events_.now()), h(6));
    EXPECT_EQ(team_->waiting_work(), h(3));
}

TEST_F(TeamStory, RefusesJobsThatMakeNoSense) {
    make(1);
    EXPECT_THROW(submit(1, 1, 1), Error);
    EXPECT_THROW(submit(1, -1), Error);
    EXPECT_THROW(team_->set_servers(65'535, events_, out_), Error);
}

}  // namespace
}  // namespace golive::kernel
