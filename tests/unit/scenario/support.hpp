//! A small valid scenario for tests to overlay, and shorthand for its messages.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <golive/scenario/load.hpp>

namespace golive::scenario {

inline const std::string golden_folder = GOLIVE_SOURCE_DIR "/tests/golden/scenario_errors/";

/// The base of the golden mistakes with a few lines over it.
inline Loaded load_over_base(const std::string& lines, const LoadOptions& options = {}) {
    return load_text("extends = \"valid.base\"\n" + lines, options, golden_folder + "test.toml");
}

inline std::string all_messages(const Loaded& loaded) {
    std::string text;
    for (const Diagnostic& diagnostic : loaded.diagnostics) text += render(diagnostic, Colour::none);
    return text;
}

}  // namespace golive::scenario
