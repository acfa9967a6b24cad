//! [burnout]: burden wears people out, and worn-out people leave.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct Burnout {
    Uncertain<Share> reference;  ///< burned out at the start
    Uncertain<double> per_hour;  ///< log odds per hour of burden a shift beyond that of the start
    Uncertain<Duration> lag;     ///< in which 63 % of the way is gone
    Uncertain<Share> exits;      ///< of resignations at the start that burnout is the reason of
    Uncertain<double> cynicism;  ///< pull on attitudes per shift, from nobody burned out to everybody
};

}  // namespace golive::scenario
