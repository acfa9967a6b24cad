#include "model/superuser_network.hpp"

#include "model/figures.hpp"
#include "model/ledger.hpp"
#include "model/staffing.hpp"
#include "model/technology_use.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Draw lot_draw{"superusers.lot"};

}  // namespace

double revival_by(int present, double revival) { return 1.0 - std::pow(1.0 - revival, present); }

double translation_of(double weight, int superusers, std::size_t on_duty) {
    return on_duty == 0 ? 0.0 : weight * superusers / static_cast<double>(on_duty);
}

std::size_t superusers_of(double share, std::size_t people) {
    return std::min(people, static_cast<std::size_t>(std::lround(share * static_cast<double>(people))));
}

SuperuserNetwork::SuperuserNetwork(World world)
    : world_{world},
      numbers_{world.numbers(world.scenario.superusers)},
      help_minutes_{numbers_.help_minutes.in_minutes()},
      chosen_(world.layout.posts().size()),
      unit_done_(world.scenario.units.size()),
      live_since_(world.scenario.units.size()),
      in_unit_(world.scenario.units.size()) {}

void SuperuserNetwork::on(const UnitLive& signal) {
    choose(signal.unit);
    live_since_[signal.unit] = world_.now();
}

void SuperuserNetwork::on(const PersonLeft& signal) {
    if (!chosen_[signal.post.index()]) return;
    chosen_[signal.post.index()] = false;
    --in_unit_[world_.layout.posts()[signal.post].unit];
    --chosen_count_;
}

void SuperuserNetwork::deepen(TechnologyId technology, PostId post) {
    if (chosen_[post.index()])
        world_.the<TechnologyUse>().deepen_skill(technology, post, numbers_.deeper_training.value());
}

void SuperuserNetwork::choose(UnitId unit) {
    if (unit_done_[unit.index()]) return;
    unit_done_[unit.index()] = true;
    struct Candidate {
        double rank;
        PostId post;
    };
    std::vector<Candidate> candidates;
    const bool volunteers = numbers_.chosen == SuperuserChoice::volunteers;
    const PostRange range = world_.layout.posts_of(unit);
    const Staffing& staffing = world_.the<Staffing>();
    for (std::uint32_t p = range.first; p < range.last; ++p) {
        const PostId post{p};
        if (!staffing.employed(post)) continue;
        const double lot = world_.streams.uniform(lot_draw, staffing.person_key(post));
        candidates.push_back({volunteers ? -static_cast<double>(staffing.person(post).comfort) : lot, post});
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.post < b.post;
    });
    const std::size_t count = superusers_of(numbers_.share.value(), candidates.size());
    for (std::size_t c = 0; c < count; ++c) {
        chosen_[candidates[c].post.index()] = true;
        ++in_unit_[unit];
        ++chosen_count_;
        world_.trace(TraceEvent::superuser_chosen, EntityKind::clinician, candidates[c].post.value());
    }
}

SuperusersOnShift SuperuserNetwork::on_shift(UnitId unit, std::span<const PostId> on_duty) const {
    const bool is_protected = world_.now() < live_since_[unit] + numbers_.protected_for;
    const double share = (is_protected ? numbers_.protected_time : numbers_.lasting_time).value();
    SuperusersOnShift shift{.unit = unit};
    for (PostId post : on_duty) {
        if (!chosen_[post.index()]) continue;
        ++shift.present;
        const RoleId role = world_.layout.posts()[post].role;
        shift.minutes_left += share * world_.scenario.roles[role].shift_length.in_minutes();
    }
    return shift;
}

bool SuperuserNetwork::solve(SuperusersOnShift& shift) {
    if (shift.present == 0) return false;
    if (shift.minutes_left < help_minutes_) {
        ++overloaded_;
        return false;
    }
    shift.minutes_left -= help_minutes_;
    ++solved_;
    world_.the<Ledger>().take_hours(HoursFor::helping_peers, Duration::from_seconds(help_minutes_ * 60),
                                    shift.unit);
    return true;
}

void SuperuserNetwork::declare(Figures<SuperuserNetwork>& figures) {
    figures.about(Subject::people);
    figures.weekly_ratio({"superusers", Reading::share, "super-users as a share of filled posts"},
                         every_scope, [](const SuperuserNetwork& network, UnitId unit) {
                             return Ratio{static_cast<double>(network.in_unit_[unit]),
                                          static_cast<double>(network.world_.the<Staffing>().filled(unit))};
                         });
    figures.at_end({"superuser_solved", Reading::number, "problems that a super-user solved on the spot"},
                   [](const SuperuserNetwork& network) { return network.solved_; });
    figures.at_end(
        {"superuser_overloaded", Reading::number, "problems that found every super-user on shift busy"},
        [](const SuperuserNetwork& network) { return network.overloaded_; });
}

}  // namespace golive::model
