//! How far a run is.
// SPDX-License-Identifier: Apache-2.0
#include "app/progress.hpp"

#include "app/console.hpp"
#include "app/table.hpp"
#include "app/words.hpp"

#include <cmath>
#include <cstdio>
#include <fmt/format.h>

#include <golive/stats/interval.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::app {
namespace {

constexpr auto log_interval = std::chrono::seconds{30};
constexpr std::string_view clear_line = "\r\033[K";

std::string bar(double share) {
    constexpr std::size_t width = 20;
    const auto full = static_cast<std::size_t>(share * width);
    return fmt::format("[{}{}]", std::string(full, '='), std::string(width - full, ' '));
}

std::string in_words(const batch::Progress& progress) {
    std::string text = fmt::format("{} of {}", count_in_words(progress.done), count_in_words(progress.total));
    if (const double rate = progress.per_second(); rate > 0.0) {
        const double left = static_cast<double>(progress.total - progress.done) / rate;
        text += fmt::format(", {} a second, {} left", number_in_words(rate >= 10.0 ? std::round(rate) : rate),
                            time_in_words(std::chrono::duration<double>{left}));
    }
    if (progress.failed > 0) text += fmt::format(", {} failed", count_in_words(progress.failed));
    return text;
}

void write(std::string_view text) {
    (void)!std::fwrite(text.data(), 1, text.size(), stderr);
    (void)std::fflush(stderr);
}

}  // namespace

void RunningEstimate::accept(const model::Result& result) {
    target_.accept(result);
    values_.push_back(result.scalars[all_live_]);
}

const std::string& RunningEstimate::in_words() {
    // Sorting anew is worth it only once the sample has grown by a twentieth.
    if (values_.size() < told_of_ + told_of_ / 20 + 1) return words_;
    told_of_ = values_.size();
    const stats::OrderedSample sample{values_};
    const double days = sample.quantile(0.8);
    const double half_width = stats::quantile_interval(sample, 0.8).half_width();
    if (!std::isfinite(days) || !std::isfinite(half_width)) {
        words_.clear();
    } else {
        words_ = fmt::format("every wave live by {} (± {:.0f} days) with a chance of 80 %",
                             date_after(start_, days).in_words(), half_width);
    }
    return words_;
}

ProgressStyle progress_style() { return is_terminal(stderr) ? ProgressStyle::line : ProgressStyle::log; }

ProgressReport::~ProgressReport() {
    if (on_screen_) write(clear_line);
}

void ProgressReport::show(const batch::Progress& progress) {
    if (style_ == ProgressStyle::none || progress.total == 0) return;
    const bool in_log = style_ == ProgressStyle::log;
    if (in_log && progress.elapsed - last_logged_ < log_interval) return;
    const std::string& estimate = estimate_.in_words();
    const std::string text = in_words(progress) + (estimate.empty() ? "" : "; " + estimate);
    if (in_log) {
        last_logged_ = progress.elapsed;
        print_message(text);
        return;
    }
    const double share = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    const std::size_t width = width_for(stderr);
    write(fmt::format("{}{}", clear_line, shortened(fmt::format("{} {}", bar(share), text), width - 1)));
    on_screen_ = true;
}

}  // namespace golive::app
