#include <functional>
#include <gtest/gtest.h>
#include <set>
#include <vector>

#include <golive/kernel/event_list.hpp>
#include <golive/random/stream.hpp>

namespace golive::kernel {
namespace {

Time at(std::int64_t seconds) { return Time::after_start(Duration::seconds(seconds)); }

std::vector<std::uint32_t> subjects_in_order(EventList& events) {
    std::vector<std::uint32_t> subjects;
    while (!events.empty()) subjects.push_back(events.pop().subject);
    return subjects;
}

TEST(EventList, ServesByTime) {
    EventList events;
    for (const std::uint32_t second : {30U, 10U, 20U}) events.schedule(at(second), {}, second);
    EXPECT_EQ(events.next_time(), at(10));
    EXPECT_EQ(subjects_in_order(events), (std::vector<std::uint32_t>{10, 20, 30}));
    EXPECT_EQ(events.now(), at(30));
}

TEST(EventList, BreaksTiesByPriorityThenInsertion) {
    EventList events;
    events.schedule(at(5), {}, 4);
    events.schedule(at(5), {}, 6, Priority::late);
    events.schedule(at(5), {}, 5);
    events.schedule(at(5), {}, 1, Priority::urgent);
    events.schedule(at(5), {}, 3, Priority{100});
    events.schedule(at(5), {}, 2, Priority::urgent);
    EXPECT_EQ(subjects_in_order(events), (std::vector<std::uint32_t>{1, 2, 3, 4, 5, 6}));
}

TEST(EventList, CarriesKindSubjectAndPriority) {
    EventList events;
    events.schedule(at(7), {3, 9}, 12, Priority::late);
    const Event event = events.pop();
    EXPECT_EQ(event.time, at(7));
    EXPECT_EQ(event.kind, (EventKind{3, 9}));
    EXPECT_EQ(event.subject, 12U);
    EXPECT_EQ(event.priority(), Priority::late);
}

TEST(EventList, RefusesThePastAndNever) {
    EventList events;
    EXPECT_THROW(events.schedule(at(-1), {}, 0), Error);
    EXPECT_THROW(events.schedule(Time::max(), {}, 0), Error);
    events.schedule(at(10), {}, 0);
    events.pop();
    EXPECT_THROW(events.schedule(at(9), {}, 0), Error);
    EXPECT_THROW(events.schedule_cancellable(at(9), {}, 0), Error);
    EXPECT_THROW(events.pop(), Error);
    EXPECT_TRUE(events.empty());
    events.schedule(at(10), {}, 1);
    EXPECT_EQ(events.pop().subject, 1U);
}

TEST(EventList, AnEmptyListHasNoNextTime) {
    EventList events;
    EXPECT_EQ(events.next_time(), Time::max());
    const EventHandle handle = events.schedule_cancellable(at(1), {}, 0);
    EXPECT_EQ(events.next_time(), at(1));
    events.cancel(handle);
    EXPECT_EQ(events.next_time(), Time::max());
    EXPECT_TRUE(events.empty());
}

TEST(EventList, CancelsOnceAndOnlyWhatIsPending) {
    EventList events;
    const EventHandle first = events.schedule_cancellable(at(1), {}, 1);
    const EventHandle second = events.schedule_cancellable(at(2), {}, 2);
    EXPECT_FALSE(events.cancel(EventHandle{}));
    EXPECT_TRUE(events.cancel(first));
    EXPECT_FALSE(events.cancel(first));
    EXPECT_EQ(events.size(), 1U);
    EXPECT_EQ(events.next_time(), at(2));
    EXPECT_EQ(events.pop().subject, 2U);
    EXPECT_FALSE(events.cancel(second));
}

TEST(EventList, AStaleHandleNeverHitsTheEventThatTookItsPlace) {
    EventList events;
    const EventHandle stale = events.schedule_cancellable(at(1), {}, 1);
    events.pop();
    const EventHandle fresh = events.schedule_cancellable(at(2), {}, 2);
    ASSERT_EQ(stale.slot, fresh.slot);
    EXPECT_FALSE(events.cancel(stale));
    EXPECT_EQ(events.size(), 1U);
}

TEST(EventList, ClearingStartsAgainAtTimeZero) {
    EventList events;
    for (std::uint32_t i = 0; i < 1000; ++i) events.schedule(at(i * i), {}, i);
    for (int i = 0; i < 500; ++i) events.pop();
    events.clear();
    EXPECT_TRUE(events.empty());
    EXPECT_EQ(events.now(), Time{});
    EXPECT_EQ(events.next_time(), Time::max());
    events.schedule(at(0), {}, 7);
    EXPECT_EQ(events.pop().order, (std::uint64_t{128} << 56) + 2) << "order numbers start again too";
}

TEST(EventList, PeekingBeforeSchedulingSoonerEventsDoesNoHarm) {
    EventList events;
    for (std::uint32_t i = 0; i < 10'000; ++i) events.schedule(at(1'000'000'000 + i), {}, 100'000 + i);
    EXPECT_EQ(events.next_time(), at(1'000'000'000));
    for (std::uint32_t i = 0; i < 10'000; ++i) {
        events.schedule(at(20'000 - i), {}, 20'000 - i);
        ASSERT_EQ(events.next_time(), at(20'000 - i));
    }
    std::int64_t last = 0;
    for (int i = 0; i < 20'000; ++i) {
        ASSERT_EQ(events.next_time() >= at(last), true);
        last = events.pop().time.since_start().count();
    }
    EXPECT_EQ(last, 1'000'009'999);
}

TEST(EventList, AMillionEventsAtOneInstantAreFirstInFirstOut) {
    constexpr std::uint32_t million = 1'000'000;
    EventList events;
    for (std::uint32_t i = 0; i < million; ++i) events.schedule(at(42), {}, i);
    for (std::uint32_t i = 0; i < million; ++i) {
        const Event event = events.pop();
        ASSERT_EQ(event.subject, i);
        events.schedule(at(42), {}, million + i);  // each begets another at the same instant
    }
    for (std::uint32_t i = 0; i < million; ++i) ASSERT_EQ(events.pop().subject, million + i);
    EXPECT_TRUE(events.empty());
}

TEST(EventList, UrgentEventsOvertakeAMillionTies) {
    constexpr std::uint32_t many = 200'000;
    EventList events;
    for (std::uint32_t i = 0; i < many; ++i) events.schedule(at(42), {1, 0}, i);
    for (std::uint32_t i = 0; i < many; ++i) {
        ASSERT_EQ(events.pop().subject, i);
        for (std::uint32_t j = 0; j < 5; ++j) events.schedule(at(42), {2, 0}, j, Priority::urgent);
        for (std::uint32_t j = 0; j < 5; ++j) {
            const Event event = events.pop();
            ASSERT_EQ(event.kind, (EventKind{2, 0}));
            ASSERT_EQ(event.subject, j);
        }
    }
    EXPECT_TRUE(events.empty());
}

TEST(EventList, CancelledEventsDoNotPileUp) {
    EventList events;
    for (std::uint32_t i = 0; i < 1'000'000; ++i) {
        const EventHandle far = events.schedule_cancellable(at(1'000'000'000 + i), {}, i);
        ASSERT_LT(far.slot, 3000U);
        ASSERT_TRUE(events.cancel(far));
    }
    EXPECT_TRUE(events.empty());
}

TEST(EventList, SweepingOutTheDeadKeepsTheLivingInOrder) {
    EventList events;
    std::vector<EventHandle> doomed;
    for (std::uint32_t i = 0; i < 20'000; ++i) {
        const Time when =
            at(i * std::int64_t{7'919} % 1'000 * (i % 2 == 0 ? 1 : 1'000'000));  // many ties, near and far
        if (i % 5 == 0)
            events.schedule(when, {1, 0}, i);
        else
            doomed.push_back(events.schedule_cancellable(when, {2, 0}, i));
    }
    for (const EventHandle handle : doomed) ASSERT_TRUE(events.cancel(handle));
    EXPECT_EQ(events.size(), 4'000U);
    Event last = events.pop();
    for (int i = 1; i < 4'000; ++i) {
        const Event event = events.pop();
        ASSERT_EQ(event.kind, (EventKind{1, 0}));
        ASSERT_TRUE(before(last, event));
        last = event;
    }
    EXPECT_TRUE(events.empty());
}

TEST(EventList, NextTimeLooksPastCancelledEvents) {
    EventList events;
    std::vector<EventHandle> doomed;
    for (int i = 0; i < 500; ++i) doomed.push_back(events.schedule_cancellable(at(i * 1000), {}, 0));
    events.schedule(at(600'000), {}, 1);
    for (std::size_t i = 0; i < doomed.size(); ++i) {
        ASSERT_EQ(events.next_time(), at(static_cast<std::int64_t>(i) * 1000));
        events.cancel(doomed[i]);
    }
    EXPECT_EQ(events.next_time(), at(600'000));
    EXPECT_EQ(events.pop().subject, 1U);
}

/// The obvious list: an ordered set of (time, priority, sequence).
class ReferenceList {
 public:
    struct Entry {
        std::int64_t time;
        unsigned priority;
        std::uint64_t sequence;
        std::uint32_t subject;
        auto operator<=>(const Entry&) const = default;
    };
    Entry add(std::int64_t time, unsigned priority, std::uint32_t subject) {
        return *entries_.insert({time, priority, ++sequence_, subject}).first;
    }
    bool erase(const Entry& entry) { return entries_.erase(entry) > 0; }
    Entry pop() { return entries_.extract(entries_.begin()).value(); }
    [[nodiscard]] std::int64_t next_time() const { return entries_.begin()->time; }
    [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
    std::set<Entry> entries_;
    std::uint64_t sequence_ = 0;
};

using Words = random::Engine;
std::int64_t below(Words& words, std::uint64_t n) { return static_cast<std::int64_t>(words() % n); }

/// How far ahead of now a pattern schedules.
struct Pattern {
    const char* name;
    std::function<std::int64_t(Words&, int step)> delay;
};

class EventListPatterns : public testing::TestWithParam<Pattern> {};

/// Drives the list and the reference with the same operations, through phases of growth, of churn and of
/// decline.
class Duel {
 public:
    Duel(const Pattern& pattern, std::uint64_t seed)
        : pattern_{pattern},
          words_{seed, 0, random::Draw{"test.event_list"}, random::EntityKey{pattern.name}, 0} {}

    void run(int steps, unsigned chance_of_adding) {
        for (int i = 0; i < steps && !testing::Test::HasFatalFailure(); ++i) {
            if (reference_.size() == 0 || below(words_, 100) < chance_of_adding)
                add();
            else
                pop();
            if (below(words_, 8) == 0) cancel_one();
            if (below(words_, 4) == 0 && reference_.size() > 0) peek();
            ASSERT_EQ(events_.size(), reference_.size());
        }
    }
    void drain() {
        while (reference_.size() > 0 && !testing::Test::HasFatalFailure()) pop();
        EXPECT_TRUE(events_.empty());
    }

 private:
    void add() {
        const std::int64_t time = events_.now().since_start().count() + pattern_.delay(words_, step_++);
        const unsigned priority = std::array{0U, 64U, 128U, 128U, 128U, 128U, 192U, 255U}[words_() % 8];
        const auto subject = static_cast<std::uint32_t>(step_);
        const auto entry = reference_.add(time, priority, subject);
        if (below(words_, 3) == 0)
            handles_.push_back(
                {events_.schedule_cancellable(at(time), {}, subject, Priority(priority)), entry});
        else
            events_.schedule(at(time), {}, subject, Priority(priority));
    }
    void pop() {
        const auto expected = reference_.pop();
        const Event got = events_.pop();
        ASSERT_EQ(got.subject, expected.subject);
        ASSERT_EQ(got.time.since_start().count(), expected.time);
        ASSERT_EQ(static_cast<unsigned>(got.priority()), expected.priority);
    }
    void peek() { ASSERT_EQ(events_.next_time().since_start().count(), reference_.next_time()); }
    void cancel_one() {
        if (handles_.empty()) return;
        const auto& [handle, entry] = handles_[words_() % handles_.size()];  // often a stale one: wanted
        ASSERT_EQ(events_.cancel(handle), reference_.erase(entry));
    }

    struct Cancellable {
        EventHandle handle;
        ReferenceList::Entry entry;
    };
    const Pattern& pattern_;
    Words words_;
    EventList events_;
    ReferenceList reference_;
    std::vector<Cancellable> handles_;
    int step_ = 0;
};

TEST_P(EventListPatterns, AgreeWithAnOrderedSet) {
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        Duel duel{GetParam(), seed};
        duel.run(3'000, 50);
        duel.run(12'000, 80);
        duel.run(6'000, 50);
        duel.run(3'000, 10);
        duel.run(5'000, 55);
        duel.drain();
        duel.run(500, 60);
        duel.drain();
    }
}

INSTANTIATE_TEST_SUITE_P(
    , EventListPatterns,
    testing::Values(
        Pattern{"AllEqual", [](Words&, int) { return 0; }},
        Pattern{"FewDistinct", [](Words& words, int) { return below(words, 3); }},
        Pattern{"Dense", [](Words& words, int) { return below(words, 1'000); }},
        Pattern{"Sparse", [](Words& words, int) { return below(words, 1'000'000'000); }},
        Pattern{"Increasing", [](Words&, int step) { return std::int64_t{step}; }},
        Pattern{"Decreasing", [](Words&, int step) { return std::int64_t{1'000'000} - step; }},
        Pattern{"FarOutliers",
                [](Words& words, int) {
                    return below(words, 50) == 0 ? below(words, std::uint64_t{1} << 36) : below(words, 100);
                }},
        Pattern{"Bimodal", [](Words& words, int) { return below(words, 2) * 10'000'000 + below(words, 60); }},
        Pattern{"PowersOfTwo",
                [](Words& words, int) { return (std::int64_t{1} << below(words, 38)) - below(words, 2); }},
        Pattern{"Shifts", [](Words& words, int) { return below(words, 5) * 8 * 3600; }}),
    [](const auto& pattern) { return std::string{pattern.param.name}; });

}  // namespace
}  // namespace golive::kernel
