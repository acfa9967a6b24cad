//! Each kind of waiting in a small plan that has it, and the same plan without: it is gone, and nothing
//! else has changed.
// SPDX-License-Identifier: Apache-2.0
#include "small_hospital.hpp"

#include <cmath>
#include <ostream>

#include <golive/model/cause.hpp>
#include <golive/study/relief.hpp>

namespace golive::study {
namespace {

using model::Cause;
using namespace model::testing;

std::size_t index_of(Cause cause) { return static_cast<std::size_t>(cause); }

std::string plan_of(std::string_view plan, std::string_view rest = "") {
    return starting("40 weeks") + std::string{everyday_nurse} + one_unit(10) + std::string{indifferent} +
           std::string{rest} + "[plan]\n" + std::string{plan};
}

constexpr std::string_view phone = "[technology.phone]\npurposes = [\"messaging\"]\n";
constexpr std::string_view one_wave_in_march =
    "[[wave]]\nname = \"all\"\nunits = [\"Hill\"]\ntarget = 2027-03-01\n";

constexpr std::string_view phone_with_device = R"(
[technology.phone]
purposes = ["messaging"]
[technology.phone.device]
for = "nurse on shift"
guess = 1
[team.it]
staff = 2
background = []
)";

constexpr std::string_view class_of_two = R"(
[team.trainers]
staff = 1
background = []
[course.basics]
technology = "phone"
instructors = "trainers"
seats = 2
no_show = "0 %"
release = "20 %"
)";

/// Weekly, with the members that `keys` say.
std::string board(std::string_view keys) {
    return "[governance]\n[body.board]\nmeets = \"every 1 week\"\nother_items = \"0 per month\"\n" +
           std::string{keys} + "\n";
}

/// How a day's waiting may be left: what it is for opens at six in the morning, at eight, at ten ...
struct Waiting {
    const char* name;
    Cause cause;
    std::string owner;
    std::string step;  ///< that waits
    std::string text;
    double left_days = 0;  ///< of it, at most, when it is relieved
};

void PrintTo(const Waiting& waiting, std::ostream* out) { *out << waiting.name; }

/// The instance of a step that is for everyone.
std::string instance_of(const model::Catalogue& catalogue, const std::string& step) {
    for (const model::InstanceInfo& info : catalogue.instances)
        if (info.name.starts_with(step + "/")) return info.name;
    throw Error{ErrorKind::model, "no step is called " + step};
}

