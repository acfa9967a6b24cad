//! What is wrong in a scenario file, where, and what its author may have meant.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace golive::scenario {

enum class Severity { error, warning, note };

/// A message with a place. Lines and columns count from 1, columns in characters; line 0: the file
/// as a whole.
struct Diagnostic {
    Severity severity = Severity::error;
    std::string message{};
    std::string file{};  ///< as the user named it; "--set" for an override
    int line = 0;
    int column = 0;
    int length = 0;      ///< characters to underline
    std::string text{};  ///< the line itself
    std::string hint{};  ///< "did you mean `requires`?"
};

enum class Colour { none, ansi };

/// The message, the place and the line with carets under what is meant; ends with a line feed.
[[nodiscard]] std::string render(const Diagnostic& diagnostic, Colour colour);

}  // namespace golive::scenario
