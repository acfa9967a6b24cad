//! Which currencies a sign may stand for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace golive::scenario {

/// The generic sign "¤" stands for the scenario's own currency, whatever it is.
struct Sign {
    std::string_view sign;
    std::array<std::string_view, 6> currencies;
};
inline constexpr std::array signs{Sign{"$", {"USD", "CAD", "AUD", "NZD", "SGD", "HKD"}},
                                  Sign{"€", {"EUR"}},
                                  Sign{"£", {"GBP"}},
                                  Sign{"¥", {"JPY", "CNY"}},
                                  Sign{"₹", {"INR"}},
                                  Sign{"¤", {}}};

}  // namespace golive::scenario
