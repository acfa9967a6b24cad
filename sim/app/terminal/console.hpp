//! Where the program speaks: data to standard output, messages to standard error.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <golive/scenario/diagnostic.hpp>

namespace golive::app {

[[nodiscard]] bool is_terminal(std::FILE* stream);
/// Colour only on a terminal that can show it, and never with NO_COLOR set (https://no-color.org).
[[nodiscard]] scenario::Colour colour_for(std::FILE* stream);
/// Columns of the terminal; nothing is ever cut elsewhere (std::string::npos).
[[nodiscard]] std::size_t width_for(std::FILE* stream);

/// To standard output. What cannot be written is told at the end of the program, by flush_output().
void print(std::string_view data);
/// Throws Error{resource} if not everything printed has arrived.
void flush_output();

/// "error: ..." on standard error, the first word in red where there is colour.
void print_error(std::string_view message);
/// A line on standard error.
void print_message(std::string_view message);
void print_diagnostics(const std::vector<scenario::Diagnostic>& diagnostics);

}  // namespace golive::app
