//! Sections that switch a mechanism on: off where the file leaves them out, sensible where it says no more
//! than their name, and what the file says where it says it.
// SPDX-License-Identifier: Apache-2.0
#include "support.hpp"

#include <algorithm>
#include <gtest/gtest.h>

namespace golive::scenario {
namespace {

const std::string every_section = GOLIVE_SOURCE_DIR "/tests/support/every_section.toml";

/// Loads lines over the base; the test fails where there is an error.
std::shared_ptr<const Scenario> read(const std::string& lines) {
    const Loaded loaded = load_over_base(lines);
    EXPECT_TRUE(loaded.scenario) << all_messages(loaded);
    return loaded.scenario ? loaded.scenario : std::make_shared<const Scenario>();
}
template <class Things>
const auto& called(const Things& things, const std::string& name) {
    for (const auto& thing : things)
        if (thing.name == name) return thing;
    throw std::runtime_error{"no " + name};
}
/// What nobody knows has one value for a whole replication, and is not certain.
template <class Quantity>
bool is_unknown(const Uncertain<Quantity>& value) {
    return value.vary() == Vary::run && !value.law().is_constant();
}
Date date(const char* iso) { return *Date::parse(iso); }

TEST(Mechanisms, AreOffWhereTheFileLeavesThemOut) {
    const auto s = read("");
    EXPECT_FALSE(s->alignment || s->embedding || s->budget || s->intake || s->digital_officer);
    EXPECT_FALSE(s->backlog || s->measuring || s->systems || s->early_wins || s->burnout || s->value);
    EXPECT_TRUE(s->mandates.empty());
    EXPECT_FALSE(called(s->teams, "integration").consultants);
    EXPECT_EQ(called(s->teams, "integration").stabilisation, Duration{});
    EXPECT_EQ(s->issues.types, 12) << "a technology has issues whatever the file says";
}

TEST(Mechanisms, CanAllBeOnAtOnceWithoutAWord) {
    const Loaded loaded = load(every_section);
    EXPECT_EQ(all_messages(loaded), "");
    ASSERT_TRUE(loaded.scenario);
    const Scenario& s = *loaded.scenario;
    EXPECT_TRUE(s.workforce && s.support && s.superusers && s.alignment && s.embedding && s.budget);
    EXPECT_TRUE(s.intake && s.digital_officer && s.backlog && s.measuring && s.systems);
    EXPECT_TRUE(s.early_wins && s.burnout && s.value);
    EXPECT_EQ(s.mandates.size(), 2U);
}

/// Both ends of what is plausible can be simulated, one key at a time; some go together only with others,
/// and are told.
TEST(Mechanisms, TakeBothEndsOfWhatIsPlausible) {
    const Loaded loaded = load(every_section);
    int tried = 0;
    for (const Assumption& assumption : loaded.assumptions) {
        if (assumption.path.find('*') != std::string::npos) continue;
        for (const std::string& end : {assumption.range_low, assumption.range_high}) {
            if (end.empty()) continue;
            ++tried;
            const Loaded changed = load(every_section, {.overrides = {assumption.path + "=" + end}});
            if (changed.scenario) continue;
            const std::string messages = all_messages(changed);
            const auto says = [&](const char* what) { return messages.find(what) != std::string::npos; };
            EXPECT_TRUE(says("states of adoption overlap") || says("never comes") ||
                        says("and the network has") || says("`help-desk` is on the phones"))
                << assumption.path << "\n"
                << messages;
        }
    }
    EXPECT_GT(tried, 250);
}

TEST(Mechanisms, ReadIssues) {
    const auto d = read("[issues]\n")->issues;
    EXPECT_EQ(d.presence.value(), 0.5);
    EXPECT_TRUE(is_unknown(d.kind_resemblance) && is_unknown(d.site_resemblance));
    EXPECT_TRUE(is_unknown(d.uses_to_surface) && is_unknown(d.beyond));
    EXPECT_EQ(d.build_effort.vary(), Vary::each) << "every issue has its own";
    const auto i =
        read(
            "[issues]\ntypes = 7\npresence = \"80 %\"\nbeyond = \"10 %\"\nkind_resemblance = \"60 %\"\n"
            "site_resemblance = \"5 %\"\nseverity_spread = 0.3\nuses_to_surface = 900\n"
            "build_effort = \"3 h\"\n")
            ->issues;
    EXPECT_EQ(i.types, 7);
    EXPECT_EQ(i.presence.value(), 0.8);
    EXPECT_EQ(i.beyond.typical().value(), 0.1);
    EXPECT_EQ(i.kind_resemblance.typical().value(), 0.6);
    EXPECT_EQ(i.site_resemblance.typical().value(), 0.05);
    EXPECT_EQ(i.severity_spread.typical(), 0.3);
    EXPECT_EQ(i.uses_to_surface.typical(), 900);
    EXPECT_EQ(i.build_effort.typical(), Duration::hours(3));
}

TEST(Mechanisms, ReadAlignment) {
    const auto d = *read("[alignment]\n")->alignment;
    EXPECT_TRUE(is_unknown(d.alone) && is_unknown(d.embedded) && is_unknown(d.superusers));
    EXPECT_TRUE(is_unknown(d.product_manager) && is_unknown(d.measuring) && is_unknown(d.vote));
    EXPECT_LT(d.alone.typical(), 0.5) << "IT by itself guesses badly";
    const auto a =
        *read(
             "[alignment]\nalone = 0.4\nembedded = \"50 %\"\nsuperusers = \"12 %\"\nproduct_manager = "
             "\"30 %\"\nmeasuring = \"8 %\"\nhalf_life = \"10 weeks\"\nvote = 1.1\n")
             ->alignment;
    EXPECT_EQ(a.alone.typical(), 0.4);
    EXPECT_EQ(a.embedded.typical().value(), 0.5);
    EXPECT_EQ(a.superusers.typical().value(), 0.12);
    EXPECT_EQ(a.product_manager.typical().value(), 0.3);
    EXPECT_EQ(a.measuring.typical().value(), 0.08);
    EXPECT_EQ(a.half_life.typical(), Duration::weeks(10));
    EXPECT_EQ(a.vote.typical(), 1.1);
}

TEST(Mechanisms, ReadEmbedding) {
    const auto d = *read("[embedding]\n")->embedding;
    EXPECT_EQ(d.clinicians, 6);
    EXPECT_EQ(d.hours, Duration::hours(4));
    EXPECT_FALSE(d.from || d.until);
    EXPECT_TRUE(is_unknown(d.tau_hours) && is_unknown(d.attitude) && is_unknown(d.kin));
    const auto e = *read(
                        "[embedding]\nclinicians = 2\nhours = \"8 h per week\"\nfrom = 2027-02-01\nuntil = "
                        "2027-08-31\ntau_hours = 30\nattitude = 0.2\nkin = \"40 %\"\n")
                        ->embedding;
    EXPECT_EQ(e.clinicians, 2);
    EXPECT_EQ(e.hours, Duration::hours(8));
    EXPECT_EQ(e.from, date("2027-02-01"));
    EXPECT_EQ(e.until, date("2027-08-31"));
    EXPECT_EQ(e.tau_hours.typical(), 30);
    EXPECT_EQ(e.attitude.typical(), 0.2);
    EXPECT_EQ(e.kin.typical().value(), 0.4);
}

TEST(Mechanisms, ReadTheBudget) {
    const auto s = read("[budget]\ntotal = \"$2M\"\n");
    EXPECT_EQ(s->budget->total, Money::units(2'000'000));
    EXPECT_EQ(s->budget->redesign_share.value(), 0.2);
    EXPECT_EQ(s->budget->exhausted, Budget::Exhausted::cut);
    EXPECT_EQ(s->budget->top_up.value(), 0.1);
    EXPECT_EQ(s->budget->grants, 3);
    EXPECT_EQ(s->bodies[s->budget->body].name, "steering") << "the only one";
    const auto other = read(
        "[body.council]\nmembers = { clinical = 5 }\n[budget]\ntotal = \"$900k\"\nredesign_share = "
        "\"30 %\"\nexhausted = \"reapprove\"\nbody = \"council\"\ntop_up = \"15 %\"\ngrants = 2\n");
    EXPECT_EQ(other->budget->redesign_share.value(), 0.3);
    EXPECT_EQ(other->budget->exhausted, Budget::Exhausted::reapprove);
    EXPECT_EQ(other->bodies[other->budget->body].name, "council");
    EXPECT_EQ(other->budget->top_up.value(), 0.15);
    EXPECT_EQ(other->budget->grants, 2);
}

TEST(Mechanisms, ReadMandates) {
    const auto s = read(
        "[mandate.privacy]\ndate = 2027-09-06\nteam = \"integration\"\n"
        "[mandate.whim]\nrate = \"2 per year\"\nteam = \"integration\"\neffort = \"80 h\"\ndue = \"6 "
        "weeks\"\nnotice = \"1 week\"\nrush = 1.5\ndocumentation = \"3 min per shift\"\npenalty = "
        "\"$4,000 per week\"\n");
    const Mandate& privacy = called(s->mandates, "privacy");
    EXPECT_EQ(privacy.date, date("2027-09-06"));
    EXPECT_EQ(privacy.due, Duration::weeks(12));
    EXPECT_EQ(privacy.notice, Duration::weeks(26));
    EXPECT_EQ(privacy.effort.typical(), Duration::hours(600));
    EXPECT_TRUE(is_unknown(privacy.rush));
    EXPECT_EQ(privacy.documentation, Duration{});
    EXPECT_EQ(privacy.penalty, Money{});
    const Mandate& whim = called(s->mandates, "whim");
    EXPECT_FALSE(whim.date);
    EXPECT_DOUBLE_EQ(whim.rate.typical().in(one_year), 2);
    EXPECT_EQ(s->teams[whim.team].name, "integration");
    EXPECT_EQ(whim.effort.typical(), Duration::hours(80));
    EXPECT_EQ(whim.due, Duration::weeks(6));
    EXPECT_EQ(whim.notice, Duration::weeks(1));
    EXPECT_EQ(whim.rush.typical(), 1.5);
    EXPECT_EQ(whim.documentation, Duration::minutes(3));
    EXPECT_EQ(whim.penalty, Money::units(4000));
}

TEST(Mechanisms, ReadTheIntake) {
    const auto d = read("[intake]\nteams = [\"integration\"]\n");
    EXPECT_DOUBLE_EQ(d->intake->projects.typical().in(one_year), 2);
    EXPECT_EQ(d->intake->effort.vary(), Vary::each) << "every project has its own";
    EXPECT_EQ(d->intake->new_system.value(), 0.4);
    EXPECT_EQ(d->intake->strategy_load.value(), 0.1);
    const auto i = read(
        "[intake]\nprojects = \"5 per year\"\neffort = \"90 h\"\nteams = [\"help-desk\", "
        "\"integration\"]\nnew_system = \"0 %\"\nstrategy_load = \"25 %\"\n");
    EXPECT_DOUBLE_EQ(i->intake->projects.typical().in(one_year), 5);
    EXPECT_EQ(i->intake->effort.typical(), Duration::hours(90));
    ASSERT_EQ(i->intake->teams.size(), 2U);
    EXPECT_EQ(i->teams[i->intake->teams[0]].name, "help-desk");
    EXPECT_EQ(i->intake->new_system.value(), 0);
    EXPECT_EQ(i->intake->strategy_load.value(), 0.25);
}

TEST(Mechanisms, ReadTheDigitalOfficer) {
    const auto d = *read("[digital_officer]\n")->digital_officer;
    EXPECT_EQ(d.in_progress, 2);
    EXPECT_EQ(d.accepts.value(), 0.3);
    EXPECT_EQ(d.announces, Duration::weeks(8));
    EXPECT_TRUE(is_unknown(d.readiness));
    EXPECT_EQ(d.cost, Money::units(250'000));
    const auto o =
        *read(
             "[digital_officer]\nin_progress = 1\naccepts = \"50 %\"\nannounces = \"12 weeks\"\nreadiness = "
             "0.2\ncost = \"$300k per year\"\n")
             ->digital_officer;
    EXPECT_EQ(o.in_progress, 1);
    EXPECT_EQ(o.accepts.value(), 0.5);
    EXPECT_EQ(o.announces, Duration::weeks(12));
    EXPECT_EQ(o.readiness.typical(), 0.2);
    EXPECT_EQ(o.cost, Money::units(300'000));
}

TEST(Mechanisms, ReadTheBacklog) {
    const auto s = read("[backlog]\nteam = \"integration\"\n");
    const Backlog& d = *s->backlog;
    EXPECT_EQ(d.mode, Backlog::Mode::ticket);
    EXPECT_EQ(s->teams[d.team].name, "integration");
    EXPECT_EQ(d.managers, 1);
    EXPECT_EQ(d.reporting.value(), 0.5);
    EXPECT_TRUE(is_unknown(d.accuracy) && is_unknown(d.cause_factor) && is_unknown(d.spill_over));
    EXPECT_EQ(d.approvals, 0) << "nobody signs unless somebody adds it";
    EXPECT_EQ(d.report_time, Duration{});
    const Backlog b =
        *read(
             "[backlog]\nmode = \"product\"\nteam = \"integration\"\nmanagers = 2\nmanager_wage = \"$90 "
             "per h\"\nreporting = \"70 %\"\naccuracy = \"20 %\"\nwishes = \"2 per month\"\neffort = "
             "\"9 h\"\nanalysis = \"5 h\"\ncause_factor = 3\nspill_over = \"7 %\"\nspill_severity = "
             "\"3 %\"\nparallel = 4\napprovals = 5\napproval_time = \"2 days\"\napproval_hours = "
             "\"15 min\"\nreport_time = \"1 h per week\"\n")
             ->backlog;
    EXPECT_EQ(b.mode, Backlog::Mode::product);
    EXPECT_EQ(b.managers, 2);
    EXPECT_EQ(b.manager_wage.in_one_hour(), Money::units(90));
    EXPECT_EQ(b.reporting.value(), 0.7);
    EXPECT_EQ(b.accuracy.typical().value(), 0.2);
    EXPECT_DOUBLE_EQ(b.wishes.typical().in(one_month), 2);
    EXPECT_EQ(b.effort.typical(), Duration::hours(9));
    EXPECT_EQ(b.analysis.typical(), Duration::hours(5));
    EXPECT_EQ(b.cause_factor.typical(), 3);
    EXPECT_EQ(b.spill_over.typical().value(), 0.07);
    EXPECT_EQ(b.spill_severity.typical().value(), 0.03);
    EXPECT_EQ(b.parallel, 4);
    EXPECT_EQ(b.approvals, 5);
    EXPECT_EQ(b.approval_time.typical(), Duration::days(2));
    EXPECT_EQ(b.approval_hours, Duration::minutes(15));
    EXPECT_EQ(b.report_time, Duration::hours(1));
}

TEST(Mechanisms, ReadMeasuring) {
    const auto d = *read("[measuring]\n")->measuring;
    EXPECT_EQ(d.what, Measuring::What::adoption);
    EXPECT_EQ(d.every, Duration::weeks(4));
    EXPECT_EQ(d.delay, Duration::weeks(2));
    EXPECT_EQ(d.below.value(), 0.5);
    EXPECT_EQ(d.units, 3);
    EXPECT_FALSE(d.team) << "clinicians among themselves";
    EXPECT_TRUE(is_unknown(d.tau_hours) && is_unknown(d.fix_hours) && is_unknown(d.refresher) &&
                is_unknown(d.revival));
    const auto s = read(
        "[measuring]\nwhat = \"uptime\"\nevery = \"every 1 week\"\ndelay = \"1 week\"\nbelow = \"40 "
        "%\"\nunits = 2\nteam = \"integration\"\nhours = \"10 h\"\ntau_hours = 9\nfix_hours = \"5 "
        "h\"\nrefresher = \"20 %\"\nrevival = \"30 %\"\n");
    const Measuring& m = *s->measuring;
    EXPECT_EQ(m.what, Measuring::What::uptime);
    EXPECT_EQ(m.every, Duration::weeks(1));
    EXPECT_EQ(m.delay, Duration::weeks(1));
    EXPECT_EQ(m.below.value(), 0.4);
    EXPECT_EQ(m.units, 2);
    EXPECT_EQ(s->teams[m.team].name, "integration");
    EXPECT_EQ(m.hours.typical(), Duration::hours(10));
    EXPECT_EQ(m.tau_hours.typical(), 9);
    EXPECT_EQ(m.fix_hours.typical(), Duration::hours(5));
    EXPECT_EQ(m.refresher.typical().value(), 0.2);
    EXPECT_EQ(m.revival.typical().value(), 0.3);
}

TEST(Mechanisms, ReadSystems) {
    const auto d = *read("[systems]\n")->systems;
    EXPECT_EQ(d.network, 54);
    EXPECT_EQ(d.per_unit, 12);
    EXPECT_FALSE(d.team) << "nobody has to keep them running";
    EXPECT_TRUE(is_unknown(d.switching) && is_unknown(d.double_documentation));
    const auto s = read(
        "[systems]\nnetwork = 30\nper_unit = 9.5\nswitching = \"50 s\"\ndouble_documentation = \"4 "
        "min\"\nteam = \"integration\"\nupkeep = \"90 min per week\"\n");
    EXPECT_EQ(s->systems->network, 30);
    EXPECT_EQ(s->systems->per_unit, 9.5);
    EXPECT_EQ(s->systems->switching.typical(), Duration::seconds(50));
    EXPECT_EQ(s->systems->double_documentation.typical(), Duration::minutes(4));
    EXPECT_EQ(s->teams[s->systems->team].name, "integration");
    EXPECT_EQ(s->systems->upkeep.typical(), Duration::minutes(90));
}

TEST(Mechanisms, ReadEarlyWinsBurnoutAndValue) {
    const auto d = read("[early_wins]\n[burnout]\n[value]\n");
    EXPECT_TRUE(is_unknown(d->early_wins->rate) && is_unknown(d->early_wins->other_sites));
    EXPECT_EQ(d->burnout->reference.typical().value(), 0.42);
    EXPECT_EQ(d->burnout->exits.typical().value(), 0.315);
    EXPECT_TRUE(is_unknown(d->burnout->per_hour) && is_unknown(d->burnout->cynicism));
    EXPECT_TRUE(is_unknown(d->value->realised));
    EXPECT_EQ(d->value->shift_margin, Money::units(150));
    EXPECT_EQ(d->value->quality_payment, Money{}) << "not every payer pays for quality";
    EXPECT_DOUBLE_EQ(d->value->discount.in(one_year), 0.04);
    const auto s = read(
        "[early_wins]\nrate = 0.05\nother_sites = \"20 %\"\n[burnout]\nreference = \"35 %\"\nper_hour = "
        "0.4\nlag = \"10 weeks\"\nexits = \"20 %\"\ncynicism = 0.01\n[value]\nrealised = \"30 "
        "%\"\nshift_margin = \"$200\"\nquality_payment = \"$1M per year\"\ndiscount = \"3 % per year\"\n");
    EXPECT_EQ(s->early_wins->rate.typical(), 0.05);
    EXPECT_EQ(s->early_wins->other_sites.typical().value(), 0.2);
    EXPECT_EQ(s->burnout->reference.typical().value(), 0.35);
    EXPECT_EQ(s->burnout->per_hour.typical(), 0.4);
    EXPECT_EQ(s->burnout->lag.typical(), Duration::weeks(10));
    EXPECT_EQ(s->burnout->exits.typical().value(), 0.2);
    EXPECT_EQ(s->burnout->cynicism.typical(), 0.01);
    EXPECT_EQ(s->value->realised.typical().value(), 0.3);
    EXPECT_EQ(s->value->shift_margin, Money::units(200));
    EXPECT_EQ(s->value->quality_payment, Money::units(1'000'000));
    EXPECT_DOUBLE_EQ(s->value->discount.in(one_year), 0.03);
}

TEST(Mechanisms, ReadTeamsThatStabiliseAndHire) {
    const auto d = read("[team.integration]\nconsultants = { people = 3 }\n");
    const Team::Consultants& some = *called(d->teams, "integration").consultants;
    EXPECT_EQ(some.people, 3);
    EXPECT_FALSE(some.from || some.until);
    EXPECT_EQ(some.wage.in_one_hour(), Money::units(180));
    const auto s = read(
        "[team.integration]\nstabilisation = \"6 weeks\"\nconsultants = { people = 2, from = "
        "2027-03-01, until = 2027-09-30, wage = \"$150 per h\" }\n");
    const Team& team = called(s->teams, "integration");
    EXPECT_EQ(team.stabilisation, Duration::weeks(6));
    EXPECT_EQ(team.consultants->from, date("2027-03-01"));
    EXPECT_EQ(team.consultants->until, date("2027-09-30"));
    EXPECT_EQ(team.consultants->wage.in_one_hour(), Money::units(150));
}

TEST(Mechanisms, ReadWhatTechnologiesSaveNeedAndReplace) {
    const auto d = read("[technology.smartphone]\ndevice = {}\n");
    const Technology& plain = called(d->technologies, "smartphone");
    EXPECT_TRUE(is_unknown(plain.saves) && is_unknown(plain.unskilled) && is_unknown(plain.misfit));
    EXPECT_EQ(plain.level, 1);
    EXPECT_TRUE(plain.needs.empty());
    EXPECT_EQ(plain.replaces_systems, 0);
    EXPECT_EQ(plain.device->guess.vary(), Vary::each) << "every order is a guess of its own";
    EXPECT_GT(plain.device->guess.law().quantile(0.9), 1) << "more than is needed as a rule";
    const auto s = read(
        "[technology.smartphone]\nsaves = \"-20 s\"\nunskilled = \"40 s\"\nmisfit = \"2 min\"\nlevel = "
        "3\nneeds = [\"tablet\"]\nreplaces_systems = 5\ndevice = { guess = 1.2 }\n"
        "[technology.tablet]\npurposes = [\"messaging\"]\n[course.basics]\ntechnology = \"tablet\"\n"
        "[plan]\norder = { technology = \"smartphone\" }\nbuild = { technology = \"smartphone\" }\n"
        "stage = { technology = \"smartphone\" }\ngo-live = { technology = \"smartphone\" }\n");
    const Technology& phone = called(s->technologies, "smartphone");
    EXPECT_EQ(phone.saves.typical(), Duration::seconds(-20)) << "it may cost time";
    EXPECT_EQ(phone.unskilled.typical(), Duration::seconds(40));
    EXPECT_EQ(phone.misfit.typical(), Duration::minutes(2));
    EXPECT_EQ(phone.level, 3);
    ASSERT_EQ(phone.needs.size(), 1U);
    EXPECT_EQ(s->technologies[phone.needs[0]].name, "tablet");
    EXPECT_EQ(phone.replaces_systems, 5);
    EXPECT_EQ(phone.device->guess.typical(), 1.2);
}

TEST(Mechanisms, ReadRolesUnitsAdoptionAndCostsThatTheyRestOn) {
    const auto d = read("");
    EXPECT_EQ(called(d->roles, "nurse").documentation, Duration::minutes(150));
    EXPECT_EQ(called(d->roles, "nurse").after_hours, Duration::minutes(20));
    EXPECT_EQ(called(d->roles, "nurse").overflow.value(), 0.5);
    EXPECT_EQ(called(d->units, "ICU").attitude, 0);
    EXPECT_EQ(d->costs.standing, Money{});
    EXPECT_EQ(d->adoption.mature_above.value(), 0.5);
    EXPECT_TRUE(is_unknown(d->adoption.surprise) && is_unknown(d->adoption.friction_time));
    const auto s = read(
        "[role.nurse]\ndocumentation = \"2 h per shift\"\nafter_hours = \"45 min per shift\"\noverflow = "
        "\"80 %\"\n[[site]]\nname = \"Riverside\"\n[[site.unit]]\nname = \"ICU\"\nattitude = -0.3\n"
        "[adoption]\nsurprise = 0\nmature_above = \"70 %\"\nfriction_time = \"3 min\"\n[costs]\nstanding "
        "= \"$20,000 per week\"\n");
    EXPECT_EQ(called(s->roles, "nurse").documentation, Duration::hours(2));
    EXPECT_EQ(called(s->roles, "nurse").after_hours, Duration::minutes(45));
    EXPECT_EQ(called(s->roles, "nurse").overflow.value(), 0.8);
    EXPECT_EQ(called(s->units, "ICU").attitude, -0.3);
    EXPECT_EQ(s->costs.standing, Money::units(20'000));
    EXPECT_EQ(s->adoption.mature_above.value(), 0.7);
    EXPECT_EQ(s->adoption.surprise.typical(), 0);
    EXPECT_EQ(s->adoption.friction_time.typical(), Duration::minutes(3));
}

TEST(Mechanisms, ReadSelectionsAndRedesign) {
    const auto d = read(
        "[plan]\nchoose = { kind = \"select\", team = \"integration\" }\nco = { kind = \"co_design\" }\n"
        "look = { kind = \"discovery\" }\n");
    const auto& usual = std::get<Select>(called(d->plan, "choose").step);
    EXPECT_EQ(called(d->plan, "choose").scope, Scope::network);
    EXPECT_EQ(usual.by, Select::By::it);
    EXPECT_EQ(usual.candidates, 3);
    EXPECT_TRUE(is_unknown(usual.clinical_weight) && is_unknown(usual.attitude));
    EXPECT_TRUE(is_unknown(std::get<Redesign>(called(d->plan, "co").step).fix_hours));
    EXPECT_EQ(std::get<Redesign>(called(d->plan, "look").step).fix_hours.typical(), Duration{})
        << "looking does away with nothing";
    const auto s = read(
        "[plan]\nchoose = { kind = \"select\", by = \"joint\", candidates = 5, team = \"help-desk\", "
        "effort = \"25 h\", clinical_weight = \"60 %\", clinician_hours = \"12 h\", attitude = 0.1 }\n"
        "co = { kind = \"co_design\", tau_hours = 11, fix_hours = \"7 h\", clinician_time = \"150 %\" }\n");
    const auto& joint = std::get<Select>(called(s->plan, "choose").step);
    EXPECT_EQ(joint.by, Select::By::joint);
    EXPECT_EQ(joint.candidates, 5);
    EXPECT_EQ(s->teams[joint.team].name, "help-desk");
    EXPECT_EQ(joint.effort.typical(), Duration::hours(25));
    EXPECT_EQ(joint.clinical_weight.typical().value(), 0.6);
    EXPECT_EQ(joint.clinician_hours.typical(), Duration::hours(12));
    EXPECT_EQ(joint.attitude.typical(), 0.1);
    const auto& redesign = std::get<Redesign>(called(s->plan, "co").step);
    EXPECT_EQ(redesign.tau_hours.typical(), 11);
    EXPECT_EQ(redesign.fix_hours.typical(), Duration::hours(7));
    EXPECT_EQ(redesign.clinician_time.typical().value(), 1.5);
}

}  // namespace
}  // namespace golive::scenario
