#include "random/form.hpp"

#include <golive/base/error.hpp>
#include <golive/random/distribution.hpp>

namespace golive::random {
namespace {

struct NameOf {
    std::string_view operator()(const Constant&) const { return "constant"; }
    std::string_view operator()(const Uniform&) const { return "uniform"; }
    std::string_view operator()(const Triangular&) const { return "triangular"; }
    std::string_view operator()(const Pert&) const { return "pert"; }
    std::string_view operator()(const Normal&) const { return "normal"; }
    std::string_view operator()(const Lognormal&) const { return "lognormal"; }
    std::string_view operator()(const LognormalByMeanSd&) const { return "lognormal"; }
    std::string_view operator()(const LognormalByMedianP90&) const { return "lognormal"; }
    std::string_view operator()(const Exponential&) const { return "exponential"; }
    std::string_view operator()(const Weibull&) const { return "weibull"; }
    std::string_view operator()(const Gamma&) const { return "gamma"; }
    std::string_view operator()(const GammaByMeanSd&) const { return "gamma"; }
    std::string_view operator()(const Beta&) const { return "beta"; }
    std::string_view operator()(const BetaByMeanSd&) const { return "beta"; }
    std::string_view operator()(const Bernoulli&) const { return "bernoulli"; }
    std::string_view operator()(const Discrete&) const { return "discrete"; }
    std::string_view operator()(const Empirical&) const { return "empirical"; }
    std::string_view operator()(const ThreePoint&) const { return "three points"; }
};

std::shared_ptr<const Law> checked(Law law) {
    if (const auto why = fault(law))
        throw Error{ErrorKind::model, "a law was made of wrong parameters: " + *why};
    return std::make_shared<const Law>(std::move(law));
}

}  // namespace

Distribution::Distribution(Law law)
    : law_{checked(std::move(law))}, form_{detail::make_form(*law_)}, is_constant_{lower() == upper()} {}

double Distribution::sample(Engine& engine) const { return form_->sample(engine); }
double Distribution::mean() const { return form_->mean(); }
double Distribution::lower() const { return form_->lower(); }
double Distribution::upper() const { return form_->upper(); }
std::string_view Distribution::name() const { return std::visit(NameOf{}, *law_); }

double Distribution::quantile(double p) const {
    ensure(p >= 0.0 && p <= 1.0, "a quantile's probability lies in [0, 1]");
    if (p == 0.0) return lower();
    return p == 1.0 ? upper() : form_->quantile(p);
}

}  // namespace golive::random
