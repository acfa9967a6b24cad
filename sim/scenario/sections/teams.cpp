//! [team.*], [support] and [superusers].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <algorithm>

#include <golive/scenario/teams.hpp>

namespace golive::scenario {

template <>
inline constexpr EnumNames<WorkClass, work_class_count> words_of<WorkClass>{
    {{WorkClass::incident, "incident"},
     {WorkClass::mandate, "mandate"},
     {WorkClass::ticket, "ticket"},
     {WorkClass::project, "project"},
     {WorkClass::change_request, "change request"},
     {WorkClass::maintenance, "maintenance"}}};
template <>
inline constexpr EnumNames<Team::Hours, 2> words_of<Team::Hours>{
    {{Team::Hours::working_time, "working time"}, {Team::Hours::always, "24/7"}}};
template <>
inline constexpr EnumNames<Superusers::Chosen, 2> words_of<Superusers::Chosen>{
    {{Superusers::Chosen::volunteers, "volunteers"}, {Superusers::Chosen::appointed, "appointed"}}};

namespace {

/// Classes that the file leaves out follow in their usual order.
bool read_order(Team& out, const Node& node, const KeyInfo& key, DocumentReader& reader) {
    if (!Codec<std::vector<WorkClass>>::read(node, key, reader, out.order)) return false;
    for (std::size_t i = 0; i < out.order.size(); ++i)
        if (std::count(out.order.begin(), out.order.end(), out.order[i]) > 1) {
            reader.wrong(node.place, "a class of work is ranked twice");
            return false;
        }
    for (const auto& [work_class, word] : words_of<WorkClass>)
        if (std::find(out.order.begin(), out.order.end(), work_class) == out.order.end())
            out.order.push_back(work_class);
    return true;
}

const KeyTable<BackgroundWork>& background_table() {
    static const KeyTable<BackgroundWork> table =
        KeyTable<BackgroundWork>{"[[team.*.background]]", "background work",
                                 "Work of one class that comes by itself."}
            .key("class", &BackgroundWork::work_class, required(), help("Its class."))
            .key("rate", &BackgroundWork::rate, required(), help("How often an item comes, at random."))
            .key("effort", &BackgroundWork::effort,
                 fallback("{ dist = \"lognormal\", median = \"3 h\", p90 = \"16 h\" }"),
                 range("5 min", "400 h"), source(Grade::textbook, "many small items, few large ones"),
                 help("Person-hours of focused work per item."));
    return table;
}

const KeyTable<Team::Consultants>& consultants_table() {
    using Consultants = Team::Consultants;
    static const KeyTable<Consultants> table =
        KeyTable<Consultants>{"[team.*.consultants]", "consultants", "People hired on top, for a time."}
            .key("people", &Consultants::people, required(), possible(0, 100'000), help("How many."))
            .key("from", &Consultants::from, help("First day. Left out: from the start."))
            .key("until", &Consultants::until, help("Last day. Left out: to the end."))
            .key("wage", &Consultants::wage, fallback("¤180 per h"), range("¤60 per h", "¤500 per h"),
                 source(Grade::textbook, "a vendor's day rate in the US"),
                 help("Paid while the calendar is open."));
    return table;
}

const KeyTable<Desk>& desk_table() {
    static const KeyTable<Desk> table =
        KeyTable<Desk>{"[team.*]", "desk", "A team with any of these keys answers calls."}
            .key("handling", &Desk::handling,
                 fallback("{ dist = \"lognormal\", median = \"9 min\", p90 = \"25 min\" }"),
                 range("2 min", "60 min"), source(Grade::textbook, "10 to 15 minutes on average"),
                 help("Of one call."))
            .key("patience", &Desk::patience, fallback("{ dist = \"exponential\", mean = \"6 min\" }"),
                 range("30 s", "60 min"),
                 source(Grade::vendor, "Inova via CTG: many abandon at four minutes' average wait"),
                 help("A caller hangs up after waiting so long."))
            .key("first_contact_resolution", &Desk::first_contact_resolution, fallback("66 %"),
                 range("30 %", "90 %"), source(Grade::secondary, "HDI 2015, all industries"),
                 help("Of answered calls: solved at once."))
            .key("escalates_to", &Desk::escalates_to,
                 help("The team that takes the rest. Left out: they stay unsolved."))
            .key("escalation_effort", &Desk::escalation_effort,
                 fallback("{ dist = \"lognormal\", median = \"45 min\", p90 = \"4 h\" }"),
                 range("5 min", "40 h"),
                 source(Grade::textbook, "a second look by somebody who may change the system"),
                 help("Second-line work per escalated call."))
            .key("other_calls", &Desk::other_calls, fallback("1 per month"),
                 range("0 per month", "4 per month"),
                 source(Grade::textbook, "0.8 to 1.5 tickets per user and month"),
                 help("Calls about everything else, per clinician of the network."));
    return table;
}

}  // namespace

template <>
const KeyTable<Team>& table_of<Team>() {
    static const KeyTable<Team> table =
        KeyTable<Team>{"[team.*]", "team", "People with a queue and a calendar."}
            .key("staff", &Team::staff, required(), range("1", "200"), possible(0, 100'000),
                 help("People at work whenever the calendar is open."))
            .key("calendar", &Team::hours, fallback("working time"), source(Grade::textbook, "office hours"),
                 help("When the team works."))
            .key("focus", &Team::focus, written("", "per day"), fallback("6 h per day"),
                 range("3 h per day", "8 h per day"), possible(600, 86400),
                 source(Grade::textbook, "meetings, mail and leave take the rest"),
                 help("Productive work per person and working day."))
            .custom("order", Codec<std::vector<WorkClass>>::shape(), read_order, fallback("[]"),
                    source(Grade::textbook, "what burns goes first"),
                    help("Classes of work, most urgent first; classes left out follow in their usual order."))
            .key("wage", &Team::wage, fallback("¤60 per h"), range("¤15 per h", "¤300 per h"),
                 source(Grade::textbook, "an analyst in the US"), help("Cost of an hour of work."))
            .list("background", &Team::background, background_table(), help("Work that comes by itself."))
            .key("maintenance", &Team::maintenance, written("", "per week"), fallback("0 h per week"),
                 range("0 h per week", "40 h per week"),
                 source(Grade::textbook, "only the team that runs a system spends it"),
                 help("Per live technology."))
            .key("stabilisation", &Team::stabilisation, fallback("0 weeks"), range("0 weeks", "26 weeks"),
                 source(Grade::textbook, "trade press: we have only just stabilised it, better not to touch"),
                 help("After a go-live that it worked for, it changes nothing that is live."))
            .table("consultants", &Team::consultants, consultants_table(),
                   help("People hired on top. Left out: none."))
            .group(&Team::desk, desk_table());
    return table;
}

template <>
const KeyTable<Support>& table_of<Support>() {
    static const KeyTable<Support> table =
        KeyTable<Support>{
            "[support]", "support",
            "Help with problems in use. Left out: problems stay unsolved unless a super-user is near."}
            .key("first_line", &Support::first_line,
                 help("A team that answers calls. Left out: the only one that does."))
            .key("surge_staff", &Support::surge_staff, fallback("0"), range("0", "50"),
                 source(Grade::textbook, "nobody unless planned"),
                 help("Extra agents while any unit is in hypercare."))
            .key("needs_help", &Support::needs_help, unsure("4 %", "8 %", "15 %"), range("1 %", "40 %"),
                 source(Grade::textbook, "most hitches pass"),
                 help("Of frictions: the clinician cannot go on alone."))
            .key("calls", &Support::calls, unsure("25 %", "40 %", "60 %"), range("5 %", "90 %"),
                 source(Grade::official,
                        "VA OIG 2022: staff stop reporting and work around; the share is a judgement"),
                 help("Of those whom nobody nearby helps: call the desk."))
            .key("elbow_time", &Support::elbow_minutes,
                 fallback("{ dist = \"lognormal\", median = \"6 min\", p90 = \"15 min\" }"),
                 range("1 min", "60 min"), source(Grade::textbook, "shown at the elbow"),
                 help("That at-the-elbow staff spend on a problem."));
    return table;
}

template <>
const KeyTable<Superusers>& table_of<Superusers>() {
    static const KeyTable<Superusers> table =
        KeyTable<Superusers>{"[superusers]", "superusers",
                             "Clinicians who help their colleagues. Left out: nobody does."}
            .key("share", &Superusers::share, fallback("8 %"), range("0 %", "20 %"),
                 source(Grade::vendor, "1 per 10 to 15 staff"), help("Of each unit's filled posts."))
            .key(
                "chosen", &Superusers::chosen, fallback("volunteers"),
                source(Grade::abstract, "Yuan, Bradley, Nembhard 2015: volunteers improved proficiency more"),
                help("Volunteers are the most comfortable; appointed ones are drawn at random."))
            .key("protected", &Superusers::protected_time, fallback("25 %"), range("0 %", "60 %"),
                 source(Grade::vendor, "25 to 50 % protected time"),
                 help("Of a super-user's shift, free to help."))
            .key("protected_for", &Superusers::protected_for, fallback("8 weeks"),
                 range("0 weeks", "26 weeks"),
                 source(Grade::abstract, "Appl Clin Inform 2014;5:92: on all shifts for at least 60 days"),
                 help("After the unit's go-live."))
            .key(
                "lasting", &Superusers::lasting_time, fallback("3 %"), range("0 %", "20 %"),
                source(Grade::abstract, "the structure decays after go-live (3 Danish hospitals, IRIS 2024)"),
                help("Of the shift afterwards."))
            .key("help_time", &Superusers::help_minutes,
                 fallback("{ dist = \"lognormal\", median = \"4 min\", p90 = \"12 min\" }"),
                 range("1 min", "60 min"), source(Grade::textbook, "a colleague on the spot"),
                 help("Per problem solved."))
            .key("deeper_training", &Superusers::deeper_training, unsure("40 %", "60 %", "80 %"),
                 range("10 %", "100 %"), source(Grade::vendor, "50 to 100 % more training than the others"),
                 help("Closes this share of the skill still missing after the course."))
            .key("translation", &Superusers::translation, unsure("0.01", "0.03", "0.06"), range("0", "0.2"),
                 source(Grade::textbook, "direction from Zheng et al. 2010; size not measured"),
                 help("Pull on peers' attitude per super-user on shift and peer."))
            .key("revival", &Superusers::revival, unsure("0.5 %", "2 %", "5 %"), range("0 %", "20 %"),
                 source(Grade::textbook, "not measured"),
                 help("Chance per shift that a super-user brings an abandoner back to trying."));
    return table;
}

}  // namespace golive::scenario
