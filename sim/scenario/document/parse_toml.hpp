//! TOML text to a Node tree: the only door to the parser.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/document/diagnostics.hpp"
#include "scenario/document/node.hpp"

#include <optional>

namespace golive::scenario {

/// The whole document as a table; reports why where there is none.
[[nodiscard]] std::optional<Node> parse_toml(const Source& source, Diagnostics& diagnostics);

/// A value as people type it after --set or as a default: TOML where it is that, else a string ("6 weeks").
[[nodiscard]] Node parse_loose_value(std::string_view text, const Place& place);

}  // namespace golive::scenario
