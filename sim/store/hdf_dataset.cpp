//! Datasets: made, extended, written and read a part at a time.
// SPDX-License-Identifier: Apache-2.0
#include "store/hdf_calls.hpp"

#include <algorithm>
#include <functional>
#include <hdf5_hl.h>
#include <limits>
#include <numeric>

namespace golive::store::hdf {
namespace {

template <class T>
void set_missing(hid_t list, T value, Type type) {
    check(H5Pset_fill_value(list, memory_type(type).id(), &value), "set the fill value");
}

void set_fill(hid_t list, Type type) {
    switch (type) {
        case Type::i32:
            return set_missing(list, std::int32_t{-1}, type);
        case Type::i64:
            return set_missing(list, std::int64_t{-1}, type);
        case Type::f32:
            return set_missing(list, std::numeric_limits<float>::quiet_NaN(), type);
        case Type::f64:
            return set_missing(list, std::numeric_limits<double>::quiet_NaN(), type);
        case Type::text:
            return;
    }
}

Handle select(hid_t dataset, const Slab& slab) {
    Handle whole = checked(H5Dget_space(dataset), H5Sclose, "read a shape");
    if (slab.count.empty()) return whole;
    check(H5Sselect_hyperslab(whole.id(), H5S_SELECT_SET, slab.start.data(), nullptr, slab.count.data(),
                              nullptr),
          "select a part");
    return whole;
}

std::string name_of(hid_t object) {
    std::string name(256, '\0');
    const auto length = H5Iget_name(object, name.data(), name.size());
    name.resize(std::clamp<ssize_t>(length, 0, 255));
    return name;
}

}  // namespace

std::size_t Slab::size() const {
    return std::accumulate(count.begin(), count.end(), std::size_t{1}, std::multiplies<>{});
}

Handle create_dataset(hid_t group, const NewDataset& wanted) {
    const std::string doing = "create " + wanted.name;
    const Handle list = creation(H5P_DATASET_CREATE);
    // Beyond eight, attributes would move out of the dataset's header; HDF5 1.10 cannot copy them from there
    // where one refers to a dimension (h5copy, h5repack and H5Ocopy crash).
    check(H5Pset_attr_phase_change(list.id(), 32, 16), doing);
    set_fill(list.id(), wanted.type);
    if (!wanted.chunk.empty()) {
        check(H5Pset_chunk(list.id(), static_cast<int>(wanted.chunk.size()), wanted.chunk.data()), doing);
        if (wanted.type != Type::text) {
            check(H5Pset_shuffle(list.id()), doing);
            check(H5Pset_deflate(list.id(), 1), doing);
        }
    }
    // Only whole chunks are written, so a cache of chunks would hold back errors and save nothing.
    const Handle access = checked(H5Pcreate(H5P_DATASET_ACCESS), H5Pclose, doing);
    check(H5Pset_chunk_cache(access.id(), 0, 0, 0), doing);
    Handle dataset =
        checked(H5Dcreate2(group, wanted.name.c_str(), file_type(wanted.type).id(),
                           space(wanted.extent, wanted.limit).id(), H5P_DEFAULT, list.id(), access.id()),
                H5Dclose, doing);
    if (wanted.type == Type::f32)
        set_attribute(dataset.id(), "_FillValue", std::numeric_limits<float>::quiet_NaN());
    if (wanted.type == Type::f64)
        set_attribute(dataset.id(), "_FillValue", std::numeric_limits<double>::quiet_NaN());
    return dataset;
}

void make_scale(hid_t dataset, const std::string& name) {
    check(H5DSset_scale(dataset, name.c_str()), "make dimension " + name);
}

void attach_scale(hid_t dataset, hid_t scale, unsigned axis) {
    const std::string doing = "attach a dimension to " + name_of(dataset);
    check(H5DSattach_scale(dataset, scale, axis), doing);
}

Extent extent_of(hid_t dataset) {
    const Handle whole = checked(H5Dget_space(dataset), H5Sclose, "read a shape");
    Extent extent(static_cast<std::size_t>(check(H5Sget_simple_extent_ndims(whole.id()), "read a shape")));
    check(H5Sget_simple_extent_dims(whole.id(), extent.data(), nullptr), "read a shape");
    return extent;
}

Type type_in_file(hid_t dataset) {
    const Handle type = checked(H5Dget_type(dataset), H5Tclose, "read a type");
    for (const Type candidate : {Type::i32, Type::i64, Type::f32, Type::f64, Type::text}) {
        if (H5Tequal(type.id(), file_type(candidate).id()) > 0) return candidate;
    }
    throw Failed{name_of(dataset) + ": a type that results files do not use"};
}

void set_extent(hid_t dataset, const Extent& extent) {
    const std::string doing = "extend " + name_of(dataset);
    check(H5Dset_extent(dataset, extent.data()), doing);
}

void write(hid_t dataset, const Slab& slab, Type type, const void* values) {
    if (slab.size() == 0) return;
    const std::string doing = "write " + name_of(dataset);
    const Handle target = select(dataset, slab);
    check(H5Dwrite(dataset, memory_type(type).id(), space(slab.count).id(), target.id(), H5P_DEFAULT, values),
          doing);
}

void write(hid_t dataset, const Slab& slab, std::span<const std::string> values) {
    std::vector<const char*> pointers;
    for (const std::string& value : values) pointers.push_back(value.c_str());
    write(dataset, slab, Type::text, pointers.data());
}

void read(hid_t dataset, const Slab& slab, Type type, void* values) {
    if (slab.size() == 0) return;
    const std::string doing = "read " + name_of(dataset);
    const Handle source = select(dataset, slab);
    check(H5Dread(dataset, memory_type(type).id(), space(slab.count).id(), source.id(), H5P_DEFAULT, values),
          doing);
}

std::vector<std::string> read_strings(hid_t dataset, const Slab& slab) {
    std::vector<char*> pointers(slab.size(), nullptr);
    read(dataset, slab, Type::text, pointers.data());
    std::vector<std::string> values;
    for (const char* pointer : pointers) values.emplace_back(pointer ? pointer : "");
    for (char* pointer : pointers) H5free_memory(pointer);
    return values;
}

}  // namespace golive::store::hdf
