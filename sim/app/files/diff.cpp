//! `golive diff`: whether two results files say the same.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/terminal/console.hpp"
#include "app/terminal/words.hpp"

#include <array>
#include <fmt/format.h>

#include <golive/store/compare.hpp>

namespace golive::app {
namespace {

ExitStatus run(const Arguments& arguments) {
    const std::string& a = arguments.operands()[0];
    const std::string& b = arguments.operands()[1];
    const bool exact = arguments.has("exact");
    const auto differences = store::compare(a, b, exact ? store::Exactness::bits : store::Exactness::close);
    for (const store::Difference& difference : differences)
        print(fmt::format("{}: {}\n", difference.where, difference.what));
    if (differences.empty()) {
        print(fmt::format("{} and {} say the same{}.\n", a, b, exact ? ", bit for bit" : ""));
        return ExitStatus::done;
    }
    print(fmt::format("{} and {} differ in {}.\n", a, b, count_in_words(differences.size(), "place")));
    return ExitStatus::failed;
}

constexpr std::array options{Option{.name = "exact", .help = "bit for bit, not within a millionth"}};

}  // namespace

const Command diff_command{
    .name = "diff",
    .operands = {"A.h5 B.h5", 2, 2},
    .summary = "tell whether two results files say the same, and where not",
    .details =
        "Versions, machines, threads and times are left out: they change no result. Exit status 0 where the "
        "files\n"
        "agree, 1 where they differ.",
    .example = "golive diff monday.h5 tuesday.h5 --exact",
    .options = options,
    .run = run,
};

}  // namespace golive::app
