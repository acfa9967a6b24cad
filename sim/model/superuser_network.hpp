//! M12, super-users: a share of each unit, trained more deeply, who solve problems at once,
//! translate, and overload.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace golive::model {

class Ledger;
class Staffing;
class TechnologyUse;

/// Chance that one of `present` super-users brings a person back to trying: 1 - (1 - revival)^present.
[[nodiscard]] double revival_by(int present, double revival);
/// Pull on each colleague's attitude in a shift: weight times the super-users' share of those on duty.
[[nodiscard]] double translation_of(double weight, int superusers, std::size_t on_duty);
/// How many of a unit's people are chosen: the share of them, to the nearest person.
[[nodiscard]] std::size_t superusers_of(double share, std::size_t people);

/// The super-users on a unit's shift, and the time that they can still give.
struct SuperusersOnShift {
    UnitId unit;
    int present = 0;
    double minutes_left = 0;
};

/// Chosen in a unit when its first training of any technology begins, or at its first go-live. Volunteers are
/// the most comfortable; appointed ones are drawn at random. Who leaves is not replaced.
class SuperuserNetwork {
 public:
    using World = WorldFor<SuperuserNetwork, Ledger, const Staffing, TechnologyUse>;
    explicit SuperuserNetwork(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.superusers.has_value(); }
    void on(const UnitLive& signal);
    void on(const PersonLeft& signal);

    /// Chooses the unit's super-users unless it has been done.
    void choose(UnitId unit);
    /// A super-user's class is followed by deeper training.
    void deepen(TechnologyId technology, PostId post);
    [[nodiscard]] bool is_superuser(PostId post) const { return chosen_[post.index()]; }
    [[nodiscard]] bool has_superuser(UnitId unit) const { return in_unit_[unit] > 0; }
    [[nodiscard]] bool any() const { return chosen_count_ > 0; }

    [[nodiscard]] SuperusersOnShift on_shift(UnitId unit, std::span<const PostId> on_duty) const;
    /// Whether somebody has time for one more problem; takes the time.
    bool solve(SuperusersOnShift& shift);
    /// Chance that those on shift bring a person who gave up back to trying.
    [[nodiscard]] double revival(const SuperusersOnShift& shift) const {
        return revival_by(shift.present, numbers_.revival.value());
    }
    /// Pull on each colleague's attitude in this shift.
    [[nodiscard]] double translation(const SuperusersOnShift& shift, std::size_t on_duty) const {
        return translation_of(numbers_.translation, shift.present, on_duty);
    }

    static void declare(Figures<SuperuserNetwork>& figures);

 private:
    World world_;
    Numbers<Superusers> numbers_;
    double help_minutes_;
    std::vector<bool> chosen_;     // by post
    std::vector<bool> unit_done_;  // by unit
    IdVector<UnitId, Time> live_since_;
    IdVector<UnitId, int> in_unit_;
    int chosen_count_ = 0;
    std::uint64_t solved_ = 0;
    std::uint64_t overloaded_ = 0;
};

}  // namespace golive::model
