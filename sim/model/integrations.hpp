//! M7's purposes: a technology serves a purpose once its integration is built, with what was known of the
//! work by then.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <vector>

namespace golive::model {

class PlanExecution;
class RolloutBudget;
class TechnologyUse;
class WorkflowIssues;

/// Purposes without an integration are served from the start. The types of issue are dealt out among a
/// technology's purposes; when a build begins, what is known of its types adds to its effort, and is resolved
/// when it is done. A build that the budget does not allow is left out.
class Integrations {
 public:
    using World = WorldFor<Integrations, RolloutBudget, PlanExecution, TechnologyUse, WorkflowIssues>;
    explicit Integrations(World world) : world_{world}, built_in_(world.layout.plan().size()) {}
    void begin(const Build& step, InstanceId instance);
    void work_done(const Build& step, InstanceId instance);

    /// What a build will cost.
    [[nodiscard]] Money quote(InstanceId instance) const;

 private:
    /// The integration that a build is for, and the purpose's place; null where the purpose needs none.
    struct Job {
        const Purpose::Integration* integration = nullptr;
        std::size_t purpose = 0;
    };
    [[nodiscard]] Job job_of(InstanceId instance) const;
    [[nodiscard]] TechnologyId technology_of(InstanceId instance) const;
    [[nodiscard]] Duration effort(InstanceId instance, const std::vector<std::uint32_t>& types) const;

    World world_;
    IdVector<InstanceId, std::vector<std::uint32_t>> built_in_;  // types of issue known when the build began
};

}  // namespace golive::model
