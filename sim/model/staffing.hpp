//! M17's staffing: people leave, posts stay vacant, successors come without the skill that left.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace golive::model {

class Ledger;

/// Whoever holds a post now.
struct Person {
    float comfort = 0;         ///< with technology, 0 to 1
    std::uint16_t number = 0;  ///< how many held the post before
    bool employed = true;
    double hazard = 0;    ///< of leaving, per second, at the reference of burnout
    double patience = 0;  ///< hazard to be lived through until they leave
};

/// Care work over the capacity of those who are there.
[[nodiscard]] inline double workload_of(double offered, double posts, int filled) {
    return offered * posts / std::max(1, filled);
}

class Staffing {
 public:
    static constexpr std::string_view name = "staffing";
    using World = WorldFor<Staffing, Ledger>;
    explicit Staffing(World world);
    void start();
    void leave(PostId post);
    void join(PostId post);
    using Events = EventsOf<Event<&Staffing::leave, "leave">, Event<&Staffing::join, "join">>;

    [[nodiscard]] const Person& person(PostId post) const { return people_[post]; }
    [[nodiscard]] bool employed(PostId post) const { return people_[post].employed; }
    /// A key for draws that belong to the person, not to the post.
    [[nodiscard]] random::EntityKey person_key(PostId post) const;
    [[nodiscard]] int filled(UnitId unit) const { return filled_[unit]; }
    [[nodiscard]] std::uint64_t filled() const { return all_filled_; }
    /// Vacancies are covered by the others.
    [[nodiscard]] double workload(UnitId unit) const;
    [[nodiscard]] HourlyRate wage(PostId post) const;
    [[nodiscard]] HourlyRate mean_wage(UnitId unit) const;

    /// From now on the hazards of a unit's people are so many times those at the reference of burnout.
    void set_hazard_factor(UnitId unit, double factor) { hazard_factors_[unit] = factor; }
    /// Where burnout acts, hazards change from week to week: everyone lives through one more.
    void wear_for_a_week();

    static void declare(Figures<Staffing>& figures);

 private:
    void arrive(PostId post);
    void wear(PostId post, Duration until_next_look);

    World world_;
    IdVector<PostId, Person> people_;
    IdVector<UnitId, int> filled_;
    IdVector<UnitId, double> workload_;
    IdVector<UnitId, double> hazard_factors_;
    std::uint64_t all_filled_ = 0;
    std::uint64_t resignations_ = 0;
};

}  // namespace golive::model
