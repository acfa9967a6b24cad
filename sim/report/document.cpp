#include "report/document.hpp"

#include "report/answer.hpp"
#include "report/page.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include <golive/base/version.hpp>
#include <golive/report/results_view.hpp>
#include <golive/report/words.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::report {
namespace {

/// Figures whose whole distribution is drawn.
constexpr std::array<std::string_view, 4> drawn{"all_live", "adoption_6_months", "cost.total",
                                                "net_present_value"};

/// At most 500 order statistics of those that happened.
Json sample_of(const ResultsView& view, std::string_view figure) {
    const stats::OrderedSample sample{view.happened(figure)};
    const auto values = sample.happened();
    const std::size_t points = std::min<std::size_t>(500, values.size());
    Json list = Json::array();
    for (std::size_t k = 0; k < points; ++k)
        list.push_back(rounded(values[(2 * k + 1) * values.size() / (2 * points)]));
    return list;
}

Json figure_json(const ResultsView& view, const model::ScalarInfo& info) {
    const store::ScalarSummary& row = *view.find(info.name);
    const bool ever = row.missing < row.count;
    return {{"name", info.name},
            {"label", label_of(info.name)},
            {"subject", title_of(info.subject)},
            {"description", info.description},
            {"reads_as", model::name_of(info.reading)},
            {"happened", rounded(row.happened)},
            {"mean", view.wording().value(row.mean, info.reading)},
            {"range", ever ? view.usual_range(info.name, info.reading) : "-"},
            {"sample", std::ranges::find(drawn, info.name) != drawn.end() ? sample_of(view, info.name)
                                                                          : Json(nullptr)}};
}

Json assumptions_json(const std::vector<scenario::Assumption>& assumptions) {
    Json list = Json::array();
    for (const scenario::Assumption& one : assumptions)
        list.push_back({{"path", one.path},
                        {"value", one.value},
                        {"unit", one.unit},
                        {"origin", one.origin},
                        {"source", one.source},
                        {"grade", one.grade},
                        {"low", one.range_low},
                        {"high", one.range_high},
                        {"help", one.help}});
    return list;
}

Json provenance_json(const store::ResultsFile& results) {
    const store::Provenance& from = results.provenance();
    const auto line = [](const char* label, std::string value) {
        return Json{{"label", label}, {"value", std::move(value)}};
    };
    return Json::array({line("scenario", fmt::format("{} ({})", from.title, from.scenario_file)),
                        line("fingerprint of the scenario", from.fingerprint),
                        line("futures", fmt::format("{} of {} asked for, {} failed",
                                                    count_in_words(results.replications().size()),
                                                    count_in_words(from.replications_asked),
                                                    count_in_words(results.failures().size()))),
                        line("seed", fmt::format("{}", from.seed)),
                        line("made", fmt::format("{} in {}", from.created, time_in_words(from.elapsed))),
                        line("golive", fmt::format("{}, commit {}", from.version, from.commit)),
                        line("compiler", fmt::format("{}, {}", from.compiler, from.flags)),
                        line("results file", results.path().filename().string())});
}

Json scenario_json(const Chapter& chapter) {
    const store::ResultsFile& results = chapter.results;
    const ResultsView view{results};
    const store::Provenance& from = results.provenance();
    return {{"name", from.title},
            {"file", std::filesystem::path{from.scenario_file}.filename().string()},
            {"start", view.start().iso()},
            {"end", view.end().iso()},
            {"currency", from.currency},
            {"replications", results.replications().size()},
            {"answer", answer(results, chapter.explanation)},
            {"warnings", warnings(results)},
            {"go_lives", go_lives_json(results)},
            {"plan", plan_json(chapter)},
            {"series", series_json(results)},
            {"delays", delays_json(chapter)},
            {"giving_up", giving_up_json(chapter)},
            {"relief", relief_json(chapter)},
            {"figures", figures_json(results)},
            {"assumptions", assumptions_json(from.assumptions)},
            {"provenance", provenance_json(results)},
            {"reproduce", from.command_line}};
}

/// What would end the element that holds the document, or begin another, is written as an escape.
std::string without_tags(const std::string& json) {
    std::string safe;
    safe.reserve(json.size());
    for (const char c : json) {
        if (c == '<')
            safe += "\\u003c";
        else
            safe += c;
    }
    return safe;
}

}  // namespace

Json figures_json(const store::ResultsFile& results) {
    const ResultsView view{results};
    Json list = Json::array();
    for (const model::ScalarInfo& info : results.catalogue().scalars)
        if (view.worth_a_line(info) || info.name == "all_live") list.push_back(figure_json(view, info));
    return list;
}

Json document_of(const Chapters& chapters) {
    Json document{{"format", 1}, {"golive", build_info().version}, {"scenarios", Json::array()}};
    for (const auto& chapter : chapters) document["scenarios"].push_back(scenario_json(*chapter));
    document["comparison"] = chapters.size() > 1 ? comparison_json(chapters) : Json(nullptr);
    return document;
}

std::string page_of(const Json& document) {
    const std::string json = without_tags(document.dump(-1, ' ', false, Json::error_handler_t::replace));
    return fmt::format("{}{}{}", page_before_document(), json, page_after_document());
}

std::string page_of(const Chapters& chapters) { return page_of(document_of(chapters)); }

}  // namespace golive::report
