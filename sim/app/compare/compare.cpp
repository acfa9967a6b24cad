//! `golive compare`: alternatives with the same luck, and what sets them apart.
// SPDX-License-Identifier: Apache-2.0
#include "app/compare/compared.hpp"
#include "app/compare/comparison_text.hpp"
#include "app/program/commands.hpp"
#include "app/terminal/console.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <golive/base/error.hpp>

namespace golive::app {
namespace {

ExitStatus compare(const Arguments& arguments) {
    const Compared compared =
        name_results(arguments.operands()) ? read_results(arguments) : play_scenarios(arguments);
    if (compared.status != ExitStatus::done && study::common_replications(compared.all()).size() < 2) {
        print_message(
            "There are not even two futures that all alternatives came through; nothing was compared.");
        return compared.status;
    }
    const study::Comparison comparison = study::compare(compared.all());
    const std::string format = *arguments.text("format");
    if (format == "json")
        print(comparison_json(comparison, compared));
    else if (format == "csv")
        print(comparison_csv(comparison, compared.names));
    else
        print(comparison_text(comparison, compared, width_for(stdout)));
    return compared.status;
}

constexpr std::array what_is_compared{
    Option{.name = "what-if",
           .value = "CHANGES",
           .help = "an alternative: the first scenario with these changes, such as \"team.it.staff=4; "
                   "budget.total=$2M\"",
           .repeat = Repeat::often},
    replications_option(
        "how many possible futures of each; with --until how many at most, 10000 unless said"),
};
constexpr std::array how_it_is_told{
    format_option("how the comparison is printed: text, json or csv", "text|json|csv"),
    quiet_option,
};
constexpr auto options = joined(what_is_compared, simulation_options, how_it_is_told);

}  // namespace

void require_common_figures(const std::vector<std::string>& names,
                            const std::vector<const model::Catalogue*>& catalogues) {
    std::vector<std::string> strangers;
    for (std::size_t other = 1; other < names.size(); ++other) {
        const bool related =
            std::ranges::any_of(catalogues.front()->scalars, [&](const model::ScalarInfo& metric) {
                return study::same_metric(*catalogues[other], metric).has_value();
            });
        if (!related) strangers.push_back(fmt::format("`{}`", names[other]));
    }
    if (strangers.empty()) return;
    throw Error{
        ErrorKind::input,
        fmt::format("there is nothing to compare: {} {} no figure in common with `{}`",
                    fmt::join(strangers, ", "), strangers.size() == 1 ? "has" : "have", names.front())};
}

const Command compare_command{
    .name = "compare",
    .operands = {"SCENARIO.toml...|RESULTS.h5...", 1, any_number},
    .summary = "the same futures for several scenarios: what sets them apart, and whether that can be told",
    .details =
        "Every scenario, and every --what-if, is held against the first. They share the luck of whatever "
        "they share, person\n"
        "by person, so that differences show with far fewer futures than independent runs would take. --set "
        "and\n"
        "--horizon change all of them alike. Results of `golive run` with the same seed are compared as they "
        "are.\n\n"
        "--until 'STATISTIC(FIGURE) +- WIDTH' is asked of the differences: of their mean or of p1 to p99, "
        "for "
        "every\n"
        "alternative against the first. Where -n comes first, the exit status is 3. Ctrl-C stops, and "
        "compares "
        "the futures\n"
        "that all of them have.",
    .example =
        "golive compare scenario.toml --what-if \"superusers.share=12 %\" --what-if \"team.it.staff=4\" -n "
        "500",
    .options = options,
    .run = compare,
};

}  // namespace golive::app
