//! A batch explained as it comes in, and what it gains without its longest wait.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

#include <gmock/gmock.h>

#include <golive/study/explanation.hpp>

namespace golive::study {
namespace {

using namespace model::testing;

/// An order takes a month or two, and the go-live waits for it.
std::string ordering(std::string_view horizon) {
    return starting(horizon) + std::string{everyday_nurse} + one_unit(4) + R"(
[[wave]]
name = "all"
units = ["Hill"]
target = 2027-03-01
[technology.phone]
purposes = ["messaging"]
device = { for = "nurse on shift" }
[team.it]
staff = 2
background = []
[plan]
order = { kind = "procure", lead_time = { p10 = "4 weeks", p50 = "6 weeks", p90 = "8 weeks" } }
stage = { kind = "deploy", team = "it", after = ["order"] }
live = { kind = "go_live", after = ["stage"] }
)";
}

constexpr Futures ten{.seed = seed, .first = 0, .count = 10, .threads = 2};

/// Notes what it is told.
class Notes : public Observer {
 public:
    void begin(const model::Blueprint&, std::uint64_t futures, const std::string& what) override {
        told.push_back(fmt::format("{} {}", futures, what));
    }
    void accept(const model::Result&) override { ++results; }
    std::vector<std::string> told;
    int results = 0;
};

TEST(Explanation, IsMadeOfABatchAndTriesTheLongestWaitFirst) {
    const model::Blueprint blueprint = blueprint_of(ordering("20 weeks"));
    Explanation explanation{blueprint.catalogue(), blueprint};
    Scalars base{blueprint.catalogue()};
    Notes notes;
    EXPECT_TRUE(play(blueprint, ten, "as it is", explanation, notes, {}));
    EXPECT_TRUE(play(blueprint, ten, "as it is", base, notes, {}));
    EXPECT_EQ(explanation.delays().replications(), 10U);
    EXPECT_TRUE(explanation.held_up().empty());
    ASSERT_FALSE(explanation.levers().empty());
    EXPECT_EQ(name_of(explanation.levers().front().lever, blueprint.catalogue()), "delivery, phone");
    EXPECT_TRUE(explanation.relieve(1, ten, base, notes, {}));
    ASSERT_EQ(explanation.gains().size(), 1U);
    EXPECT_GT(explanation.gains().front().days, 14);
    EXPECT_EQ(explanation.gains().front().futures, 10U);
    EXPECT_THAT(notes.told, testing::ElementsAre("10 as it is", "10 as it is", "10 without delivery, phone"));
    EXPECT_EQ(notes.results, 30);
}

TEST(Explanation, SaysWhatHoldsUpThatIsNeverLive) {
    const model::Blueprint blueprint = blueprint_of(ordering("2 weeks"));
    Explanation explanation{blueprint.catalogue(), blueprint};
    Observer nobody;
    EXPECT_TRUE(play(blueprint, ten, "as it is", explanation, nobody, {}));
    ASSERT_EQ(explanation.held_up().size(), 1U);
    EXPECT_EQ(explanation.held_up().front().activity, "order");
    EXPECT_EQ(explanation.held_up().front().futures, 10U);
}

TEST(Explanation, StopsWhenAskedTo) {
    const model::Blueprint blueprint = blueprint_of(ordering("20 weeks"));
    Explanation explanation{blueprint.catalogue(), blueprint};
    Scalars base{blueprint.catalogue()};
    Observer nobody;
    EXPECT_TRUE(play(blueprint, ten, "as it is", explanation, nobody, {}));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(explanation.relieve(5, ten, base, nobody, stop.get_token()));
    EXPECT_TRUE(explanation.gains().empty());
}

TEST(Explanation, WithoutAScenarioHasNothingToTry) {
    const model::Blueprint blueprint = blueprint_of(ordering("20 weeks"));
    Explanation explanation{blueprint.catalogue(), {}};
    Observer nobody;
    EXPECT_TRUE(play(blueprint, ten, "as it is", explanation, nobody, {}));
    EXPECT_EQ(explanation.delays().last().futures(), 10U);
    EXPECT_TRUE(explanation.levers().empty());
}

TEST(Futures, AreGivenAgainByTheSameProgram) {
    const model::Blueprint blueprint = blueprint_of(ordering("20 weeks"));
    const std::uint64_t fingerprint = model::simulate(blueprint, 3, 5).fingerprint;
    EXPECT_TRUE(gives_again(blueprint, 3, 5, fingerprint));
    EXPECT_FALSE(gives_again(blueprint, 3, 6, fingerprint));
}

TEST(Blueprint, IsThatOfACatalogueOrNone) {
    const std::string text = ordering("20 weeks");
    const model::Catalogue catalogue = blueprint_of(text).catalogue();
    EXPECT_TRUE(study::blueprint_for(text, catalogue));
    EXPECT_FALSE(study::blueprint_for(text + "[novelty]\nx = 1\n", catalogue));
    model::Catalogue another = catalogue;
    another.causes.pop_back();
    EXPECT_FALSE(study::blueprint_for(text, another));
}

}  // namespace
}  // namespace golive::study
