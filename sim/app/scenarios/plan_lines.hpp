//! The plan of a scenario, a line per activity.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <golive/model/catalogue.hpp>
#include <golive/scenario/scenario.hpp>

namespace golive::app {

struct PlanLine {
    std::string name;
    std::string kind;  ///< "co_design"
    std::string technology;
    std::string per;        ///< network, site, wave or unit
    std::size_t instances;  ///< how many times it is done
    std::vector<std::string> after;
    std::string conditions;  ///< "not before 5 weeks before target; 80 % trained"; may be empty
};

/// Predecessors come first.
[[nodiscard]] std::vector<PlanLine> plan_lines(const scenario::Scenario& scenario,
                                               const model::Catalogue& catalogue);

}  // namespace golive::app
