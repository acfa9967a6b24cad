//! What sets alternatives apart, in a sentence each.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include <golive/report/verdicts.hpp>

namespace golive::report {
namespace {

using model::Reading;
using study::Contrast;
using study::Verdict;

/// A figure that decides, and how a difference in it is said of an alternative: `{}` is how large it is.
struct Headline {
    std::string_view metric;
    std::string_view topic;
    std::string_view lower;
    std::string_view higher;
};
constexpr std::array headlines{
    Headline{"all_live", "date", "goes live {} earlier", "goes live {} later"},
    Headline{"adoption_6_months", "use", "sees {} less of the opportunities used 6 months later",
             "sees {} more of the opportunities used 6 months later"},
    Headline{"storeroom_share", "storeroom", "keeps {} less of the devices in a storeroom",
             "keeps {} more of the devices in a storeroom"},
    Headline{"cost.total", "cost", "costs {} less", "costs {} more"},
};

std::string joined(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

/// "12 to 24", "$80k to $160k".
std::string range_in_words(const stats::Interval& difference, Reading reading, const Wording& wording) {
    const auto [least, most] = std::minmax({std::abs(difference.low), std::abs(difference.high)});
    std::string from = amount_in_words(least, reading, wording);
    std::string to = amount_in_words(most, reading, wording);
    if (reading == Reading::money) return fmt::format("{} to {}", from, to);
    return fmt::format("{} to {}", from.substr(0, from.rfind(' ')), to.substr(0, to.rfind(' ')));
}

/// "; both get there in 39 of 100 futures, A alone in 61": where not every pair has the figure, means of
/// those that do are not the whole story.
std::string proviso(const Contrast& contrast, std::uint64_t futures, const std::string& name,
                    const std::string& base) {
    if (contrast.only_other == 0 && contrast.only_base == 0) return "";
    std::string text = fmt::format("; both get there in {} of {} futures", count_in_words(contrast.pairs),
                                   count_in_words(futures));
    if (contrast.only_other > 0)
        text += fmt::format(", {} alone in {}", name, count_in_words(contrast.only_other));
    if (contrast.only_base > 0)
        text += fmt::format(", {} alone in {}", base, count_in_words(contrast.only_base));
    return text;
}

/// The sentence about one alternative, as it grows.
class Sentence {
 public:
    Sentence(std::string name, std::string base, std::uint64_t futures)
        : name_{std::move(name)}, base_{std::move(base)}, futures_{futures} {}

    void add(const Headline& headline, const Contrast& contrast, const Wording& wording) {
        const std::string also = proviso(contrast, futures_, name_, base_);
        if (contrast.verdict == Verdict::same) {
            same_.emplace_back(headline.topic);
        } else if (contrast.verdict == Verdict::cannot_tell) {
            const bool too_few = contrast.pairs < 2;  // to say anything but how few
            open_.push_back(fmt::format("{} ({})", headline.topic,
                                        too_few ? also.substr(std::min<std::size_t>(2, also.size()))
                                                : what_would_tell(contrast) + also));
        } else {
            const Reading reading = contrast.metric.reading;
            const std::string size =
                amount_in_words(std::abs(contrast.mean - contrast.base_mean), reading, wording);
            const auto words = contrast.verdict == Verdict::higher ? headline.higher : headline.lower;
            told_.push_back(fmt::format("{} ({}{})", fmt::format(fmt::runtime(words), size),
                                        range_in_words(contrast.difference, reading, wording), also));
        }
    }

    [[nodiscard]] std::string text() const {
        if (told_.empty() && open_.empty() && same_.empty())
            return fmt::format("{} and {} have no date, use, devices or cost in common.", name_, base_);
        if (told_.empty() && open_.empty())
            return fmt::format("{} is the same as {} in every future in {}.", name_, base_, joined(same_));
        std::string text = name_ + " " + joined(told_);
        if (!open_.empty())
            text += fmt::format("{}cannot be told from {} in {}", told_.empty() ? "" : "; it ", base_,
                                joined(open_));
        if (!same_.empty()) text += fmt::format("; the same in every future: {}", joined(same_));
        return text + ".";
    }

 private:
    std::string name_;
    std::string base_;
    std::uint64_t futures_;
    std::vector<std::string> told_, open_, same_;
};

}  // namespace

std::string amount_in_words(double size, Reading reading, const Wording& wording) {
    const auto one_digit = [&] {
        if (size > 0 && size < 0.05) return std::string{"under 0.1"};
        if (size >= 9.95) return number_in_words(std::round(size));
        const std::string text = fmt::format("{:.1f}", size);
        return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
    };
    if (reading == Reading::share) {
        size *= 100.0;
        return one_digit() + (one_digit() == "1" ? " point" : " points");
    }
    if (reading == Reading::date || reading == Reading::days)
        return one_digit() + (one_digit() == "1" ? " day" : " days");
    return wording.value(size, reading);
}

std::uint64_t roughly(std::uint64_t replications) {
    std::uint64_t step = 1;
    while (replications / step >= 100) step *= 10;
    return (replications + step - 1) / step * step;
}

std::string what_would_tell(const Contrast& contrast) {
    if (!contrast.replications_to_tell) return "more futures than anyone runs would";
    return fmt::format("about {} futures would", count_in_words(roughly(*contrast.replications_to_tell)));
}

std::vector<std::string> verdict_sentences(const study::Comparison& comparison,
                                           const std::vector<std::string>& names, const Wording& wording) {
    std::vector<std::string> sentences;
    for (std::size_t other = 1; other < names.size(); ++other) {
        Sentence sentence{names[other], names.front(), comparison.replications};
        for (const Headline& headline : headlines) {
            const auto found = std::ranges::find_if(comparison.contrasts, [&](const Contrast& c) {
                return c.alternative == other && c.metric.name == headline.metric;
            });
            if (found != comparison.contrasts.end()) sentence.add(headline, *found, wording);
        }
        sentences.push_back(sentence.text());
    }
    return sentences;
}

}  // namespace golive::report
