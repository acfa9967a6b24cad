//! Whether a replication that was simulated again is the one in a file.
// SPDX-License-Identifier: Apache-2.0
#include <cstring>
#include <fmt/format.h>
#include <type_traits>

#include <golive/store/compare.hpp>
#include <golive/store/rounding.hpp>

namespace golive::store {
namespace {

using Found = std::optional<std::string>;

template <class T>
bool same(const T& a, const T& b) {
    return std::memcmp(&a, &b, sizeof(T)) == 0;
}

template <class T>
std::string differs(const std::string& what, const T& here, const T& there) {
    return fmt::format("{} is {} here and {} in the file", what, here, there);
}

template <class List, class Name>
bool same_names(const List& a, const List& b, Name name) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (a[i].*name != b[i].*name) return false;
    return true;
}

/// Another version may record other figures; then nothing can be held against one another.
Found of_shape(const model::Catalogue& here, const model::Catalogue& there) {
    const bool same_shape = same_names(here.scalars, there.scalars, &model::ScalarInfo::name) &&
                            same_names(here.series, there.series, &model::SeriesInfo::name) &&
                            same_names(here.instances, there.instances, &model::InstanceInfo::name) &&
                            here.causes == there.causes && here.weeks == there.weeks &&
                            here.members == there.members;
    if (same_shape) return std::nullopt;
    return "this version of golive records other figures than the file has";
}

Found of_course(const model::Result& result, const ResultsFile& file, std::size_t row) {
    if (const auto there = file.fingerprints().at(row); result.fingerprint != there)
        return fmt::format("the course of events has the fingerprint {:016x} here and {:016x} in the file",
                           result.fingerprint, there);
    if (const auto there = file.events().at(row); result.events != there)
        return differs("the number of events", result.events, there);
    if (const auto there = file.clinician_shifts().at(row); result.clinician_shifts != there)
        return differs("the number of shifts", result.clinician_shifts, there);
    return std::nullopt;
}

Found of_scalars(const model::Result& result, const ResultsFile& file, std::size_t row) {
    const auto& scalars = file.catalogue().scalars;
    for (std::size_t i = 0; i < scalars.size(); ++i) {
        const double there = file.scalar(i).at(row);
        if (!same(result.scalars[i], there))
            return differs(fmt::format("`{}`", scalars[i].name), result.scalars[i], there);
    }
    return std::nullopt;
}

Found of_series(const model::Result& result, const ResultsFile& file, std::size_t row) {
    const model::Catalogue& catalogue = file.catalogue();
    for (std::size_t i = 0; i < catalogue.series.size(); ++i) {
        for (const auto scope : model::scope_kinds) {
            if (!catalogue.series[i].kept(scope)) continue;
            const auto there = file.series(i, scope, {row, 1});
            const std::size_t offset = catalogue.block_offset(i, scope);
            const auto& members = catalogue.members_of(scope);
            for (std::size_t at = 0; at < there.size(); ++at) {
                const float here = rounded_to_12_bits(result.series[offset + at]);
                if (same(here, there[at])) continue;
                return differs(fmt::format("`{}` of {} in week {}", catalogue.series[i].name,
                                           members[at % members.size()], at / members.size()),
                               here, there[at]);
            }
        }
    }
    return std::nullopt;
}

Found of_steps(const model::Result& result, const ResultsFile& file, std::size_t row) {
    const InstanceRows there = file.instances({row, 1});
    const auto& names = file.catalogue().instances;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const model::InstanceRecord& a = result.instances[i];
        const model::InstanceRecord& b = there.records.at(i);
        if (!same(a.ready, b.ready)) return differs(names[i].name + " ready", a.ready, b.ready);
        if (!same(a.started, b.started)) return differs(names[i].name + " started", a.started, b.started);
        if (!same(a.finished, b.finished))
            return differs(names[i].name + " finished", a.finished, b.finished);
        if (a.bound_by != b.bound_by) return differs(names[i].name + " bound by", a.bound_by, b.bound_by);
    }
    const auto& causes = file.catalogue().causes;
    for (std::size_t i = 0; i < there.cause_days.size(); ++i) {
        using Stored = std::remove_cvref_t<decltype(there.cause_days[i])>;
        const auto here = static_cast<Stored>(result.cause_days[i]);
        if (same(here, there.cause_days[i])) continue;
        return differs(
            fmt::format("{}: days of {}", names[i / causes.size()].name, causes[i % causes.size()]), here,
            there.cause_days[i]);
    }
    return std::nullopt;
}

/// Files of an older format do not tell.
Found of_giving_up(const model::Result& result, const ResultsFile& file, std::size_t row) {
    const auto there = file.gave_up({row, 1});
    if (there.empty() ||
        (there.size() == result.gave_up.size() &&
         std::memcmp(there.data(), result.gave_up.data(), there.size() * sizeof(there[0])) == 0))
        return std::nullopt;
    return "how often people gave up is another number in some unit";
}

/// Of a replication with a trace in the file.
Found of_trace(const model::Result& result, const ResultsFile& file) {
    const auto there = file.trace(result.replication);
    if (there.empty()) return std::nullopt;
    if (there.size() != result.trace.size())
        return differs("the number of recorded events", result.trace.size(), there.size());
    for (std::size_t i = 0; i < there.size(); ++i) {
        const model::TraceRecord& a = result.trace[i];
        const model::TraceRecord& b = there[i];
        if (a.time == b.time && a.event == b.event && a.entity_kind == b.entity_kind &&
            a.entity == b.entity && a.cause == b.cause && same(a.value, b.value))
            continue;
        return fmt::format("event {} of the trace is another one", i);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> first_difference(const model::Result& result, const model::Catalogue& catalogue,
                                            const ResultsFile& file, std::size_t row) {
    if (auto found = of_shape(catalogue, file.catalogue())) return found;
    if (auto found = of_course(result, file, row)) return found;
    if (auto found = of_scalars(result, file, row)) return found;
    if (auto found = of_series(result, file, row)) return found;
    if (auto found = of_steps(result, file, row)) return found;
    if (auto found = of_giving_up(result, file, row)) return found;
    return of_trace(result, file);
}

}  // namespace golive::store
