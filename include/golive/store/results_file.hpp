//! Reading results files back, after making sure that they are ours and undamaged.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <golive/batch/batch.hpp>
#include <golive/model/catalogue.hpp>
#include <golive/store/provenance.hpp>

namespace golive::store {

/// A row of /summary.
struct ScalarSummary {
    std::uint64_t count;
    std::uint64_t missing;                                         ///< it did not happen within the horizon
    double happened, happened_low, happened_high;                  ///< share of replications
    double mean, mean_low, mean_high, sd, min, max;                ///< of those that happened
    std::vector<double> quantiles, quantiles_low, quantiles_high;  ///< by ResultsFile::quantile_levels()
};

/// [week][member] each, over the replications in which the number exists.
struct SeriesSummary {
    std::vector<float> mean, p10, p50, p90;
};

/// Rows of replications or events: positions in the file, not numbers.
struct Rows {
    std::size_t first = 0;
    std::size_t count = 0;
};

/// How the activity instances went in some replications.
struct InstanceRows {
    std::vector<model::InstanceRecord> records;  ///< [replication][instance]
    std::vector<double> cause_days;              ///< [replication][instance][cause]
};

/// A results file open for reading. Throws Error{input} for a file that is missing, not ours, damaged, or of
/// another major version of the format, whatever its bytes. Use from one thread at a time.
class ResultsFile {
 public:
    explicit ResultsFile(const std::filesystem::path& path);
    ResultsFile(ResultsFile&&) noexcept;
    ResultsFile& operator=(ResultsFile&&) noexcept;
    ~ResultsFile();

    [[nodiscard]] const std::filesystem::path& path() const;
    [[nodiscard]] const Provenance& provenance() const;
    [[nodiscard]] const model::Catalogue& catalogue() const;
    [[nodiscard]] const std::vector<batch::Failure>& failures() const;
    /// The numbers of the replications in the file, ascending: the order of all rows.
    [[nodiscard]] const std::vector<std::uint64_t>& replications() const;
    [[nodiscard]] Rows all_rows() const { return {0, replications().size()}; }

    [[nodiscard]] std::vector<double> scalar(std::size_t index) const;
    [[nodiscard]] std::vector<std::uint64_t> events() const;
    [[nodiscard]] std::vector<std::uint64_t> clinician_shifts() const;
    [[nodiscard]] std::vector<std::uint64_t> fingerprints() const;
    /// [replication][week][member]; the series must be kept for the scope.
    [[nodiscard]] std::vector<float> series(std::size_t index, model::ScopeKind scope, Rows rows) const;
    [[nodiscard]] InstanceRows instances(Rows rows) const;
    /// [replication][unit][role][reason]; empty for files of format 1.0, which do not say.
    [[nodiscard]] std::vector<float> gave_up(Rows rows) const;

    [[nodiscard]] const std::vector<double>& quantile_levels() const;   ///< 0.05, 0.10 ...
    [[nodiscard]] std::vector<ScalarSummary> scalar_summaries() const;  ///< by Catalogue::scalars
    [[nodiscard]] SeriesSummary series_summary(std::size_t index, model::ScopeKind scope) const;

    /// The numbers of the replications with a trace, ascending.
    [[nodiscard]] std::vector<std::uint64_t> traced() const;
    /// Events recorded of a replication; 0 for one without a trace.
    [[nodiscard]] std::size_t trace_size(std::uint64_t replication) const;
    /// Some of them, by their positions among its own: a long trace need not be in memory whole.
    [[nodiscard]] std::vector<model::TraceRecord> trace(std::uint64_t replication, Rows events) const;
    /// All of them.
    [[nodiscard]] std::vector<model::TraceRecord> trace(std::uint64_t replication) const {
        return trace(replication, {0, trace_size(replication)});
    }

    /// model::Result::device_technology; empty for one without a trace, and for files of format 1.0 and 1.1,
    /// which do not say.
    [[nodiscard]] std::vector<std::int32_t> device_technology(std::uint64_t replication) const;

    /// Hands every result to `sink` as the run did, to merge or extend files; memory is bounded.
    void replay(batch::ResultSink& sink) const;

 private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace golive::store
