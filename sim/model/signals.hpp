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

/// Every seventh day at 06:00, before the day: what was counted over the week is reckoned.
struct WeekBegins {
    std::uint64_t week;
};
/// An issue has bitten users of a live unit until they noticed.
struct IssueShown {
    TechnologyId technology;
    UnitId unit;
    std::uint32_t type;
};

}  // namespace golive::model
