#include "model/digital_office.hpp"

#include "model/world.hpp"

namespace golive::model {

DigitalOffice::DigitalOffice(World& world)
    : world_{world}, admitted_(world.scenario.technologies.size(), !world.scenario.digital_officer) {
    const auto& roadmap = world.layout.roadmap();
    for (std::size_t place = 0; world.scenario.digital_officer && place < roadmap.size(); ++place)
        admitted_[roadmap[place].index()] =
            place < static_cast<std::size_t>(world.scenario.digital_officer->in_progress);
}

void DigitalOffice::on(const DayBegins&) {
    if (world_.scenario.digital_officer) admit();
}

/// The next technology's turn comes when one of those in progress has gone live everywhere.
void DigitalOffice::admit() {
    int in_progress = 0;
    for (TechnologyId technology : world_.layout.roadmap())
        in_progress +=
            admitted_[technology.index()] && !world_.the<PlanExecution>().all_live(technology) ? 1 : 0;
    for (TechnologyId technology : world_.layout.roadmap()) {
        if (in_progress >= world_.scenario.digital_officer->in_progress) return;
        if (admitted_[technology.index()]) continue;
        admitted_[technology.index()] = true;
        ++in_progress;
        world_.trace(TraceEvent::technology_admitted, EntityKind::technology, technology.value());
    }
}

void DigitalOffice::on(const WeekBegins&) {
    if (!world_.scenario.digital_officer) return;
    constexpr double weeks_a_year = 365.25 / 7;
    world_.the<Ledger>().spend(Cost::management,
                               Money::units(world_.scenario.digital_officer->cost.in_units() / weeks_a_year));
}

/// Whoever was told gets ready; whoever was not is taken by surprise.
void DigitalOffice::on(const UnitLive& signal) {
    const auto& officer = world_.scenario.digital_officer;
    const bool announced = officer && world_.now() - Time{} >= officer->announces;
    const double change = announced ? officer->readiness.for_run(world_.streams)
                                    : -world_.scenario.adoption.surprise.for_run(world_.streams);
    world_.the<TechnologyUse>().lift_attitudes(signal.technology, signal.unit, change);
}

}  // namespace golive::model
