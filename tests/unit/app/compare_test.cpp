//! `golive compare` on the smallest example.
// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace golive::app {
namespace {

using testing::HasSubstr;

class Compare : public ProgramTest {
 protected:
    [[nodiscard]] Ran compare(const std::string& words) const {
        return golive(std::string{"compare "} + clinic + " -n 30 " + words);
    }
};

TEST_F(Compare, FindsAScenarioTheSameAsItself) {
    const Ran ran = compare(clinic);
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, testing::Not(HasSubstr("told apart   ")));
    EXPECT_THAT(ran.out, HasSubstr("the same in every future"));
    EXPECT_THAT(ran.out, HasSubstr("30 pairs of futures with the same luck; 0 of "));
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

}  // namespace
}  // namespace golive::app
