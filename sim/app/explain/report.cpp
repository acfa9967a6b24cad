//! `golive report`: one page with everything that a results file has to say, to be mailed.
// SPDX-License-Identifier: Apache-2.0
#include "app/explain/relief_run.hpp"
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/simulate/run_order.hpp"
#include "app/terminal/console.hpp"
#include "app/terminal/text_output.hpp"
#include "app/terminal/words.hpp"

#include <array>
#include <filesystem>
#include <fmt/format.h>

#include <golive/base/error.hpp>
#include <golive/report/chapter.hpp>

namespace golive::app {
namespace {

namespace fs = std::filesystem;

fs::path output_of(const Arguments& arguments) {
    if (const auto named = arguments.text("output")) return *named;
    return fs::path{arguments.operands().front()}.stem().string() + ".html";
}

/// The page never replaces what it is made of.
void ensure_not_among(const fs::path& output, const std::vector<std::string>& files) {
    for (const std::string& file : files) {
        std::error_code unknown;
        if (fs::equivalent(output, file, unknown))
            throw Error{
                ErrorKind::usage,
                fmt::format("`{}` cannot be the page (it holds the results). Choose another name with -o",
                            output.string())};
    }
}

report::Chapters read_chapters(const std::vector<std::string>& files) {
    report::Chapters chapters;
    for (const std::string& file : files) {
        auto chapter = std::make_unique<report::Chapter>(file);
        if (chapter->results.replications().empty())
            throw Error{ErrorKind::input,
                        fmt::format("`{}` holds no replication: there is nothing to report", file)};
        chapters.push_back(std::move(chapter));
    }
    return chapters;
}

ExitStatus write_report(const Arguments& arguments) {
    const fs::path output = output_of(arguments);
    // Whatever forbids the page is told before anything is simulated.
    WholeFile file{output, arguments.has("overwrite") ? store::Overwrite::yes : store::Overwrite::no};
    ensure_not_among(output, arguments.operands());
    const report::Chapters chapters = read_chapters(arguments.operands());
    report::ensure_comparable(chapters);
    if (const auto futures = arguments.number("relief"); futures && *futures > 0) {
        for (const auto& chapter : chapters)
            if (!run_relief(chapter->explanation, chapter->results, usual_levers, *futures,
                            threads_of(arguments), arguments.has("quiet"))) {
                print_message("Stopped; no report was written.");
                return ExitStatus::stopped;
            }
    }
    const std::string page = report::page_of(chapters);
    file.write(page);
    file.finish();
    if (!arguments.has("quiet"))
        print(fmt::format("{} ({:.1f} MB): open it in a browser, or mail it; it needs nothing else.\n",
                          output.string(), static_cast<double>(page.size()) / 1e6));
    return ExitStatus::done;
}

constexpr std::array options{
    Option{.name = "output",
           .letter = 'o',
           .value = "FILE",
           .help = "where the page goes (default: the results' name with .html, here)"},
    Option{
        .name = "relief",
        .value = "N",
        .help =
            "simulate N futures again without each of the longest waits, to show what ending them is worth"},
    Option{.name = "overwrite", .help = "replace the page if there is one"},
    threads_option,
    quiet_option,
};

}  // namespace

const Command report_command{
    .name = "report",
    .operands = {"RESULTS.h5...", 1, any_number},
    .summary = "one page with the answer, charts, assumptions and provenance, to be mailed",
    .details =
        "One HTML file that needs no network and prints well. Of several results files the first is what the "
        "others "
        "are\n"
        "held against; they must have been run with the same seed.",
    .example = "golive report results.h5 --relief 100 -o report.html",
    .options = options,
    .run = write_report,
};

}  // namespace golive::app
