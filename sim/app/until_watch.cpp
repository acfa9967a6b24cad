//! Watches what --until asks for while replications come in.
// SPDX-License-Identifier: Apache-2.0
#include "app/until_watch.hpp"

#include "app/console.hpp"

#include <fmt/format.h>

namespace golive::app {

using Verdict = batch::Standing::Verdict;

const std::string& UntilWatch::in_words(std::uint64_t done) {
    // Sorting anew is worth it only once the samples have grown by a twentieth.
    if (done < told_of_ + told_of_ / 20 + 1) return words_;
    told_of_ = done;
    words_ = furthest_in_words(wishes_, precision_.standings(), reader_);
    return words_;
}

std::string UntilWatch::successes() const {
    std::string text;
    const auto standings = precision_.standings();
    for (std::size_t w = 0; w < wishes_.size(); ++w) {
        if (standings[w].verdict != Verdict::reached) continue;
        text += fmt::format("Precision: {}\n", app::in_words(wishes_[w], standings[w], reader_));
    }
    return text;
}

void UntilWatch::print_shortfalls() const {
    const auto standings = precision_.standings();
    for (std::size_t w = 0; w < wishes_.size(); ++w) {
        if (standings[w].verdict == Verdict::reached) continue;
        print_message(shortfall_in_words(wishes_[w], standings[w], reader_));
    }
}

}  // namespace golive::app
