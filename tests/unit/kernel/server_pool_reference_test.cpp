#include <algorithm>
#include <deque>
#include <gtest/gtest.h>
#include <map>

#include <golive/kernel/server_pool.hpp>
#include <golive/random/stream.hpp>

namespace golive::kernel {
namespace {

using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::Saturday;
using std::chrono::Sunday;
using std::chrono::Thursday;
using std::chrono::Tuesday;
using std::chrono::Wednesday;
using What = Transition::What;

constexpr EventKind team_kind{1, 0};
constexpr EventKind deed_kind{2, 0};
constexpr Duration quarter = Duration::minutes(15);
const Date monday = *Date::parse("2027-01-04");

struct Happening {
    std::uint32_t payload;
    What what;
    std::int64_t time;
    friend bool operator==(const Happening&, const Happening&) = default;
    friend void PrintTo(const Happening& h, std::ostream* out) {
        *out << "job " << h.payload << " "
             << std::array{"started", "preempted", "resumed", "finished"}[std::size_t(h.what)]
             << " at quarter " << h.time / quarter.count();
    }
};

/// The rules of ServerPool once more, a quarter of an hour at a time and without a thought for speed.
class NaiveTeam {
 public:
    NaiveTeam(const Calendar& calendar, std::uint32_t servers, std::vector<Manners> manners)
        : calendar_{calendar}, servers_{servers}, manners_{std::move(manners)} {}

    /// Work is done from the last step until `now`; what is then done is finished, earliest begun first.
    void step_to(Time now) {
        if (calendar_.is_open(now - quarter))
            for (Served& served : serving_) served.job.work -= quarter;
        now_ = now;
        settle();
    }
    void submit(const Job& job) {
        Job kept = job;
        if (job.fit == Fit::whole && job.work > calendar_.longest_opening()) kept.fit = Fit::splittable;
        waiting_[job.urgency_class].push_back(kept);
        settle_starts();
    }
    void withdraw(std::uint32_t payload) {
        for (auto& [urgency, jobs] : waiting_)
            std::erase_if(jobs, [&](const Job& job) { return job.payload == payload; });
        std::erase_if(serving_, [&](const Served& served) { return served.job.payload == payload; });
        settle_starts();
    }
    void set_servers(std::uint32_t servers) {
        servers_ = servers;
        while (serving_.size() > servers_ && displace(0)) {
        }
        settle_starts();
    }
    /// Completions first, and whoever they make room for: even work of no length takes its turn.
    void settle() {
        settle_starts();
        for (auto done = first_done(); done != serving_.end(); done = first_done()) {
            note(done->job, What::finished);
            serving_.erase(done);
            settle_starts();
        }
    }

    [[nodiscard]] const std::vector<Happening>& happenings() const { return happenings_; }
    [[nodiscard]] std::size_t in_service() const { return serving_.size(); }
    [[nodiscard]] std::size_t waiting() const {
        std::size_t count = 0;
        for (const auto& [urgency, jobs] : waiting_) count += jobs.size();
        return count;
    }

 private:
    struct Served {
        Job job;
        int stint;
    };
    std::vector<Served>::iterator first_done() {
        return std::find_if(serving_.begin(), serving_.end(),
                            [](auto& served) { return served.job.work <= Duration{}; });
    }
    void note(const Job& job, What what) {
        happenings_.push_back({job.payload, what, now_.since_start().count()});
    }
    [[nodiscard]] bool fits(const Job& job) const {
        return job.fit == Fit::splittable || job.work <= calendar_.next_close(now_) - now_;
    }
    bool displace(int least_class) {
        auto loser = serving_.end();
        for (auto s = serving_.begin(); s != serving_.end(); ++s) {
            if (s->job.urgency_class < least_class || s->job.work <= Duration{}) continue;
            if (loser == serving_.end() || s->job.urgency_class > loser->job.urgency_class ||
                (s->job.urgency_class == loser->job.urgency_class && s->stint > loser->stint))
                loser = s;
        }
        if (loser == serving_.end()) return false;
        note(loser->job, What::preempted);
        waiting_[loser->job.urgency_class].push_front(loser->job);
        serving_.erase(loser);
        return true;
    }
    void settle_starts() {
        while (calendar_.is_open(now_) && start_one()) {
        }
    }
    bool start_one() {
        for (auto& [urgency, jobs] : waiting_) {
            const auto job = std::find_if(jobs.begin(), jobs.end(), [&](const Job& j) { return fits(j); });
            if (job == jobs.end()) continue;
            const Job chosen = *job;
            if (serving_.size() >= servers_ &&
                (manners_[urgency] == Manners::waits || !displace(urgency + 1)))
                continue;
            std::erase_if(jobs, [&](const Job& j) { return j.payload == chosen.payload; });
            serving_.push_back({chosen, ++stints_});
            note(chosen, begun_[chosen.payload] ? What::resumed : What::started);
            begun_[chosen.payload] = true;
            return true;
        }
        return false;
    }

