//! What mechanisms tell those below them. A signal states what happened and returns nothing; its sender reads
//! nothing that its listeners have changed. Who wants to know has a member `on(const Signal&)`.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/layout.hpp"

#include <tuple>

namespace golive::model {

/// Every seventh day at 06:00, before the day: what was counted over the week is reckoned.
struct WeekBegins {
    using Sender = class Clock;
    std::uint64_t week;
};
/// The daily tick, at 06:00: gates are looked at, go-lives happen.
struct DayBegins {
    using Sender = class Clock;
    std::int64_t day;
};
/// The general envelope cannot pay for a step, which waits while the body decides on a grant.
struct MoneyNeeded {
    using Sender = class RolloutBudget;
    BodyId body;
    InstanceId step;
};
/// The step may begin as far as its predecessors go.
struct StepReady {
    using Sender = class PlanExecution;
    InstanceId step;
};
struct PersonLeft {
    using Sender = class Staffing;
    PostId post;
};
struct PersonJoined {
    using Sender = class Staffing;
    PostId post;
};
/// The technology may be used in the unit from now on.
struct UnitLive {
    using Sender = class GoLives;
    TechnologyId technology;
    UnitId unit;
};
/// The old ways that the technology replaces are gone.
struct LegacyRetired {
    using Sender = class GoLives;
    TechnologyId technology;
};
/// An issue has bitten users of a live unit until they noticed.
struct IssueShown {
    using Sender = class WorkflowIssues;
    TechnologyId technology;
    UnitId unit;
    std::uint32_t type;
};
/// A unit's hypercare has begun or ended.
struct HypercareChanged {
    using Sender = class ElbowSupport;
};

using Signals = std::tuple<WeekBegins, DayBegins, MoneyNeeded, StepReady, PersonLeft, PersonJoined, UnitLive,
                           LegacyRetired, IssueShown, HypercareChanged>;

}  // namespace golive::model
