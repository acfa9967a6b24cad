//! [alignment]: how far those who choose and rank see what clinicians need.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

/// Correlation between the value that something has for clinicians and the value that deciders see in it.
/// Left out: 1.
struct Alignment {
    Uncertain<double> alone;           ///< of IT by itself
    Uncertain<Share> embedded;         ///< of what is missing, closed by embedded clinicians
    Uncertain<Share> superusers;       ///< by informatics nurses and super-users
    Uncertain<Share> product_manager;  ///< by a product manager
    Uncertain<Share> measuring;        ///< by measured adoption
    Uncertain<Duration> half_life;     ///< of the way to what its sources sustain, up or down
    Uncertain<double> vote;            ///< log odds of approval from no alignment to full alignment
};

}  // namespace golive::scenario
