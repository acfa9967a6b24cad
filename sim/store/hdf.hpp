//! The little of HDF5's C interface that results files need, with handles that close themselves
//! and checked calls.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <functional>
#include <hdf5.h>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Everything here throws Failed; the writer and the reader turn that into an Error which names the file. One
/// thread at a time: the library's own lock covers single calls, not sequences of them.
namespace golive::store::hdf {

/// What HDF5 could not do, and why.
class Failed : public std::runtime_error {
 public:
    using std::runtime_error::runtime_error;
};

/// An HDF5 identifier that closes itself, but not while an exception passes: after a failed write the
/// library must not be asked for anything more about the file (measured with 1.10.8: it then crashes,
/// or claims success).
class Handle {
 public:
    using Close = herr_t (*)(hid_t);

    Handle() = default;
    Handle(hid_t id, Close closing) : id_{id}, close_{closing} {}
    Handle(Handle&& other) noexcept
        : id_{std::exchange(other.id_, -1)}, close_{other.close_}, exceptions_{other.exceptions_} {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        std::swap(close_, other.close_);
        std::swap(exceptions_, other.exceptions_);
        return *this;
    }
    ~Handle() {
        if (id_ >= 0 && std::uncaught_exceptions() <= exceptions_) close_(id_);
    }

    [[nodiscard]] hid_t id() const { return id_; }
    /// Closes now, and throws where that fails: closing is when HDF5 writes what it still holds.
    void close(std::string_view doing);
    /// Forgets the identifier without closing it.
    void abandon() { id_ = -1; }

 private:
    hid_t id_ = -1;
    Close close_ = nullptr;
    int exceptions_ = std::uncaught_exceptions();
};

/// How values lie in the file: little-endian numbers, strings of any length in UTF-8.
enum class Type { i32, i64, f32, f64, text };

template <class T>
inline constexpr Type type_of = Type::text;
template <>
inline constexpr Type type_of<std::int32_t> = Type::i32;
template <>
inline constexpr Type type_of<std::int64_t> = Type::i64;
template <>
inline constexpr Type type_of<float> = Type::f32;
template <>
inline constexpr Type type_of<double> = Type::f64;

using Extent = std::vector<hsize_t>;

/// The part of a dataset between `start` and `start + count`, along each axis.
struct Slab {
    Extent start;
    Extent count;
    [[nodiscard]] std::size_t size() const;
};

[[nodiscard]] Handle create_file(const std::filesystem::path& path);
[[nodiscard]] Handle open_file(const std::filesystem::path& path);
[[nodiscard]] Handle create_group(hid_t location, const std::string& path);
[[nodiscard]] bool exists(hid_t location, const std::string& path);
[[nodiscard]] Handle open_object(hid_t location, const std::string& path);
[[nodiscard]] Handle open_dataset(hid_t location, const std::string& path);

struct NewDataset {
    std::string name;
    Type type;
    Extent extent;
    Extent limit;  ///< H5S_UNLIMITED where an axis grows
    Extent chunk;  ///< empty: contiguous
};
/// Numbers are compressed where they are chunked, and missing ones read as NaN or -1.
[[nodiscard]] Handle create_dataset(hid_t group, const NewDataset& wanted);
void make_scale(hid_t dataset, const std::string& name);
void attach_scale(hid_t dataset, hid_t scale, unsigned axis);

/// The names of the datasets directly in a group, in the order of their creation.
[[nodiscard]] std::vector<std::string> datasets_in(hid_t location, const std::string& group);
/// The paths of all datasets ("/run/message"), in the order of their names.
[[nodiscard]] std::vector<std::string> all_datasets(hid_t file);

[[nodiscard]] Extent extent_of(hid_t dataset);
[[nodiscard]] Type type_in_file(hid_t dataset);
void set_extent(hid_t dataset, const Extent& extent);
void write(hid_t dataset, const Slab& slab, Type type, const void* values);
void write(hid_t dataset, const Slab& slab, std::span<const std::string> values);
void read(hid_t dataset, const Slab& slab, Type type, void* values);
[[nodiscard]] std::vector<std::string> read_strings(hid_t dataset, const Slab& slab);
[[nodiscard]] inline Slab all_of(hid_t dataset) {
    Extent extent = extent_of(dataset);
    return {Extent(extent.size(), 0), extent};
}

void set_attribute(hid_t object, const char* name, std::string_view value);
void set_attribute(hid_t object, const char* name, double value);
void set_attribute(hid_t object, const char* name, float value);
void set_attribute(hid_t object, const char* name, std::int64_t value);
void set_attribute(hid_t object, const char* name, std::span<const std::int32_t> values);
[[nodiscard]] bool has_attribute(hid_t object, const char* name);
[[nodiscard]] std::vector<std::string> attributes_of(hid_t object);
/// Text as it is, numbers in decimal with commas between.
[[nodiscard]] std::string attribute_in_words(hid_t object, const char* name);
[[nodiscard]] std::string text_attribute(hid_t object, const char* name);
[[nodiscard]] double number_attribute(hid_t object, const char* name);
[[nodiscard]] std::int64_t integer_attribute(hid_t object, const char* name);
[[nodiscard]] std::vector<std::int32_t> integers_attribute(hid_t object, const char* name);

}  // namespace golive::store::hdf
