//! Tiny scenarios in the language that users write, and readers of what their replications give back.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <golive/base/error.hpp>
#include <golive/model/simulate.hpp>
#include <golive/scenario/load.hpp>

namespace golive::model::testing {

inline constexpr std::uint64_t seed = 20270104;

/// Monday 4 January 2027, office hours 08:00 to 17:00 unless the rest says otherwise.
inline std::string starting(std::string_view horizon = "52 weeks") {
    return fmt::format("[scenario]\nstart = 2027-01-04\nhorizon = \"{}\"\n", horizon);
}

/// A role that works twelve-hour day shifts on every day, so that every shift of a unit has the same people.
inline constexpr std::string_view everyday_nurse = R"(
[role.nurse]
shift = { length = "12 h", per_week = 7 }
nights = "0 %"
wage = "$50 per h"
turnover = "0 % per year"
opportunities = { messaging = 10 }
)";

inline std::string one_unit(int nurses) {
    return fmt::format("[[site]]\nname = \"Hill\"\n[[site.unit]]\nname = \"Ward\"\nnurse = {}\nbeds = 10\n",
                       nurses);
}

/// Any number of units of the same size.
inline std::string units(int count, int nurses) {
    std::string text = "[[site]]\nname = \"Hill\"\n";
    for (int n = 1; n <= count; ++n)
        text += fmt::format("[[site.unit]]\nname = \"Ward {}\"\nnurse = {}\nbeds = 10\n", n, nurses);
    return text;
}

inline constexpr std::string_view one_wave = "[[wave]]\nname = \"all\"\nunits = [\"Hill\"]\n";

/// Users and their work, without what moves them: whoever is asked decides by the intercept alone and learns
/// nothing.
inline constexpr std::string_view indifferent = R"(
[adoption]
intercept = 0
fit = 0
skill = 0
attitude = 0
peers = 0
workload = 0
legacy = 0
initial_attitude = 0
experience_rate = 0
peer_rate = 0
leadership_rate = 0
surprise = 0
abandoned_below = "0 %"
)";

/// The blueprint of a text that has no errors; the diagnostics fail the test otherwise.
inline Blueprint blueprint_of(const std::string& text, const scenario::LoadOptions& options = {}) {
    const scenario::Loaded loaded = scenario::load_text(text, options);
    std::string errors;
    for (const scenario::Diagnostic& diagnostic : loaded.diagnostics)
        if (diagnostic.severity == scenario::Severity::error)
            errors += scenario::render(diagnostic, scenario::Colour::none);
    if (!loaded.scenario) throw Error{ErrorKind::input, errors};
    return Blueprint{loaded.scenario};
}

inline Blueprint blueprint_of_file(const std::string& name, const scenario::LoadOptions& options = {}) {
    const scenario::Loaded loaded =
        scenario::load(std::string{GOLIVE_SOURCE_DIR} + "/scenarios/" + name, options);
    if (!loaded.scenario) throw Error{ErrorKind::input, name + " does not load"};
    return Blueprint{loaded.scenario};
}

/// One replication and the names of what it recorded.
class History {
 public:
    explicit History(const Blueprint& blueprint, std::uint64_t replication = 0,
                     Tracing tracing = Tracing::off)
        : blueprint_{blueprint}, result_{simulate(blueprint, seed, replication, tracing)} {}

    [[nodiscard]] const Catalogue& catalogue() const { return blueprint_.catalogue(); }
    [[nodiscard]] const Result& result() const { return result_; }
    [[nodiscard]] double scalar(std::string_view name) const {
        return result_.scalars[catalogue().scalar(name)];
    }

    [[nodiscard]] std::size_t instance_index(std::string_view name) const {
        for (std::size_t i = 0; i < catalogue().instances.size(); ++i)
            if (catalogue().instances[i].name == name) return i;
        throw Error{ErrorKind::model, "no instance is called " + std::string{name}};
    }
    [[nodiscard]] const InstanceRecord& instance(std::string_view name) const {
        return result_.instances[instance_index(name)];
    }
    [[nodiscard]] double cause_days(std::string_view instance_name, std::string_view cause) const {
        const auto& causes = catalogue().causes;
        const auto at = std::find(causes.begin(), causes.end(), cause) - causes.begin();
        return result_
            .cause_days[instance_index(instance_name) * causes.size() + static_cast<std::size_t>(at)];
    }

    /// Week by week, of one member of a scope.
    [[nodiscard]] std::vector<double> series(std::string_view name, ScopeKind scope = ScopeKind::network,
                                             std::size_t member = 0) const {
        std::vector<double> values;
        for (std::size_t s = 0; s < catalogue().series.size(); ++s) {
            if (catalogue().series[s].name != name) continue;
            const std::size_t members = catalogue().members_of(scope).size();
            const std::size_t offset = catalogue().block_offset(s, scope);
            for (std::size_t week = 0; week < catalogue().weeks; ++week)
                values.push_back(result_.series[offset + week * members + member]);
            return values;
        }
        throw Error{ErrorKind::model, "no series is called " + std::string{name}};
    }
    [[nodiscard]] double last(std::string_view name) const { return series(name).back(); }

    [[nodiscard]] std::vector<TraceRecord> traced(std::string_view event) const {
        const auto& names = catalogue().event_names;
        const auto wanted = std::find(names.begin(), names.end(), event) - names.begin();
        std::vector<TraceRecord> found;
        for (const TraceRecord& record : result_.trace)
            if (record.event == wanted) found.push_back(record);
        return found;
    }

 private:
    Blueprint blueprint_;
    Result result_;
};

/// Mean and its standard error over replications.
struct Estimate {
    double sum = 0;
    double squares = 0;
    int count = 0;
    void add(double value) {
        sum += value;
        squares += value * value;
        ++count;
    }
    [[nodiscard]] double mean() const { return sum / count; }
    [[nodiscard]] double variance() const { return (squares - sum * sum / count) / (count - 1); }
    [[nodiscard]] double error() const { return std::sqrt(variance() / count); }
    /// How many standard errors the mean lies from what it ought to be.
    [[nodiscard]] double z(double expected) const { return (mean() - expected) / error(); }
};

/// Beyond this |z| a normal variate lies with probability 1e-6: the false-alarm rate of the statistical tests
/// here.
inline constexpr double one_in_a_million = 4.892;

/// z of a count of successes against its probability.
inline double binomial_z(int successes, int trials, double p) {
    return (successes - trials * p) / std::sqrt(trials * p * (1 - p));
}

}  // namespace golive::model::testing
