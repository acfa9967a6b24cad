//! One table a kind of activity.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/sections/step_kinds.hpp"

#include "scenario/keys/key_table.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace golive::scenario {

template <>
inline constexpr EnumNames<Select::By, 2> words_of<Select::By>{
    {{Select::By::it, "it"}, {Select::By::joint, "joint"}}};
template <>
inline constexpr EnumNames<Decision::Order, 2> words_of<Decision::Order>{
    {{Decision::Order::series, "series"}, {Decision::Order::parallel, "parallel"}}};

/// "200 h", "35 min per device", { p10 = .., p50 = .., p90 = .., per = "device" }.
template <>
struct Codec<Effort> {
    static constexpr std::array<std::pair<std::string_view, Effort::Per>, 3> bases{
        {{"device", Effort::Per::device},
         {"unit", Effort::Per::unit},
         {"clinician", Effort::Per::clinician}}};
    static Shape shape() {
        return {.kind = Shape::Kind::effort, .format = {.dimension = Dimension::duration}};
    }

    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, Effort& out) {
        Node amount = node;
        out.per = Effort::Per::activity;
        if (const Node* per = node.find("per")) {
            const std::string word = per->text() ? *per->text() : "";
            if (!basis(word, out.per))
                return reader.wrong(per->place, "`per` is \"device\", \"unit\" or \"clinician\""), false;
        } else if (node.text()) {
            const std::size_t at = node.text()->rfind(" per ");
            if (at != std::string::npos && basis(node.text()->substr(at + 5), out.per))
                amount.value = node.text()->substr(0, at);
        }
        return Codec<Uncertain<Duration>>::read(amount, key, reader, out.amount);
    }
    static bool basis(const std::string& word, Effort::Per& out) {
        for (const auto& [name, per] : bases)
            if (name == word) return out = per, true;
        return false;
    }
};

