//! How far a run is, on standard error: a line that renews itself on a terminal, a plain one now and then
//! in a log.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <golive/base/date.hpp>
#include <golive/batch/batch.hpp>
#include <golive/model/catalogue.hpp>

namespace golive::app {

/// Passes results on to a sink and keeps what the estimate shown during a run needs.
class RunningEstimate : public batch::ResultSink {
 public:
    RunningEstimate(batch::ResultSink& target, const model::Catalogue& catalogue, Date start)
        : target_{target}, all_live_{catalogue.scalar("all_live")}, start_{start} {}
    void accept(const model::Result& result) override;
    /// "every wave live by 14 March 2027 (± 6 days) with a chance of 80 %"; empty while there is too
    /// little to say.
    [[nodiscard]] const std::string& in_words();

 private:
    batch::ResultSink& target_;
    std::size_t all_live_;
    Date start_;
    std::vector<double> values_;
    std::size_t told_of_ = 0;
    std::string words_;
};

enum class ProgressStyle { none, line, log };
/// What fits standard error.
[[nodiscard]] ProgressStyle progress_style();

class ProgressReport {
 public:
    ProgressReport(ProgressStyle style, RunningEstimate& estimate)
        : ProgressReport{style, [&estimate](const batch::Progress&) { return estimate.in_words(); }} {}
    /// `estimate` says what is known so far; an empty text where there is nothing to say.
    ProgressReport(ProgressStyle style, std::function<std::string(const batch::Progress&)> estimate)
        : style_{style}, estimate_{std::move(estimate)} {}
    ~ProgressReport();
    ProgressReport(const ProgressReport&) = delete;
    ProgressReport& operator=(const ProgressReport&) = delete;

    /// A run that ends when it is precise enough has a forecast for a total, or none but its cap.
    enum class Total { asked, about, at_most };
    void show(const batch::Progress& progress, Total total = Total::asked);

 private:
    ProgressStyle style_;
    std::function<std::string(const batch::Progress&)> estimate_;
    std::chrono::duration<double> last_logged_{};
    bool on_screen_ = false;
};

}  // namespace golive::app
