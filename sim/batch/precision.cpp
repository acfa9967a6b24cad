#include <algorithm>
#include <cmath>
#include <limits>

#include <golive/batch/precision.hpp>
#include <golive/stats/moments.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::batch {
namespace {

constexpr std::uint64_t hundred = 100;
constexpr double most_replications = 1e8;
/// What did not happen in so many replications has, at 95 %, a chance below 0.3 %: its mean is for other
/// methods.
constexpr std::uint64_t never = 1000;

void estimate_mean(const std::vector<double>& sample, Standing& standing) {
    stats::Moments moments;
    for (const double value : sample)
        if (std::isfinite(value)) moments.add(value);
    standing.happened = moments.count();
    standing.estimate = moments.mean();
    standing.interval = stats::mean_interval(moments);
    if (moments.count() == 0 && sample.size() >= never) standing.state = Standing::State::out_of_reach;
}

void estimate_quantile(const std::vector<double>& sample, double p, Standing& standing) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const stats::OrderedSample ordered{sample};
    standing.happened = static_cast<std::uint64_t>(
        std::ranges::count_if(sample, [](double value) { return std::isfinite(value); }));
    standing.estimate = ordered.quantile(p);
    standing.interval = stats::quantile_interval(ordered, p);
    const bool beyond = standing.interval.low == infinity || standing.interval.high == -infinity;
    if (beyond) standing.state = Standing::State::out_of_reach;
}

/// Two digits are as many as such a forecast is good for.
std::uint64_t rounded_up(double count) {
    const double step = std::pow(10.0, std::max(0.0, std::floor(std::log10(count)) - 1.0));
    return static_cast<std::uint64_t>(std::ceil(count / step) * step);
}

}  // namespace

Standing standing_of(const PrecisionTarget& target, const std::vector<double>& sample) {
    Standing standing;
    standing.replications = sample.size();
    if (target.quantile)
        estimate_quantile(sample, *target.quantile, standing);
    else
        estimate_mean(sample, standing);
    const bool relative = target.width == PrecisionTarget::Width::of_the_estimate;
    standing.wanted = relative ? target.half_width * std::abs(standing.estimate) : target.half_width;
    const double half_width = standing.interval.half_width();
    if (!std::isfinite(half_width) || !std::isfinite(standing.wanted)) return standing;
    if (half_width <= standing.wanted) standing.state = Standing::State::reached;
    const double ratio = half_width / standing.wanted;
    const double would_do = static_cast<double>(sample.size()) * ratio * ratio;
    if (would_do < most_replications)
        standing.would_do = std::max<std::uint64_t>(rounded_up(std::max(would_do, 1.0)), hundred);
    return standing;
}

std::uint64_t checkpoint_after(std::uint64_t done) {
    std::uint64_t checkpoint = hundred;
    while (checkpoint <= done) checkpoint = (checkpoint + checkpoint / 5 + hundred - 1) / hundred * hundred;
    return checkpoint;
}

bool Precision::decided(std::uint64_t done) {
    if (empty() || done < checkpoint_) return false;
    const bool at_checkpoint = done == checkpoint_;
    checkpoint_ = checkpoint_after(done);
    if (!at_checkpoint) return false;
    const std::vector<Standing> now = standings();
    return std::ranges::any_of(now,
                               [](const Standing& s) { return s.state == Standing::State::out_of_reach; }) ||
           std::ranges::all_of(now, [](const Standing& s) { return s.state == Standing::State::reached; });
}

std::vector<Standing> Precision::standings() const {
    std::vector<Standing> all;
    for (std::size_t t = 0; t < targets_.size(); ++t) all.push_back(standing_of(targets_[t], samples_[t]));
    return all;
}

}  // namespace golive::batch
