#include "store/summarise.hpp"

#include "store/naming.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <limits>

#include <golive/stats/interval.hpp>

namespace golive::store {
namespace {

/// Values of one series that are read back at a time.
constexpr std::size_t slab_values = 16 * 1024 * 1024;

/// One row of /summary, and the columns that it goes into.
class ScalarTable {
 public:
    void add(const Naming& naming, std::vector<double> values) {
        stats::Moments moments;
        for (const double value : values) {
            if (!std::isnan(value)) moments.add(value);
        }
        const stats::OrderedSample sample{std::move(values)};
        add_happened(moments.count(), sample.size());
        add_moments(moments);
        for (const double p : scalar_quantiles) {
            const bool any = sample.size() > 0;
            const auto interval =
                any ? stats::quantile_interval(sample, p) : stats::Interval{-infinity, infinity};
            value_.push_back(sample.quantile(p));
            value_low_.push_back(interval.low);
            value_high_.push_back(interval.high);
        }
        names_.push_back(naming.name);
        units_.push_back(naming.unit);
    }

    void write(hid_t file) const {
        Group group{file, "/summary"};
        group.coordinate("scalar", names_);
        group.coordinate("quantile", std::vector<double>(scalar_quantiles.begin(), scalar_quantiles.end()));
        group.write("scalar_unit", units_);
        group.write("count", count_);
        group.write("missing", missing_);
        group.write("happened", happened_);
        group.write("happened_low", happened_low_);
        group.write("happened_high", happened_high_);
        group.write("mean", mean_);
        group.write("mean_low", mean_low_);
        group.write("mean_high", mean_high_);
        group.write("sd", sd_);
        group.write("min", min_);
        group.write("max", max_);
        group.write("value", value_);
        group.write("value_low", value_low_);
        group.write("value_high", value_high_);
    }

 private:
    static constexpr double infinity = std::numeric_limits<double>::infinity();

    void add_happened(std::uint64_t happened, std::uint64_t count) {
        const auto interval = stats::proportion_interval(happened, count);
        count_.push_back(static_cast<std::int64_t>(count));
        missing_.push_back(static_cast<std::int64_t>(count - happened));
        happened_.push_back(count > 0 ? static_cast<double>(happened) / static_cast<double>(count)
                                      : std::numeric_limits<double>::quiet_NaN());
        happened_low_.push_back(interval.low);
        happened_high_.push_back(interval.high);
    }
    void add_moments(const stats::Moments& moments) {
        const auto interval = stats::mean_interval(moments);
        mean_.push_back(moments.mean());
        mean_low_.push_back(interval.low);
        mean_high_.push_back(interval.high);
        sd_.push_back(moments.sd());
        min_.push_back(moments.min());
        max_.push_back(moments.max());
    }

    std::vector<std::string> names_, units_;
    std::vector<std::int64_t> count_, missing_;
    std::vector<double> happened_, happened_low_, happened_high_, mean_, mean_low_, mean_high_, sd_, min_,
        max_;
    std::vector<double> value_, value_low_, value_high_;  ///< [scalar][quantile]
};

/// Linear between order statistics (definition 7 of Hyndman and Fan 1996). The value at `middle` is in its
/// place: none before it is greater, none after it smaller.
float quantile(std::span<float> values, double p, std::size_t middle) {
    const double rank = p * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(rank);
    const auto begin = below < middle ? values.begin() : values.begin() + static_cast<std::ptrdiff_t>(middle);
    const auto end = below < middle ? values.begin() + static_cast<std::ptrdiff_t>(middle + 1) : values.end();
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(below);
    std::nth_element(begin, nth, end);
    const double fraction = rank - static_cast<double>(below);
    if (fraction == 0) return *nth;
    const double next = *std::min_element(nth + 1, end);
    return static_cast<float>(*nth + fraction * (next - *nth));
}

/// A series as it lies in the file, [replication][week][member].
class StoredSeries {
 public:
    StoredSeries(hid_t file, const std::string& path)
        : dataset_{hdf::open_dataset(file, path)}, extent_{hdf::extent_of(dataset_.id())} {}

