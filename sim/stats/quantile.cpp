#include <algorithm>
#include <cmath>
#include <limits>

#include <golive/base/error.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::stats {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

}  // namespace

OrderedSample::OrderedSample(std::vector<double> values) : values_{std::move(values)} {
    const auto is_there = [](double value) { return !std::isnan(value); };
    const auto missing = std::partition(values_.begin(), values_.end(), is_there);
    happened_ = static_cast<std::size_t>(missing - values_.begin());
    std::sort(values_.begin(), missing);
    std::fill(missing, values_.end(), infinity);
}

double OrderedSample::quantile(double p) const {
    ensure(p >= 0.0 && p <= 1.0, "a quantile's probability lies in [0, 1]");
    if (values_.empty()) return std::numeric_limits<double>::quiet_NaN();
    // As in R, a position that rounding alone keeps from a rank is that rank.
    const double position = p * static_cast<double>(values_.size() - 1);
    const double rank = std::floor(position * (1.0 + 4.0 * std::numeric_limits<double>::epsilon()));
    const double fraction = position - rank;
    const auto below = static_cast<std::size_t>(rank);
    if (fraction <= position * 4.0 * std::numeric_limits<double>::epsilon()) return values_[below];
    return std::isinf(values_[below + 1]) ? infinity
                                          : std::lerp(values_[below], values_[below + 1], fraction);
}

}  // namespace golive::stats
