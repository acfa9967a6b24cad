//! [early_wins]: units hear how it goes elsewhere.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct EarlyWins {
    Uncertain<double> rate;        ///< pull on attitudes per week, of units that hear of it fully
    Uncertain<Share> other_sites;  ///< how much is heard from another site
};

}  // namespace golive::scenario
