//! What sets the scenarios of a report apart.
#include "report/document.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <optional>

#include <golive/base/error.hpp>
#include <golive/report/pairing.hpp>
#include <golive/report/results_view.hpp>
#include <golive/report/study_input.hpp>
#include <golive/report/verdicts.hpp>
#include <golive/report/words.hpp>
#include <golive/study/comparison.hpp>

namespace golive::report {
namespace {

using model::Reading;
using study::Contrast;
using study::Verdict;

std::string verdict_words(const Contrast& contrast) {
    switch (contrast.verdict) {
        case Verdict::same:
            return "the same in every future";
        case Verdict::higher:
            return contrast.metric.reading == Reading::date ? "later" : "higher";
        case Verdict::lower:
            return contrast.metric.reading == Reading::date ? "earlier" : "lower";
        case Verdict::cannot_tell:
            break;
    }
    return fmt::format("cannot be told apart; {}", what_would_tell(contrast));
}

Json contrast_json(const Contrast& contrast, const Wording& wording) {
    const Reading reading = contrast.metric.reading;
    const double difference = contrast.mean - contrast.base_mean;
    return {
        {"alternative", contrast.alternative},
        {"name", contrast.metric.name},
        {"label", label_of(contrast.metric.name)},
        {"description", contrast.metric.description},
        {"reads_as", model::name_of(reading)},
        {"base", wording.value(contrast.base_mean, reading)},
        {"mean", wording.value(contrast.mean, reading)},
        {"difference", wording.difference(difference, reading)},
        {"interval", wording.difference_range(contrast.difference.low, contrast.difference.high, reading)},
        {"difference_value", rounded(difference)},
        {"low", rounded(contrast.difference.low)},
        {"high", rounded(contrast.difference.high)},
        {"chance_higher", rounded(contrast.chance_higher)},
        {"verdict", name_of(contrast.verdict)},
        {"verdict_words", verdict_words(contrast)}};
}

/// The assumptions in which not all scenarios agree.
Json assumptions_apart(const Chapters& chapters) {
    std::map<std::string, std::vector<std::optional<std::string>>> values;
    for (std::size_t c = 0; c < chapters.size(); ++c)
        for (const scenario::Assumption& one : chapters[c]->results.provenance().assumptions) {
            auto& row = values[one.path];
            row.resize(chapters.size());
            row[c] = one.value;
        }
    Json list = Json::array();
    for (const auto& [path, row] : values) {
        if (std::ranges::all_of(row, [&](const auto& value) { return value == row.front(); })) continue;
        Json cells = Json::array();
        for (const auto& value : row) cells.push_back(value ? Json(*value) : Json(nullptr));
        list.push_back({{"path", path}, {"values", std::move(cells)}});
    }
    return list;
}

/// The scenario's title, with the file where titles are the same.
std::vector<std::string> names_of(const Chapters& chapters) {
    std::vector<std::string> names;
    for (const auto& chapter : chapters) {
        const std::string& title = chapter->results.provenance().title;
        const auto same = std::ranges::count_if(
            chapters, [&](const auto& other) { return other->results.provenance().title == title; });
        names.push_back(same > 1 ? fmt::format("{} ({})", title, chapter->results.path().filename().string())
                                 : title);
    }
    return names;
}

}  // namespace

void ensure_comparable(const Chapters& chapters) {
    for (const auto& chapter : chapters) require_pairs(chapters.front()->results, chapter->results);
}

Json comparison_json(const Chapters& chapters) {
    std::vector<std::unique_ptr<study::Scalars>> scalars;
    std::vector<const study::Scalars*> all;
    for (const auto& chapter : chapters) {
        scalars.push_back(std::make_unique<study::Scalars>(chapter->results.catalogue()));
        read_scalars(chapter->results, chapter->results.replications().size(), *scalars.back());
        all.push_back(scalars.back().get());
    }
    const study::Comparison comparison = study::compare(all);
    const Wording wording = ResultsView{chapters.front()->results}.wording();
    Json rows = Json::array();
    for (const Contrast& contrast : comparison.contrasts) rows.push_back(contrast_json(contrast, wording));
    const std::vector<std::string> names = names_of(chapters);
    return {{"names", names},
            {"replications", comparison.replications},
            {"words", verdict_sentences(comparison, names, wording)},
            {"rows", std::move(rows)},
            {"assumptions", assumptions_apart(chapters)},
            {"only_in_one", comparison.only_in_one}};
}

}  // namespace golive::report
