#include "model/digital_office.hpp"

#include "model/ledger.hpp"
#include "model/plan_execution.hpp"

namespace golive::model {
namespace {

constexpr double weeks_a_year = 365.25 / 7;

}  // namespace

/// Without an officer all technologies are admitted, and nothing is announced.
DigitalOffice::DigitalOffice(World world)
    : world_{world},
      numbers_{world.numbers(world.scenario.digital_officer)},
      announced_from_{present(world.scenario) ? Time{} + numbers_.announces : Time::max()},
      admitted_(world.scenario.technologies.size(), !present(world.scenario)) {
    const auto& roadmap = world.layout.roadmap();
    for (std::size_t place = 0; place < roadmap.size(); ++place)
        if (place < static_cast<std::size_t>(numbers_.in_progress)) admitted_[roadmap[place].index()] = true;
}

/// The next technology's turn comes when one of those in progress has gone live everywhere.
void DigitalOffice::on(const DayBegins&) {
    const PlanExecution& plan = world_.the<PlanExecution>();
    int in_progress = 0;
    for (TechnologyId technology : world_.layout.roadmap())
        in_progress += admitted_[technology.index()] && !plan.all_done<GoLive>(technology) ? 1 : 0;
    for (TechnologyId technology : world_.layout.roadmap()) {
        if (in_progress >= numbers_.in_progress) return;
        if (admitted_[technology.index()]) continue;
        admitted_[technology.index()] = true;
        ++in_progress;
        world_.trace(TraceEvent::technology_admitted, EntityKind::technology, technology.value());
    }
}

void DigitalOffice::on(const WeekBegins&) {
    world_.the<Ledger>().spend(Cost::management, Money::units(numbers_.cost.in_units() / weeks_a_year));
}

}  // namespace golive::model
