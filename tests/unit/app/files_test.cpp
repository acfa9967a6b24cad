//! The commands about files: check, describe, init, info, diff, schema, completion.
// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace golive::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Check : public ProgramTest {};

TEST_F(Check, TellsHowBigAFineScenarioIs) {
    const Ran ran = golive(std::string{"check "} + clinic);
    EXPECT_EQ(ran.status, 0);
    EXPECT_EQ(ran.out, std::string{clinic} + ": fine: 3 units, 60 clinicians, 1 wave, 7 activities\n");
}

TEST_F(Check, CountsWarningsOfAScenarioThatIsFineAllTheSame) {
    const Ran ran = golive(std::string{"check "} + clinic + " --set 'role.nurse.turnover=90 % per year'");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.err, HasSubstr("warning: "));
    EXPECT_THAT(ran.out, HasSubstr("7 activities; 1 warning\n"));
}

TEST_F(Check, GoesThroughAllFilesAndFailsIfOneIsWrong) {
    write("broken.toml", "[scenario\n");
    const Ran ran = golive(std::string{"check broken.toml "} + clinic);
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.out, HasSubstr("broken.toml: 1 error\n"));
    EXPECT_THAT(ran.out, HasSubstr(": fine: "));
    EXPECT_THAT(ran.err, HasSubstr("broken.toml:1"));
}

TEST_F(Check, GivesPlacesInJson) {
    write("broken.toml", "[scenario]\nname = 3\n");
    const Ran ran = golive("check broken.toml --format json");
    EXPECT_EQ(ran.status, 2);
    const auto json = nlohmann::json::parse(ran.out);
    EXPECT_EQ(json[0]["fine"], false);
    const auto& found = json[0]["diagnostics"];
    EXPECT_TRUE(
        std::ranges::any_of(found, [](const auto& d) { return d["line"] == 2 && d["severity"] == "error"; }));
    EXPECT_EQ(ran.err, "");
}

TEST_F(Check, HonoursChangesOfTheScenario) {
    EXPECT_EQ(golive(std::string{"check "} + clinic + " --set team.it.staff=4").status, 0);
    EXPECT_EQ(golive(std::string{"check "} + clinic + " --set team.it.stuff=4").status, 2);
}

class Describe : public ProgramTest {};

TEST_F(Describe, TellsDefaultsFromChoicesWithTheirPlaces) {
    const Ran ran = golive(std::string{"describe "} + clinic);
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, testing::StartsWith("Secure messaging at Maple Street\n"));
    EXPECT_THAT(ran.out, testing::ContainsRegex(
                             "role.nurse.turnover +16.4 % per year +\\[[^]]*one-clinic.toml:[0-9]+\\]"));
    EXPECT_THAT(ran.out, testing::ContainsRegex("team.it.focus +[^\n]*\\[default\\]"));
    EXPECT_THAT(ran.out, testing::ContainsRegex("stage +deploy +wave +after order"));
}

TEST_F(Describe, SaysWhatIsRolledOutWhoDecidesWhoWorksAndWhoLearns) {
    const std::string main_example = GOLIVE_SOURCE_DIR "/scenarios/clinical-mobility.toml";
    const Ran ran = golive("describe " + main_example);
    EXPECT_THAT(ran.out, testing::ContainsRegex("smartphone +for messaging .needs an integration."));
    EXPECT_THAT(ran.out,
                testing::ContainsRegex("security-board +4 members +every 2 weeks, 4 items a meeting +"
                                       "everyone present must agree +quorum 50 %"));
    EXPECT_THAT(ran.out, testing::ContainsRegex("help-desk +2 people +day and night .*answers calls"));
    EXPECT_THAT(ran.out,
                testing::ContainsRegex("workstation-basics +for nurse, physician +90 min, 10 seats"));
}

TEST_F(Describe, DrawsThePlanAsAGraphOfItsStepsAndWhatTheyWaitFor) {
    const Ran ran = golive(std::string{"describe "} + clinic + " --format dot");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out,
                testing::StartsWith("digraph plan {\n  label=\"Secure messaging at Maple Street\";\n"));
    EXPECT_THAT(ran.out, testing::EndsWith("}\n"));
    EXPECT_THAT(ran.out, testing::HasSubstr("\"order\" -> \"stage\";\n"));
    EXPECT_THAT(ran.out, testing::HasSubstr("shape=doubleoctagon"));
}

TEST_F(Describe, ShowsWhereAChangeCameFrom) {
    const Ran ran = golive(std::string{"describe "} + clinic + " --set team.it.staff=9");
    EXPECT_THAT(ran.out, testing::ContainsRegex("team.it.staff +9 +\\[--set\\]"));
}

TEST_F(Describe, GivesTheSameInJson) {
    const auto json = nlohmann::json::parse(golive(std::string{"describe "} + clinic + " --format json").out);
    EXPECT_EQ(json["start"], "2027-01-04");
    EXPECT_EQ(json["plan"].size(), 7U);
    EXPECT_EQ(json["plan"][1]["after"], nlohmann::json::array({"approve"}));
    EXPECT_TRUE(
        std::ranges::any_of(json["assumptions"], [](const auto& a) { return a["path"] == "team.it.focus"; }));
}

