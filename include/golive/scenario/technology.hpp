//! [technology.*]: what is rolled out, the devices that it needs and the integrations that make it useful.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <golive/scenario/ids.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

/// One purpose of a technology: it serves this workflow only once its integration is built (at
/// once without one).
struct Purpose {
    WorkflowId workflow;
    struct Integration {
        TeamId team;
        Uncertain<Duration> effort;  ///< person-hours of focused work
        int people;                  ///< how many of the team may share it
    };
    std::optional<Integration> integration;
};

/// What devices are counted by.
struct DeviceRule {
    enum class Per { clinician_on_shift, clinician, bed, unit };
    Per per;
    std::vector<RoleId> roles;   ///< whose people count; empty means every role that has opportunities for it
    double ratio;                ///< devices per person, bed or unit
    Share spares;                ///< on top, kept in the storeroom for exchange
    Uncertain<double> guess;     ///< devices ordered over devices needed, for units that nobody has observed
    Uncertain<Money> price;      ///< per device, drawn per order
    Uncertain<Rate> failure;     ///< hazard of a deployed device; one in repair comes back
    Uncertain<Rate> loss;        ///< hazard of a deployed device; lost for good
    Uncertain<Duration> repair;  ///< from failure until back in the storeroom
};

/// [technology.smartphone]
struct Technology {
    std::string name;
    std::vector<Purpose> purposes;  ///< at most 4
    Uncertain<Share> difficulty;    ///< to learn: 0 none, 1 very hard
    Uncertain<Share> fit;           ///< of the product as bought to the work of a unit, drawn per unit kind
    Uncertain<Share> fit_spread;    ///< half-width of a uniform deviation of a unit from its kind
    Uncertain<Duration> saves;  ///< per use against the old way, by a master where it fits; may be negative
    Uncertain<Duration> unskilled;    ///< longer per use without any skill
    Uncertain<Duration> misfit;       ///< longer per use where nothing fits
    int level;                        ///< of digital maturity that it belongs to
    std::vector<TechnologyId> needs;  ///< that must be live in a unit before it
    std::optional<DeviceRule> device;
    Uncertain<Money> licence;           ///< per clinician in scope and year, from go-live on
    std::vector<std::string> replaces;  ///< legacy ways that stay available until `retire`
    int replaces_systems;               ///< how many systems go with them
};

}  // namespace golive::scenario
