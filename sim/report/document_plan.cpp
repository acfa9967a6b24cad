//! Go-lives, the plan, and where its time went.
#include "report/document.hpp"

#include <algorithm>
#include <cmath>

#include <golive/report/results_view.hpp>
#include <golive/report/study_input.hpp>
#include <golive/stats/quantile.hpp>

namespace golive::report {
namespace {

/// The chance of having happened by each of at most a hundred days.
Json curve_of(const std::vector<double>& days) {
    const stats::OrderedSample sample{days};
    const auto happened = sample.happened();
    const std::size_t points = std::min<std::size_t>(100, happened.size());
    Json curve = Json::array();
    for (std::size_t k = 1; k <= points; ++k) {
        const std::size_t rank = (k * happened.size() + points - 1) / points;
        const double share = static_cast<double>(rank) / static_cast<double>(sample.size());
        curve.push_back({days_or_null(happened[rank - 1]), rounded(share)});
    }
    return curve;
}

/// What goes live, as the page names it.
struct GoLiveName {
    std::string label;
    std::string activity;  ///< empty where only one goes live
    std::string wave;
};

Json go_live_json(const ResultsView& view, const store::ResultsFile& results, const GoLiveName& name,
                  const std::string& scalar, double target) {
    const store::ScalarSummary& row = *view.find(scalar);
    const auto quantile = [&](double p) { return days_or_null(view.quantile(row, p)); };
    return {{"label", name.label},
            {"activity", name.activity},
            {"wave", name.wave},
            {"target", days_or_null(target)},
            {"happened", rounded(row.happened)},
            {"p10", quantile(0.1)},
            {"p50", quantile(0.5)},
            {"p80", quantile(0.8)},
            {"p90", quantile(0.9)},
            {"curve", curve_of(results.scalar(results.catalogue().scalar(scalar)))}};
}

Json spread_json(const study::Spread& spread) {
    return {{"p10", days_or_null(spread.p10)},
            {"p50", days_or_null(spread.p50)},
            {"p90", days_or_null(spread.p90)}};
}

Json path_json(const study::PathTally& path, const model::Catalogue& catalogue, const std::string& label) {
    Json json{{"label", label}, {"futures", path.futures()}, {"elapsed", days_or_null(path.elapsed())}};
    Json& days = json["days"] = Json::array();
    for (const double spent : path.by_cause(catalogue.causes.size())) days.push_back(days_or_null(spent));
    Json& activities = json["activities"] = Json::array();
    for (const auto& step : path.by_activity(catalogue))
        activities.push_back({{"name", step.activity},
                              {"criticality", rounded(step.index)},
                              {"days", days_or_null(step.days)}});
    return json;
}

Json people_json(const std::vector<study::GivingUpTally::Row>& rows) {
    Json list = Json::array();
    for (const auto& row : rows) {
        Json people = Json::array();
        for (const double times : row.times) people.push_back(rounded(times));
        list.push_back({{"name", row.name}, {"clinicians", row.posts}, {"people", std::move(people)}});
    }
    return list;
}

}  // namespace

Json go_lives_json(const store::ResultsFile& results) {
    const ResultsView view{results};
    Json list = Json::array();
    double last = std::nan("");
    for (const auto* go_live : view.go_lives()) {
        last = std::fmax(last, go_live->target_days);
        const std::string activity = view.one_activity_goes_live() ? "" : go_live->activity;
        list.push_back(go_live_json(view, results, {view.label_of(*go_live), activity, go_live->scope},
                                    go_live->name, go_live->target_days));
    }
    if (list.size() > 1)
        list.push_back(go_live_json(view, results, {"every wave", "", "every wave"}, "all_live", last));
    return list;
}

Json plan_json(const Chapter& chapter) {
    const auto& instances = chapter.results.catalogue().instances;
    const auto& blueprint = chapter.explanation.blueprint();
    const auto steps = read_schedule(chapter.results, blueprint ? &*blueprint : nullptr);
    Json list = Json::array();
    for (std::size_t i = 0; i < instances.size(); ++i)
        list.push_back({{"name", instances[i].name},
                        {"activity", instances[i].activity},
                        {"kind", instances[i].kind},
                        {"scope", instances[i].scope},
                        {"target", days_or_null(instances[i].target_days)},
                        {"unhindered_start", days_or_null(steps[i].unhindered_start)},
                        {"unhindered_finish", days_or_null(steps[i].unhindered_finish)},
                        {"start", spread_json(steps[i].start)},
                        {"finish", spread_json(steps[i].finish)},
                        {"happened", rounded(steps[i].happened)}});
    return list;
}

Json delays_json(const Chapter& chapter) {
    const auto& delays = chapter.explanation.delays();
    const model::Catalogue& catalogue = chapter.results.catalogue();
    const ResultsView view{chapter.results};
    Json json{{"causes", catalogue.causes}, {"go_lives", Json::array()}};
    for (std::size_t g = 0; g < delays.go_lives().size(); ++g)
        if (delays.of(g).futures() > 0)
            json["go_lives"].push_back(
                path_json(delays.of(g), catalogue, view.label_of(catalogue.instances[delays.go_lives()[g]])));
    if (delays.go_lives().size() > 1 && delays.last().futures() > 0)
        json["go_lives"].push_back(path_json(delays.last(), catalogue, "every wave"));
    return json;
}

Json giving_up_json(const Chapter& chapter) {
    const auto& tally = chapter.explanation.giving_up();
    if (!tally) return nullptr;
    return {{"reasons", chapter.results.catalogue().reasons},
            {"by_unit", people_json(tally->by_unit())},
            {"by_role", people_json(tally->by_role())}};
}

Json relief_json(const Chapter& chapter) {
    const auto& gains = chapter.explanation.gains();
    if (gains.empty()) return nullptr;
    Json json{{"futures", gains.front().futures}, {"rows", Json::array()}};
    for (const study::Gain& gain : gains)
        json["rows"].push_back(
            {{"cause", name_of(gain.lever, chapter.results.catalogue())},
             {"how", gain.how},
             {"attributed_days", days_or_null(gain.attributed_days)},
             {"gained_days", days_or_null(gain.days)},
             {"gained_low", days_or_null(gain.days_interval.low)},
             {"gained_high", days_or_null(gain.days_interval.high)},
             {"adoption_gained", gain.adoption ? rounded(*gain.adoption) : Json(nullptr)}});
    return json;
}

}  // namespace golive::report
