//! Each trait sets its part of a KeyInfo.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/traits.hpp"

#include "scenario/document/parse_toml.hpp"

#include <fmt/format.h>

namespace golive::scenario {

Trait required() {
    return [](KeyInfo& key) { key.required = true; };
}

Trait only_one() {
    return [](KeyInfo& key) { key.only_one = true; };
}

Trait fallback(std::string text) {
    return [text = std::move(text)](KeyInfo& key) {
        key.fallback = parse_loose_value(text, {});
        key.fallback_text = text;
    };
}

Trait unsure(const std::string& p10, const std::string& p50, const std::string& p90) {
    const auto value = [](const std::string& text) {
        return parse_loose_value(text, {}).text() ? '"' + text + '"' : text;
    };
    return fallback(fmt::format("{{ p10 = {}, p50 = {}, p90 = {}, vary = \"run\" }}", value(p10), value(p50),
                                value(p90)));
}

Trait range(std::string low, std::string high) {
    return [low = std::move(low), high = std::move(high)](KeyInfo& key) {
        key.low = low;
        key.high = high;
    };
}

Trait possible(double low, double high) {
    return [low, high](KeyInfo& key) { key.possible = Bounds{low, high}; };
}

Trait written(std::string before, std::string after) {
    return [before = std::move(before), after = std::move(after)](KeyInfo& key) {
        key.shape.format.before = before;
        key.shape.format.after = after;
    };
}

Trait bare_unit(std::string unit) {
    return [unit = std::move(unit)](KeyInfo& key) { key.shape.format.bare_unit = unit; };
}

Trait source(Grade grade, std::string text) {
    return [grade, text = std::move(text)](KeyInfo& key) {
        key.grade = grade;
        key.source = text;
    };
}

Trait help(std::string text) {
    return [text = std::move(text)](KeyInfo& key) { key.help = text; };
}

}  // namespace golive::scenario
