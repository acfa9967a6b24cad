//! JSON as commands print it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

namespace golive::app {

using Json = nlohmann::ordered_json;

/// NaN and infinity have no place in JSON.
inline Json number_or_null(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

/// What is no UTF-8 is replaced: texts come from people's files.
inline std::string printed(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace golive::app
