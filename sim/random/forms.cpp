#include "random/form.hpp"
#include "random/normal.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/random/beta_distribution.hpp>
#include <boost/random/gamma_distribution.hpp>
#include <cmath>

namespace golive::random::detail {
namespace {

class ConstantForm final : public Form {
 public:
    explicit ConstantForm(const Constant& law) : value_{law.value} {}
    double sample(Engine&) const override { return value_; }
    double quantile(double) const override { return value_; }
    double mean() const override { return value_; }
    double lower() const override { return value_; }
    double upper() const override { return value_; }

 private:
    double value_;
};

/// A law between two finite ends.
class BoundedForm : public Form {
 public:
    BoundedForm(double min, double max) : min_{min}, width_{max - min}, max_{max} {}
    double lower() const final { return min_; }
    double upper() const final { return max_; }

 protected:
    double min_, width_, max_;
};

class UniformForm final : public BoundedForm {
 public:
    explicit UniformForm(const Uniform& law) : BoundedForm{law.min, law.max} {}
    double quantile(double p) const override { return min_ + width_ * p; }
    double mean() const override { return min_ + 0.5 * width_; }
};

class TriangularForm final : public BoundedForm {
 public:
    explicit TriangularForm(const Triangular& law)
        : BoundedForm{law.min, law.max}, rise_{(law.mode - law.min) / width_}, mode_{law.mode} {}
    double quantile(double p) const override {
        return p < rise_ ? min_ + width_ * std::sqrt(p * rise_)
                         : max_ - width_ * std::sqrt((1.0 - p) * (1.0 - rise_));
    }
    double mean() const override { return min_ + (width_ + (mode_ - min_)) / 3.0; }

 private:
    double rise_;  ///< the probability below the mode
    double mode_;
};

class BetaForm final : public BoundedForm {
 public:
    explicit BetaForm(const Beta& law) : BoundedForm{law.min, law.max}, alpha_{law.alpha}, beta_{law.beta} {}
    /// Made of two gamma draws, as a / (a + b). Where both underflow, as they do for the smallest shapes, it
    /// draws again: that is exact, because the ratio is independent of the sum.
    double sample(Engine& engine) const override {
        double share = 0.0;
        do {
            share = boost::random::beta_distribution<double>{alpha_, beta_}(engine);
        } while (std::isnan(share));
        return min_ + width_ * share;
    }
    double quantile(double p) const override {
        return min_ + width_ * boost::math::quantile(
                                   boost::math::beta_distribution<double, Policy>{alpha_, beta_}, p);
    }
    double mean() const override { return min_ + width_ * (alpha_ / (alpha_ + beta_)); }

 private:
    double alpha_, beta_;
};

/// Draws on the left half of the axis, where small probabilities keep their digits: a range above the mean is
/// mirrored.
class NormalForm final : public Form {
 public:
    explicit NormalForm(const Normal& law)
        : law_{law},
          from_{normal_below(mirrored() ? -high() : low())},
          to_{normal_below(mirrored() ? -low() : high())} {}
    double quantile(double p) const override {
        const double z = mirrored() ? -normal_quantile(to_ - p * (to_ - from_))
                                    : normal_quantile(from_ + p * (to_ - from_));
        return std::clamp(law_.mean + law_.sd * z, law_.min, law_.max);
    }
    double mean() const override {
        const double shift = (normal_density(low()) - normal_density(high())) / (to_ - from_);
        return std::clamp(law_.mean + law_.sd * shift, law_.min, law_.max);
    }
    double lower() const override { return law_.min; }
    double upper() const override { return law_.max; }

 private:
    double low() const { return (law_.min - law_.mean) / law_.sd; }
    double high() const { return (law_.max - law_.mean) / law_.sd; }
    bool mirrored() const { return law_.min > law_.mean; }

    Normal law_;
    double from_, to_;  ///< the probabilities, of the whole law or its mirror image, between which draws fall
};

/// A law on the positive half of the axis.
class PositiveForm : public Form {
 public:
    double lower() const final { return 0.0; }
    double upper() const final { return infinity; }
};

class LognormalForm final : public PositiveForm {
 public:
    explicit LognormalForm(const Lognormal& law) : law_{law} {}
    double quantile(double p) const override { return std::exp(law_.mu + law_.sigma * normal_quantile(p)); }
    double mean() const override { return std::exp(law_.mu + 0.5 * law_.sigma * law_.sigma); }

 private:
    Lognormal law_;
};

class ExponentialForm final : public PositiveForm {
 public:
    explicit ExponentialForm(const Exponential& law) : mean_{law.mean} {}
    double quantile(double p) const override { return -mean_ * std::log1p(-p); }
    double mean() const override { return mean_; }

 private:
    double mean_;
};

class WeibullForm final : public PositiveForm {
 public:
    explicit WeibullForm(const Weibull& law) : scale_{law.scale}, power_{1.0 / law.shape} {}
    double quantile(double p) const override { return scale_ * std::pow(-std::log1p(-p), power_); }
    double mean() const override { return scale_ * std::tgamma(1.0 + power_); }

 private:
    double scale_, power_;
};

class GammaForm final : public PositiveForm {
 public:
    explicit GammaForm(const Gamma& law) : law_{law} {}
    double sample(Engine& engine) const override {
        return boost::random::gamma_distribution<double>{law_.shape, law_.scale}(engine);
    }
    double quantile(double p) const override {
        return boost::math::quantile(boost::math::gamma_distribution<double, Policy>{law_.shape, law_.scale},
                                     p);
    }
    double mean() const override { return law_.shape * law_.scale; }

