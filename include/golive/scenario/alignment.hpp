//! [alignment]: how far those who choose and rank see what clinicians need.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

/// Correlation between the value that something has for clinicians and the value that deciders see in it.
/// Left out: 1.
template <template <class> class Number>
struct AlignmentSection {
    Number<double> alone;           ///< of IT by itself
    Number<Share> embedded;         ///< of what is missing, closed by embedded clinicians
    Number<Share> superusers;       ///< by informatics nurses and super-users
    Number<Share> product_manager;  ///< by a product manager
    Number<Share> measuring;        ///< by measured adoption
    Number<Duration> half_life;     ///< of the way to what its sources sustain, up or down
    Number<double> vote;            ///< log odds of approval from no alignment to full alignment

    static auto members(auto& section) {
        auto& [alone, embedded, superusers, product_manager, measuring, half_life, vote] = section;
        return std::tie(alone, embedded, superusers, product_manager, measuring, half_life, vote);
    }
};
using Alignment = AlignmentSection<Uncertain>;

}  // namespace golive::scenario
