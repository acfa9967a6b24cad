#include "model/site_equity.hpp"

#include "model/world.hpp"

#include <algorithm>
#include <numeric>

namespace golive::model {

double gini(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const auto n = static_cast<double>(values.size());
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    if (values.empty() || sum <= 0) return 0.0;
    double weighted = 0;
    for (std::size_t i = 0; i < values.size(); ++i)
        weighted += (2.0 * static_cast<double>(i + 1) - n - 1) * values[i];
    return weighted / (n * sum);
}

SiteEquity::Gap SiteEquity::gap(const std::vector<double>& values) {
    if (values.empty()) return {};
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return {gini(values), *high - *low};
}

int SiteEquity::maturity(SiteId site) const {
    const TechnologyUse& use = world_.the<TechnologyUse>();
    int reached = 0;
    for (TechnologyId technology : world_.layout.roadmap()) {
        Part part;
        for (UnitId unit : world_.scenario.sites[site].units) {
            const Part here = use.adopters(technology, unit);
            part.amount += here.amount;
            part.of += here.of;
        }
        if (part.of == 0) continue;  // nobody's work: it says nothing about the site
        const int level = world_.scenario.technologies[technology].level;
        if (part.amount < world_.scenario.adoption.mature_above.value() * part.of)
            return std::min(reached, level - 1);
        reached = std::max(reached, level);
    }
    return reached;
}

void SiteEquity::declare(Declarations& declare) {
    declare.series("maturity", "1", "digital maturity: mean level of the sites",
                   {ScopeKind::network, ScopeKind::site});
    declare.series("gini_sites", "1", "Gini coefficient of use between sites", network_only);
    declare.series("gini_units", "1", "Gini coefficient of use between units", network_only);
    declare.scalar("maturity_end", "1", "mean digital maturity of the sites at the end", Reading::number);
    declare.scalar("gini_maturity", "1", "Gini coefficient of maturity between sites at the end",
                   Reading::number);
    declare.scalar("gini_sites", "1", "Gini coefficient of use between sites at the end", Reading::number);
    declare.scalar("gini_units", "1", "Gini coefficient of use between units at the end", Reading::number);
    declare.scalar("spread_sites", "1", "use in the best site less use in the worst, at the end",
                   Reading::share);
    declare.scalar("spread_units", "1", "use in the best unit less use in the worst, at the end",
                   Reading::share);
}

/// Use of a unit or a site: the share of occasions taken, over all technologies that have work there.
void SiteEquity::sample(Recorder& record) {
    const TechnologyUse& use = world_.the<TechnologyUse>();
    std::vector<double> of_sites, of_units, levels;
    for (SiteId site : world_.scenario.sites.ids()) {
        Part all;
        for (UnitId unit : world_.scenario.sites[site].units) {
            const Part here = use.last_week(unit);
            if (here.of > 0) of_units.push_back(here.amount / here.of);
            all.amount += here.amount;
            all.of += here.of;
        }
        if (all.of > 0) of_sites.push_back(all.amount / all.of);
        levels.push_back(maturity(site));
    }
    sites_ = gap(of_sites);
    units_ = gap(of_units);
    maturity_gini_ = gini(levels);
    maturity_ = levels.empty()
                    ? 0.0
                    : std::accumulate(levels.begin(), levels.end(), 0.0) / static_cast<double>(levels.size());
    record.ratio("maturity", [&](UnitId unit) {  // each unit stands for its part of its site
        const SiteId site = world_.scenario.units[unit].site;
        const double part = 1.0 / static_cast<double>(world_.scenario.sites[site].units.size());
        return Part{levels[site.index()] * part, part};
    });
    record.network("gini_sites", sites_.gini);
    record.network("gini_units", units_.gini);
}

void SiteEquity::finish(Recorder& record) const {
    record.scalar("maturity_end", maturity_);
    record.scalar("gini_maturity", maturity_gini_);
    record.scalar("gini_sites", sites_.gini);
    record.scalar("gini_units", units_.gini);
    record.scalar("spread_sites", sites_.spread);
    record.scalar("spread_units", units_.spread);
}

}  // namespace golive::model
