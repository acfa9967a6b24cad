//! TOML to an immutable Scenario: every error of the file at once, every assumption with its source.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <golive/scenario/assumption.hpp>
#include <golive/scenario/diagnostic.hpp>
#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

struct LoadOptions {
    std::vector<std::string> overrides;  ///< "path.to.key=value", in the order given; a later one wins
    std::optional<std::string> horizon;  ///< "18 months": in place of scenario.horizon
};

struct Loaded {
    std::shared_ptr<const Scenario> scenario;  ///< null where there is an error among the diagnostics
    std::vector<Diagnostic> diagnostics;       ///< in the order of their places
    std::string text;                          ///< the main file as given
    std::string resolved;     ///< one TOML text: bases, overrides and CSV files worked in; loads by itself
    std::string fingerprint;  ///< of `resolved`
    std::vector<Assumption> assumptions;
};

/// Never throws for anything that a file may hold; the diagnostics say what is wrong.
[[nodiscard]] Loaded load(const std::filesystem::path& file, const LoadOptions& options = {});
/// The same from memory: `name` stands for the file in messages, and files it names are sought in its folder.
[[nodiscard]] Loaded load_text(std::string_view text, const LoadOptions& options = {},
                               const std::filesystem::path& name = "scenario.toml");

/// JSON Schema (draft 4) of a scenario file, for completion and checks in editors.
[[nodiscard]] std::string json_schema();
/// Every section and key in Markdown, from the same table that the reader uses.
[[nodiscard]] std::string reference_page();

}  // namespace golive::scenario
