#include "model/product_selection.hpp"

#include "model/it_alignment.hpp"
#include "model/ledger.hpp"
#include "model/plan_execution.hpp"
#include "model/staffing.hpp"
#include "model/technology_use.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>
#include <cmath>

#include <golive/random/normal.hpp>

namespace golive::model {
namespace {

constexpr random::Draw effort_draw{"selection.effort"};
constexpr random::Draw it_draw{"selection.it_criteria"};
constexpr random::Draw perceived_draw{"selection.perceived"};

}  // namespace

double deviation_of_mean_fit(double of_law, double spread, double squares_of_kinds, double squares_of_units,
                             double people) {
    return std::sqrt(of_law * of_law * squares_of_kinds + spread * spread / 3 * squares_of_units) / people;
}

void ProductSelection::begin(const Select& step, InstanceId instance) {
    const Duration each = step.effort.draw(world_.streams, effort_draw, world_.layout.plan()[instance].key);
    world_.the<PlanExecution>().put_to_work(instance, {.team = step.team, .effort = each * step.candidates},
                                            1);
}

/// Mean fit to the people whom it is for, in standard deviations of that mean between products.
double ProductSelection::clinical_score(InstanceId instance, int candidate) const {
    const TechnologyId technology = world_.layout.activity(instance).technology;
    double sum = 0;
    double people = 0;
    for (UnitId unit : world_.layout.plan()[instance].units) {
        const double posts = world_.layout.posts_of(unit).size();
        sum += posts * world_.the<WorkflowIssues>().fit_as_bought(technology, unit, candidate);
        people += posts;
    }
    const double spread = spread_of_products(instance);
    if (people <= 0 || spread <= 0) return 0.0;
    return (sum / people - world_.scenario.technologies[technology].fit.law().mean()) / spread;
}

double ProductSelection::spread_of_products(InstanceId instance) const {
    const Technology& made = world_.scenario.technologies[world_.layout.activity(instance).technology];
    IdVector<UnitKindId, double> of_kind(world_.scenario.unit_kinds.size());
    double people = 0;
    double squares_of_units = 0;
    for (UnitId unit : world_.layout.plan()[instance].units) {
        const double posts = world_.layout.posts_of(unit).size();
        of_kind[world_.scenario.units[unit].kind] += posts;
        squares_of_units += posts * posts;
        people += posts;
    }
    if (people <= 0) return 0.0;
    double squares_of_kinds = 0;
    for (double posts : of_kind) squares_of_kinds += posts * posts;
    constexpr double sds_between_deciles = 2.563;  // of a normal law
    const double of_law =
        made.fit.vary() == Vary::run  // then all products share one draw
            ? 0.0
            : (made.fit.law().quantile(0.9) - made.fit.law().quantile(0.1)) / sds_between_deciles;
    const double deviation = made.fit_spread.for_run(world_.streams).value();
    return deviation_of_mean_fit(of_law, deviation, squares_of_kinds, squares_of_units, people);
}

void ProductSelection::work_done(const Select& step, InstanceId instance) {
    const Instance& planned = world_.layout.plan()[instance];
    const TechnologyId technology = world_.layout.activity(instance).technology;
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
        const double clinical = clinical_score_seen(seen, truly, guessed);
        const double score = joint_score(weight, clinical, by_it);
        if (candidate == 0 || score > best_score) {
            best = candidate;
            best_score = score;
        }
    }
    for (UnitId unit : planned.units) world_.the<WorkflowIssues>().choose(technology, unit, best);
    world_.trace(TraceEvent::product_chosen, EntityKind::technology, technology.value(), best);
    if (joint) {
        const Duration hours =
            step.clinician_hours.draw(world_.streams, effort_draw, planned.key, 1) * step.candidates;
        world_.the<Ledger>().take_hours(HoursFor::redesign, hours);
        if (!planned.units.empty())
            world_.the<Ledger>().spend(Cost::meetings,
                                       world_.the<Staffing>().mean_wage(planned.units.front()) * hours);
        for (UnitId unit : planned.units)
            world_.the<TechnologyUse>().lift_attitudes(technology, unit,
                                                       step.attitude.for_run(world_.streams));
    }
    world_.the<PlanExecution>().finish(instance);
}

}  // namespace golive::model
