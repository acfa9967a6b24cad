//! `golive compare` on the smallest example.
// SPDX-License-Identifier: Apache-2.0
#include "app/compare/compared.hpp"
#include "program.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <golive/base/error.hpp>

namespace golive::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

class Compare : public ProgramTest {
 protected:
    [[nodiscard]] Ran compare(const std::string& words) const {
        return golive(std::string{"compare "} + clinic + " -n 30 " + words);
    }
};

TEST(ComparisonProgress, SaysHowMuchSoonerAlternativesGoLive) {
    const Wording wording{*Date::from_civil(2027, 1, 4), "USD"};
    const model::Catalogue catalogue{.scalars = {{"all_live", "day", "", model::Reading::date}}};
    batch::Precision nothing{{}};
    study::FutureByFuture played{{&catalogue, &catalogue}, {}, nothing};
    EXPECT_EQ(sooner_in_words(played, wording), "");
    for (std::uint64_t position = 0; position < 12; ++position) {
        model::Result result;
        result.replication = position;
        result.scalars = {position % 2 == 0 ? 100.0 : 82.0};
        played.accept(result);
        EXPECT_FALSE(played.enough(position + 1));
    }
    EXPECT_EQ(sooner_in_words(played, wording), "B live 18 days sooner (± 0 days)");
}

TEST_F(Compare, FindsAScenarioTheSameAsItself) {
    const Ran ran = compare(clinic);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out,
                StartsWith("B is the same as A in every future in date, use, storeroom and cost.\n"));
    EXPECT_THAT(ran.out, testing::Not(HasSubstr("told apart   ")));
    EXPECT_THAT(ran.out, HasSubstr("the same in every future"));
    EXPECT_THAT(ran.out, HasSubstr("30 pairs of futures with the same luck (seed 1); 0 of "));
}

TEST_F(Compare, TellsWhatAChangeDoes) {
    const Ran ran =
        compare("--what-if 'technology.smartphone.device.price=$900; superusers.share=16 %' --format json");
    ASSERT_EQ(ran.status, 0) << ran.err;
    const auto json = nlohmann::json::parse(ran.out);
    EXPECT_EQ(json["alternatives"].size(), 2U);
    bool found = false;
    for (const auto& contrast : json["contrasts"]) {
        if (contrast["metric"] != "cost.devices") continue;
        found = true;
        EXPECT_EQ(contrast["verdict"], "higher");
        EXPECT_EQ(contrast["chance_higher"], 1.0);
        EXPECT_NEAR(contrast["mean"].get<double>() / contrast["base_mean"].get<double>(), 900.0 / 750.0,
                    0.02);
    }
    EXPECT_TRUE(found);
}

TEST_F(Compare, SaysTheSameWhateverTheThreads) {
    const std::string what = "--what-if team.it.staff=5 --format csv ";
    EXPECT_EQ(compare(what + "-j 1").out, compare(what + "-j 3").out);
}

TEST_F(Compare, WritesNoFile) {
    EXPECT_EQ(compare("--what-if team.it.staff=5").status, 0);
    EXPECT_EQ(files(), 0U);
}

TEST_F(Compare, RefusesWhatCannotBePaired) {
    const Ran alone = compare("");
    EXPECT_EQ(alone.status, 2);
    EXPECT_THAT(alone.err, HasSubstr("nothing to compare with"));
    const auto later =
        write("later.toml", std::string{"extends = \""} + clinic + "\"\n[scenario]\nstart = 2028-01-03\n");
    const Ran other = compare(later.string());
    EXPECT_EQ(other.status, 2);
    EXPECT_THAT(other.err, HasSubstr("cannot be paired"));
    const Ran wrong = compare("--what-if team.it.stuff=5");
    EXPECT_EQ(wrong.status, 2);
    EXPECT_THAT(wrong.err, HasSubstr("did you mean `staff`?"));
    EXPECT_EQ(golive(std::string{"compare "} + clinic + " " + clinic + " -n 1").status, 2);
}

TEST_F(Compare, IsReproducedByTheCommandThatItPrints) {
    const Ran ran = compare("--what-if 'superusers.share=16 %' --seed 5 --horizon '8 months'");
    const std::string label = "\nReproduce: golive ";
    const Ran again = golive(ran.out.substr(ran.out.find(label) + label.size()));
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_EQ(again.out, ran.out);
}

