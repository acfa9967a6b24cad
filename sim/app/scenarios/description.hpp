//! A scenario in words and tables: the place, the calendar, the plan, and every assumption.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include <golive/scenario/load.hpp>

namespace golive::app {

/// Precondition: the scenario was loaded without an error. Lines are at most `width` wide.
[[nodiscard]] std::string description_text(const scenario::Loaded& loaded, std::size_t width);
[[nodiscard]] std::string description_json(const scenario::Loaded& loaded);

}  // namespace golive::app
