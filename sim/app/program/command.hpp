//! A command of the program as data: what parsing, `--help` and shell completion are made from.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/exit_status.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <span>
#include <string_view>

namespace golive::app {

class Arguments;

enum class Repeat { never, often };

struct Option {
    std::string_view name;        ///< "replications"
    char letter = '\0';           ///< 'n'; none where '\0'
    std::string_view value = "";  ///< "N"; a switch where empty
    std::string_view help;
    std::string_view fallback = "";  ///< the value when it is not given
    std::string_view choices = "";   ///< "text|json|csv": the only values there are
    Repeat repeat = Repeat::never;
};

/// How many names may follow the command.
struct Operands {
    std::string_view words = "";  ///< "SCENARIO.toml..."
    std::size_t least = 0;
    std::size_t most = 0;
};
inline constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

struct Command {
    std::string_view name;
    Operands operands;
    std::string_view summary;  ///< one line of `golive --help`
    std::string_view details;  ///< the rest of `golive run --help`; may be empty
    std::string_view example;
    std::span<const Option> options;
    ExitStatus (*run)(const Arguments&);
};

// Options that several commands share.
inline constexpr Option set_option{
    .name = "set",
    .value = "PATH=VALUE",
    .help = "put a value in place of the file's, such as team.it.staff=4; may be repeated",
    .repeat = Repeat::often};
inline constexpr Option horizon_option{
    .name = "horizon",
    .value = "TIME",
    .help = "simulate so long, such as \"18 months\", instead of what the file says"};
inline constexpr Option until_option{
    .name = "until",
    .value = "WISH",
    .help = "go on until an interval is so narrow, such as \"p80(go_live) +- 3 days\"; may be repeated",
    .repeat = Repeat::often};
inline constexpr Option seed_option{
    .name = "seed", .value = "S", .help = "the same seed gives the same futures", .fallback = "1"};
inline constexpr Option threads_option{
    .name = "threads",
    .letter = 'j',
    .value = "N",
    .help = "how many at a time (default: the processors that are free to use)"};
inline constexpr Option quiet_option{.name = "quiet", .letter = 'q', .help = "no progress"};
[[nodiscard]] constexpr Option format_option(std::string_view help, std::string_view choices) {
    return {.name = "format", .value = "FORMAT", .help = help, .fallback = "text", .choices = choices};
}
[[nodiscard]] constexpr Option replications_option(std::string_view help) {
    return {.name = "replications", .letter = 'n', .value = "N", .help = help, .fallback = "1000"};
}
/// What all take that simulate a scenario in as many futures as are wanted.
inline constexpr std::array simulation_options{until_option, seed_option, threads_option, set_option,
                                               horizon_option};
inline constexpr Option help_option{.name = "help", .letter = 'h', .help = "this text"};

template <std::size_t... Sizes>
[[nodiscard]] constexpr auto joined(const std::array<Option, Sizes>&... lists) {
    std::array<Option, (Sizes + ...)> all;
    auto end = all.begin();
    ((end = std::copy(lists.begin(), lists.end(), end)), ...);
    return all;
}

}  // namespace golive::app
