//! `golive completion`: scripts that complete commands, options and their values in a shell.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/terminal/console.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <golive/base/error.hpp>

namespace golive::app {
namespace {

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const bool here = text.substr(at).starts_with(what);
        result += here ? by : text.substr(at, 1);
        at += here ? what.size() : 1;
    }
    return result;
}

std::string words_of(std::string_view choices) { return replaced(choices, "|", " "); }

std::string names_of_commands() {
    std::string names;
    for (const Command* command : commands()) names += fmt::format("{} ", command->name);
    return names + "help";
}

std::string option_names(const Command& command) {
    std::string names;
    for (const Option& option : command.options) names += fmt::format("--{} ", option.name);
    return names + "--help";
}

std::string bash_script() {
    std::string choices;
    std::string options;
    for (const Command* command : commands()) {
        options += fmt::format("        {}) words=\"{}\" ;;\n", command->name, option_names(*command));
        for (const Option& option : command->options) {
            if (option.choices.empty()) continue;
            choices += fmt::format("        {}:--{}) words=\"{}\" ;;\n", command->name, option.name,
                                   words_of(option.choices));
        }
    }
    return fmt::format(R"(# bash completion of golive, made by `golive completion bash`
_golive() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} words=
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "{} --help --version" -- "$word")
        return
    fi
    case $command:$before in
{}        help:*) words="{}" ;;
        completion:*) words="bash zsh" ;;
    esac
    [[ -z $words && $word == -* ]] && case $command in
{}    esac
    # Where there is nothing to choose from, file names (complete -o default).
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}}
complete -o default -F _golive golive
)",
                       names_of_commands(), choices, names_of_commands(), options);
}

/// Text inside [...] of a zsh specification that stands in single quotes.
std::string zsh_text(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '\'') {
            result += "'\\''";
        } else {
            if (c == '[' || c == ']' || c == ':' || c == '\\') result += '\\';
            result += c;
        }
    }
    return result;
}

std::string zsh_option(const Option& option) {
    std::string action;
    if (!option.value.empty()) {
        const std::string values =
            option.choices.empty() ? "_files" : fmt::format("({})", words_of(option.choices));
        action = fmt::format(":{}:{}", option.value, values);
    }
    const std::string repeat = option.repeat == Repeat::often ? "*" : "";
    return fmt::format("            '{}--{}[{}]{}'", repeat, option.name, zsh_text(option.help), action);
}

std::string zsh_script() {
    std::string names;
    std::string cases;
    for (const Command* command : commands()) {
        names += fmt::format("        '{}:{}'\n", command->name, zsh_text(command->summary));
        cases += fmt::format("        {}) _arguments -s", command->name);
        for (const Option& option : command->options) cases += " \\\n" + zsh_option(option);
        const bool shells = command->name == "completion";
        cases += fmt::format(" \\\n            '--help[this text]' \\\n            '*:{}:{}' ;;\n",
                             command->operands.words.empty() ? "nothing" : zsh_text(command->operands.words),
                             shells ? "(bash zsh)" : "_files");
    }
    return fmt::format(R"(#compdef golive
# zsh completion of golive, made by `golive completion zsh`
_golive() {{
    local -a commands=(
{}    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
{}    esac
}}
_golive "$@"
)",
                       names, cases);
}

ExitStatus run(const Arguments& arguments) {
    const std::string& shell = arguments.operands().front();
    if (shell != "bash" && shell != "zsh") {
        throw Error{ErrorKind::usage,
                    fmt::format("there is completion for bash and zsh (not for `{}`)", shell)};
    }
    print(shell == "bash" ? bash_script() : zsh_script());
    return ExitStatus::done;
}

}  // namespace

const Command completion_command{
    .name = "completion",
    .operands = {"bash|zsh", 1, 1},
    .summary = "print a script that lets a shell complete commands and options",
    .details = "Installed packages have it already. For one shell: source <(golive completion bash)",
    .example = "golive completion bash > ~/.local/share/bash-completion/completions/golive",
    .options = {},
    .run = run,
};

}  // namespace golive::app
