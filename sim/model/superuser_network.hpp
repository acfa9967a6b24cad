//! M12, super-users: a share of each unit, trained more deeply, who solve problems at once, translate, and
//! overload.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace golive::model {

class World;

/// Chosen in a unit when its first training of any technology begins, or at its first go-live. Volunteers are
/// the most comfortable; appointed ones are drawn at random. Who leaves is not replaced.
class SuperuserNetwork {
 public:
    explicit SuperuserNetwork(World& world);
    void on(const UnitLive& signal);
    void on(const PersonLeft& signal);
    void on(const PersonTrained& signal);

    /// Chooses the unit's super-users unless it has been done.
    void choose(UnitId unit);
    [[nodiscard]] bool is_superuser(PostId post) const { return chosen_[post.index()]; }

    [[nodiscard]] bool has_superuser(UnitId unit) const { return in_unit_[unit] > 0; }
    [[nodiscard]] bool any() const { return chosen_count_ > 0; }

    /// Counts who is on duty and sets the time that they can give in this shift.
    void begin_shift(UnitId unit, std::span<const PostId> on_duty);
    [[nodiscard]] int on_shift() const { return static_cast<int>(present_.size()); }
    /// Whether somebody has time for one more problem; takes the time.
    bool solve();
    /// Chance that those on shift bring a person who gave up back to trying.
    [[nodiscard]] double revival() const;
    /// Pull on each colleague's attitude in this shift.
    [[nodiscard]] double translation(std::size_t on_duty) const;

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;
    void finish(Recorder& record) const;

 private:
    World& world_;
    bool active_;
    std::vector<bool> chosen_;     // by post
    std::vector<bool> unit_done_;  // by unit
    IdVector<UnitId, Time> live_since_;
    IdVector<UnitId, int> in_unit_;
    int chosen_count_ = 0;
    UnitId unit_;                  // whose shift is in hand
    std::vector<PostId> present_;  // on it
    double minutes_left_ = 0;
    double help_minutes_ = 0;
    double deeper_ = 0;
    double translation_ = 0;
    double revival_ = 0;
    std::uint64_t solved_ = 0;
    std::uint64_t overloaded_ = 0;
};

}  // namespace golive::model
