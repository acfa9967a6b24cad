//! What all replications of a scenario share: posts and their rosters, the instantiated plan, calendars.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/vocabulary.hpp"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <golive/kernel/calendar.hpp>
#include <golive/model/instance.hpp>
#include <golive/random/stream.hpp>

namespace golive::model {

/// A position for one clinician; people come and go in it.
struct Post {
    UnitId unit;
    RoleId role;
    random::EntityKey key;
};
using PostId = Id<Post>;

/// The posts of a unit stand together in the table, role by role.
struct PostRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;  // one past
    [[nodiscard]] std::uint32_t size() const { return last - first; }
};

enum class ShiftKind { day, night };

/// Rosters repeat every four weeks: quarter shifts per week are kept exactly, nights come in blocks.
inline constexpr int roster_days = 28;
inline constexpr Duration day_shift_start = Duration::hours(7);
inline constexpr Duration night_shift_start = Duration::hours(19);

/// Whether a post of so many shifts a week works on `day` of the roster: spread evenly over four weeks, from
/// the post's `offset` on.
[[nodiscard]] bool works_on(double shifts_per_week, std::uint64_t offset, int day);
/// Nights come as one block a roster, at a different place for neighbouring posts, so that cover is even.
[[nodiscard]] ShiftKind shift_of(double nights, std::uint64_t offset, int day);
/// Devices for so many beds, people or units: rule times ratio, rounded up.
[[nodiscard]] int devices_for(double base, double ratio);

class Layout {
 public:
    explicit Layout(const Scenario& scenario);

    [[nodiscard]] const IdVector<PostId, Post>& posts() const { return posts_; }
    [[nodiscard]] const IdVector<InstanceId, Instance>& plan() const { return plan_; }
    /// The line of the plan that the instance is of, and its step.
    [[nodiscard]] const Activity& activity(InstanceId instance) const {
        return scenario_.plan[plan_[instance].activity];
    }
    template <class Kind>
    [[nodiscard]] const Kind& step(InstanceId instance) const {
        return std::get<Kind>(activity(instance).step);
    }
    template <class Kind>
    [[nodiscard]] bool is(InstanceId instance) const {
        return std::holds_alternative<Kind>(activity(instance).step);
    }
    [[nodiscard]] PostRange posts_of(UnitId unit) const { return unit_posts_[unit]; }
    [[nodiscard]] random::EntityKey key_of(UnitId unit) const { return unit_keys_[unit]; }
    [[nodiscard]] WaveId wave_of(UnitId unit) const { return wave_of_[unit]; }
    /// Technologies by maturity level, then as in the file.
    [[nodiscard]] const std::vector<TechnologyId>& roadmap() const { return roadmap_; }
    [[nodiscard]] Time horizon() const { return horizon_; }
    [[nodiscard]] const kernel::Calendar& working_time() const { return working_time_; }
    [[nodiscard]] const kernel::Calendar& hours_of(TeamId team) const;
    /// Whether `role` is one whose people `technology` is for: it has opportunities in one of the purposes.
    [[nodiscard]] bool serves(TechnologyId technology, RoleId role) const;
    /// Whether `role` is among `roles`; where none are named, whether the technology serves it.
    [[nodiscard]] bool counts(TechnologyId technology, const std::vector<RoleId>& roles, RoleId role) const;
    /// The posts of a unit on duty in a shift that starts on day `day`.
    [[nodiscard]] std::span<const PostId> on_duty(UnitId unit, std::int64_t day, ShiftKind shift) const;
    /// Most posts of the given roles ever on duty together in a unit; empty roles: all whom
    /// the technology serves.
    [[nodiscard]] int peak_on_duty(UnitId unit, TechnologyId technology,
                                   const std::vector<RoleId>& roles) const;
    /// Devices that the technology's rule asks for in a unit, without spares; 0 without a rule.
    [[nodiscard]] int devices_needed(TechnologyId technology, UnitId unit) const;

 private:
    void place_posts();
    void place_rosters();
    const Scenario& scenario_;
    std::vector<TechnologyId> roadmap_;
    Time horizon_;
    kernel::Calendar working_time_;
    kernel::Calendar always_;
    IdVector<PostId, Post> posts_;
    IdVector<UnitId, PostRange> unit_posts_;
    IdVector<UnitId, random::EntityKey> unit_keys_;
    IdVector<UnitId, WaveId> wave_of_;
    struct Roster {
        std::array<std::vector<PostId>, 2 * roster_days> duty;  // [day of the cycle][shift]
    };
    IdVector<UnitId, Roster> rosters_;
    IdVector<InstanceId, Instance> plan_;
};

}  // namespace golive::model