std::vector<Waiting> all_kinds_of_waiting() {
    const std::string phones{phone};
    return {
        {"date", Cause::planned_date, "", "live",
         plan_of("live = { kind = \"go_live\", start = \"at target\" }\n",
                 phones + std::string{one_wave_in_march}),
         0.25},  // go-lives are a morning's work
        {"training", Cause::gate_training, "live", "live",
         plan_of(
             "train = { kind = \"train\" }\nlive = { kind = \"go_live\", needs = { trained = \"90 %\" } }\n",
             phones + std::string{class_of_two})},
        {"devices", Cause::gate_devices, "live", "live",
         plan_of("order = { kind = \"procure\", lead_time = \"30 days\" }\n"
                 "stage = { kind = \"deploy\", after = [\"order\"], team = \"it\" }\n"
                 "live = { kind = \"go_live\", needs = { deployed = \"100 %\" } }\n",
                 phone_with_device)},
        {"adoption", Cause::gate_adoption, "goodbye", "goodbye",
         plan_of("live = { kind = \"go_live\" }\n"
                 "goodbye = { kind = \"retire\", team = \"it\", after = [\"live\"], needs = { adopted = \"50 "
                 "%\" } }\n",
                 "[technology.phone]\npurposes = [\"messaging\"]\nreplaces = [\"pagers\"]\n"
                 "[team.it]\nstaff = 2\nbackground = []\n")},
        {"technology", Cause::gate_technology, "", "second",
         plan_of("first = { kind = \"go_live\", technology = \"base\", start = 2027-02-01 }\n"
                 "second = { kind = \"go_live\", technology = \"top\" }\n",
                 "[technology.base]\npurposes = [\"messaging\"]\n"
                 "[technology.top]\npurposes = [\"messaging\"]\nneeds = [\"base\"]\n")},
        {"freeze", Cause::freeze, "", "live",
         plan_of("live = { kind = \"go_live\" }\n",
                 phones + "[calendar]\nfreeze = [{ from = 2027-01-04, to = 2027-02-01 }]\n")},
        {"agenda", Cause::agenda, "board", "approve",
         plan_of("approve = { kind = \"decision\", bodies = [\"board\"], start = 2027-01-12 }\n",
                 phones + board("members = { clinical = 4 }\nattendance = \"100 %\"\napproval = \"100 %\"")),
         10.0 / 24},  // it meets at ten
        {"quorum", Cause::no_quorum, "board", "approve",
         plan_of("approve = { kind = \"decision\", bodies = [\"board\"] }\n",
                 phones + board("members = { clinical = 5 }\nattendance = \"40 %\"\nquorum = \"60 %\"\n"
                                "approval = \"100 %\""))},
        {"quorum_of_one", Cause::no_quorum, "board", "approve",
         plan_of("approve = { kind = \"decision\", bodies = [\"board\"] }\n",
                 phones + board("members = { clinical = 1 }\nattendance = \"40 %\"\napproval = \"100 %\""))},
        {"majority", Cause::rework, "board", "approve",
         plan_of("approve = { kind = \"decision\", bodies = [\"board\"] }\n",
                 phones + board("members = { clinical = 5 }\nattendance = \"100 %\"\napproval = \"40 %\""))},
        {"unanimous_and_many", Cause::rework, "board", "approve",
         plan_of("approve = { kind = \"decision\", bodies = [\"board\"] }\n",
                 phones + board("members = { clinical = 40 }\nattendance = \"100 %\"\napproval = \"95 %\"\n"
                                "rule = \"unanimous\""))},
        {"weighted", Cause::rework, "board", "approve",
         plan_of(
             "approve = { kind = \"decision\", bodies = [\"board\"] }\n",
             phones + board("members = { clinical = 1, it = 6 }\nattendance = \"60 %\"\nquorum = \"0 %\"\n"
                            "rule = \"weighted\"\nweight = { clinical = 1, it = 0 }"))},
        {"empowered", Cause::rework, "board", "approve",
         plan_of("approve = { kind = \"decision\", bodies = [\"board\"] }\n",
                 phones + board("members = { clinical = 1 }\napproval = \"30 %\"\nrule = \"empowered\""))},
        {"team", Cause::team_queue, "it", "second",
         plan_of("first = { kind = \"security_review\", team = \"it\", effort = \"100 h\" }\n"
                 "second = { kind = \"security_review\", team = \"it\", effort = \"10 h\" }\n",
                 phones + "[team.it]\nstaff = 1\nbackground = []\n"),
         8.0 / 24},  // the office opens at eight
        {"paper", Cause::team_queue, "it", "approve",
         plan_of("first = { kind = \"security_review\", team = \"it\", effort = \"100 h\" }\n"
                 "approve = { kind = \"decision\", bodies = [\"board\"] }\n",
                 phones + "[team.it]\nstaff = 1\nbackground = []\n" +
                     board("members = { clinical = 4 }\nattendance = \"100 %\"\napproval = \"100 %\"\n"
                           "paper = { team = \"it\", effort = \"5 h\" }")),
         8.0 / 24},
        {"first_line", Cause::team_queue, "help-desk", "second",
         plan_of("first = { kind = \"security_review\", team = \"help-desk\", effort = \"100 h\" }\n"
                 "second = { kind = \"security_review\", team = \"help-desk\", effort = \"10 h\" }\n",
                 phones + "[support]\n[team.help-desk]\nstaff = 1\nbackground = []\n"),
         8.0 / 24},
        {"incidents", Cause::interruption, "it", "review",
         plan_of("review = { kind = \"security_review\", team = \"it\", effort = \"100 h\" }\n",
                 phones +
                     "[team.it]\nstaff = 1\nbackground = [{ class = \"incident\", rate = \"5 per week\", "
                     "effort = \"4 h\" }]\n")},
        {"mandate", Cause::interruption, "it", "review",
         plan_of("review = { kind = \"security_review\", team = \"it\", effort = \"100 h\" }\n",
                 phones + "[team.it]\nstaff = 1\nbackground = []\norder = [\"mandate\", \"maintenance\"]\n"
                          "[mandate.rules]\ndate = 2027-01-11\nteam = \"it\"\neffort = \"60 h\"\n")},
        {"delivery", Cause::delivery, "phone", "order",
         plan_of("order = { kind = \"procure\", lead_time = \"30 days\", batches = 3, batch_interval = \"2 "
                 "weeks\" }\n",
                 phone_with_device)},
        {"budget", Cause::budget, "", "build.messaging",
         plan_of("build = { kind = \"build\" }\n",
                 "[technology.phone]\npurposes = [\"messaging\"]\n"
                 "integration = { messaging = { team = \"it\", effort = \"200 h\", people = 1 } }\n"
                 "[team.it]\nstaff = 1\nwage = \"$60 per h\"\nbackground = []\n"
                 "[budget]\ntotal = \"$10,000\"\nredesign_share = \"0 %\"\nexhausted = \"reapprove\"\n"
                 "top_up = \"10 %\"\ngrants = 30\n" +
                     board("members = { finance = 4 }\nattendance = \"100 %\"\napproval = \"100 %\""))},
        {"roadmap", Cause::roadmap, "", "second",
         plan_of("first = { kind = \"go_live\", technology = \"base\", start = 2027-02-01 }\n"
                 "second = { kind = \"go_live\", technology = \"top\" }\n",
                 "[technology.base]\npurposes = [\"messaging\"]\nlevel = 1\n"
                 "[technology.top]\npurposes = [\"messaging\"]\nlevel = 2\n"
                 "[digital_officer]\nin_progress = 1\n")},
        {"refusal", Cause::refusal, "it", "change.b",
         plan_of("live = { kind = \"go_live\" }\n"
                 "change = { kind = \"build\", builds = [\"b\"], start = 2027-01-11 }\n",
                 "[technology.phone]\npurposes = [\"a\", \"b\"]\n[technology.phone.integration]\n"
                 "a = { team = \"it\", effort = \"9 h\" }\nb = { team = \"it\", effort = \"9 h\" }\n"
                 "[team.it]\nstaff = 1\nstabilisation = \"4 weeks\"\nbackground = []\n")},
        {"seats", Cause::seats, "basics", "train",
         plan_of("train = { kind = \"train\" }\n", phones + std::string{class_of_two}), 8.0 / 24},
    };
}

