//! M10's maturity and M21, equity: how far sites have come, and how far apart they are.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"

#include <vector>

namespace golive::model {

class World;

/// Mean absolute difference of all pairs over twice the mean (Gini 1912); 0 where all are equal or nothing.
[[nodiscard]] double gini(std::vector<double> values);

/// Maturity of a site: the highest level all of whose technologies, and those of the levels below, have been
/// adopted by enough of its clinicians.
class SiteEquity {
 public:
    explicit SiteEquity(World& world) : world_{world} {}

    static void declare(Declarations& declare);
    void sample(Recorder& record);
    void finish(Recorder& record) const;

 private:
    [[nodiscard]] int maturity(SiteId site) const;

    World& world_;
    struct Gap {
        double gini = 0;
        double spread = 0;
    };
    [[nodiscard]] static Gap gap(const std::vector<double>& values);
    Gap sites_;
    Gap units_;
    double maturity_ = 0;
    double maturity_gini_ = 0;
};

}  // namespace golive::model
