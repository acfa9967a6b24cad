//! The plans of a results file, replication by replication, without holding them all.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <span>

#include <golive/store/reader.hpp>
#include <golive/study/critical_path.hpp>

namespace golive::report {

/// Calls `visit(row, record)` for every replication in the order of the file.
template <class Visit>
void each_plan(const store::ResultsFile& results, Visit visit) {
    constexpr std::size_t block_rows = 256;
    const std::size_t instances = results.catalogue().instances.size();
    const std::size_t causes = instances * results.catalogue().causes.size();
    for (std::size_t first = 0; first < results.replications().size(); first += block_rows) {
        const store::Rows rows{first, std::min(block_rows, results.replications().size() - first)};
        const store::InstanceRows plan = results.instances(rows);
        for (std::size_t row = 0; row < rows.count; ++row)
            visit(first + row, study::PlanRecord{std::span{plan.records}.subspan(row * instances, instances),
                                                 std::span{plan.cause_days}.subspan(row * causes, causes)});
    }
}

}  // namespace golive::report