TEST_F(Describe, PrintsTheReferenceWithoutAScenario) {
    const Ran ran = golive("describe --reference");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, HasSubstr("lead_time"));
}

class Init : public ProgramTest {};

TEST_F(Init, WritesAScenarioThatRunsAndItsSchema) {
    EXPECT_EQ(golive("init new/rollout").status, 0);
    EXPECT_EQ(golive("check new/rollout/scenario.toml").status, 0);
    EXPECT_EQ(golive("run new/rollout/scenario.toml -n 2").status, 0);
    EXPECT_EQ(content_of(folder() / "new/rollout/golive.schema.json"), golive("schema").out);
    EXPECT_TRUE(nlohmann::json::accept(golive("schema").out));
}

TEST_F(Init, RefusesToReplaceEitherFile) {
    const fs::path mine = write("scenario.toml", "mine");
    const Ran first = golive("init");
    EXPECT_EQ(first.status, 2);
    EXPECT_THAT(first.err, HasSubstr("`scenario.toml` exists already"));
    EXPECT_EQ(content_of(mine), "mine");
    EXPECT_EQ(files(), 1U);

    fs::rename(mine, folder() / "golive.schema.json");
    EXPECT_EQ(golive("init .").status, 2);
    EXPECT_EQ(content_of(folder() / "golive.schema.json"), "mine");
    EXPECT_EQ(files(), 1U);
}

TEST_F(Init, SaysWhyItCannotWrite) {
    const Ran ran = golive("init /proc/new");
    EXPECT_EQ(ran.status, 74);
    EXPECT_THAT(ran.err, HasSubstr("error: cannot write `/proc/new`"));
}

class Results : public ProgramTest {
 protected:
    void SetUp() override {
        for (const char* seed : {"1", "2"}) {
            const std::string name = std::string{"seed"} + seed + ".h5";
            ASSERT_EQ(golive(std::string{"run "} + clinic + " -n 3 -o " + name + " --seed " + seed).status,
                      0);
        }
    }
};

TEST_F(Results, TellWhereTheyComeFrom) {
    const Ran ran = golive("info seed2.h5");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, testing::ContainsRegex("seed +2\n"));
    EXPECT_THAT(ran.out, HasSubstr("3 of 3 asked for"));
    const auto json = nlohmann::json::parse(golive("info seed2.h5 --format json").out);
    EXPECT_EQ(json["seed"], 2);
    EXPECT_EQ(golive("info seed2.h5 --scenario").out, content_of(clinic));
}

TEST_F(Results, AreToldApart) {
    const Ran same = golive("diff seed1.h5 seed1.h5 --exact");
    EXPECT_EQ(same.status, 0);
    EXPECT_EQ(same.out, "seed1.h5 and seed1.h5 say the same, bit for bit.\n");
    const Ran other = golive("diff seed1.h5 seed2.h5");
    EXPECT_EQ(other.status, 1);
    EXPECT_THAT(other.out, HasSubstr("replication 0: "));
}

TEST_F(Results, AreRefusedOnceDamaged) {
    std::string bytes = content_of(folder() / "seed1.h5");
    write("short.h5", bytes.substr(0, bytes.size() / 2));
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write("bent.h5", bytes);
    write("text.h5", "These are not results.\n");
    for (const char* file : {"short.h5", "bent.h5", "text.h5", "."}) {
        const Ran ran = golive(std::string{"info "} + file);
        EXPECT_EQ(ran.status, 2) << file;
        EXPECT_THAT(ran.err, testing::StartsWith("error: ")) << file;
        EXPECT_EQ(golive(std::string{"diff seed1.h5 "} + file).status, 2) << file;
    }
}

class Completion : public ProgramTest {
 protected:
    /// What bash offers for the last word.
    [[nodiscard]] std::string offered(const std::string& words) const {
        const std::string script =
            "source <(" GOLIVE_PROGRAM " completion bash); COMP_WORDS=(" + words +
            "); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _golive; echo \"${COMPREPLY[@]}\"";
        write("complete.bash", script);
        return shell("bash complete.bash").out;
    }
};

TEST_F(Completion, OffersCommands) {
    EXPECT_EQ(offered("golive de"), "describe\n");
    EXPECT_THAT(offered("golive ''"), HasSubstr("run"));
}

TEST_F(Completion, OffersTheOptionsOfTheCommandAndTheirValues) {
    EXPECT_EQ(offered("golive run --rep"), "--replications\n");
    EXPECT_EQ(offered("golive diff --"), "--exact --help\n");
    EXPECT_EQ(offered("golive run --format c"), "csv\n");
    EXPECT_EQ(offered("golive completion z"), "zsh\n");
}

TEST_F(Completion, LeavesFileNamesToTheShell) { EXPECT_EQ(offered("golive run scen"), "\n"); }

TEST_F(Completion, IsAScriptThatZshCanRead) {
    if (shell("command -v zsh").status != 0) GTEST_SKIP() << "this machine has no zsh";
    EXPECT_EQ(shell(GOLIVE_PROGRAM " completion zsh > _golive && zsh -n _golive").status, 0);
}

}  // namespace
}  // namespace golive::app
