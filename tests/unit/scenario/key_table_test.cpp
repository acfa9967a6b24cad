//! The one description of parameters: defaults in their ranges, help everywhere, a schema and a page that
//! name every key.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/sections/sections.hpp"
#include "scenario/sections/step_kinds.hpp"
#include "support.hpp"

#include <functional>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace golive::scenario {
namespace {

void for_each_key(const TableInfo& section,
                  const std::function<void(const TableInfo&, const KeyInfo&)>& visit) {
    for (const KeyInfo& key : section.keys) {
        visit(section, key);
        if (key.table) for_each_key(*key.table, visit);
    }
}

void for_each_key(const std::function<void(const TableInfo&, const KeyInfo&)>& visit) {
    for_each_key(scenario_info(), visit);
    for (const StepKind& kind : step_kinds()) for_each_key(*kind.info, visit);
}

Node placed(Node node, const Source& source) {
    node.place = {&source, 1, 1, 1};
    return node;
}

TEST(Tables, GiveEveryDefaultInsideItsOwnRange) {
    const Source source{"table", "", Source::Kind::built_in};
    int checked = 0;
    for_each_key([&](const TableInfo& section, const KeyInfo& key) {
        using enum Shape::Kind;
        if (!key.fallback || (key.shape.kind != quantity && key.shape.kind != uncertain)) return;
        Diagnostics diagnostics;
        const Names names;
        DocumentReader reader{diagnostics, names, "EUR"};
        const Node node = placed(*key.fallback, source);
        const bool read = key.shape.kind == quantity ? reader.certain(node, key).has_value()
                                                     : reader.chance(node, key).has_value();
        EXPECT_TRUE(read) << section.title << key.name;
        Sources sources;
        for (const Diagnostic& diagnostic : diagnostics.in_order(sources))
            ADD_FAILURE() << section.title << " " << diagnostic.message;
        ++checked;
    });
    EXPECT_GT(checked, 90);
}

TEST(Tables, GiveRangesThatCanBeRead) {
    for_each_key([&](const TableInfo& section, const KeyInfo& key) {
        if (key.low.empty()) return;
        const auto low = parse_quantity(key.low, key.shape.format, "USD"),
                   high = parse_quantity(key.high, key.shape.format, "USD");
        ASSERT_TRUE(low.value && high.value) << section.title << key.name << low.problem << high.problem;
        EXPECT_LT(*low.value, *high.value) << section.title << key.name;
        const Bounds bounds = key.possible.value_or(natural_bounds(key.shape.format.dimension));
        EXPECT_GE(*low.value, bounds.low) << section.title << key.name;
        EXPECT_LE(*high.value, bounds.high) << section.title << key.name;
    });
}

TEST(Tables, ExplainEveryKeyAndGiveASourceForEveryQuantityWithADefault) {
    for_each_key([&](const TableInfo& section, const KeyInfo& key) {
        EXPECT_TRUE(!key.help.empty() || key.table) << section.title << " " << key.name;
        using enum Shape::Kind;
        const bool number =
            key.shape.kind == quantity || key.shape.kind == uncertain || key.shape.kind == effort;
        if (number && key.fallback) {
            EXPECT_FALSE(key.source.empty()) << section.title << " " << key.name;
        }
        if (number && key.fallback && key.name != "opportunities") {
            EXPECT_FALSE(key.low.empty()) << section.title << " " << key.name;
        }
    });
}

TEST(Schema, IsJsonThatNamesEveryKey) {
    const auto schema = nlohmann::json::parse(json_schema());
    EXPECT_EQ(schema["$schema"], "http://json-schema.org/draft-04/schema#");
    const std::string text = schema.dump();
    int keys = 0;
    for_each_key([&](const TableInfo&, const KeyInfo& key) {
        EXPECT_NE(text.find("\"" + key.name + "\":{"), std::string::npos) << key.name;
        ++keys;
    });
    EXPECT_GT(keys, 150);
}

TEST(Reference, NamesEveryKeyAndSection) {
    const std::string page = reference_page();
    for_each_key([&](const TableInfo& section, const KeyInfo& key) {
        EXPECT_NE(page.find("| `" + key.name + "` |"), std::string::npos) << section.title << key.name;
        if (!section.title.empty()) {
            EXPECT_NE(page.find("## " + section.title), std::string::npos) << section.title;
        }
    });
}

}  // namespace
}  // namespace golive::scenario
