//! Checks and lints by subject, each told at the place of its key.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/review/review.hpp"

namespace golive::scenario {
namespace {

struct Found {
    Place place;  ///< of the key, or of the nearest table above it
    bool whole;   ///< the file has the key
};

/// Things in lists are found by their names.
Found find(const Node& document, const Path& path) {
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
        if (!found) return {place, false};
        node = found;
        place = found->place;
    }
    return {place, true};
}

}  // namespace

void Review::error(const Path& path, std::string message, std::string hint) const {
    diagnostics.error(find(document, path).place, std::move(message), std::move(hint));
}

void Review::warn(const Path& path, std::string message, std::string hint) const {
    diagnostics.warning(find(document, path).place, std::move(message), std::move(hint));
}

bool Review::says(const Path& path) const { return find(document, path).whole; }

bool Review::says_here(const Path& path) const {
    const Found key = find(document, path);
    return key.whole && key.place.source == document.place.source;
}

void check(const Review& review) {
    check_hospital(review);
    check_management(review);
    check_plan(review);
}

void lint(const Review& review) {
    lint_hospital(review);
    lint_management(review);
    lint_plan(review);
}

}  // namespace golive::scenario
