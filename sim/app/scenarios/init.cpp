//! `golive init`: a scenario to start from, and its schema beside it.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/scenarios/starter.hpp"
#include "app/terminal/console.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>
#include <system_error>

#include <golive/base/error.hpp>
#include <golive/scenario/load.hpp>

namespace golive::app {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const fs::path& path, int code) {
    if (code == EEXIST) {
        throw Error{
            ErrorKind::usage,
            fmt::format("`{}` exists already, and is left as it is. Name another folder", path.string())};
    }
    throw Error{ErrorKind::resource,
                fmt::format("cannot write `{}` ({})", path.string(), std::generic_category().message(code))};
}

void write_new(const fs::path& path, std::string_view text) {
    // "x": fails where the file exists, whoever made it and when.
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "wx"), &std::fclose};
    if (!file) refuse(path, errno);
    if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size() || std::fflush(file.get()) != 0) {
        const int code = errno;
        fs::remove(path);
        refuse(path, code);
    }
}

ExitStatus run(const Arguments& arguments) {
    const fs::path folder = arguments.operands().empty() ? "." : arguments.operands().front();
    std::error_code problem;
    fs::create_directories(folder, problem);
    if (problem) refuse(folder, problem.value());
    const fs::path scenario = folder == "." ? "scenario.toml" : folder / "scenario.toml";
    const fs::path schema = scenario.parent_path() / "golive.schema.json";
    if (fs::exists(schema)) refuse(schema, EEXIST);
    write_new(scenario, starter_scenario());
    write_new(schema, scenario::json_schema());
    print(fmt::format(
        "{} is a scenario to start from; {} lets editors complete and check it.\nTry: golive run {}\n",
        scenario.string(), schema.string(), scenario.string()));
    return ExitStatus::done;
}

}  // namespace

const Command init_command{
    .name = "init",
    .operands = {"[DIR]", 0, 1},
    .summary = "write a commented scenario to start from",
    .details = "Nothing that exists is overwritten.",
    .example = "golive init my-rollout",
    .options = {},
    .run = run,
};

}  // namespace golive::app