namespace {

struct RedesignDefaults {
    const char* hours;
    std::array<const char*, 3> tau, fix;
    const char* clinician_time;
    std::array<const char*, 3> attitude;
};

KeyTable<Redesign> redesign_table(const std::string& kind, const std::string& about,
                                  const RedesignDefaults& d) {
    constexpr const char* judged =
        "judgement; direction from the trade press and Hwang & Thorn 1999 (participation)";
    KeyTable<Redesign> table{"[plan] " + kind, kind, about};
    table.key("team", &Redesign::team, help("Who does it. Left out: clinicians alone, in calendar time."))
        .key("hours", &Redesign::hours, bare_unit("h"), fallback(d.hours), range("1 h", "2000 h"),
             source(Grade::textbook, judged), help("Work spent on it; a bare number is hours."))
        .key("tau_hours", &Redesign::tau_hours, unsure(d.tau[0], d.tau[1], d.tau[2]), range("1", "100"),
             possible(0.01, 1e5), source(Grade::textbook, judged),
             help("Hours in a unit that find 63 % of its latent issues."))
        .key("clinician_time", &Redesign::clinician_time, fallback(d.clinician_time), range("0 %", "400 %"),
             possible(0, 20), source(Grade::textbook, judged), help("Clinicians' hours per hour of effort."))
        .key("attitude", &Redesign::attitude, unsure(d.attitude[0], d.attitude[1], d.attitude[2]),
             range("-0.2", "0.4"), possible(-1, 1), source(Grade::textbook, judged),
             help("Added to attitudes in the units that took part."))
        .key("time_box", &Redesign::time_box, range("1 day", "26 weeks"),
             help("Ends it, done or not, with what was learnt by then. Left out: no limit."));
    if (d.fix[0] != nullptr)
        table.key("fix_hours", &Redesign::fix_hours, unsure(d.fix[0], d.fix[1], d.fix[2]),
                  range("0 h", "100 h"), source(Grade::textbook, judged),
                  help("Hours that do away with one known issue, the worst first."));
    return table;
}

const KeyTable<Redesign>& discovery_table() {
    static const auto table = redesign_table("discovery", "Shadowing before anything is bought.",
                                             {"16 h", {"6", "12", "24"}, {}, "50 %", {"0.0", "0.05", "0.1"}});
    return table;
}
const KeyTable<Redesign>& co_design_table() {
    static const auto table =
        redesign_table("co_design", "Clinicians and IT design the workflow together.",
                       {"24 h", {"8", "16", "32"}, {"4 h", "8 h", "16 h"}, "200 %", {"0.02", "0.1", "0.2"}});
    return table;
}
const KeyTable<Redesign>& huddle_table() {
    static const auto table =
        redesign_table("huddle", "Prototype at the elbow, fix, try again.",
                       {"8 h", {"3", "6", "12"}, {"2 h", "4 h", "8 h"}, "200 %", {"0.0", "0.05", "0.1"}});
    return table;
}
const KeyTable<Redesign>& optimise_table() {
    static const auto table = redesign_table(
        "optimise", "Improving after go-live what use has shown.",
        {"40 h per unit", {"10", "20", "40"}, {"6 h", "12 h", "24 h"}, "50 %", {"0.0", "0.05", "0.15"}});
    return table;
}

const KeyTable<Select>& select_table() {
    static const KeyTable<Select> table =
        KeyTable<Select>{"[plan] select", "select", "Somebody chooses between products."}
            .key("by", &Select::by, fallback("it"), source(Grade::textbook, "trade press: the usual way"),
                 help("By IT alone, or jointly with clinicians."))
            .key("candidates", &Select::candidates, fallback("3"), range("1", "8"), possible(1, 100),
                 source(Grade::textbook, "a short list"), help("Products on the short list."))
            .key("team", &Select::team, only_one(), help("Who evaluates."))
            .key("effort", &Select::effort, fallback("{ p10 = \"20 h\", p50 = \"40 h\", p90 = \"100 h\" }"),
                 range("2 h", "1000 h"),
                 source(Grade::textbook, "demonstrations, references, a security check"),
                 help("Person-hours per candidate."))
            .key("clinical_weight", &Select::clinical_weight, unsure("30 %", "50 %", "70 %"),
                 range("0 %", "100 %"), source(Grade::textbook, "equal say of two groups"),
                 help("Of the fit that choosers see against IT's own criteria, in a joint choice."))
            .key("clinician_hours", &Select::clinician_hours, fallback("30 h"), range("0 h", "1000 h"),
                 source(Grade::textbook, "ten clinicians, three hours each"),
                 help("Of clinicians per candidate, in a joint choice."))
            .key("attitude", &Select::attitude, unsure("0.0", "0.05", "0.15"), range("0", "0.4"),
                 possible(-1, 1),
                 source(Grade::abstract, "Hwang & Thorn 1999: participation and satisfaction; size judged"),
                 help("Added to attitudes towards a product that was chosen jointly."));
    return table;
}

const KeyTable<Decision>& decision_table() {
    static const KeyTable<Decision> table =
        KeyTable<Decision>{"[plan] decision", "decision", "Bodies decide."}
            .key("bodies", &Decision::bodies, required(), help("Which."))
            .key("order", &Decision::order, fallback("series"),
                 source(Grade::textbook, "one after the other is the custom"),
                 help("One after the other, or all at once."))
            .key("priority", &Decision::priority, fallback("5"), range("1", "9"), possible(-1000, 1000),
                 source(Grade::textbook, "middling"), help("On agendas ordered by priority; lower first."));
    return table;
}
const KeyTable<Procure>& procure_table() {
    static const KeyTable<Procure> table =
        KeyTable<Procure>{"[plan] procure", "procure", "Devices are ordered."}
            .key("lead_time", &Procure::lead_time,
                 fallback("{ p10 = \"6 weeks\", p50 = \"9 weeks\", p90 = \"26 weeks\" }"),
                 range("1 week", "1 year"),
                 source(
                     Grade::vendor,
                     "colonyhealth.com 2016: 43 % of whole purchases within 6 months, 8 % after 19; delivery "
                     "alone is shorter"),
                 help("Of a batch, from its order."))
            .key("batches", &Procure::batches, fallback("1"), range("1", "12"), possible(1, 1000),
                 source(Grade::textbook, "all at once"), help("Orders, of equal size."))
            .key("batch_interval", &Procure::batch_interval, fallback("4 weeks"),
                 range("0 weeks", "26 weeks"), source(Grade::textbook, "monthly"),
                 help("Between the orders of successive batches."));
    return table;
}
const KeyTable<Build>& build_table() {
    static const KeyTable<Build> table =
        KeyTable<Build>{"[plan] build", "build", "Integrations are built."}.key(
            "builds", &Build::purposes,
            help("Purposes of the technology. Left out: all that have an integration."));
    return table;
}
const KeyTable<SecurityReview>& security_review_table() {
    static const KeyTable<SecurityReview> table =
        KeyTable<SecurityReview>{"[plan] security_review", "security_review",
                                 "A team reviews; also any other work of a team."}
            .key("team", &SecurityReview::team, only_one(), help("Who does it."))
            .key("effort", &SecurityReview::effort,
                 fallback("{ p10 = \"16 h\", p50 = \"40 h\", p90 = \"120 h\" }"), range("1 h", "2000 h"),
                 source(Grade::textbook, "a questionnaire, a test and a report"),
                 help("Person-hours of focused work."));
    return table;
}
const KeyTable<Train>& train_table() {
    static const KeyTable<Train> table =
        KeyTable<Train>{"[plan] train", "train", "Clinicians are taught."}.key(
            "course", &Train::course, only_one(), help("Which course."));
    return table;
}
const KeyTable<Deploy>& deploy_table() {
    static const KeyTable<Deploy> table =
        KeyTable<Deploy>{"[plan] deploy", "deploy",
                         "Devices are staged and handed to the units as they come."}
            .key("team", &Deploy::team, only_one(), help("Who does it."))
            .key("effort", &Deploy::effort, fallback("35 min per device"), range("5 min", "4 h"),
                 source(Grade::textbook, "enrol, label, charge, hand over"), help("Work per device."))
            .key("lot", &Deploy::lot, fallback("20"), range("1", "200"), possible(1, 100'000),
                 source(Grade::textbook, "a trolley"), help("Devices staged together."));
    return table;
}
bool read_elbow(Hypercare& out, const Node& node, const KeyInfo& key, DocumentReader& reader) {
    constexpr std::string_view opening = "1 per ", ending = " clinicians";
    const std::string text = node.text() ? *node.text() : "";
    if (text == "none") return out.clinicians_per_elbow = 0, true;
    const bool fits =
        text.size() > opening.size() + ending.size() && text.starts_with(opening) && text.ends_with(ending);
    const ParsedQuantity reading =
        fits ? parse_quantity(std::string_view{text}.substr(opening.size(),
                                                            text.size() - opening.size() - ending.size()),
                              {Dimension::number}, reader.currency())
             : ParsedQuantity{};
    if (!reading.value || *reading.value < 1) {
        reader.wrong(
            node.place,
            fmt::format("`{}` takes \"1 per 12 clinicians\", with any number for 12, or \"none\"", key.name));
        return false;
    }
    out.clinicians_per_elbow = *reading.value;
    return true;
}
const KeyTable<Hypercare>& hypercare_table() {
    static const KeyTable<Hypercare> table =
        KeyTable<Hypercare>{"[plan] hypercare", "hypercare", "Extra help after go-live."}
            .key("length", &Hypercare::length, fallback("3 weeks"), range("3 days", "12 weeks"),
                 source(Grade::secondary, "two weeks of command centre (UVM 2019) to 60 days of super-users"),
                 help("How long."))
            .custom("elbow_support", {.kind = Shape::Kind::word, .words = {"none", "1 per 12 clinicians"}},
                    read_elbow, fallback("1 per 12 clinicians"),
                    source(Grade::vendor, "1 per 2 physicians to 1 per 15 staff in trade guides"),
                    help("At-the-elbow staff per clinician on shift."));
    return table;
}
const KeyTable<Retire>& retire_table() {
    static const KeyTable<Retire> table =
        KeyTable<Retire>{"[plan] retire", "retire", "The old way is switched off."}
            .key("team", &Retire::team,
                 help("Who does it. Left out: the team that deploys the technology, or the only one."))
            .key("effort", &Retire::effort, fallback("40 h"), range("1 h", "4000 h"),
                 source(Grade::textbook, "archive, switch off, clear away"),
                 help("Person-hours of focused work."));
    return table;
}
const KeyTable<Wait>& wait_table() {
    static const KeyTable<Wait> table = KeyTable<Wait>{"[plan] wait", "wait", "Time passes."}.key(
        "length", &Wait::length, required(), help("How long."));
    return table;
}
const KeyTable<GoLive>& go_live_table() {
    static const KeyTable<GoLive> table{"[plan] go_live", "go_live",
                                        "The scope may use the technology from now on."};
    return table;
}
const KeyTable<Milestone>& milestone_table() {
    static const KeyTable<Milestone> table{"[plan] milestone", "milestone", "A date to look at."};
    return table;
}

template <class T>
StepKind kind(std::string_view name, Scope scope, const KeyTable<T>& table) {
    return {name, scope, &table.info(), [&table](Step& out, const Node& node, DocumentReader& reader) {
                table.read_keys(out.emplace<T>(), node, reader);
            }};
}

StepKind redesign(std::string_view name, Scope scope, const KeyTable<Redesign>& table, Redesign::Kind kind) {
    return {name, scope, &table.info(), [&table, kind](Step& out, const Node& node, DocumentReader& reader) {
                Redesign& step = out.emplace<Redesign>();
                step.kind = kind;
                table.read_keys(step, node, reader);
            }};
}

}  // namespace

const std::vector<StepKind>& step_kinds() {
    static const std::vector<StepKind> kinds{
        redesign("discovery", Scope::unit, discovery_table(), Redesign::Kind::discovery),
        redesign("co_design", Scope::unit, co_design_table(), Redesign::Kind::co_design),
        redesign("huddle", Scope::unit, huddle_table(), Redesign::Kind::huddle),
        kind("select", Scope::network, select_table()),
        kind("decision", Scope::network, decision_table()),
        kind("procure", Scope::network, procure_table()),
        kind("build", Scope::network, build_table()),
        kind("security_review", Scope::network, security_review_table()),
        kind("deploy", Scope::wave, deploy_table()),
        kind("train", Scope::wave, train_table()),
        kind("go_live", Scope::wave, go_live_table()),
        kind("hypercare", Scope::wave, hypercare_table()),
        redesign("optimise", Scope::wave, optimise_table(), Redesign::Kind::optimise),
        kind("retire", Scope::network, retire_table()),
        kind("milestone", Scope::network, milestone_table()),
        kind("wait", Scope::network, wait_table()),
    };
    return kinds;
}

const StepKind* find_step_kind(std::string_view name) {
    const auto& kinds = step_kinds();
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const StepKind& kind) { return kind.name == name; });
    return found == kinds.end() ? nullptr : &*found;
}

}  // namespace golive::scenario
