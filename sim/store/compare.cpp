#include "store/hdf.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <type_traits>

#include <golive/base/error.hpp>
#include <golive/store/compare.hpp>
#include <golive/store/results_file.hpp>

namespace golive::store {
namespace {

/// Values of a dataset that are compared at a time.
constexpr std::size_t slab_values = 4 * 1024 * 1024;

constexpr std::array ignored{"/run created",         "/run command_line", "/run hostname", "/run threads",
                             "/run elapsed_seconds", "/run tool_version", "/run git_sha",  "/run compiler",
                             "/run flags",           "/ history",         "/ source",      "/scenario file"};

/// Layout, comments and places in files; /scenario/resolved and the values of the assumptions
/// are what counts.
constexpr std::array as_written{"/scenario/text", "/scenario/origin"};

template <class T>
bool same(const T& a, const T& b, Exactness exactness) {
    if constexpr (std::is_floating_point_v<T>) {
        if (std::memcmp(&a, &b, sizeof(T)) == 0) return true;
        if (exactness == Exactness::bits) return false;
        if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
        return a == b || std::abs(a - b) <= 1e-6 * std::max(std::abs(a), std::abs(b));
    } else {
        return a == b;
    }
}

template <class T>
std::vector<T> read_values(hid_t dataset, const hdf::Slab& slab) {
    if constexpr (hdf::type_of<T> == hdf::Type::text) {
        return hdf::read_strings(dataset, slab);
    } else {
        std::vector<T> values(slab.size());
        hdf::read(dataset, slab, hdf::type_of<T>, values.data());
        return values;
    }
}

std::string shortened(const std::string& text) {
    return text.size() <= 60 ? text : text.substr(0, 57) + "...";
}

template <class T>
std::string in_words(const T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
        return fmt::format("`{}`", shortened(value));
    } else {
        return fmt::format("{}", value);
    }
}

/// One file of the two, open for its datasets.
struct Side {
    explicit Side(const std::filesystem::path& path)
        : results{path}, file{hdf::open_file(path)}, datasets{hdf::all_datasets(file.id())} {}
    ResultsFile results;
    hdf::Handle file;
    std::vector<std::string> datasets;
};

class Comparison {
 public:
    Comparison(const Side& a, const Side& b, Exactness exactness) : a_{a}, b_{b}, exactness_{exactness} {}

    std::vector<Difference> run() {
        for (const auto* group : {"/", "/scenario", "/run"}) attributes_of(group, group);
        std::vector<std::string> both;
        std::ranges::set_intersection(a_.datasets, b_.datasets, std::back_inserter(both));
        only_in(a_.datasets, both, "only in the first file");
        only_in(b_.datasets, both, "only in the second file");
        for (const std::string& path : both) {
            if (std::ranges::find(as_written, path) == as_written.end()) dataset(path);
        }
        return std::move(differences_);
    }

 private:
    void only_in(const std::vector<std::string>& all, const std::vector<std::string>& both,
                 const char* where) {
        for (const std::string& path : all) {
            if (!std::ranges::binary_search(both, path)) differences_.push_back({path, where});
        }
    }

    void dataset(const std::string& path) {
        const hdf::Handle a = hdf::open_dataset(a_.file.id(), path);
        const hdf::Handle b = hdf::open_dataset(b_.file.id(), path);
        if (hdf::type_in_file(a.id()) != hdf::type_in_file(b.id())) return add(path, "of different types");
        if (const auto shapes = std::pair{hdf::extent_of(a.id()), hdf::extent_of(b.id())};
            shapes.first != shapes.second) {
            return add(path, fmt::format("of different sizes: {} against {}", size_in_words(shapes.first),
                                         size_in_words(shapes.second)));
        }
        switch (hdf::type_in_file(a.id())) {
            case hdf::Type::i32:
                return values<std::int32_t>(path, a.id(), b.id());
            case hdf::Type::i64:
                return values<std::int64_t>(path, a.id(), b.id());
            case hdf::Type::f32:
                return values<float>(path, a.id(), b.id());
            case hdf::Type::f64:
                return values<double>(path, a.id(), b.id());
            case hdf::Type::text:
                return values<std::string>(path, a.id(), b.id());
        }
    }

