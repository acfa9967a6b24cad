//! [role.*], [[site]] and [[site.unit]]: who works where, in what pattern.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <golive/scenario/ids.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

/// A kind of work that technologies serve, named by the `purposes` of technologies and the
/// `opportunities` of roles.
struct Workflow {
    std::string name;
};

/// [role.nurse]
struct Role {
    std::string name;
    Duration shift_length;
    double shifts_per_week;  ///< 1 to 7; a fraction is spread evenly over weeks
    Share nights;            ///< of this role's shifts that start in the evening (19:00 instead of 07:00)
    Uncertain<Share> tech_comfort;     ///< per person, 0 to 1
    Uncertain<Rate> turnover;          ///< resignation hazard of a filled post
    Uncertain<Duration> time_to_fill;  ///< from a resignation to the successor's first shift
    HourlyRate wage;
    Duration documentation;  ///< per shift, at the start
    Duration after_hours;    ///< of it, done after the shift
    Share overflow;          ///< of documentation time that comes on top: done after the shift, too
    /// Occasions per shift, at most 64 over all workflows of a technology.
    IdVector<WorkflowId, int> opportunities;
};

struct Site {
    std::string name;
    std::vector<UnitId> units;
};

/// Units of a kind resemble each other.
struct UnitKind {
    std::string name;
};

/// [[site.unit]]
struct Unit {
    std::string name;
    std::string path;  ///< "Riverside General/4 East", as waves refer to it
    SiteId site;
    UnitKindId kind;
    IdVector<RoleId, int> posts;
    int beds;
    /// Care work offered over the capacity of a fully staffed unit; 100 % is the norm.
    Uncertain<Share> workload;
    double attitude;  ///< added to its people's first attitudes
};

/// [workforce]: what happens when people come.
struct Workforce {
    Uncertain<Duration> onboarding;  ///< from the first shift until a newcomer may be booked into a course
};

}  // namespace golive::scenario
