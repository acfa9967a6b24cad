//! M4, the purchase process: who chooses decides how well the product fits and how it is met.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

namespace golive::model {

class ItAlignment;
class Ledger;
class PlanExecution;
class Staffing;
class TechnologyUse;
class WorkflowIssues;

/// Standard deviation of the mean fit to the people concerned, between products. Fits to different kinds
/// of unit are independent draws of one law with the deviation `of_law`, and units deviate from their
/// kinds by uniform numbers of half-width `spread`, of variance spread^2 / 3: the more kinds and units a
/// mean is taken over, the less it differs. `squares_of_kinds` and `squares_of_units` are sums of squared
/// numbers of people.
[[nodiscard]] double deviation_of_mean_fit(double of_law, double spread, double squares_of_kinds,
                                           double squares_of_units, double people);
/// Clinical score as choosers see it: exact for the share of units that were discovered, a guess for the
/// rest.
[[nodiscard]] constexpr double clinical_score_seen(double discovered, double truly, double guessed) {
    return discovered * truly + (1 - discovered) * guessed;
}
/// Score of a candidate in a joint choice: weight * clinical + (1 - weight) * IT's own.
[[nodiscard]] constexpr double joint_score(double weight, double clinical, double by_it) {
    return weight * clinical + (1 - weight) * by_it;
}

/// Candidates differ in how they fit each kind of unit and, independently, by IT's own criteria. IT alone
/// goes by its own; a joint choice weighs them against the fit that choosers see, which is the true one as
/// far as they are aligned and as discovery has been done.
class ProductSelection {
 public:
    using World = WorldFor<ProductSelection, Ledger, PlanExecution, const Staffing, TechnologyUse,
                           WorkflowIssues, const ItAlignment>;
    explicit ProductSelection(World world) : world_{world} {}

    void begin(const Select& step, InstanceId instance);
    void work_done(const Select& step, InstanceId instance);

 private:
    [[nodiscard]] double clinical_score(InstanceId instance, int candidate) const;
    [[nodiscard]] double spread_of_products(InstanceId instance) const;

    World world_;
};

}  // namespace golive::model
