//! The expert's law: three points met exactly, whatever their skew, inside the bounds.
// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <gtest/gtest.h>

#include <golive/random/distribution.hpp>

namespace golive::random {
namespace {

double relative(double a, double b) { return std::abs(a - b) / std::max(std::abs(a), std::abs(b)); }

// From strong left to strong right skew.
TEST(ThreePoint, MeetsItsPointsAndStaysInItsBounds) {
    for (const double middle : {1.001, 1.1, 2.0, 4.0, 5.5, 7.0, 9.0, 9.9, 9.999}) {
        for (const double lower : {-infinity, -100.0, 0.0, 0.999}) {
            for (const double upper : {infinity, 1000.0, 11.0, 10.001}) {
                const Distribution law{ThreePoint{1, middle, 10, lower, upper}};
                EXPECT_LT(relative(law.quantile(0.1), 1.0), 1e-11);
                EXPECT_LT(relative(law.quantile(0.5), middle), 1e-11);
                EXPECT_LT(relative(law.quantile(0.9), 10.0), 1e-11);
                double before = lower;
                for (int i = 0; i < 2000; ++i) {
                    const double now = law.quantile((i + 0.5) / 2000.0);
                    ASSERT_LE(before, now) << middle << ' ' << lower << ' ' << upper << ' ' << i;
                    before = now;
                }
                EXPECT_LE(before, upper);
                EXPECT_GT(law.mean(), lower);
                EXPECT_LT(law.mean(), upper);
            }
        }
    }
}

TEST(ThreePoint, IsTheLognormalLawOfPointsInGeometricProgression) {
    const Distribution fitted{ThreePoint{2, 8, 32, 0}};
    const Distribution lognormal{LognormalByMedianP90{8, 32}};
    for (const double p : {0.001, 0.1, 0.3, 0.5, 0.8, 0.99, 0.9999}) {
        EXPECT_LT(relative(fitted.quantile(p), lognormal.quantile(p)), 1e-6) << p;
    }
    EXPECT_LT(relative(fitted.mean(), lognormal.mean()), 1e-6);
}

TEST(ThreePoint, IsTheNormalLawOfEvenPoints) {
    const double z = 1.2815515655446004;
    const Distribution fitted{ThreePoint{10 - z, 10, 10 + z}};
    const Distribution normal{Normal{10, 1}};
    for (const double p : {0.001, 0.1, 0.3, 0.5, 0.8, 0.99})
        EXPECT_NEAR(fitted.quantile(p), normal.quantile(p), 1e-6);
    EXPECT_NEAR(fitted.mean(), 10.0, 1e-9);
}

// Moving the median through symmetry by 1e-9 moves no quantile by much more than the square root of that.
TEST(ThreePoint, ChangesSmoothlyWhereTheSkewChangesSign) {
    for (const double p : {0.001, 0.3, 0.7, 0.999}) {
        const Distribution left{ThreePoint{4, 8 + 1e-9, 16, 0}};
        const Distribution right{ThreePoint{4, 8 - 1e-9, 16, 0}};
        EXPECT_NEAR(left.quantile(p), right.quantile(p), 1e-7) << p;
    }
}

TEST(ThreePoint, OfMirroredPointsIsTheMirrorImage) {
    const Distribution law{ThreePoint{6, 8, 20, 0}};
    const Distribution mirrored{ThreePoint{-20, -8, -6, -infinity, 0}};
    for (const double p : {0.001, 0.1, 0.4, 0.6, 0.9, 0.999}) {
        EXPECT_LT(relative(law.quantile(p), -mirrored.quantile(1.0 - p)), 1e-12) << p;
    }
    EXPECT_LT(relative(law.mean(), -mirrored.mean()), 1e-10);
}

TEST(ThreePoint, ScalesWithItsUnits) {
    const Distribution weeks{ThreePoint{6, 8, 20, 0}};
    const Distribution seconds{ThreePoint{6 * 604800.0, 8 * 604800.0, 20 * 604800.0, 0}};
    for (const double p : {0.001, 0.1, 0.4, 0.6, 0.9, 0.999}) {
        EXPECT_LT(relative(weeks.quantile(p) * 604800.0, seconds.quantile(p)), 1e-12) << p;
    }
}

TEST(ThreePoint, SurvivesAbsurdPoints) {
    const Distribution law{ThreePoint{1e-9, 1, 1e9, 0}};
    EXPECT_LT(relative(law.quantile(0.9), 1e9), 1e-10);
    EXPECT_GT(law.mean(), 1e9);
}

}  // namespace
}  // namespace golive::random
