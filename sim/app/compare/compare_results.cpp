//! Alternatives that were simulated before: results files, taken as they are.
// SPDX-License-Identifier: Apache-2.0
#include "app/compare/compared.hpp"
#include "app/simulate/run_order.hpp"
#include "app/terminal/console.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fstream>

#include <golive/base/error.hpp>
#include <golive/report/pairing.hpp>
#include <golive/report/study_input.hpp>
#include <golive/store/results_file.hpp>

namespace golive::app {
namespace {

using Files = std::vector<store::ResultsFile>;

bool holds_results(const std::string& file) {
    constexpr std::string_view signature = "\x89HDF\r\n\x1a\n";
    std::array<char, signature.size()> first{};
    std::ifstream{file, std::ios::binary}.read(first.data(), first.size());
    return std::string_view{first.data(), first.size()} == signature || file.ends_with(".h5");
}

std::string name_of(const store::ResultsFile& file) {
    return fmt::format("{} ({})", file.provenance().title, file.path().string());
}

void refuse_options(const Arguments& arguments) {
    for (const std::string_view option : {"what-if", "set", "horizon", "seed", "replications", "until"})
        if (arguments.has(option))
            throw Error{
                ErrorKind::usage,
                fmt::format("`--{}` is for scenarios (results are compared as they are). Leave it out, or "
                            "name the scenarios",
                            option)};
}

std::string program_of(const store::Provenance& from) {
    return fmt::format("golive {} ({})", from.version, from.commit);
}

/// What to keep in mind about files whose futures can be paired.
void tell_differences(const Files& files, std::size_t common) {
    for (const store::ResultsFile& file : files) {
        const store::Provenance& from = file.provenance();
        const std::string path = file.path().string();
        if (program_of(from) != program_of(files.front().provenance()))
            print_message(
                fmt::format("`{}` was made by {} and `{}` by {}: part of what sets them apart may be the "
                            "program.",
                            files.front().path().string(), program_of(files.front().provenance()), path,
                            program_of(from)));
        if (!file.failures().empty())
            print_message(fmt::format("{} failed in `{}`.",
                                      count_in_words(file.failures().size(), "replication"), path));
        if (const std::size_t rest = file.replications().size() - common; rest > 0)
            print_message(fmt::format("{} of `{}` left out: not in all of the files.",
                                      count_in_words(rest, "replication"), path));
    }
}

}  // namespace

bool name_results(const std::vector<std::string>& operands) {
    const auto scenario = std::ranges::find_if_not(operands, holds_results);
    const auto results = std::ranges::find_if(operands, holds_results);
    if (results == operands.end() || scenario == operands.end()) return results != operands.end();
    const store::ResultsFile file{*results};
    throw Error{
        ErrorKind::usage,
        fmt::format("`{}` holds results and `{}` is a scenario (either all are simulated or none). Simulate "
                    "it first:\n  golive run {} --seed {} -n {}",
                    *results, *scenario, quoted(*scenario), file.provenance().seed,
                    file.provenance().replications_asked)};
}

Compared read_results(const Arguments& arguments) {
    refuse_options(arguments);
    if (arguments.operands().size() < 2)
        throw Error{ErrorKind::usage, "there is nothing to compare with: name a second results file"};
    if (arguments.operands().size() > most_alternatives)
        throw Error{ErrorKind::usage, fmt::format("{} results files ({} is the most)",
                                                  arguments.operands().size(), most_alternatives)};
    Files files;
    std::vector<const model::Catalogue*> catalogues;
    for (const std::string& operand : arguments.operands()) files.emplace_back(operand);
    const store::Provenance& base = files.front().provenance();
    Compared compared{
        .names = {}, .scalars = {}, .wording = Wording{base.start_date, base.currency}, .seed = base.seed};
    compared.reproduce = "golive compare";
    for (const store::ResultsFile& file : files) {
        report::require_pairs(files.front(), file);
        compared.names.push_back(name_of(file));
        catalogues.push_back(&file.catalogue());
        compared.scalars.push_back(std::make_unique<study::Scalars>(file.catalogue()));
        report::read_scalars(file, file.replications().size(), *compared.scalars.back());
        compared.reproduce += " " + quoted(file.path().string());
    }
    require_common_figures(compared.names, catalogues);
    const std::size_t common = study::common_replications(compared.all()).size();
    if (common < 2)
        throw Error{
            ErrorKind::input,
            fmt::format("the files have {} in common (there must be two at least). Run them with the same "
                        "seed and number of replications",
                        common == 0 ? "no replication" : "one replication")};
    tell_differences(files, common);
    return compared;
}

}  // namespace golive::app
