//! [early_wins]: units hear how it goes elsewhere.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

template <template <class> class Number>
struct EarlyWinsSection {
    Number<double> rate;        ///< pull on attitudes per week, of units that hear of it fully
    Number<Share> other_sites;  ///< how much is heard from another site

    static auto members(auto& section) {
        auto& [rate, other_sites] = section;
        return std::tie(rate, other_sites);
    }
};
using EarlyWins = EarlyWinsSection<Uncertain>;

}  // namespace golive::scenario
