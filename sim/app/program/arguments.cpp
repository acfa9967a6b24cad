//! Boost.Program_options reads the words; what it dislikes is said in ours.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/arguments.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <fmt/format.h>

#include <golive/base/error.hpp>
#include <golive/base/spelling.hpp>

namespace golive::app {
namespace {

namespace po = boost::program_options;

constexpr const char* operand = " operand";  // a name that nobody can type as an option

po::options_description description_of(const Command& command) {
    po::options_description all;
    const auto add = [&](const Option& option) {
        std::string name{option.name};
        if (option.letter != '\0') name += fmt::format(",{}", option.letter);
        if (option.value.empty()) {
            all.add_options()(name.c_str(), "");
        } else {
            all.add_options()(name.c_str(), po::value<std::vector<std::string>>());
        }
    };
    for (const Option& option : command.options) add(option);
    add(help_option);
    all.add_options()(operand, po::value<std::vector<std::string>>());
    return all;
}

const Option* find(const Command& command, std::string_view name) {
    const auto found = std::ranges::find(command.options, name, &Option::name);
    return found == command.options.end() ? nullptr : &*found;
}

bool offers(std::string_view choices, std::string_view word) {
    return fmt::format("|{}|", choices).find(fmt::format("|{}|", word)) != std::string::npos;
}

[[noreturn]] void refuse(const Command& command, const std::string& problem) {
    throw Error{ErrorKind::usage, fmt::format("{}. See `golive {} --help`", problem, command.name)};
}

[[noreturn]] void refuse_unknown(const Command& command, const std::string& given) {
    std::vector<std::string> known{"help"};
    for (const Option& option : command.options) known.emplace_back(option.name);
    const std::string word = given.substr(std::min(given.find_first_not_of('-'), given.size()));
    const std::string near = closest(word, known);
    const std::string hint = near.empty() ? "" : fmt::format(". Did you mean `--{}`?", near);
    if (hint.empty()) refuse(command, fmt::format("`golive {}` has no option `{}`", command.name, given));
    throw Error{ErrorKind::usage, fmt::format("`golive {}` has no option `{}`{}", command.name, given, hint)};
}

}  // namespace

Arguments::Arguments(const Command& command, const std::vector<std::string>& words) : command_{command} {
    parse(words);
    if (has(operand)) operands_ = values_[operand].as<std::vector<std::string>>();
    if (has("help")) return;
    check_values();
    check_operands();
}

void Arguments::parse(const std::vector<std::string>& words) {
    const auto description = description_of(command_);
    po::positional_options_description positions;
    positions.add(operand, -1);
    constexpr auto style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    try {
        po::store(
            po::command_line_parser(words).options(description).positional(positions).style(style).run(),
            values_);
    } catch (const po::unknown_option& unknown) {
        refuse_unknown(command_, unknown.get_option_name());
    } catch (const po::error_with_option_name& wrong) {
        const Option* const option = find(command_, std::string_view{wrong.get_option_name()}.substr(2));
        refuse(command_, option == nullptr || option->value.empty()
                             ? fmt::format("`{}` takes no value", wrong.get_option_name())
                             : fmt::format("`{}` needs a value", wrong.get_option_name()));
    } catch (const po::error&) {
        refuse(command_, "cannot make sense of these options");
    }
}

void Arguments::check_values() const {
    for (const Option& option : command_.options) {
        if (option.value.empty() || !has(option.name)) continue;
        const auto& given = values_[std::string{option.name}].as<std::vector<std::string>>();
        if (option.repeat == Repeat::never && given.size() > 1) {
            refuse(command_, fmt::format("`--{}` is given {} times", option.name, given.size()));
        }
        if (!option.choices.empty() && !offers(option.choices, given.front())) {
            refuse(command_, fmt::format("`--{}` is one of {} (`{}` is not)", option.name, option.choices,
                                         given.front()));
        }
    }
}

void Arguments::check_operands() const {
    const Operands& wanted = command_.operands;
    if (operands_.size() < wanted.least) {
        refuse(command_, fmt::format("`golive {}` needs {}", command_.name, wanted.words));
    }
    if (operands_.size() > wanted.most) {
        refuse(command_,
               fmt::format("`golive {}` has no use for `{}`", command_.name, operands_[wanted.most]));
    }
}

std::optional<std::string> Arguments::text(std::string_view option) const {
    const auto given = all(option);
    if (!given.empty()) return given.front();
    const Option* const known = find(command_, option);
    if (known == nullptr || known->fallback.empty()) return std::nullopt;
    return std::string{known->fallback};
}

std::vector<std::string> Arguments::all(std::string_view option) const {
    if (!has(option)) return {};
    return values_[std::string{option}].as<std::vector<std::string>>();
}

std::optional<std::uint64_t> Arguments::number(std::string_view option, std::uint64_t least) const {
    const auto given = text(option);
    if (!given) return std::nullopt;
    const auto value = whole_number(*given);
    if (!value || *value < least) {
        refuse(command_,
               fmt::format("`--{}` takes a whole number from {} (`{}` is not one)", option, least, *given));
    }
    return value;
}

std::optional<std::uint64_t> whole_number(std::string_view text) {
    const bool hexadecimal = text.starts_with("0x");
    const std::string digits{text.substr(hexadecimal ? 2 : 0)};
    std::uint64_t value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stopped_at, problem] = std::from_chars(digits.data(), end, value, hexadecimal ? 16 : 10);
    if (problem != std::errc{} || stopped_at != end) return std::nullopt;
    return value;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const std::string near = closest(word, candidates);
    return near.empty() ? "" : fmt::format(" Did you mean `{}`?", near);
}

}  // namespace golive::app
