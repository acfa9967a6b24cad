#include "store/atomic_file.hpp"
#include "store/catalogue_file.hpp"
#include "store/provenance_file.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <stdexcept>
#include <type_traits>

#include <golive/base/error.hpp>
#include <golive/store/format.hpp>
#include <golive/store/results_file.hpp>

namespace golive::store {
namespace {

/// HDF5's words, for the one who gave us the file.
template <class Action>
auto told_about(const std::filesystem::path& path, Action&& action) {
    try {
        return action();
    } catch (const hdf::Failed& failure) {
        throw Error{ErrorKind::input,
                    fmt::format("cannot read results from `{}` ({})", path.string(), failure.what())};
    } catch (const std::logic_error&) {  // out of range, or of an absurd length
        throw Error{
            ErrorKind::input,
            fmt::format("cannot read results from `{}` (its datasets do not fit together)", path.string())};
    }
}

void refuse_other_formats(hid_t file, const std::filesystem::path& path) {
    if (!hdf::has_attribute(file, "filetype") || hdf::text_attribute(file, "filetype") != file_type) {
        throw Error{ErrorKind::input, fmt::format("`{}` holds no results of golive", path.string())};
    }
    const auto version = hdf::integers_attribute(file, "format_version");
    if (version.size() != 2 || version[0] != format_version.major) {
        const std::string found = version.empty() ? "none" : fmt::format("{}", version[0]);
        throw Error{
            ErrorKind::input,
            fmt::format("`{}` is in version {} of the results format (this program reads version {}). "
                        "Use the version of golive that wrote it",
                        path.string(), found, format_version.major)};
    }
}

hdf::Slab rows_of(hid_t dataset, Rows rows) {
    hdf::Slab slab = hdf::all_of(dataset);
    ensure(rows.first + rows.count <= slab.count.at(0), "rows are within their dataset");
    slab.start[0] = rows.first;
    slab.count[0] = rows.count;
    return slab;
}

template <class T>
std::vector<T> read_slab(hid_t dataset, const hdf::Slab& slab) {
    std::vector<T> values(slab.size());
    hdf::read(dataset, slab, hdf::type_of<T>, values.data());
    return values;
}

template <class T>
std::vector<T> read_rows(hid_t file, const std::string& path, Rows rows) {
    const hdf::Handle dataset = hdf::open_dataset(file, path);
    return read_slab<T>(dataset.id(), rows_of(dataset.id(), rows));
}

template <class T>
std::vector<T> read_all(hid_t file, const std::string& path) {
    const hdf::Handle dataset = hdf::open_dataset(file, path);
    return read_slab<T>(dataset.id(), hdf::all_of(dataset.id()));
}

std::vector<std::uint64_t> read_numbers(hid_t file, const std::string& path) {
    const auto values = read_all<std::int64_t>(file, path);
    return {values.begin(), values.end()};
}

std::vector<std::uint64_t> read_hexadecimal(hid_t file, const std::string& path) {
    const hdf::Handle dataset = hdf::open_dataset(file, path);
    std::vector<std::uint64_t> values;
    for (const std::string& text : hdf::read_strings(dataset.id(), hdf::all_of(dataset.id()))) {
        std::uint64_t value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value, 16);
        values.push_back(value);
    }
    return values;
}

InstanceRows read_instances(hid_t file, Rows rows) {
    const auto ready = read_rows<double>(file, "/attribution/ready", rows);
    const auto start = read_rows<double>(file, "/attribution/start", rows);
    const auto finish = read_rows<double>(file, "/attribution/finish", rows);
    const auto bound_by = read_rows<std::int32_t>(file, "/attribution/bound_by", rows);
    InstanceRows result;
    for (std::size_t i = 0; i < ready.size(); ++i) {
        result.records.push_back({ready.at(i), start.at(i), finish.at(i), bound_by.at(i)});
    }
    result.cause_days = read_rows<double>(file, "/attribution/cause_days", rows);
    return result;
}

std::vector<model::TraceRecord> read_trace(hid_t file, Rows rows) {
    const auto time = read_rows<std::int64_t>(file, "/trace/time", rows);
    const auto kind = read_rows<std::int32_t>(file, "/trace/kind", rows);
    const auto entity_kind = read_rows<std::int32_t>(file, "/trace/entity_kind", rows);
    const auto entity = read_rows<std::int32_t>(file, "/trace/entity", rows);
    const auto cause = read_rows<std::int32_t>(file, "/trace/cause", rows);
    const auto value = read_rows<double>(file, "/trace/value", rows);
    std::vector<model::TraceRecord> records;
    for (std::size_t i = 0; i < rows.count; ++i) {
        records.push_back(
            {time.at(i), kind.at(i), entity_kind.at(i), entity.at(i), cause.at(i), value.at(i)});
    }
    return records;
}

/// Where the events or devices of a replication are; none for one without a trace.
Rows rows_of_traced(hid_t file, const char* what, const std::vector<std::uint64_t>& traced,
                    std::uint64_t replication) {
    const auto found = std::ranges::lower_bound(traced, replication);
    if (found == traced.end() || *found != replication) return {};
    const Rows row{static_cast<std::size_t>(found - traced.begin()), 1};
    const auto start = read_rows<std::int64_t>(file, fmt::format("/trace/{}_start", what), row).front();
    const auto count = read_rows<std::int64_t>(file, fmt::format("/trace/{}_count", what), row).front();
    return {static_cast<std::size_t>(start), static_cast<std::size_t>(count)};
}

std::vector<double> part(const std::vector<double>& table, std::size_t row, std::size_t width) {
    const auto begin = table.begin() + static_cast<std::ptrdiff_t>(row * width);
    return {begin, begin + static_cast<std::ptrdiff_t>(width)};
}

}  // namespace

