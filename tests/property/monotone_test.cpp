//! More of what helps never hurts, on the same luck; and the same luck gives the same history.
// SPDX-License-Identifier: Apache-2.0
#include "outcomes.hpp"

#include <set>

namespace golive::model::testing {
namespace {

/// Without impatience the waits of a first-come queue are monotone in its servers, caller by caller (Kiefer
/// and Wolfowitz 1955): callers and their calls are the same whatever the staff.
TEST(Monotone, MoreAgentsNeverLengthenTheWait) {
    const auto of_staff = [](int staff) {
        return blueprint_of(starting("8 weeks") + std::string{everyday_nurse} + one_unit(20) +
                            fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
[support]
[team.desk]
calendar = "24/7"
staff = {}
handling = {{ dist = "lognormal", median = "9 min", p90 = "25 min" }}
patience = "30 days"
other_calls = "5 per day"
)",
                                        staff));
    };
    const std::vector<Blueprint> desks{of_staff(1), of_staff(2), of_staff(3), of_staff(5)};
    for (std::uint64_t r = 0; r < 10; ++r) {
        double before = 1e9;
        for (const Blueprint& desk : desks) {
            const double wait = History{desk, r}.scalar("help_wait");
            EXPECT_LE(wait, before) << r;
            before = wait;
        }
    }
}

/// Nobody misses a class here: whoever is moved to an earlier class with the seat of another cannot be
/// unlucky there.
TEST(Monotone, MoreInstructorsNeverDelayTraining) {
    const auto of_staff = [](int staff) {
        return blueprint_of(starting("40 weeks") + std::string{everyday_nurse} + units(4, 30) +
                            fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
[team.trainers]
staff = {}
background = [{{ class = "ticket", rate = "10 per week", effort = "90 min" }}]
[course.basics]
seats = 6
rooms = 4
no_show = "0 %"
[plan]
train = {{ kind = "train" }}
)",
                                        staff));
    };
    const std::vector<Blueprint> schools{of_staff(1), of_staff(2), of_staff(4), of_staff(8)};
    for (std::uint64_t r = 0; r < 20; ++r) {
        double before = 1e9;
        for (const Blueprint& school : schools) {
            const double trained = History{school, r}.result().instances[0].finished;
            ASSERT_FALSE(std::isnan(trained)) << r;
            EXPECT_LE(trained, before) << r;
            before = trained;
        }
    }
}

TEST(Scale, ADoublePriceCostsDouble) {
    const auto at_price = [](const char* price) {
        return blueprint_of_file(
            "one-clinic.toml", {.overrides = {fmt::format("technology.smartphone.device.price={}", price)}});
    };
    const Blueprint cheap = at_price("$750"), dear = at_price("$1500");
    for (std::uint64_t r = 0; r < 10; ++r) {
        const History a{cheap, r}, b{dear, r};
        EXPECT_EQ(2 * a.scalar("cost.devices"), b.scalar("cost.devices"));
        expect_same(scalars_of(a), scalars_of(b), 20, [](const std::string& name) {
            return name != "scalar cost.devices" && name != "scalar cost.total" &&
                   name != "scalar cost_to_live";
        });
        EXPECT_EQ(a.result().fingerprint, b.result().fingerprint);  // money moves nothing else
    }
}

TEST(Luck, TheSameSeedIsTheSameHistory) {
    const Blueprint one = blueprint_of_file("one-clinic.toml"), again = blueprint_of_file("one-clinic.toml");
    std::set<std::uint64_t> fingerprints;
    for (std::uint64_t r = 0; r < 50; ++r) {
        const History a{one, r}, b{again, r, Tracing::on};  // and nobody changes by being watched
        EXPECT_EQ(a.result().fingerprint, b.result().fingerprint);
        EXPECT_EQ(a.result().events, b.result().events);
        EXPECT_EQ(a.result().clinician_shifts, b.result().clinician_shifts);
        expect_same(scalars_of(a), scalars_of(b), 20);
        fingerprints.insert(a.result().fingerprint);
    }
    EXPECT_EQ(fingerprints.size(), 50);
    EXPECT_NE(simulate(one, seed + 1, 0).fingerprint, simulate(one, seed, 0).fingerprint);
}

/// Time given back, targets met before their day, dislike, changes for the worse, and money lost rather than
/// made.
bool may_be_negative(std::string_view name) {
    constexpr std::string_view stems[]{"minutes.", "documentation_end", "delay",       "attitude",
                                       "benefit.", "net_present_value", "change_worth"};
    return std::any_of(std::begin(stems), std::end(stems),
                       [&](std::string_view stem) { return name.find(stem) != std::string_view::npos; });
}

TEST(Luck, SharesAreSharesAndCountsAreNotNegative) {
    for (const char* file : {"one-clinic.toml", "clinical-mobility.toml"}) {
        const Blueprint blueprint = blueprint_of_file(file);
        for (std::uint64_t r = 0; r < 5; ++r) {
            const History run{blueprint, r};
            for (const ScalarInfo& info : run.catalogue().scalars) {
                const double value = run.scalar(info.name);
                if (std::isnan(value)) continue;
                EXPECT_TRUE(value >= 0 || may_be_negative(info.name)) << info.name << ' ' << value;
                if (info.reading == Reading::share) {
                    EXPECT_LE(value, 1 + 1e-9) << info.name;
                }
            }
            for (const auto& [name, value] : series_of(run)) {
                EXPECT_FALSE(value < 0 && !may_be_negative(name)) << name << ' ' << value;
                if (name.find("attitude") != std::string::npos) {
                    EXPECT_LE(std::abs(value), 1) << name;
                }
            }
        }
    }
}

}  // namespace
}  // namespace golive::model::testing
