//! Work that mechanisms give to teams, and what they are told about it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/account.hpp"
#include "model/layout.hpp"

#include <cstdint>
#include <optional>

namespace golive::model {

/// A piece of work that a team was given. Places are used again: `use` tells it from those that had
/// the place before.
struct WorkItem;
struct WorkId {
    Id<WorkItem> place;
    std::uint32_t use = 0;
};

/// Work that a team refused while it stabilised is `accepted` when it joins the queue after all.
enum class WorkMove { started, interrupted, resumed, finished, accepted };

/// How an effort becomes time at work: focused hours are spread over the working day as the team's focus
/// allows; clock time passes as it is, and is not split over two days if a day can hold it (a class, a call).
enum class Pace { focused, clock };

struct WorkRequest {
    TeamId team;
    WorkClass work_class = WorkClass::project;
    Duration effort;
    Pace pace = Pace::focused;
    std::optional<Cost> cost = Cost::it_labour;  ///< none: it would have been done without the rollout
    bool changes_live = false;                   ///< refused while the team stabilises what has gone live
    InstanceId step = {};                        ///< of the plan, whose budget it is paid from
    std::uint32_t payload = 0;                   ///< the asker's business
};

}  // namespace golive::model
