//! CSV files that a scenario names become part of its tree, so that the resolved text stands alone.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/document/assemble.hpp"
#include "scenario/document/csv.hpp"
#include "scenario/document/parse_toml.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace golive::scenario {
namespace {

constexpr std::size_t largest_csv = std::size_t{64} << 20;
constexpr std::size_t most_units = 10'000;

class CsvInserter {
 public:
    CsvInserter(std::filesystem::path folder, Sources& sources, Diagnostics& diagnostics)
        : folder_{std::move(folder)}, sources_{sources}, diagnostics_{diagnostics} {}

    void units_of_sites(Node& document) {
        Node* sites = document.find("site");
        if (!sites || !sites->array()) return;
        for (Node& site : *sites->array())
            if (Node::Entry* units = site.entry("units")) {
                const Node file = units->value;
                if (add_units(site, file))
                    std::erase_if(*site.table(),
                                  [](const Node::Entry& entry) { return entry.key == "units"; });
            }
    }
    void observations(Node& node) {
        const Node* dist = node.find("dist");
        if (dist && dist->text() && *dist->text() == "empirical" && node.find("file")) return observe(node);
        if (Node::Table* table = node.table())
            for (Node::Entry& entry : *table) observations(entry.value);
        if (Node::Array* array = node.array())
            for (Node& element : *array) observations(element);
    }

 private:
    std::optional<Csv> open(const Node& file) {
        if (!file.text()) {
            diagnostics_.error(file.place, "`file` takes the name of a CSV file in quotes");
            return std::nullopt;
        }
        const Source* named_in = file.place.source;
        const auto folder = named_in->kind == Source::Kind::file
                                ? std::filesystem::path{named_in->name}.parent_path()
                                : folder_;
        const auto path = (folder / *file.text()).lexically_normal();
        std::string problem;
        auto text = read_text(path, largest_csv, problem);
        if (!text) {
            diagnostics_.error(file.place, problem, "files are sought next to the scenario");
            return std::nullopt;
        }
        const int errors = diagnostics_.errors();
        Csv csv = parse_csv(sources_.add(path.string(), std::move(*text)), diagnostics_);
        return diagnostics_.errors() > errors ? std::nullopt : std::optional{std::move(csv)};
    }
    /// False where the file could not be worked in.
    bool add_units(Node& site, const Node& source) {
        const Node* file = source.find("file");
        if (!file || source.table()->size() != 1) {
            diagnostics_.error(source.place, "`units` takes { file = \"units.csv\" }",
                               "units in the scenario itself are tables under [[site.unit]]");
            return false;
        }
        const auto csv = open(*file);
        if (!csv) return false;
        if (csv->rows.size() > most_units) {
            diagnostics_.error(file->place, fmt::format("{} units in one file ({} is the most)",
                                                        csv->rows.size(), most_units));
            return false;
        }
        if (!site.entry("unit"))
            site.table()->push_back(
                {"unit", source.place, {Node::Array{}, source.place, Node::Layout::block}});
        Node::Array* units = site.find("unit")->array();
        if (!units) return true;  // the reader tells that `unit` is no list
        for (const Csv::Row& row : csv->rows) units->push_back(unit_of(row, csv->header));
        return true;
    }
    static Node unit_of(const Csv::Row& row, const Csv::Row& header) {
        Node::Table keys;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].text.empty()) continue;
            const std::string& column = header[i].text;
            const bool is_text = column == "name" || column == "kind";
            keys.push_back({column, header[i].place,
                            is_text ? Node{row[i].text, row[i].place, Node::Layout::in_line}
                                    : parse_loose_value(row[i].text, row[i].place)});
        }
        return {std::move(keys), row.front().place, Node::Layout::block};
    }
    void observe(Node& law) {
        const Node column =
            law.find("column") ? *law.find("column") : Node{std::string{}, law.place, Node::Layout::in_line};
        const Node file = *law.find("file");
        const auto csv = open(file);
        std::erase_if(*law.table(),
                      [](const Node::Entry& entry) { return entry.key == "file" || entry.key == "column"; });
        // An empty list is an error at its place; where there is one already, that is the one told.
        Node values{Node::Array{}, csv ? column.place : file.place, Node::Layout::in_line};
        if (csv) fill(values, *csv, column);
        law.table()->push_back({"values", law.place, std::move(values)});
    }
    void fill(Node& values, const Csv& csv, const Node& column) {
        std::vector<std::string> names;
        for (const Csv::Cell& cell : csv.header) names.push_back(cell.text);
        const std::string wanted = column.text() ? *column.text() : "";
        const auto found = names.size() == 1 && wanted.empty()
                               ? names.begin()
                               : std::find(names.begin(), names.end(), wanted);
        if (found == names.end())
            return diagnostics_.error(column.place,
                                      wanted.empty() ? "which `column` of the CSV file?"
                                                     : fmt::format("the CSV file has no column `{}`", wanted),
                                      suggestion(wanted, names));
        for (const Csv::Row& row : csv.rows) {
            const Csv::Cell& cell = row[static_cast<std::size_t>(found - names.begin())];
            if (!cell.text.empty()) values.array()->push_back(parse_loose_value(cell.text, cell.place));
        }
    }

    std::filesystem::path folder_;
    Sources& sources_;
    Diagnostics& diagnostics_;
};

}  // namespace

void insert_csv_files(Node& document, const std::filesystem::path& folder, Sources& sources,
                      Diagnostics& diagnostics) {
    CsvInserter inserter{folder, sources, diagnostics};
    inserter.units_of_sites(document);
    inserter.observations(document);
}

}  // namespace golive::scenario