    const Calendar& calendar_;
    std::size_t servers_;
    std::vector<Manners> manners_;
    std::map<int, std::deque<Job>> waiting_;
    std::vector<Served> serving_;  // in the order of their stints
    std::map<std::uint32_t, bool> begun_;
    std::vector<Happening> happenings_;
    Time now_{};
    int stints_ = 0;
};

/// A random story on a grid of quarters, so that instants collide all the time: arrivals, withdrawals,
/// changes of capacity.
class TeamAgainstTheNaive : public testing::TestWithParam<int> {
 protected:
    std::uint64_t pick(std::uint64_t n) { return words_() % n; }

    Calendar some_calendar() {
        const std::vector week{Monday, Tuesday, Wednesday, Thursday, Friday};
        const std::vector all{Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday};
        switch (pick(5)) {
            case 0:
                return Calendar::always();
            case 1:
                return {
                    monday, {week, Duration::hours(8), Duration::hours(12)}, {*Date::parse("2027-01-06")}};
            case 2:
                return {monday, {all, Duration::hours(22), Duration::hours(6)}, {}};
            case 3:
                return {monday, {{Monday, Tuesday, Thursday}, Duration{}, Duration::hours(24)}, {}};
            default:
                return {monday, {all, Duration::hours(9), Duration::hours(10)}, {}};
        }
    }
    std::vector<Manners> some_manners() {
        std::vector<Manners> manners(1 + pick(4));
        for (Manners& m : manners) m = pick(2) == 0 ? Manners::waits : Manners::preempts;
        return manners;
    }

    random::Engine words_{2027, static_cast<std::uint64_t>(GetParam()), random::Draw{"test.team"},
                          random::EntityKey{"story"}, 0};
};

TEST_P(TeamAgainstTheNaive, TellsTheSameStory) {
    const Calendar calendar = some_calendar();
    const std::vector<Manners> manners = some_manners();
    auto servers = static_cast<std::uint32_t>(1 + pick(4));
    ServerPool team{calendar, servers, manners, team_kind};
    NaiveTeam naive{calendar, servers, manners};
    EventList events;
    Transitions out;
    std::vector<JobHandle> handles;
    double work_given = 0.0;
    double work_withdrawn = 0.0;
    const std::uint64_t busyness = 1 + pick(12);

    for (int step = 0; step < 96 * 21; ++step) {
        const Time now = Time{} + quarter * step;
        events.schedule(now, deed_kind, 0);
        for (Event event = events.pop(); event.kind == team_kind; event = events.pop())
            team.on_event(event, events, out);
        naive.step_to(now);
        for (std::uint64_t deeds = pick(busyness) == 0 ? 1 + pick(4) : 0; deeds > 0; --deeds) {
            const std::uint64_t deed = pick(10);
            if (deed < 7) {
                const Job job{static_cast<std::uint32_t>(handles.size()),
                              static_cast<std::uint8_t>(pick(manners.size())),
                              quarter * static_cast<int>(1 + pick(12)),
                              pick(4) == 0 ? Fit::whole : Fit::splittable};
                handles.push_back(team.submit(job, events, out));
                naive.submit(job);
                work_given += job.work.in_seconds();
            } else if (deed < 9 && !handles.empty()) {
                const auto victim = static_cast<std::uint32_t>(pick(handles.size()));
                work_withdrawn += team.remaining(handles[victim], now).in_seconds();
                team.withdraw(handles[victim], events, out);
                naive.withdraw(victim);
            } else if (pick(4) == 0) {
                servers = static_cast<std::uint32_t>(pick(6));
                team.set_servers(servers, events, out);
                naive.set_servers(servers);
            }
        }
        ASSERT_EQ(team.in_service(), naive.in_service()) << "at quarter " << step;
        ASSERT_EQ(team.waiting(), naive.waiting()) << "at quarter " << step;
    }

    std::vector<Happening> happened;
    for (const Transition& t : out) happened.push_back({t.payload, t.what, t.time.since_start().count()});
    ASSERT_EQ(happened, naive.happenings());
    EXPECT_EQ(team.busy_seconds(events.now()) + team.backlog(events.now()).in_seconds() + work_withdrawn,
              work_given)
        << "work is neither made nor lost";
    EXPECT_GT(happened.size(), 0U);
}

INSTANTIATE_TEST_SUITE_P(, TeamAgainstTheNaive, testing::Range(0, 300));

}  // namespace
}  // namespace golive::kernel
