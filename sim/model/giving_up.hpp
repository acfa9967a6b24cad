//! Who gives a technology up, and what stood in their way.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/blame.hpp"
#include "model/world.hpp"

#include <vector>

namespace golive::model {

class GivingUp {
 public:
    using World = WorldFor<GivingUp>;
    explicit GivingUp(World world);
    void gave_up(PostId post, const Situation& situation);
    void end();

 private:
    World world_;
    std::vector<double> times_;  // [unit][role][reason], each time shared among the reasons
};

}  // namespace golive::model
