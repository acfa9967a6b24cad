//! `golive schema`: what editors need to complete and check scenario files.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/terminal/console.hpp"

#include <golive/scenario/load.hpp>

namespace golive::app {
namespace {

ExitStatus run(const Arguments&) {
    print(scenario::json_schema());
    return ExitStatus::done;
}

}  // namespace

const Command schema_command{
    .name = "schema",
    .operands = {},
    .summary = "print the JSON Schema of scenario files, for editors",
    .details =
        "Editors with a TOML extension (Even Better TOML, Taplo, tombi) complete and check a file that "
        "begins with\n"
        "the line `#:schema ./golive.schema.json`, as the one that `golive init` writes does.",
    .example = "golive schema > golive.schema.json",
    .options = {},
    .run = run,
};

}  // namespace golive::app
