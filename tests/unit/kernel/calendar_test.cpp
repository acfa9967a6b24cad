#include <gtest/gtest.h>
#include <set>

#include <golive/base/error.hpp>
#include <golive/kernel/calendar.hpp>
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

const Date start = *Date::parse("2027-01-04");  // a Monday
const std::vector<std::chrono::weekday> work_week{Monday, Tuesday, Wednesday, Thursday, Friday};
const std::vector<std::chrono::weekday> all_week{Monday, Tuesday,  Wednesday, Thursday,
                                                 Friday, Saturday, Sunday};

Duration h(double hours) { return Duration::from_seconds(3600.0 * hours); }
Time at(const char* date, double hours) { return time_of(*Date::parse(date), start) + h(hours); }

Calendar office() { return Calendar{start, {work_week, h(8), h(17)}, {*Date::parse("2027-01-06")}}; }

TEST(Calendar, OpensAtTheOpeningAndNotAtTheClosing) {
    const Calendar calendar = office();
    EXPECT_FALSE(calendar.is_open(at("2027-01-04", 8) - Duration::seconds(1)));
    EXPECT_TRUE(calendar.is_open(at("2027-01-04", 8)));
    EXPECT_TRUE(calendar.is_open(at("2027-01-04", 17) - Duration::seconds(1)));
    EXPECT_FALSE(calendar.is_open(at("2027-01-04", 17)));
}

TEST(Calendar, KeepsHolidaysAndWeekends) {
    const Calendar calendar = office();
    EXPECT_FALSE(calendar.is_open(at("2027-01-06", 12)));
    EXPECT_FALSE(calendar.is_open(at("2027-01-09", 12)));
    EXPECT_EQ(calendar.next_open(at("2027-01-05", 17)), at("2027-01-07", 8));
    EXPECT_EQ(calendar.next_open(at("2027-01-08", 17)), at("2027-01-11", 8));
    EXPECT_EQ(calendar.next_open(at("2027-01-05", 9)), at("2027-01-05", 9));
    EXPECT_EQ(calendar.next_close(at("2027-01-05", 9)), at("2027-01-05", 17));
    EXPECT_EQ(calendar.next_close(at("2027-01-06", 9)), at("2027-01-06", 9));
}

TEST(Calendar, FinishesAtTheClosingWhatJustFits) {
    const Calendar calendar = office();
    EXPECT_EQ(calendar.finish(at("2027-01-04", 8), h(9)), at("2027-01-04", 17));
    EXPECT_EQ(calendar.finish(at("2027-01-04", 8), h(9) + Duration::seconds(1)),
              at("2027-01-05", 8) + Duration::seconds(1));
    EXPECT_EQ(calendar.finish(at("2027-01-05", 16), h(2)), at("2027-01-07", 9)) << "over the holiday";
    EXPECT_EQ(calendar.finish(at("2027-01-08", 20), h(1)), at("2027-01-11", 9)) << "from a closed instant";
    EXPECT_EQ(calendar.finish(at("2027-01-09", 20), h(0)), at("2027-01-09", 20)) << "nothing to do";
    EXPECT_THROW((void)calendar.finish(Time{}, h(-1)), Error);
}

TEST(Calendar, CountsOpenTimeBothWays) {
    const Calendar calendar = office();
    EXPECT_EQ(calendar.open_between(at("2027-01-04", 0), at("2027-01-11", 0)), h(36));
    EXPECT_EQ(calendar.open_between(at("2027-01-11", 0), at("2027-01-04", 0)), h(-36));
    EXPECT_EQ(calendar.open_between(at("2027-01-04", 16), at("2027-01-05", 9)), h(2));
}

TEST(Calendar, KnowsWorkingDays) {
    const Calendar calendar = office();
    EXPECT_TRUE(calendar.is_working_day(at("2027-01-05", 3)));
    EXPECT_FALSE(calendar.is_working_day(at("2027-01-06", 3)));
    EXPECT_FALSE(calendar.is_working_day(*Date::parse("2027-01-10")));
    EXPECT_EQ(calendar.next_working_day(at("2027-01-05", 23)), at("2027-01-05", 0));
    EXPECT_EQ(calendar.next_working_day(at("2027-01-06", 1)), at("2027-01-07", 0));
    EXPECT_EQ(calendar.next_working_day(at("2027-01-09", 1)), at("2027-01-11", 0));
}