class Relieving : public testing::TestWithParam<Waiting> {};

/// Luck is chosen so that ending a wait brings nothing but time: with other odds an item that comes to
/// another meeting may be refused there, and a class on another day may miss somebody.
TEST_P(Relieving, EndsTheWaitingAndNothingComesLater) {
    const Waiting& waiting = GetParam();
    const model::Blueprint base = blueprint_of(waiting.text);
    const Lever lever{index_of(waiting.cause), waiting.owner};
    const Relief relief = relieved(base.scenario(), lever);
    const model::Blueprint without{relief.scenario};
    EXPECT_NE(relief.how, "");
    double waited = 0;
    const std::string step = instance_of(base.catalogue(), waiting.step);
    const std::string cause{model::cause_names[waiting.cause]};
    for (std::uint64_t replication = 0; replication < 20; ++replication) {
        const History before{base, replication}, after{without, replication};
        EXPECT_EQ(lever_of(base, before.instance_index(step), lever.cause), lever);
        waited += before.cause_days(step, cause);
        EXPECT_LE(after.cause_days(step, cause), waiting.left_days + 1e-9) << "replication " << replication;
        ASSERT_FALSE(std::isnan(after.instance(step).finished)) << relief.how;
        if (!std::isnan(before.instance(step).finished)) {
            EXPECT_LE(after.instance(step).finished, before.instance(step).finished + 1e-9)
                << "replication " << replication;
        }
    }
    EXPECT_GT(waited / 20, waiting.left_days + 1) << "the plan has nothing to relieve";
}

TEST_P(Relieving, OfAllOwnersIncludesTheOne) {
    const Waiting& waiting = GetParam();
    const model::Blueprint base = blueprint_of(waiting.text);
    const Relief relief = relieved(base.scenario(), {index_of(waiting.cause), ""});
    const History after{model::Blueprint{relief.scenario}};
    const std::string step = instance_of(base.catalogue(), waiting.step);
    EXPECT_LE(after.cause_days(step, model::cause_names[waiting.cause]), waiting.left_days + 1e-9);
    EXPECT_NE(relief.how.front(), ' ');
}

class RelievingSomebodyElse : public Relieving {};

TEST_P(RelievingSomebodyElse, ChangesNothing) {
    const Waiting& waiting = GetParam();
    const model::Blueprint base = blueprint_of(waiting.text);
    const Relief relief = relieved(base.scenario(), {index_of(waiting.cause), "somebody else"});
    EXPECT_EQ(History{base}.result().fingerprint,
              History{model::Blueprint{relief.scenario}}.result().fingerprint);
}

constexpr auto name_of_waiting = [](const auto& tested) { return std::string{tested.param.name}; };

std::vector<Waiting> with_an_owner() {
    std::vector<Waiting> all = all_kinds_of_waiting();
    std::erase_if(all, [](const Waiting& waiting) { return waiting.owner.empty(); });
    return all;
}

