//! What a draw costs: `build/release/bench/random_bench`; the CPU column is nanoseconds a draw.
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <benchmark/benchmark.h>

#include <golive/random/bernoulli_lanes.hpp>
#include <golive/random/distribution.hpp>

namespace {

using namespace golive::random;

constexpr Draw purpose{"bench"};
constexpr EntityKey entity{"Riverside General/4 East"};

/// The next word of an engine that is already there.
void sequential_word(benchmark::State& state) {
    Engine engine{1, 2, purpose, entity, 3};
    for (auto _ : state) benchmark::DoNotOptimize(engine());
}
BENCHMARK(sequential_word);

/// A new address and its first number.
void addressed_uniform(benchmark::State& state) {
    const Streams streams{1, 2};
    std::uint64_t index = 0;
    for (auto _ : state) benchmark::DoNotOptimize(streams.uniform(purpose, entity, index++));
}
BENCHMARK(addressed_uniform);

/// The same, where each address waits for the draw before: no overlap in the processor.
void addressed_uniform_in_a_chain(benchmark::State& state) {
    const Streams streams{1, 2};
    std::uint64_t index = 0;
    for (auto _ : state) {
        const double drawn = streams.uniform(purpose, entity, index);
        index += 1 + (drawn < 0.5);
    }
    benchmark::DoNotOptimize(index);
}
BENCHMARK(addressed_uniform_in_a_chain);

/// A new address and one draw of a law.
void addressed_draw(benchmark::State& state, const Law& law) {
    const Streams streams{1, 2};
    const Distribution distribution{law};
    std::uint64_t index = 0;
    for (auto _ : state) {
        Engine engine = streams.variate(purpose, entity, index++);
        benchmark::DoNotOptimize(distribution.sample(engine));
    }
}
BENCHMARK_CAPTURE(addressed_draw, constant, Constant{8});
BENCHMARK_CAPTURE(addressed_draw, uniform, Uniform{2, 8});
BENCHMARK_CAPTURE(addressed_draw, triangular, Triangular{2, 3, 8});
BENCHMARK_CAPTURE(addressed_draw, pert, Pert{2, 3, 8});
BENCHMARK_CAPTURE(addressed_draw, normal, Normal{10, 3});
BENCHMARK_CAPTURE(addressed_draw, normal_truncated, Normal{10, 3, 0});
BENCHMARK_CAPTURE(addressed_draw, lognormal, Lognormal{1, 0.5});
BENCHMARK_CAPTURE(addressed_draw, exponential, Exponential{5});
BENCHMARK_CAPTURE(addressed_draw, weibull, Weibull{1.5, 3});
BENCHMARK_CAPTURE(addressed_draw, gamma, Gamma{2.5, 4});
BENCHMARK_CAPTURE(addressed_draw, beta, Beta{2, 3});
BENCHMARK_CAPTURE(addressed_draw, bernoulli, Bernoulli{0.3});
BENCHMARK_CAPTURE(addressed_draw, discrete, Discrete{{1, 2, 3, 4, 5}, {1, 2, 3, 2, 1}});
BENCHMARK_CAPTURE(addressed_draw, empirical, Empirical{{1, 2, 4, 7, 11, 16, 22}});
BENCHMARK_CAPTURE(addressed_draw, three_points, ThreePoint{6, 8, 20, 0});
BENCHMARK_CAPTURE(addressed_draw, three_points_between, ThreePoint{0.3, 0.4, 0.6, 0, 1});

/// 54 trials in three groups, with a new address for each set.
void addressed_lanes(benchmark::State& state) {
    const Streams streams{1, 2};
    const std::array<LaneGroup, 3> groups{
        {{(1ULL << 30) - 1, 0.83}, {((1ULL << 20) - 1) << 30, 0.4}, {0xfULL << 50, 0.05}}};
    std::uint64_t index = 0;
    for (auto _ : state) {
        Engine engine = streams.variate(purpose, entity, index++);
        benchmark::DoNotOptimize(bernoulli_lanes(engine, groups));
    }
}
BENCHMARK(addressed_lanes);

}  // namespace