TEST(Calendar, RunsNightsOverMidnight) {
    const Calendar nights{start, {{Friday}, h(22), h(6)}, {}};
    EXPECT_TRUE(nights.is_open(at("2027-01-08", 23)));
    EXPECT_TRUE(nights.is_open(at("2027-01-09", 5))) << "Friday's night on Saturday morning";
    EXPECT_FALSE(nights.is_open(at("2027-01-08", 5))) << "Thursday has no night";
    EXPECT_EQ(nights.next_open(at("2027-01-04", 0)), at("2027-01-08", 22));
    EXPECT_EQ(nights.next_close(at("2027-01-08", 22)), at("2027-01-09", 6));
    EXPECT_EQ(nights.finish(at("2027-01-09", 4), h(3)), at("2027-01-15", 23));
    EXPECT_EQ(nights.longest_opening(), h(8));
}

TEST(Calendar, ANightThatBeganBeforeAHolidayRunsToItsEnd) {
    const Calendar nights{start, {all_week, h(22), h(6)}, {*Date::parse("2027-01-06")}};
    EXPECT_TRUE(nights.is_open(at("2027-01-06", 5)));
    EXPECT_FALSE(nights.is_open(at("2027-01-06", 23)));
    EXPECT_FALSE(nights.is_open(at("2027-01-07", 5)));
}

TEST(Calendar, AlwaysOpenNeverCloses) {
    const Calendar always = Calendar::always();
    EXPECT_TRUE(always.is_always_open());
    EXPECT_TRUE(always.is_open(at("2027-01-09", 3)));
    EXPECT_EQ(always.next_close(Time{}), Time::max());
    EXPECT_EQ(always.next_open(at("2027-01-09", 3)), at("2027-01-09", 3));
    EXPECT_EQ(always.finish(Time{}, h(1000)), Time{} + h(1000));
    EXPECT_EQ(always.longest_opening(), Duration::max());
    EXPECT_TRUE(always.is_working_day(at("2027-01-10", 3)));
}

TEST(Calendar, WholeDaysJoinAcrossMidnight) {
    const Calendar days{start, {work_week, h(0), h(24)}, {}};
    EXPECT_EQ(days.next_close(at("2027-01-05", 12)), at("2027-01-09", 0));
    EXPECT_TRUE(days.is_open(at("2027-01-06", 0)));
    EXPECT_EQ(days.longest_opening(), Duration::days(5));
    const Calendar but_new_year{start, {all_week, h(0), h(24)}, {*Date::parse("2028-01-01")}};
    EXPECT_FALSE(but_new_year.is_always_open());
    EXPECT_EQ(but_new_year.next_close(Time{}), at("2028-01-01", 0));
    EXPECT_EQ(but_new_year.next_close(at("2028-01-02", 0)), Time::max());
    EXPECT_EQ(but_new_year.longest_opening(), Duration::max());
}

TEST(Calendar, ThatNeverOpensSaysSoAndDoesNotLoop) {
    const Calendar no_days{start, {{}, h(8), h(17)}, {}};
    const Calendar no_hours{start, {work_week, h(8), h(8)}, {}};
    for (const Calendar& never : {no_days, no_hours}) {
        EXPECT_TRUE(never.never_opens());
        EXPECT_FALSE(never.is_open(at("2027-01-05", 8)));
        EXPECT_FALSE(never.is_working_day(at("2027-01-05", 8)));
        EXPECT_EQ(never.next_open(Time{}), Time::max());
        EXPECT_EQ(never.next_working_day(Time{}), Time::max());
        EXPECT_EQ(never.finish(Time{}, h(1)), Time::max());
        EXPECT_EQ(never.open_between(Time{}, Time{} + Duration::days(1000)), h(0));
        EXPECT_EQ(never.longest_opening(), h(0));
    }
}

TEST(Calendar, AnswersNeverForTheFarFuture) {
    const Calendar calendar = office();
    EXPECT_EQ(calendar.next_open(Time::max()), Time::max());
    EXPECT_EQ(calendar.finish(Time::max(), h(1)), Time::max());
    EXPECT_EQ(calendar.finish(Time{}, Duration::max()), Time::max());
    EXPECT_EQ(Calendar::always().finish(Time{}, Duration::max()), Time::max());
}

