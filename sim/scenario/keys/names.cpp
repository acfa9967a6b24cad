//! A first pass over the document, for names alone; what is malformed is left for the reader to tell.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/names.hpp"

namespace golive::scenario {
namespace {

template <class Visit>
void for_each_entry(const Node* table, Visit visit) {
    if (!table || !table->table()) return;
    for (const Node::Entry& entry : *table->table()) visit(entry);
}

template <class Visit>
void for_each_named(const Node* list, Visit visit) {
    if (!list || !list->array()) return;
    for (const Node& element : *list->array()) {
        const Node* name = element.find("name");
        if (name && name->text()) visit(element, *name->text());
    }
}

void collect_keys(const Node* table, Registry& registry) {
    for_each_entry(table, [&](const Node::Entry& entry) { registry.add(entry.key); });
}

void collect_workflows(const Node& document, Registry& workflows) {
    for_each_entry(document.find("technology"), [&](const Node::Entry& technology) {
        const Node* purposes = technology.value.find("purposes");
        if (!purposes || !purposes->array()) return;
        for (const Node& purpose : *purposes->array())
            if (purpose.text()) workflows.add(*purpose.text());
    });
    for_each_entry(document.find("role"), [&](const Node::Entry& role) {
        collect_keys(role.value.find("opportunities"), workflows);
    });
}

void collect_units(const Node& document, Names& names) {
    for_each_named(document.find("site"), [&](const Node& site, const std::string& site_name) {
        names.sites.add(site_name);
        for_each_named(site.find("unit"), [&](const Node& unit, const std::string& unit_name) {
            names.units.add(site_name + "/" + unit_name);
            const Node* kind = unit.find("kind");
            names.unit_kinds.add(kind && kind->text() ? *kind->text() : "ward");
        });
    });
}

}  // namespace

const Registry& Names::of(std::string_view what) const {
    for (const Registry* registry : {&roles, &sites, &units, &unit_kinds, &workflows, &technologies, &bodies,
                                     &constituencies, &teams, &courses, &waves})
        if (registry->what() == what) return *registry;
    return activities;
}

Names collect_names(const Node& document) {
    Names names;
    collect_keys(document.find("role"), names.roles);
    collect_keys(document.find("technology"), names.technologies);
    collect_keys(document.find("body"), names.bodies);
    collect_keys(document.find("team"), names.teams);
    collect_keys(document.find("course"), names.courses);
    collect_keys(document.find("plan"), names.activities);
    for_each_entry(document.find("body"), [&](const Node::Entry& body) {
        collect_keys(body.value.find("members"), names.constituencies);
    });
    for_each_named(document.find("wave"),
                   [&](const Node&, const std::string& name) { names.waves.add(name); });
    collect_workflows(document, names.workflows);
    collect_units(document, names);
    return names;
}

}  // namespace golive::scenario
