//! How far a run is.
// SPDX-License-Identifier: Apache-2.0
#include "app/terminal/progress.hpp"

#include "app/terminal/console.hpp"
#include "app/terminal/text_table.hpp"
#include "app/terminal/words.hpp"

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

std::string in_words(const batch::Progress& progress, ProgressReport::Total total) {
    using enum ProgressReport::Total;
    const std::string_view proviso = total == about ? "about " : total == at_most ? "at most " : "";
    std::string text =
        fmt::format("{} of {}{}", count_in_words(progress.done), proviso, count_in_words(progress.total));
    if (const double rate = progress.per_second(); rate > 0.0) {
        const double left = static_cast<double>(progress.total - progress.done) / rate;
        text += fmt::format(", {} a second, {} left", number_in_words(rate >= 10.0 ? std::round(rate) : rate),
                            time_in_words(std::chrono::duration<double>{left}));
    }
    if (progress.failed > 0) text += fmt::format(", {} failed", count_in_words(progress.failed));
    return text;
}

/// What is known so far of when every wave is live.
std::string estimate_in_words(const stats::OrderedSample& sample, Date start) {
    if (sample.size() < 5) return "";
    const double days = sample.quantile(0.8);
    if (std::isinf(days)) {
        const auto happened = sample.happened().size();
        const double share = static_cast<double>(happened) / static_cast<double>(sample.size());
        return fmt::format("{} chance (± {:.0f} %) that every wave is live within the horizon",
                           share_in_words(share),
                           100.0 * stats::proportion_interval(happened, sample.size()).half_width());
    }
    const double half_width = stats::quantile_interval(sample, 0.8).half_width();
    const std::string spread =
        std::isfinite(half_width)
            ? fmt::format("± {}", count_in_words(static_cast<std::uint64_t>(std::ceil(half_width)), "day"))
            : "still rough";
    return fmt::format("80 % chance that every wave is live by {} ({})", date_after(start, days).in_words(),
                       spread);
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
    words_ = estimate_in_words(stats::OrderedSample{values_}, start_);
    return words_;
}

ProgressStyle progress_style() { return is_terminal(stderr) ? ProgressStyle::line : ProgressStyle::log; }

ProgressReport::~ProgressReport() {
    if (on_screen_) write(clear_line);
}

void ProgressReport::show(const batch::Progress& progress, Total total) {
    if (style_ == ProgressStyle::none || progress.total == 0) return;
    const bool in_log = style_ == ProgressStyle::log;
    if (in_log && progress.elapsed - last_logged_ < log_interval) return;
    const std::string estimate = estimate_(progress);
    const std::string text = in_words(progress, total) + (estimate.empty() ? "" : "; " + estimate);
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
