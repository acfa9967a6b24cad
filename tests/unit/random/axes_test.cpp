//! Counter-based words are uniform and unrelated along every axis of the address, not only along the counter.
// SPDX-License-Identifier: Apache-2.0
#include "goodness_of_fit.hpp"

#include <functional>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include <golive/random/stream.hpp>

namespace golive::random {
namespace {

constexpr std::size_t draws = 1 << 18;
constexpr Draw purpose{"p"};
constexpr EntityKey entity{"e"};

struct Axis {
    const char* name;
    std::function<std::uint64_t(std::uint64_t)> word;  ///< at this step along the axis
};

void PrintTo(const Axis& axis, std::ostream* out) { *out << axis.name; }

const Axis axes[] = {
    {"Index", [](std::uint64_t i) { return Engine{1, 2, purpose, entity, i}(); }},
    {"Replication", [](std::uint64_t i) { return Engine{1, i, purpose, entity, 3}(); }},
    {"Seed", [](std::uint64_t i) { return Engine{i, 2, purpose, entity, 3}(); }},
    {"NumberedEntity", [](std::uint64_t i) { return Engine{1, 2, purpose, entity.child(i), 3}(); }},
    {"NamedEntity",
     [](std::uint64_t i) { return Engine{1, 2, purpose, EntityKey{"unit " + std::to_string(i)}, 3}(); }},
    {"Draw", [](std::uint64_t i) { return Engine{1, 2, Draw{"draw " + std::to_string(i)}, entity, 3}(); }},
    {"WordOfOneVariate",
     [engine = Engine{1, 2, purpose, entity, 3}](std::uint64_t) mutable { return engine(); }},
};

// Each of these tests raises a false alarm with probability 1e-6; the seed is fixed.
class AlongTheAxis : public ::testing::TestWithParam<Axis> {
 protected:
    AlongTheAxis() {
        auto word = GetParam().word;
        for (std::size_t i = 0; i < draws; ++i) words_.push_back(word(i));
        for (const std::uint64_t drawn : words_) numbers_.push_back(to_unit(drawn));
    }
    std::vector<std::uint64_t> words_;
    std::vector<double> numbers_;
};

TEST_P(AlongTheAxis, NumbersAreUniform) {
    EXPECT_LT(test::uniform_chi_square(numbers_, 256), test::chi_square_limit(256));
    EXPECT_LT(test::uniform_distance(numbers_), test::distance_limit(draws));
}

TEST_P(AlongTheAxis, LowBitsAreUniform) {
    std::vector<double> low;
    for (const std::uint64_t word : words_) low.push_back((static_cast<double>(word & 0xff) + 0.5) / 256.0);
    EXPECT_LT(test::uniform_chi_square(low, 256), test::chi_square_limit(256));
}

TEST_P(AlongTheAxis, NeighboursAreIndependent) {
    std::vector<double> pairs;  // the cell of each pair in a grid of 32 x 32
    for (std::size_t i = 0; i + 1 < draws; i += 2) {
        pairs.push_back((std::floor(numbers_[i] * 32.0) + numbers_[i + 1]) / 32.0);
    }
    EXPECT_LT(test::uniform_chi_square(pairs, 1024), test::chi_square_limit(1024));
}

TEST_P(AlongTheAxis, StepsOfAPowerOfTwoAreUncorrelated) {
    for (std::size_t lag = 1; lag <= 1024; lag *= 2) {
        double sum = 0.0;
        for (std::size_t i = 0; i + lag < draws; ++i) sum += (numbers_[i] - 0.5) * (numbers_[i + lag] - 0.5);
        const double z = sum * 12.0 / std::sqrt(static_cast<double>(draws - lag));
        EXPECT_LT(std::abs(z), test::z_limit()) << "lag " << lag;
    }
}

INSTANTIATE_TEST_SUITE_P(Random, AlongTheAxis, ::testing::ValuesIn(axes),
                         [](const auto& axis) { return std::string{axis.param.name}; });

}  // namespace
}  // namespace golive::random
