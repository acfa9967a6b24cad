//! What ought to change nothing changes nothing, to the last bit.
// SPDX-License-Identifier: Apache-2.0
#include "outcomes.hpp"

namespace golive::model::testing {
namespace {

const scenario::LoadOptions a_year{.horizon = "60 weeks"};

/// The main example with an addition, against the main example.
void expect_no_effect(
    const std::string& addition, const scenario::LoadOptions& options = a_year,
    const Wanted& wanted = [](const std::string&) { return true; }) {
    const std::string text = text_of("clinical-mobility.toml");
    const History without_it{blueprint_of_text(text, options), 4};
    const History with_it{blueprint_of_text(text + addition, options), 4};
    expect_same(outcomes_of(without_it), outcomes_of(with_it), 10'000, wanted);
}

TEST(Neutral, ATeamThatNobodyUses) {
    expect_no_effect(
        "\n[team.ghosts]\nstaff = 3\nbackground = [{ class = \"incident\", rate = \"9 per week\" }]\n");
}

TEST(Neutral, ABodyThatNobodyAsks) {
    expect_no_effect("\n[body.ghosts]\nmembers = { clinical = 3, finance = 8 }\n");
}

/// Nor devices: a technology that asks for some, and has none, lowers the share of devices that work.
TEST(Neutral, ATechnologyThatNobodyHasWorkFor) {
    expect_no_effect("\n[technology.ghost]\npurposes = [\"haunting\"]\nlicence = \"$100 per year\"\n");
}

TEST(Neutral, ACourseThatNobodyTeaches) {
    expect_no_effect(
        "\n[course.ghosts]\ntechnology = \"smartphone\"\nroles = [\"nurse\"]\ninstructors = "
        "\"trainers\"\nrefresher_after = \"4 weeks\"\n");
}

TEST(Neutral, AMilestoneMore) {
    expect_no_effect("\n[plan.look]\nkind = \"milestone\"\nafter = [\"hypercare\"]\n");
}

/// Its people call the help desk about other things and leave like all others: that much is shared. The rest
/// is not.
TEST(Neutral, AUnitOutsideAllWaves) {
    scenario::LoadOptions quiet = a_year;
    quiet.overrides = {"team.help-desk.other_calls=0 per month"};
    const std::string elsewhere =
        "\n[[site]]\nname = \"Elsewhere\"\n[[site.unit]]\nname = \"Far\"\nkind = \"ward\"\nnurse = 30\nbeds "
        "= 20\n";
    std::string text = text_of("clinical-mobility.toml");
    const History without_it{blueprint_of_text(text, quiet), 4};
    const History with_it{blueprint_of_text(text + elsewhere, quiet), 4};
    expect_same(steps_of(without_it), steps_of(with_it), 500);
    expect_same(series_of(without_it), series_of(with_it), 10'000,
                [](const std::string& name) { return !name.starts_with("network"); });
    expect_same(scalars_of(without_it), scalars_of(with_it), 20, [](const std::string& name) {
        return name.starts_with("scalar phones-live") ||
               (name.starts_with("scalar cost.") && name != "scalar cost.turnover") ||
               name.starts_with("scalar clinician_hours") || name.starts_with("scalar help_") ||
               name.starts_with("scalar adoption_6");
    });
}

TEST(Neutral, SuperusersOfWhomThereAreNone) {
    const std::string text = text_of("one-clinic.toml");
    const Blueprint nobody = blueprint_of_text(text, {.overrides = {"superusers.share=0 %"}});
    const Blueprint no_section = blueprint_of_text(without(text, "[superusers]"));
    for (std::uint64_t r = 0; r < 10; ++r) {
        const History a{nobody, r}, b{no_section, r};
        expect_same(outcomes_of(a), outcomes_of(b), 1000);
        EXPECT_EQ(a.result().fingerprint, b.result().fingerprint);
    }
}

TEST(Neutral, AWorkforceThatNeverLeaves) {
    const std::string text = text_of("one-clinic.toml");
    const scenario::LoadOptions loyal{
        .overrides = {"role.nurse.turnover=0 % per year", "role.physician.turnover=0 % per year"}};
    for (std::uint64_t r = 0; r < 5; ++r) {
        const History a{blueprint_of_text(text, loyal), r},
            b{blueprint_of_text(without(text, "[workforce]")), r};
        expect_same(outcomes_of(a), outcomes_of(b), 1000);
    }
}

TEST(Neutral, WaitingLongerForTheEnd) {
    const std::string text = text_of("one-clinic.toml");
    const History shorter{blueprint_of_text(text, {.horizon = "26 weeks"}), 6};
    const History longer{blueprint_of_text(text, {.horizon = "52 weeks"}), 6};
    expect_same(series_of(shorter), series_of(longer), 1000);
    expect_same(steps_of(shorter), steps_of(longer), 5, [&](const std::string& name) {
        return name.starts_with("finished") && !std::isnan(steps_of(shorter)[name]);
    });
}

TEST(Neutral, SayingWhatIsSaidAlready) {
    const std::string text = text_of("one-clinic.toml");
    const History a{blueprint_of_text(text), 2};
    const History b{blueprint_of_text(text, {.overrides = {"course.basics.seats=8", "adoption.memory=10"}}),
                    2};
    expect_same(outcomes_of(a), outcomes_of(b), 1000);
    EXPECT_EQ(a.result().fingerprint, b.result().fingerprint);
}

}  // namespace
}  // namespace golive::model::testing
