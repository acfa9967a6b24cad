//! [digital_officer]: somebody who owns digitalisation, with a roadmap.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct DigitalOfficer {
    int in_progress;              ///< technologies on their way at once, in the order of the roadmap
    Share accepts;                ///< of departments' projects
    Duration announces;           ///< changes ahead of their go-live
    Uncertain<double> readiness;  ///< added to attitudes by a change that was announced
    Money cost;                   ///< per year
};

}  // namespace golive::scenario
