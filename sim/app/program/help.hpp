//! What `--help` prints, made from the table of commands.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/command.hpp"

#include <string>

namespace golive::app {

[[nodiscard]] std::string help_text();
[[nodiscard]] std::string help_text(const Command& command);

}  // namespace golive::app
