//! [technology.*] with its devices and integrations.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"

#include <algorithm>
#include <fmt/format.h>

#include <golive/scenario/technology.hpp>

namespace golive::scenario {
namespace {

constexpr std::size_t most_purposes = 4;

bool read_purposes(Technology& out, const Node& node, const KeyInfo& key, DocumentReader& reader) {
    std::vector<WorkflowId> workflows;
    if (!Codec<std::vector<WorkflowId>>::read(node, key, reader, workflows)) return false;
    if (workflows.empty() || workflows.size() > most_purposes) {
        reader.wrong(node.place,
                     fmt::format("{} purposes (a technology has 1 to {})", workflows.size(), most_purposes),
                     workflows.empty() ? "" : "split it into two technologies");
        return false;
    }
    for (const WorkflowId workflow : workflows) {
        const auto same = [&](const Purpose& purpose) { return purpose.workflow == workflow; };
        if (std::any_of(out.purposes.begin(), out.purposes.end(), same))
            reader.wrong(node.place, "a purpose is named twice");
        out.purposes.push_back({workflow, std::nullopt});
    }
    return true;
}

const KeyTable<Purpose::Integration>& integration_table() {
    using Integration = Purpose::Integration;
    static const KeyTable<Integration> table =
        KeyTable<Integration>{"[technology.*.integration.*]", "integration",
                              "What must be built before a purpose is served."}
            .key("team", &Integration::team, only_one(), help("Who builds it."))
            .key("effort", &Integration::effort,
                 fallback("{ p10 = \"80 h\", p50 = \"160 h\", p90 = \"400 h\" }"), range("8 h", "4,000 h"),
                 source(Grade::textbook, "an interface of a clinical system, built and tested"),
                 help("Person-hours of focused work."))
            .key("people", &Integration::people, fallback("2"), range("1", "10"), possible(1, 1000),
                 source(Grade::textbook, "integration work divides badly"),
                 help("How many of the team may share the work."));
    return table;
}

/// A table by purpose: messaging = { team = .., effort = .. }.
void read_integrations(Technology& out, const Node::Entry* entry, const KeyInfo& key,
                       DocumentReader& reader) {
    if (!entry) return;
    if (!entry->value.table()) return reader.wrong_kind(entry->value, key);
    const DocumentReader::Within within{reader, key.name};
    const auto& workflows = reader.names().workflows;
    for (const Node::Entry& integration : *entry->value.table()) {
        const auto serves = [&](const Purpose& purpose) {
            return workflows.names()[purpose.workflow.index()] == integration.key;
        };
        const auto purpose = std::find_if(out.purposes.begin(), out.purposes.end(), serves);
        if (purpose == out.purposes.end()) {
            std::vector<std::string> purposes;
            for (const Purpose& own : out.purposes)
                purposes.push_back(workflows.names()[own.workflow.index()]);
            reader.wrong(integration.place,
                         fmt::format("`{}` is not a purpose of `{}`", integration.key, out.name),
                         suggestion(integration.key, purposes));
            continue;
        }
        integration_table().read_element(purpose->integration.emplace(), integration.value, integration.key,
                                         reader);
    }
}

/// "nurse on shift", "clinician on shift", "nurse", "clinician", "bed", "unit".
bool read_device_for(DeviceRule& out, const Node& node, const KeyInfo& key, DocumentReader& reader) {
    if (!node.text()) return reader.wrong_kind(node, key), false;
    std::string who = *node.text();
    if (who == "bed" || who == "unit")
        return out.per = who == "bed" ? DeviceRule::Per::bed : DeviceRule::Per::unit, true;
    const std::string_view on_shift = " on shift";
    const bool shared = who.size() > on_shift.size() && who.ends_with(on_shift);
    if (shared) who.resize(who.size() - on_shift.size());
    out.per = shared ? DeviceRule::Per::clinician_on_shift : DeviceRule::Per::clinician;
    if (who == "clinician") return true;
    const auto role = reader.names().roles.find(who);
    if (!role) {
        std::vector<std::string> candidates = reader.names().roles.names();
        candidates.insert(candidates.end(), {"clinician", "bed", "unit"});
        reader.wrong(node.place, fmt::format("devices cannot be counted by `{}`", who),
                     suggestion(who, candidates));
        return false;
    }
    out.roles.push_back(RoleId{*role});
    return true;
}

const KeyTable<DeviceRule>& device_table() {
    static const KeyTable<DeviceRule> table =
        KeyTable<DeviceRule>{"[technology.*.device]", "device",
                             "How many devices, of what price. Left out: the technology needs none."}
            .custom(
                "for",
                shape_of(Shape::Kind::other,
                         "\"nurse on shift\", \"clinician on shift\", \"nurse\", \"clinician\", \"bed\" or "
                         "\"unit\", with any role for nurse"),
                read_device_for, fallback("clinician on shift"), help("What devices are counted by."))
            .key(
                "ratio", &DeviceRule::ratio, fallback("1"), range("0.1", "2"), possible(0.0, 1000),
                source(
                    Grade::vendor,
                    "about 40 % of mobile equipment is in use at a time (RTLS vendors); one each is the safe "
                    "start"),
                help("Devices per person, bed or unit."))
            .key("spares", &DeviceRule::spares, fallback("8 %"), range("0 %", "25 %"), possible(0.0, 10.0),
                 source(Grade::textbook, "about half a year of failures"),
                 help("On top, kept in the storeroom for exchange."))
            .key("guess", &DeviceRule::guess, fallback("{ p10 = 0.8, p50 = 1.1, p90 = 1.6 }"),
                 range("0.5", "2"), possible(0, 100),
                 source(Grade::textbook,
                        "trade press: devices end in storerooms; inventories of what is needed are rare"),
                 help("Devices ordered over devices needed, for units whose work nobody has observed."))
            .key("price", &DeviceRule::price, fallback("¤836"), range("¤20", "¤20,000"),
                 source(Grade::vendor, "Ponemon/Imprivata 2024: replacement cost in retail"),
                 help("Of one device."));
    return table;
}

/// The device and what becomes of it: keys of the technology itself.
const KeyTable<DeviceRule>& device_keys() {
    static const KeyTable<DeviceRule> table =
        KeyTable<DeviceRule>{"[technology.*]", "device", "Devices and what becomes of them."}
            .within("device", device_table(),
                    help("How many devices, of what price. Left out: the technology needs none."))
            .key("failure", &DeviceRule::failure, fallback("13.9 % per year"),
                 range("5 % per year", "25 % per year"),
                 source(Grade::vendor, "IDC 2016: smartphones; tablets 15.7, notebooks 18"),
                 help("Hazard of a deployed device; one in repair comes back."))
            .key("loss", &DeviceRule::loss, unsure("4 % per year", "7 % per year", "12 % per year"),
                 range("1 % per year", "20 % per year"),
                 source(Grade::textbook, "no published figure for hospitals: ask the storeroom"),
                 help("Hazard of a deployed device; lost for good."))
            .key("repair", &DeviceRule::repair,
                 fallback("{ dist = \"lognormal\", median = \"9 days\", p90 = \"25 days\" }"),
                 range("1 day", "60 days"), source(Grade::textbook, "mail-in repair"),
                 help("From failure until back in the storeroom."));
    return table;
}

}  // namespace

template <>
const KeyTable<Technology>& table_of<Technology>() {
    static const KeyTable<Technology> table =
        KeyTable<Technology>{"[technology.*]", "technology", "What is rolled out."}
            .custom("purposes", Codec<std::vector<WorkflowId>>::shape(), read_purposes, required(),
                    help("The kinds of work that it serves; 1 to 4."))
            .by_function(
                "integration", shape_of(Shape::Kind::table, "purpose"), &integration_table().info(),
                read_integrations,
                help("By purpose: what must be built before it is served. Purposes left out are served "
                     "at once."))
            .key("difficulty", &Technology::difficulty, unsure("0.3", "0.4", "0.6"), range("0.1", "0.9"),
                 source(Grade::textbook, "nobody knows before the pilot"),
                 help("To learn: 0 none, 1 very hard."))
            .key(
                "fit", &Technology::fit, fallback("{ p10 = 0.45, p50 = 0.6, p90 = 0.75 }"),
                range("0.2", "0.95"),
                source(Grade::textbook,
                       "products bought before observing fit some work well and other work badly; ratings of "
                       "usability differ most between specialties"),
                help("Of the product as bought to the work of a unit, drawn per kind of unit."))
            .key("fit_spread", &Technology::fit_spread, unsure("0.05", "0.1", "0.2"), range("0", "0.3"),
                 source(Grade::textbook, "units of a kind resemble each other"),
                 help("Half-width of a unit's deviation from its kind."))
            .key("saves", &Technology::saves, unsure("0 s", "30 s", "90 s"), range("-5 min", "20 min"),
                 possible(-14400, 86400),
                 source(Grade::abstract,
                        "Poissant 2005, Moore 2020: from a quarter less to a third more documentation"),
                 help("Per use against the old way, by a master where it fits; may be negative."))
            .key("unskilled", &Technology::unskilled, unsure("30 s", "1 min", "2 min"),
                 range("0 s", "30 min"),
                 source(Grade::derived, "interns: charts take 41 % longer at first (Grad Med Educ 2016)"),
                 help("Longer per use without any skill."))
            .key("misfit", &Technology::misfit, unsure("20 s", "1 min", "3 min"), range("0 s", "30 min"),
                 source(Grade::textbook, "clicks that the work does not need"),
                 help("Longer per use where nothing fits."))
            .key("level", &Technology::level, fallback("1"), range("1", "7"), possible(1, 100),
                 source(Grade::textbook, "EMRAM counts to seven"),
                 help("Of digital maturity that it belongs to."))
            .key("needs", &Technology::needs, fallback("[]"),
                 help("Technologies that must be live in a unit before it."))
            .group(&Technology::device, device_keys())
            .key("licence", &Technology::licence, fallback("¤0 per year"), written("", "per year"),
                 range("¤0 per year", "¤10,000 per year"), source(Grade::textbook, "depends on the contract"),
                 help("Per clinician in scope, from go-live on."))
            .key("replaces", &Technology::replaces, fallback("[]"),
                 help("Legacy ways of working that stay available until `retire`."))
            .key("replaces_systems", &Technology::replaces_systems, fallback("0"), range("0", "100"),
                 possible(0, 10'000), source(Grade::textbook, "none unless it is a platform"),
                 help("Systems of the network that go with them; needs [systems]."));
    return table;
}

}  // namespace golive::scenario
