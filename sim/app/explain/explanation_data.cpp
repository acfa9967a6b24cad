//! The same explanation for programs: JSON and CSV.
// SPDX-License-Identifier: Apache-2.0
#include "app/explain/explanation_text.hpp"
#include "app/terminal/csv.hpp"
#include "app/terminal/json.hpp"

#include <fmt/format.h>

namespace golive::app {
namespace {

using study::Explanation;

Json path_json(const study::PathTally& path, const model::Catalogue& catalogue, const std::string& name) {
    Json json{{"go_live", name}, {"futures", path.futures()}, {"elapsed_days", path.elapsed()}};
    const auto causes = path.by_cause(catalogue.causes.size());
    for (std::size_t c = 0; c < causes.size(); ++c) json["cause_days"][catalogue.causes[c]] = causes[c];
    Json& steps = json["criticality"] = Json::array();
    for (const auto& step : path.by_activity(catalogue))
        steps.push_back({{"activity", step.activity}, {"index", step.index}, {"days", step.days}});
    return json;
}

Json gain_json(const study::Gain& gain, const model::Catalogue& catalogue) {
    return {{"cause", catalogue.causes[gain.lever.cause]},
            {"owner", gain.lever.owner},
            {"if", gain.how},
            {"futures", gain.futures},
            {"attributed_days", gain.attributed_days},
            {"days_sooner", gain.days},
            {"days_sooner_low", number_or_null(gain.days_interval.low)},
            {"days_sooner_high", number_or_null(gain.days_interval.high)},
            {"live_more", gain.live},
            {"adoption_more", gain.adoption ? Json(*gain.adoption) : Json(nullptr)}};
}

Json people_json(const study::GivingUpTally::Row& row, const model::Catalogue& catalogue) {
    Json json{{"name", row.name}, {"posts", row.posts}, {"times", row.all()}};
    for (std::size_t r = 0; r < row.times.size(); ++r) json["reasons"][catalogue.reasons[r]] = row.times[r];
    return json;
}

Json giving_up_json(const Explanation& explanation, const model::Catalogue& catalogue) {
    if (!explanation.giving_up()) return nullptr;
    Json json{{"everyone", people_json(explanation.giving_up()->everyone(), catalogue)}};
    for (const char* group : {"roles", "units"}) json[group] = Json::array();
    for (const auto& row : explanation.giving_up()->by_role())
        json["roles"].push_back(people_json(row, catalogue));
    for (const auto& row : explanation.giving_up()->by_unit())
        json["units"].push_back(people_json(row, catalogue));
    return json;
}

}  // namespace

std::string explanation_json(const Explanation& explanation, const store::ResultsFile& results) {
    const model::Catalogue& catalogue = results.catalogue();
    const auto& delays = explanation.delays();
    Json json{{"results", results.path().string()},
              {"replications", delays.replications()},
              {"last", path_json(delays.last(), catalogue, "every wave")}};
    json["go_lives"] = Json::array();
    for (std::size_t g = 0; g < delays.go_lives().size(); ++g)
        json["go_lives"].push_back(
            path_json(delays.of(g), catalogue, catalogue.instances[delays.go_lives()[g]].name));
    Json& held_up = json["held_up"] = Json::array();
    for (const auto& held : explanation.held_up())
        held_up.push_back({{"activity", held.activity},
                           {"cause", catalogue.causes[held.cause]},
                           {"futures", held.futures}});
    Json& gains = json["relief"] = Json::array();
    for (const study::Gain& gain : explanation.gains()) gains.push_back(gain_json(gain, catalogue));
    json["giving_up"] = giving_up_json(explanation, catalogue);
    return printed(json);
}

std::string explanation_csv(const Explanation& explanation, const store::ResultsFile& results) {
    const model::Catalogue& catalogue = results.catalogue();
    const auto& delays = explanation.delays();
    std::string text = "go_live,futures,activity,step,cause,mean_days\n";
    for (std::size_t g = 0; g < delays.go_lives().size(); ++g)
        for (const auto& share : delays.of(g).shares())
            text +=
                fmt::format("{},{},{},{},{},{}\n", csv_text(catalogue.instances[delays.go_lives()[g]].name),
                            delays.of(g).futures(), csv_text(catalogue.instances[share.instance].activity),
                            csv_text(catalogue.instances[share.instance].name),
                            csv_text(catalogue.causes[share.cause]), share.days);
    return text;
}

}  // namespace golive::app
