//! The mechanisms of the model, in the order in which they start, are told and are sampled. A new one is one
//! line here.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/adoption_measuring.hpp"
#include "model/burnout_dynamics.hpp"
#include "model/change_backlog.hpp"
#include "model/clinical_value.hpp"
#include "model/clinician_burden.hpp"
#include "model/clock.hpp"
#include "model/device_logistics.hpp"
#include "model/digital_office.hpp"
#include "model/embedded_clinicians.hpp"
#include "model/giving_up.hpp"
#include "model/governance_bodies.hpp"
#include "model/grapevine.hpp"
#include "model/help_desk.hpp"
#include "model/integrations.hpp"
#include "model/it_alignment.hpp"
#include "model/ledger.hpp"
#include "model/mandates.hpp"
#include "model/plan_execution.hpp"
#include "model/product_selection.hpp"
#include "model/project_intake.hpp"
#include "model/redesign_steps.hpp"
#include "model/rollout_budget.hpp"
#include "model/site_equity.hpp"
#include "model/staffing.hpp"
#include "model/superuser_network.hpp"
#include "model/system_landscape.hpp"
#include "model/team_work.hpp"
#include "model/technology_use.hpp"
#include "model/training_courses.hpp"
#include "model/workflow_issues.hpp"

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
