#include <algorithm>

#include <golive/store/results_file.hpp>

namespace golive::store {
namespace {

/// Replications that are read at once: as many as there are in a block of the writer, or so.
constexpr std::size_t block_rows = 64;

/// Copies row `row` of `values`, which holds `rows` of them.
template <class T>
std::vector<T> row_of(const std::vector<T>& values, std::size_t row, std::size_t rows) {
    const std::size_t width = values.size() / rows;
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(row * width);
    return {begin, begin + static_cast<std::ptrdiff_t>(width)};
}

/// The series of a block of replications, put where model::Result has them.
void read_series(const ResultsFile& file, Rows rows, std::vector<model::Result>& results) {
    const model::Catalogue& catalogue = file.catalogue();
    for (std::size_t i = 0; i < catalogue.series.size(); ++i) {
        for (const auto scope : model::scope_kinds) {
            if (!catalogue.series[i].kept(scope)) continue;
            const auto values = file.series(i, scope, rows);
            const std::size_t width = values.size() / rows.count;
            const std::size_t offset = catalogue.block_offset(i, scope);
            for (std::size_t row = 0; row < rows.count; ++row) {
                std::copy_n(values.data() + row * width, width, results[row].series.data() + offset);
            }
        }
    }
}

/// What fits in memory whole: a few numbers per replication.
struct Columns {
    explicit Columns(const ResultsFile& file)
        : events{file.events()},
          clinician_shifts{file.clinician_shifts()},
          fingerprints{file.fingerprints()} {
        for (std::size_t i = 0; i < file.catalogue().scalars.size(); ++i) scalars.push_back(file.scalar(i));
    }
    std::vector<std::uint64_t> events, clinician_shifts, fingerprints;
    std::vector<std::vector<double>> scalars;
};

std::vector<model::Result> read_block(const ResultsFile& file, const Columns& columns, Rows rows) {
    std::vector<model::Result> results(rows.count);
    const InstanceRows instances = file.instances(rows);
    const auto gave_up = file.gave_up(rows);
    for (std::size_t i = 0; i < rows.count; ++i) {
        const std::size_t row = rows.first + i;
        model::Result& result = results[i];
        result.replication = file.replications()[row];
        for (const auto& scalar : columns.scalars) result.scalars.push_back(scalar.at(row));
        result.series.resize(file.catalogue().series_size());
        result.instances = row_of(instances.records, i, rows.count);
        result.cause_days = row_of(instances.cause_days, i, rows.count);
        result.gave_up = row_of(gave_up, i, rows.count);
        result.trace = file.trace(result.replication);
        result.device_technology = file.device_technology(result.replication);
        result.fingerprint = columns.fingerprints.at(row);
        result.events = columns.events.at(row);
        result.clinician_shifts = columns.clinician_shifts.at(row);
    }
    read_series(file, rows, results);
    return results;
}

}  // namespace

void ResultsFile::replay(batch::ResultSink& sink) const {
    const Columns columns{*this};
    for (std::size_t first = 0; first < replications().size(); first += block_rows) {
        const Rows rows{first, std::min(block_rows, replications().size() - first)};
        for (const model::Result& result : read_block(*this, columns, rows)) sink.accept(result);
    }
}

}  // namespace golive::store
