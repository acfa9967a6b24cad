//! One row a way to give the parameters of a law.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/law.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <span>

namespace golive::scenario {
namespace {

using random::Law;

enum class Takes { quantity, number, optional_quantity, optional_number };

struct Parameter {
    std::string_view name;
    Takes takes = Takes::quantity;
    [[nodiscard]] bool optional() const {
        return takes == Takes::optional_quantity || takes == Takes::optional_number;
    }
    [[nodiscard]] bool is_quantity() const {
        return takes == Takes::quantity || takes == Takes::optional_quantity;
    }
};

/// Parameters in the order of their names in the row; what was left out is not a number.
struct Values {
    std::array<double, 4> given;
    Bounds bounds;  // of the quantity
    [[nodiscard]] double operator[](std::size_t i) const { return given[i]; }
    [[nodiscard]] double or_else(std::size_t i, double otherwise) const {
        return std::isnan(given[i]) ? otherwise : given[i];
    }
};

struct Form {
    std::string_view dist;
    std::vector<Parameter> parameters;
    Law (*make)(const Values&);
};

const std::vector<Form>& forms() {
    using namespace random;
    using enum Takes;
    static const std::vector<Form> table{
        {"",
         {{"p10"}, {"p50"}, {"p90"}},
         [](const Values& v) -> Law { return ThreePoint{v[0], v[1], v[2], v.bounds.low, v.bounds.high}; }},
        {"uniform", {{"min"}, {"max"}}, [](const Values& v) -> Law { return Uniform{v[0], v[1]}; }},
        {"triangular",
         {{"min"}, {"mode"}, {"max"}},
         [](const Values& v) -> Law { return Triangular{v[0], v[1], v[2]}; }},
        {"pert",
         {{"min"}, {"mode"}, {"max"}, {"lambda", optional_number}},
         [](const Values& v) -> Law { return Pert{v[0], v[1], v[2], v.or_else(3, 4.0)}; }},
        {"normal",
         {{"mean"}, {"sd"}, {"min", optional_quantity}, {"max", optional_quantity}},
         [](const Values& v) -> Law {
             return Normal{v[0], v[1], v.or_else(2, -infinity), v.or_else(3, infinity)};
         }},
        {"lognormal",
         {{"median"}, {"p90"}},
         [](const Values& v) -> Law { return LognormalByMedianP90{v[0], v[1]}; }},
        {"lognormal",
         {{"mean"}, {"sd"}},
         [](const Values& v) -> Law { return LognormalByMeanSd{v[0], v[1]}; }},
        {"lognormal",
         {{"median"}, {"sigma", number}},
         [](const Values& v) -> Law { return Lognormal{v[0] > 0 ? std::log(v[0]) : std::nan(""), v[1]}; }},
        {"exponential", {{"mean"}}, [](const Values& v) -> Law { return Exponential{v[0]}; }},
        {"weibull",
         {{"shape", number}, {"scale"}},
         [](const Values& v) -> Law { return Weibull{v[0], v[1]}; }},
        {"gamma",
         {{"shape", number}, {"scale"}},
         [](const Values& v) -> Law { return random::Gamma{v[0], v[1]}; }},
        {"gamma", {{"mean"}, {"sd"}}, [](const Values& v) -> Law { return GammaByMeanSd{v[0], v[1]}; }},
        {"beta",
         {{"mean"}, {"sd"}, {"min", optional_quantity}, {"max", optional_quantity}},
         [](const Values& v) -> Law {
             return BetaByMeanSd{v[0], v[1], v.or_else(2, 0.0), v.or_else(3, 1.0)};
         }},
        {"beta",
         {{"alpha", number}, {"beta", number}, {"min", optional_quantity}, {"max", optional_quantity}},
         [](const Values& v) -> Law {
             return random::Beta{v[0], v[1], v.or_else(2, 0.0), v.or_else(3, 1.0)};
         }},
        {"bernoulli", {{"probability", number}}, [](const Values& v) -> Law { return Bernoulli{v[0]}; }},
    };
    return table;
}

const Format plain{Dimension::share};  // shapes and probabilities: bare numbers, or per cent

/// Whether the table has every key that the row asks for.
bool fits(const Form& form, const Node& table) {
    return std::all_of(form.parameters.begin(), form.parameters.end(),
                       [&](const Parameter& p) { return p.optional() || table.find(p.name); });
}

std::string wanted(const Form& form) {
    std::vector<std::string> names;
    for (const Parameter& parameter : form.parameters)
        if (!parameter.optional()) names.emplace_back(parameter.name);
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "`" : i + 1 == names.size() ? " and `" : ", `") + names[i] + "`";
    return text;
}

/// The row that the table is written by; reports where there is none.
const Form* find_form(const Node& table, const std::string& dist, DocumentReader& reader) {
    const Form* named = nullptr;
    std::string ways;
    for (const Form& form : forms()) {
        if (form.dist != dist) continue;
        if (fits(form, table)) return &form;
        ways += (ways.empty() ? "" : ", or ") + wanted(form);
        named = &form;
    }
    if (named)
        reader.wrong(table.place,
                     fmt::format("a {} law needs {}", dist.empty() ? "three-point" : dist, ways));
    else
        reader.wrong(table.find("dist")->place, fmt::format("unknown law `{}`", dist),
                     suggestion(dist, law_names()));
    return nullptr;
}

/// Reports keys that mean nothing to this law.
bool only_these_keys(const Node& table, std::vector<std::string> allowed, std::string_view law,
                     DocumentReader& reader) {
    for (const char* common : {"dist", "vary", "per"}) allowed.emplace_back(common);
    bool fine = true;
    for (const Node::Entry& entry : *table.table()) {
        if (std::find(allowed.begin(), allowed.end(), entry.key) != allowed.end()) continue;
        reader.wrong(
            entry.place,
            fmt::format("unknown key `{}` in a {} law", entry.key, law.empty() ? "three-point" : law),
            suggestion(entry.key, allowed));
        fine = false;
    }
    const Node* vary = table.find("vary");
    if (vary && (!vary->text() || (*vary->text() != "each" && *vary->text() != "run"))) {
        reader.wrong(vary->place,
                     "`vary` is \"each\" (drawn anew at each use) or \"run\" (one value a replication)");
        fine = false;
    }
    return fine;
}

std::optional<Law> from_parameters(const Node& table, const std::string& dist, const KeyInfo& key,
                                   const Bounds& bounds, DocumentReader& reader) {
    const Form* form = find_form(table, dist, reader);
    if (!form) return std::nullopt;
    std::vector<std::string> allowed;
    Values values{{}, bounds};
    values.given.fill(std::nan(""));
    bool fine = true;
    for (std::size_t i = 0; i < form->parameters.size(); ++i) {
        const Parameter& parameter = form->parameters[i];
        allowed.emplace_back(parameter.name);
        const Node* node = table.find(parameter.name);
        if (!node) continue;
        KeyInfo named = key;
        named.name = parameter.name;
        const auto value = reader.quantity(*node, named, parameter.is_quantity() ? key.shape.format : plain);
        fine = fine && value;
        values.given[i] = value.value_or(0.0);
    }
    if (!only_these_keys(table, allowed, dist, reader) || !fine) return std::nullopt;
    return form->make(values);
}

/// Numbers in a list, each in the law's unit or with its own.
std::optional<std::vector<double>> read_values(const Node& list, const Node* unit, const KeyInfo& key,
                                               const Format& own, DocumentReader& reader) {
    if (!list.array() || list.array()->empty()) {
        reader.wrong(list.place, fmt::format("`{}` takes a list with at least one number", key.name));
        return std::nullopt;
    }
    Format format = own;
    if (unit && unit->text()) format.bare_unit = *unit->text();
    std::vector<double> values;
    const int errors_before = reader.diagnostics().errors();
    for (const Node& element : *list.array())
        if (const auto value = reader.quantity(element, key, format)) values.push_back(*value);
    if (reader.diagnostics().errors() > errors_before) return std::nullopt;
    return values;
}

std::optional<Law> from_values(const Node& table, const std::string& dist, const KeyInfo& key,
                               DocumentReader& reader) {
    const bool weighted = dist == "discrete";
    const std::vector<std::string> allowed = weighted ? std::vector<std::string>{"values", "unit", "weights"}
                                                      : std::vector<std::string>{"values", "unit"};
    const Node* list = table.find("values");
    if (!list) {
        reader.wrong(table.place, fmt::format("a {} law needs `values`", dist),
                     weighted ? "" : "or `file` and `column`, for the column of a CSV file");
        return std::nullopt;
    }
    if (!only_these_keys(table, allowed, dist, reader)) return std::nullopt;
    KeyInfo named = key;
    named.name = "values";
    auto values = read_values(*list, table.find("unit"), named, key.shape.format, reader);
    if (!values) return std::nullopt;
    if (!weighted) return random::Empirical{std::move(*values)};
    std::vector<double> weights(values->size(), 1.0);
    if (const Node* given = table.find("weights")) {
        named.name = "weights";
        auto read = read_values(*given, nullptr, named, plain, reader);
        if (!read) return std::nullopt;
        weights = std::move(*read);
    }
    return random::Discrete{std::move(*values), std::move(weights)};
}

}  // namespace

