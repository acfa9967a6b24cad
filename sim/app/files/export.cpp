//! `golive export`: what a results file holds as comma-separated values.
// SPDX-License-Identifier: Apache-2.0
#include "app/files/export_tables.hpp"
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/terminal/console.hpp"
#include "app/terminal/text_table.hpp"
#include "app/terminal/words.hpp"
#include "app/trace/recorded.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <system_error>

#include <golive/base/error.hpp>

namespace golive::app {
namespace {

namespace fs = std::filesystem;

const ExportTable& table_called(const std::string& name) {
    const auto tables = export_tables();
    const auto found = std::ranges::find(tables, name, &ExportTable::name);
    if (found != tables.end()) return *found;
    std::vector<std::string> known;
    for (const ExportTable& table : tables) known.emplace_back(table.name);
    const std::string hint = did_you_mean(name, known);
    throw Error{ErrorKind::usage,
                fmt::format("there is no table `{}`.{}", name,
                            hint.empty() ? fmt::format(" There are: {}", fmt::join(known, ", ")) : hint)};
}

std::vector<std::size_t> series_asked_for(const Arguments& arguments, const model::Catalogue& catalogue) {
    std::vector<std::size_t> wanted;
    for (const std::string& name : arguments.all("series")) {
        const auto found = std::ranges::find(catalogue.series, name, &model::SeriesInfo::name);
        if (found == catalogue.series.end()) {
            std::vector<std::string> known;
            for (const auto& series : catalogue.series) known.push_back(series.name);
            const std::string hint = did_you_mean(name, known);
            throw Error{ErrorKind::usage,
                        fmt::format("the file has no series `{}`.{}", name,
                                    hint.empty() ? " `golive export RESULTS.h5` lists them" : hint)};
        }
        wanted.push_back(static_cast<std::size_t>(found - catalogue.series.begin()));
    }
    return wanted;
}

/// Before anything is written.
void refuse_unfit(const ExportTable& table, const ExportSource& source) {
    if (table.name == "series" && source.series.empty()) {
        throw Error{ErrorKind::usage,
                    fmt::format("name a series of the table `series` (all of them would be {}). "
                                "`golive export {}` lists them",
                                count_in_words(source.results.catalogue().series_size() *
                                                   source.results.replications().size(),
                                               "row"),
                                source.results.path().string())};
    }
    if (table.name == "trace") (void)recorded_replication(source.results, std::nullopt);
}

void write_file(const ExportTable& table, const ExportSource& source, const fs::path& path,
                store::Overwrite overwrite) {
    WholeFile file{path, overwrite};
    table.write(source, file);
    file.finish();
}

fs::path file_of(const ExportTable& table, const fs::path& folder) {
    return folder / fmt::format("{}.csv", table.name);
}

void write_folder(const ExportSource& source, const fs::path& folder, store::Overwrite overwrite) {
    std::vector<const ExportTable*> tables;
    for (const ExportTable& table : export_tables()) {
        const bool has_rows = table.name != "trace" || !source.results.traced().empty();
        const bool named = table.name == "series" && !source.series.empty();
        if (table.written == ExportTable::Written::always || named ||
            (table.written == ExportTable::Written::where_it_has && has_rows))
            tables.push_back(&table);
    }
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem || !fs::is_directory(folder)) {
        const int code = problem ? problem.value() : ENOTDIR;
        throw Error{ErrorKind::resource, fmt::format("cannot make the folder `{}` ({})", folder.string(),
                                                     std::generic_category().message(code))};
    }
    for (const ExportTable* table : tables) refuse_taken(file_of(*table, folder), overwrite);
    for (const ExportTable* table : tables) {
        write_file(*table, source, file_of(*table, folder), overwrite);
        print(fmt::format("{}\n", file_of(*table, folder).string()));
    }
}

void list_tables(const ExportSource& source) {
    TextTable tables;
    for (const ExportTable& table : export_tables())
        tables.row({std::string{table.name}, fmt::format("each row is {}", table.what)});
    std::vector<std::string> series;
    for (const auto& one : source.results.catalogue().series) series.push_back(one.name);
    print(fmt::format(
        "Tables of {}:\n{}\nSeries, for --series:\n  {}\n\nName a table, or a folder for all of them "
        "with -o.\n",
        source.results.path().string(), tables.text("  "), fmt::join(series, "\n  ")));
}

ExitStatus run(const Arguments& arguments) {
    const auto& operands = arguments.operands();
    const ExportTable* const table = operands.size() > 1 ? &table_called(operands[1]) : nullptr;
    const store::ResultsFile results{operands.front()};
    const ExportSource source{results, series_asked_for(arguments, results.catalogue())};
    const auto overwrite = arguments.has("overwrite") ? store::Overwrite::yes : store::Overwrite::no;
    const auto output = arguments.text("output");
    if (table != nullptr) refuse_unfit(*table, source);
    if (output && table != nullptr) {
        const fs::path path = fs::is_directory(*output) ? file_of(*table, *output) : fs::path{*output};
        write_file(*table, source, path, overwrite);
    } else if (output) {
        write_folder(source, *output, overwrite);
    } else if (table != nullptr) {
        StandardOutput standard;
        table->write(source, standard);
    } else {
        list_tables(source);
    }
    return ExitStatus::done;
}

constexpr std::array options{
    Option{.name = "output",
           .letter = 'o',
           .value = "FILE|DIR",
           .help = "where a table goes; without TABLE the folder of all of them"},
    Option{.name = "series",
           .value = "NAME",
           .help = "only this one in the tables series and weeks",
           .repeat = Repeat::often},
    Option{.name = "overwrite", .help = "replace files that are there"},
};

}  // namespace

const Command export_command{
    .name = "export",
    .operands = {"RESULTS.h5 [TABLE]", 1, 2},
    .summary = "tables of a results file as comma-separated values, for spreadsheets and statistics",
    .details =
        "Without TABLE and -o, the tables and series are listed. A missing value is an empty field, `Inf` is "
        "later than what\n"
        "was simulated; numbers read back bit for bit. Dates stand beside days since the start.",
    .example = "golive export results.h5 figures -o figures.csv",
    .options = options,
    .run = run,
};

}  // namespace golive::app
