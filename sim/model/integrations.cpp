#include "model/integrations.hpp"

#include "model/world.hpp"

#include <algorithm>

namespace golive::model {
namespace {

constexpr random::Purpose effort_draw{"integration.effort"};
constexpr random::Purpose issue_draw{"integration.issue_effort"};

}  // namespace

Integrations::Integrations(World& world) : world_{world}, built_in_(world.layout.plan().size()) {
    for (const Technology& made : world.scenario.technologies) {
        served_.emplace_back();
        for (const Purpose& purpose : made.purposes) served_.back().push_back(!purpose.integration);
    }
}

TechnologyId Integrations::technology_of(InstanceId instance) const {
    return world_.the<PlanExecution>().activity(instance).technology;
}

Integrations::Part Integrations::part_of(InstanceId instance) const {
    const auto& purposes = world_.scenario.technologies[technology_of(instance)].purposes;
    for (std::size_t p = 0; p < purposes.size(); ++p)
        if (purposes[p].workflow == world_.layout.plan()[instance].part && purposes[p].integration)
            return {&*purposes[p].integration, p};
    return {};
}

Duration Integrations::effort(InstanceId instance, const std::vector<std::uint32_t>& types) const {
    const random::EntityKey key = world_.layout.plan()[instance].key;
    Duration sum = part_of(instance).integration->effort.draw(world_.streams, effort_draw, key);
    for (std::uint32_t type : types)
        sum += world_.scenario.issues.build_effort.draw(world_.streams, issue_draw, key, type);
    return sum;
}

Money Integrations::quote(InstanceId instance) const {
    const Part part = part_of(instance);
    if (part.integration == nullptr) return Money{};
    const auto types = world_.the<WorkflowIssues>().known_types(technology_of(instance), part.purpose);
    return world_.scenario.teams[part.integration->team].wage * effort(instance, types);
}

void Integrations::begin(InstanceId instance) {
    const Part part = part_of(instance);
    PlanExecution& plan = world_.the<PlanExecution>();
    if (part.integration == nullptr) return plan.finish(instance);
    if (world_.the<RolloutBudget>().commit(instance, Envelope::general, quote(instance)) < 1.0)
        return plan.finish(instance);
    const TechnologyId technology = technology_of(instance);
    built_in_[instance] = world_.the<WorkflowIssues>().known_types(technology, part.purpose);
    plan.put_to_work(instance,
                     {.team = part.integration->team,
                      .effort = effort(instance, built_in_[instance]),
                      .changes_live = world_.the<TechnologyUse>().is_live_somewhere(technology)},
                     std::max(1, part.integration->people));
}

void Integrations::work_done(InstanceId instance) {
    const TechnologyId technology = technology_of(instance);
    served_[technology.index()][part_of(instance).purpose] = true;
    for (std::uint32_t type : built_in_[instance])
        world_.the<WorkflowIssues>().resolve_known(technology, type);
    world_.the<TechnologyUse>().recount_lanes(technology);
}

int Integrations::count(TechnologyId technology) const {
    const auto& served = served_[technology.index()];
    return static_cast<int>(std::count(served.begin(), served.end(), true));
}

}  // namespace golive::model
