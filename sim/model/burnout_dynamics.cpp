#include "model/burnout_dynamics.hpp"

#include "model/clinician_burden.hpp"
#include "model/figures.hpp"
#include "model/odds.hpp"
#include "model/staffing.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {

double burned_out_at(double reference, double per_hour, double hours) {
    return logistic(logit(reference) + per_hour * hours);
}

double weekly_approach(double lag_weeks) { return 1.0 - std::exp(-1.0 / std::max(0.01, lag_weeks)); }

double hazard_factor_of(double exits, double burned_out, double reference) {
    return std::max(0.0, 1.0 + exits * (burned_out / reference - 1.0));
}

BurnoutDynamics::BurnoutDynamics(World world)
    : world_{world},
      numbers_{world.numbers(world.scenario.burnout)},
      step_{weekly_approach(numbers_.lag.in_weeks())},
      burned_out_(world.scenario.units.size(), numbers_.reference.value()) {}

void BurnoutDynamics::on(const WeekBegins& signal) {
    Staffing& staffing = world_.the<Staffing>();
    const double reference = numbers_.reference.value();
    if (signal.week > 0)
        for (UnitId unit : world_.scenario.units.ids()) {
            const double hours = world_.the<ClinicianBurden>().excess(unit) / 60.0;
            const double target = burned_out_at(reference, numbers_.per_hour, hours);
            burned_out_[unit] += (target - burned_out_[unit]) * step_;
            staffing.set_hazard_factor(
                unit, hazard_factor_of(numbers_.exits.value(), burned_out_[unit], reference));
        }
    if (world_.scenario.workforce) staffing.wear_for_a_week();
}

Ratio BurnoutDynamics::people(UnitId unit) const {
    const double people = world_.layout.posts_of(unit).size();
    return {burned_out_[unit] * people, people};
}

void BurnoutDynamics::declare(Figures<BurnoutDynamics>& figures) {
    figures.about(Subject::people);
    figures.weekly_ratio({"burnout", Reading::share, "share of people who are burned out"}, every_scope,
                         [](const BurnoutDynamics& burnout, UnitId unit) { return burnout.people(unit); });
    figures.at_end({"burnout_end", Reading::share, "share of people who are burned out at the end"},
                   [](const BurnoutDynamics& burnout) {
                       Ratio all;
                       for (UnitId unit : burnout.world_.scenario.units.ids()) all += burnout.people(unit);
                       return all.value();
                   });
}

}  // namespace golive::model
