//! `golive explain`: where the time went, what would help most, and why people gave up.
// SPDX-License-Identifier: Apache-2.0
#include "app/explain/explanation_text.hpp"
#include "app/explain/relief_run.hpp"
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/simulate/run_order.hpp"
#include "app/terminal/console.hpp"

#include <array>

#include <golive/base/error.hpp>
#include <golive/report/study_input.hpp>

namespace golive::app {
namespace {

ExitStatus explain(const Arguments& arguments) {
    const store::ResultsFile results{arguments.operands().front()};
    if (results.replications().empty())
        throw Error{ErrorKind::input,
                    "`" + results.path().string() + "` holds no replication: there is nothing to explain"};
    study::Explanation explanation = report::read_explanation(results);
    const std::uint64_t futures = *arguments.number("futures");
    const std::uint64_t levers = *arguments.number("top", 1);
    const bool whole = futures == 0 || run_relief(explanation, results, levers, futures,
                                                  threads_of(arguments), arguments.has("quiet"));
    const std::string format = *arguments.text("format");
    if (format == "json")
        print(explanation_json(explanation, results));
    else if (format == "csv")
        print(explanation_csv(explanation, results));
    else
        print(explanation_text(explanation, results, width_for(stdout)));
    if (whole) return ExitStatus::done;
    print_message("Stopped before all kinds of waiting had been tried; what was done is told.");
    return ExitStatus::stopped;
}

constexpr std::array options{
    Option{.name = "futures",
           .letter = 'n',
           .value = "N",
           .help = "how many futures are simulated again for each kind of waiting; 0: none",
           .fallback = "100"},
    Option{.name = "top",
           .value = "K",
           .help = "how many kinds of waiting are tried, the longest first",
           .fallback = "5"},
    threads_option,
    format_option("text, json, or csv (the steps of the paths)", "text|json|csv"),
    quiet_option,
};

}  // namespace

const Command explain_command{
    .name = "explain",
    .operands = {"RESULTS.h5", 1, 1},
    .summary = "where the time went, which waiting is worth ending, and why people gave up",
    .details =
        "Every step of the plan knows what it waited for. Walking back from the last go-live gives the chain "
        "that "
        "set its\n"
        "date in each future, day by day. Then the same futures are simulated again without one kind of "
        "waiting "
        "at a time:\n"
        "the longest wait is not always the best lever.",
    .example = "golive explain results.h5 --futures 200 --top 8",
    .options = options,
    .run = explain,
};

}  // namespace golive::app
