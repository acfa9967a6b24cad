//! Rosters and the expansion of the plan: what all replications share.
// SPDX-License-Identifier: Apache-2.0
#include "model/layout.hpp"

#include "small_hospital.hpp"

#include <map>
#include <set>

namespace golive::model::testing {
namespace {

TEST(Roster, OfFourWeeksHasItsShiftsWhereverItBegins) {
    for (const double per_week : {0.25, 2.75, 4.0, 5.0, 7.0})
        for (std::uint64_t offset = 0; offset < 60; ++offset) {
            int days = 0;
            for (int day = 0; day < roster_days; ++day) days += works_on(per_week, offset, day) ? 1 : 0;
            EXPECT_EQ(days, 4 * per_week) << per_week << " from " << offset;
        }
}

TEST(Roster, SpreadsShiftsEvenly) {
    for (int day = 0; day + 7 <= roster_days; ++day) {
        int days = 0;
        for (int later = day; later < day + 7; ++later) days += works_on(3, 5, later) ? 1 : 0;
        EXPECT_EQ(days, 3);
    }
}

TEST(Roster, HasItsShareOfNightsInOneBlock) {
    for (const double nights : {0.0, 0.25, 0.5, 1.0})
        for (std::uint64_t offset = 0; offset < 60; ++offset) {
            int count = 0, changes = 0;
            for (int day = 0; day < roster_days; ++day) {
                const bool night = shift_of(nights, offset, day) == ShiftKind::night;
                count += night ? 1 : 0;
                changes += night != (shift_of(nights, offset, day + 1) == ShiftKind::night) ? 1 : 0;
            }
            EXPECT_EQ(count, nights * roster_days);
            EXPECT_LE(changes, 2);
        }
}

TEST(DevicesFor, RoundsUpAndNeverForRoundingsSake) {
    EXPECT_EQ(devices_for(10, 0.5), 5);
    EXPECT_EQ(devices_for(11, 0.5), 6);
    EXPECT_EQ(devices_for(30, 0.1), 3);
    EXPECT_EQ(devices_for(0, 3), 0);
}

std::string roster(std::string_view per_week, std::string_view nights) {
    return starting() +
           fmt::format(R"(
[role.nurse]
shift = {{ length = "12 h", per_week = {} }}
nights = "{}"
opportunities = {{ messaging = 10 }}
[role.physician]
shift = {{ length = "10 h", per_week = 4 }}
opportunities = {{ messaging = 10 }}
[technology.phone]
purposes = ["messaging"]
[technology.tablet]
purposes = ["messaging"]
device = {{ for = "nurse on shift", ratio = 0.5 }}
[technology.cart]
purposes = ["messaging"]
device = {{ for = "bed", ratio = 0.25 }}
[technology.badge]
purposes = ["messaging"]
device = {{ for = "clinician", ratio = 1 }}
)",
                       per_week, nights) +
           one_unit(56) + "physician = 3\n";
}

TEST(Layout, EveryPostWorksItsShiftsInEveryCycle) {
    for (const auto& [per_week, shifts] :
         {std::pair{"3", 12}, std::pair{"2.25", 9}, std::pair{"7", 28}, std::pair{"5", 20}}) {
        const Blueprint blueprint = blueprint_of(roster(per_week, "40 %"));
        for (const std::int64_t from : {0, 5, 280}) {
            std::map<std::uint32_t, int> worked;
            for (std::int64_t day = from; day < from + roster_days; ++day) {
                std::set<std::uint32_t> today;
                for (const ShiftKind kind : {ShiftKind::day, ShiftKind::night})
                    for (const PostId post : blueprint.layout().on_duty(UnitId{0}, day, kind)) {
                        EXPECT_TRUE(today.insert(post.value()).second);  // nobody twice on a day
                        if (blueprint.layout().posts()[post].role == RoleId{0}) ++worked[post.value()];
                    }
            }
            EXPECT_EQ(worked.size(), 56);
            for (const auto& [post, count] : worked) EXPECT_EQ(count, shifts) << post;
        }
    }
}

TEST(Layout, NightsHaveTheirShareAndEveryDayIsCovered) {
    const Blueprint blueprint = blueprint_of(roster("3", "40 %"));
    double nights = 0, all = 0;
    std::size_t fewest = 1000, most = 0;
    for (std::int64_t day = 0; day < roster_days; ++day) {
        const std::size_t by_day = blueprint.layout().on_duty(UnitId{0}, day, ShiftKind::day).size();
        const std::size_t by_night = blueprint.layout().on_duty(UnitId{0}, day, ShiftKind::night).size();
        nights += static_cast<double>(by_night);
        all += static_cast<double>(by_day + by_night);
        fewest = std::min(fewest, by_day + by_night);
        most = std::max(most, by_day + by_night);
    }
    EXPECT_NEAR(nights / all, 0.4, 0.02);
    EXPECT_GE(fewest, 20);  // of 59 posts, 25.7 on average
    EXPECT_LE(most, 32);
}

/// Who works when, by the address of the post.
std::map<std::uint64_t, std::set<std::int64_t>> duties(const Blueprint& blueprint) {
    std::map<std::uint64_t, std::set<std::int64_t>> all;
    for (std::int64_t day = 0; day < roster_days; ++day)
        for (const ShiftKind kind : {ShiftKind::day, ShiftKind::night})
            for (const PostId post : blueprint.layout().on_duty(UnitId{0}, day, kind))
                all[blueprint.layout().posts()[post].key.key()].insert(2 * day + static_cast<int>(kind));
    return all;
}

TEST(Layout, ANewPostMovesNobodyElsesShifts) {
    const std::string text = roster("3", "40 %");
    std::string more = text;
    more.replace(more.find("nurse = 56"), 10, "nurse = 57");
    const auto before = duties(blueprint_of(text)), after = duties(blueprint_of(more));
    EXPECT_EQ(before.size(), 59);
    EXPECT_EQ(after.size(), 60);
    for (const auto& [post, shifts] : before) EXPECT_EQ(after.at(post), shifts);
}

TEST(Layout, CountsDevicesAsTheirRuleSays) {
    const Blueprint blueprint = blueprint_of(roster("3", "40 %"));
    const Layout& layout = blueprint.layout();
    const auto needed = [&](std::uint32_t technology) {
        return layout.devices_needed(TechnologyId{technology}, UnitId{0});
    };
    const int peak = layout.peak_on_duty(UnitId{0}, TechnologyId{1}, {RoleId{0}});
    EXPECT_EQ(needed(0), 0);
    EXPECT_EQ(needed(1), (peak + 1) / 2);
    EXPECT_EQ(needed(2), 3);  // of ten beds
    EXPECT_EQ(needed(3), 59);
    EXPECT_GE(peak, 12);
    EXPECT_LE(peak, 56);
}

std::string network(std::string_view plan) {
    std::string text = starting() + std::string{everyday_nurse} +
                       "[technology.phone]\npurposes = [\"messaging\", \"scanning\"]\n"
                       "integration = { messaging = { team = \"it\" }, scanning = { team = \"it\" } "
                       "}\n[team.it]\nstaff = 1\n";
    for (const char* site : {"North", "South"}) {
        text += fmt::format("[[site]]\nname = \"{}\"\n", site);
        for (const char* unit : {"A", "B", "C"})
            text += fmt::format("[[site.unit]]\nname = \"{}\"\nnurse = 3\n", unit);
    }
    text +=
        "[[wave]]\nname = \"one\"\nunits = [\"North/A\", \"South/A\"]\ntarget = 2027-05-03\n"
        "[[wave]]\nname = \"two\"\nunits = [\"North/B\"]\ntarget = 2027-06-07\n";
    return text + "[plan]\n" + std::string{plan};
}

std::set<std::string> before(const Blueprint& blueprint, std::string_view name) {
    std::set<std::string> names;
    for (const Instance& instance : blueprint.layout().plan())
        if (instance.name == name)
            for (const InstanceId id : instance.after) names.insert(blueprint.layout().plan()[id].name);
    return names;
}

TEST(Layout, StepsWaitForTheStepsOfTheirOwnUnits) {
    const Blueprint blueprint = blueprint_of(network(R"(
all = { kind = "wait", scope = "network", length = "1 day" }
site = { kind = "wait", scope = "site", length = "1 day", after = ["all"] }
wave = { kind = "wait", scope = "wave", length = "1 day", after = ["site"] }
unit = { kind = "wait", scope = "unit", length = "1 day", after = ["wave"] }
end = { kind = "milestone", after = ["unit", "build.messaging"] }
build = { kind = "build" }
)"));
    using Names = std::set<std::string>;
    EXPECT_EQ(before(blueprint, "site/North"), (Names{"all/network"}));
    EXPECT_EQ(before(blueprint, "wave/one"), (Names{"site/North", "site/South"}));
    EXPECT_EQ(before(blueprint, "wave/two"), (Names{"site/North"}));
    EXPECT_EQ(before(blueprint, "unit/North/B"), (Names{"wave/two"}));
    EXPECT_EQ(before(blueprint, "end/network"),
              (Names{"unit/North/A", "unit/South/A", "unit/North/B", "build.messaging/network"}));
    std::multiset<std::string> activities;
    for (const InstanceInfo& instance : blueprint.catalogue().instances) activities.insert(instance.activity);
    EXPECT_EQ(activities.count("site"), 2);
    EXPECT_EQ(activities.count("wave"), 2);
    EXPECT_EQ(activities.count("unit"), 3);   // North/C and the rest belong to no wave
    EXPECT_EQ(activities.count("build"), 2);  // one a purpose
}

TEST(Layout, TargetsAreThoseOfTheWave) {
    const Blueprint blueprint = blueprint_of(network(R"(
wave = { kind = "wait", scope = "wave", length = "1 day", start = "5 weeks before target" }
all = { kind = "wait", scope = "network", length = "1 day" }
)"));
    for (const Instance& instance : blueprint.layout().plan()) {
        const double target = instance.target->since_start().in_days();
        EXPECT_EQ(target, instance.name == "wave/two" ? 154 : 119)
            << instance.name;  // the network counts from the first
        if (instance.earliest) {
            EXPECT_EQ(instance.earliest->since_start().in_days(), target - 35);
        }
    }
}

TEST(Layout, SeriesBlocksCoverTheirVectorOnce) {
    const Blueprint blueprint = blueprint_of_file("clinical-mobility.toml");
    const Catalogue& catalogue = blueprint.catalogue();
    std::size_t expected = 0;
    for (std::size_t s = 0; s < catalogue.series.size(); ++s)
        for (const ScopeKind scope : scope_kinds)
            if (catalogue.series[s].kept(scope)) {
                ASSERT_EQ(catalogue.block_offset(s, scope), expected);
                expected += catalogue.weeks * catalogue.members_of(scope).size();
            }
    EXPECT_EQ(catalogue.series_size(), expected);
}

}  // namespace
}  // namespace golive::model::testing
