//! What figures are about: "Use", "Devices", "Cost" ...
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

namespace golive::report {

/// A subject, and the beginnings of the names of the figures that belong there; the last takes what is left.
struct Subject {
    std::string_view title;
    std::vector<std::string_view> beginnings;

    [[nodiscard]] bool owns(std::string_view name) const;
};

[[nodiscard]] const std::vector<Subject>& subjects();
/// The position of a figure's subject.
[[nodiscard]] std::size_t subject_of(std::string_view figure);

}  // namespace golive::report
