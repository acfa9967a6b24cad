//! [burnout]: burden wears people out, and worn-out people leave.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

template <template <class> class Number>
struct BurnoutSection {
    Number<Share> reference;  ///< burned out at the start
    Number<double> per_hour;  ///< log odds per hour of burden a shift beyond that of the start
    Number<Duration> lag;     ///< in which 63 % of the way is gone
    Number<Share> exits;      ///< of resignations at the start that burnout is the reason of
    Number<double> cynicism;  ///< pull on attitudes per shift, from nobody burned out to everybody

    static auto members(auto& section) {
        auto& [reference, per_hour, lag, exits, cynicism] = section;
        return std::tie(reference, per_hour, lag, exits, cynicism);
    }
};
using Burnout = BurnoutSection<Uncertain>;

}  // namespace golive::scenario
