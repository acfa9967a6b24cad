//! JSON Schema (draft 4, the subset that TOML language servers know) from the tables of keys.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/law.hpp"
#include "scenario/sections/sections.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <golive/scenario/load.hpp>

namespace golive::scenario {
namespace {

using Json = nlohmann::ordered_json;

Json table_schema(const TableInfo& table);

Json quantity_schema(const Format& format) {
    const bool bare = format.dimension <= Dimension::share || !format.bare_unit.empty();
    Json text{{"type", "string"}, {"pattern", format_pattern(format)}};
    if (format.dimension == Dimension::count) return {{"type", "integer"}};
    return bare ? Json{{"anyOf", Json::array({Json{{"type", "number"}}, text})}} : text;
}

Json any_of(Json one, Json other) { return {{"anyOf", Json::array({std::move(one), std::move(other)})}}; }

Json value_schema(const Shape& shape) {
    using enum Shape::Kind;
    switch (shape.kind) {
        case text:
        case date:
        case name:
            return {{"type", "string"}};
        case word:
            return shape.words.front() == "none" ? Json{{"type", "string"}} : Json{{"enum", shape.words}};
        case quantity:
            return quantity_schema(shape.format);
        case uncertain:
            return any_of(quantity_schema(shape.format), {{"$ref", "#/definitions/law"}});
        case effort:
            return any_of({{"type", Json::array({"string", "number"})}}, {{"$ref", "#/definitions/law"}});
        case list:
            return any_of(value_schema(shape.element.front()),
                          {{"type", "array"}, {"items", value_schema(shape.element.front())}});
        case by_name:
            return any_of(
                value_schema(shape.element.front()),
                {{"type", "object"}, {"additionalProperties", value_schema(shape.element.front())}});
        case table:
        case tables:
        case other:
            break;
    }
    return Json::object();
}

/// Whether the tables behind a key stand under names, as in [team.x], and not in a list.
bool by_names(const KeyInfo& key) {
    if (key.shape.kind == Shape::Kind::table) return !key.shape.of.empty();
    return key.table->title == "[plan]" || key.table->title.ends_with(".*]");
}

std::string explain(const KeyInfo& key) {
    std::string text = key.help;
    if (key.required) text += " Required.";
    if (!key.fallback_text.empty()) text += fmt::format(" Default: {}.", key.fallback_text);
    if (!key.low.empty()) text += fmt::format(" Usually {} to {}.", key.low, key.high);
    return text;
}

Json key_schema(const KeyInfo& key) {
    Json schema = value_schema(key.shape);
    if (key.table) {
        const Json one = table_schema(*key.table);
        if (by_names(key))
            schema = {{"type", "object"}, {"additionalProperties", one}};
        else if (key.shape.kind == Shape::Kind::tables)
            schema = {{"type", "array"}, {"items", one}};
        else
            schema = one;
    }
    schema["description"] = explain(key);
    return schema;
}

/// Requires nothing: an overlay may leave out whatever its base has.
Json table_schema(const TableInfo& table) {
    Json schema{{"type", "object"}, {"properties", Json::object()}};
    for (const KeyInfo& key : table.keys) schema["properties"][key.name] = key_schema(key);
    if (table.more_keys.empty())
        schema["additionalProperties"] = false;
    else
        schema["additionalProperties"] = {{"type", "integer"},
                                          {"description", "Of a " + table.more_keys + "."}};
    return schema;
}

Json law_schema() {
    Json schema{
        {"type", "object"}, {"description", "An uncertain quantity."}, {"properties", Json::object()}};
    for (const std::string& key : law_keys()) schema["properties"][key] = Json::object();
    schema["properties"]["dist"] = {{"enum", law_names()}};
    schema["properties"]["vary"] = {{"enum", {"each", "run"}},
                                    {"description", "Drawn anew at each use, or one value a replication."}};
    schema["properties"]["per"] = {{"enum", {"device", "unit", "clinician"}}};
    schema["additionalProperties"] = false;
    return schema;
}

}  // namespace

std::string json_schema() {
    Json schema = table_schema(scenario_info());
    schema["$schema"] = "http://json-schema.org/draft-04/schema#";
    schema["title"] = "golive scenario";
    schema["definitions"] = {{"law", law_schema()}};
    return schema.dump(2) + "\n";
}

}  // namespace golive::scenario
