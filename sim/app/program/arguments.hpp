//! The words after a command, checked against its table.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/command.hpp"

#include <boost/program_options/variables_map.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace golive::app {

class Arguments {
 public:
    /// Throws Error{usage} in words for whatever the command does not take.
    Arguments(const Command& command, const std::vector<std::string>& words);

    [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }
    [[nodiscard]] bool has(std::string_view option) const { return values_.count(std::string{option}) > 0; }
    /// What was given or is the fallback; nothing where there is neither.
    [[nodiscard]] std::optional<std::string> text(std::string_view option) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view option) const;
    /// A whole number of at least `least`, also in hexadecimal ("0x1f").
    [[nodiscard]] std::optional<std::uint64_t> number(std::string_view option, std::uint64_t least = 0) const;

 private:
    void parse(const std::vector<std::string>& words);
    void check_operands() const;
    void check_values() const;

    const Command& command_;
    boost::program_options::variables_map values_;
    std::vector<std::string> operands_;
};

/// Reads "1000" or "0x1f" and nothing else.
[[nodiscard]] std::optional<std::uint64_t> whole_number(std::string_view text);

/// " Did you mean `run`?", or nothing where no candidate is near.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace golive::app
