//! The scenario that `golive init` writes: scenarios/one-clinic.toml as it was when the program was built.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace golive::app {

[[nodiscard]] std::string_view starter_scenario();

}  // namespace golive::app
