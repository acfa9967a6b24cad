#include "model/integrations.hpp"

#include "model/plan_execution.hpp"
#include "model/rollout_budget.hpp"
#include "model/technology_use.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>

namespace golive::model {
namespace {

constexpr random::Draw effort_draw{"integration.effort"};
constexpr random::Draw issue_draw{"integration.issue_effort"};

}  // namespace

TechnologyId Integrations::technology_of(InstanceId instance) const {
    return world_.layout.activity(instance).technology;
}

Integrations::Job Integrations::job_of(InstanceId instance) const {
    const auto& purposes = world_.scenario.technologies[technology_of(instance)].purposes;
    for (std::size_t p = 0; p < purposes.size(); ++p)
        if (purposes[p].workflow == world_.layout.plan()[instance].part && purposes[p].integration)
            return {&*purposes[p].integration, p};
    return {};
}

Duration Integrations::effort(InstanceId instance, const std::vector<std::uint32_t>& types) const {
    const random::EntityKey key = world_.layout.plan()[instance].key;
    Duration sum = job_of(instance).integration->effort.draw(world_.streams, effort_draw, key);
    for (std::uint32_t type : types)
        sum += world_.scenario.issues.build_effort.draw(world_.streams, issue_draw, key, type);
    return sum;
}

Money Integrations::quote(InstanceId instance) const {
    const Job job = job_of(instance);
    if (job.integration == nullptr) return Money{};
    const auto types = world_.the<WorkflowIssues>().known_types(technology_of(instance), job.purpose);
    return world_.scenario.teams[job.integration->team].wage * effort(instance, types);
}

void Integrations::begin(const Build&, InstanceId instance) {
    const Job job = job_of(instance);
    PlanExecution& plan = world_.the<PlanExecution>();
    if (job.integration == nullptr) return plan.finish(instance);
    if (world_.the<RolloutBudget>().commit(instance, Envelope::general, quote(instance)) < 1.0)
        return plan.finish(instance);
    const TechnologyId technology = technology_of(instance);
    built_in_[instance] = world_.the<WorkflowIssues>().known_types(technology, job.purpose);
    plan.put_to_work(instance,
                     {.team = job.integration->team,
                      .effort = effort(instance, built_in_[instance]),
                      .changes_live = world_.the<TechnologyUse>().is_live_somewhere(technology)},
                     std::max(1, job.integration->people));
}

void Integrations::work_done(const Build&, InstanceId instance) {
    const TechnologyId technology = technology_of(instance);
    for (std::uint32_t type : built_in_[instance])
        world_.the<WorkflowIssues>().resolve_known(technology, type);
    world_.the<TechnologyUse>().open_purpose(technology, job_of(instance).purpose);
    world_.the<PlanExecution>().finish(instance);
}

}  // namespace golive::model