class ResultsFile::Impl {
 public:
    explicit Impl(const std::filesystem::path& file_path) : path{file_path} {
        Seal::verify(path);
        file = hdf::open_file(path);
        refuse_other_formats(file.id(), path);
        provenance = read_provenance(file.id());
        failures = read_failures(file.id());
        stored = read_catalogue(file.id());
        replications = read_numbers(file.id(), "/replications/replication");
        quantile_levels = read_all<double>(file.id(), "/summary/quantile");
    }

    [[nodiscard]] std::string series_path(std::string_view group, std::size_t index,
                                          model::ScopeKind scope) const {
        ensure(stored.catalogue.series.at(index).kept(scope),
               "a series is kept for the scope it is read for");
        return fmt::format("/{}/{}/{}", group, name_of(scope), stored.series_datasets[index]);
    }

    std::filesystem::path path;
    hdf::Handle file;
    Provenance provenance;
    std::vector<batch::Failure> failures;
    StoredCatalogue stored;
    std::vector<std::uint64_t> replications;
    std::vector<double> quantile_levels;
};

ResultsFile::ResultsFile(const std::filesystem::path& path)
    : impl_{told_about(path, [&] { return std::make_unique<Impl>(path); })} {}
ResultsFile::ResultsFile(ResultsFile&&) noexcept = default;
ResultsFile& ResultsFile::operator=(ResultsFile&&) noexcept = default;
ResultsFile::~ResultsFile() = default;

const std::filesystem::path& ResultsFile::path() const { return impl_->path; }
const Provenance& ResultsFile::provenance() const { return impl_->provenance; }
const model::Catalogue& ResultsFile::catalogue() const { return impl_->stored.catalogue; }
const std::vector<batch::Failure>& ResultsFile::failures() const { return impl_->failures; }
const std::vector<std::uint64_t>& ResultsFile::replications() const { return impl_->replications; }
const std::vector<double>& ResultsFile::quantile_levels() const { return impl_->quantile_levels; }

std::vector<double> ResultsFile::scalar(std::size_t index) const {
    return told_about(path(), [&] {
        return read_all<double>(impl_->file.id(), "/replications/" + impl_->stored.scalar_datasets.at(index));
    });
}

std::vector<std::uint64_t> ResultsFile::events() const {
    return told_about(path(), [&] { return read_numbers(impl_->file.id(), "/replications/events"); });
}

