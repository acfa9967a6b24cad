//! What sets alternatives apart, in a sentence each: the date first, then use, devices and cost.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <golive/report/words.hpp>
#include <golive/study/comparison.hpp>

namespace golive::report {

/// "B goes live 18 days earlier (12 to 24) and costs $120k more ($80k to $160k); it cannot be told from A in
/// use (about 3,400 futures would)." One for each alternative but the base, in their order; `names` of all of
/// them, the base first. The intervals are of the mean difference, 95 % each; what is told has passed the
/// test over all.
[[nodiscard]] std::vector<std::string> verdict_sentences(const study::Comparison& comparison,
                                                         const std::vector<std::string>& names,
                                                         const Wording& wording);

/// The size of a difference or a half-width: "18 days", "4.1 points", "$120k". Dates are days
/// apart, shares points.
[[nodiscard]] std::string amount_in_words(double size, model::Reading reading, const Wording& wording);

/// "about 3,400 futures would": tell the difference, were it as large as it looks.
[[nodiscard]] std::string what_would_tell(const study::Contrast& contrast);

/// Two digits are as many as a forecast of replications is good for: 3,400 for 3,312.
[[nodiscard]] std::uint64_t roughly(std::uint64_t replications);

}  // namespace golive::report
