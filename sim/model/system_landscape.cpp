#include "model/system_landscape.hpp"

#include "model/world.hpp"

#include <algorithm>

namespace golive::model {
namespace {

constexpr random::Purpose upkeep_draw{"systems.upkeep"};

}  // namespace

SystemLandscape::SystemLandscape(World& world)
    : world_{world},
      live_(world.scenario.units.size()),
      spontaneous_(world.scenario.sites.size()),
      live_somewhere_(world.scenario.technologies.size()),
      counted_(live_somewhere_.size()) {
    if (!world.scenario.systems) return;
    switching_ = world.scenario.systems->switching.for_run(world.streams).in_minutes();
    double_documentation_ = world.scenario.systems->double_documentation.for_run(world.streams).in_minutes();
}

void SystemLandscape::on(const UnitLive& signal) {
    ++live_[signal.unit];
    live_somewhere_[signal.technology.index()] = true;
}

void SystemLandscape::on(const LegacyRetired& signal) {
    if (!world_.scenario.systems || counted_[signal.technology.index()]) return;
    counted_[signal.technology.index()] = true;  // once, however many steps retire it
    const double left = world_.scenario.systems->network - retired_;
    retired_ += std::min<double>(left, world_.scenario.technologies[signal.technology].replaces_systems);
}

void SystemLandscape::add_system(SiteId site) {
    ++spontaneous_[site];
    world_.trace(TraceEvent::system_added, EntityKind::site, site.value());
}

double SystemLandscape::network_systems() const {
    double sum = world_.scenario.systems->network - retired_;
    for (int count : spontaneous_) sum += count;
    for (bool live : live_somewhere_) sum += live ? 1 : 0;
    return sum;
}

/// Each unit meets its share of the network's systems.
double SystemLandscape::systems(UnitId unit) const {
    if (!world_.scenario.systems) return 0;
    const Systems& section = *world_.scenario.systems;
    const double kept = section.network > 0 ? 1.0 - retired_ / section.network : 1.0;
    const double share = section.network > 0 ? section.per_unit / section.network : 0.0;
    return section.per_unit * kept + share * spontaneous_[world_.scenario.units[unit].site] + live_[unit];
}

double SystemLandscape::switching_minutes(UnitId unit) const {
    if (!world_.scenario.systems) return 0;
    return switching_ * (systems(unit) - world_.scenario.systems->per_unit);
}

double SystemLandscape::double_documentation_minutes(UnitId unit) const {
    if (!world_.scenario.systems) return 0;
    const TechnologyUse& use = world_.the<TechnologyUse>();
    double minutes = 0;
    for (TechnologyId technology : world_.scenario.technologies.ids())
        if (use.is_live(technology, unit) && use.legacy_there(technology))
            minutes += double_documentation_ * use.use_share(technology, unit);
    return minutes;
}

void SystemLandscape::on(const WeekBegins& signal) {
    if (!world_.scenario.systems || !world_.scenario.systems->team) return;
    const Systems& section = *world_.scenario.systems;
    const Duration each =
        section.upkeep.draw(world_.streams, upkeep_draw, random::EntityKey{"systems"}, signal.week);
    const Duration effort = each.scaled(network_systems());
    if (effort > Duration{})
        world_.submit_work<SystemLandscape>({.team = section.team,
                                             .work_class = WorkClass::maintenance,
                                             .effort = effort,
                                             .cost = std::nullopt});
}

void SystemLandscape::declare(Declarations& declare) {
    if (!declare.scenario.systems) return;
    declare.series("systems", "1", "systems that people of a unit work with", every_scope);
    declare.series("systems_network", "1", "different systems of the network", network_only);
    declare.scalar("systems_end", "1", "different systems of the network at the end", Reading::number);
}

void SystemLandscape::sample(Recorder& record) const {
    if (!world_.scenario.systems) return;
    record.ratio("systems", [&](UnitId unit) { return Part{systems(unit), 1.0}; });
    record.network("systems_network", network_systems());
}

void SystemLandscape::finish(Recorder& record) const {
    if (world_.scenario.systems) record.scalar("systems_end", network_systems());
}

}  // namespace golive::model