TEST(Calendar, RefusesHoursThatAreNoHours) {
    EXPECT_THROW((Calendar{start, {work_week, h(24), h(25)}, {}}), Error);
    EXPECT_THROW((Calendar{start, {work_week, h(-1), h(5)}, {}}), Error);
}

/// The obvious calendar: a table of seconds, one entry every quarter of an hour, written from the definition.
class CalendarAgainstATable : public testing::TestWithParam<int> {
 protected:
    static constexpr std::int64_t quarter = 900;
    static constexpr int days = 60;

    void SetUp() override {
        random::Engine words{7, static_cast<std::uint64_t>(GetParam()), random::Draw{"test.calendar"},
                             random::EntityKey{"calendar"}, 0};
        for (const auto day : all_week)
            if (words() % 3 > 0) hours_.weekdays.push_back(day);
        hours_.opens = Duration::seconds(static_cast<std::int64_t>(words() % 96) * quarter);
        hours_.closes = Duration::seconds(static_cast<std::int64_t>(words() % 97) * quarter);
        if (GetParam() % 5 == 0) hours_.closes = hours_.opens + Duration::seconds(quarter);
        if (GetParam() % 5 == 1) hours_ = {hours_.weekdays, h(0), h(24)};
        for (int i = 0; i < 12; ++i)
            holidays_.insert(start + std::chrono::days{static_cast<int>(words() % 70) - 5});
        const std::int64_t length = floor_mod(hours_.closes - hours_.opens);
        open_.assign(days * 96, 0);
        for (int day = -1; day < days; ++day) {
            const Date date = start + std::chrono::days{day};
            const auto& named = hours_.weekdays;
            if (std::find(named.begin(), named.end(), date.weekday()) == named.end() ||
                holidays_.contains(date))
                continue;
            for (std::int64_t s = 0; s < length; s += quarter) {
                const std::int64_t slot = (day * 86'400 + hours_.opens.count() + s) / quarter;
                if (slot >= 0 && slot < days * 96) open_[static_cast<std::size_t>(slot)] = 1;
            }
        }
    }
    static std::int64_t floor_mod(Duration length) {
        if (length == Duration::days(1)) return 86'400;
        return (length.count() + 86'400) % 86'400;
    }
    static Time time(std::size_t slot) {
        return Time::after_start(Duration::seconds(std::int64_t(slot) * quarter));
    }

    OpeningHours hours_;
    std::set<Date> holidays_;
    std::vector<int> open_;
};

TEST_P(CalendarAgainstATable, AgreesEverywhere) {
    const Calendar calendar{start, hours_, {holidays_.begin(), holidays_.end()}};
    const auto first = [&](std::size_t from, int state) {
        return std::size_t(std::find(open_.begin() + std::ptrdiff_t(from), open_.end(), state) -
                           open_.begin());
    };
    std::int64_t open_before = 0;
    for (std::size_t slot = 0; slot < open_.size(); ++slot) {
        ASSERT_EQ(calendar.is_open(time(slot)), open_[slot] == 1) << slot;
        ASSERT_EQ(calendar.open_between(Time{}, time(slot)).count(), open_before) << slot;
        if (first(slot, 1) < open_.size()) {
            ASSERT_EQ(calendar.next_open(time(slot)), time(first(slot, 1))) << slot;
        }
        if (first(slot, 0) < open_.size()) {
            ASSERT_EQ(calendar.next_close(time(slot)), time(first(slot, 0))) << slot;
        }
        open_before += open_[slot] * quarter;
    }
    for (std::size_t slot = 0; slot < open_.size() / 2; slot += 5)
        for (const std::int64_t work : {std::int64_t{1}, quarter, 5 * quarter, 50 * quarter}) {
            const Time end = calendar.finish(time(slot), Duration::seconds(work));
            if (end == Time::max()) continue;
            ASSERT_EQ(calendar.open_between(time(slot), end).count(), work);
            ASSERT_TRUE(calendar.is_open(end - Duration::seconds(1)))
                << "the last second of work is an open one";
        }
}

INSTANTIATE_TEST_SUITE_P(, CalendarAgainstATable, testing::Range(0, 40));

}  // namespace
}  // namespace golive::kernel
