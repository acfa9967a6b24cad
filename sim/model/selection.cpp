#include "model/selection.hpp"

#include "model/world.hpp"

#include <cmath>

#include <golive/random/normal.hpp>

namespace golive::model {
namespace {

constexpr random::Purpose effort_draw{"selection.effort"};
constexpr random::Purpose it_draw{"selection.it_criteria"};
constexpr random::Purpose perceived_draw{"selection.perceived"};

const Select& step_of(World& world, InstanceId instance) {
    return std::get<Select>(world.the<PlanExecution>().activity(instance).step);
}

}  // namespace

void ProductSelection::begin(InstanceId instance) {
    const Select& step = step_of(world_, instance);
    const Duration each =
        step.effort.draw(world_.streams, effort_draw, world_.layout.plan()[instance].key);
    world_.the<PlanExecution>().put_to_work(instance, {.team = step.team, .effort = each * step.candidates}, 1);
}

/// Mean fit to the people whom it is for, in standard deviations of what the product's law allows.
double ProductSelection::clinical_score(InstanceId instance, int candidate) const {
    const TechnologyId technology = world_.the<PlanExecution>().activity(instance).technology;
    const auto& law = world_.scenario.technologies[technology].fit.law();
    const auto& units = world_.layout.plan()[instance].units;
    double sum = 0;
    double people = 0;
    for (UnitId unit : units) {
        const double posts = world_.layout.posts_of(unit).size();
        sum += posts * world_.the<WorkflowIssues>().fit_as_bought(technology, unit, candidate);
        people += posts;
    }
    const double spread = std::max(1e-6, (law.quantile(0.9) - law.quantile(0.1)) / 2.563);
    return people > 0 ? (sum / people - law.mean()) / spread : 0.0;
}

void ProductSelection::work_done(InstanceId instance) {
    const Select& step = step_of(world_, instance);
    const Instance& planned = world_.layout.plan()[instance];
    const TechnologyId technology = world_.the<PlanExecution>().activity(instance).technology;
    const bool joint = step.by == Select::By::joint;
    const double weight = joint ? step.clinical_weight.for_run(world_.streams).value() : 0.0;
    const double seen = world_.the<WorkflowIssues>().discovered(technology, planned.units);
    int best = 0;
    double best_score = 0;
    for (int candidate = 0; candidate < step.candidates; ++candidate) {
        const auto key = planned.key.child(static_cast<std::uint64_t>(candidate));
        auto engine = world_.streams.variate(it_draw, key);
        const double by_it = random::standard_normal(engine);
        const double truly = clinical_score(instance, candidate);
        const double guessed = world_.the<ItAlignment>().perceived(truly, perceived_draw, key);
        const double clinical = seen * truly + (1 - seen) * guessed;
        const double score = weight * clinical + (1 - weight) * by_it;
        if (candidate == 0 || score > best_score) {
            best = candidate;
            best_score = score;
        }
    }
    world_.the<WorkflowIssues>().choose(technology, best);
    world_.trace(TraceEvent::product_chosen, EntityKind::technology, technology.value(), best);
    if (joint) {
        const Duration hours = step.clinician_hours.draw(world_.streams, effort_draw, planned.key, 1) * step.candidates;
        world_.the<Ledger>().take_hours(HoursFor::redesign, hours);
        if (!planned.units.empty())
            world_.the<Ledger>().spend(Cost::meetings,
                                       world_.the<Staffing>().mean_wage(planned.units.front()) * hours);
        for (UnitId unit : planned.units)
            world_.the<TechnologyUse>().lift_attitudes(technology, unit, step.attitude.for_run(world_.streams));
    }
    world_.the<PlanExecution>().finish(instance);
}

}  // namespace golive::model
