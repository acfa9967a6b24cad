//! M2, alignment: how far those who choose, vote and rank see what clinicians need.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

namespace golive::model {

class EmbeddedClinicians;
class SuperuserNetwork;

/// What a source at work does to alignment that is `missing` to 1: it closes a share of it.
[[nodiscard]] constexpr double still_missing(double missing, double closes) {
    return missing * (1.0 - closes);
}
/// Share of the way that is gone in a week: 1 - 2^(-1 / half-life).
[[nodiscard]] double weekly_share_of_way(double half_life_weeks);
/// What deciders see of a value whose standardised logarithm is z: rho z + sqrt(1 - rho^2) noise.
[[nodiscard]] double perceived_value(double rho, double z, double noise);
/// Log odds that alignment adds to a vote: weight (rho - 1/2).
[[nodiscard]] constexpr double vote_of_alignment(double weight, double rho) {
    return weight / 2 * (2 * rho - 1);
}

/// rho, the correlation between true and perceived value. Each source that is at work closes a share of what
/// is missing to 1; rho goes half of the way there in a half-life, up or down. Without the section it is 1.
class ItAlignment {
 public:
    using World = WorldFor<ItAlignment, const EmbeddedClinicians, const SuperuserNetwork>;
    explicit ItAlignment(World world);
    [[nodiscard]] static bool present(const Scenario& scenario) { return scenario.alignment.has_value(); }
    void start();
    void on(const WeekBegins& signal);

    [[nodiscard]] double rho() const { return rho_; }
    /// What deciders see of a value whose standardised logarithm is `z`.
    [[nodiscard]] double perceived(double z, random::Draw purpose, random::EntityKey who,
                                   std::uint64_t index = 0) const;
    /// Log odds that alignment adds to a vote; nothing without the section.
    [[nodiscard]] double vote() const { return vote_of_alignment(numbers_.vote, rho_); }

    static void declare(Figures<ItAlignment>& figures);

 private:
    [[nodiscard]] double sustained() const;

    World world_;
    Numbers<Alignment> numbers_;
    double step_;  // of the way in a week
    double rho_;
};

}  // namespace golive::model
