//! Scenarios as commands take them.
// SPDX-License-Identifier: Apache-2.0
#include "app/scenarios/scenario_input.hpp"

#include "app/terminal/console.hpp"
#include "app/terminal/words.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <golive/base/error.hpp>

namespace golive::app {

scenario::LoadOptions load_options(const Arguments& arguments) {
    return {.overrides = arguments.all("set"), .horizon = arguments.text("horizon")};
}

std::size_t errors_in(const scenario::Loaded& loaded) {
    return static_cast<std::size_t>(
        std::ranges::count(loaded.diagnostics, scenario::Severity::error, &scenario::Diagnostic::severity));
}

scenario::Loaded load_scenario(const Arguments& arguments) {
    return load_scenario(arguments.operands().front(), load_options(arguments));
}

scenario::Loaded load_scenario(const std::string& file, const scenario::LoadOptions& options) {
    scenario::Loaded loaded = scenario::load(file, options);
    print_diagnostics(loaded.diagnostics);
    if (loaded.scenario) return loaded;
    throw Error{ErrorKind::input, fmt::format("{} in `{}`; nothing was done",
                                              count_in_words(errors_in(loaded), "error"), file)};
}

}  // namespace golive::app
