//! [measuring]: what management sees of units, and the help that follows.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/ids.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct Measuring {
    enum class What { adoption, uptime };
    What what;
    Duration every;
    Duration delay;                 ///< from the count to somebody's acting on it
    Share below;                    ///< units that use the technology less get help
    int units;                      ///< helped at a time
    TeamId team;                    ///< who helps; unset: clinicians among themselves
    Uncertain<Duration> hours;      ///< of help per unit
    Uncertain<double> tau_hours;    ///< after which 63 % of latent issues are known
    Uncertain<Duration> fix_hours;  ///< that do away with one issue
    Uncertain<Share> refresher;     ///< of the skill still missing, closed
    Uncertain<Share> revival;       ///< chance that somebody who gave up tries again
};

}  // namespace golive::scenario