INSTANTIATE_TEST_SUITE_P(Each, Relieving, testing::ValuesIn(all_kinds_of_waiting()), name_of_waiting);
INSTANTIATE_TEST_SUITE_P(Each, RelievingSomebodyElse, testing::ValuesIn(with_an_owner()), name_of_waiting);

/// A wait that a plan does not have is worth nothing, to the bit.
TEST(Relief, OfWhatDoesNotOccurChangesNoBit) {
    const model::Blueprint base = blueprint_of(
        plan_of("approve = { kind = \"decision\", bodies = [\"board\"] }\n"
                "live = { kind = \"go_live\", after = [\"approve\"] }\n",
                std::string{phone} + "[team.it]\nstaff = 3\n" + board("members = { clinical = 4 }")));
    const std::uint64_t fingerprint = History{base}.result().fingerprint;
    for (const Cause cause : {Cause::planned_date, Cause::gate_training, Cause::gate_devices,
                              Cause::gate_adoption, Cause::gate_technology, Cause::freeze, Cause::delivery,
                              Cause::budget, Cause::roadmap, Cause::refusal, Cause::seats}) {
        const Relief relief = relieved(base.scenario(), {index_of(cause), ""});
        const History after{model::Blueprint{relief.scenario}};
        EXPECT_EQ(after.result().fingerprint, fingerprint) << model::cause_names[cause];
    }
}

TEST(Relief, OfOneBodyLeavesTheOtherAsItIs) {
    const std::string second =
        "[body.council]\nmeets = \"every 1 week\"\nother_items = \"0 per month\"\n"
        "members = { clinical = 4 }\nattendance = \"100 %\"\napproval = \"100 %\"\n";
    const model::Blueprint base = blueprint_of(plan_of(
        "one = { kind = \"decision\", bodies = [\"board\"], start = 2027-01-12 }\n"
        "two = { kind = \"decision\", bodies = [\"council\"], start = 2027-01-12 }\n"
        "both = { kind = \"decision\", bodies = [\"board\", \"council\"], start = 2027-01-12 }\n",
        std::string{phone} +
            board("members = { clinical = 4 }\nattendance = \"100 %\"\napproval = \"100 %\"") + second));
    const History before{base};
    const Relief relief = relieved(base.scenario(), {index_of(Cause::agenda), "board"});
    const History after{model::Blueprint{relief.scenario}};
    EXPECT_GT(before.cause_days("one/network", "agenda"), 5);
    EXPECT_LT(after.cause_days("one/network", "agenda"), 1);
    EXPECT_EQ(after.instance("two/network").finished, before.instance("two/network").finished);
    // What several bodies decide is in no single one's hands.
    EXPECT_EQ(lever_of(base, before.instance_index("both/network"), index_of(Cause::agenda)).owner, "");
}

/// Orders that fall short are found out once a week: what is missing is ordered then, and comes at once.
TEST(Relief, OfDeliveryLeavesTheWeekInWhichAShortfallIsNoticed) {
    std::string devices{phone_with_device};
    devices.replace(devices.find("guess = 1"), 9, "guess = 0.5");
    const model::Blueprint base =
        blueprint_of(plan_of("order = { kind = \"procure\", lead_time = \"30 days\" }\n"
                             "stage = { kind = \"deploy\", after = [\"order\"], team = \"it\" }\n",
                             devices));
    const Relief relief = relieved(base.scenario(), {index_of(Cause::delivery), "phone"});
    const History before{base}, after{model::Blueprint{relief.scenario}};
    const std::string order = instance_of(base.catalogue(), "order");
    const std::string stage = instance_of(base.catalogue(), "stage");
    EXPECT_GT(before.cause_days(stage, "delivery"), 21);
    EXPECT_LE(after.cause_days(stage, "delivery"), 7);
    EXPECT_EQ(after.cause_days(order, "delivery"), 0);
}

TEST(Relief, OfWorkIsNoSuchThing) {
    const model::Blueprint base = blueprint_of(plan_of("a = { kind = \"milestone\" }\n", phone));
    EXPECT_FALSE(can_be_relieved(index_of(Cause::work)));
    EXPECT_THROW((void)relieved(base.scenario(), {index_of(Cause::work), ""}), Error);
}

TEST(Relief, LeavesTheScenarioThatItWasGiven) {
    const model::Blueprint base = blueprint_of(all_kinds_of_waiting().front().text);
    const std::uint64_t fingerprint = History{base}.result().fingerprint;
    for (std::size_t cause = 0; cause < model::cause_count; ++cause)
        if (can_be_relieved(cause)) (void)relieved(base.scenario(), {cause, ""});
    EXPECT_EQ(History{base}.result().fingerprint, fingerprint);
}

}  // namespace
}  // namespace golive::study
