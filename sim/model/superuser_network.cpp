#include "model/superuser_network.hpp"

#include "model/world.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Purpose lot_draw{"superusers.lot"};

}  // namespace

SuperuserNetwork::SuperuserNetwork(World& world)
    : world_{world},
      active_{world.scenario.superusers.has_value()},
      chosen_(world.layout.posts().size()),
      unit_done_(world.scenario.units.size()),
      live_since_(world.scenario.units.size()),
      in_unit_(world.scenario.units.size()) {
    if (!active_) return;
    const Superusers& section = *world.scenario.superusers;
    help_minutes_ = section.help_minutes.for_run(world.streams).in_minutes();
    deeper_ = section.deeper_training.for_run(world.streams).value();
    translation_ = section.translation.for_run(world.streams);
    revival_ = section.revival.for_run(world.streams).value();
}

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

void SuperuserNetwork::on(const PersonTrained& signal) {
    if (chosen_[signal.post.index()])
        world_.the<TechnologyUse>().deepen_skill(signal.technology, signal.post, deeper_);
}

void SuperuserNetwork::choose(UnitId unit) {
    if (!active_ || unit_done_[unit.index()]) return;
    unit_done_[unit.index()] = true;
    struct Candidate {
        double rank;
        PostId post;
    };
    std::vector<Candidate> candidates;
    const bool volunteers = world_.scenario.superusers->chosen == Superusers::Chosen::volunteers;
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
    const double wanted = world_.scenario.superusers->share.value() * static_cast<double>(candidates.size());
    const auto count = std::min(candidates.size(), static_cast<std::size_t>(std::lround(wanted)));
    for (std::size_t c = 0; c < count; ++c) {
        chosen_[candidates[c].post.index()] = true;
        ++in_unit_[unit];
        ++chosen_count_;
        world_.trace(TraceEvent::superuser_chosen, EntityKind::clinician, candidates[c].post.value());
    }
}

void SuperuserNetwork::begin_shift(UnitId unit, std::span<const PostId> on_duty) {
    present_.clear();
    minutes_left_ = 0;
    unit_ = unit;
    if (!active_) return;
    const Superusers& section = *world_.scenario.superusers;
    const bool is_protected = world_.now() < live_since_[unit] + section.protected_for;
    const double share = (is_protected ? section.protected_time : section.lasting_time).value();
    for (PostId post : on_duty) {
        if (!chosen_[post.index()]) continue;
        present_.push_back(post);
        const RoleId role = world_.layout.posts()[post].role;
        minutes_left_ += share * world_.scenario.roles[role].shift_length.in_minutes();
    }
}

bool SuperuserNetwork::solve() {
    if (present_.empty()) return false;
    if (minutes_left_ < help_minutes_) {
        ++overloaded_;
        return false;
    }
    minutes_left_ -= help_minutes_;
    ++solved_;
    world_.the<Ledger>().take_hours(HoursFor::helping_peers, Duration::from_seconds(help_minutes_ * 60),
                                    unit_);
    return true;
}

double SuperuserNetwork::revival() const {
    return 1.0 - std::pow(1.0 - revival_, static_cast<double>(present_.size()));
}

double SuperuserNetwork::translation(std::size_t on_duty) const {
    return on_duty == 0 ? 0.0
                        : translation_ * static_cast<double>(present_.size()) / static_cast<double>(on_duty);
}

void SuperuserNetwork::declare(Declarations& declare) {
    if (!declare.scenario.superusers) return;
    declare.series("superusers", "1", "super-users as a share of filled posts", every_scope);
    declare.scalar("superuser_solved", "1", "problems that a super-user solved on the spot", Reading::number);
    declare.scalar("superuser_overloaded", "1", "problems that found every super-user on shift busy",
                   Reading::number);
}

void SuperuserNetwork::sample(Recorder& record) const {
    if (!active_) return;
    record.ratio("superusers", [&](UnitId unit) {
        const PostRange range = world_.layout.posts_of(unit);
        const auto first = chosen_.begin() + range.first;
        return Part{static_cast<double>(std::count(first, first + range.size(), true)),
                    static_cast<double>(world_.the<Staffing>().filled(unit))};
    });
}

void SuperuserNetwork::finish(Recorder& record) const {
    if (!active_) return;
    record.scalar("superuser_solved", static_cast<double>(solved_));
    record.scalar("superuser_overloaded", static_cast<double>(overloaded_));
}

}  // namespace golive::model
