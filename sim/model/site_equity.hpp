//! M10's maturity and M21, equity: how far sites have come, and how far apart they are.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/ratio.hpp"
#include "model/world.hpp"

#include <span>
#include <vector>

namespace golive::model {

class ClinicianShifts;
class TechnologyUse;

/// Mean absolute difference of all pairs over twice the mean (Gini 1912); 0 where all are equal or nothing.
[[nodiscard]] double gini(std::vector<double> values);

/// A technology's level, and who has adopted it of those whom it serves on a site.
struct LevelAdopted {
    int level = 0;
    Ratio adopters;
};
/// Maturity of a site: the highest level all of whose technologies, and those of the levels below, have been
/// adopted by the share `enough` of its clinicians; 0 where the first have not. In the order of levels. What
/// serves nobody there says nothing.
[[nodiscard]] int maturity_of(std::span<const LevelAdopted> technologies, double enough);

/// Maturity of sites, and how far their use is apart.
class SiteEquity {
 public:
    using World = WorldFor<SiteEquity, const TechnologyUse, const ClinicianShifts>;
    explicit SiteEquity(World world) : world_{world}, levels_(world.scenario.sites.size()) {}

    static void declare(Figures<SiteEquity>& figures);
    void reckon_week();

 private:
    [[nodiscard]] int maturity(SiteId site) const;
    [[nodiscard]] double mean_level() const;

    World world_;
    struct Gap {
        double gini = 0;
        double spread = 0;
    };
    [[nodiscard]] static Gap gap(const std::vector<double>& values);
    Gap sites_;
    Gap units_;
    std::vector<double> levels_;  // maturity by site
};

}  // namespace golive::model
