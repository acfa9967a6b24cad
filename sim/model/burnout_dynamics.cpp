#include "model/burnout_dynamics.hpp"

#include "model/odds.hpp"
#include "model/world.hpp"

#include <cmath>

namespace golive::model {

BurnoutDynamics::BurnoutDynamics(World& world) : world_{world} {
    if (!world.scenario.burnout) return;
    const Burnout& section = *world.scenario.burnout;
    reference_ = section.reference.for_run(world.streams).value();
    per_hour_ = section.per_hour.for_run(world.streams);
    step_ = 1.0 - std::exp(-1.0 / std::max(0.01, section.lag.for_run(world.streams).in_weeks()));
    exits_ = section.exits.for_run(world.streams).value();
    cynicism_ = section.cynicism.for_run(world.streams);
    burned_out_ = IdVector<UnitId, double>(world.scenario.units.size(), reference_);
}

void BurnoutDynamics::on(const WeekBegins& signal) {
    if (!world_.scenario.burnout || signal.week == 0) return;
    for (UnitId unit : world_.scenario.units.ids()) {
        const double hours = world_.the<ClinicianBurden>().excess(unit) / 60.0;
        const double target = logistic(logit(reference_) + per_hour_ * hours);
        burned_out_[unit] += (target - burned_out_[unit]) * step_;
    }
}

double BurnoutDynamics::hazard_factor(UnitId unit) const {
    return world_.scenario.burnout ? std::max(0.0, 1.0 + exits_ * (burned_out_[unit] / reference_ - 1.0))
                                   : 1.0;
}

double BurnoutDynamics::cynicism(UnitId unit) const {
    return world_.scenario.burnout ? cynicism_ * (burned_out_[unit] - reference_) : 0.0;
}

void BurnoutDynamics::declare(Declarations& declare) {
    if (!declare.scenario.burnout) return;
    declare.series("burnout", "1", "share of people who are burned out", every_scope);
    declare.scalar("burnout_end", "1", "share of people who are burned out at the end", Reading::share);
}

void BurnoutDynamics::sample(Recorder& record) const {
    if (!world_.scenario.burnout) return;
    record.ratio("burnout", [&](UnitId unit) {
        const double people = world_.layout.posts_of(unit).size();
        return Part{burned_out_[unit] * people, people};
    });
}

void BurnoutDynamics::finish(Recorder& record) const {
    if (!world_.scenario.burnout) return;
    Part all;
    for (UnitId unit : world_.scenario.units.ids()) {
        all.amount += burned_out_[unit] * world_.layout.posts_of(unit).size();
        all.of += world_.layout.posts_of(unit).size();
    }
    if (all.of > 0) record.scalar("burnout_end", all.amount / all.of);
}

}  // namespace golive::model
