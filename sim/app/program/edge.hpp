//! The outermost edge of the program: words in, exit status out, and no exception ever beyond it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/exit_status.hpp"

#include <string>
#include <vector>

namespace golive::app {

/// Runs the command that the words after the program's name ask for.
[[nodiscard]] ExitStatus run_program(const std::vector<std::string>& words) noexcept;

}  // namespace golive::app
