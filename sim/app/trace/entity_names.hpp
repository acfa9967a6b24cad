//! What the numbers of trace records stand for: names, and the units in which things lie.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/terminal/words.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <golive/model/catalogue.hpp>
#include <golive/model/result.hpp>
#include <golive/scenario/scenario.hpp>

namespace golive::app {

using scenario::UnitId;

/// Of the things that events happen to; files may have kinds of a later version.
enum class EntityKind {
    network,
    site,
    wave,
    unit,
    clinician,
    device,
    body,
    team,
    activity,
    technology,
    course,  ///< in files it is of the network, and told by the event
    unknown
};

/// Of one scenario. Clinicians are numbered unit by unit, in a unit role by role, both as in the scenario.
class EntityNames {
 public:
    /// Where the scenario is missing (another version's, which this one cannot read), what only it knows is
    /// called by number.
    EntityNames(const model::Catalogue& catalogue, std::shared_ptr<const scenario::Scenario> scenario);

    [[nodiscard]] const model::Catalogue& catalogue() const { return catalogue_; }
    /// Null where it is missing.
    [[nodiscard]] const scenario::Scenario* scenario() const { return scenario_.get(); }

    [[nodiscard]] EntityKind kind(const model::TraceRecord& record) const;
    [[nodiscard]] std::string_view event(const model::TraceRecord& record) const;
    [[nodiscard]] std::string_view kind_name(const model::TraceRecord& record) const;
    [[nodiscard]] std::string_view cause(const model::TraceRecord& record) const;  ///< empty: none

    /// The name of whatever has one: "Riverside General/4 East", "train/wave 1", "integration"; of a
    /// clinician the role. Empty where nothing is known.
    [[nodiscard]] std::string name(const model::TraceRecord& record) const;
    /// The units that the thing consists of or lies in; none for devices (see DeviceBook), teams, bodies.
    [[nodiscard]] std::span<const UnitId> units(const model::TraceRecord& record) const;

    [[nodiscard]] std::size_t clinicians() const { return posts_.size(); }
    [[nodiscard]] std::string unit_name(UnitId unit) const;
    [[nodiscard]] std::string stage_name(std::size_t stage) const;
    [[nodiscard]] std::string reason_name(std::size_t reason) const;  ///< for giving a technology up

 private:
    struct Post {
        UnitId unit;
        scenario::RoleId role;
    };
    void place_posts();
    void place_activities();
    [[nodiscard]] std::vector<UnitId> units_of(scenario::Scope scope, const std::string& member) const;
    [[nodiscard]] std::string name_in_scenario(EntityKind kind, std::size_t number) const;

    const model::Catalogue& catalogue_;
    std::shared_ptr<const scenario::Scenario> scenario_;
    std::vector<EntityKind> kinds_;    // by the file's numbers
    std::vector<bool> about_courses_;  // by event: the number is that of a course
    std::vector<UnitId> all_units_;
    std::vector<Post> posts_;
    std::vector<std::vector<UnitId>> activity_units_;  // by instance
};

}  // namespace golive::app
