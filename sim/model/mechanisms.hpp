//! The mechanisms of the model, in the order in which they start, are told and are sampled. A new one is one
//! line here.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/alignment.hpp"
#include "model/backlog.hpp"
#include "model/budget.hpp"
#include "model/burden.hpp"
#include "model/burnout.hpp"
#include "model/clock.hpp"
#include "model/devices.hpp"
#include "model/digital_officer.hpp"
#include "model/early_wins.hpp"
#include "model/embedding.hpp"
#include "model/equity.hpp"
#include "model/giving_up.hpp"
#include "model/governance.hpp"
#include "model/help_desk.hpp"
#include "model/intake.hpp"
#include "model/integration.hpp"
#include "model/issues.hpp"
#include "model/ledger.hpp"
#include "model/mandates.hpp"
#include "model/measuring.hpp"
#include "model/plan_execution.hpp"
#include "model/redesign.hpp"
#include "model/selection.hpp"
#include "model/staffing.hpp"
#include "model/superusers.hpp"
#include "model/systems.hpp"
#include "model/team_work.hpp"
#include "model/training.hpp"
#include "model/use.hpp"
#include "model/value.hpp"

#include <tuple>

namespace golive::model {

using Mechanisms = std::tuple<Clock, Ledger, RolloutBudget, TeamWork, Mandates, ProjectIntake, DigitalOffice,
                              GovernanceBodies, DeviceLogistics, WorkflowIssues, ItAlignment,
                              EmbeddedClinicians, ProductSelection, RedesignSteps, Integrations,
                              SystemLandscape, ClinicianBurden, BurnoutDynamics, Staffing, TechnologyUse,
                              Grapevine, TrainingCourses, SuperuserNetwork, HelpDesk, ChangeBacklog,
                              AdoptionMeasuring, ClinicalValue, SiteEquity, PlanExecution, GivingUp>;

/// The catalogue of a scenario: every mechanism's declarations, and the shape of the plan.
[[nodiscard]] Catalogue declare_catalogue(const Scenario& scenario, const Layout& layout);

}  // namespace golive::model
