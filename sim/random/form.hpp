//! What each law must be able to do once its parameters are checked; the laws themselves are in forms.cpp and
//! three_point.cpp.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <golive/random/distribution.hpp>

namespace golive::random::detail {

class Form {
 public:
    Form() = default;
    Form(const Form&) = delete;
    Form& operator=(const Form&) = delete;
    virtual ~Form() = default;
    [[nodiscard]] virtual double sample(Engine& engine) const { return quantile(to_unit(engine())); }
    /// For p strictly between 0 and 1.
    [[nodiscard]] virtual double quantile(double p) const = 0;
    [[nodiscard]] virtual double mean() const = 0;
    [[nodiscard]] virtual double lower() const = 0;
    [[nodiscard]] virtual double upper() const = 0;
};

/// Precondition: the law has no fault.
[[nodiscard]] std::shared_ptr<const Form> make_form(const Law& law);
[[nodiscard]] std::shared_ptr<const Form> make_three_point_form(const ThreePoint& law);

inline constexpr double least_beta_shape = 1e-3;

/// Whether three points in order, within their bounds, are still apart after rounding on the law's own scale.
[[nodiscard]] bool points_differ(const ThreePoint& law);

}  // namespace golive::random::detail
