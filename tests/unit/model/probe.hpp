//! One replication whose mechanisms a test may look into, without the headers of all of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/world.hpp"

#include <cstdint>
#include <memory>

namespace golive::model::testing {

class Probe {
 public:
    Probe(const Blueprint& blueprint, std::uint64_t seed, std::uint64_t replication);
    ~Probe();

    Result run();
    [[nodiscard]] World& world();
    /// For the mechanisms that are listed in probe.cpp.
    template <class Mechanism>
    [[nodiscard]] Mechanism& the();

 private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace golive::model::testing
