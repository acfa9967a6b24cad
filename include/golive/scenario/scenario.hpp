//! A loaded scenario: everything that a replication needs to know, immutable and shared by all of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include <golive/base/id.hpp>
#include <golive/scenario/adoption.hpp>
#include <golive/scenario/alignment.hpp>
#include <golive/scenario/backlog.hpp>
#include <golive/scenario/budget.hpp>
#include <golive/scenario/burnout.hpp>
#include <golive/scenario/costs.hpp>
#include <golive/scenario/digital_officer.hpp>
#include <golive/scenario/early_wins.hpp>
#include <golive/scenario/embedding.hpp>
#include <golive/scenario/governance.hpp>
#include <golive/scenario/intake.hpp>
#include <golive/scenario/issues.hpp>
#include <golive/scenario/mandates.hpp>
#include <golive/scenario/measuring.hpp>
#include <golive/scenario/people.hpp>
#include <golive/scenario/plan.hpp>
#include <golive/scenario/setting.hpp>
#include <golive/scenario/systems.hpp>
#include <golive/scenario/teams.hpp>
#include <golive/scenario/technology.hpp>
#include <golive/scenario/training.hpp>
#include <golive/scenario/value.hpp>

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
    Issues issues;

    IdVector<BodyId, Body> bodies;
    IdVector<ConstituencyId, Constituency> constituencies;
    Governance governance;
    std::optional<Alignment> alignment;  ///< left out: deciders see what clinicians need
    std::optional<Embedding> embedding;
    std::optional<Budget> budget;  ///< left out: whatever is planned is paid
    IdVector<MandateId, Mandate> mandates;
    std::optional<Intake> intake;  ///< left out: departments start nothing by themselves
    std::optional<DigitalOfficer> digital_officer;

    IdVector<TeamId, Team> teams;
    std::optional<Support> support;  ///< left out: nobody ever needs help
    std::optional<Superusers> superusers;
    std::optional<Backlog> backlog;  ///< left out: nobody changes what is live
    std::optional<Measuring> measuring;
    std::optional<Systems> systems;  ///< left out: other systems cost nothing

    IdVector<CourseId, Course> courses;
    Learning learning;
    Adoption adoption;
    std::optional<EarlyWins> early_wins;  ///< left out: units hear nothing of one another
    std::optional<Burnout> burnout;       ///< left out: burden wears nobody out
    std::optional<Value> value;           ///< left out: costs are counted, benefits are not

    IdVector<WaveId, Wave> waves;
    IdVector<ActivityId, Activity> plan;  ///< in an order in which predecessors come first
    Costs costs;
};

}  // namespace golive::scenario
