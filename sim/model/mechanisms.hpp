//! The mechanisms of the model, in the order in which they start, are told and are sampled. A new one is one
//! line here.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/clock.hpp"
#include "model/devices.hpp"
#include "model/fit.hpp"
#include "model/governance.hpp"
#include "model/help_desk.hpp"
#include "model/ledger.hpp"
#include "model/plan_execution.hpp"
#include "model/staffing.hpp"
#include "model/superusers.hpp"
#include "model/team_work.hpp"
#include "model/training.hpp"
#include "model/use.hpp"

#include <tuple>

namespace golive::model {

using Mechanisms =
    std::tuple<Clock, Ledger, TeamWork, GovernanceBodies, DeviceLogistics, WorkflowFit, Staffing,
               TechnologyUse, TrainingCourses, SuperuserNetwork, HelpDesk, PlanExecution>;

/// The catalogue of a scenario: every mechanism's declarations, and the shape of the plan.
[[nodiscard]] Catalogue declare_catalogue(const Scenario& scenario, const Layout& layout);

}  // namespace golive::model
