#include "model/grapevine.hpp"

#include "model/technology_use.hpp"

namespace golive::model {
namespace {

/// Nobody asks how it goes on the first days.
constexpr Duration until_it_can_be_told = Duration::weeks(3);

}  // namespace

News heard_on_site(const News& here, const News& all, double from_afar) {
    return {here.tone + from_afar * (all.tone - here.tone),
            here.units + from_afar * (all.units - here.units)};
}

void Grapevine::on(const WeekBegins&) {
    for (TechnologyId technology : world_.scenario.technologies.ids()) spread(technology);
}

void Grapevine::spread(TechnologyId technology) {
    TechnologyUse& use = world_.the<TechnologyUse>();
    IdVector<SiteId, News> sites(world_.scenario.sites.size());
    News all;
    for (UnitId unit : world_.scenario.units.ids()) {
        if (use.live_for(technology, unit) < until_it_can_be_told) continue;
        const double tone = tone_of_use(use.use_share(technology, unit));
        for (News* news : {&sites[world_.scenario.units[unit].site], &all}) {
            news->tone += tone;
            news->units += 1;
        }
    }
    if (all.units == 0) return;
    const double from_afar = numbers_.other_sites.value();
    for (UnitId unit : world_.scenario.units.ids()) {
        if (use.is_live(technology, unit)) continue;
        const News& here = sites[world_.scenario.units[unit].site];
        const News heard = heard_on_site(here, all, from_afar);
        if (heard.units <= 0) continue;
        const double loud = here.units > 0 ? 1.0 : from_afar;
        use.pull_attitudes(technology, unit, numbers_.rate * loud, heard.tone / heard.units);
    }
}

}  // namespace golive::model
