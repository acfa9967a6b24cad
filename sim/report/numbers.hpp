//! Numbers as the document of a page holds them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

namespace golive::report {

using Json = nlohmann::ordered_json;

/// To four significant digits, which is what a chart shows; null for what is not finite.
[[nodiscard]] Json rounded(double value);
/// Days to a hundredth; null for never.
[[nodiscard]] Json days_or_null(double days);

}  // namespace golive::report
