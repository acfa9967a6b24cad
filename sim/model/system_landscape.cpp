#include "model/system_landscape.hpp"

#include "model/figures.hpp"
#include "model/team_work.hpp"
#include "model/technology_use.hpp"

#include <algorithm>

namespace golive::model {
namespace {

constexpr random::Draw upkeep_draw{"systems.upkeep"};

}  // namespace

SystemLandscape::SystemLandscape(World world)
    : world_{world},
      numbers_{world.numbers(world.scenario.systems)},
      live_(world.scenario.units.size()),
      spontaneous_(world.scenario.sites.size()),
      live_somewhere_(world.scenario.technologies.size()),
      counted_(live_somewhere_.size()) {}

double systems_of_unit(double per_unit, double network, double retired, int of_site, int live) {
    const double kept = network > 0 ? 1.0 - retired / network : 1.0;
    const double share = network > 0 ? per_unit / network : 0.0;
    return per_unit * kept + share * of_site + live;
}

void SystemLandscape::on(const UnitLive& signal) {
    ++live_[signal.unit];
    live_somewhere_[signal.technology.index()] = true;
}

void SystemLandscape::on(const LegacyRetired& signal) {
    if (counted_[signal.technology.index()]) return;
    counted_[signal.technology.index()] = true;  // once, however many steps retire it
    const double left = numbers_.network - retired_;
    retired_ += std::min<double>(left, world_.scenario.technologies[signal.technology].replaces_systems);
}

void SystemLandscape::add_system(SiteId site) {
    ++spontaneous_[site];
    world_.trace(TraceEvent::system_added, EntityKind::site, site.value());
}

double SystemLandscape::network_systems() const {
    double sum = numbers_.network - retired_;
    for (int count : spontaneous_) sum += count;
    for (bool live : live_somewhere_) sum += live ? 1 : 0;
    return sum;
}

/// Each unit meets its share of the network's systems.
double SystemLandscape::systems(UnitId unit) const {
    return systems_of_unit(numbers_.per_unit, numbers_.network, retired_,
                           spontaneous_[world_.scenario.units[unit].site], live_[unit]);
}

double SystemLandscape::switching_minutes(UnitId unit) const {
    return minutes_of_switching(numbers_.switching.in_minutes(), systems(unit), numbers_.per_unit);
}

double SystemLandscape::double_documentation_minutes(UnitId unit) const {
    const TechnologyUse& use = world_.the<TechnologyUse>();
    double minutes = 0;
    for (TechnologyId technology : world_.scenario.technologies.ids())
        if (use.is_live(technology, unit) && use.legacy_there(technology))
            minutes += numbers_.double_documentation.in_minutes() * use.use_share(technology, unit);
    return minutes;
}

void SystemLandscape::on(const WeekBegins& signal) {
    if (!numbers_.team) return;
    const Duration each =
        numbers_.upkeep.draw(world_.streams, upkeep_draw, random::EntityKey{"systems"}, signal.week);
    const Duration effort = each.scaled(network_systems());
    if (effort > Duration{})
        world_.submit_work({.team = numbers_.team,
                            .work_class = WorkClass::maintenance,
                            .effort = effort,
                            .cost = std::nullopt});
}

void SystemLandscape::declare(Figures<SystemLandscape>& figures) {
    figures.about(Subject::portfolio);
    figures.weekly_ratio(
        {"systems", Reading::number, "systems that people of a unit work with"}, every_scope,
        [](const SystemLandscape& landscape, UnitId unit) { return Ratio{landscape.systems(unit), 1.0}; });
    const auto network = [](const SystemLandscape& landscape) { return landscape.network_systems(); };
    figures.weekly({"systems_network", Reading::number, "different systems of the network"}, network);
    figures.at_end({"systems_end", Reading::number, "different systems of the network at the end"}, network);
}

}  // namespace golive::model
