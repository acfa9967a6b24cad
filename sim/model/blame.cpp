#include "model/blame.hpp"

#include "model/odds.hpp"

#include <algorithm>
#include <vector>

namespace golive::model {

Gains gains_of(const AdoptionNumbers& weights, const Standing& now) {
    const double unanswered = std::clamp(static_cast<double>(now.let_down), 0.0, 1.0 - now.attitude);
    const double overload = std::max(0.0, now.workload - 1);
    Gains gains{};
    const auto gain = [&](Reason reason) -> double& { return gains[static_cast<std::size_t>(reason)]; };
    gain(Reason::skill) = weights.skill * 2 * (1 - now.skill);
    gain(Reason::fit) = weights.fit * 2 * (1 - now.fit);
    gain(Reason::unanswered) = weights.attitude * unanswered;
    gain(Reason::attitude) = weights.attitude * (1 - now.attitude - unanswered);
    gain(Reason::burden) = -weights.workload * overload;
    gain(Reason::peers) = weights.peers * 2 * (1 - now.peers);
    gain(Reason::old_way) = now.old_way ? -weights.legacy : 0.0;
    return gains;
}

Blame blame_for(const Situation& situation) {
    const auto use = [](double devices, double purposes, double log_odds) {
        return devices * purposes * logistic(log_odds);
    };
    const double now = use(situation.device_share, situation.purpose_share, situation.log_odds);
    Blame blame{};
    double sum = 0;
    for (std::size_t r = 0; r < reason_count; ++r) {
        const auto reason = static_cast<Reason>(r);
        const double better = use(reason == Reason::no_device ? 1.0 : situation.device_share,
                                  reason == Reason::no_purpose ? 1.0 : situation.purpose_share,
                                  situation.log_odds + situation.gains[r]);
        blame[r] = std::max(0.0, better - now);  // what drives people to it is not to blame
        sum += blame[r];
    }
    if (sum <= 0) {  // no single thing would help
        const bool neither = situation.device_share <= 0 && situation.purpose_share <= 0;
        const auto blamed =
            neither ? std::vector{Reason::no_device, Reason::no_purpose} : std::vector{Reason::attitude};
        for (const Reason reason : blamed) blame[static_cast<std::size_t>(reason)] = 1;
        sum = static_cast<double>(blamed.size());
    }
    for (double& share : blame) share /= sum;
    return blame;
}

}  // namespace golive::model
