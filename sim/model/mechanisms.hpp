//! The mechanisms of the model in their order. A mechanism calls those above it here and none below; what it
//! has to tell those below, it signals (signals.hpp). They start, are told and are sampled in this order,
//! too. A new mechanism is one line here.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/adoption_measuring.hpp"
#include "model/burnout_dynamics.hpp"
#include "model/change_backlog.hpp"
#include "model/clinical_value.hpp"
#include "model/clinician_burden.hpp"
#include "model/clinician_shifts.hpp"
#include "model/clock.hpp"
#include "model/device_logistics.hpp"
#include "model/digital_office.hpp"
#include "model/elbow_support.hpp"
#include "model/embedded_clinicians.hpp"
#include "model/giving_up.hpp"
#include "model/go_lives.hpp"
#include "model/governance_bodies.hpp"
#include "model/grapevine.hpp"
#include "model/help_desk.hpp"
#include "model/hospital.hpp"
#include "model/integrations.hpp"
#include "model/it_alignment.hpp"
#include "model/ledger.hpp"
#include "model/mandates.hpp"
#include "model/plan_execution.hpp"
#include "model/product_selection.hpp"
#include "model/project_intake.hpp"
#include "model/redesign_steps.hpp"
#include "model/rollout_budget.hpp"
#include "model/running_costs.hpp"
#include "model/site_equity.hpp"
#include "model/staffing.hpp"
#include "model/start_gates.hpp"
#include "model/superuser_network.hpp"
#include "model/system_landscape.hpp"
#include "model/team_work.hpp"
#include "model/technology_use.hpp"
#include "model/training_courses.hpp"
#include "model/workflow_issues.hpp"

#include <tuple>

namespace golive::model {

// clang-format off: a floor a paragraph
using Mechanisms = std::tuple<
    // time, money, hands and the plan
    Clock, Ledger, RolloutBudget, TeamWork, PlanExecution,
    // people, and what they make of technologies
    Staffing, TechnologyUse, RunningCosts,
    // management
    Mandates, DigitalOffice, GoLives,
    // what does not fit, and who looks at it
    WorkflowIssues, EmbeddedClinicians, SuperuserNetwork, ItAlignment, SystemLandscape, ProjectIntake, GovernanceBodies,
    // steps of the plan
    Integrations, DeviceLogistics, ProductSelection, RedesignSteps,
    // what it does to people
    ClinicianBurden, BurnoutDynamics, Grapevine,
    // learning and help
    TrainingCourses, ElbowSupport, HelpDesk, ChangeBacklog, AdoptionMeasuring,
    // work on the wards, and what comes of it
    ClinicalValue, GivingUp, ClinicianShifts, SiteEquity,
    // what may begin
    StartGates>;

/// Results list figures in this order, those of mechanisms that are not in it after the others.
using Listing = std::tuple<
    Ledger, RolloutBudget, TeamWork, Mandates, ProjectIntake, GovernanceBodies, DeviceLogistics, WorkflowIssues,
    ItAlignment, SystemLandscape, ClinicianBurden, BurnoutDynamics, Staffing, TechnologyUse, ClinicianShifts,
    TrainingCourses, SuperuserNetwork, HelpDesk, ChangeBacklog, AdoptionMeasuring, ClinicalValue, SiteEquity, PlanExecution>;
// clang-format on

using Hospital = HospitalOf<Mechanisms>;
extern template class HospitalOf<Mechanisms>;  // simulate.cpp

}  // namespace golive::model
