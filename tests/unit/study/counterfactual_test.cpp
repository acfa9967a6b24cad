//! What ending a wait gains, where it is known beforehand.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

#include <cmath>
#include <limits>
#include <random>

#include <golive/model/cause.hpp>
#include <golive/study/counterfactual.hpp>

namespace golive::study {
namespace {

using model::Cause;
using namespace model::testing;

constexpr double never = std::numeric_limits<double>::quiet_NaN();
constexpr Duration horizon = Duration::days(100);

std::size_t index_of(Cause cause) { return static_cast<std::size_t>(cause); }

const Attributed some_lever{{index_of(Cause::agenda), "board"}, 7};

model::Catalogue catalogue_of(const std::vector<std::string>& names) {
    model::Catalogue catalogue;
    for (const std::string& name : names)
        catalogue.scalars.push_back({name, "day", "", model::Reading::date});
    return catalogue;
}

/// Futures by number: when everything was live, and the use half a year later.
struct Future {
    std::uint64_t number;
    double all_live;
    double adoption = never;
};

Scalars scalars_of(const std::vector<Future>& futures) {
    Scalars scalars{catalogue_of({"all_live", "adoption_6_months"})};
    for (const Future& future : futures) {
        model::Result result;
        result.replication = future.number;
        result.scalars = {future.all_live, future.adoption};
        scalars.accept(result);
    }
    return scalars;
}

Gain gain_between(const std::vector<Future>& base, const std::vector<Future>& without) {
    return gain_of(some_lever, "the board meets", scalars_of(base), scalars_of(without), horizon);
}

TEST(Gain, IsTheMeanDifferenceOfFuturesWithTheSameLuck) {
    // 1, 2 and 3 days sooner: mean 2, sd 1; t of two degrees of freedom is 4.30265.
    const Gain gain =
        gain_between({{0, 10, 0.5}, {1, 20, 0.5}, {2, 30, 0.5}}, {{0, 9, 0.6}, {1, 18, 0.5}, {2, 27, 0.7}});
    EXPECT_EQ(gain.lever, some_lever.lever);
    EXPECT_EQ(gain.how, "the board meets");
    EXPECT_DOUBLE_EQ(gain.attributed_days, 7);
    EXPECT_DOUBLE_EQ(gain.days, 2);
    EXPECT_NEAR(gain.days_interval.low, 2 - 4.30265 / std::sqrt(3.0), 1e-4);
    EXPECT_NEAR(gain.days_interval.high, 2 + 4.30265 / std::sqrt(3.0), 1e-4);
    EXPECT_DOUBLE_EQ(gain.live, 0);
    ASSERT_TRUE(gain.adoption);
    EXPECT_NEAR(*gain.adoption, 0.1, 1e-12);
    EXPECT_EQ(gain.futures, 3U);
}

TEST(Gain, CountsWhatNeverHappensAsHappeningAtTheHorizon) {
    const Gain gain =
        gain_between({{0, never}, {1, 40}, {2, never}, {3, never}}, {{0, 90}, {1, 40}, {2, never}, {3, 70}});
    EXPECT_DOUBLE_EQ(gain.days, (10 + 0 + 0 + 30) / 4.0);
    EXPECT_DOUBLE_EQ(gain.live, 3.0 / 4 - 1.0 / 4);
    EXPECT_EQ(gain.futures, 4U);
    EXPECT_FALSE(gain.adoption) << "no future has any use to compare";
}

TEST(Gain, PairsFuturesByTheirNumber) {
    const Gain gain = gain_between({{0, 10}, {2, 30}, {3, 40}, {7, 80}},
                                   {{1, 1}, {2, 28}, {3, 36}, {6, 1}, {7, 80}, {9, 1}});
    EXPECT_EQ(gain.futures, 3U);
    EXPECT_DOUBLE_EQ(gain.days, 2);
}

TEST(Gain, WithNoFutureInCommonIsRefused) { EXPECT_THROW((void)gain_between({{0, 10}}, {{1, 10}}), Error); }

TEST(Gain, OfUseIsLeftOutWhereTheFilesDoNotSay) {
    const auto one = [](double all_live) {
        Scalars scalars{catalogue_of({"all_live"})};
        for (std::uint64_t r = 0; r < 3; ++r) scalars.add(r, std::vector<double>{all_live});
        return scalars;
    };
    const Gain gain = gain_of(some_lever, "", one(20), one(15), horizon);
    EXPECT_DOUBLE_EQ(gain.days, 5);
    EXPECT_FALSE(gain.adoption);
}

/// Of 1,000 studies of 20 normal differences with mean 3, the interval of 95 % misses it in a number that is
/// binomial with p = 0.05; |z| beyond 4.892 has a chance of one in a million.
TEST(Gain, HasAnIntervalThatHoldsTheTruthAsOftenAsItSays) {
    std::mt19937_64 engine{20270104};
    std::normal_distribution<double> normal{3, 5};
    int missed = 0;
    for (int study = 0; study < 1000; ++study) {
        std::vector<Future> base, without;
        for (std::uint64_t r = 0; r < 20; ++r) {
            base.push_back({r, 60});
            without.push_back({r, 60 - normal(engine)});
        }
        const Gain gain = gain_between(base, without);
        missed += gain.days_interval.low > 3 || gain.days_interval.high < 3 ? 1 : 0;
    }
    EXPECT_LT(std::abs(binomial_z(missed, 1000, 0.05)), one_in_a_million);
}

std::string delivered_in(int days) {
    return starting("40 weeks") + std::string{everyday_nurse} + one_unit(10) + std::string{one_wave} +
           fmt::format(R"(
[technology.phone]
purposes = ["messaging"]
device = {{ for = "nurse on shift", guess = 1 }}
[plan]
order = {{ kind = "procure", lead_time = "{} days" }}
other = {{ kind = "wait", length = "20 days" }}
live = {{ kind = "go_live", after = ["order", "other"] }}
)",
                       days);
}

/// The order takes 30 or 50 days and stands on the path, but beside it runs a wait of 20: no more than the
/// rest can be gained. Live at six in either case.
TEST(Gain, OfASimulatedPlanIsWhatTheOtherWayLeaves) {
    for (const int days : {30, 50}) {
        const model::Blueprint base = blueprint_of(delivered_in(days));
        PathTally path;
        Scalars as_it_is{base.catalogue()};
        const auto levers = [&] {
            for (std::uint64_t r = 0; r < 5; ++r) {
                const model::Result result = simulate(base, seed, r);
                as_it_is.accept(result);
                const History names{base, r};
                path.add(
                    critical_path({result.instances, result.cause_days}, names.instance_index("live/all")));
            }
            return attributed_to_levers(base, path);
        }();
        ASSERT_EQ(levers.size(), 2U);  // work is no lever
        EXPECT_EQ(levers[0].lever, (Lever{index_of(Cause::delivery), "phone"}));
        EXPECT_NEAR(levers[0].days, days, 1e-9);
        EXPECT_EQ(levers[1].lever, (Lever{index_of(Cause::planned_date), ""}));
        EXPECT_NEAR(levers[1].days, 0.25, 1e-9);
        const Relief relief = relieved(base.scenario(), levers[0].lever);
        const model::Blueprint blueprint{relief.scenario};
        Scalars without{blueprint.catalogue()};
        for (std::uint64_t r = 0; r < 5; ++r) without.accept(simulate(blueprint, seed, r));
        const Gain gain = gain_of(levers[0], relief.how, as_it_is, without, base.scenario().header.horizon);
        EXPECT_NEAR(gain.days, days - 20, 1e-9);
        EXPECT_NEAR(gain.days_interval.low, days - 20, 1e-9);
    }
}

}  // namespace
}  // namespace golive::study
