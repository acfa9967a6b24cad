//! Files, overlays, overrides, the resolved text, and bytes that nobody meant.
// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>

namespace golive::scenario {
namespace {

const std::string example = GOLIVE_SOURCE_DIR "/scenarios/one-clinic.toml";

std::string contents(const std::string& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}
std::string first_message(const Loaded& loaded) {
    return loaded.diagnostics.empty() ? "" : loaded.diagnostics[0].message;
}

TEST(Load, ReadsTheExampleWithoutAnyMessage) {
    const Loaded loaded = load(example);
    EXPECT_EQ(all_messages(loaded), "");
    ASSERT_TRUE(loaded.scenario);
    EXPECT_EQ(loaded.text, contents(example));
    int clinicians = 0;
    for (const Unit& unit : loaded.scenario->units)
        for (const int posts : unit.posts) clinicians += posts;
    EXPECT_EQ(clinicians, 60);
}

TEST(Load, TellsInWordsWhatIsNoFile) {
    EXPECT_EQ(first_message(load("/nowhere/x.toml")), "there is no file `/nowhere/x.toml`");
    EXPECT_EQ(first_message(load("/tmp")), "`/tmp` is a folder, not a file");
    EXPECT_EQ(first_message(load("/dev/null")), "`/dev/null` is empty");
    EXPECT_EQ(first_message(load("/dev/zero")), "`/dev/zero` is larger than 4 MiB");
}

TEST(Load, ResolvesToATextThatLoadsToTheSameFingerprint) {
    for (const std::string lines :
         {"",
          "[plan]\norder = { lead_time = { dist = \"empirical\", file = \"orders_few.csv\", column = \"lead "
          "time\", unit = \"days\" } }\n[[site]]\nname = \"Lakeside \\\"North\\\"\"\nunits = { file = "
          "\"units_fine.csv\" }\n[[wave]]\nname = \"two\"\nunits = [\"ED\", \"OR, main\"]\n"}) {
        const Loaded first = load_over_base(
            lines,
            {.overrides = {"team.integration.staff=7", "scenario.start=2027-02-01"}, .horizon = "18 months"});
        ASSERT_TRUE(first.scenario) << all_messages(first);
        const Loaded again = load_text(first.resolved, {}, "/elsewhere/resolved.toml");
        ASSERT_TRUE(again.scenario) << all_messages(again) << first.resolved;
        EXPECT_EQ(again.resolved, first.resolved);
        EXPECT_EQ(again.fingerprint, first.fingerprint);
        EXPECT_EQ(again.scenario->teams[TeamId{0}].staff, 7);
        EXPECT_EQ(again.scenario->header.horizon, Duration::seconds(18 * one_month.count()));
    }
}

TEST(Load, FingerprintsWhatTheScenarioSaysAndNotItsComments) {
    const std::string text = contents(example);
    EXPECT_EQ(load_text(text).fingerprint, load_text(text + "\n# a remark\n").fingerprint);
    EXPECT_NE(load_text(text).fingerprint, load_text(text, {.overrides = {"team.it.staff=4"}}).fingerprint);
}

TEST(Overlay, StopsAtVeryLongChains) {
    const auto folder = std::filesystem::path{testing::TempDir()} / "golive_chain";
    std::filesystem::create_directories(folder);
    for (int i = 0; i < 30; ++i)
        std::ofstream{folder / (std::to_string(i) + ".toml")} << "extends = \"" << i + 1 << ".toml\"\n";
    EXPECT_EQ(first_message(load(folder / "0.toml")), "more than 16 scenarios extend each other");
    std::filesystem::remove_all(folder);
}

TEST(Overlay, SeeksBasesAndTablesNextToTheFileThatNamesThem) {
    const auto folder = std::filesystem::path{testing::TempDir()} / "golive_overlay";
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "option.toml"} << "extends = \"" << golden_folder
                                          << "valid.base\"\n[team.integration]\nstaff = 8\n";
    const Loaded loaded = load(folder / "option.toml");
    std::filesystem::remove_all(folder);
    ASSERT_TRUE(loaded.scenario) << all_messages(loaded);
    EXPECT_EQ(loaded.scenario->teams[TeamId{0}].staff, 8);
}

TEST(Overlay, ReplacesLawsAsAWholeAndMergesTheRest) {
    const Loaded loaded = load_over_base(
        "[plan]\norder = { lead_time = { dist = \"exponential\", mean = \"9 weeks\" } "
        "}\n[technology.smartphone]\ndevice = { ratio = 0.5 }\n");
    ASSERT_TRUE(loaded.scenario) << all_messages(loaded);
    const DeviceRule& device = *loaded.scenario->technologies[TechnologyId{0}].device;
    EXPECT_EQ(device.ratio, 0.5);
    EXPECT_EQ(device.price.typical(), Money::units(750)) << "from the base";
}

struct Setting {
    std::string typed;
    int (*value)(const Scenario&);
    int expected;
};

TEST(Override, SetsKeysByPathWhateverTheNames) {
    const std::vector<Setting> settings{
        {"team.integration.staff=9", [](const Scenario& s) { return s.teams[TeamId{0}].staff; }, 9},
        {"site.Riverside.unit.4 East.nurse=40",
         [](const Scenario& s) { return s.units[UnitId{1}].posts[RoleId{0}]; }, 40},
        {"body.steering.rule=unanimous",
         [](const Scenario& s) { return static_cast<int>(s.bodies[BodyId{0}].rule); },
         static_cast<int>(VotingRule::unanimous)},
        {"plan.train.start = 6 weeks before target",
         [](const Scenario& s) {
             return static_cast<int>(s.plan[ActivityId{4}].earliest.after_target->in_weeks());
         },
         -6},
        {"technology.smartphone.device.ratio=2",
         [](const Scenario& s) { return static_cast<int>(s.technologies[TechnologyId{0}].device->ratio); },
         2},
        {"role.nurse.shift.length=8 h",
         [](const Scenario& s) { return static_cast<int>(s.roles[RoleId{0}].shift_length.in_hours()); }, 8},
        {"superusers.share=10 %",
         [](const Scenario& s) { return static_cast<int>(s.superusers->share.value() * 100); }, 10},
        {"plan.order.lead_time={ dist = \"uniform\", min = \"2 weeks\", max = \"4 weeks\" }",
         [](const Scenario& s) {
             return static_cast<int>(
                 std::get<Procure>(s.plan[ActivityId{1}].step).lead_time.typical().in_weeks());
         },
         3},
        {"wave.one.target=2027-07-05",
         [](const Scenario& s) {
             return static_cast<int>((*s.waves[WaveId{0}].target - s.header.start).count());
         },
         182},
    };
    for (const Setting& setting : settings) {
        const Loaded loaded = load_over_base("", {.overrides = {setting.typed}});
        ASSERT_TRUE(loaded.scenario) << setting.typed << "\n" << all_messages(loaded);
        EXPECT_EQ(setting.value(*loaded.scenario), setting.expected) << setting.typed;
    }
}

TEST(Override, PointsIntoWhatWasTyped) {
    const auto message = [](const std::string& typed) {
        return all_messages(load_over_base("", {.overrides = {typed}}));
    };
    EXPECT_EQ(message("body.steering.rule=unanimos"),
              "error: `unanimos` is not a word that `rule` takes\n  --> --set\n  |\n1 | "
              "body.steering.rule=unanimos\n  |                    ^^^^^^^^ did you mean `unanimous`?\n");
    EXPECT_EQ(message("body.stering.rule=unanimous"),
              "error: there is no body `stering`\n  --> --set\n  |\n1 | body.stering.rule=unanimous\n  |     "
              " ^^^^^^^^^^^^ did you mean `steering`?\n");
    EXPECT_EQ(
        message("site.Riverside.unit.5 East.nurse=3"),
        "error: there is no `5 East.nurse` in `site.Riverside.unit`\n  --> --set\n  |\n1 | "
        "site.Riverside.unit.5 East.nurse=3\n  |                     ^^^^^^^^^^^^ did you mean `4 East`?\n");
    EXPECT_EQ(message("team.integration.stff=3"),
              "error: unknown key `stff` in team `integration`\n  --> --set\n  |\n1 | "
              "team.integration.stff=3\n  |                  ^^^^ did you mean `staff`?\n");
    EXPECT_NE(message("horizon").find("--set takes path.to.key=value"), std::string::npos);
    EXPECT_NE(message("team.integration.staff=").find("no value"), std::string::npos);
    EXPECT_NE(message("team.integration.staff.x=3").find("it has no keys"), std::string::npos);
    EXPECT_NE(message("scenario.horizon=60 years").find("50 years is the most"), std::string::npos);
}

TEST(Assumptions, TellDefaultsFromChoices) {
    const Loaded loaded = load_over_base("[team.integration]\nfocus = \"5 h per day\"\n",
                                         {.overrides = {"course.basics.seats=12"}});
    const auto find = [&](const std::string& path) {
        const auto found = std::find_if(loaded.assumptions.begin(), loaded.assumptions.end(),
                                        [&](const Assumption& a) { return a.path == path; });
        return found == loaded.assumptions.end() ? Assumption{} : *found;
    };
    const Assumption focus = find("team.integration.focus"), seats = find("course.basics.seats"),
                     peers = find("adoption.peers"), price = find("technology.smartphone.device.price"),
                     wage = find("costs.elbow_wage");
    EXPECT_EQ(focus.value, "5 h per day");
    EXPECT_EQ(focus.origin, golden_folder + "test.toml:3");
    EXPECT_EQ(seats.origin, "--set");
    EXPECT_EQ(peers.origin, "default");
    EXPECT_EQ(peers.grade, "D");
    EXPECT_EQ(peers.value, "p10 0.4, p50 0.7, p90 1.0, vary run");
    EXPECT_EQ(peers.range_high, "3");
    EXPECT_EQ(price.origin, golden_folder + "valid.base:27");
    EXPECT_EQ(wage.value, "$85 per h");
    EXPECT_EQ(find("site.*.unit.*.workload").origin, "default") << "told once for all units";
}

TEST(Assumptions, LoadFromTheirOwnPaths) {
    const Loaded loaded = load(example);
    for (const Assumption& assumption : loaded.assumptions) {
        if (assumption.path.find('*') != std::string::npos || assumption.range_low.empty()) continue;
        const Loaded low = load(example, {.overrides = {assumption.path + "=" + assumption.range_low}});
        EXPECT_TRUE(low.scenario || all_messages(low).find("overlap") != std::string::npos)
            << assumption.path << "\n"
            << all_messages(low);
    }
}

/// A byte changed, taken out or put in, a few times over; what is inserted is often what TOML
/// has meaning for.
std::string mutated(std::string text, std::mt19937_64& random) {
    static const std::string meaningful = "[]{}=.,\"'#\n\\ -+%$0123456789eE_:abT\xC3\xA9\x00\xFF";
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    for (std::size_t times = 1 + below(6); times > 0; --times) {
        const std::size_t at = below(text.size());
        const char c = below(4) == 0 ? static_cast<char>(below(256)) : meaningful[below(meaningful.size())];
        switch (below(4)) {
            case 0:
                text[at] = c;
                break;
            case 1:
                text.insert(at, 1, c);
                break;
            case 2:
                text.erase(at, 1 + below(8));
                break;
            default:
                text.insert(at, text.substr(below(text.size()), 1 + below(40)));
        }
    }
    return text;
}

TEST(Load, SurvivesTenThousandMutationsWithAPlaceOrAScenario) {
    const std::string text = contents(example);
    std::mt19937_64 random{20270104};
    int loads = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::string bytes = mutated(text, random);
        const Loaded loaded = load_text(bytes);
        loads += loaded.scenario ? 1 : 0;
        if (loaded.scenario) continue;
        ASSERT_FALSE(loaded.diagnostics.empty()) << i;
        for (const Diagnostic& diagnostic : loaded.diagnostics) {
            ASSERT_FALSE(diagnostic.message.empty()) << i;
            ASSERT_TRUE(diagnostic.line > 0 || !diagnostic.file.empty() ||
                        diagnostic.severity == Severity::note)
                << i << diagnostic.message;
            ASSERT_FALSE(render(diagnostic, Colour::ansi).empty());
        }
    }
    EXPECT_GT(loads, 500) << "mutations in comments and names do not spoil a scenario";
    EXPECT_LT(loads, 9500);
}

}  // namespace
}  // namespace golive::scenario
