//! One line a command, one line an option.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/help.hpp"

#include "app/program/commands.hpp"
#include "app/terminal/text_table.hpp"

#include <cctype>
#include <fmt/format.h>

namespace golive::app {
namespace {

std::string spelling(const Option& option) {
    const std::string letter = option.letter == '\0' ? "    " : fmt::format("-{}, ", option.letter);
    const std::string value = option.value.empty() ? "" : fmt::format(" {}", option.value);
    return fmt::format("{}--{}{}", letter, option.name, value);
}

std::string meaning(const Option& option) {
    if (option.fallback.empty()) return std::string{option.help};
    return fmt::format("{} (default: {})", option.help, option.fallback);
}

std::string as_sentence(std::string_view words) {
    std::string sentence{words};
    sentence.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence.front())));
    return sentence + ".";
}

std::string usage(const Command& command) {
    const std::string operands =
        command.operands.words.empty() ? "" : fmt::format(" {}", command.operands.words);
    return fmt::format("golive {}{}", command.name, operands);
}

}  // namespace

std::string help_text() {
    TextTable table;
    for (const Command* command : commands()) table.row({usage(*command), std::string{command->summary}});
    return fmt::format(
        "golive simulates the rollout of a technology in hospitals: when every wave is live, who uses it, "
        "what it costs.\n\n"
        "{}\n"
        "`golive COMMAND --help` tells more of a command; `golive --version` tells what this program is.\n"
        "Exit status: 0 done; 1 a replication failed, or two files differ; 2 bad input or usage; 3 precision "
        "not\n"
        "reached; 74 the machine refuses (disk full, no permission); 75 stopped, what was done is kept.\n",
        table.text("  "));
}

std::string help_text(const Command& command) {
    TextTable options;
    for (const Option& option : command.options) options.row({spelling(option), meaning(option)});
    options.row({spelling(help_option), meaning(help_option)});
    const std::string details = command.details.empty() ? "" : fmt::format("{}\n\n", command.details);
    return fmt::format("{} [options]\n\n{}\n\n{}{}\nExample:\n  {}\n", usage(command),
                       as_sentence(command.summary), details, options.text("  "), command.example);
}

}  // namespace golive::app