 private:
    Gamma law_;
};

class BernoulliForm final : public Form {
 public:
    explicit BernoulliForm(const Bernoulli& law) : probability_{law.probability} {}
    double quantile(double p) const override { return p > 1.0 - probability_ ? 1.0 : 0.0; }
    double mean() const override { return probability_; }
    double lower() const override { return probability_ < 1.0 ? 0.0 : 1.0; }
    double upper() const override { return probability_ > 0.0 ? 1.0 : 0.0; }

 private:
    double probability_;
};

/// In ascending order, so that the draw grows with the uniform number.
class DiscreteForm final : public Form {
 public:
    explicit DiscreteForm(const Discrete& law) {
        std::vector<std::pair<double, double>> atoms;
        for (std::size_t i = 0; i < law.values.size(); ++i) {
            if (law.weights[i] > 0.0) atoms.emplace_back(law.values[i], law.weights[i]);
        }
        std::sort(atoms.begin(), atoms.end());
        double sum = 0.0;
        double moment = 0.0;
        for (const auto& [value, weight] : atoms) {
            values_.push_back(value);
            cumulative_.push_back(sum += weight);
            moment += value * weight;
        }
        mean_ = moment / sum;
    }
    double quantile(double p) const override {
        const auto last = cumulative_.end() - 1;
        const auto found = std::lower_bound(cumulative_.begin(), last, p * *last);
        return values_[static_cast<std::size_t>(found - cumulative_.begin())];
    }
    double mean() const override { return mean_; }
    double lower() const override { return values_.front(); }
    double upper() const override { return values_.back(); }

 private:
    std::vector<double> values_, cumulative_;
    double mean_ = 0.0;
};

class EmpiricalForm final : public Form {
 public:
    explicit EmpiricalForm(const Empirical& law) : values_{law.values} {
        std::sort(values_.begin(), values_.end());
    }
    double quantile(double p) const override {
        const double position = p * static_cast<double>(values_.size() - 1);
        const auto below = static_cast<std::size_t>(position);
        if (below + 1 >= values_.size()) return values_.back();
        return std::lerp(values_[below], values_[below + 1], position - static_cast<double>(below));
    }
    double mean() const override {
        if (values_.size() == 1) return values_.front();
        double sum = -0.5 * (values_.front() + values_.back());
        for (const double value : values_) sum += value;
        return sum / static_cast<double>(values_.size() - 1);
    }
    double lower() const override { return values_.front(); }
    double upper() const override { return values_.back(); }

 private:
    std::vector<double> values_;
};

Lognormal canonical(const LognormalByMeanSd& law) {
    const double cv = law.sd / law.mean;
    const double variance = std::log1p(cv * cv);
    return {std::log(law.mean) - 0.5 * variance, std::sqrt(variance)};
}

Lognormal canonical(const LognormalByMedianP90& law) {
    return {std::log(law.median), std::log(law.p90 / law.median) / z_of_p90};
}

Gamma canonical(const GammaByMeanSd& law) {
    const double cv = law.sd / law.mean;
    return {1.0 / (cv * cv), law.mean * cv * cv};
}

Beta canonical(const BetaByMeanSd& law) {
    const double width = law.max - law.min;
    const double mean = (law.mean - law.min) / width;
    const double sd = law.sd / width;
    const double size = mean * (1.0 - mean) / (sd * sd) - 1.0;
    return {mean * size, (1.0 - mean) * size, law.min, law.max};
}

Beta canonical(const Pert& law) {
    const double mode = (law.mode - law.min) / (law.max - law.min);
    return {1.0 + law.lambda * mode, 1.0 + law.lambda * (1.0 - mode), law.min, law.max};
}

using Made = std::shared_ptr<const Form>;

struct MakeForm {
    Made operator()(const Constant& law) const { return std::make_shared<ConstantForm>(law); }
    Made operator()(const Uniform& law) const { return std::make_shared<UniformForm>(law); }
    Made operator()(const Triangular& law) const { return std::make_shared<TriangularForm>(law); }
    Made operator()(const Pert& law) const { return std::make_shared<BetaForm>(canonical(law)); }
    Made operator()(const Normal& law) const { return std::make_shared<NormalForm>(law); }
    Made operator()(const Lognormal& law) const { return std::make_shared<LognormalForm>(law); }
    Made operator()(const LognormalByMeanSd& law) const {
        return std::make_shared<LognormalForm>(canonical(law));
    }
    Made operator()(const LognormalByMedianP90& law) const {
        return std::make_shared<LognormalForm>(canonical(law));
    }
    Made operator()(const Exponential& law) const { return std::make_shared<ExponentialForm>(law); }
    Made operator()(const Weibull& law) const { return std::make_shared<WeibullForm>(law); }
    Made operator()(const Gamma& law) const { return std::make_shared<GammaForm>(law); }
    Made operator()(const GammaByMeanSd& law) const { return std::make_shared<GammaForm>(canonical(law)); }
    Made operator()(const Beta& law) const { return std::make_shared<BetaForm>(law); }
    Made operator()(const BetaByMeanSd& law) const { return std::make_shared<BetaForm>(canonical(law)); }
    Made operator()(const Bernoulli& law) const { return std::make_shared<BernoulliForm>(law); }
    Made operator()(const Discrete& law) const { return std::make_shared<DiscreteForm>(law); }
    Made operator()(const Empirical& law) const { return std::make_shared<EmpiricalForm>(law); }
    Made operator()(const ThreePoint& law) const { return make_three_point_form(law); }
};

}  // namespace

std::shared_ptr<const Form> make_form(const Law& law) { return std::visit(MakeForm{}, law); }

}  // namespace golive::random::detail
