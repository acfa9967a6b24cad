//! [role.*], [[site]] and [[site.unit]].
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"
#include "scenario/sections/sections.hpp"

#include <fmt/format.h>
#include <set>

#include <golive/scenario/scenario.hpp>

namespace golive::scenario {
namespace {

const KeyTable<Role>& shift_table() {
    static const KeyTable<Role> table =
        KeyTable<Role>{"[role.*.shift]", "shift", "The pattern of work."}
            .key("length", &Role::shift_length, fallback("12 h"), range("4 h", "14 h"), possible(3600, 86400),
                 source(Grade::textbook, "the usual shift of hospital nurses in the US"),
                 help("Of one shift."))
            .key("per_week", &Role::shifts_per_week, fallback("3"), range("2", "5"), possible(1, 7),
                 source(Grade::textbook, "36 hours in three shifts"),
                 help("Shifts of a full post; a fraction is spread over weeks."));
    return table;
}

std::vector<std::string> role_names(const DocumentReader& reader) { return reader.names().roles.names(); }

void read_posts(Unit& unit, const Node& table, DocumentReader& reader) {
    unit.posts.assign(reader.names().roles.size(), 0);
    for (const Node::Entry& entry : *table.table()) {
        const auto role = reader.names().roles.find(entry.key);
        if (!role) continue;
        KeyInfo key{.name = entry.key, .shape = Codec<int>::shape(), .help = "Posts of this role."};
        const DocumentReader::Within within{reader, entry.key};
        if (Codec<int>::read(entry.value, key, reader, unit.posts[RoleId{*role}]))
            reader.assume(key, entry.value);
    }
}

const KeyTable<Unit>& unit_table() {
    static const KeyTable<Unit> table =
        KeyTable<Unit>{"[[site.unit]]", "unit",
                       "A ward, an ICU, a clinic. Further keys are roles: how many posts."}
            .key("name", &Unit::name, required(), help("Waves refer to it as \"site/unit\"."))
            .key("kind", &Unit::kind, fallback("ward"),
                 help("Units of a kind resemble each other: how well a technology fits is drawn by kind."))
            .key("beds", &Unit::beds, fallback("0"), range("0", "80"),
                 source(Grade::textbook, "only devices counted by bed need it"), help("Beds."))
            .key("workload", &Unit::workload, fallback("100 %"), range("70 %", "130 %"), possible(0.0, 3.0),
                 source(Grade::textbook, "the norm"),
                 help("Care work offered over the capacity of a fully staffed unit."))
            .key("attitude", &Unit::attitude, fallback("0"), range("-0.5", "0.5"), possible(-2, 2),
                 source(Grade::textbook, "the middle"), help("Added to its people's first attitudes."))
            .others("role", role_names, read_posts);
    return table;
}

const KeyTable<Site>& site_table() {
    static const KeyTable<Site> table =
        KeyTable<Site>{"[[site]]", "site", "A hospital or clinic of the network."}
            .key("name", &Site::name, required(), help("Of the site."))
            .read_elsewhere("unit", shape_of(Shape::Kind::tables), &unit_table().info(),
                            help("The units, one table each."))
            .read_elsewhere(
                "units",
                shape_of(Shape::Kind::other,
                         "a CSV file with columns name, kind, beds, workload and one for each role, such "
                         "as { file = \"units.csv\" }"),
                nullptr, help("The units, one row each, from a file next to the scenario."));
    return table;
}

void read_units(Scenario& out, SiteId site, const Node& node, DocumentReader& reader) {
    const Node* units = node.find("unit");
    if (!units) return;
    if (!units->array()) return reader.wrong(units->place, "units are tables under [[site.unit]]");
    const DocumentReader::Within within{reader, "unit"};
    std::set<std::string> seen;
    for (const Node& element : *units->array()) {
        Unit unit{};
        unit_table().read_element(unit, element, name_in(element), reader);
        unit.site = site;
        unit.path = out.sites[site].name + "/" + unit.name;
        if (!seen.insert(unit.name).second)
            reader.wrong(element.place, fmt::format("two units are called `{}`", unit.path));
        out.sites[site].units.push_back(out.units.push_back(std::move(unit)));
    }
}

}  // namespace

template <>
const KeyTable<Role>& table_of<Role>() {
    static const KeyTable<Role> table =
        KeyTable<Role>{"[role.*]", "role", "A kind of clinician: nurse, physician, therapist."}
            .within("shift", shift_table(), help("The pattern of work."))
            .key("nights", &Role::nights, fallback("35 %"), range("0 %", "60 %"),
                 source(Grade::textbook, "wards are staffed round the clock with fewer people at night"),
                 help("Share of shifts that start in the evening."))
            .key(
                "tech_comfort", &Role::tech_comfort, fallback("{ dist = \"beta\", mean = 0.55, sd = 0.20 }"),
                range("0.3", "0.8"),
                source(
                    Grade::textbook,
                    "wide variance is the finding: Longhurst et al. 2019 explain over half of EHR experience "
                    "by differences between users"),
                help("With technology in general, per person: 0 none, 1 at home."))
            .key("turnover", &Role::turnover, fallback("16.4 % per year"),
                 range("5 % per year", "36 % per year"),
                 source(Grade::secondary, "NSI 2025: registered nurses, 5.2 to 36.4 % by bed size"),
                 help("Hazard that a filled post is given up; needs [workforce]."))
            .key("time_to_fill", &Role::time_to_fill,
                 fallback("{ p10 = \"45 days\", p50 = \"83 days\", p90 = \"150 days\" }"),
                 range("30 days", "200 days"),
                 source(Grade::secondary, "NSI 2025: 83 days (62 to 103 between specialties)"),
                 help("From a resignation to the successor's first shift."))
            .key("wage", &Role::wage, fallback("¤49 per h"), range("¤15 per h", "¤250 per h"),
                 source(Grade::textbook, "a registered nurse in the US with benefits left out"),
                 help("Cost of an hour in class, meeting or co-design."))
            .key("documentation", &Role::documentation, written("", "per shift"),
                 fallback("150 min per shift"), range("30 min per shift", "400 min per shift"),
                 source(Grade::textbook,
                        "a quarter to a third of a nurse's shift; physicians 355 min (Arndt 2017)"),
                 help("Time spent on documentation at the start."))
            .key("after_hours", &Role::after_hours, written("", "per shift"), fallback("20 min per shift"),
                 range("0 min per shift", "150 min per shift"),
                 source(Grade::textbook, "physicians 86 min (Arndt 2017), nurses less"),
                 help("Of it, after the shift."))
            .key("overflow", &Role::overflow, fallback("50 %"), range("0 %", "100 %"), possible(0, 1),
                 source(Grade::abstract,
                        "Arndt 2017: 86 of 355 EHR minutes fall after hours; of what comes on top, judged"),
                 help("Of documentation time that comes on top: after the shift, too; the rest is missing on "
                      "it."))
            .key("opportunities", &Role::opportunities, fallback("{}"), possible(0, 64),
                 help("Occasions per shift to use a technology, by purpose; at most 64 over the purposes of "
                      "one "
                      "technology."));
    return table;
}

const TableInfo& site_info() { return site_table().info(); }

void read_sites(Scenario& out, const Node::Entry* entry, const KeyInfo& key, DocumentReader& reader) {
    if (!entry) return;
    if (!entry->value.array()) return reader.wrong_kind(entry->value, key);
    const DocumentReader::Within within{reader, "site"};
    for (const Node& element : *entry->value.array()) {
        Site site{};
        site_table().read_element(site, element, name_in(element), reader);
        const DocumentReader::Within within_site{reader, site.name, true};
        for (const Site& other : out.sites)
            if (other.name == site.name)
                reader.wrong(element.place, fmt::format("two sites are called `{}`", site.name));
        const SiteId id = out.sites.push_back(std::move(site));
        read_units(out, id, element, reader);
    }
}

}  // namespace golive::scenario
