//! Finds the command, runs it, and turns what goes wrong into a message and a status.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/edge.hpp"

#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/program/help.hpp"
#include "app/terminal/console.hpp"

#include <exception>
#include <fmt/format.h>
#include <new>

#include <golive/base/error.hpp>
#include <golive/base/version.hpp>

namespace golive::app {
namespace {

ExitStatus show(const std::string& text) {
    print(text);
    return ExitStatus::done;
}

std::string version_text() {
    const BuildInfo& build = build_info();
    return fmt::format("golive {}\ncommit {}, {}, {}\n", build.version, build.commit, build.compiler,
                       build.flags);
}

[[noreturn]] void refuse_unknown(const std::string& word) {
    std::vector<std::string> known;
    for (const Command* command : commands()) known.emplace_back(command->name);
    const std::string hint = did_you_mean(word, known);
    throw Error{ErrorKind::usage, fmt::format("golive has no command `{}`.{}", word,
                                              hint.empty() ? " `golive --help` lists what there is" : hint)};
}

const Command& command_called(const std::string& word) {
    if (const Command* command = find_command(word)) return *command;
    if (word.starts_with('-')) {
        throw Error{ErrorKind::usage,
                    fmt::format("golive has no option `{}` before a command. Write it after the "
                                "command, as in `golive run SCENARIO.toml {}`",
                                word, word)};
    }
    refuse_unknown(word);
}

ExitStatus dispatch(const std::vector<std::string>& words) {
    if (words.empty()) {
        print_message(help_text());
        return ExitStatus::bad_input;
    }
    const std::string& first = words.front();
    if (first == "--version" || first == "version") return show(version_text());
    if (first == "--help" || first == "-h") return show(help_text());
    if (first == "help") return show(words.size() > 1 ? help_text(command_called(words[1])) : help_text());
    const Command& command = command_called(first);
    const Arguments arguments{command, {words.begin() + 1, words.end()}};
    return arguments.has("help") ? show(help_text(command)) : command.run(arguments);
}

ExitStatus tell(const Error& error) {
    print_error(error.what());
    switch (error.kind()) {
        case ErrorKind::usage:
        case ErrorKind::input:
            return ExitStatus::bad_input;
        case ErrorKind::resource:
            return ExitStatus::no_room;
        case ErrorKind::model:
            break;
    }
    print_message(
        "This is a fault of golive, not of your file. Please report it with the command that you typed.");
    return ExitStatus::failed;
}

}  // namespace

ExitStatus run_program(const std::vector<std::string>& words) noexcept {
    try {
        const ExitStatus status = dispatch(words);
        flush_output();
        return status;
    } catch (const Error& error) {
        return tell(error);
    } catch (const std::bad_alloc&) {
        print_error(
            "the machine has no more memory for this. Ask for fewer threads (-j) or a smaller scenario");
        return ExitStatus::no_room;
    } catch (const std::exception&) {
        return tell(Error{ErrorKind::model, "something went wrong that golive does not foresee"});
    }
}

}  // namespace golive::app
