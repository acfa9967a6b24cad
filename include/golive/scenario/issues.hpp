//! [issues]: mismatches between a technology and the work of units, as things that units share.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

/// What a technology does not fit in a unit is made of issues; each is of a type, and units of a kind tend to
/// have the same types.
template <template <class> class Number>
struct IssuesSection {
    int types;                       ///< that a technology may have
    Share presence;                  ///< chance that a kind of unit has a type
    Number<Share> beyond;            ///< of types: the product will not have it otherwise
    Number<Share> kind_resemblance;  ///< chance that a unit is as its kind is
    Number<Share> site_resemblance;  ///< of two units on one site, on top or instead
    Number<double> severity_spread;  ///< sigma of the log of severities within a unit
    /// Uses times severity after which 63 % of latent issues have shown themselves.
    Number<double> uses_to_surface;
    /// Person-hours that build away a type that was known before the build.
    Uncertain<Duration> build_effort;

    static auto members(auto& section) {
        auto& [types, presence, beyond, kind_resemblance, site_resemblance, severity_spread, uses_to_surface,
               build_effort] = section;
        return std::tie(types, presence, beyond, kind_resemblance, site_resemblance, severity_spread,
                        uses_to_surface, build_effort);
    }
};
using Issues = IssuesSection<Uncertain>;

}  // namespace golive::scenario
