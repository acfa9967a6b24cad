//! What the calls of HDF5 have in common: their checks, the types of values, and how objects are made.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/hdf.hpp"

#include <fmt/format.h>

namespace golive::store::hdf {

/// The system's reason where there is one, else the innermost of the library's own.
[[nodiscard]] std::string reason_of_last_failure();

/// Must be called in the statement of the call that it checks: closing any handle forgets the reason.
template <class Status>
Status check(Status status, std::string_view doing) {
    if (status < 0) throw Failed{fmt::format("{}: {}", doing, reason_of_last_failure())};
    return status;
}

[[nodiscard]] inline Handle checked(hid_t id, Handle::Close close, std::string_view doing) {
    return {check(id, doing), close};
}

[[nodiscard]] Handle text_type(std::size_t size = H5T_VARIABLE);
[[nodiscard]] Handle file_type(Type type);
[[nodiscard]] Handle memory_type(Type type);
[[nodiscard]] Handle space(const Extent& extent, const Extent& limit = {});
/// Settings to make a file, a group or a dataset with: links and attributes in the order of their creation,
/// as netCDF expects, and no times: equal runs, equal bytes.
[[nodiscard]] Handle creation(hid_t of);

}  // namespace golive::store::hdf
