//! What stands between a clinician and the technology on a shift.
#include "model/technology_use.hpp"
#include "model/world.hpp"

#include <algorithm>
#include <bit>

namespace golive::model {

/// The terms of the log odds as in context() and clinician_shift(), each with the distance to its best.
Situation TechnologyUse::situation(const ShiftContext& shift, PostId post) const {
    const Practice& practice = practices_[shift.technology.index()][post];
    const RoleId role = world_.layout.posts()[post].role;
    const Opportunities& lanes = lanes_[shift.technology.index()][role];
    Situation now;
    now.log_odds =
        shift.base + weights_.skill * (2 * practice.skill - 1) + weights_.attitude * practice.attitude;
    if (needs_device_[shift.technology.index()][role.index()]) now.device_share = shift.device_share;
    now.purpose_share = static_cast<double>(std::popcount(lanes.open)) / lanes.total;
    const double unanswered =
        std::clamp(static_cast<double>(practice.let_down), 0.0, 1.0 - practice.attitude);
    const double overload = std::max(0.0, world_.the<Staffing>().workload(shift.unit) - 1);
    const auto gain = [&](Reason reason) -> double& { return now.gains[static_cast<std::size_t>(reason)]; };
    gain(Reason::skill) = weights_.skill * 2 * (1 - practice.skill);
    gain(Reason::fit) = weights_.fit * 2 * (1 - shift.fit);
    gain(Reason::unanswered) = weights_.attitude * unanswered;
    gain(Reason::attitude) = weights_.attitude * (1 - practice.attitude - unanswered);
    gain(Reason::burden) = -weights_.workload * overload;
    gain(Reason::peers) = weights_.peers * 2 * (1 - at(shift.technology, shift.unit).peers);
    gain(Reason::old_way) = legacy_[shift.technology.index()] ? -weights_.legacy : 0.0;
    return now;
}

}  // namespace golive::model
