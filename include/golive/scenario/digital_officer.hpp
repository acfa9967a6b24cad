//! [digital_officer]: somebody who owns digitalisation, with a roadmap.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

template <template <class> class Number>
struct DigitalOfficerSection {
    int in_progress;           ///< technologies on their way at once, in the order of the roadmap
    Share accepts;             ///< of departments' projects
    Duration announces;        ///< changes ahead of their go-live
    Number<double> readiness;  ///< added to attitudes by a change that was announced
    Money cost;                ///< per year

    static auto members(auto& section) {
        auto& [in_progress, accepts, announces, readiness, cost] = section;
        return std::tie(in_progress, accepts, announces, readiness, cost);
    }
};
using DigitalOfficer = DigitalOfficerSection<Uncertain>;

}  // namespace golive::scenario
