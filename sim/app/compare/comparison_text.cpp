//! What sets alternatives apart, for people and for programs.
// SPDX-License-Identifier: Apache-2.0
#include "app/compare/comparison_text.hpp"

#include "app/terminal/csv.hpp"
#include "app/terminal/json.hpp"
#include "app/terminal/text_table.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <golive/report/verdicts.hpp>

namespace golive::app {
namespace {

using model::Reading;
using study::Contrast;
using study::Verdict;

std::string told_apart(const std::vector<const Contrast*>& told, const std::string& base,
                       const std::string& other, const Wording& wording, std::size_t width) {
    using enum Align;
    if (told.empty()) return "";
    TextTable table{{left, right, right, right, right, right}};
    table.row({"told apart", base, other, "difference, 95 %", other + " higher in", "pairing saves"});
    for (const Contrast* contrast : told)
        table.row(
            {label_of(contrast->metric.name), wording.value(contrast->base_mean, contrast->metric.reading),
             wording.value(contrast->mean, contrast->metric.reading),
             wording.difference_range(contrast->difference.low, contrast->difference.high,
                                      contrast->metric.reading),
             share_in_words(contrast->chance_higher), share_in_words(std::max(0.0, contrast->variance_cut))});
    return table.text("", width) + "\n";
}

std::string futures_to_tell(const Contrast& contrast) {
    return contrast.replications_to_tell ? count_in_words(report::roughly(*contrast.replications_to_tell))
                                         : "more than anyone runs";
}

/// Names in lines of a readable width.
std::string listed(const std::vector<std::string>& names, std::size_t width) {
    const std::size_t limit = std::min<std::size_t>(width, 110);
    std::string text;
    std::string line = " ";
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string word = " " + names[i] + (i + 1 < names.size() ? "," : "");
        if (line.size() > 1 && width_of(line) + width_of(word) > limit) {
            text += line + "\n";
            line = " ";
        }
        line += word;
    }
    return names.empty() ? "" : text + line + "\n";
}

std::string against_base(const std::vector<const Contrast*>& contrasts, const std::string& base,
                         const std::string& other, const Wording& wording, std::size_t width) {
    std::vector<const Contrast*> told;
    std::vector<std::string> open, same;
    for (const Contrast* contrast : contrasts) {
        const std::string label = label_of(contrast->metric.name);
        if (contrast->verdict == Verdict::same)
            same.push_back(label);
        else if (contrast->verdict == Verdict::cannot_tell)
            open.push_back(fmt::format("{} ({})", label, futures_to_tell(*contrast)));
        else
            told.push_back(contrast);
    }
    std::string text = told_apart(told, base, other, wording, width);
    if (!open.empty())
        text +=
            "cannot be told apart (in brackets: futures that would, were the difference as large as it "
            "looks)\n" +
            listed(open, width) + "\n";
    if (!same.empty()) text += "the same in every future\n" + listed(same, width) + "\n";
    return text;
}

std::vector<const Contrast*> of_alternative(const study::Comparison& comparison, std::size_t alternative) {
    std::vector<const Contrast*> contrasts;
    for (const Contrast& contrast : comparison.contrasts)
        if (contrast.alternative == alternative) contrasts.push_back(&contrast);
    return contrasts;
}

Json contrast_json(const Contrast& contrast, const std::vector<std::string>& names) {
    return {{"alternative", names[contrast.alternative]},
            {"metric", contrast.metric.name},
            {"unit", contrast.metric.unit},
            {"base_mean", number_or_null(contrast.base_mean)},
            {"mean", number_or_null(contrast.mean)},
            {"difference_low", number_or_null(contrast.difference.low)},
            {"difference_high", number_or_null(contrast.difference.high)},
            {"chance_higher", contrast.chance_higher},
            {"variance_cut", number_or_null(contrast.variance_cut)},
            {"p_value", contrast.p_value},
            {"pairs", contrast.pairs},
            {"only_base", contrast.only_base},
            {"only_alternative", contrast.only_other},
            {"verdict", name_of(contrast.verdict)},
            {"replications_to_tell",
             contrast.replications_to_tell ? Json(*contrast.replications_to_tell) : Json()}};
}

/// By their letters: the names follow.
std::vector<std::string> verdicts(const study::Comparison& comparison, const Compared& compared) {
    std::vector<std::string> letters;
    for (std::size_t n = 0; n < compared.names.size(); ++n) letters.push_back(letter_of(n));
    return report::verdict_sentences(comparison, letters, compared.wording);
}

}  // namespace

std::string comparison_text(const study::Comparison& comparison, const Compared& compared,
                            std::size_t width) {
    std::string text;
    for (const std::string& sentence : verdicts(comparison, compared)) text += sentence + "\n";
    text += "\n";
    for (std::size_t n = 0; n < compared.names.size(); ++n)
        text += fmt::format("{}: {}\n", letter_of(n), compared.names[n]);
    for (std::size_t other = 1; other < compared.names.size(); ++other)
        text += "\n" + against_base(of_alternative(comparison, other), letter_of(0), letter_of(other),
                                    compared.wording, width);
    const auto told = std::ranges::count_if(comparison.contrasts, [](const Contrast& contrast) {
        return contrast.verdict == Verdict::higher || contrast.verdict == Verdict::lower;
    });
    text += fmt::format(
        "{} pairs of futures with the same luck (seed {}); {} of {} comparisons are told apart. In at most "
        "one of "
        "twenty such\n"
        "studies would any difference be told that is none (Holm's test over all of them).\n",
        count_in_words(comparison.replications), compared.seed, told, comparison.contrasts.size());
    if (!comparison.only_in_one.empty())
        text +=
            fmt::format("not in all of them, and left out: {}\n", fmt::join(comparison.only_in_one, ", "));
    return text + fmt::format("\n{}Reproduce: {}\n", compared.precision, compared.reproduce);
}

std::string comparison_json(const study::Comparison& comparison, const Compared& compared) {
    Json json;
    json["verdicts"] = verdicts(comparison, compared);
    json["alternatives"] = compared.names;
    json["seed"] = compared.seed;
    json["replications"] = comparison.replications;
    json["stopped"] = compared.status == ExitStatus::stopped;
    json["precise"] = compared.precise;
    json["family_error"] = study::Comparison::family_error;
    json["not_in_all"] = comparison.only_in_one;
    json["contrasts"] = Json::array();
    for (const Contrast& contrast : comparison.contrasts)
        json["contrasts"].push_back(contrast_json(contrast, compared.names));
    return printed(json);
}

std::string comparison_csv(const study::Comparison& comparison, const std::vector<std::string>& names) {
    const auto number = [](double value) {
        return std::isfinite(value) ? fmt::format("{}", value) : std::string{};
    };
    std::string text =
        "alternative,metric,unit,base_mean,mean,difference_low,difference_high,chance_higher,variance_cut,p_"
        "value,pairs,"
        "verdict\n";
    for (const Contrast& c : comparison.contrasts)
        text +=
            fmt::format("{},{},{},{},{},{},{},{},{},{},{},{}\n", csv_text(names[c.alternative]),
                        csv_text(c.metric.name), csv_text(c.metric.unit), number(c.base_mean), number(c.mean),
                        number(c.difference.low), number(c.difference.high), number(c.chance_higher),
                        number(c.variance_cut), number(c.p_value), c.pairs, name_of(c.verdict));
    return text;
}

}  // namespace golive::app
