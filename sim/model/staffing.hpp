//! M17's staffing: people leave, posts stay vacant, successors come without the skill that left.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace golive::model {

class World;

/// Whoever holds a post now.
struct Person {
    float comfort = 0;         ///< with technology, 0 to 1
    std::uint16_t number = 0;  ///< how many held the post before
    bool employed = true;
    double hazard = 0;    ///< of leaving, per second, at the reference of burnout
    double patience = 0;  ///< hazard to be lived through until they leave
};

class Staffing {
 public:
    enum class Event : std::uint16_t { leave, join };
    static constexpr std::array event_names{std::string_view{"staffing.leave"},
                                            std::string_view{"staffing.join"}};
    explicit Staffing(World& world);
    void start();
    void on(const WeekBegins& signal);
    void handle(Event what, std::uint32_t post);

    [[nodiscard]] const Person& person(PostId post) const { return people_[post]; }
    [[nodiscard]] bool employed(PostId post) const { return people_[post].employed; }
    /// A key for draws that belong to the person, not to the post.
    [[nodiscard]] random::EntityKey person_key(PostId post) const;
    [[nodiscard]] int filled(UnitId unit) const { return filled_[unit]; }
    [[nodiscard]] std::uint64_t filled() const { return all_filled_; }
    /// Care work over the capacity of those who are there: vacancies are covered by the others.
    [[nodiscard]] double workload(UnitId unit) const;
    [[nodiscard]] HourlyRate wage(PostId post) const;
    [[nodiscard]] HourlyRate mean_wage(UnitId unit) const;

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;
    void finish(Recorder& record) const;

 private:
    void arrive(PostId post);
    void leave(PostId post);
    void wear(PostId post, Duration until_next_look);

    World& world_;
    IdVector<PostId, Person> people_;
    IdVector<UnitId, int> filled_;
    IdVector<UnitId, double> workload_;
    std::uint64_t all_filled_ = 0;
    std::uint64_t resignations_ = 0;
};

}  // namespace golive::model
