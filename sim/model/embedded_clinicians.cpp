#include "model/embedded_clinicians.hpp"

#include "model/ledger.hpp"
#include "model/plan_execution.hpp"
#include "model/staffing.hpp"
#include "model/technology_use.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>

namespace golive::model {

EmbeddedClinicians::EmbeddedClinicians(World world)
    : world_{world},
      numbers_{world.numbers(world.scenario.embedding)},
      ties_(world.scenario.units.size(), Tie::none) {
    choose_units();
}

/// One of each kind in turn, the kinds with most people first, and of each kind its largest units first.
void EmbeddedClinicians::choose_units() {
    struct Kind {
        std::uint32_t people = 0;
        std::vector<UnitId> units;
    };
    IdVector<UnitKindId, Kind> kinds(world_.scenario.unit_kinds.size());
    const auto people = [&](UnitId unit) { return world_.layout.posts_of(unit).size(); };
    for (UnitId unit : world_.scenario.units.ids()) {
        if (people(unit) == 0) continue;
        Kind& kind = kinds[world_.scenario.units[unit].kind];
        kind.people += people(unit);
        kind.units.push_back(unit);
    }
    std::vector<UnitKindId> order;
    for (UnitKindId kind : kinds.ids()) {
        order.push_back(kind);
        std::stable_sort(kinds[kind].units.begin(), kinds[kind].units.end(),
                         [&](UnitId a, UnitId b) { return people(a) > people(b); });
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](UnitKindId a, UnitKindId b) { return kinds[a].people > kinds[b].people; });
    const auto wanted = static_cast<std::size_t>(numbers_.clinicians);
    for (std::size_t round = 0; round < world_.scenario.units.size(); ++round)
        for (UnitKindId kind : order)
            if (homes_.size() < wanted && round < kinds[kind].units.size())
                homes_.push_back(kinds[kind].units[round]);
    for (UnitId home : homes_)
        for (UnitId unit : kinds[world_.scenario.units[home].kind].units)
            ties_[unit.index()] = std::max(ties_[unit.index()], unit == home ? Tie::own : Tie::kin);
}

bool EmbeddedClinicians::at_work() const {
    const Date today = date_of(world_.now(), world_.scenario.header.start);
    return !homes_.empty() && (!numbers_.from || *numbers_.from <= today) &&
           (!numbers_.until || today <= *numbers_.until);
}

void EmbeddedClinicians::on(const WeekBegins&) {
    if (!at_work()) return;
    std::vector<TechnologyId> under_way;
    for (TechnologyId technology : world_.scenario.technologies.ids())
        if (world_.the<PlanExecution>().under_way(technology)) under_way.push_back(technology);
    if (under_way.empty()) return;
    for (UnitId home : homes_) {
        world_.the<Ledger>().take_hours(HoursFor::embedding, numbers_.hours, home);
        world_.the<Ledger>().spend(Cost::meetings, world_.the<Staffing>().mean_wage(home) * numbers_.hours);
        for (TechnologyId technology : under_way)
            world_.the<WorkflowIssues>().observe(
                technology, home,
                numbers_.hours.in_hours() / static_cast<double>(under_way.size()) / numbers_.tau_hours);
    }
}

void EmbeddedClinicians::on(const UnitLive& signal) {
    const Tie tie = ties_[signal.unit.index()];
    if (tie == Tie::none || !at_work()) return;
    const double share = tie == Tie::own ? 1.0 : numbers_.kin.value();
    world_.the<TechnologyUse>().lift_attitudes(signal.technology, signal.unit, share * numbers_.attitude);
}

}  // namespace golive::model
