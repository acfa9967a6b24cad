//! Made-up results of any size, each value a function of the replication's number: what is written
//! can be foretold.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <string>

#include <golive/base/hash.hpp>
#include <golive/batch/batch.hpp>
#include <golive/model/catalogue.hpp>
#include <golive/model/result.hpp>
#include <golive/store/provenance.hpp>

namespace golive::store::sample {

struct Size {
    std::size_t scalars = 5;
    std::size_t weeks = 6;
    std::array<std::size_t, 4> members{1, 2, 3, 4};  ///< by ScopeKind
    std::array<std::size_t, 4> series{4, 3, 2, 1};   ///< the first so many series are kept for a scope kind
    std::size_t instances = 3;
    std::size_t causes = 4;
};

inline constexpr Size realistic{.scalars = 90,
                                .weeks = 130,
                                .members = {1, 4, 6, 44},
                                .series = {40, 20, 12, 8},
                                .instances = 150,
                                .causes = 12};

inline model::Catalogue catalogue(const Size& size = {}) {
    model::Catalogue catalogue;
    catalogue.weeks = size.weeks;
    for (std::size_t i = 0; i < size.scalars; ++i) {
        const auto reading = static_cast<model::Reading>(i % 7);
        const auto subject = static_cast<model::Subject>(i % 13);
        catalogue.scalars.push_back({fmt::format("go_live.wave {}", i), i % 2 ? "1" : "day",
                                     "When wave \"é\" goes live", reading, subject});
    }
    for (std::size_t i = 0; i < size.series[0]; ++i) {
        const std::string of = fmt::format("in use/{}", i);
        catalogue.series.push_back({"devices." + of, "1", "Devices in use", {}, "devices", of});
        for (std::size_t scope = 0; scope < 4; ++scope)
            catalogue.series.back().kept_for[scope] = i < size.series[scope];
    }
    for (std::size_t scope = 0; scope < 4; ++scope) {
        const std::string kind{name_of(model::scope_kinds[scope])};
        for (std::size_t m = 0; m < size.members[scope]; ++m) {
            catalogue.members[scope].push_back(scope == 0 ? "network" : fmt::format("{} é/{}", kind, m));
        }
    }
    for (std::size_t i = 0; i < size.instances; ++i) {
        const double target =
            i % 2 ? std::numeric_limits<double>::quiet_NaN() : 90.0 + static_cast<double>(i);
        catalogue.instances.push_back(
            {fmt::format("train/wave {}", i), "train", "training", fmt::format("wave {}", i), target});
    }
    for (std::size_t i = 0; i < size.causes; ++i) catalogue.causes.push_back(fmt::format("cause {}", i));
    catalogue.roles = {"nurse", "physician"};
    catalogue.reasons = {"skill", "fit", "no device"};
    for (std::size_t i = 0; i < catalogue.members_of(model::ScopeKind::unit).size() * 2; ++i)
        catalogue.posts.push_back(static_cast<std::int32_t>(10 + i));
    catalogue.stages = {"trial", "adopted"};
    catalogue.event_names = {"begins", "ends", "arrives"};
    catalogue.entity_kinds = {"instance", "device"};
    return catalogue;
}

/// Uniform in [0, 1), by position.
inline double noise(std::uint64_t replication, std::uint64_t position) {
    return static_cast<double>(combine(replication, position) >> 11) * 0x1p-53;
}

inline double scalar(std::uint64_t replication, std::size_t i) {
    const double x = noise(replication, i);
    return i % 3 == 2 && x < 0.25 ? std::numeric_limits<double>::quiet_NaN() : 300.0 + 100.0 * x;
}

/// An S-curve that begins at a random week, with noise on it: flat, then rising, then busy.
inline float series_value(std::uint64_t replication, std::size_t series, std::size_t week,
                          std::size_t member) {
    const double start = 1.0 + 30.0 * noise(replication, 1000 + member);
    const double since = static_cast<double>(week) - start;
    if (since < 0 && series % 2 == 0) return series == 2 ? std::numeric_limits<float>::quiet_NaN() : 0.0F;
    const double level = 1.0 / (1.0 + std::exp(-0.15 * (since - 20.0)));
    const double wobble = noise(replication, (series << 40) + (week << 20) + member);
    const double value = (level + 0.05 * wobble) * 500.0;
    return static_cast<float>(series % 3 == 1 ? std::floor(value) : value);
}

inline std::vector<float> series_values(const model::Catalogue& catalogue, std::uint64_t replication) {
    std::vector<float> values;
    values.reserve(catalogue.series_size());
    for (std::size_t i = 0; i < catalogue.series.size(); ++i) {
        for (const auto scope : model::scope_kinds) {
            if (!catalogue.series[i].kept(scope)) continue;
            for (std::size_t week = 0; week < catalogue.weeks; ++week) {
                for (std::size_t member = 0; member < catalogue.members_of(scope).size(); ++member) {
                    values.push_back(series_value(replication, i, week, member));
                }
            }
        }
    }
    return values;
}

inline model::Result result(const model::Catalogue& catalogue, std::uint64_t replication,
                            std::size_t traced = 0) {
    model::Result result;
    result.replication = replication;
    for (std::size_t i = 0; i < catalogue.scalars.size(); ++i)
        result.scalars.push_back(scalar(replication, i));
    result.series = series_values(catalogue, replication);
    for (std::size_t i = 0; i < catalogue.instances.size(); ++i) {
        const double ready = 10.0 * static_cast<double>(i) + noise(replication, 5000 + i);
        const double finished = i == 2 ? std::numeric_limits<double>::quiet_NaN() : ready + 7.5;
        result.instances.push_back({ready, ready + 1.25, finished, static_cast<std::int32_t>(i) - 1});
        for (std::size_t c = 0; c < catalogue.causes.size(); ++c) {
            result.cause_days.push_back(c < 3 ? noise(replication, 9000 + 100 * i + c) : 0.0);
        }
    }
    for (std::size_t i = 0; i < catalogue.posts.size() * catalogue.reasons.size(); ++i)
        result.gave_up.push_back(static_cast<float>(9 * noise(replication, 20'000 + i)));
    for (std::size_t i = 0; i < traced / 2; ++i)
        result.device_technology.push_back(static_cast<std::int32_t>((replication + i) % 3));
    for (std::size_t i = 0; i < traced; ++i) {
        const auto n = static_cast<std::int32_t>(i);
        result.trace.push_back({3600 * static_cast<std::int64_t>(i), n % 3, n % 2, n, n % 4 - 1, 0.5 * n});
    }
    result.fingerprint = mix_bits(replication + 1);
    result.events = 1000 + replication;
    result.clinician_shifts = 5'000'000'000 + replication;
    return result;
}

inline Provenance provenance(std::uint64_t replications, std::uint64_t first = 0) {
    Provenance provenance = provenance_of_this_program();
    provenance.command_line = "golive run clinic.toml";
    provenance.seed = 0xfedcba9876543210ULL;
    provenance.first_replication = first;
    provenance.replications_asked = replications;
    provenance.scenario_file = "clinic.toml";
    provenance.title = "A clinic: phones on wards — été";
    provenance.scenario_text = "[scenario]\nname = \"clinic\"\n";
    provenance.resolved_text = "# resolved\n";
    provenance.fingerprint = fingerprint(provenance.resolved_text);
    provenance.start_date = *Date::parse("2027-01-04");
    provenance.currency = "USD";
    provenance.assumptions = {
        {"team.desk.patience", "2 days", "a duration", "", "", "1 day", "1 week", "how long people wait",
         "default"},
        {"wave.*.lead", "6 weeks", "a duration", "Smith 2019", "A", "", "", "", "clinic.toml:12"}};
    return provenance;
}

inline batch::Outcome outcome(std::uint64_t delivered) {
    batch::Outcome outcome;
    outcome.delivered = delivered;
    outcome.elapsed = std::chrono::duration<double>{1.5};
    return outcome;
}

}  // namespace golive::store::sample
