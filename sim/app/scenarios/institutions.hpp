//! What is rolled out, who decides, who does the work and who teaches: the parts of a scenario's description.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include <golive/scenario/scenario.hpp>

namespace golive::app {

/// A table for each, under its heading; lines at most `width` wide.
[[nodiscard]] std::string institutions(const scenario::Scenario& scenario, std::size_t width);

}  // namespace golive::app
