//! [value]: minutes, satisfaction, quality and money.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

template <template <class> class Number>
struct ValueSection {
    Number<Share> realised;  ///< of time saved that becomes money
    Money shift_margin;      ///< contribution of a clinician's shift at full throughput
    Money quality_payment;   ///< per year at a quality score of 100 %
    Rate discount;           ///< of later money

    static auto members(auto& section) {
        auto& [realised, shift_margin, quality_payment, discount] = section;
        return std::tie(realised, shift_margin, quality_payment, discount);
    }
};
using Value = ValueSection<Uncertain>;

}  // namespace golive::scenario