    /// [statistic][week][member]
    [[nodiscard]] std::vector<float> statistics() const {
        const std::size_t cells = extent_[1] * extent_[2];
        std::vector<float> result(series_statistics.size() * cells);
        const std::size_t week_values = std::max<std::size_t>(extent_[0] * extent_[2], 1);
        const std::size_t weeks =
            std::clamp<std::size_t>(slab_values / week_values, 1, std::max<hsize_t>(extent_[1], 1));
        for (std::size_t week = 0; week < extent_[1]; week += weeks) {
            summarise(week, std::min<std::size_t>(weeks, extent_[1] - week), result);
        }
        return result;
    }

 private:
    void summarise(std::size_t first_week, std::size_t weeks, std::vector<float>& result) const {
        const hdf::Slab slab{{0, first_week, 0}, {extent_[0], weeks, extent_[2]}};
        std::vector<float> values(slab.size());
        hdf::read(dataset_.id(), slab, hdf::Type::f32, values.data());
        const std::size_t slab_cells = weeks * extent_[2];
        const std::size_t all_cells = extent_[1] * extent_[2];
        std::vector<float> one(extent_[0]);
        for (std::size_t cell = 0; cell < slab_cells; ++cell) {
            for (std::size_t i = 0; i < one.size(); ++i) one[i] = values[i * slab_cells + cell];
            const auto statistics = statistics_of(one);
            for (std::size_t s = 0; s < statistics.size(); ++s) {
                result[s * all_cells + first_week * extent_[2] + cell] = statistics[s];
            }
        }
    }

    hdf::Handle dataset_;
    hdf::Extent extent_;
};

void summarise_scope(hid_t file, const RunInfo& run, model::ScopeKind scope) {
    const std::string name{name_of(scope)};
    Group group{file, "/summary/" + name, "/summary/<scope>", name};
    group.coordinate("statistic",
                     std::vector<std::string>(series_statistics.begin(), series_statistics.end()));
    write_series_axes(group, run, scope);
    const auto namings = series_namings(run.catalogue);
    for (std::size_t i = 0; i < namings.size(); ++i) {
        if (!run.catalogue.series[i].kept(scope)) continue;
        const StoredSeries series{file, fmt::format("/series/{}/{}", name, namings[i].dataset)};
        group.write("<series>", series.statistics(), &namings[i]);
    }
}

}  // namespace

std::array<float, 4> statistics_of(std::span<float> values) {
    const auto present = values.first(static_cast<std::size_t>(
        std::partition(values.begin(), values.end(), [](float x) { return !std::isnan(x); }) -
        values.begin()));
    if (present.empty()) {
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        return {nan, nan, nan, nan};
    }
    double sum = 0;
    for (const float value : present) sum += value;
    const auto mean = static_cast<float>(sum / static_cast<double>(present.size()));
    const auto [least, greatest] = std::ranges::minmax(present);
    if (least == greatest) return {mean, least, least, least};  // most cells before a go-live, and many after
    const std::size_t middle = (present.size() - 1) / 2;
    std::nth_element(present.begin(), present.begin() + static_cast<std::ptrdiff_t>(middle), present.end());
    return {mean, quantile(present, 0.10, middle), quantile(present, 0.50, middle),
            quantile(present, 0.90, middle)};
}

void write_summary(hid_t file, const RunInfo& run) {
    ScalarTable table;
    for (const Naming& naming : scalar_namings(run.catalogue)) {
        const hdf::Handle dataset = hdf::open_dataset(file, "/replications/" + naming.dataset);
        std::vector<double> values(hdf::all_of(dataset.id()).size());
        hdf::read(dataset.id(), hdf::all_of(dataset.id()), hdf::Type::f64, values.data());
        table.add(naming, std::move(values));
    }
    table.write(file);
    for (const auto scope : model::scope_kinds) summarise_scope(file, run, scope);
}

}  // namespace golive::store
