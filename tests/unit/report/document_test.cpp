//! The document of a report against the file that it is made of.
// SPDX-License-Identifier: Apache-2.0
#include "report/document.hpp"

#include "report/page.hpp"
#include "results_files.hpp"

#include <gmock/gmock.h>
#include <set>

#include <golive/stats/quantile.hpp>

namespace golive::report {
namespace {

using testing::HasSubstr;

class Document : public ResultsFiles {
 protected:
    static Chapters chapters_of(const std::vector<std::filesystem::path>& files) {
        Chapters chapters;
        for (const auto& file : files) chapters.push_back(std::make_unique<Chapter>(file));
        return chapters;
    }
    [[nodiscard]] Json scenario_of(const Wanted& wanted) const {
        return document_of(chapters_of({write(wanted)}))["scenarios"][0];
    }
};

/// Every field of the contract, so that a page never meets `undefined`.
TEST_F(Document, HasWhatThePageIsPromised) {
    const Json document = document_of(chapters_of({write({.text = phones(two_waves)})}));
    EXPECT_EQ(document["format"], 1);
    EXPECT_TRUE(document["comparison"].is_null());
    const Json& scenario = document["scenarios"][0];
    for (const char* field : {"name", "file", "start", "end", "currency", "replications", "answer",
                              "warnings", "go_lives", "plan", "series", "delays", "giving_up", "relief",
                              "figures", "assumptions", "provenance", "reproduce"})
        EXPECT_TRUE(scenario.contains(field)) << field;
    EXPECT_EQ(scenario["name"], "Phones");
    EXPECT_EQ(scenario["start"], "2027-01-04");
    EXPECT_EQ(scenario["end"], "2028-02-28");
    EXPECT_EQ(scenario["replications"], 12);
    EXPECT_TRUE(scenario["relief"].is_null());
    EXPECT_FALSE(scenario["answer"].empty());
}

TEST_F(Document, TellsGoLivesAsTheFileDoes) {
    const auto file = write({.text = phones(two_waves), .replications = 40});
    const Json go_lives = document_of(chapters_of({file}))["scenarios"][0]["go_lives"];
    const store::ResultsFile results{file};
    ASSERT_EQ(go_lives.size(), 3U);
    EXPECT_EQ(go_lives[0]["label"], "first");
    EXPECT_EQ(go_lives[1]["label"], "second");
    EXPECT_EQ(go_lives[2]["label"], "every wave");
    EXPECT_EQ(go_lives[0]["activity"], "");
    EXPECT_EQ(go_lives[0]["wave"], "first");
    EXPECT_EQ(go_lives[0]["target"], 119);
    EXPECT_EQ(go_lives[2]["target"], 154);
    const stats::OrderedSample days{results.scalar(results.catalogue().scalar("live/first"))};
    for (const auto& [name, p] : {std::pair{"p10", 0.1}, std::pair{"p50", 0.5}, std::pair{"p90", 0.9}})
        EXPECT_NEAR(go_lives[0][name].get<double>(), days.quantile(p), 0.005) << name;
    const Json& curve = go_lives[0]["curve"];
    ASSERT_EQ(curve.size(), 40U);
    EXPECT_DOUBLE_EQ(curve.back()[1].get<double>(), go_lives[0]["happened"].get<double>());
    for (std::size_t k = 1; k < curve.size(); ++k) {
        EXPECT_GE(curve[k][0], curve[k - 1][0]);
        EXPECT_GT(curve[k][1], curve[k - 1][1]);
    }
}

TEST_F(Document, ThinsCurvesAndSamplesWithoutLosingTheirEnds) {
    const auto file = write({.text = phones(one_wave), .replications = 520});
    const store::ResultsFile results{file};
    const Json scenario = document_of(chapters_of({file}))["scenarios"][0];
    const stats::OrderedSample days{results.scalar(results.catalogue().scalar("live/everyone"))};
    const Json& curve = scenario["go_lives"][0]["curve"];
    ASSERT_EQ(curve.size(), 100U);
    EXPECT_NEAR(curve.back()[0].get<double>(), days.happened().back(), 0.005);
    for (const Json& figure : scenario["figures"]) {
        if (figure["sample"].is_null()) continue;
        EXPECT_LE(figure["sample"].size(), 500U);
        EXPECT_TRUE(std::ranges::is_sorted(figure["sample"].get<std::vector<double>>()));
    }
}

TEST_F(Document, NamesWhatGoesLiveWhereItIsMoreThanOneThing) {
    const std::string text = model::testing::starting("10 weeks") +
                             std::string{model::testing::everyday_nurse} + model::testing::one_unit(5) +
                             "[technology.phone]\npurposes = [\"messaging\"]\n"
                             "[technology.tablet]\npurposes = [\"messaging\"]\n[plan]\n"
                             "phones = { kind = \"go_live\", technology = \"phone\" }\n"
                             "tablets = { kind = \"go_live\", technology = \"tablet\" }\n";
    const Json go_lives = scenario_of({.text = text})["go_lives"];
    ASSERT_EQ(go_lives.size(), 3U);
    EXPECT_EQ(go_lives[1]["activity"], "tablets");
    EXPECT_EQ(go_lives[1]["label"], fmt::format("tablets/{}", go_lives[1]["wave"].get<std::string>()));
    EXPECT_EQ(go_lives[2]["activity"], "");
}

TEST_F(Document, OfOneGoLiveHasNoLineForEveryWave) {
    const Json scenario = scenario_of({.text = phones(one_wave)});
    EXPECT_EQ(scenario["go_lives"].size(), 1U);
    EXPECT_EQ(scenario["delays"]["go_lives"].size(), 1U);
}

TEST_F(Document, OfAPlanWithoutGoLivesComesAllTheSame) {
    const Json scenario = scenario_of({.text = without_go_live()});
    EXPECT_TRUE(scenario["go_lives"].empty());
    EXPECT_TRUE(scenario["delays"]["go_lives"].empty());
    EXPECT_EQ(scenario["plan"].size(), 1U);
    EXPECT_EQ(scenario["answer"], Json::array({"Nothing goes live in this plan."}));
    EXPECT_THAT(scenario["warnings"].dump(), testing::Not(HasSubstr("is live")));
}

TEST_F(Document, AddsDelaysUpToTheGoLive) {
    const Json scenario = scenario_of({.text = phones(two_waves), .replications = 30});
    for (const Json& path : scenario["delays"]["go_lives"]) {
        double sum = 0;
        for (const Json& days : path["days"]) sum += days.get<double>();
        EXPECT_NEAR(sum, path["elapsed"].get<double>(), 0.1) << path["label"];  // hundredths, 17 of them
        for (const Json& step : path["activities"]) EXPECT_LE(step["criticality"].get<double>(), 1);
    }
    EXPECT_EQ(scenario["delays"]["causes"].size(), 17U);
}

TEST_F(Document, GivesTheUnhinderedPlanByCriticalPathMethod) {
    const Json plan = scenario_of({.text = phones(one_wave), .replications = 60})["plan"];
    std::map<std::string, Json> steps;
    for (const Json& step : plan) steps[step["activity"]] = step;
    EXPECT_EQ(steps["approve"]["unhindered_start"], 0);
    EXPECT_EQ(steps["order"]["unhindered_start"], steps["approve"]["unhindered_finish"]);
    EXPECT_EQ(steps["stage"]["unhindered_start"], steps["order"]["unhindered_finish"]);
    EXPECT_EQ(steps["train"]["unhindered_start"], 119 - 28);
    EXPECT_EQ(steps["live"]["unhindered_start"], 119);
    for (const auto& [name, step] : steps)
        EXPECT_LE(step["unhindered_finish"].get<double>(), step["finish"]["p50"].get<double>() + 0.01)
            << name;
}

TEST_F(Document, DoesNotGuessWhenAStepWouldBeThatFollowsOneThatNeverWas) {
    const std::string text = model::testing::starting("10 weeks") +
                             std::string{model::testing::everyday_nurse} + model::testing::one_unit(5) +
                             "[technology.phone]\npurposes = [\"messaging\"]\n[plan]\n"
                             "never = { kind = \"wait\", length = \"20 weeks\" }\n"
                             "soon = { kind = \"wait\", length = \"1 week\" }\n"
                             "live = { kind = \"go_live\", after = [\"never\", \"soon\"] }\n";
    const Json plan = scenario_of({.text = text})["plan"];
    EXPECT_EQ(plan[0]["unhindered_start"], 0);
    EXPECT_TRUE(plan[0]["unhindered_finish"].is_null());
    EXPECT_EQ(plan[1]["unhindered_finish"], 7);
    EXPECT_TRUE(plan[2]["unhindered_start"].is_null());
    EXPECT_TRUE(plan[2]["start"]["p50"].is_null());
    EXPECT_EQ(plan[2]["happened"], 0);
}

TEST_F(Document, SaysWhyPeopleGaveUpOrThatTheFileDoesNotSay) {
    const Json known = scenario_of({.text = phones(one_wave)})["giving_up"];
    EXPECT_EQ(known["reasons"].size(), 9U);
    EXPECT_EQ(known["by_unit"].size(), 2U);
    EXPECT_EQ(known["by_unit"][0]["clinicians"], 10);
    const auto old = write({.text = phones(one_wave),
                            .catalogue = [](model::Catalogue& catalogue) { catalogue.reasons.clear(); },
                            .result = [](model::Result& result) { result.gave_up.clear(); }},
                           "old.h5");
    EXPECT_TRUE(document_of(chapters_of({old}))["scenarios"][0]["giving_up"].is_null());
}

/// A scenario of another version, in which something cannot be read: everything that needs
/// no simulation comes.
TEST_F(Document, ComesWithoutWhatNeedsAScenarioThatItCannotRead) {
    const auto file = write({.text = phones(two_waves), .provenance = [](store::Provenance& from) {
                                 from.resolved_text += "\n[novelty]\nx = 1\n";
                                 from.version = "99.0";
                             }});
    const Chapters chapters = chapters_of({file});
    EXPECT_FALSE(chapters.front()->explanation.blueprint());
    EXPECT_TRUE(chapters.front()->explanation.levers().empty());
    const Json scenario = document_of(chapters)["scenarios"][0];
    EXPECT_EQ(scenario["go_lives"].size(), 3U);
    EXPECT_EQ(scenario["delays"]["go_lives"].size(), 3U);
    EXPECT_TRUE(scenario["plan"][0]["unhindered_start"].is_null());
    EXPECT_THAT(scenario["warnings"].dump(), HasSubstr("of golive 99.0"));
}

TEST_F(Document, LeavesFailedFuturesOut) {
    const Json scenario = scenario_of({.text = phones(one_wave), .replications = 12, .failed = {0, 5}});
    EXPECT_EQ(scenario["replications"], 10);
    EXPECT_EQ(scenario["go_lives"][0]["curve"].size(), 10U);
    EXPECT_THAT(scenario["warnings"].dump(), HasSubstr("2 futures failed and are left out"));
}

TEST_F(Document, OfASingleFutureComes) {
    const Json scenario = scenario_of({.text = phones(two_waves), .replications = 1});
    EXPECT_EQ(scenario["go_lives"][0]["curve"].size(), 1U);
    EXPECT_THAT(scenario["warnings"].dump(), HasSubstr("rests on 1 future only"));
}

TEST_F(Document, KeepsEachSeriesInShape) {
    const Json scenario = scenario_of({.text = phones(two_waves)});
    EXPECT_FALSE(scenario["series"].empty());
    std::set<std::string> scopes;
    for (const Json& series : scenario["series"]) {
        scopes.insert(series["scope"]);
        ASSERT_EQ(series["mean"].size(), series["members"].size());
        for (const char* what : {"mean", "p10", "p50", "p90"}) {
            if (series[what].is_null()) continue;
            for (const Json& row : series[what])
                EXPECT_EQ(row.size(), series["days"].size()) << series["name"];
        }
        EXPECT_EQ(series["days"].back(), 7 * 60);
    }
    EXPECT_EQ(scopes, (std::set<std::string>{"network", "site", "unit", "wave"}));
}

/// 900 wards over 600 weeks are 540,000 numbers: every second week is kept, the last one among them.
TEST_F(Document, ThinsTheSeriesOfManyPlaces) {
    const std::string text = model::testing::starting("600 weeks") +
                             std::string{model::testing::everyday_nurse} + model::testing::units(900, 1) +
                             "[technology.phone]\npurposes = [\"messaging\"]\n[plan]\n"
                             "live = { kind = \"go_live\", start = 2038-04-05 }\n";
    const Json scenario = scenario_of({.text = text, .replications = 1});
    std::size_t by_unit = 0;
    for (const Json& series : scenario["series"]) {
        const bool network = series["scope"] == "network";
        ASSERT_EQ(series["days"].size(), network ? 600U : 300U) << series["name"];
        EXPECT_EQ(series["days"].back(), 4200);
        EXPECT_EQ(series["days"][0], network ? 7 : 14);
        by_unit += series["scope"] == "unit" ? 1 : 0;
    }
    EXPECT_EQ(by_unit, 1U);
}

TEST_F(Document, WritesNothingThatWouldEndItsElement) {
    const auto file = write({.text = phones(one_wave), .provenance = [](store::Provenance& from) {
                                 from.title = "</script><b>Phones</b> \xff <!--";
                             }});
    const std::string page = page_of(document_of(chapters_of({file})));
    const std::size_t before = page_before_document().size(), after = page_after_document().size();
    const std::string json = page.substr(before, page.size() - before - after);
    EXPECT_EQ(json.find('<'), std::string::npos);
    const Json back = Json::parse(json);
    EXPECT_EQ(back["scenarios"][0]["name"], "</script><b>Phones</b> \xef\xbf\xbd <!--");
}

// ---------------------------------------------------------------- several files

TEST_F(Document, OfTwoFilesHoldsTheSecondAgainstTheFirst) {
    const auto a = write({.text = phones(one_wave, "", "As planned")}, "a.h5");
    const auto b = write({.text = phones(one_wave, "[support]\n", "With support")}, "b.h5");
    const Json document = document_of(chapters_of({a, b}));
    EXPECT_EQ(document["scenarios"].size(), 2U);
    const Json& comparison = document["comparison"];
    EXPECT_EQ(comparison["names"], (std::vector<std::string>{"As planned", "With support"}));
    EXPECT_EQ(comparison["replications"], 12);
    EXPECT_FALSE(comparison["rows"].empty());
    for (const Json& row : comparison["rows"]) EXPECT_EQ(row["alternative"], 1);
    EXPECT_FALSE(comparison["assumptions"].empty());
    for (const Json& row : comparison["assumptions"]) EXPECT_EQ(row["values"].size(), 2U);
}

TEST_F(Document, TellsFilesOfOneTitleApart) {
    const auto a = write({.text = phones(one_wave)}, "a.h5");
    const auto b = write({.text = phones(one_wave)}, "b.h5");
    const Json comparison = document_of(chapters_of({a, b}))["comparison"];
    EXPECT_EQ(comparison["names"], (std::vector<std::string>{"Phones (a.h5)", "Phones (b.h5)"}));
    EXPECT_TRUE(comparison["assumptions"].empty());
    for (const Json& row : comparison["rows"]) {
        EXPECT_EQ(row["verdict"], "same");
        EXPECT_THAT(row["difference"].get<std::string>(), testing::Not(HasSubstr("-0")));
    }
}

TEST_F(Document, RefusesFilesThatHaveNoFuturesInCommon) {
    const auto base = write({.text = phones(one_wave)}, "base.h5");
    const auto refused = [&](const Wanted& wanted, const char* why) {
        const auto other = write(wanted, "other.h5");
        try {
            ensure_comparable(chapters_of({base, other}));
            ADD_FAILURE() << why;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_THAT(error.what(), HasSubstr(why));
        }
        std::filesystem::remove(other);
    };
    refused({.text = phones(one_wave), .seed = 2}, "same luck can be paired");
    std::string later = phones(one_wave);
    later.replace(later.find("2027-01-04"), 10, "2027-01-11");
    refused({.text = later}, "differ in start");
    std::string longer = phones(one_wave);
    longer.replace(longer.find("60 weeks"), 8, "61 weeks");
    refused({.text = longer}, "differ in start, horizon");
    refused({.text = phones(one_wave), .provenance = [](store::Provenance& from) { from.currency = "EUR"; }},
            "currency");
    EXPECT_NO_THROW(ensure_comparable(chapters_of({base, base})));
}

}  // namespace
}  // namespace golive::report
