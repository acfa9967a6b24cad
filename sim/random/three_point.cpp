#include "random/form.hpp"
#include "random/normal.hpp"

#include <algorithm>
#include <boost/math/quadrature/gauss_kronrod.hpp>
#include <cmath>

namespace golive::random::detail {
namespace {

/// The scale on which a quantity with these bounds has none.
class UnboundedScale {
 public:
    UnboundedScale(double lower, double upper) : lower_{lower}, upper_{upper} {}
    double from(double x) const {
        const double above = std::isfinite(lower_) ? std::log(x - lower_) : 0.0;
        const double below = std::isfinite(upper_) ? std::log(upper_ - x) : 0.0;
        return bounded() ? above - below : x;
    }
    double back(double y) const {
        if (!bounded()) return y;
        if (!std::isfinite(upper_)) return lower_ + std::exp(y);
        if (!std::isfinite(lower_)) return upper_ - std::exp(-y);
        return y < 0.0 ? lower_ + (upper_ - lower_) / (1.0 + std::exp(-y))
                       : upper_ - (upper_ - lower_) / (1.0 + std::exp(y));
    }
    double lower() const { return lower_; }
    double upper() const { return upper_; }

 private:
    bool bounded() const { return std::isfinite(lower_) || std::isfinite(upper_); }
    double lower_, upper_;
};

/// The formula is in ThreePoint's description.
class ThreePointForm final : public Form {
 public:
    explicit ThreePointForm(const ThreePoint& law) : scale_{law.lower, law.upper} {
        const double left = scale_.from(law.p50) - scale_.from(law.p10);
        const double right = scale_.from(law.p90) - scale_.from(law.p50);
        const double ratio = 0.5 * (left + right) / std::min(left, right);
        centre_ = scale_.from(law.p50);
        slope_ = 0.5 * (left + right) / z_of_p90;
        bend_ = left < right ? left : -right;
        sharpness_ = (ratio * ratio - 1.0) / (z_of_p90 * z_of_p90);
    }
    double quantile(double p) const override { return at(normal_quantile(p)); }
    /// No closed form: integrated over z, beyond the tails' steepest slope by more than normal_density can
    /// show.
    double mean() const override {
        const double reach = std::min(9.0 + slope_ + std::abs(bend_) * std::sqrt(sharpness_), 38.0);
        const auto weighted = [this](double z) { return at(z) * normal_density(z); };
        using Rule = boost::math::quadrature::gauss_kronrod<double, 31>;
        return Rule::integrate(weighted, -reach, 0.0, 15, 1e-12) +
               Rule::integrate(weighted, 0.0, reach, 15, 1e-12);
    }
    double lower() const override { return scale_.lower(); }
    double upper() const override { return scale_.upper(); }

 private:
    double at(double z) const {
        return scale_.back(centre_ + slope_ * z + bend_ * (std::sqrt(1.0 + sharpness_ * z * z) - 1.0));
    }
    UnboundedScale scale_;
    double centre_, slope_, bend_, sharpness_;
};

}  // namespace

bool points_differ(const ThreePoint& law) {
    const UnboundedScale scale{law.lower, law.upper};
    return scale.from(law.p10) < scale.from(law.p50) && scale.from(law.p50) < scale.from(law.p90);
}

std::shared_ptr<const Form> make_three_point_form(const ThreePoint& law) {
    return std::make_shared<ThreePointForm>(law);
}

}  // namespace golive::random::detail
