//! M2, alignment: how far those who choose, vote and rank see what clinicians need.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/declarations.hpp"
#include "model/recorder.hpp"
#include "model/signals.hpp"

namespace golive::model {

class World;

/// rho, the correlation between true and perceived value. Each source that is at work closes a share of what
/// is missing to 1; rho goes half of the way there in a half-life, up or down. Without the section it is 1.
class ItAlignment {
 public:
    explicit ItAlignment(World& world);
    void start();
    void on(const WeekBegins& signal);

    [[nodiscard]] double rho() const { return rho_; }
    /// What deciders see of a value whose standardised logarithm is `z`: rho z + sqrt(1 - rho^2) noise.
    [[nodiscard]] double perceived(double z, random::Purpose purpose, random::EntityKey who,
                                   std::uint64_t index = 0) const;
    /// Log odds that alignment adds to a vote; nothing without the section.
    [[nodiscard]] double vote() const { return vote_weight_ * (2 * rho_ - 1); }

    static void declare(Declarations& declare);
    void sample(Recorder& record) const;

 private:
    [[nodiscard]] double sustained() const;

    World& world_;
    double rho_ = 1.0;
    double step_ = 0;  // of the way in a week
    double vote_weight_ = 0;
};

}  // namespace golive::model
