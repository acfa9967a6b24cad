//! [budget]: an envelope, a part of it kept for redesign, and what happens when it is empty.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <golive/scenario/ids.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct Budget {
    enum class Exhausted {
        cut,        ///< what cannot be paid is left out
        reapprove,  ///< it waits until a body grants more
    };
    Money total;
    Share redesign_share;  ///< kept for discovery, co-design, huddles, optimisation and training
    Exhausted exhausted;
    BodyId body;   ///< that grants more
    Share top_up;  ///< of the total, per grant
    int grants;    ///< at most; then scope is cut
};

}  // namespace golive::scenario
