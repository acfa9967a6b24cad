//! Watches what --until asks for while replications come in.
// SPDX-License-Identifier: Apache-2.0
#include "app/simulate/until_watch.hpp"

#include "app/terminal/console.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace golive::app {

using State = batch::Standing::State;

void UntilWatch::look(std::uint64_t done) {
    // Sorting anew is worth it only once the samples have grown by a twentieth.
    if (done < seen_ + seen_ / 20 + 1) return;
    seen_ = done;
    const auto standings = precision_.standings();
    words_ = furthest_in_words(wishes_, standings, wording_);
    would_do_ = 0;
    for (const auto& standing : standings)
        would_do_ = would_do_ && standing.would_do ? std::max(would_do_, standing.would_do) : std::nullopt;
}

const std::string& UntilWatch::in_words(std::uint64_t done) {
    look(done);
    return words_;
}

std::uint64_t UntilWatch::forecast(std::uint64_t done, std::uint64_t most) {
    look(done);
    if (empty() || !would_do_) return most;
    return std::min(most, batch::checkpoint_after(std::max({done, *would_do_, std::uint64_t{1}}) - 1));
}

void UntilWatch::show(ProgressReport& report, batch::Progress progress) {
    if (empty()) return report.show(progress);
    const std::uint64_t most = std::exchange(progress.total, forecast(progress.done, progress.total));
    report.show(progress,
                progress.total < most ? ProgressReport::Total::about : ProgressReport::Total::at_most);
}

std::string UntilWatch::successes() const {
    std::string text;
    const auto standings = precision_.standings();
    for (std::size_t w = 0; w < wishes_.size(); ++w) {
        if (standings[w].state != State::reached) continue;
        text += fmt::format("Precision: {}\n", app::in_words(wishes_[w], standings[w], wording_));
    }
    return text;
}

void UntilWatch::print_shortfalls() const {
    const auto standings = precision_.standings();
    for (std::size_t w = 0; w < wishes_.size(); ++w) {
        if (standings[w].state == State::reached) continue;
        print_message(shortfall_in_words(wishes_[w], standings[w], wording_));
    }
}

}  // namespace golive::app
