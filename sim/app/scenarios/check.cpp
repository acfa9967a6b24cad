//! `golive check`: what is wrong in scenario files, and where.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/scenarios/scenario_input.hpp"
#include "app/terminal/console.hpp"
#include "app/terminal/json.hpp"
#include "app/terminal/words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <numeric>

#include <golive/base/enum_names.hpp>
#include <golive/model/simulate.hpp>

namespace golive::app {
namespace {

/// How big the rollout is.
struct Extent {
    std::size_t units, clinicians, waves, activities;
};

Extent extent_of(const std::shared_ptr<const scenario::Scenario>& scenario) {
    std::size_t clinicians = 0;
    for (const scenario::Unit& unit : scenario->units)
        clinicians = std::accumulate(unit.posts.begin(), unit.posts.end(), clinicians);
    const std::size_t activities = model::Blueprint{scenario}.catalogue().instances.size();
    return {scenario->units.size(), clinicians, scenario->waves.size(), activities};
}

std::string verdict(const std::string& file, const scenario::Loaded& loaded) {
    if (!loaded.scenario) return fmt::format("{}: {}", file, count_in_words(errors_in(loaded), "error"));
    const Extent extent = extent_of(loaded.scenario);
    const auto warnings = static_cast<std::size_t>(
        std::ranges::count(loaded.diagnostics, scenario::Severity::warning, &scenario::Diagnostic::severity));
    const std::string but = warnings > 0 ? fmt::format("; {}", count_in_words(warnings, "warning")) : "";
    return fmt::format("{}: fine: {}, {}, {}, {}{}", file, count_in_words(extent.units, "unit"),
                       count_in_words(extent.clinicians, "clinician"), count_in_words(extent.waves, "wave"),
                       count_in_words(extent.activities, "activity"), but);
}

std::string_view name_of(scenario::Severity severity) {
    using enum scenario::Severity;
    static constexpr EnumNames<scenario::Severity, 3> names{
        {{error, "error"}, {warning, "warning"}, {note, "note"}}};
    return names[severity];
}

Json as_json(const std::string& file, const scenario::Loaded& loaded) {
    Json list = Json::array();
    for (const scenario::Diagnostic& found : loaded.diagnostics) {
        list.push_back({{"severity", name_of(found.severity)},
                        {"message", found.message},
                        {"file", found.file},
                        {"line", found.line},
                        {"column", found.column},
                        {"length", found.length},
                        {"hint", found.hint}});
    }
    Json json{{"file", file}, {"fine", loaded.scenario != nullptr}, {"diagnostics", list}};
    if (!loaded.scenario) return json;
    const Extent extent = extent_of(loaded.scenario);
    json["units"] = extent.units;
    json["clinicians"] = extent.clinicians;
    json["waves"] = extent.waves;
    json["activities"] = extent.activities;
    return json;
}

ExitStatus run(const Arguments& arguments) {
    const bool in_json = *arguments.text("format") == "json";
    ExitStatus status = ExitStatus::done;
    Json all = Json::array();
    for (const std::string& file : arguments.operands()) {
        const scenario::Loaded loaded = scenario::load(file, load_options(arguments));
        if (!loaded.scenario) status = ExitStatus::bad_input;
        if (in_json) {
            all.push_back(as_json(file, loaded));
        } else {
            print_diagnostics(loaded.diagnostics);
            print(verdict(file, loaded) + "\n");
        }
    }
    if (in_json) print(printed(all));
    return status;
}

constexpr std::array options{set_option, horizon_option, format_option("text or json", "text|json")};

}  // namespace

const Command check_command{
    .name = "check",
    .operands = {"SCENARIO.toml...", 1, any_number},
    .summary = "read scenarios and explain what is wrong, and where",
    .details = "",
    .example = "golive check scenario.toml",
    .options = options,
    .run = run,
};

}  // namespace golive::app
