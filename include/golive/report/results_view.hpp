//! A results file as the summaries look at it: scalars by name, and words for their values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include <golive/report/words.hpp>
#include <golive/store/results_file.hpp>

namespace golive::report {

/// The file must outlive the view.
class ResultsView {
 public:
    explicit ResultsView(const store::ResultsFile& results);

    [[nodiscard]] const model::Catalogue& catalogue() const { return results_.catalogue(); }
    [[nodiscard]] const std::vector<store::ScalarSummary>& rows() const { return rows_; }
    /// Null where the scenario has no such scalar.
    [[nodiscard]] const store::ScalarSummary* find(std::string_view scalar) const;
    /// +infinity where the replications in which it did not happen reach so far down.
    [[nodiscard]] double quantile(const store::ScalarSummary& row, double p) const;
    /// The values of the replications in which it happened.
    [[nodiscard]] std::vector<double> happened(std::string_view scalar) const;
    /// "52-70 %": between the 10th and the 90th percentile of those.
    [[nodiscard]] std::string usual_range(std::string_view scalar, model::Reading reading) const;

    /// Dates of go-lives have a table of their own; what a scenario never spends money or hours on
    /// is no news.
    [[nodiscard]] bool worth_a_line(const model::ScalarInfo& scalar) const;
    [[nodiscard]] std::vector<const model::InstanceInfo*> go_lives() const;
    [[nodiscard]] bool one_activity_goes_live() const;
    /// The wave's name, with the activity before it where the plan has several go-lives.
    [[nodiscard]] std::string label_of(const model::InstanceInfo& go_live) const;

    [[nodiscard]] Date start() const { return results_.provenance().start_date; }
    /// The last day that is simulated.
    [[nodiscard]] Date end() const { return end_; }
    [[nodiscard]] const Wording& wording() const { return wording_; }

 private:
    const store::ResultsFile& results_;
    std::vector<store::ScalarSummary> rows_;
    Wording wording_;
    Date end_;
};

}  // namespace golive::report
