//! What the program makes of words that are right and of words that are wrong.
// SPDX-License-Identifier: Apache-2.0
#include "app/program/arguments.hpp"
#include "app/program/commands.hpp"
#include "app/program/help.hpp"
#include "program.hpp"

#include <gmock/gmock.h>

#include <golive/base/error.hpp>

namespace golive::app {

void PrintTo(const Command* command, std::ostream* out) { *out << command->name; }

namespace {

using testing::HasSubstr;

class CommandLine : public ProgramTest {};

TEST_F(CommandLine, GuessesTheCommandThatWasMeant) {
    const Ran ran = golive("chekc scenario.toml");
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "error: golive has no command `chekc`. Did you mean `check`?\n");
    EXPECT_EQ(ran.out, "");
}

TEST_F(CommandLine, PointsToTheHelpWhereItCannotGuess) {
    const Ran ran = golive("fnord");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("`golive --help` lists what there is"));
}

TEST_F(CommandLine, GuessesTheOptionThatWasMeant) {
    const Ran ran = golive(std::string{"run "} + clinic + " --replicatons 5");
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.err, "error: `golive run` has no option `--replicatons`. Did you mean `--replications`?\n");
    EXPECT_EQ(files(), 0U);
}

TEST_F(CommandLine, TakesNoAbbreviationsThatALaterOptionCouldMakeAmbiguous) {
    EXPECT_EQ(golive(std::string{"run "} + clinic + " --rep 5").status, 2);
}

struct Wrong {
    const char* words;
    const char* message;
};

/// Tests are named by their words, not by the addresses of these.
void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.words; }

class WrongWords : public ProgramTest, public testing::WithParamInterface<Wrong> {};

TEST_P(WrongWords, AreRefusedInPlainWordsBeforeAnythingIsDone) {
    const Ran ran = golive(GetParam().words);
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr(GetParam().message));
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(files(), 0U);
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongWords,
    testing::Values(
        Wrong{"run", "`golive run` needs SCENARIO.toml"},
        Wrong{"run a.toml b.toml", "`golive run` has no use for `b.toml`"},
        Wrong{"run a.toml --seed", "`--seed` needs a value"},
        Wrong{"run a.toml --quiet=yes", "`--quiet` takes no value"},
        Wrong{"run a.toml -n 5 -n 6", "`--replications` is given 2 times"},
        Wrong{"run a.toml -n 0", "`--replications` takes a whole number from 1 (`0` is not one)"},
        Wrong{"run a.toml -n ten", "`--replications` takes a whole number from 1 (`ten` is not one)"},
        Wrong{"run a.toml -n -5", "`--replications` takes a whole number"},
        Wrong{"run a.toml --seed 99999999999999999999", "`--seed` takes a whole number"},
        Wrong{"run a.toml -j 0", "`--threads` takes a whole number from 1"},
        Wrong{"run a.toml --format xml", "`--format` is one of text|json|csv (`xml` is not)"},
        Wrong{"run a.toml --trace 3-1", "`3-1` is not a list of replications"},
        Wrong{"run a.toml -n 10 --trace 10", "replications are numbered 0 to 9"},
        Wrong{"run no-such.toml", "no-such.toml"}, Wrong{"check", "`golive check` needs SCENARIO.toml..."},
        Wrong{"check no-such.toml --format yaml", "`--format` is one of text|json"},
        Wrong{"describe", "`golive describe` needs SCENARIO.toml"},
        Wrong{"diff one.h5", "`golive diff` needs A.h5 B.h5"}, Wrong{"info no-such.h5", "no-such.h5"},
        Wrong{"completion fish", "there is completion for bash and zsh"},
        Wrong{"--seed 3 run", "golive has no option `--seed` before a command"},
        Wrong{"help fnord", "no command `fnord`"}));

TEST_F(CommandLine, WithoutACommandShowsTheHelpAsAMessage) {
    const Ran ran = golive("");
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, HasSubstr("golive run SCENARIO.toml"));
}

TEST_F(CommandLine, TellsItsVersion) {
    const Ran ran = golive("--version");
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, testing::StartsWith("golive 0."));
}

TEST_F(CommandLine, SaysSoWhenItsOutputIsLost) {
    const Ran ran = golive("schema >/dev/full");
    EXPECT_EQ(ran.status, 74);
    EXPECT_EQ(ran.err, "error: not everything could be printed (No space left on device)\n");
}

TEST(Help, NamesEveryCommand) {
    for (const Command* command : commands())
        EXPECT_THAT(help_text(), HasSubstr("golive " + std::string{command->name}));
}

class EveryCommand : public testing::TestWithParam<const Command*> {};

TEST_P(EveryCommand, IsFoundByItsName) { EXPECT_EQ(find_command(GetParam()->name), GetParam()); }

TEST_P(EveryCommand, ListsItsOptionsAndAnExampleInItsHelp) {
    const std::string help = help_text(*GetParam());
    for (const Option& option : GetParam()->options)
        EXPECT_THAT(help, HasSubstr("--" + std::string{option.name}));
    EXPECT_THAT(help, HasSubstr("Example:\n  golive " + std::string{GetParam()->name}));
}

TEST_P(EveryCommand, TakesTheWordsOfItsOwnExample) {
    std::istringstream words{std::string{GetParam()->example}};
    std::string word;
    std::vector<std::string> arguments;
    for (words >> word >> word; words >> word && word != "|" && word != ">";) arguments.push_back(word);
    EXPECT_NO_THROW((Arguments{*GetParam(), arguments}));
}

INSTANTIATE_TEST_SUITE_P(All, EveryCommand, testing::ValuesIn(commands().begin(), commands().end()),
                         [](const auto& command) { return std::string{command.param->name}; });

TEST(WholeNumber, ReadsDecimalAndHexadecimalAndNothingElse) {
    EXPECT_EQ(whole_number("1000"), 1000U);
    EXPECT_EQ(whole_number("0x1f"), 31U);
    EXPECT_EQ(whole_number("18446744073709551615"), 18446744073709551615U);
    for (const char* wrong : {"", "-1", "+1", "1.5", "1e3", " 1", "1 ", "0x", "18446744073709551616"})
        EXPECT_EQ(whole_number(wrong), std::nullopt) << wrong;
}

}  // namespace
}  // namespace golive::app
