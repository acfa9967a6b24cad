//! M4, the purchase process: who chooses decides how well the product fits and how it is met.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signals.hpp"

#include <cstdint>

namespace golive::model {

class World;

/// Candidates differ in how they fit each kind of unit and, independently, by IT's own criteria. IT alone
/// goes by its own; a joint choice weighs them against the fit that choosers see, which is the true one as
/// far as they are aligned and as discovery has been done.
class ProductSelection {
 public:
    explicit ProductSelection(World& world) : world_{world} {}

    void begin(InstanceId instance);
    void work_done(InstanceId instance);

 private:
    [[nodiscard]] double clinical_score(InstanceId instance, int candidate) const;
    [[nodiscard]] double spread_of_products(InstanceId instance) const;

    World& world_;
};

}  // namespace golive::model
