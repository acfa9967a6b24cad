//! From a file to a Loaded: text, tree, struct, checks.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/document/assemble.hpp"
#include "scenario/document/fit_to_parse.hpp"
#include "scenario/review/review.hpp"
#include "scenario/sections/sections.hpp"
#include "scenario/sections/settle.hpp"

#include <golive/base/error.hpp>
#include <golive/base/hash.hpp>
#include <golive/scenario/load.hpp>

namespace golive::scenario {
namespace {

/// Money is read in the scenario's currency, so that comes first.
std::string currency_of(const Node& document, Diagnostics& diagnostics) {
    const Node* header = document.find("scenario");
    const Node* currency = header ? header->find("currency") : nullptr;
    if (!currency || !currency->text()) return "USD";
    const std::string& code = *currency->text();
    if (code.size() == 3 && code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos)
        return code;
    diagnostics.error(currency->place, "a currency has three capital letters", "such as USD, EUR or GBP");
    return "USD";
}

void build(const Node& document, Loaded& out, Diagnostics& diagnostics) {
    const Names names = collect_names(document);
    DocumentReader reader{diagnostics, names, currency_of(document, diagnostics)};
    auto scenario = std::make_shared<Scenario>();
    for (const std::string& name : names.workflows.names()) scenario->workflows.push_back({name});
    for (const std::string& name : names.unit_kinds.names()) scenario->unit_kinds.push_back({name});
    for (const std::string& name : names.constituencies.names())
        scenario->constituencies.push_back(constituency_called(name));
    read_scenario(*scenario, document, reader);
    settle(*scenario);
    const Review review{*scenario, document, diagnostics};
    check(review);
    out.assumptions = reader.take_assumptions();
    if (diagnostics.has_errors()) return;
    lint(review);
    out.scenario = std::move(scenario);
}

Loaded from_source(const Source& main, const LoadOptions& options, Sources& sources) {
    Loaded out;
    out.text = main.text;
    Diagnostics diagnostics;
    if (const auto document = assemble(main, options, sources, diagnostics)) {
        build(*document, out, diagnostics);
        out.resolved = to_toml(*document);
        out.fingerprint = fingerprint(out.resolved);
    }
    out.diagnostics = diagnostics.in_order(sources);
    return out;
}

}  // namespace

Loaded load(const std::filesystem::path& file, const LoadOptions& options) {
    Sources sources;
    std::string problem;
    auto text = read_text(file, largest_file, problem);
    if (text) return from_source(sources.add(file.string(), std::move(*text)), options, sources);
    Loaded out;
    out.diagnostics.push_back({.severity = Severity::error, .message = problem});
    return out;
}

Loaded load_text(std::string_view text, const LoadOptions& options, const std::filesystem::path& name) {
    Sources sources;
    return from_source(sources.add(name.string(), std::string{text}), options, sources);
}

}  // namespace golive::scenario
