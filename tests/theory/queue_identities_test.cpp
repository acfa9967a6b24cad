#include "queue_support.hpp"

#include <numeric>

namespace golive::kernel::theory {
namespace {

/// What holds on every path, to the second, whatever the draws: no statistics, no tolerance.
constexpr EventKind team_kind{1, 0};
constexpr EventKind deed_kind{2, 0};

Calendar office() {
    using namespace std::chrono;
    const Date start{sys_days{year{2027} / January / 4}};
    const OpeningHours hours{
        {Monday, Tuesday, Wednesday, Thursday, Friday}, Duration::hours(8), Duration::hours(17)};
    return {start, hours, {start + days{2}, start + days{30}}};
}

TEST(QueueIdentities, LindleysRecursionGivesEveryWait) {
    fmt::print("G/G/1: W(n+1) = max(0, W(n) + S(n) - A(n)), exactly, for each of 100000 customers\n");
    random::Engine words{1, 0, random::Draw{"theory.lindley"}, random::EntityKey{"gg1"}, 0};
    EventList events;
    Transitions out;
    ServerPool team{Calendar::always(), 1, {Manners::waits}, team_kind};
    std::vector<Time> arrivals;
    std::vector<Duration> waits;
    std::vector<Duration> services;
    events.schedule(Time{}, deed_kind, 0);
    while (!events.empty()) {
        const Event event = events.pop();
        out.clear();
        if (event.kind == deed_kind && arrivals.size() < 100'000) {
            const auto id = static_cast<std::uint32_t>(arrivals.size());
            arrivals.push_back(event.time);
            services.push_back(Duration::from_seconds(90.0 * exponential_draw(words)));
            events.schedule(event.time + Duration::from_seconds(100.0 * exponential_draw(words)), deed_kind,
                            0);
            team.submit({id, 0, services.back()}, events, out);
        } else if (event.kind == team_kind) {
            team.on_event(event, events, out);
        }
        for (const Transition& t : out)
            if (t.what == Transition::What::started) waits.push_back(t.time - arrivals[t.payload]);
    }
    Duration lindley{};
    for (std::size_t n = 0; n < arrivals.size(); ++n) {
        ASSERT_EQ(waits[n], lindley) << "customer " << n;
        if (n + 1 < arrivals.size())
            lindley = std::max(Duration{}, lindley + services[n] - (arrivals[n + 1] - arrivals[n]));
    }
}

TEST(QueueIdentities, OneJobAloneFinishesWhenItsCalendarSays) {
    fmt::print(
        "one job, one server: finish = Calendar::finish(next opening, work), and the open time between is "
        "the work\n");
    random::Engine words{2, 0, random::Draw{"theory.alone"}, random::EntityKey{"alone"}, 0};
    const Calendar calendar = office();
    for (int i = 0; i < 2'000; ++i) {
        EventList events;
        Transitions out;
        ServerPool team{calendar, 1, {Manners::waits}, team_kind};
        const Time now =
            Time::after_start(Duration::seconds(static_cast<std::int64_t>(words() % (40 * 86'400))));
        const Duration work = Duration::seconds(static_cast<std::int64_t>(words() % 200'000));
        events.schedule(now, deed_kind, 0);
        events.pop();
        team.submit({0, 0, work}, events, out);
        while (!events.empty()) team.on_event(events.pop(), events, out);
        ASSERT_EQ(out.size(), 2U);
        ASSERT_EQ(out[0].time, calendar.next_open(now));
        ASSERT_EQ(out[1].time, calendar.finish(out[0].time, work));
        ASSERT_EQ(calendar.open_between(now, out[1].time), work);
    }
}

/// A team under everything at once, by the second: classes, pre-emption, nights, patience, changing capacity.
class Turmoil {
 public:
    explicit Turmoil(std::uint64_t seed)
        : words_{seed, 0, random::Draw{"theory.turmoil"}, random::EntityKey{"turmoil"}, 0} {}

    void run(int deeds) {
        for (int i = 0; i < deeds; ++i) {
            events_.schedule(events_.now() + Duration::seconds(pick(3'000)), deed_kind, 0);
            for (Event event = events_.pop(); event.kind == team_kind; event = events_.pop()) {
                team_.on_event(event, events_, out_);
                keep_account();
            }
            do_something();
            keep_account();
        }
        team_.set_servers(5, events_, out_);
        keep_account();
        while (!events_.empty()) {
            team_.on_event(events_.pop(), events_, out_);
            keep_account();
        }
    }
    void check() const {
        const Time end = events_.now();
        EXPECT_EQ(team_.in_service() + team_.waiting(), 0U);
        EXPECT_EQ(team_.waiting_seconds(end), waited_.in_seconds())
            << "integral of the queue = sum of the waits";
        EXPECT_EQ(team_.busy_seconds(end), served_.in_seconds())
            << "integral of the busy = sum of the service";
        for (const Story& story : stories_) {
            if (!story.finished) continue;
            ASSERT_EQ(story.served, story.work) << "open time in service is the work";
        }
        EXPECT_GT(preemptions_, 100);
        EXPECT_GT(withdrawals_, 100);
    }

 private:
    struct Story {
        JobHandle job;
        Duration work{};
        Duration served{};
        Time since{};  // of the present wait or service
        bool finished = false;
    };
    std::int64_t pick(std::uint64_t n) { return static_cast<std::int64_t>(words_() % n); }

    void do_something() {
        const auto deed = pick(20);
        if (deed < 15) {
            const Job job{static_cast<std::uint32_t>(stories_.size()), static_cast<std::uint8_t>(pick(3)),
                          Duration::seconds(pick(8'000)), pick(4) == 0 ? Fit::whole : Fit::splittable};
            stories_.push_back({{}, job.work, {}, events_.now()});
            stories_.back().job = team_.submit(job, events_, out_);
        } else if (deed < 18 && !stories_.empty()) {
            withdraw(stories_[static_cast<std::size_t>(pick(stories_.size()))]);
        } else {
            team_.set_servers(static_cast<std::uint32_t>(pick(8)), events_, out_);
        }
    }
    void withdraw(Story& story) {
        if (!team_.knows(story.job)) return;
        if (team_.is_in_service(story.job))
            end_service(story);
        else
            waited_ += events_.now() - story.since;
        EXPECT_EQ(story.work - story.served, team_.remaining(story.job, events_.now()));
        EXPECT_TRUE(team_.withdraw(story.job, events_, out_));
        ++withdrawals_;
    }
    void end_service(Story& story) {
        const Duration stint = team_.calendar().open_between(story.since, events_.now());
        story.served += stint;
        served_ += stint;
    }
    void keep_account() {
        for (const Transition& t : out_) {
            Story& story = stories_[t.payload];
            ASSERT_EQ(t.time, events_.now());
            if (t.what == Transition::What::started || t.what == Transition::What::resumed)
                waited_ += t.time - story.since;
            else
                end_service(story);
            if (t.what == Transition::What::preempted) ++preemptions_;
            if (t.what == Transition::What::finished) story.finished = true;
            story.since = t.time;
        }
        out_.clear();
    }

    random::Engine words_;
    EventList events_;
    Transitions out_;
    ServerPool team_{office(), 3, {Manners::preempts, Manners::preempts, Manners::waits}, team_kind};
    std::vector<Story> stories_;
    Duration waited_{};
    Duration served_{};
    int preemptions_ = 0;
    int withdrawals_ = 0;
};

TEST(QueueIdentities, LittlesLawAndTheWorkHoldOnEveryPath) {
    fmt::print(
        "integral of Lq dt = sum of waits; integral of busy servers over open time = sum of service; each "
        "job's open "
        "time in service = its work: equal to the second on 30 paths\n");
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        Turmoil turmoil{seed};
        turmoil.run(3'000);
        turmoil.check();
    }
}

}  // namespace
}  // namespace golive::kernel::theory
