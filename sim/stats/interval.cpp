#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>

#include <golive/base/error.hpp>
#include <golive/stats/interval.hpp>

namespace golive::stats {
namespace {

namespace policies = boost::math::policies;
/// Without promotion to long double, which differs between machines; counts are rounded up.
using Policy = policies::policy<policies::promote_double<false>,
                                policies::discrete_quantile<policies::integer_round_up>>;
constexpr double infinity = std::numeric_limits<double>::infinity();

double upper_tail(double level) {
    ensure(level > 0.0 && level < 1.0, "a confidence level lies between 0 and 1");
    return 0.5 * (1.0 - level);
}

}  // namespace

double t_quantile(double p, std::uint64_t degrees) {
    ensure(p > 0.0 && p < 1.0 && degrees > 0, "a quantile has a probability between 0 and 1");
    const boost::math::students_t_distribution<double, Policy> t{static_cast<double>(degrees)};
    return boost::math::quantile(t, p);
}

double p_value_of_zero_mean(const Moments& moments) {
    if (moments.count() < 2 || moments.mean() == 0.0) return 1.0;
    if (moments.standard_error() == 0.0) return 0.0;
    const boost::math::students_t_distribution<double, Policy> t{static_cast<double>(moments.count() - 1)};
    const double score = std::abs(moments.mean()) / moments.standard_error();
    return 2.0 * boost::math::cdf(boost::math::complement(t, score));
}

Interval mean_interval(const Moments& moments, double level) {
    const double tail = upper_tail(level);
    if (moments.count() < 2) return {-infinity, infinity};
    const boost::math::students_t_distribution<double, Policy> t{static_cast<double>(moments.count() - 1)};
    const double half_width =
        moments.standard_error() * boost::math::quantile(boost::math::complement(t, tail));
    return {moments.mean() - half_width, moments.mean() + half_width};
}

Interval proportion_interval(std::uint64_t successes, std::uint64_t trials, double level) {
    ensure(successes <= trials, "successes are among the trials");
    const double tail = upper_tail(level);
    if (trials == 0) return {0.0, 1.0};
    const boost::math::normal_distribution<double, Policy> normal;
    const double z = boost::math::quantile(boost::math::complement(normal, tail));
    const double n = static_cast<double>(trials);
    const double share = static_cast<double>(successes) / n;
    const double shrink = 1.0 / (1.0 + z * z / n);
    const double centre = shrink * (share + 0.5 * z * z / n);
    const double half_width = shrink * z * std::sqrt((share * (1.0 - share) + 0.25 * z * z / n) / n);
    return {successes == 0 ? 0.0 : centre - half_width, successes == trials ? 1.0 : centre + half_width};
}

Interval quantile_interval(const OrderedSample& sample, double p, double level) {
    ensure(p > 0.0 && p < 1.0, "an interval's quantile has a probability between 0 and 1");
    const double tail = upper_tail(level);
    if (sample.size() == 0) return {-infinity, infinity};
    // With K of the n observations below the quantile, K is binomial: the quantile is at or above the
    // observation of rank r with P(K >= r), and at or below that of rank s with P(K < s).
    const boost::math::binomial_distribution<double, Policy> below{static_cast<double>(sample.size()), p};
    const auto low = static_cast<std::size_t>(boost::math::quantile(below, tail));
    const auto high =
        static_cast<std::size_t>(boost::math::quantile(boost::math::complement(below, tail))) + 1;
    return {low >= 1 ? sample.of_rank(low) : -infinity,
            high <= sample.size() ? sample.of_rank(high) : infinity};
}

PairedDifference paired_difference(std::span<const double> a, std::span<const double> b, double level) {
    ensure(a.size() == b.size(), "paired samples are of one size");
    PairedDifference result{};
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (std::isnan(a[i]) || std::isnan(b[i])) {
            ++result.missing;
        } else {
            result.moments.add(a[i] - b[i]);
        }
    }
    result.interval = mean_interval(result.moments, level);
    return result;
}

}  // namespace golive::stats