std::vector<std::uint64_t> ResultsFile::clinician_shifts() const {
    return told_about(path(),
                      [&] { return read_numbers(impl_->file.id(), "/replications/clinician_shifts"); });
}

std::vector<std::uint64_t> ResultsFile::fingerprints() const {
    return told_about(path(),
                      [&] { return read_hexadecimal(impl_->file.id(), "/replications/fingerprint"); });
}

std::vector<float> ResultsFile::series(std::size_t index, model::ScopeKind scope, Rows rows) const {
    return told_about(path(), [&] {
        return read_rows<float>(impl_->file.id(), impl_->series_path("series", index, scope), rows);
    });
}

InstanceRows ResultsFile::instances(Rows rows) const {
    return told_about(path(), [&] { return read_instances(impl_->file.id(), rows); });
}

std::vector<float> ResultsFile::gave_up(Rows rows) const {
    if (catalogue().reasons.empty()) return {};
    return told_about(path(), [&] { return read_rows<float>(impl_->file.id(), "/giving_up/times", rows); });
}

std::vector<ScalarSummary> ResultsFile::scalar_summaries() const {
    return told_about(path(), [&] {
        const auto column = [&](const char* name) {
            return read_all<double>(impl_->file.id(), fmt::format("/summary/{}", name));
        };
        const auto count = read_numbers(impl_->file.id(), "/summary/count");
        const auto missing = read_numbers(impl_->file.id(), "/summary/missing");
        const auto happened = column("happened"), happened_low = column("happened_low");
        const auto happened_high = column("happened_high"), mean = column("mean"),
                   mean_low = column("mean_low");
        const auto mean_high = column("mean_high"), sd = column("sd"), min = column("min"),
                   max = column("max");
        const auto value = column("value"), value_low = column("value_low"),
                   value_high = column("value_high");
        const std::size_t width = quantile_levels().size();
        std::vector<ScalarSummary> rows;
        for (std::size_t i = 0; i < count.size(); ++i) {
            rows.push_back({count[i], missing.at(i), happened.at(i), happened_low.at(i), happened_high.at(i),
                            mean.at(i), mean_low.at(i), mean_high.at(i), sd.at(i), min.at(i), max.at(i),
                            part(value, i, width), part(value_low, i, width), part(value_high, i, width)});
        }
        return rows;
    });
}

SeriesSummary ResultsFile::series_summary(std::size_t index, model::ScopeKind scope) const {
    return told_about(path(), [&] {
        const hdf::Handle dataset =
            hdf::open_dataset(impl_->file.id(), impl_->series_path("summary", index, scope));
        const auto statistic = [&](std::size_t row) {
            return read_slab<float>(dataset.id(), rows_of(dataset.id(), {row, 1}));
        };
        return SeriesSummary{statistic(0), statistic(1), statistic(2), statistic(3)};
    });
}

std::vector<std::uint64_t> ResultsFile::traced() const {
    return told_about(path(), [&] { return read_numbers(impl_->file.id(), "/trace/replication"); });
}

std::size_t ResultsFile::trace_size(std::uint64_t replication) const {
    return told_about(path(),
                      [&] { return rows_of_traced(impl_->file.id(), "event", traced(), replication).count; });
}

std::vector<model::TraceRecord> ResultsFile::trace(std::uint64_t replication, Rows events) const {
    return told_about(path(), [&] {
        const Rows all = rows_of_traced(impl_->file.id(), "event", traced(), replication);
        ensure(events.first + events.count <= all.count, "events are within their replication");
        if (events.count == 0) return std::vector<model::TraceRecord>{};
        return read_trace(impl_->file.id(), {all.first + events.first, events.count});
    });
}

std::vector<std::int32_t> ResultsFile::device_technology(std::uint64_t replication) const {
    return told_about(path(), [&] {
        if (!hdf::exists(impl_->file.id(), "/trace/device_technology")) return std::vector<std::int32_t>{};
        const Rows devices = rows_of_traced(impl_->file.id(), "device", traced(), replication);
        if (devices.count == 0) return std::vector<std::int32_t>{};
        return read_rows<std::int32_t>(impl_->file.id(), "/trace/device_technology", devices);
    });
}

}  // namespace golive::store
