//! Cost of one whole replication of the main example, of making its blueprint, and of a clinician's place in
//! memory.
// SPDX-License-Identifier: Apache-2.0
#include "model/mechanisms.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <malloc.h>
#include <memory>
#include <string>

#include <golive/base/error.hpp>
#include <golive/model/simulate.hpp>
#include <golive/scenario/load.hpp>

namespace golive::model {
namespace {

constexpr std::uint64_t seed = 20270104;

std::shared_ptr<const scenario::Scenario> main_example() {
    return scenario::load(GOLIVE_SOURCE_DIR "/scenarios/clinical-mobility.toml").scenario;
}

void replication(benchmark::State& state) {
    const Blueprint blueprint{main_example()};
    std::uint64_t number = 0;
    double events = 0, shifts = 0;
    for (auto _ : state) {
        const Result result = simulate(blueprint, seed, number++);
        events += static_cast<double>(result.events);
        shifts += static_cast<double>(result.clinician_shifts);
        benchmark::DoNotOptimize(result.fingerprint);
    }
    const auto runs = static_cast<double>(state.iterations());
    state.counters["events"] = events / runs;
    state.counters["clinician_shifts"] = shifts / runs;
    state.counters["events_a_second"] = benchmark::Counter(events, benchmark::Counter::kIsRate);
    state.counters["seconds_a_clinician_shift"] =
        benchmark::Counter(shifts, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(replication)->Unit(benchmark::kMillisecond);

/// Five years of 15,000 clinicians and eight technologies: the largest example, once.
void regional_network(benchmark::State& state) {
    const Blueprint blueprint{scenario::load(GOLIVE_SOURCE_DIR "/scenarios/regional-network.toml").scenario};
    double shifts = 0;
    for (auto _ : state) {
        const Result result = simulate(blueprint, seed, 0);
        shifts += static_cast<double>(result.clinician_shifts);
        benchmark::DoNotOptimize(result.fingerprint);
    }
    state.counters["clinician_shifts"] = shifts;
    state.counters["seconds_a_clinician_shift"] =
        benchmark::Counter(shifts, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(regional_network)->Unit(benchmark::kSecond)->Iterations(1);

void load_scenario(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(main_example());
}
BENCHMARK(load_scenario)->Unit(benchmark::kMillisecond);

void make_blueprint(benchmark::State& state) {
    const auto scenario = main_example();
    for (auto _ : state) {
        const Blueprint blueprint{scenario};
        benchmark::DoNotOptimize(blueprint.catalogue().series_size());
    }
}
BENCHMARK(make_blueprint)->Unit(benchmark::kMillisecond);

double allocated_bytes() {
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks) + static_cast<double>(info.hblkhd);
}

Blueprint hospital_of(int nurses_a_unit) {
    std::string text =
        "[scenario]\nstart = 2027-01-04\nhorizon = \"12 months\"\n[role.nurse]\nopportunities = { messaging "
        "= 10 }\n"
        "[technology.phone]\npurposes = [\"messaging\"]\ndevice = { for = \"nurse on shift\" }\n"
        "[workforce]\n[superusers]\n[support]\n[team.it]\nstaff = 20\n[team.desk]\nstaff = 20\ncalendar = "
        "\"24/7\"\n"
        "patience = \"5 min\"\n[course.basics]\ninstructors = \"it\"\n[[site]]\nname = \"Hill\"\n";
    for (int unit = 0; unit < 40; ++unit)
        text += fmt::format("[[site.unit]]\nname = \"U{}\"\nnurse = {}\n", unit, nurses_a_unit);
    text +=
        "[plan]\norder = { kind = \"procure\", lead_time = \"2 weeks\" }\nstage = { kind = \"deploy\", after "
        "= [\"order\"], team = \"it\" }\n"
        "train = { kind = \"train\" }\nlive = { kind = \"go_live\" }\n";
    const scenario::Loaded loaded = scenario::load_text(text);
    if (!loaded.scenario) throw Error{ErrorKind::input, loaded.diagnostics.front().message};
    return Blueprint{loaded.scenario};
}

/// What a replication holds at its end, its results left out.
double bytes_of_replication(const Blueprint& blueprint) {
    const double before = allocated_bytes();
    Hospital hospital{blueprint, seed, 0, Tracing::off};
    const Result result = hospital.run();
    const double held = allocated_bytes() - before;
    return held - static_cast<double>(result.series.capacity() * sizeof(float));
}

/// The difference between a hospital and one ten times as large, a clinician: the replication, and the
/// blueprint, which all replications share.
void memory_of_a_clinician(benchmark::State& state) {
    for (auto _ : state) {
        const double start = allocated_bytes();
        const Blueprint small = hospital_of(10);
        const double of_small = allocated_bytes() - start;
        const Blueprint large = hospital_of(100);
        const double of_large = allocated_bytes() - start - of_small;
        const double clinicians = 40 * (100 - 10);
        state.counters["replication_bytes"] =
            (bytes_of_replication(large) - bytes_of_replication(small)) / clinicians;
        state.counters["blueprint_bytes"] = (of_large - of_small) / clinicians;
    }
}
BENCHMARK(memory_of_a_clinician)->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace golive::model
