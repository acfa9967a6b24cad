//! Attributes of files, groups and datasets.
// SPDX-License-Identifier: Apache-2.0
#include "store/hdf_calls.hpp"

#include <fmt/ranges.h>

namespace golive::store::hdf {
namespace {

void put_attribute(hid_t object, const char* name, hid_t file, hid_t memory, hid_t shape, const void* value) {
    const std::string doing = fmt::format("write attribute {}", name);
    Handle attribute =
        checked(H5Acreate2(object, name, file, shape, H5P_DEFAULT, H5P_DEFAULT), H5Aclose, doing);
    check(H5Awrite(attribute.id(), memory, value), doing);
    attribute.close(doing);
}

Handle open_attribute(hid_t object, const char* name) {
    return checked(H5Aopen(object, name, H5P_DEFAULT), H5Aclose, fmt::format("find attribute {}", name));
}

template <class T>
T get_number(hid_t object, const char* name) {
    const Handle attribute = open_attribute(object, name);
    const Handle shape = checked(H5Aget_space(attribute.id()), H5Sclose, "read an attribute");
    if (H5Sget_simple_extent_npoints(shape.id()) != 1)
        throw Failed{fmt::format("attribute {}: not one number", name)};
    T value{};
    check(H5Aread(attribute.id(), memory_type(type_of<T>).id(), &value),
          fmt::format("read attribute {}", name));
    return value;
}

}  // namespace

void set_attribute(hid_t object, const char* name, std::string_view value) {
    const std::string text{value};
    const Handle type = text_type(text.size() + 1);  // with its closing zero: an empty text is a text too
    put_attribute(object, name, type.id(), type.id(), space({}).id(), text.c_str());
}

void set_attribute(hid_t object, const char* name, double value) {
    put_attribute(object, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, space({}).id(), &value);
}

void set_attribute(hid_t object, const char* name, float value) {
    put_attribute(object, name, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, space({}).id(), &value);
}

void set_attribute(hid_t object, const char* name, std::int64_t value) {
    put_attribute(object, name, H5T_STD_I64LE, H5T_NATIVE_INT64, space({}).id(), &value);
}

void set_attribute(hid_t object, const char* name, std::span<const std::int32_t> values) {
    put_attribute(object, name, H5T_STD_I32LE, H5T_NATIVE_INT32, space({values.size()}).id(), values.data());
}

bool has_attribute(hid_t object, const char* name) { return H5Aexists(object, name) > 0; }

std::vector<std::string> attributes_of(hid_t object) {
    std::vector<std::string> names;
    const auto add = [](hid_t, const char* name, const H5A_info_t*, void* data) -> herr_t {
        static_cast<std::vector<std::string>*>(data)->emplace_back(name);
        return 0;
    };
    check(H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, nullptr, add, &names), "list attributes");
    return names;
}

std::string text_attribute(hid_t object, const char* name) {
    const Handle attribute = open_attribute(object, name);
    const Handle stored = checked(H5Aget_type(attribute.id()), H5Tclose, "read an attribute");
    const bool fixed = H5Tget_class(stored.id()) == H5T_STRING && H5Tis_variable_str(stored.id()) == 0;
    if (!fixed) throw Failed{fmt::format("attribute {}: not a text", name)};
    std::string value(H5Tget_size(stored.id()), '\0');
    check(H5Aread(attribute.id(), stored.id(), value.data()), fmt::format("read attribute {}", name));
    value.resize(value.find('\0') == std::string::npos ? value.size() : value.find('\0'));
    return value;
}

std::string attribute_in_words(hid_t object, const char* name) {
    const Handle attribute = open_attribute(object, name);
    const Handle type = checked(H5Aget_type(attribute.id()), H5Tclose, "read an attribute");
    if (H5Tget_class(type.id()) == H5T_STRING) return text_attribute(object, name);
    const Handle shape = checked(H5Aget_space(attribute.id()), H5Sclose, "read an attribute");
    std::vector<double> values(
        static_cast<std::size_t>(check(H5Sget_simple_extent_npoints(shape.id()), name)));
    check(H5Aread(attribute.id(), H5T_NATIVE_DOUBLE, values.data()), fmt::format("read attribute {}", name));
    return fmt::format("{}", fmt::join(values, ", "));
}

double number_attribute(hid_t object, const char* name) { return get_number<double>(object, name); }
std::int64_t integer_attribute(hid_t object, const char* name) {
    return get_number<std::int64_t>(object, name);
}

std::vector<std::int32_t> integers_attribute(hid_t object, const char* name) {
    const Handle attribute = open_attribute(object, name);
    const Handle shape = checked(H5Aget_space(attribute.id()), H5Sclose, "read an attribute");
    std::vector<std::int32_t> values(
        static_cast<std::size_t>(check(H5Sget_simple_extent_npoints(shape.id()), name)));
    check(H5Aread(attribute.id(), H5T_NATIVE_INT32, values.data()), fmt::format("read attribute {}", name));
    return values;
}

}  // namespace golive::store::hdf