    /// Reports the first difference of a dataset, and stops there.
    template <class T>
    void values(const std::string& path, hid_t a, hid_t b) {
        hdf::Slab slab = hdf::all_of(a);
        const std::size_t total = slab.size();
        if (total == 0) return;
        if (slab.count.empty()) return block<T>(path, a, b, slab, 0, 1);
        const hsize_t rows = slab.count[0];
        const std::size_t width = total / rows;
        // Whole chunks of the replications, so that none is decompressed twice.
        const hsize_t step = std::max<hsize_t>(slab_values / std::max<std::size_t>(width, 1) / 64 * 64, 64);
        const std::size_t before = differences_.size();
        for (hsize_t row = 0; row < rows && differences_.size() == before; row += step) {
            slab.start[0] = row;
            slab.count[0] = std::min(step, rows - row);
            block<T>(path, a, b, slab, row, width);
        }
    }

    template <class T>
    void block(const std::string& path, hid_t a, hid_t b, const hdf::Slab& slab, hsize_t first_row,
               std::size_t width) {
        const auto left = read_values<T>(a, slab);
        const auto right = read_values<T>(b, slab);
        for (std::size_t i = 0; i < left.size(); ++i) {
            if (same(left[i], right[i], exactness_)) continue;
            const auto place = place_in_words(path, first_row + i / width);
            return add(path, fmt::format("first at {}: {} against {}", place, in_words(left[i]),
                                         in_words(right[i])));
        }
    }

    [[nodiscard]] std::string place_in_words(const std::string& path, hsize_t row) const {
        const std::size_t axes = hdf::extent_of(hdf::open_dataset(a_.file.id(), path).id()).size();
        const bool in_rows = path.starts_with("/series/") || path.starts_with("/attribution/") ||
                             path.starts_with("/giving_up/times");
        const bool by_replication = path.starts_with("/replications/") || (in_rows && axes > 1);
        if (!by_replication) return fmt::format("position {}", row);
        return fmt::format("replication {}", a_.results.replications().at(row));
    }

    static std::string size_in_words(const hdf::Extent& extent) {
        return fmt::format("[{}]", fmt::join(extent, ", "));
    }

    void attributes_of(const std::string& group, const std::string& label) {
        const hdf::Handle a = hdf::open_object(a_.file.id(), group);
        const hdf::Handle b = hdf::open_object(b_.file.id(), group);
        for (const std::string& name : hdf::attributes_of(a.id())) {
            const std::string where = label + " " + name;
            if (std::ranges::find(ignored, where) != ignored.end()) continue;
            const std::string left = hdf::attribute_in_words(a.id(), name.c_str());
            const std::string right =
                hdf::has_attribute(b.id(), name.c_str()) ? hdf::attribute_in_words(b.id(), name.c_str()) : "";
            if (left != right)
                add(where, fmt::format("`{}` against `{}`", shortened(left), shortened(right)));
        }
    }

    void add(const std::string& where, std::string what) { differences_.push_back({where, std::move(what)}); }

    const Side& a_;
    const Side& b_;
    Exactness exactness_;
    std::vector<Difference> differences_;
};

}  // namespace

std::vector<Difference> compare(const std::filesystem::path& a, const std::filesystem::path& b,
                                Exactness exactness) {
    try {
        const Side left{a};
        const Side right{b};
        return Comparison{left, right, exactness}.run();
    } catch (const hdf::Failed& failure) {
        throw Error{ErrorKind::input, fmt::format("cannot compare `{}` with `{}` ({})", a.string(),
                                                  b.string(), failure.what())};
    }
}

}  // namespace golive::store
