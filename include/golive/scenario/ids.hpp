//! What the things of a scenario are found by.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/base/id.hpp>

namespace golive::scenario {

struct Site;
struct Unit;
struct UnitKind;
struct Role;
struct Workflow;
struct Technology;
struct Body;
struct Constituency;
struct Team;
struct Course;
struct Wave;
struct Activity;

using SiteId = Id<Site>;
using UnitId = Id<Unit>;
using UnitKindId = Id<UnitKind>;
using RoleId = Id<Role>;
using WorkflowId = Id<Workflow>;  ///< what the file calls a purpose: messaging, scanning, charting
using TechnologyId = Id<Technology>;
using BodyId = Id<Body>;
using ConstituencyId = Id<Constituency>;
using TeamId = Id<Team>;
using CourseId = Id<Course>;
using WaveId = Id<Wave>;
using ActivityId = Id<Activity>;  ///< a line of [plan], before it is instantiated per unit, wave or site

}  // namespace golive::scenario
