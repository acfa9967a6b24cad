#include "model/site_equity.hpp"

#include "model/clinician_shifts.hpp"
#include "model/figures.hpp"
#include "model/technology_use.hpp"

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

int maturity_of(std::span<const LevelAdopted> technologies, double enough) {
    int reached = 0;
    for (const auto& [level, adopters] : technologies) {
        if (adopters.of == 0) continue;
        if (adopters.amount < enough * adopters.of) return std::min(reached, level - 1);
        reached = std::max(reached, level);
    }
    return reached;
}

SiteEquity::Gap SiteEquity::gap(const std::vector<double>& values) {
    if (values.empty()) return {};
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return {gini(values), *high - *low};
}

int SiteEquity::maturity(SiteId site) const {
    const TechnologyUse& use = world_.the<TechnologyUse>();
    std::vector<LevelAdopted> technologies;
    for (TechnologyId technology : world_.layout.roadmap()) {
        LevelAdopted here{world_.scenario.technologies[technology].level, {}};
        for (UnitId unit : world_.scenario.sites[site].units) here.adopters += use.adopters(technology, unit);
        technologies.push_back(here);
    }
    return maturity_of(technologies, world_.scenario.adoption.mature_above.value());
}

/// Use of a unit or a site: the share of occasions taken, over all technologies that have work there.
void SiteEquity::reckon_week() {
    std::vector<double> of_sites, of_units;
    for (SiteId site : world_.scenario.sites.ids()) {
        Ratio all;
        for (UnitId unit : world_.scenario.sites[site].units) {
            const Ratio here = world_.the<ClinicianShifts>().last_week(unit);
            if (here.of > 0) of_units.push_back(here.value());
            all += here;
        }
        if (all.of > 0) of_sites.push_back(all.value());
        levels_[site.index()] = maturity(site);
    }
    sites_ = gap(of_sites);
    units_ = gap(of_units);
}

double SiteEquity::mean_level() const {
    return levels_.empty()
               ? 0.0
               : std::accumulate(levels_.begin(), levels_.end(), 0.0) / static_cast<double>(levels_.size());
}

void SiteEquity::declare(Figures<SiteEquity>& figures) {
    figures.about(Subject::equity);
    figures.weekly_ratio({"maturity", Reading::number, "digital maturity: mean level of the sites"},
                         {ScopeKind::network, ScopeKind::site}, [](const SiteEquity& equity, UnitId unit) {
                             // each unit stands for its part of its site
                             const SiteId site = equity.world_.scenario.units[unit].site;
                             const auto& units = equity.world_.scenario.sites[site].units;
                             const double part = 1.0 / static_cast<double>(units.size());
                             return Ratio{equity.levels_[site.index()] * part, part};
                         });
    const auto gini_of_sites = [](const SiteEquity& equity) { return equity.sites_.gini; };
    const auto gini_of_units = [](const SiteEquity& equity) { return equity.units_.gini; };
    figures.weekly({"gini_sites", Reading::number, "Gini coefficient of use between sites"}, gini_of_sites);
    figures.weekly({"gini_units", Reading::number, "Gini coefficient of use between units"}, gini_of_units);
    figures.at_end({"maturity_end", Reading::number, "mean digital maturity of the sites at the end"},
                   [](const SiteEquity& equity) { return equity.mean_level(); });
    figures.at_end(
        {"gini_maturity", Reading::number, "Gini coefficient of maturity between sites at the end"},
        [](const SiteEquity& equity) { return gini(equity.levels_); });
    figures.at_end({"gini_sites", Reading::number, "Gini coefficient of use between sites at the end"},
                   gini_of_sites);
    figures.at_end({"gini_units", Reading::number, "Gini coefficient of use between units at the end"},
                   gini_of_units);
    figures.at_end({"spread_sites", Reading::share, "use in the best site less use in the worst, at the end"},
                   [](const SiteEquity& equity) { return equity.sites_.spread; });
    figures.at_end({"spread_units", Reading::share, "use in the best unit less use in the worst, at the end"},
                   [](const SiteEquity& equity) { return equity.units_.spread; });
}

}  // namespace golive::model