TEST_F(Compare, GoesOnUntilEveryDifferenceIsKnown) {
    const std::string what = std::string{"compare "} + clinic +
                             " --what-if 'superusers.share=16 %' --what-if superusers.share=0.3 "
                             "--until 'mean(adoption_end) +- 0.7 %' --until 'p50(go_live) +- 1 day' ";
    const Ran ran = golive(what);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(
        ran.out,
        AllOf(HasSubstr("\nPrecision: B: mean of the difference in adoption_end ± 0."),
              HasSubstr("\nPrecision: C: p50 of the difference in all_live ± 0 days, wanted ± 1 day\n"),
              HasSubstr("00 pairs of futures with the same luck")));
    for (const char* threads : {"-j 2", "-j 3", "-j 7"}) EXPECT_EQ(golive(what + threads).out, ran.out);
}

TEST_F(Compare, SaysWhatWouldDoWhereTheCapComesFirst) {
    const Ran ran = compare("--what-if 'superusers.share=16 %' --until 'mean(adoption_end) +- 0.1 %'");
    EXPECT_EQ(ran.status, 3);
    EXPECT_THAT(ran.err,
                AllOf(HasSubstr("Not as precise as asked: mean of the difference in adoption_end ± "),
                      HasSubstr("after 30 futures; about ")));
    EXPECT_THAT(ran.out, HasSubstr("30 pairs of futures"));
}

TEST_F(Compare, RefusesToWaitForAFigureThatNotAllHave) {
    std::string text = content_of(clinic);
    for (std::size_t at = 0; (at = text.find("go-live ", at)) != std::string::npos;)
        text.replace(at, 7, "be-live");
    for (std::size_t at = 0; (at = text.find("\"go-live\"", at)) != std::string::npos;)
        text.replace(at, 9, "\"be-live\"");
    const std::string other = write("renamed.toml", text).string();
    const Ran missing = compare(other + " --until 'mean(go-live/everyone) +- 1 day'");
    EXPECT_EQ(missing.status, 2);
    EXPECT_THAT(missing.err, HasSubstr("has no figure `go-live/everyone`"));
    const Ran misspelt = compare(other + " --until 'mean(go_life) +- 1 day'");
    EXPECT_EQ(misspelt.status, 2);
    EXPECT_THAT(misspelt.err, HasSubstr("Did you mean `go_live`?"));
    EXPECT_THAT(compare(other).out,
                HasSubstr("not in all of them, and left out: be-live/everyone, go-live/everyone"));
}

TEST_F(Compare, StoppedComparesWhatAllHave) {
    const Ran ran =
        shell(std::string{"("} + GOLIVE_PROGRAM + " compare " + clinic +
              " --what-if 'superusers.share=16 %' -n 100000000 & p=$!; sleep 1; kill -TERM $p; wait $p)");
    EXPECT_EQ(ran.status, 75);
    EXPECT_THAT(ran.err, AllOf(HasSubstr("Stopped after "), HasSubstr(" of 100,000,000 futures")));
    EXPECT_THAT(ran.out, AllOf(StartsWith("B "), HasSubstr(" pairs of futures with the same luck (seed 1)")));
}

TEST(ComparedFigures, NameEveryAlternativeThatHasNoneInCommonWithTheBase) {
    const model::Catalogue days{.scalars = {{"delay", "day", "", model::Reading::days}}};
    const model::Catalogue hours{.scalars = {{"delay", "hour", "", model::Reading::hours}}};
    std::vector<std::string> names{"base"};
    std::vector<const model::Catalogue*> catalogues{&days};
    for (int i = 1; i < 10; ++i) {
        names.push_back("option " + std::to_string(i));
        catalogues.push_back(&hours);
    }
    catalogues[4] = &days;
    try {
        require_common_figures(names, catalogues);
        FAIL() << "hours are no days";
    } catch (const Error& error) {
        EXPECT_STREQ(
            error.what(),
            "there is nothing to compare: `option 1`, `option 2`, `option 3`, `option 5`, `option 6`, "
            "`option 7`, `option 8`, `option 9` have no figure in common with `base`");
    }
    EXPECT_NO_THROW(require_common_figures({"base", "same"}, {&days, &days}));
}

}  // namespace
}  // namespace golive::app
