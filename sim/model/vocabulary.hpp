//! The scenario's words, which the model speaks, too.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/scenario.hpp>

namespace golive::model {

using scenario::ActivityId;
using scenario::BodyId;
using scenario::ConstituencyId;
using scenario::CourseId;
using scenario::MandateId;
using scenario::RoleId;
using scenario::SiteId;
using scenario::TeamId;
using scenario::TechnologyId;
using scenario::UnitId;
using scenario::UnitKindId;
using scenario::WaveId;
using scenario::WorkflowId;

using scenario::Activity;
using scenario::AgendaOrder;
using scenario::Alignment;
using scenario::BackgroundWork;
using scenario::Backlog;
using scenario::BacklogMode;
using scenario::Body;
using scenario::Budget;
using scenario::Build;
using scenario::Burnout;
using scenario::Course;
using scenario::Decision;
using scenario::Deploy;
using scenario::Desk;
using scenario::DeviceRule;
using scenario::DigitalOfficer;
using scenario::EarlyWins;
using scenario::Effort;
using scenario::Embedding;
using scenario::Freeze;
using scenario::GoLive;
using scenario::Governance;
using scenario::Hypercare;
using scenario::Intake;
using scenario::Issues;
using scenario::Mandate;
using scenario::Measured;
using scenario::Measuring;
using scenario::Milestone;
using scenario::Needs;
using scenario::Numbers;
using scenario::Procure;
using scenario::Purpose;
using scenario::Redesign;
using scenario::Retire;
using scenario::Role;
using scenario::Scenario;
using scenario::Scope;
using scenario::SecurityReview;
using scenario::Select;
using scenario::Site;
using scenario::Step;
using scenario::SuperuserChoice;
using scenario::Superusers;
using scenario::Systems;
using scenario::Team;
using scenario::Technology;
using scenario::Train;
using scenario::Uncertain;
using scenario::Unit;
using scenario::UnitKind;
using scenario::Value;
using scenario::Vary;
using scenario::VotingRule;
using scenario::Wait;
using scenario::work_class_count;
using scenario::WorkClass;
using scenario::WorkingTime;

}  // namespace golive::model