std::vector<std::string> law_names() {
    std::vector<std::string> names;
    for (const Form& form : forms())
        if (!form.dist.empty() && (names.empty() || names.back() != form.dist)) names.emplace_back(form.dist);
    names.insert(names.end(), {"discrete", "empirical"});
    return names;
}

std::vector<std::string> law_keys() {
    std::vector<std::string> keys{"dist", "vary", "values", "weights", "unit", "file", "column"};
    for (const Form& form : forms())
        for (const Parameter& parameter : form.parameters)
            if (std::find(keys.begin(), keys.end(), parameter.name) == keys.end())
                keys.emplace_back(parameter.name);
    return keys;
}

std::optional<Law> read_law(const Node& table, const KeyInfo& key, const Bounds& bounds,
                            DocumentReader& reader) {
    if (!is_law(table)) {
        reader.wrong(table.place, fmt::format("`{}` takes {}", key.name, describe(key.shape)),
                     "an uncertain value is { p10 = .., p50 = .., p90 = .. } or { dist = .. }");
        return std::nullopt;
    }
    const Node* word = table.find("dist");
    if (word && !word->text()) {
        reader.wrong(word->place, "`dist` takes the name of a law", "one of " + listed(law_names()));
        return std::nullopt;
    }
    const std::string dist = word ? *word->text() : "";
    auto law = dist == "discrete" || dist == "empirical" ? from_values(table, dist, key, reader)
                                                         : from_parameters(table, dist, key, bounds, reader);
    if (!law) return std::nullopt;
    const auto show = [&](double value) { return show_quantity(value, key.shape.format, reader.currency()); };
    if (const auto why = random::fault(*law, show)) {
        reader.wrong(table.place, fmt::format("this law for `{}` cannot be: {}", key.name, *why));
        return std::nullopt;
    }
    return law;
}

}  // namespace golive::scenario
