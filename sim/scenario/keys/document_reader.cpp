//! Numbers, laws and names out of nodes, with the messages for what they are not.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/document_reader.hpp"

#include "scenario/keys/law.hpp"

#include <cmath>
#include <fmt/format.h>

namespace golive::scenario {
namespace {

void extend(std::string& path, const std::string& name) { path += (path.empty() ? "" : ".") + name; }

/// "¤750" in the words of a scenario in another currency.
std::string localised(std::string text, const std::string& currency) {
    const std::string_view generic = "¤", own = sign_of(currency);
    for (std::size_t at = text.find(generic); at != std::string::npos; at = text.find(generic, at + 1))
        text.replace(at, generic.size(), own.empty() ? currency + " " : std::string{own});
    return text;
}

/// What a bare 1 is worth, or that the key takes no bare numbers.
ParsedQuantity one_of_its_unit(const Format& format, const std::string& currency) {
    if (!format.bare_unit.empty())
        return parse_quantity("1 " + format.bare_unit, {format.dimension, {}, {}, {}}, currency);
    if (format.dimension <= Dimension::share) return {1.0, {}, {}};
    return {{}, "a number without a unit", "this takes " + describe_format(format)};
}

}  // namespace

DocumentReader::Within::Within(DocumentReader& reader, const std::string& name, bool element)
    : reader_{reader}, length_{reader.path_.size()}, general_length_{reader.general_path_.size()} {
    extend(reader.path_, name);
    extend(reader.general_path_, element ? "*" : name);
}

DocumentReader::Within::~Within() {
    reader_.path_.resize(length_);
    reader_.general_path_.resize(general_length_);
}

void DocumentReader::wrong(const Place& place, const std::string& message, const std::string& hint) {
    diagnostics_.error(place, localised(message, currency_), localised(hint, currency_));
}

void DocumentReader::wrong_kind(const Node& node, const KeyInfo& key) {
    wrong(node.place, fmt::format("`{}` takes {}, not {}", key.name, describe(key.shape), node.kind()));
}

std::optional<double> DocumentReader::quantity(const Node& node, const KeyInfo& key, const Format& format) {
    if (const std::string* text = node.text()) {
        const ParsedQuantity reading = parse_quantity(*text, format, currency_);
        if (!reading.value)
            wrong(node.place, fmt::format("{} in `{}`", reading.problem, key.name), reading.advice);
        return reading.value;
    }
    const auto* whole = std::get_if<std::int64_t>(&node.value);
    const auto* real = std::get_if<double>(&node.value);
    if (!whole && !real) {
        wrong_kind(node, key);
        return std::nullopt;
    }
    const ParsedQuantity unit = one_of_its_unit(format, currency_);
    if (!unit.value) {
        wrong(node.place, fmt::format("{} in `{}`", unit.problem, key.name), unit.advice);
        return std::nullopt;
    }
    const double value = (whole ? static_cast<double>(*whole) : *real) * *unit.value;
    if (std::abs(value) <= largest_quantity) return value;
    wrong(node.place, fmt::format("`{}` is not a number that can be meant", key.name));
    return std::nullopt;
}

void DocumentReader::doubt_implausible(double typical, const Node& node, const KeyInfo& key) {
    if (!node.place.source || key.low.empty()) return;
    const Format& format = key.shape.format;
    const auto low = parse_quantity(key.low, format, currency_).value,
               high = parse_quantity(key.high, format, currency_).value;
    constexpr double slack = 1e-9;  // a value on the edge is inside, whatever it was divided by
    const std::string said = node.text() ? *node.text() : show_quantity(typical, format, currency_);
    const double margin = slack * (std::abs(low.value_or(0)) + std::abs(high.value_or(0)));
    if ((low && typical < *low - margin) || (high && typical > *high + margin))
        diagnostics_.warning(
            node.place, fmt::format("`{}` is {}, outside what is plausible", key.name, said),
            fmt::format("usually {} to {}", localised(key.low, currency_), localised(key.high, currency_)));
}

bool DocumentReader::possible(const random::Distribution& law, const Node& node, const KeyInfo& key) {
    const Format& format = key.shape.format;
    const Bounds bounds = key.possible.value_or(natural_bounds(format.dimension));
    const bool certain_value = law.is_constant();
    const auto show = [&](double value) { return show_quantity(value, format, currency_); };
    if (law.lower() < bounds.low) {
        wrong(node.place,
              certain_value ? fmt::format("`{}` cannot be {}", key.name, show(law.lower()))
                            : fmt::format("this law lets `{}` fall below {}", key.name, show(bounds.low)),
              certain_value
                  ? fmt::format("{} is the least", show(bounds.low))
                  : fmt::format("cut it off with min = \"{}\", or give p10, p50 and p90", show(bounds.low)));
        return false;
    }
    if (law.upper() > bounds.high) {
        const bool percent =
            certain_value && !node.text() && format.dimension == Dimension::share && law.upper() <= 100.0;
        wrong(node.place,
              certain_value ? fmt::format("`{}` cannot be {}", key.name, show(law.upper()))
                            : fmt::format("this law lets `{}` rise above {}", key.name, show(bounds.high)),
              percent ? fmt::format("did you mean \"{:g} %\"?", law.upper())
              : certain_value
                  ? fmt::format("{} is the most", show(bounds.high))
                  : fmt::format("cut it off with max = \"{}\", or give p10, p50 and p90", show(bounds.high)));
        return false;
    }
    return true;
}

std::optional<double> DocumentReader::certain(const Node& node, const KeyInfo& key) {
    if (node.table() && is_law(node)) {
        wrong(node.place, fmt::format("`{}` is not an uncertain quantity", key.name),
              "it takes " + describe_format(key.shape.format));
        return std::nullopt;
    }
    const std::optional<double> value = quantity(node, key, key.shape.format);
    if (!value || !possible(random::Distribution{random::Constant{*value}}, node, key)) return std::nullopt;
    if (key.shape.format.dimension == Dimension::count && *value != std::floor(*value)) {
        wrong(node.place, fmt::format("`{}` is a count: {} is not a whole number", key.name, *value));
        return std::nullopt;
    }
    doubt_implausible(*value, node, key);
    return value;
}

std::optional<DocumentReader::Chance> DocumentReader::chance(const Node& node, const KeyInfo& key) {
    random::Law law = random::Constant{0.0};
    Vary vary = Vary::each;
    const Bounds bounds = key.possible.value_or(natural_bounds(key.shape.format.dimension));
    if (node.table()) {
        auto read = read_law(node, key, bounds, *this);
        if (!read) return std::nullopt;
        law = std::move(*read);
        const Node* word = node.find("vary");
        vary = word && word->text() && *word->text() == "run" ? Vary::run : Vary::each;
    } else {
        const std::optional<double> value = quantity(node, key, key.shape.format);
        if (!value) return std::nullopt;
        law = random::Constant{*value};
    }
    Chance result{random::Distribution{std::move(law)}, vary};
    if (!possible(result.law, node, key)) return std::nullopt;
    doubt_implausible(result.law.quantile(0.5), node, key);
    return result;
}

std::optional<std::uint32_t> DocumentReader::named(const Node& node, const KeyInfo& key,
                                                   const Registry& registry) {
    const std::string* name = node.text();
    if (!name) {
        wrong_kind(node, key);
        return std::nullopt;
    }
    const auto position = registry.find(*name);
    if (!position)
        wrong(node.place, fmt::format("unknown {} `{}`", registry.what(), *name),
              suggestion(*name, registry.names()));
    return position;
}

void DocumentReader::assume(const KeyInfo& key, const Node& value) {
    const bool by_default = value.place.source == nullptr;
    if (by_default && !defaults_told_.insert(general_path_).second) return;
    const Source* source = value.place.source;
    Assumption told;
    told.path = by_default ? general_path_ : path_;
    told.value = localised(in_words(value), currency_);
    told.unit = localised(describe(key.shape), currency_);
    told.source = key.source;
    told.grade = letter(key.grade);
    told.range_low = localised(key.low, currency_);
    told.range_high = localised(key.high, currency_);
    told.help = key.help;
    told.origin = by_default ? "default"
                  : source->kind == Source::Kind::override_text
                      ? "--set"
                      : fmt::format("{}:{}", source->name, value.place.line);
    if (!by_default) told.grade.clear();
    assumptions_.push_back(std::move(told));
}

}  // namespace golive::scenario
