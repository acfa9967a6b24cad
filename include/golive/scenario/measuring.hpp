//! [measuring]: what management sees of units, and the help that follows.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/ids.hpp>
#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

enum class Measured { adoption, uptime };

template <template <class> class Number>
struct MeasuringSection {
    using What = Measured;
    What what;
    Duration every;
    Duration delay;              ///< from the count to somebody's acting on it
    Share below;                 ///< units that use the technology less get help
    int units;                   ///< helped at a time
    TeamId team;                 ///< who helps; unset: clinicians among themselves
    Uncertain<Duration> hours;   ///< of help per unit
    Number<double> tau_hours;    ///< after which 63 % of latent issues are known
    Number<Duration> fix_hours;  ///< that do away with one issue
    Number<Share> refresher;     ///< of the skill still missing, closed
    Number<Share> revival;       ///< chance that somebody who gave up tries again

    static auto members(auto& section) {
        auto& [what, every, delay, below, units, team, hours, tau_hours, fix_hours, refresher, revival] =
            section;
        return std::tie(what, every, delay, below, units, team, hours, tau_hours, fix_hours, refresher,
                        revival);
    }
};
using Measuring = MeasuringSection<Uncertain>;

}  // namespace golive::scenario
