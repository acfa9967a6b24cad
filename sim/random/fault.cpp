#include "random/form.hpp"
#include "random/normal.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <initializer_list>

#include <golive/random/distribution.hpp>

namespace golive::random {
namespace {

using Fault = std::optional<std::string>;

struct Named {
    const char* name;
    double value;
};

/// One overload a law; each returns the first fault that it finds.
class FaultOf {
 public:
    explicit FaultOf(const Show& show) : show_{show} {}

    Fault operator()(const Constant& law) const { return not_finite({{"value", law.value}}); }
    Fault operator()(const Uniform& law) const {
        return first_of(
            {not_finite({{"min", law.min}, {"max", law.max}}), not_below("min", law.min, "max", law.max)});
    }
    Fault operator()(const Triangular& law) const { return three(law.min, law.mode, law.max); }
    Fault operator()(const Pert& law) const {
        return first_of({three(law.min, law.mode, law.max), not_positive("lambda", law.lambda)});
    }
    Fault operator()(const Normal& law) const {
        const Fault wrong = first_of({not_finite({{"mean", law.mean}}), not_positive_quantity("sd", law.sd),
                                      is_nan({{"min", law.min}, {"max", law.max}}),
                                      not_below("min", law.min, "max", law.max)});
        return wrong ? wrong : nothing_left(law);
    }
    Fault operator()(const Lognormal& law) const {
        return first_of({not_finite({{"mu", law.mu}}), not_positive("sigma", law.sigma)});
    }
    Fault operator()(const LognormalByMeanSd& law) const {
        return first_of({not_positive_quantity("mean", law.mean), not_positive_quantity("sd", law.sd)});
    }
    Fault operator()(const LognormalByMedianP90& law) const {
        return first_of({not_positive_quantity("median", law.median), not_finite({{"p90", law.p90}}),
                         not_below("median", law.median, "p90", law.p90)});
    }
    Fault operator()(const Exponential& law) const { return not_positive_quantity("mean", law.mean); }
    Fault operator()(const Weibull& law) const {
        return first_of({not_positive("shape", law.shape), not_positive_quantity("scale", law.scale)});
    }
    Fault operator()(const Gamma& law) const {
        return first_of({not_positive("shape", law.shape), not_positive_quantity("scale", law.scale)});
    }
    Fault operator()(const GammaByMeanSd& law) const {
        return first_of({not_positive_quantity("mean", law.mean), not_positive_quantity("sd", law.sd)});
    }
    Fault operator()(const Beta& law) const {
        return first_of({nearly_zero("alpha", law.alpha), nearly_zero("beta", law.beta),
                         not_finite({{"min", law.min}, {"max", law.max}}),
                         not_below("min", law.min, "max", law.max)});
    }
    Fault operator()(const BetaByMeanSd& law) const {
        return first_of({not_finite({{"min", law.min}, {"max", law.max}, {"mean", law.mean}}),
                         not_below("min", law.min, "mean", law.mean),
                         not_below("mean", law.mean, "max", law.max), not_positive_quantity("sd", law.sd),
                         too_spread(law)});
    }
    Fault operator()(const Bernoulli& law) const {
        if (law.probability >= 0.0 && law.probability <= 1.0) return {};
        return fmt::format("probability {} is not between 0 and 1", law.probability);
    }
    Fault operator()(const Discrete& law) const {
        if (law.values.empty()) return "there are no values";
        if (law.values.size() != law.weights.size()) {
            return fmt::format("there are {} values and {} weights", law.values.size(), law.weights.size());
        }
        for (const double value : law.values) {
            if (const Fault bad = not_finite({{"a value", value}})) return bad;
        }
        return bad_weights(law.weights);
    }
    Fault operator()(const Empirical& law) const {
        if (law.values.empty()) return "there are no values";
        for (const double value : law.values) {
            if (const Fault bad = not_finite({{"a value", value}})) return bad;
        }
        return {};
    }
    Fault operator()(const ThreePoint& law) const {
        const Fault wrong =
            first_of({not_finite({{"p10", law.p10}, {"p50", law.p50}, {"p90", law.p90}}),
                      is_nan({{"the lower bound", law.lower}, {"the upper bound", law.upper}}),
                      not_below("p10", law.p10, "p50", law.p50), not_below("p50", law.p50, "p90", law.p90),
                      not_below("the lower bound", law.lower, "p10", law.p10),
                      not_below("p90", law.p90, "the upper bound", law.upper)});
        if (wrong || detail::points_differ(law)) return wrong;
        return "p10, p50 and p90 are too close together to tell apart";
    }

