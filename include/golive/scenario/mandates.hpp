//! [mandate.*]: work that authorities impose, at known dates or at random.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <golive/base/date.hpp>
#include <golive/scenario/ids.hpp>
#include <golive/scenario/uncertain.hpp>

namespace golive::scenario {

struct Mandate {
    std::string name;
    std::optional<Date> date;  ///< known; unset: at random
    Uncertain<Rate> rate;      ///< of those at random
    TeamId team;
    Uncertain<Duration> effort;
    Duration due;            ///< from its arrival
    Duration notice;         ///< that whoever watches the authorities has before it arrives
    Uncertain<double> rush;  ///< effort of work done in a hurry over effort of planned work
    Duration documentation;  ///< per clinician and shift, from its due date on
    Money penalty;           ///< per week after its due date
};
using MandateId = Id<Mandate>;

}  // namespace golive::scenario
