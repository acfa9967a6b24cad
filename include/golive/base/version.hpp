//! What this build is, for provenance.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace golive {

struct BuildInfo {
    std::string_view version;   ///< "0.1.0"
    std::string_view commit;    ///< the git commit, or "unknown" outside a checkout
    std::string_view compiler;  ///< "GNU 12.2.0"
    std::string_view flags;     ///< build type and code generation flags
};

[[nodiscard]] const BuildInfo& build_info();

}  // namespace golive
