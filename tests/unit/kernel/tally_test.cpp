#include <gtest/gtest.h>

#include <golive/kernel/tally.hpp>

namespace golive::kernel {
namespace {

Time at(std::int64_t seconds) { return Time::after_start(Duration::seconds(seconds)); }

TEST(TimeWeighted, IntegratesALevel) {
    TimeWeighted queue;
    queue.set(2, at(10));
    queue.add(1, at(20));
    queue.add(-3, at(30));
    EXPECT_EQ(queue.integral(at(40)), 2 * 10 + 3 * 10);
    EXPECT_EQ(queue.mean(at(40)), 50.0 / 40.0);
    EXPECT_EQ(queue.max(), 3);
    EXPECT_EQ(queue.level(), 0);
}

TEST(TimeWeighted, RestartsWithItsLevel) {
    TimeWeighted queue{5, at(0)};
    queue.set(2, at(10));
    queue.restart(at(10));
    EXPECT_EQ(queue.mean(at(10)), 2);
    EXPECT_EQ(queue.mean(at(15)), 2);
    EXPECT_EQ(queue.max(), 2);
}

TEST(Tally, KeepsTheMoments) {
    Tally tally;
    for (const double value : {2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0}) tally.add(value);
    EXPECT_EQ(tally.count(), 8U);
    EXPECT_DOUBLE_EQ(tally.mean(), 5.0);
    EXPECT_DOUBLE_EQ(tally.variance(), 32.0 / 7.0);
    EXPECT_EQ(tally.min(), 2.0);
    EXPECT_EQ(tally.max(), 9.0);
    EXPECT_DOUBLE_EQ(tally.sum(), 40.0);
}

TEST(Tally, SurvivesALargeOffset) {
    Tally tally;
    for (const double value : {4.0, 7.0, 13.0, 16.0}) tally.add(1e9 + value);
    EXPECT_DOUBLE_EQ(tally.variance(), 30.0);
}

TEST(Tally, MergesAsIfItHadBeenOne) {
    Tally one;
    Tally left;
    Tally right;
    for (int i = 0; i < 100; ++i) {
        one.add(i * i);
        (i < 30 ? left : right).add(i * i);
    }
    left.merge(right);
    left.merge(Tally{});
    Tally from_nothing;
    from_nothing.merge(left);
    for (const Tally& merged : {left, from_nothing}) {
        EXPECT_EQ(merged.count(), one.count());
        EXPECT_NEAR(merged.mean(), one.mean(), 1e-9);
        EXPECT_NEAR(merged.variance() / one.variance(), 1.0, 1e-12);
        EXPECT_EQ(merged.min(), one.min());
        EXPECT_EQ(merged.max(), one.max());
    }
}

TEST(Tally, OfNothingIsZero) {
    EXPECT_EQ(Tally{}.mean(), 0.0);
    EXPECT_EQ(Tally{}.variance(), 0.0);
}

}  // namespace
}  // namespace golive::kernel
