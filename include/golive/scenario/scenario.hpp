//! A loaded scenario: everything that a replication needs to know, immutable and shared by all of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <golive/base/id.hpp>
#include <golive/scenario/adoption.hpp>
#include <golive/scenario/costs.hpp>
#include <golive/scenario/governance.hpp>
#include <golive/scenario/people.hpp>
#include <golive/scenario/plan.hpp>
#include <golive/scenario/setting.hpp>
#include <golive/scenario/teams.hpp>
#include <golive/scenario/technology.hpp>
#include <golive/scenario/training.hpp>

namespace golive::scenario {

/// Made by load() and by nothing else; every id in it is valid. Optional sections are mechanisms: left out,
/// the replication runs without them.
struct Scenario {
    Header header;
    WorkingTime working_time;

    IdVector<RoleId, Role> roles;
    IdVector<SiteId, Site> sites;
    IdVector<UnitId, Unit> units;
    IdVector<UnitKindId, UnitKind> unit_kinds;
    IdVector<WorkflowId, Workflow> workflows;
    std::optional<Workforce> workforce;  ///< left out: nobody ever leaves

    IdVector<TechnologyId, Technology> technologies;

    IdVector<BodyId, Body> bodies;
    IdVector<ConstituencyId, Constituency> constituencies;
    Governance governance;

    IdVector<TeamId, Team> teams;
    std::optional<Support> support;  ///< left out: nobody ever needs help
    std::optional<Superusers> superusers;

    IdVector<CourseId, Course> courses;
    Learning learning;
    Adoption adoption;

    IdVector<WaveId, Wave> waves;
    IdVector<ActivityId, Activity> plan;  ///< in an order in which predecessors come first
    Costs costs;
};

}  // namespace golive::scenario
