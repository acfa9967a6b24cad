#include "observation.hpp"

#include <cmath>
#include <fmt/format.h>
#include <utility>

#include <golive/stats/quantile.hpp>

namespace golive::validation {
namespace {

std::string number(double x, Written written) {
    if (std::isinf(x)) return "never";
    switch (written) {
        case Written::percent:
            return fmt::format("{:.1f} %", 100 * x);
        case Written::tenths:
            return fmt::format("{:.1f}", x);
        case Written::whole:
            return fmt::format("{:.0f}", x);
        case Written::hundredths:
            return fmt::format("{:.2f}", x);
    }
    return "";
}

std::string range(const stats::Interval& interval, Written written) {
    std::string low = number(interval.low, written);
    if (written == Written::percent) low.resize(low.size() - 2);
    return low + " to " + number(interval.high, written);
}

}  // namespace

double interval_score(const stats::Interval& interval, double observed) {
    constexpr double outside = 0.2;
    const double width = interval.high - interval.low;
    if (observed < interval.low) return width + 2 / outside * (interval.low - observed);
    if (observed > interval.high) return width + 2 / outside * (observed - interval.high);
    return width;
}

Comparison::Comparison(Observation observation, const std::vector<double>& expected)
    : observation_{std::move(observation)} {
    const stats::OrderedSample sample{expected};
    interval_ = {sample.quantile(0.1), sample.quantile(0.9)};
    median_ = sample.quantile(0.5);
}

bool Comparison::passes() const {
    return interval_.contains(observation_.value) && interval_.half_width() < observation_.naive.half_width();
}

std::string Comparison::line() const {
    const Written written = observation_.written;
    const double score = interval_score(interval_, observation_.value) /
                         interval_score(observation_.naive, observation_.value);
    return fmt::format("| {} | {} | {} | {} | {} | {} | {} |\n", observation_.what, observation_.published,
                       range(interval_, written), number(median_, written),
                       range(observation_.naive, written),
                       !std::isfinite(score) ? "-" : fmt::format("{:.2f}", score), passes() ? "yes" : "no");
}

std::string table(const std::vector<Comparison>& comparisons) {
    std::string text =
        "| | observed | model, 80 % interval | median | naive | score | passes "
        "|\n|---|---|---|---|---|---|---|\n";
    for (const Comparison& comparison : comparisons) text += comparison.line();
    return text;
}

}  // namespace golive::validation
