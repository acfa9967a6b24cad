//! What was meant by a word that nobody knows, and keys as people read them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace golive {

/// The candidate that `word` is most likely a slip of, or nothing: few edits for its length,
/// whatever the case.
[[nodiscard]] std::string closest(std::string_view word, const std::vector<std::string>& candidates);

/// A key as people read it: "not_live" is "not live", "it_labour" is "IT labour".
[[nodiscard]] std::string in_words(std::string_view key);

}  // namespace golive
