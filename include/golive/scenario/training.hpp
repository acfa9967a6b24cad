//! [course.*] and [learning]: classes, forgetting and learning by use.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <golive/scenario/ids.hpp>
#include <golive/scenario/numbers.hpp>

namespace golive::scenario {

/// [course.smartphone-basics]
struct Course {
    std::string name;
    TechnologyId technology;
    std::vector<RoleId> roles;
    int seats;
    Duration length;
    TeamId instructors;
    int rooms;      ///< sessions at the same time
    Share release;  ///< of a unit's people of these roles that may be in class on one day (at least one)
    Share no_show;  ///< of booked seats; who does not come rebooks
    Uncertain<Share> skill;  ///< of the class's content that a person takes home, before difficulty
    struct ELearning {
        int after_no_shows;  ///< who has missed so many classes is sent to e-learning; 0: everyone at once
        Duration length;
        Uncertain<Share> skill;
        Uncertain<Duration> delay;  ///< until it is done
    };
    std::optional<ELearning> e_learning;
    std::optional<Duration> refresher_after;  ///< trained so long before go-live: invited again
    Share backfill;                           ///< of class hours that are replaced on the ward and paid twice
};

/// [learning]
template <template <class> class Number>
struct LearningSection {
    Number<Duration> half_life;     ///< of a skill that is not used
    Number<Share> retained;         ///< of the skill that is never forgotten
    Number<double> uses;            ///< to close 63 % of the gap to mastery, for a person of average comfort
    Number<double> spread;          ///< coefficient of variation of that between persons
    Number<double> comfort_effect;  ///< learning rate: exp(effect * (comfort - 0.5))

    static auto members(auto& section) {
        auto& [half_life, retained, uses, spread, comfort_effect] = section;
        return std::tie(half_life, retained, uses, spread, comfort_effect);
    }
};
using Learning = LearningSection<Uncertain>;

}  // namespace golive::scenario
