#include "report/numbers.hpp"

#include <cmath>

namespace golive::report {

Json rounded(double value) {
    if (!std::isfinite(value)) return nullptr;
    if (value == 0) return 0;
    const double step = std::pow(10.0, 3 - std::floor(std::log10(std::abs(value))));
    const double digits = std::round(value * step) / step;
    if (digits == std::floor(digits) && std::abs(digits) < 1e15) return static_cast<std::int64_t>(digits);
    return digits;
}

Json days_or_null(double days) {
    if (!std::isfinite(days)) return nullptr;
    return std::round(days * 100) / 100;
}

}  // namespace golive::report
