//! When there are enough replications: fixed counts, intervals, and what can never be known.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <gmock/gmock.h>
#include <limits>

#include <golive/base/hash.hpp>
#include <golive/batch/batch.hpp>
#include <golive/batch/precision.hpp>

namespace golive::batch {
namespace {

using State = Standing::State;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double never = std::numeric_limits<double>::quiet_NaN();

PrecisionTarget mean_within(double half_width) { return {.quantile = {}, .half_width = half_width}; }
PrecisionTarget quantile_within(double p, double half_width) {
    return {.quantile = p, .half_width = half_width};
}

/// n numbers of mean 0 and unbiased variance n / (n - 1).
std::vector<double> plus_and_minus_one(std::size_t n) {
    std::vector<double> values;
    for (std::size_t i = 0; i < n; ++i) values.push_back(i % 2 == 0 ? 1.0 : -1.0);
    return values;
}

TEST(Precision, IsJudgedAtCountsThatGrowByAFifth) {
    std::vector<std::uint64_t> counts;
    for (std::uint64_t at = 0; counts.size() < 14;) counts.push_back(at = checkpoint_after(at));
    EXPECT_THAT(counts, testing::ElementsAre(100, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 1800, 2200,
                                             2700, 3300));
    EXPECT_EQ(checkpoint_after(99), 100U);
    EXPECT_EQ(checkpoint_after(100), 200U);
    EXPECT_EQ(checkpoint_after(650), 800U);
}

TEST(Precision, OfAMeanIsStudentsInterval) {
    // sd = sqrt(100 / 99), t(0.975, 99) = 1.984217: half-width 1.984217 sqrt(1 / 99) = 0.199421.
    const Standing standing = standing_of(mean_within(0.1), plus_and_minus_one(100));
    EXPECT_NEAR(standing.estimate, 0.0, 1e-12);
    EXPECT_NEAR(standing.interval.half_width(), 0.199421, 1e-6);
    EXPECT_EQ(standing.state, State::wide);
    EXPECT_EQ(standing.would_do, 400U);  // 397.7, in two digits
    EXPECT_EQ(standing_of(mean_within(0.1995), plus_and_minus_one(100)).state, State::reached);
    EXPECT_EQ(standing_of(mean_within(0.1994), plus_and_minus_one(100)).state, State::wide);
}

TEST(Precision, OfAQuantileIsOfOrderStatistics) {
    std::vector<double> values;
    for (int i = 1; i <= 100; ++i) values.push_back(i);
    // K ~ Binomial(100, 0.5): P(K <= 39) = 0.0176, P(K <= 40) = 0.0284, so from rank 40 to rank 61.
    const Standing standing = standing_of(quantile_within(0.5, 10.5), values);
    EXPECT_EQ(standing.interval.low, 40);
    EXPECT_EQ(standing.interval.high, 61);
    EXPECT_EQ(standing.state, State::reached);
    EXPECT_EQ(standing_of(quantile_within(0.5, 10.4), values).state, State::wide);
}

TEST(Precision, CountsWhatNeverHappenedLastInQuantilesAndNotInMeans) {
    std::vector<double> values = plus_and_minus_one(60);
    values.insert(values.end(), 40, never);
    const Standing mean = standing_of(mean_within(1), values);
    EXPECT_EQ(mean.happened, 60U);
    EXPECT_NEAR(mean.interval.half_width(), 2.0010 / std::sqrt(59.0), 1e-4);
    const Standing median = standing_of(quantile_within(0.5, 1), values);
    EXPECT_EQ(median.interval.low, 1.0);
    EXPECT_EQ(median.interval.high, infinity);
    EXPECT_EQ(median.state, State::wide);
    EXPECT_FALSE(median.would_do);
}

TEST(Precision, IsRelativeToTheEstimateWhereAskedSo) {
    std::vector<double> values = plus_and_minus_one(100);
    for (double& value : values) value -= 10.0;
    const PrecisionTarget target{
        .quantile = {}, .half_width = 0.02, .width = PrecisionTarget::Width::of_the_estimate};
    const Standing standing = standing_of(target, values);
    EXPECT_DOUBLE_EQ(standing.wanted, 0.2);
    EXPECT_EQ(standing.state, State::reached);
    // Nothing is within two per cent of zero.
    EXPECT_EQ(standing_of(target, plus_and_minus_one(100)).state, State::wide);
}

TEST(Precision, IsOutOfReachWhereTheNumberNeverComes) {
    std::vector<double> values(70, 5.0);
    values.insert(values.end(), 30, never);
    // Nearly a third never happens: the 90th percentile lies there, whatever more replications say.
    EXPECT_EQ(standing_of(quantile_within(0.9, 1), values).state, State::out_of_reach);
    EXPECT_EQ(standing_of(quantile_within(0.5, 1), values).state, State::reached);
    EXPECT_EQ(standing_of(mean_within(1), std::vector<double>(999, never)).state, State::wide);
    EXPECT_EQ(standing_of(mean_within(1), std::vector<double>(1000, never)).state, State::out_of_reach);
}

TEST(Precision, KnowsNothingFromTooFew) {
    for (const std::size_t n : {0U, 1U}) {
        const Standing mean = standing_of(mean_within(1), std::vector<double>(n, 3.0));
        EXPECT_EQ(mean.state, State::wide);
        EXPECT_FALSE(mean.would_do);
    }
    EXPECT_EQ(standing_of(quantile_within(0.99, 1), std::vector<double>(100, 3.0)).state, State::wide);
}

TEST(Precision, IsDecidedWhenEveryTargetIsReachedAndAtCheckpointsAlone) {
    Precision precision{{mean_within(0.15), mean_within(100)}};
    std::uint64_t done = 0;
    while (!precision.decided(done)) {
        precision.add(0, done % 2 == 0 ? 1.0 : -1.0);
        precision.add(1, 7.0);
        ASSERT_LE(++done, 1000U);
    }
    EXPECT_EQ(done, 200U);  // 171 would do
}

TEST(Precision, OfNothingIsNeverDecided) {
    Precision precision{{}};
    for (std::uint64_t done = 1; done <= 300; ++done) EXPECT_FALSE(precision.decided(done));
}

class Values : public ResultSink {
 public:
    explicit Values(Precision& precision) : precision_{precision} {}
    void accept(const model::Result& result) override {
        values.push_back(result.scalars[0]);
        precision_.add(0, result.scalars[0]);
    }
    std::vector<double> values;

