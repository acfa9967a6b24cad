//! Laws of chance: the parameters that a user writes, what is wrong with them, and the law ready
//! to draw from.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <golive/random/stream.hpp>

namespace golive::random {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

struct Constant {
    double value;
};
struct Uniform {
    double min, max;
};
struct Triangular {
    double min, mode, max;
};
/// A beta law by its end points and its mode; `lambda` is the weight of the mode in the mean (Malcolm
/// et al. 1959).
struct Pert {
    double min, mode, max, lambda = 4.0;
};
/// `mean` and `sd` are those before the truncation to [min, max].
struct Normal {
    double mean, sd, min = -infinity, max = infinity;
};
/// `mu` and `sigma` are the mean and standard deviation of the logarithm.
struct Lognormal {
    double mu, sigma;
};
struct LognormalByMeanSd {
    double mean, sd;
};
struct LognormalByMedianP90 {
    double median, p90;
};
struct Exponential {
    double mean;
};
struct Weibull {
    double shape, scale;
};
struct Gamma {
    double shape, scale;
};
struct GammaByMeanSd {
    double mean, sd;
};
struct Beta {
    double alpha, beta, min = 0.0, max = 1.0;
};
struct BetaByMeanSd {
    double mean, sd, min = 0.0, max = 1.0;
};
/// 1 with this probability, else 0.
struct Bernoulli {
    double probability;
};
/// One of the values, with chances in proportion to the weights. Takes them in any order.
struct Discrete {
    std::vector<double> values, weights;
};
/// What was observed, in any order. Draws interpolate linearly between neighbours (the sample's quantile
/// function, definition 7 of Hyndman and Fan 1996): between the smallest and the largest observation and
/// never beyond them. For the observed values and nothing between, write a Discrete with equal weights.
struct Empirical {
    std::vector<double> values;
};
/// An expert's 10 %, 50 % and 90 % points, met exactly, within the bounds that the quantity cannot cross.
///
/// With z the standard normal quantile, c = z(0.9) and g a scale on which the bounds lie at infinity (x
/// itself, log(x - lower), -log(upper - x), or log((x - lower) / (upper - x))), the law is
///     g(x) = B + (H - L) z / 2c + n m (sqrt(1 + d^2 z^2) - 1),
/// where L, B, H are g at the three points, m = min(B - L, H - B), n = sign(L + H - 2B) and
/// 1 + c^2 d^2 = ((H - L) / 2m)^2. It exists for every p10 < p50 < p90 inside the bounds, it is increasing in
/// z, and as the skew vanishes it becomes the normal (lognormal, logit-normal) law. With a lower bound alone
/// it is the J-QPD-S law of Hadlock and Bickel, "Johnson Quantile-Parameterized Distributions", Decision
/// Analysis 14(1), 2017, with its hyperbolic functions multiplied out; tails are lognormal and all moments
/// finite. A metalog of three terms, the usual rival, does not exist for strong skew.
struct ThreePoint {
    double p10, p50, p90, lower = -infinity, upper = infinity;
};

/// A law by its parameters, in base units.
using Law = std::variant<Constant, Uniform, Triangular, Pert, Normal, Lognormal, LognormalByMeanSd,
                         LognormalByMedianP90, Exponential, Weibull, Gamma, GammaByMeanSd, Beta, BetaByMeanSd,
                         Bernoulli, Discrete, Empirical, ThreePoint>;

/// Writes a value of the drawn quantity as the user would, say "8 weeks".
using Show = std::function<std::string(double)>;

/// Why these parameters make no law ("min 8 is above mode 6"), or nothing. The caller adds the place.
[[nodiscard]] std::optional<std::string> fault(const Law& law);
[[nodiscard]] std::optional<std::string> fault(const Law& law, const Show& show);

namespace detail {
class Form;
}

/// A law ready to draw from. Immutable; copies share their tables and cost a reference count; const members
/// may be called from several threads. Draws give the same bits on every compiler that keeps IEEE arithmetic
/// (see golive_flags), on one version of the C library, whose log, exp and pow they use; glibc has other last
/// bits for x86 processors without FMA, built before 2013.
class Distribution {
 public:
    /// Precondition: fault(law) finds nothing; throws Error{model} otherwise.
    explicit Distribution(Law law);

    /// One draw. It is quantile(one uniform number), so that a larger uniform never gives a smaller draw and
    /// paired runs stay paired; the exceptions are Gamma, Beta and Pert, drawn by rejection from as many
    /// words as it takes.
    [[nodiscard]] double sample(Engine& engine) const;
    [[nodiscard]] double mean() const;
    /// The smallest value that the draw stays below or at with probability `p`, in [0, 1].
    [[nodiscard]] double quantile(double p) const;
    /// The ends of the support, which may be infinite.
    [[nodiscard]] double lower() const;
    [[nodiscard]] double upper() const;
    [[nodiscard]] bool is_constant() const { return is_constant_; }
    [[nodiscard]] const Law& law() const { return *law_; }
    /// "lognormal", "three points" ...
    [[nodiscard]] std::string_view name() const;

 private:
    std::shared_ptr<const Law> law_;
    std::shared_ptr<const detail::Form> form_;
    bool is_constant_;
};

}  // namespace golive::random
