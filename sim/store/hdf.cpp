#include "store/hdf.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <functional>
#include <hdf5_hl.h>
#include <limits>
#include <numeric>
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

/// The system's reason where there is one, else the innermost of the library's own.
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

/// Must be called in the statement of the call that it checks: closing any handle forgets the reason.
template <class Status>
Status check(Status status, std::string_view doing) {
    if (status < 0) throw Failed{fmt::format("{}: {}", doing, reason_of_last_failure())};
    return status;
}

Handle checked(hid_t id, Handle::Close close, std::string_view doing) { return {check(id, doing), close}; }

/// Errors are ours to tell, and an exit with an unwritable file open must not crash in the library's exit
/// handler. The first setting belongs to the calling thread, so every way in repeats it.
void prepare_library() {
    H5dont_atexit();
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

Handle text_type(std::size_t size = H5T_VARIABLE) {
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

Handle file_access() {
    Handle access = checked(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, "make file settings");
    // Many network file systems refuse locks. Ours are not needed: nobody else knows the name of a file being
    // written, and a finished one never changes.
    check(H5Pset_file_locking(access.id(), false, true), "set file locking");
    check(H5Pset_fclose_degree(access.id(), H5F_CLOSE_STRONG), "set file closing");
    check(H5Pset_libver_bounds(access.id(), H5F_LIBVER_V18, H5F_LIBVER_V110), "set file version");
    return access;
}

/// Links and attributes in the order of their creation, as netCDF expects, and no times: equal
/// runs, equal bytes.
Handle creation(hid_t of) {
    Handle list = checked(H5Pcreate(of), H5Pclose, "make creation settings");
    constexpr unsigned tracked = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
    check(H5Pset_attr_creation_order(list.id(), tracked), "track attribute order");
    if (of != H5P_DATASET_CREATE) check(H5Pset_link_creation_order(list.id(), tracked), "track link order");
    check(H5Pset_obj_track_times(list.id(), false), "leave out times");
    return list;
}

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

void Handle::close(std::string_view doing) {
    if (id_ >= 0) check(close_(std::exchange(id_, -1)), doing);
}

std::size_t Slab::size() const {
    return std::accumulate(count.begin(), count.end(), std::size_t{1}, std::multiplies<>{});
}

Handle create_file(const std::filesystem::path& path) {
    prepare_library();
    return checked(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation(H5P_FILE_CREATE).id(), file_access().id()),
                   H5Fclose, "create the file");
}

Handle open_file(const std::filesystem::path& path) {
    prepare_library();
    return checked(H5Fopen(path.c_str(), H5F_ACC_RDONLY, file_access().id()), H5Fclose, "open the file");
}

Handle create_group(hid_t location, const std::string& path) {
    return checked(
        H5Gcreate2(location, path.c_str(), H5P_DEFAULT, creation(H5P_GROUP_CREATE).id(), H5P_DEFAULT),
        H5Gclose, "create group " + path);
}

bool exists(hid_t location, const std::string& path) {
    return H5Lexists(location, path.c_str(), H5P_DEFAULT) > 0;
}

Handle open_object(hid_t location, const std::string& path) {
    return checked(H5Oopen(location, path.c_str(), H5P_DEFAULT), H5Oclose, "find " + path);
}

Handle open_dataset(hid_t location, const std::string& path) {
    return checked(H5Dopen2(location, path.c_str(), H5P_DEFAULT), H5Dclose, "find " + path);
}

Handle create_dataset(hid_t group, const NewDataset& wanted) {
    const std::string doing = "create " + wanted.name;
    const Handle list = creation(H5P_DATASET_CREATE);
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

std::vector<std::string> datasets_in(hid_t location, const std::string& group) {
    const Handle opened = open_object(location, group);
    std::vector<std::string> names;
    const auto add = [](hid_t, const char* name, const H5L_info_t*, void* data) -> herr_t {
        static_cast<std::vector<std::string>*>(data)->emplace_back(name);
        return 0;
    };
    check(H5Literate(opened.id(), H5_INDEX_CRT_ORDER, H5_ITER_INC, nullptr, add, &names), "list " + group);
    std::erase_if(names, [&](const std::string& name) {
        const Handle object = open_object(opened.id(), name);
        return H5Iget_type(object.id()) != H5I_DATASET;
    });
    return names;
}

std::vector<std::string> all_datasets(hid_t file) {
    std::vector<std::string> paths;
    const auto add = [](hid_t, const char* name, const H5O_info_t* info, void* data) -> herr_t {
        if (info->type == H5O_TYPE_DATASET)
            static_cast<std::vector<std::string>*>(data)->push_back(std::string{"/"} + name);
        return 0;
    };
    check(H5Ovisit2(file, H5_INDEX_NAME, H5_ITER_INC, add, &paths, H5O_INFO_BASIC), "list the datasets");
    return paths;
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
    check(H5Dwrite(dataset, memory_type(type).id(), space(slab.count, {}).id(), target.id(), H5P_DEFAULT,
                   values),
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
    check(H5Dread(dataset, memory_type(type).id(), space(slab.count, {}).id(), source.id(), H5P_DEFAULT,
                  values),
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

void set_attribute(hid_t object, const char* name, std::string_view value) {
    const std::string text{value};
    const Handle type = text_type(text.size() + 1);  // with its closing zero: an empty text is a text too
    put_attribute(object, name, type.id(), type.id(), space({}, {}).id(), text.c_str());
}

void set_attribute(hid_t object, const char* name, double value) {
    put_attribute(object, name, H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE, space({}, {}).id(), &value);
}

void set_attribute(hid_t object, const char* name, float value) {
    put_attribute(object, name, H5T_IEEE_F32LE, H5T_NATIVE_FLOAT, space({}, {}).id(), &value);
}

void set_attribute(hid_t object, const char* name, std::int64_t value) {
    put_attribute(object, name, H5T_STD_I64LE, H5T_NATIVE_INT64, space({}, {}).id(), &value);
}

void set_attribute(hid_t object, const char* name, std::span<const std::int32_t> values) {
    put_attribute(object, name, H5T_STD_I32LE, H5T_NATIVE_INT32, space({values.size()}, {}).id(),
                  values.data());
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
