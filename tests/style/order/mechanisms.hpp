//! Small mechanisms for the sources here, each of which says in its first line whether it compiles.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/clock.hpp"
#include "model/hospital.hpp"

namespace golive::model {

class Upper {
 public:
    using World = WorldFor<Upper>;
    explicit Upper(World) {}
    [[nodiscard]] int count() const { return count_; }
    void add() { ++count_; }

 private:
    int count_ = 0;
};

}  // namespace golive::model
