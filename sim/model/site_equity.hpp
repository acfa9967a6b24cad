//! M10's maturity and M21, equity: how far sites have come, and how far apart they are.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <vector>

namespace golive::model {

class ClinicianShifts;
class TechnologyUse;

/// Mean absolute difference of all pairs over twice the mean (Gini 1912); 0 where all are equal or nothing.
[[nodiscard]] double gini(std::vector<double> values);

/// Maturity of a site: the highest level all of whose technologies, and those of the levels below, have been
/// adopted by enough of its clinicians.
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
