//! The plan of a scenario, a line per activity.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <golive/model/catalogue.hpp>
#include <golive/scenario/scenario.hpp>

namespace golive::app {

/// What a step comes after: another, or one part of it, "build-phones.messaging".
struct Predecessor {
    std::string step;
    std::string part;  ///< empty: all of it
    [[nodiscard]] std::string name() const { return part.empty() ? step : step + "." + part; }
};

struct PlanLine {
    std::string name;
    std::string kind;  ///< "co_design"
    std::string technology;
    std::string per;        ///< network, site, wave or unit
    std::size_t instances;  ///< how many times it is done
    std::vector<Predecessor> after;
    std::string conditions;  ///< "not before 5 weeks before target; 80 % trained"; may be empty
};

[[nodiscard]] std::vector<std::string> names_of(const std::vector<Predecessor>& predecessors);

/// Predecessors come first.
[[nodiscard]] std::vector<PlanLine> plan_lines(const scenario::Scenario& scenario,
                                               const model::Catalogue& catalogue);

}  // namespace golive::app
