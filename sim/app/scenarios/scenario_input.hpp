//! Scenarios as commands take them: read, complained about on standard error, refused if wrong.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/arguments.hpp"

#include <golive/scenario/load.hpp>

namespace golive::app {

[[nodiscard]] scenario::LoadOptions load_options(const Arguments& arguments);
[[nodiscard]] std::size_t errors_in(const scenario::Loaded& loaded);
/// Prints every diagnostic; throws Error{input} if one is an error.
[[nodiscard]] scenario::Loaded load_scenario(const std::string& file, const scenario::LoadOptions& options);
/// The only operand, read with --set and --horizon. Prints every diagnostic; throws Error{input} if one
/// is an error.
[[nodiscard]] scenario::Loaded load_scenario(const Arguments& arguments);

}  // namespace golive::app