 private:
    Precision& precision_;
};

/// Wide enough for a few looks; one of thirteen replications fails.
Outcome run_until(unsigned threads, std::vector<double>& values) {
    Precision precision{{mean_within(0.03)}};
    Values sink{precision};
    const Outcome outcome = run_batch({.replications = 100'000,
                                       .threads = threads,
                                       .enough = [&](std::uint64_t done) { return precision.decided(done); }},
                                      [](std::uint64_t n) {
                                          if (n % 13 == 5) throw std::runtime_error{"no beds"};
                                          model::Result result;
                                          result.replication = n;
                                          result.scalars = {static_cast<double>(mix_bits(n) >> 11) * 0x1p-53};
                                          return result;
                                      },
                                      sink, {}, {});
    values = sink.values;
    return outcome;
}

TEST(Precision, EndsABatchAtTheSameReplicationWhateverTheThreads) {
    std::vector<double> first;
    const Outcome one = run_until(1, first);
    EXPECT_TRUE(one.enough);
    EXPECT_FALSE(one.stopped);
    // sd of a uniform number is 0.2887: (1.96 * 0.2887 / 0.03)^2 = 356 of them, 12 of 13 succeed.
    EXPECT_EQ(one.delivered + one.failures.size(), 400U);
    for (const unsigned threads : {2U, 3U, 7U}) {
        std::vector<double> values;
        const Outcome outcome = run_until(threads, values);
        EXPECT_EQ(outcome.delivered, one.delivered) << threads;
        EXPECT_EQ(outcome.failures.size(), one.failures.size()) << threads;
        EXPECT_EQ(values, first) << threads;
    }
}

}  // namespace
}  // namespace golive::batch
