#include "store/hdf_calls.hpp"

#include <charconv>
#include <optional>
#include <system_error>

namespace golive::store::hdf {
namespace {

/// HDF5 tells the system's reason only inside a sentence: "... errno = 28, error message = 'No
/// space left ...".
std::optional<int> errno_in(std::string_view description) {
    constexpr std::string_view mark = "errno = ";
    const auto at = description.find(mark);
    if (at == std::string_view::npos) return std::nullopt;
    int code = 0;
    const char* const begin = description.data() + at + mark.size();
    std::from_chars(begin, description.data() + description.size(), code);
    return code;
}

}  // namespace

std::string reason_of_last_failure() {
    std::string reason = "no reason given";
    const auto look = [](unsigned, const H5E_error2_t* error, void* data) -> herr_t {
        auto& found = *static_cast<std::string*>(data);
        const std::string_view description = error->desc ? error->desc : "";
        if (const auto code = errno_in(description)) {
            found = std::generic_category().message(*code);
            return 1;
        }
        found = description;
        return 0;
    };
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_DOWNWARD, look, &reason);
    return reason;
}

Handle text_type(std::size_t size) {
    Handle type = checked(H5Tcopy(H5T_C_S1), H5Tclose, "make a type");
    check(H5Tset_size(type.id(), size), "size a type");
    check(H5Tset_cset(type.id(), H5T_CSET_UTF8), "make a type");
    return type;
}

Handle file_type(Type type) {
    const hid_t standard[] = {H5T_STD_I32LE, H5T_STD_I64LE, H5T_IEEE_F32LE, H5T_IEEE_F64LE};
    if (type == Type::text) return text_type();
    return checked(H5Tcopy(standard[static_cast<int>(type)]), H5Tclose, "make a type");
}

Handle memory_type(Type type) {
    const hid_t native[] = {H5T_NATIVE_INT32, H5T_NATIVE_INT64, H5T_NATIVE_FLOAT, H5T_NATIVE_DOUBLE};
    if (type == Type::text) return text_type();
    return checked(H5Tcopy(native[static_cast<int>(type)]), H5Tclose, "make a type");
}

Handle space(const Extent& extent, const Extent& limit) {
    if (extent.empty()) return checked(H5Screate(H5S_SCALAR), H5Sclose, "make a space");
    const int rank = static_cast<int>(extent.size());
    return checked(H5Screate_simple(rank, extent.data(), limit.empty() ? nullptr : limit.data()), H5Sclose,
                   "make a space");
}

Handle creation(hid_t of) {
    Handle list = checked(H5Pcreate(of), H5Pclose, "make creation settings");
    constexpr unsigned tracked = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
    check(H5Pset_attr_creation_order(list.id(), tracked), "track attribute order");
    if (of != H5P_DATASET_CREATE) check(H5Pset_link_creation_order(list.id(), tracked), "track link order");
    check(H5Pset_obj_track_times(list.id(), false), "leave out times");
    return list;
}

void Handle::close(std::string_view doing) {
    if (id_ >= 0) check(close_(std::exchange(id_, -1)), doing);
}

}  // namespace golive::store::hdf
