//! [body.*] and [governance].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"
#include "scenario/sections/sections.hpp"

#include <algorithm>

#include <golive/scenario/governance.hpp>

namespace golive::scenario {

template <>
inline constexpr EnumNames<VotingRule, 4> words_of<VotingRule>{{{VotingRule::unanimous, "unanimous"},
                                                                {VotingRule::majority, "majority"},
                                                                {VotingRule::weighted, "weighted"},
                                                                {VotingRule::empowered, "empowered"}}};
template <>
inline constexpr EnumNames<AgendaOrder, 2> words_of<AgendaOrder>{
    {{AgendaOrder::fifo, "fifo"}, {AgendaOrder::priority, "priority"}}};

namespace {

using Bench = Body::Bench;

bool read_members(Body& out, const Node& node, const KeyInfo& key, DocumentReader& reader) {
    if (!node.table()) return reader.wrong_kind(node, key), false;
    if (node.table()->empty())
        return reader.wrong(node.place, "a body without members decides nothing"), false;
    bool fine = true;
    for (const Node::Entry& entry : *node.table()) {
        const KeyInfo count{.name = entry.key, .shape = Codec<int>::shape(), .possible = Bounds{1, 1000}};
        Bench bench{};
        bench.constituency = ConstituencyId{*reader.names().constituencies.find(entry.key)};
        fine = Codec<int>::read(entry.value, count, reader, bench.members) && fine;
        out.benches.push_back(std::move(bench));
    }
    return fine;
}

/// For each constituency that sits in the body: a table by name, or one value for all.
template <class T>
auto of_benches(T Bench::* member) {
    return [member](Body& out, const Node& node, const KeyInfo& key, DocumentReader& reader) {
        std::vector<std::string> sitting;
        bool fine = true;
        for (Bench& bench : out.benches) {
            sitting.push_back(reader.names().constituencies.names()[bench.constituency.index()]);
            const Node* own = node.table() && !is_law(node) ? node.find(sitting.back()) : &node;
            const DocumentReader::Within within{reader, sitting.back()};
            if (own) fine = Codec<T>::read(*own, key, reader, bench.*member) && fine;
        }
        return node.table() && !is_law(node)
                   ? only_known_keys(node, sitting, "`" + key.name + "`", reader) && fine
                   : fine;
    };
}

template <class T>
Shape by_constituency() {
    return by_name_of(Codec<T>::shape(), "constituency");
}

const KeyTable<Body::Paper>& paper_table() {
    static const KeyTable<Body::Paper> table =
        KeyTable<Body::Paper>{"[body.*.paper]", "paper", "What is prepared before every submission."}
            .key("team", &Body::Paper::team, only_one(), help("Who writes it."))
            .key("effort", &Body::Paper::effort, fallback("{ p10 = \"3 h\", p50 = \"8 h\", p90 = \"24 h\" }"),
                 range("0 h", "200 h"), source(Grade::textbook, "a status report or a business case"),
                 help("Person-hours of focused work."));
    return table;
}

/// The members: who they are, how often they come and what they approve.
void add_members(KeyTable<Body>& table) {
    table
        .custom("members", shape_of(Shape::Kind::other, "a table such as { clinical = 4, it = 3 }"),
                read_members, required(), help("Members by constituency: people with the same priorities."))
        .custom("attendance", by_constituency<Share>(), of_benches(&Bench::attendance), fallback("80 %"),
                range("40 %", "100 %"), source(Grade::textbook, "busy people miss meetings"),
                help("Chance that a member comes to a meeting."))
        .custom("approval", by_constituency<Uncertain<Share>>(), of_benches(&Bench::approval),
                unsure("55 %", "70 %", "85 %"), range("30 %", "95 %"),
                source(Grade::textbook, "no citable figure found"),
                help("Chance that a member approves a first submission without evidence."))
        .custom("weight", by_constituency<double>(), of_benches(&Bench::weight), fallback("1"),
                range("0", "10"), possible(0, 1e6), source(Grade::textbook, "equal votes"),
                help("Of the constituency under the rule `weighted`."));
}

/// The meetings and how they vote.
void add_meetings(KeyTable<Body>& table) {
    table
        .key("meets", &Body::meets_every, written("every", ""), fallback("every 2 weeks"),
             range("every 1 week", "every 3 months"), possible(3600, 31'557'600),
             source(Grade::textbook, "steering groups meet every two to four weeks"),
             help("Cadence of meetings."))
        .key("slots", &Body::slots, fallback("4"), range("1", "20"), possible(1, 1000),
             source(Grade::textbook, "an hour of a quarter each"), help("Agenda items per meeting."))
        .key("quorum", &Body::quorum, fallback("50 %"), range("0 %", "80 %"),
             source(Grade::textbook, "rules of order"),
             help("Share of all members without whom a meeting decides nothing."))
        .key("rule", &Body::rule, fallback("majority"), source(Grade::textbook, "rules of order"),
             help("How a vote is decided."))
        .key("agenda", &Body::agenda, fallback("fifo"), source(Grade::textbook, "first come, first served"),
             help("The order of items that wait for a slot."))
        .key("meeting_length", &Body::meeting_length, fallback("1 h"), range("30 min", "4 h"),
             possible(60, 86400), source(Grade::textbook, "one hour"),
             help("Time that each attending member spends."));
}

/// What becomes of an item that fails.
void add_outcomes(KeyTable<Body>& table) {
    table
        .key("time_box", &Body::time_box, range("2 weeks", "6 months"),
             help("Since the submission; then the chair decides alone. Left out: no limit."))
        .key("rejected", &Body::rejected, fallback("15 %"), range("0 %", "50 %"),
             source(Grade::textbook, "most items that fail come back"),
             help("Of the items that fail a vote: rejected and rescoped instead of deferred."))
        .key("rework", &Body::rework, fallback("{ p10 = \"1 week\", p50 = \"2 weeks\", p90 = \"6 weeks\" }"),
             range("1 day", "12 weeks"),
             source(Grade::abstract,
                    "Ravi et al. 2023: clarifying a request is the slowest step at 14 of 18 centres"),
             help("After a deferral, by those who asked."))
        .key("rescope", &Body::rescope,
             fallback("{ p10 = \"3 weeks\", p50 = \"6 weeks\", p90 = \"16 weeks\" }"),
             range("1 week", "26 weeks"), source(Grade::textbook, "a smaller proposal is written anew"),
             help("After a rejection, by those who asked."))
        .table("paper", &Body::paper, paper_table(),
               help("What is prepared before every submission. Left out: nothing."))
        .key("other_items", &Body::other_items, fallback("2 per month"), range("0 per month", "20 per month"),
             source(Grade::vendor, "most hospitals run 10 to 25 projects besides (HealthIT PM 2011)"),
             help("Other projects' items that compete for the agenda."));
}

}  // namespace

/// The one name that means something: whose hours are those of clinicians.
Constituency constituency_called(const std::string& name) { return {name, name == "clinical"}; }

template <>
const KeyTable<Body>& table_of<Body>() {
    static const KeyTable<Body> table = [] {
        KeyTable<Body> body{"[body.*]", "body", "A group that decides."};
        add_members(body);
        add_meetings(body);
        add_outcomes(body);
        return body;
    }();
    return table;
}

template <>
const KeyTable<Governance>& table_of<Governance>() {
    static const KeyTable<Governance> table =
        KeyTable<Governance>{"[governance]", "governance", "What moves a vote, on the scale of log odds."}
            .key("discovery_evidence", &Governance::discovery_evidence, unsure("0.3", "0.7", "1.2"),
                 range("0", "2"), source(Grade::textbook, "evidence persuades; by how much is not measured"),
                 help("When discovery was done for the item."))
            .key("resubmission_evidence", &Governance::resubmission_evidence, unsure("0.3", "0.6", "1.0"),
                 range("0", "2"), source(Grade::textbook, "objections were answered"),
                 help("Per earlier submission."))
            .key(
                "size_penalty", &Governance::size_penalty, unsure("0.05", "0.2", "0.35"), range("0", "0.5"),
                source(
                    Grade::secondary,
                    "Blenko, Mankins, Rogers 2010: each member beyond seven costs 10 % of effectiveness; log "
                    "odds at 50 % (D)"),
                help("Per member beyond seven."))
            .key("rescope_evidence", &Governance::rescope_evidence, unsure("0.4", "0.8", "1.3"),
                 range("0", "2"), source(Grade::textbook, "a smaller request is easier to grant"),
                 help("Per rescoping."));
    return table;
}

}  // namespace golive::scenario