 private:
    static Fault first_of(std::initializer_list<Fault> faults) {
        for (const Fault& found : faults) {
            if (found) return found;
        }
        return {};
    }
    static Fault is_nan(std::initializer_list<Named> parameters) {
        for (const auto& [name, value] : parameters) {
            if (std::isnan(value)) return fmt::format("{} is not a number", name);
        }
        return {};
    }
    static Fault not_finite(std::initializer_list<Named> parameters) {
        for (const auto& [name, value] : parameters) {
            if (!std::isfinite(value)) return fmt::format("{} is not a finite number", name);
        }
        return {};
    }
    /// For a pure number, such as a shape.
    static Fault not_positive(const char* name, double value) {
        if (const Fault bad = not_finite({{name, value}})) return bad;
        return value > 0.0 ? Fault{} : fmt::format("{} {} is not above 0", name, value);
    }
    /// A beta law with a shape this small is almost a Bernoulli law, and takes ever more words to draw.
    static Fault nearly_zero(const char* name, double value) {
        if (const Fault bad = not_positive(name, value)) return bad;
        if (value >= detail::least_beta_shape) return {};
        return fmt::format("{} {} is below {}, so that nearly all draws fall on the two ends", name, value,
                           detail::least_beta_shape);
    }
    /// For a parameter in the units of the quantity.
    Fault not_positive_quantity(const char* name, double value) const {
        if (const Fault bad = not_finite({{name, value}})) return bad;
        return value > 0.0 ? Fault{} : fmt::format("{} {} is not above 0", name, show_(value));
    }
    Fault above(const char* low_name, double low, const char* high_name, double high) const {
        if (low <= high) return {};
        return fmt::format("{} {} is above {} {}", low_name, show_(low), high_name, show_(high));
    }
    Fault not_below(const char* low_name, double low, const char* high_name, double high) const {
        if (low == high) return fmt::format("{} and {} are both {}", low_name, high_name, show_(low));
        return above(low_name, low, high_name, high);
    }
    Fault three(double min, double mode, double max) const {
        return first_of({not_finite({{"min", min}, {"mode", mode}, {"max", max}}),
                         above("min", min, "mode", mode), above("mode", mode, "max", max),
                         not_below("min", min, "max", max)});
    }
    /// Probabilities below this are at the end of what a double can hold.
    Fault nothing_left(const Normal& law) const {
        const double a = (law.min - law.mean) / law.sd;
        const double b = (law.max - law.mean) / law.sd;
        const double kept = a > 0.0 ? detail::normal_below(-a) - detail::normal_below(-b)
                                    : detail::normal_below(b) - detail::normal_below(a);
        if (kept > 1e-290) return {};
        return fmt::format("min and max leave nothing of a normal law with mean {} and sd {}",
                           show_(law.mean), show_(law.sd));
    }
    /// The variance is (mean - min) (max - mean) / (1 + alpha + beta), and the smaller shape is to stay above
    /// its least.
    Fault too_spread(const BetaByMeanSd& law) const {
        const double below = law.mean - law.min;
        const double above = law.max - law.mean;
        const double least_sum = detail::least_beta_shape * (below + above) / std::min(below, above);
        const double limit = std::sqrt(below * above / (1.0 + least_sum));
        if (law.sd <= limit) return {};
        return fmt::format("sd {} is too large: between min and max, with this mean, it can be {} at most",
                           show_(law.sd), show_(limit));
    }
    static Fault bad_weights(const std::vector<double>& weights) {
        double total = 0.0;
        for (const double weight : weights) {
            if (const Fault bad = not_finite({{"a weight", weight}})) return bad;
            if (weight < 0.0) return fmt::format("weight {} is below 0", weight);
            total += weight;
        }
        if (!(total > 0.0)) return "the weights are all 0";
        return not_finite({{"the sum of the weights", total}});
    }

    const Show& show_;
};

}  // namespace

std::optional<std::string> fault(const Law& law) {
    return fault(law, [](double value) { return fmt::format("{:g}", value); });
}

std::optional<std::string> fault(const Law& law, const Show& show) {
    if (const Fault wrong = std::visit(FaultOf{show}, law)) return wrong;
    if (std::isfinite(detail::make_form(law)->mean())) return {};
    return "the parameters are so extreme that the mean is beyond any number";
}

}  // namespace golive::random
