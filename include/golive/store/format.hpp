//! What a results file holds, dataset by dataset: the one table that the writer obeys and the documentation
//! is made of.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace golive::store {

/// Readers refuse another major version; a new minor version only adds.
struct FormatVersion {
    std::int32_t major;
    std::int32_t minor;
};
inline constexpr FormatVersion format_version{1, 2};
inline constexpr std::string_view file_type = "golive results";

/// In a path, `<scope>` stands for network, site, wave or unit, `<scalar>` and `<series>` for what
/// the scenario has.
struct DatasetFormat {
    std::string_view path;               ///< "/attribution/cause_days"
    std::string_view type;               ///< int32, int64, float32, float64, text
    std::vector<std::string_view> axes;  ///< each a coordinate in the same group
    std::string_view unit;               ///< udunits; empty where there is none or the path's name decides
    std::string_view meaning;
    std::string_view missing = "";  ///< the value that means "none", where integers have one
};

struct AttributeFormat {
    std::string_view group;  ///< "/" or "/run"
    std::string_view name;
    std::string_view meaning;
};

[[nodiscard]] std::span<const DatasetFormat> dataset_formats();
[[nodiscard]] std::span<const AttributeFormat> attribute_formats();
/// Throws Error{model} for a path that the table does not have.
[[nodiscard]] const DatasetFormat& format_of(std::string_view path);

/// The tables of docs/results-format.md.
[[nodiscard]] std::string format_tables();

}  // namespace golive::store
