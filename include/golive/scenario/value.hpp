//! [value]: minutes, satisfaction, quality and money.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct Value {
    Uncertain<Share> realised;  ///< of time saved that becomes money
    Money shift_margin;         ///< contribution of a clinician's shift at full throughput
    Money quality_payment;      ///< per year at a quality score of 100 %
    Rate discount;              ///< of later money
};

}  // namespace golive::scenario
