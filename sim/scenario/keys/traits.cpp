//! Each trait sets its part of a KeyInfo.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/traits.hpp"

#include "scenario/document/parse_toml.hpp"

#include <fmt/format.h>

namespace golive::scenario {
namespace {

void set_fallback(KeyInfo& key, std::string_view text) {
    key.fallback = parse_loose_value(text, {});
    key.fallback_text = text;
}

std::string as_toml(std::string_view value) {
    return parse_loose_value(value, {}).text() ? fmt::format("\"{}\"", value) : std::string{value};
}

}  // namespace

Trait required() {
    return {[](KeyInfo& key, const Trait&) { key.required = true; }};
}

Trait only_one() {
    return {[](KeyInfo& key, const Trait&) { key.only_one = true; }};
}

Trait fallback(std::string_view text) {
    return {[](KeyInfo& key, const Trait& trait) { set_fallback(key, trait.first); }, text};
}

Trait unsure(std::string_view p10, std::string_view p50, std::string_view p90) {
    const auto set = [](KeyInfo& key, const Trait& points) {
        set_fallback(key, fmt::format("{{ p10 = {}, p50 = {}, p90 = {}, vary = \"run\" }}",
                                      as_toml(points.first), as_toml(points.second), as_toml(points.third)));
    };
    return {set, p10, p50, p90};
}

Trait range(std::string_view low, std::string_view high) {
    const auto set = [](KeyInfo& key, const Trait& ends) {
        key.low = ends.first;
        key.high = ends.second;
    };
    return {set, low, high};
}

Trait possible(double low, double high) {
    return {.set = [](KeyInfo& key, const Trait& trait) { key.possible = trait.bounds; },
            .bounds = {low, high}};
}

Trait written(std::string_view before, std::string_view after) {
    const auto set = [](KeyInfo& key, const Trait& words) {
        key.shape.format.before = words.first;
        key.shape.format.after = words.second;
    };
    return {set, before, after};
}

Trait bare_unit(std::string_view unit) {
    return {[](KeyInfo& key, const Trait& trait) { key.shape.format.bare_unit = trait.first; }, unit};
}

Trait source(Grade grade, std::string_view text) {
    const auto set = [](KeyInfo& key, const Trait& trait) {
        key.grade = trait.grade;
        key.source = trait.first;
    };
    return {.set = set, .first = text, .grade = grade};
}

Trait help(std::string_view text) {
    return {[](KeyInfo& key, const Trait& trait) { key.help = trait.first; }, text};
}

}  // namespace golive::scenario
