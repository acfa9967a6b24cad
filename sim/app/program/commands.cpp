//! The table of commands.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/commands.hpp"

#include <algorithm>
#include <array>

namespace golive::app {

std::span<const Command* const> commands() {
    static constexpr std::array all{&init_command,    &check_command,     &describe_command, &run_command,
                                    &compare_command, &explain_command,   &report_command,   &trace_command,
                                    &replay_command,  &info_command,      &diff_command,     &export_command,
                                    &schema_command,  &completion_command};
    return all;
}

const Command* find_command(std::string_view name) {
    const auto found = std::ranges::find(commands(), name, &Command::name);
    return found == commands().end() ? nullptr : *found;
}

}  // namespace golive::app
