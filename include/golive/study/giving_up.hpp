//! Why people gave a technology up, by unit and by role, as means over replications.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <golive/model/catalogue.hpp>

namespace golive::study {

class GivingUpTally {
 public:
    explicit GivingUpTally(const model::Catalogue& catalogue);
    /// [unit][role][reason] of one replication.
    void add(std::span<const float> gave_up);

    struct Row {
        std::string name;
        std::int64_t posts;
        std::vector<double> times;  ///< by Catalogue::reasons, mean per replication
        [[nodiscard]] double all() const;
    };
    [[nodiscard]] std::vector<Row> by_unit() const;
    [[nodiscard]] std::vector<Row> by_role() const;
    [[nodiscard]] Row everyone() const;

 private:
    template <class GroupOf>
    [[nodiscard]] std::vector<Row> grouped(const std::vector<std::string>& names, GroupOf group_of) const;

    const model::Catalogue& catalogue_;
    std::vector<double> sums_;
    std::uint64_t replications_ = 0;
};

}  // namespace golive::study
