//! All that a replication says, by name, so that runs of different scenarios can be held against each other.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "small_hospital.hpp"

#include <bit>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

namespace golive::model::testing {

using Outcomes = std::map<std::string, double>;
using Wanted = std::function<bool(const std::string& name)>;

inline Outcomes scalars_of(const History& run) {
    Outcomes all;
    for (const ScalarInfo& info : run.catalogue().scalars) all["scalar " + info.name] = run.scalar(info.name);
    return all;
}

inline Outcomes series_of(const History& run) {
    Outcomes all;
    for (const SeriesInfo& info : run.catalogue().series)
        for (const ScopeKind scope : scope_kinds) {
            if (!info.kept(scope)) continue;
            const auto& members = run.catalogue().members_of(scope);
            for (std::size_t m = 0; m < members.size(); ++m) {
                const std::vector<double> values = run.series(info.name, scope, m);
                for (std::size_t week = 0; week < values.size(); ++week)
                    all[fmt::format("{} {} of {} in week {}", name_of(scope), info.name, members[m], week)] =
                        values[week];
            }
        }
    return all;
}

inline Outcomes steps_of(const History& run) {
    Outcomes all;
    for (const InstanceInfo& info : run.catalogue().instances) {
        all["ready " + info.name] = run.instance(info.name).ready;
        all["started " + info.name] = run.instance(info.name).started;
        all["finished " + info.name] = run.instance(info.name).finished;
        for (const std::string& cause : run.catalogue().causes)
            all["days of " + cause + " of " + info.name] = run.cause_days(info.name, cause);
    }
    return all;
}

inline Outcomes outcomes_of(const History& run) {
    Outcomes all = scalars_of(run);
    all.merge(series_of(run));
    all.merge(steps_of(run));
    return all;
}

/// Numbers as they are, or but for the rounding of sums that are taken in another order.
enum class Digits { all, but_the_last };

inline bool same(double a, double b, Digits digits) {
    if (std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b)) return true;
    if (std::isnan(a) && std::isnan(b)) return true;
    return digits == Digits::but_the_last && std::abs(a - b) <= 1e-13 * std::max(std::abs(a), std::abs(b));
}

/// Holds what both have and asks for at least so many things in common.
inline void expect_same(
    const Outcomes& a, const Outcomes& b, std::size_t at_least,
    const Wanted& wanted = [](const std::string&) { return true; }, Digits digits = Digits::all) {
    std::size_t compared = 0, different = 0;
    std::string first;
    for (const auto& [name, value] : a) {
        const auto other = b.find(name);
        if (other == b.end() || !wanted(name)) continue;
        ++compared;
        if (!same(value, other->second, digits) && different++ < 8)
            first += fmt::format("\n  {}: {} and {}", name, value, other->second);
    }
    EXPECT_EQ(different, 0) << first;
    EXPECT_GE(compared, at_least);
}

inline std::string text_of(const std::string& name) {
    std::ifstream file{std::string{GOLIVE_SOURCE_DIR} + "/scenarios/" + name};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The text of a file of scenarios/, changed; files that it names are found.
inline Blueprint blueprint_of_text(const std::string& text, const scenario::LoadOptions& options = {}) {
    const scenario::Loaded loaded =
        scenario::load_text(text, options, std::string{GOLIVE_SOURCE_DIR} + "/scenarios/scenario.toml");
    std::string errors;
    for (const scenario::Diagnostic& diagnostic : loaded.diagnostics)
        if (diagnostic.severity == scenario::Severity::error)
            errors += scenario::render(diagnostic, scenario::Colour::none);
    if (!loaded.scenario) throw Error{ErrorKind::input, errors};
    return Blueprint{loaded.scenario};
}

/// Leaves out the section of this header, up to the next header at the start of a line.
inline std::string without(std::string text, const std::string& header) {
    const std::size_t from = text.find("\n" + header);
    if (from == std::string::npos) throw Error{ErrorKind::model, header + " is not in the text"};
    const std::size_t to = text.find("\n[", from + 2);
    return text.erase(from, to == std::string::npos ? std::string::npos : to - from);
}

}  // namespace golive::model::testing
