#include "model/running_costs.hpp"

#include "model/ledger.hpp"
#include "model/plan_execution.hpp"
#include "model/technology_use.hpp"

namespace golive::model {
namespace {

constexpr random::Draw price_draw{"ledger.licence"};

/// What the last wave needs at first belongs to getting live.
constexpr int weeks_of_first_support = 8;

}  // namespace

void RunningCosts::on(const DayBegins& signal) {
    if (signal.day % 7 != 0) return;
    Ledger& ledger = world_.the<Ledger>();
    const bool live = world_.the<PlanExecution>().everything_live();
    if (signal.day > 0 && !live) ledger.spend(Cost::management, world_.scenario.costs.standing);
    weeks_live_ += live ? 1 : 0;
    if (weeks_live_ == weeks_of_first_support) ledger.close_rollout();
    pay_licences();
}

/// Paid by the week, for whoever is employed in a live unit and served by the technology.
void RunningCosts::pay_licences() {
    const double years = Duration::weeks(1).in_seconds() / one_year.in_seconds();
    for (TechnologyId technology : world_.scenario.technologies.ids()) {
        const Technology& made = world_.scenario.technologies[technology];
        const double a_year =
            made.licence.draw(world_.streams, price_draw, random::EntityKey{made.name}).in_units();
        if (a_year > 0)
            world_.the<Ledger>().spend(
                Cost::licences,
                Money::units(a_year * years * world_.the<TechnologyUse>().licensed(technology)));
    }
}

}  // namespace golive::model
