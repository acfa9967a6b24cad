#include "store/group.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

#include <golive/base/enum_names.hpp>

namespace golive::store {
namespace {

hdf::Type type_called(std::string_view name) {
    using enum hdf::Type;
    static constexpr EnumNames<hdf::Type, 5> names{
        {{i32, "int32"}, {i64, "int64"}, {f32, "float32"}, {f64, "float64"}, {text, "text"}}};
    const auto found = names.find(name);
    ensure(found.has_value(), "the table of the format names types that exist");
    return *found;
}

std::size_t product(const hdf::Extent& extent) {
    return std::accumulate(extent.begin(), extent.end(), std::size_t{1}, std::multiplies<>{});
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    if (const auto at = text.find(what); at != std::string::npos) text.replace(at, what.size(), by);
    return text;
}

std::size_t size_of(hdf::Type type) {
    switch (type) {
        case hdf::Type::i32:
            return 4;
        case hdf::Type::i64:
            return 8;
        case hdf::Type::f32:
            return 4;
        case hdf::Type::f64:
            return 8;
        case hdf::Type::text:
            break;
    }
    return sizeof(char*);
}

/// Chunks that a reader of a few weeks, or of a few replications, need not take apart at great cost.
hdf::Extent chunk_of(const hdf::Extent& extent, Blocks blocks) {
    hdf::Extent chunk = extent;
    chunk[0] = blocks.rows;
    if (blocks.second_axis > 0 && chunk.size() > 1)
        chunk[1] = std::min<hsize_t>(chunk[1], blocks.second_axis);
    for (hsize_t& side : chunk) side = std::max<hsize_t>(side, 1);
    return chunk;
}

}  // namespace

Column::Column(hdf::Handle dataset, hdf::Type type, hdf::Extent row, std::size_t block)
    : dataset_{std::move(dataset)},
      type_{type},
      row_{std::move(row)},
      row_values_{product(row_)},
      block_{block} {
    if (type_ != hdf::Type::text) pending_.reserve(block_ * row_values_ * size_of(type_));
}

void Column::append(const std::string& value) {
    ensure(type_ == hdf::Type::text && row_values_ == 1, "a row has the shape of its dataset");
    pending_texts_.push_back(value);
    if (++pending_rows_ == block_) flush();
}

void Column::flush() {
    if (pending_rows_ == 0) return;
    hdf::Slab slab{{written_}, {pending_rows_}};
    slab.start.resize(1 + row_.size(), 0);
    slab.count.insert(slab.count.end(), row_.begin(), row_.end());
    hdf::Extent extent = slab.count;
    extent[0] = rows();
    hdf::set_extent(dataset_.id(), extent);
    if (type_ == hdf::Type::text) {
        hdf::write(dataset_.id(), slab, pending_texts_);
    } else {
        hdf::write(dataset_.id(), slab, type_, pending_.data());
    }
    written_ += std::exchange(pending_rows_, 0);
    pending_.clear();
    pending_texts_.clear();
}

void Column::close() {
    flush();
    dataset_.close("close a dataset");
}

Group::Group(hid_t file, const std::string& path, std::string pattern, std::string scope)
    : group_{hdf::create_group(file, path)}, pattern_{std::move(pattern)}, scope_{std::move(scope)} {}

void Group::abandon() {
    group_.abandon();
    for (auto& [name, dimension] : dimensions_) dimension.scale.abandon();
}

std::string Group::for_scope(std::string_view pattern) const {
    return replaced(std::string{pattern}, "<scope>", scope_);
}

std::vector<std::string> Group::axes_of(const DatasetFormat& format) const {
    std::vector<std::string> axes;
    for (const auto axis : format.axes) axes.push_back(for_scope(axis));
    return axes;
}

hdf::Handle Group::create_coordinate(std::string_view name, hsize_t size, Blocks blocks) {
    Dimension& dimension = dimensions_.try_emplace(for_scope(name), Dimension{size, {}}).first->second;
    hdf::Handle dataset = create(name, nullptr, blocks);
    hdf::make_scale(dataset.id(), for_scope(name));
    dimension.scale = hdf::open_dataset(id(), for_scope(name));
    return dataset;
}

Column Group::growing_coordinate(std::string_view name, Blocks blocks) {
    const hdf::Type type = type_called(format_of(pattern_ + "/" + std::string{name}).type);
    return {create_coordinate(name, 0, blocks), type, {}, blocks.rows};
}

Column Group::column(std::string_view name, Blocks blocks, const Naming* naming) {
    const DatasetFormat& format = format_of(pattern_ + "/" + std::string{name});
    hdf::Extent row;
    for (const std::string& axis : axes_of(format)) row.push_back(dimensions_.at(axis).size);
    row.erase(row.begin());
    return {create(name, naming, blocks), type_called(format.type), row, blocks.rows};
}

hdf::Handle Group::create(std::string_view name, const Naming* naming, Blocks blocks) {
    const DatasetFormat& format = format_of(pattern_ + "/" + std::string{name});
    hdf::NewDataset wanted{naming ? naming->dataset : for_scope(name), type_called(format.type), {}, {}, {}};
    const auto axes = axes_of(format);
    for (const std::string& axis : axes) {
        wanted.extent.push_back(dimensions_.at(axis).size);
        // What has no members yet, or never, is a dimension that may grow: some readers refuse an axis of
        // fixed size 0.
        wanted.limit.push_back(wanted.extent.back() > 0 ? wanted.extent.back() : H5S_UNLIMITED);
    }
    const bool grows = std::ranges::find(wanted.extent, 0U) != wanted.extent.end();
    if (grows || axes.size() > 1) wanted.chunk = chunk_of(wanted.extent, blocks);
    hdf::Handle dataset = hdf::create_dataset(id(), wanted);
    describe(dataset.id(), format, naming);
    for (unsigned axis = 0; axis < axes.size(); ++axis) {
        const auto& scale = dimensions_.at(axes[axis]).scale;
        if (axes[axis] != wanted.name) hdf::attach_scale(dataset.id(), scale.id(), axis);
    }
    return dataset;
}

void Group::describe(hid_t dataset, const DatasetFormat& format, const Naming* naming) const {
    const std::string unit =
        naming ? naming->unit : replaced(std::string{format.unit}, "START", time_origin_);
    hdf::set_attribute(dataset, "long_name", naming ? std::string_view{naming->description} : format.meaning);
    if (!unit.empty()) hdf::set_attribute(dataset, "units", unit);
    if (unit.starts_with("days since "))
        hdf::set_attribute(dataset, "calendar", std::string_view{"proleptic_gregorian"});
    if (!format.missing.empty()) hdf::set_attribute(dataset, "_FillValue", std::array<std::int32_t, 1>{-1});
    if (format.axes.size() > 1 && std::ranges::find(format.axes, "week") != format.axes.end()) {
        hdf::set_attribute(dataset, "coordinates", std::string_view{"time"});
    }
    if (!naming) return;
    hdf::set_attribute(dataset, "golive_name", naming->name);
    hdf::set_attribute(dataset, "golive_index", naming->index);
    const auto say = [dataset](const char* attribute, const std::string& text) {
        if (!text.empty()) hdf::set_attribute(dataset, attribute, text);
    };
    say("reading", naming->reading);
    say("subject", naming->subject);
    say("family", naming->family);
    say("of", naming->of);
    say("role", naming->role);
}

}  // namespace golive::store
