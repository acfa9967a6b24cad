//! Looks at a file's bytes before the TOML parser may: what would crash or mislead it is refused
//! here, in words.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/document/diagnostics.hpp"

namespace golive::scenario {

inline constexpr std::size_t largest_file = std::size_t{4} << 20;

/// Whether the source may go on to the parser; reports why not. toml++ 3.3.0 overflows its stack on a key of
/// very many dots, runs into an unreachable() on letters beyond ASCII outside strings, and asserts on `[[[`.
[[nodiscard]] bool fit_to_parse(const Source& source, Diagnostics& diagnostics);

}  // namespace golive::scenario
