//! Numbers of replications as users write them: "0,5,10-12".
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace golive::app {

class ReplicationSet {
 public:
    ReplicationSet() = default;
    /// Throws Error{usage} where the text is not such a list.
    explicit ReplicationSet(std::string_view text);
    [[nodiscard]] bool contains(std::uint64_t replication) const;
    [[nodiscard]] bool empty() const { return ranges_.empty(); }
    /// Precondition: not empty.
    [[nodiscard]] std::uint64_t greatest() const;

 private:
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges_;  ///< both ends belong
};

}  // namespace golive::app
