//! Moments, from known samples, from parts and far from zero.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <gtest/gtest.h>
#include <vector>

#include <golive/random/stream.hpp>
#include <golive/stats/moments.hpp>

namespace golive::stats {
namespace {

std::vector<double> numbers(std::size_t count, double centre) {
    random::Engine engine{1, 0, random::Draw{"moments"}, random::EntityKey{"test"}, 0};
    std::vector<double> drawn(count);
    for (double& x : drawn) x = centre + random::to_unit(engine());
    return drawn;
}

Moments of(const std::vector<double>& values) {
    Moments moments;
    for (const double value : values) moments.add(value);
    return moments;
}

TEST(Moments, OfAKnownSample) {
    const Moments moments = of({2, 4, 4, 4, 5, 5, 7, 9});
    EXPECT_EQ(moments.count(), 8U);
    EXPECT_DOUBLE_EQ(moments.mean(), 5.0);
    EXPECT_DOUBLE_EQ(moments.variance(), 32.0 / 7.0);
    EXPECT_DOUBLE_EQ(moments.sd(), std::sqrt(32.0 / 7.0));
    EXPECT_DOUBLE_EQ(moments.standard_error(), std::sqrt(4.0 / 7.0));
    EXPECT_EQ(moments.min(), 2.0);
    EXPECT_EQ(moments.max(), 9.0);
}

TEST(Moments, SayNothingOfTooFewNumbers) {
    EXPECT_TRUE(std::isnan(Moments{}.mean()));
    EXPECT_TRUE(std::isnan(Moments{}.min()));
    EXPECT_TRUE(std::isnan(Moments{}.max()));
    EXPECT_TRUE(std::isnan(of({3}).sd()));
    EXPECT_EQ(of({3}).mean(), 3.0);
}

// The textbook formula, the mean of the squares less the square of the mean, keeps no digit here.
TEST(Moments, KeepTheSpreadOfNumbersFarFromZero) {
    const auto values = numbers(10'000, 1e9);
    double sum = 0.0;
    for (const double x : values) sum += x - 1e9;
    const double mean = sum / 10'000;
    double squares = 0.0;
    for (const double x : values) squares += (x - 1e9 - mean) * (x - 1e9 - mean);
    EXPECT_NEAR(of(values).variance(), squares / 9999, 1e-8);
}

TEST(Moments, MergedFromAnyTwoPartsAreThoseOfTheWhole) {
    const auto values = numbers(100, -0.3);
    const Moments whole = of(values);
    for (long cut = 0; cut <= 100; ++cut) {
        Moments left = of({values.begin(), values.begin() + cut});
        left.merge(of({values.begin() + cut, values.end()}));
        EXPECT_EQ(left.count(), whole.count());
        EXPECT_NEAR(left.mean(), whole.mean(), 1e-15);
        EXPECT_NEAR(left.variance(), whole.variance(), 1e-15);
        EXPECT_EQ(left.min(), whole.min());
        EXPECT_EQ(left.max(), whole.max());
    }
}

}  // namespace
}  // namespace golive::stats
