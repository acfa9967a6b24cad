//! M7's purposes: a technology serves a purpose once its integration is built, with what was known of the
//! work by then.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/signals.hpp"

#include <vector>

namespace golive::model {

class World;

/// Purposes without an integration are served from the start. The types of issue are dealt out among a
/// technology's purposes; when a build begins, what is known of its types adds to its effort, and is resolved
/// when it is done. A build that the budget does not allow is left out.
class Integrations {
 public:
    explicit Integrations(World& world);

    void begin(InstanceId instance);
    void work_done(InstanceId instance);
    /// What a build will cost.
    [[nodiscard]] Money quote(InstanceId instance) const;

    [[nodiscard]] bool serves(TechnologyId technology, std::size_t purpose) const {
        return served_[technology.index()][purpose];
    }
    /// Purposes of the technology that are served.
    [[nodiscard]] int count(TechnologyId technology) const;

 private:
    /// The integration that a build is for, and the purpose's place; null where the purpose needs none.
    struct Part {
        const Purpose::Integration* integration = nullptr;
        std::size_t purpose = 0;
    };
    [[nodiscard]] Part part_of(InstanceId instance) const;
    [[nodiscard]] TechnologyId technology_of(InstanceId instance) const;
    [[nodiscard]] Duration effort(InstanceId instance, const std::vector<std::uint32_t>& types) const;

    World& world_;
    std::vector<std::vector<bool>> served_;                      // [technology][purpose]
    IdVector<InstanceId, std::vector<std::uint32_t>> built_in_;  // types of issue known when the build began
};

}  // namespace golive::model
