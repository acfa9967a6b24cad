//! A recorded or replayed replication, printed as `golive trace` and `golive replay` are asked to.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/arguments.hpp"
#include "app/trace/trace_events.hpp"
#include "app/trace/trace_filter.hpp"
#include "app/trace/trace_format.hpp"
#include "app/trace/trace_words.hpp"

#include <array>
#include <cstdint>

#include <golive/store/results_file.hpp>

namespace golive::app {

inline constexpr std::array trace_print_options{
    Option{.name = "limit", .value = "N", .help = "no more than the first N events that pass"},
    format_option("how events are printed: text, csv or json", "text|csv|json"),
};

/// The scenario that a results file carries; null where this version of golive cannot read it.
[[nodiscard]] std::shared_ptr<const scenario::Scenario> scenario_in(const store::ResultsFile& results);
/// The same, and a message where there is none.
[[nodiscard]] std::shared_ptr<const scenario::Scenario> scenario_or_message(
    const store::ResultsFile& results);

class TraceView {
 public:
    /// Reads the filter. Throws Error{usage} where it makes no sense. The catalogue must outlive the view.
    TraceView(const Arguments& arguments, const model::Catalogue& catalogue,
              std::shared_ptr<const scenario::Scenario> scenario, const store::Provenance& from);

    /// Prints what passes, or says that nothing does.
    void print(std::uint64_t replication, const TraceEvents& trace) const;

 private:
    EntityNames names_;
    TraceFilter filter_;
    TraceWords words_;
    std::uint64_t limit_;
    std::string format_;
};

}  // namespace golive::app
