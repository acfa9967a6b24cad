//! Writes two results files, and in CSV what readers should find in the first: made from the same functions,
//! not read back.
// SPDX-License-Identifier: Apache-2.0
#include "sample.hpp"

#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <map>

#include <golive/store/results_writer.hpp>

namespace golive::store {
namespace {

constexpr std::uint64_t replications = 5;

model::Result traced_result(const model::Catalogue& catalogue, std::uint64_t n) {
    return sample::result(catalogue, n, n == 1 || n == 3 ? 10 : 0);
}

/// Values in the order in which C lays out arrays.
class Expectation {
 public:
    explicit Expectation(const std::filesystem::path& folder)
        : numbers_{folder / "numbers.csv"}, texts_{folder / "texts.csv"} {
        numbers_ << "path,index,value\n";
        texts_ << "path,index,value\n";
    }
    void number(const std::string& path, double value) {
        numbers_ << fmt::format("{},{},{}\n", path, next(path),
                                std::isnan(value) ? "NaN" : fmt::format("{:.17g}", value));
    }
    void text(const std::string& path, const std::string& value) {
        texts_ << fmt::format("{},{},{}\n", path, next(path), value);
    }

 private:
    std::size_t next(const std::string& path) { return counts_[path]++; }
    std::ofstream numbers_;
    std::ofstream texts_;
    std::map<std::string, std::size_t> counts_;
};

void expect_series(Expectation& expectation, const model::Catalogue& catalogue, std::uint64_t n) {
    for (const auto scope : model::scope_kinds) {
        for (std::size_t i = 0; i < catalogue.series.size(); ++i) {
            if (!catalogue.series[i].kept(scope)) continue;
            const std::string path = fmt::format("/series/{}/devices_in_use_{}", name_of(scope), i);
            for (std::size_t week = 0; week < catalogue.weeks; ++week) {
                for (std::size_t member = 0; member < catalogue.members_of(scope).size(); ++member) {
                    expectation.number(path, static_cast<double>(sample::series_value(n, i, week, member)));
                }
            }
        }
    }
}

void expect_result(Expectation& expectation, const model::Catalogue& catalogue, const model::Result& result) {
    expectation.number("/replications/replication", static_cast<double>(result.replication));
    expectation.number("/replications/clinician_shifts", static_cast<double>(result.clinician_shifts));
    expectation.text("/replications/fingerprint", fmt::format("{:016x}", result.fingerprint));
    for (std::size_t i = 0; i < result.scalars.size(); ++i) {
        expectation.number(fmt::format("/replications/go_live_wave_{}", i), result.scalars[i]);
    }
    for (const auto& instance : result.instances) {
        expectation.number("/attribution/start", instance.started);
        expectation.number("/attribution/finish", instance.finished);
        expectation.number("/attribution/bound_by", instance.bound_by);
    }
    for (const double days : result.cause_days) expectation.number("/attribution/cause_days", days);
    for (const auto& record : result.trace) {
        expectation.number("/trace/time", static_cast<double>(record.time));
        expectation.number("/trace/cause", record.cause);
        expectation.number("/trace/value", record.value);
    }
    for (const std::int32_t technology : result.device_technology)
        expectation.number("/trace/device_technology", technology);
    expect_series(expectation, catalogue, result.replication);
}

void write_usual(const std::filesystem::path& folder) {
    const auto catalogue = sample::catalogue();
    const auto provenance = sample::provenance(replications);
    Expectation expectation{folder};
    ResultsWriter writer{folder / "sample.h5", provenance, catalogue, Overwrite::yes};
    for (std::uint64_t n = 0; n < replications; ++n) {
        const auto result = traced_result(catalogue, n);
        writer.accept(result);
        expect_result(expectation, catalogue, result);
    }
    for (const auto scope : model::scope_kinds) {
        for (const auto& member : catalogue.members_of(scope)) {
            expectation.text(fmt::format("/series/{0}/{0}", name_of(scope)), member);
        }
    }
    for (const auto& assumption : provenance.assumptions)
        expectation.text("/scenario/assumption", assumption.path);
    auto outcome = sample::outcome(replications);
    outcome.failures = {{7, "the books do not balance"}};
    expectation.number("/run/failure", 7);
    expectation.text("/run/message", outcome.failures[0].message);
    writer.finish(outcome);
}

/// A run that was stopped at once, of a scenario without waves: nothing in most places.
void write_empty(const std::filesystem::path& folder) {
    const auto catalogue = sample::catalogue({.members = {1, 2, 0, 3}, .instances = 0, .causes = 0});
    auto provenance = sample::provenance(100);
    provenance.assumptions.clear();
    provenance.scenario_text.clear();
    ResultsWriter writer{folder / "empty.h5", provenance, catalogue, Overwrite::yes};
    writer.finish({});
}

}  // namespace
}  // namespace golive::store

int main(int count, char** arguments) {
    if (count != 2) return 2;
    golive::store::write_usual(arguments[1]);
    golive::store::write_empty(arguments[1]);
}
