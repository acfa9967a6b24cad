//! `--until 'p80(go_live) +- 3 days'`: what is to be known how well, read and said.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/program/arguments.hpp"
#include "app/terminal/words.hpp"

#include <string>
#include <vector>

#include <golive/batch/precision.hpp>
#include <golive/model/catalogue.hpp>

namespace golive::app {

/// An expression, understood.
struct Wish {
    std::string text;    ///< as typed
    std::size_t scalar;  ///< position in the catalogue
    std::string figure;  ///< "p80 of all_live"
    model::Reading reading;
    batch::PrecisionTarget target;
};

/// What a wish is about: a figure of one scenario, or the paired difference of two, where dates
/// are days apart.
enum class About { figure, difference };

/// Every --until of the command line. Throws Error{usage} for what is no such expression, for a metric that
/// the scenario does not have, and for a width in another unit than the metric's.
[[nodiscard]] std::vector<Wish> wishes_of(const std::vector<std::string>& texts,
                                          const model::Catalogue& catalogue, const std::string& currency,
                                          About about);
[[nodiscard]] std::vector<batch::PrecisionTarget> targets_of(const std::vector<Wish>& wishes);

/// "p80 of all_live ± 5 days, wanted ± 3 days".
[[nodiscard]] std::string in_words(const Wish& wish, const batch::Standing& standing, const Wording& wording);
/// The same of the wish that is furthest from being fulfilled; empty of none.
[[nodiscard]] std::string furthest_in_words(const std::vector<Wish>& wishes,
                                            const std::vector<batch::Standing>& standings,
                                            const Wording& wording);
/// Why it was not fulfilled, and what would do.
[[nodiscard]] std::string shortfall_in_words(const Wish& wish, const batch::Standing& standing,
                                             const Wording& wording);
[[nodiscard]] bool all_reached(const std::vector<batch::Standing>& standings);

/// What -n says: how many replications, or with --until how many at most.
[[nodiscard]] std::uint64_t replications_of(const Arguments& arguments, std::uint64_t least);

}  // namespace golive::app
