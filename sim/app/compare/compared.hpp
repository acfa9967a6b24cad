//! What `golive compare` holds against each other, wherever the futures come from.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/arguments.hpp"
#include "app/terminal/words.hpp"

#include <memory>
#include <string>
#include <vector>

#include <golive/study/comparison.hpp>
#include <golive/study/future_by_future.hpp>

namespace golive::app {

struct Compared {
    std::vector<std::string> names;                        ///< of the alternatives, the base first
    std::vector<std::unique_ptr<study::Scalars>> scalars;  ///< by alternative
    Wording wording;                                       ///< of the base
    std::uint64_t seed = 0;
    ExitStatus status = ExitStatus::done;  ///< of getting the futures
    bool precise = true;                   ///< as --until asks
    std::string precision{};               ///< what --until has reached, in lines
    std::string reproduce{};               ///< a command that prints the same

    [[nodiscard]] std::vector<const study::Scalars*> all() const {
        std::vector<const study::Scalars*> pointers;
        for (const auto& one : scalars) pointers.push_back(one.get());
        return pointers;
    }
};

inline constexpr std::size_t most_alternatives = 26;  // letters
/// "A" is the base.
[[nodiscard]] inline std::string letter_of(std::size_t alternative) {
    return std::string(1, static_cast<char>('A' + alternative));
}

/// Simulates scenarios, all of them future by future, so that those of one future stand side by side whenever
/// it ends: stopped, or precise enough for --until.
[[nodiscard]] Compared play_scenarios(const Arguments& arguments);

/// "B live 18 days sooner (± 6 days)"; empty while there is too little to say.
[[nodiscard]] std::string sooner_in_words(const study::FutureByFuture& played, const Wording& wording);

/// Whether the operands are results files. Throws Error{usage} where some are and some are not.
[[nodiscard]] bool name_results(const std::vector<std::string>& operands);
/// Takes what `golive run` left. Throws Error{input} for files whose futures cannot be paired.
[[nodiscard]] Compared read_results(const Arguments& arguments);

/// Before anything is simulated: throws Error{input} that names those without a figure in common
/// with the base.
void require_common_figures(const std::vector<std::string>& names,
                            const std::vector<const model::Catalogue*>& catalogues);

}  // namespace golive::app
