//! The groups of a results file that grow with the replications, each a class.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/group.hpp"

#include <memory>
#include <string>
#include <vector>

#include <golive/model/catalogue.hpp>
#include <golive/model/result.hpp>
#include <golive/store/rounding.hpp>

namespace golive::store {

/// What each needs to know of the run.
struct RunInfo {
    const model::Catalogue& catalogue;
    std::string start_date;
    std::uint64_t replications_asked;
};

class GrowingGroup {
 public:
    virtual ~GrowingGroup() = default;
    virtual void accept(const model::Result& result) = 0;
    /// Writes what waits in memory.
    virtual void close(hid_t file);
    /// Forgets the file after a failed write.
    virtual void abandon();

 protected:
    std::vector<Column> columns_;
};

[[nodiscard]] std::vector<std::unique_ptr<GrowingGroup>> growing_groups(hid_t file, const RunInfo& run);

/// `week`, `time` and the members of a scope: what the groups of series and of their summaries share.
void write_series_axes(Group& group, const RunInfo& run, model::ScopeKind scope);

}  // namespace golive::store
