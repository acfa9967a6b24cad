//! From a file name to one tree: bases, overrides and CSV files worked in.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/document/diagnostics.hpp"
#include "scenario/document/node.hpp"

#include <filesystem>
#include <optional>

namespace golive::scenario {

struct LoadOptions;

/// The bytes of a file, or a sentence on why there are none.
[[nodiscard]] std::optional<std::string> read_text(const std::filesystem::path& file, std::size_t largest,
                                                   std::string& problem);

/// Parses the main text and works everything in that it or the options name. Nothing where the main text or
/// a base of it cannot be read.
[[nodiscard]] std::optional<Node> assemble(const Source& main, const LoadOptions& options, Sources& sources,
                                           Diagnostics& diagnostics);

/// Lays `top` over `base`: tables merge, arrays of tables match by `name`, laws and all other values replace.
void overlay(Node& base, Node top);

/// Sets "path.to.key=value". Creates keys and sections but no new team, body, unit ...
void apply_override(Node& document, const Source& typed, Diagnostics& diagnostics);

/// Puts the contents of the CSV files that the document names in the places where it names them.
void insert_csv_files(Node& document, const std::filesystem::path& folder, Sources& sources,
                      Diagnostics& diagnostics);

}  // namespace golive::scenario
