//! Errors that show only when sections are held against each other.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/checks.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace golive::scenario {

Place place_of(const Node& document, std::initializer_list<std::string_view> path) {
    const Node* node = &document;
    Place place = document.place;
    for (const std::string_view name : path) {
        if (const Node::Entry* entry = node->entry(name)) {
            node = &entry->value;
            place = entry->place;
            continue;
        }
        const Node* found = nullptr;
        if (node->array())
            for (const Node& element : *node->array())
                if (const Node* own = element.find("name"); own && own->text() && *own->text() == name)
                    found = &element;
        if (!found) return place;
        node = found;
        place = found->place;
    }
    return place;
}

void check(const Scenario&, const Node&, Diagnostics&) {}
void lint(const Scenario&, const Node&, Diagnostics&) {}

}  // namespace golive::scenario
