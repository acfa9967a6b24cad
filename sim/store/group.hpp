//! Groups of a results file: their dimensions, and datasets that are made as the table of the format says.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/hdf.hpp"

#include <cstddef>
#include <cstring>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <golive/base/error.hpp>
#include <golive/store/format.hpp>

namespace golive::store {

/// A dataset that grows along its first axis, a whole chunk at a time: what is not yet a chunk
/// waits in memory.
class Column {
 public:
    Column(hdf::Handle dataset, hdf::Type type, hdf::Extent row, std::size_t block);

    template <class T>
    void append(std::span<const T> row) {
        ensure(hdf::type_of<T> == type_ && row.size() == row_values_, "a row has the shape of its dataset");
        const auto bytes = std::as_bytes(row);
        pending_.insert(pending_.end(), bytes.begin(), bytes.end());
        if (++pending_rows_ == block_) flush();
    }
    template <class T>
    void append(const T& value) {
        append(std::span<const T>{&value, 1});
    }
    void append(const std::string& value);
    /// Writes what waits; the rows are then all in the file.
    void flush();
    void close();
    void abandon() { dataset_.abandon(); }
    [[nodiscard]] std::uint64_t rows() const { return written_ + pending_rows_; }

 private:
    hdf::Handle dataset_;
    hdf::Type type_;
    hdf::Extent row_;  ///< the extent of one row: all axes but the first
    std::size_t row_values_;
    std::size_t block_;
    std::uint64_t written_ = 0;
    std::size_t pending_rows_ = 0;
    std::vector<std::byte> pending_;
    std::vector<std::string> pending_texts_;
};

/// What the scenario gives to a dataset whose path the table leaves open: "<scalar>", "<series>".
struct Naming {
    std::string dataset;  ///< fit for every reader
    std::string name;     ///< exact
    std::int64_t index;   ///< in the catalogue
    std::string unit;
    std::string description;
    std::string reading = {};  ///< of a scalar, as the subject
    std::string subject = {};
    std::string family = {};  ///< of a series, as what it is of
    std::string of = {};
    std::string role = {};
};

/// Rows of a growing dataset that are written at once, and the part of the second axis in one chunk.
struct Blocks {
    std::size_t rows = 1;
    std::size_t second_axis = 0;  ///< 0: all of it
};

/// One group being written. Its dimensions come first, then the datasets over them.
class Group {
 public:
    Group(hid_t file, const std::string& path) : Group{file, path, path, ""} {}
    /// A group that the table calls `pattern`, with `<scope>` for `scope`.
    Group(hid_t file, const std::string& path, std::string pattern, std::string scope);

    [[nodiscard]] hid_t id() const { return group_.id(); }

    /// A dimension of fixed size with the labels of its positions.
    template <class T>
    void coordinate(std::string_view name, const std::vector<T>& values) {
        hdf::Handle dataset = create_coordinate(name, values.size(), {});
        put(dataset, values);
        dataset.close("close a dataset");
    }
    /// A dimension that grows with the replications, failures or events.
    Column growing_coordinate(std::string_view name, Blocks blocks);
    Column column(std::string_view name, Blocks blocks, const Naming* naming = nullptr);
    /// A dataset of known size, all at once.
    template <class T>
    void write(std::string_view name, const std::vector<T>& values, const Naming* naming = nullptr) {
        hdf::Handle dataset = create(name, naming, {});
        put(dataset, values);
        dataset.close("close a dataset");
    }
    /// Where in time the weeks are: what `coordinates` of a series refers to.
    void set_time_origin(const std::string& date) { time_origin_ = date; }
    /// Forgets the file after a failed write.
    void abandon();

 private:
    struct Dimension {
        hsize_t size;  ///< 0: it grows, or has nothing in it
        hdf::Handle scale;
    };

    [[nodiscard]] std::string for_scope(std::string_view pattern) const;
    [[nodiscard]] std::vector<std::string> axes_of(const DatasetFormat& format) const;
    hdf::Handle create_coordinate(std::string_view name, hsize_t size, Blocks blocks);
    hdf::Handle create(std::string_view name, const Naming* naming, Blocks blocks);
    void describe(hid_t dataset, const DatasetFormat& format, const Naming* naming) const;
    template <class T>
    static void put(const hdf::Handle& dataset, const std::vector<T>& values) {
        const hdf::Slab all = hdf::all_of(dataset.id());
        ensure(all.size() == values.size(), "values fill their dataset");
        if constexpr (hdf::type_of<T> == hdf::Type::text) {
            hdf::write(dataset.id(), all, values);
        } else {
            hdf::write(dataset.id(), all, hdf::type_of<T>, values.data());
        }
    }

    hdf::Handle group_;
    std::string pattern_;
    std::string scope_;
    std::string time_origin_;
    std::map<std::string, Dimension, std::less<>> dimensions_;
};

}  // namespace golive::store
