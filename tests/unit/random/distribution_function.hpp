//! P(X <= x) of every continuous law, from Boost.Math or the textbook and not from the code under test.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <boost/math/distributions.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>

#include <golive/random/distribution.hpp>

namespace golive::random {

struct DistributionFunction {
    double x;

    double operator()(const Uniform& law) const {
        return boost::math::cdf(boost::math::uniform{law.min, law.max}, x);
    }
    double operator()(const Triangular& law) const {
        return boost::math::cdf(boost::math::triangular{law.min, law.mode, law.max}, x);
    }
    double operator()(const Pert& law) const {
        const double mean = (law.min + law.lambda * law.mode + law.max) / (law.lambda + 2.0);
        const double alpha = (mean - law.min) / (law.max - law.min) * (law.lambda + 2.0);
        return (*this)(Beta{alpha, law.lambda + 2.0 - alpha, law.min, law.max});
    }
    double operator()(const Normal& law) const {
        const boost::math::normal whole{law.mean, law.sd};
        if (law.min > law.mean) {  // on the side where the tail keeps its digits
            const auto above = [&](double at) {
                return boost::math::cdf(boost::math::complement(whole, at));
            };
            return (above(law.min) - above(x)) / (above(law.min) - above(law.max));
        }
        const auto below = [&](double at) { return boost::math::cdf(whole, at); };
        return (below(x) - below(law.min)) / (below(law.max) - below(law.min));
    }
    double operator()(const Lognormal& law) const {
        return boost::math::cdf(boost::math::lognormal{law.mu, law.sigma}, x);
    }
    double operator()(const LognormalByMeanSd& law) const {
        const double ratio = 1.0 + law.sd * law.sd / (law.mean * law.mean);
        return (*this)(Lognormal{std::log(law.mean / std::sqrt(ratio)), std::sqrt(std::log(ratio))});
    }
    double operator()(const LognormalByMedianP90& law) const {
        const double z = boost::math::quantile(boost::math::normal{}, 0.9);
        return (*this)(Lognormal{std::log(law.median), (std::log(law.p90) - std::log(law.median)) / z});
    }
    double operator()(const Exponential& law) const {
        return boost::math::cdf(boost::math::exponential{1.0 / law.mean}, x);
    }
    double operator()(const Weibull& law) const {
        return boost::math::cdf(boost::math::weibull{law.shape, law.scale}, x);
    }
    double operator()(const Gamma& law) const {
        return boost::math::cdf(boost::math::gamma_distribution<>{law.shape, law.scale}, x);
    }
    double operator()(const GammaByMeanSd& law) const {
        return (*this)(Gamma{law.mean * law.mean / (law.sd * law.sd), law.sd * law.sd / law.mean});
    }
    double operator()(const Beta& law) const {
        const double share = std::clamp((x - law.min) / (law.max - law.min), 0.0, 1.0);
        return boost::math::cdf(boost::math::beta_distribution<>{law.alpha, law.beta}, share);
    }
    double operator()(const BetaByMeanSd& law) const {
        const double mean = (law.mean - law.min) / (law.max - law.min);
        const double sd = law.sd / (law.max - law.min);
        using Make = boost::math::beta_distribution<>;
        return (*this)(
            Beta{Make::find_alpha(mean, sd * sd), Make::find_beta(mean, sd * sd), law.min, law.max});
    }
    double operator()(const Empirical& law) const {
        std::vector<double> sorted = law.values;
        std::sort(sorted.begin(), sorted.end());
        const auto above = std::upper_bound(sorted.begin() + 1, sorted.end() - 1, x);
        const double rank = static_cast<double>(above - sorted.begin() - 1);
        return (rank + (x - above[-1]) / (above[0] - above[-1])) / static_cast<double>(sorted.size() - 1);
    }
    /// Solves the definition, in the hyperbolic form of Hadlock and Bickel (2017), for z.
    double operator()(const ThreePoint& law) const {
        const auto scaled = [&](double at) {
            if (std::isfinite(law.lower) && std::isfinite(law.upper))
                return std::log((at - law.lower) / (law.upper - at));
            if (std::isfinite(law.lower)) return std::log(at - law.lower);
            return std::isfinite(law.upper) ? -std::log(law.upper - at) : at;
        };
        const double low = scaled(law.p10);
        const double middle = scaled(law.p50);
        const double high = scaled(law.p90);
        const double c = boost::math::quantile(boost::math::normal{}, 0.9);
        const double side = low + high > 2.0 * middle ? 1.0 : -1.0;
        const double step = std::min(high - middle, middle - low);
        const double delta = std::sinh(std::acosh((high - low) / (2.0 * step))) / c;
        const double lambda = step / (delta * c);
        const double corner = side > 0.0 ? low : high;
        const auto excess = [&](double z) {
            return corner + lambda * std::sinh(std::asinh(delta * z) + std::asinh(side * c * delta)) -
                   scaled(x);
        };
        std::uintmax_t steps = 200;
        const auto [from, to] = boost::math::tools::toms748_solve(
            excess, -40.0, 40.0, boost::math::tools::eps_tolerance<double>{50}, steps);
        return boost::math::cdf(boost::math::normal{}, 0.5 * (from + to));
    }
    template <class LawWithAtoms>
    double operator()(const LawWithAtoms&) const {
        throw std::logic_error{"this law has no density"};
    }
};

inline double distribution_function(const Law& law, double x) {
    return std::visit(DistributionFunction{x}, law);
}

}  // namespace golive::random
