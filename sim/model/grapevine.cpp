#include "model/grapevine.hpp"

#include "model/world.hpp"

namespace golive::model {
namespace {

/// Nobody asks how it goes on the first days.
constexpr Duration until_it_can_be_told = Duration::weeks(3);

}  // namespace

void Grapevine::on(const WeekBegins&) {
    if (!world_.scenario.early_wins) return;
    for (TechnologyId technology : world_.scenario.technologies.ids()) spread(technology);
}

void Grapevine::spread(TechnologyId technology) {
    struct News {
        double tone = 0;
        double units = 0;
    };
    const TechnologyUse& use = world_.the<TechnologyUse>();
    IdVector<SiteId, News> sites(world_.scenario.sites.size());
    News all;
    for (UnitId unit : world_.scenario.units.ids()) {
        if (use.live_for(technology, unit) < until_it_can_be_told) continue;
        const double tone = 2 * use.use_share(technology, unit) - 1;
        for (News* news : {&sites[world_.scenario.units[unit].site], &all}) {
            news->tone += tone;
            news->units += 1;
        }
    }
    if (all.units == 0) return;
    const EarlyWins& section = *world_.scenario.early_wins;
    const double rate = section.rate.for_run(world_.streams);
    const double from_afar = section.other_sites.for_run(world_.streams).value();
    for (UnitId unit : world_.scenario.units.ids()) {
        if (use.is_live(technology, unit)) continue;
        const News& here = sites[world_.scenario.units[unit].site];
        const double heard = here.units + from_afar * (all.units - here.units);
        if (heard <= 0) continue;
        const double tone = (here.tone + from_afar * (all.tone - here.tone)) / heard;
        const double loud = here.units > 0 ? 1.0 : from_afar;
        world_.the<TechnologyUse>().pull_attitudes(technology, unit, rate * loud, tone);
    }
}

}  // namespace golive::model
