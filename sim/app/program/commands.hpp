//! All commands: `golive --help` prints this table, completion offers it. A new command is a file and
//! a line here.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/command.hpp"

namespace golive::app {

extern const Command init_command;
extern const Command check_command;
extern const Command describe_command;
extern const Command run_command;
extern const Command compare_command;
extern const Command explain_command;
extern const Command report_command;
extern const Command trace_command;
extern const Command replay_command;
extern const Command info_command;
extern const Command diff_command;
extern const Command export_command;
extern const Command schema_command;
extern const Command completion_command;

/// In the order in which people meet them.
[[nodiscard]] std::span<const Command* const> commands();
/// Null where there is none of that name.
[[nodiscard]] const Command* find_command(std::string_view name);

}  // namespace golive::app
