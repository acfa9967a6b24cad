//! What mechanisms tell one another. A mechanism that wants to know has a member `on(const Signal&)`.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/layout.hpp"

namespace golive::model {

/// The technology may be used in the unit from now on.
struct UnitLive {
    TechnologyId technology;
    UnitId unit;
};
/// The old ways that the technology replaces are gone.
struct LegacyRetired {
    TechnologyId technology;
};
struct PersonLeft {
    PostId post;
};
struct PersonJoined {
    PostId post;
};
/// A clinician has come out of a class or e-learning.
struct PersonTrained {
    TechnologyId technology;
    PostId post;
};
/// The daily tick, at 06:00: gates are looked at, go-lives happen.
struct DayBegins {
    std::int64_t day;
};

}  // namespace golive::model
