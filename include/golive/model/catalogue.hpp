//! What a replication of a given scenario records: names, units and shapes, known before the first one runs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace golive::model {

enum class ScopeKind { network, site, wave, unit };
inline constexpr std::array scope_kinds{ScopeKind::network, ScopeKind::site, ScopeKind::wave,
                                        ScopeKind::unit};
[[nodiscard]] std::string_view name_of(ScopeKind kind);

/// How a number reads to a person; files keep it in `unit`.
enum class Reading {
    number,
    share,
    days,
    date /* days since the start of the scenario */,
    money,
    hours,
    minutes
};
/// "share": how files and programs name it.
[[nodiscard]] std::string_view name_of(Reading reading);
/// Reading::number for a name that is none.
[[nodiscard]] Reading reading_called(std::string_view name);

/// What a number is about: under which heading a report shows it.
enum class Subject {
    plan,
    use,
    people,
    time,
    devices,
    help_desk,
    decisions,
    changes,
    portfolio,
    cost,
    value,
    equity,
    other
};
/// "help desk": how files and programs name it.
[[nodiscard]] std::string_view name_of(Subject subject);
/// Subject::other for a name that is none.
[[nodiscard]] Subject subject_called(std::string_view name);

/// One number per replication. NaN: it did not happen within the horizon.
struct ScalarInfo {
    std::string name;  ///< "go_live.wave 1"
    std::string unit;  ///< udunits, singular: "day", "1", "USD"
    std::string description;
    Reading reading;
    Subject subject = Subject::other;
};

/// One number per replication, week and member of each scope kind that it is kept for.
struct SeriesInfo {
    std::string name;
    std::string unit;
    std::string description;
    std::array<bool, 4> kept_for;  ///< by ScopeKind
    std::string family = {};       ///< "adoption" of "adoption.smartphone.nurse"; a name that stands alone
    std::string of = {};           ///< "smartphone"; empty where the name stands alone
    std::string role = {};         ///< "nurse"; empty where it is of all roles
    [[nodiscard]] bool kept(ScopeKind scope) const { return kept_for[static_cast<std::size_t>(scope)]; }
};

/// One activity of the plan in one member of its scope: "train/wave 1".
struct InstanceInfo {
    std::string name;
    std::string activity;
    std::string kind;        ///< "train"
    std::string scope;       ///< "wave 1", "network", "Riverside General/ICU"
    double target_days = 0;  ///< the wave's target for a go-live, days since start; NaN where there is none
};

/// The shape of every model::Result of one scenario. `series` of a Result is the concatenation of the blocks
/// [week][member] in the order: series by series, scope kind by scope kind, leaving out what is not kept.
struct Catalogue {
    std::vector<ScalarInfo> scalars;
    std::vector<SeriesInfo> series;
    std::array<std::vector<std::string>, 4> members;  ///< labels by ScopeKind; the network has one, "network"
    std::size_t weeks = 0;                            ///< week w is sampled at the end of day 7 (w + 1)
    std::vector<InstanceInfo> instances;
    std::vector<std::string> causes;       ///< of elapsed time, by Cause
    std::vector<std::string> roles;        ///< of clinicians
    std::vector<std::int32_t> posts;       ///< [unit][role]
    std::vector<std::string> reasons;      ///< for giving a technology up, by Reason
    std::vector<std::string> stages;       ///< of adoption, by Stage
    std::vector<std::string> event_names;  ///< of trace records
    std::vector<std::string> entity_kinds;

    [[nodiscard]] const std::vector<std::string>& members_of(ScopeKind scope) const {
        return members[static_cast<std::size_t>(scope)];
    }
    /// Where the block of a series and scope kind begins in Result::series.
    [[nodiscard]] std::size_t block_offset(std::size_t series_index, ScopeKind scope) const;
    [[nodiscard]] std::size_t series_size() const;
    /// The position of a scalar by name; throws Error{model} where there is none.
    [[nodiscard]] std::size_t scalar(std::string_view name) const;
};

}  // namespace golive::model
