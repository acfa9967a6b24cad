//! [[wave]] and [plan]: activities, their order, and who they are for.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/keys/key_table.hpp"
#include "scenario/sections/plan_order.hpp"
#include "scenario/sections/sections.hpp"
#include "scenario/sections/step_kinds.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include <golive/base/spelling.hpp>
#include <golive/scenario/scenario.hpp>

namespace golive::scenario {

template <>
inline constexpr EnumNames<Scope, 4> words_of<Scope>{
    {{Scope::network, "network"}, {Scope::site, "site"}, {Scope::wave, "wave"}, {Scope::unit, "unit"}}};

/// A date, "5 weeks before target", "2 weeks after target" or "at target".
template <>
struct Codec<Earliest> {
    static Shape shape() {
        return shape_of(Shape::Kind::other,
                        "a date, \"5 weeks before target\", \"2 weeks after target\" or \"at target\"");
    }
    static bool read(const Node& node, const KeyInfo& key, DocumentReader& reader, Earliest& out) {
        if (const auto* date = std::get_if<Date>(&node.value)) return out.date = *date, true;
        if (!node.text()) return reader.wrong_kind(node, key), false;
        if ((out.date = Date::parse(*node.text()))) return true;
        if (*node.text() == "at target") return out.after_target = Duration{}, true;
        for (const auto& [words, sign] : {std::pair{" before target", -1}, std::pair{" after target", 1}}) {
            if (!node.text()->ends_with(words)) continue;
            const std::string length =
                node.text()->substr(0, node.text()->size() - std::string_view{words}.size());
            const ParsedQuantity reading = parse_quantity(length, {Dimension::duration}, reader.currency());
            if (!reading.value || *reading.value < 0)
                return reader.wrong(
                           node.place,
                           fmt::format("{} in `{}`", reading.value ? "a negative duration" : reading.problem,
                                       key.name),
                           reading.advice),
                       false;
            out.after_target = sign * Duration::from_seconds(*reading.value);
            return true;
        }
        reader.wrong(node.place, fmt::format("\"{}\" is not a start", *node.text()),
                     "this takes " + shape().of);
        return false;
    }
};

namespace {

/// "Riverside/ICU", "Riverside" or "Riverside/*" for all of a site, "ICU" where there is only one.
std::vector<UnitId> units_called(const std::string& name, const Names& names) {
    if (const auto exact = names.units.find(name)) return {UnitId{*exact}};
    const std::string site = name.ends_with("/*") ? name.substr(0, name.size() - 2) : name;
    std::vector<UnitId> of_site, of_name;
    for (std::uint32_t i = 0; i < names.units.size(); ++i) {
        const std::string& path = names.units.names()[i];
        if (names.sites.find(site) && path.starts_with(site + "/")) of_site.push_back(UnitId{i});
        if (path.ends_with("/" + name)) of_name.push_back(UnitId{i});
    }
    return !of_site.empty() ? of_site : of_name.size() == 1 ? of_name : std::vector<UnitId>{};
}

bool read_wave_units(Wave& out, const Node& node, const KeyInfo& key, DocumentReader& reader) {
    std::vector<std::string> listed_names;
    if (!Codec<std::vector<std::string>>::read(node, key, reader, listed_names)) return false;
    bool fine = true;
    for (std::size_t i = 0; i < listed_names.size(); ++i) {
        const std::vector<UnitId> found = units_called(listed_names[i], reader.names());
        const Place& place = node.array() ? (*node.array())[i].place : node.place;
        if (found.empty()) {
            std::vector<std::string> candidates = reader.names().units.names();
            candidates.insert(candidates.end(), reader.names().sites.names().begin(),
                              reader.names().sites.names().end());
            reader.wrong(place, fmt::format("unknown unit `{}`", listed_names[i]),
                         suggestion(listed_names[i], candidates));
            fine = false;
        }
        for (const UnitId unit : found) {
            if (std::find(out.units.begin(), out.units.end(), unit) == out.units.end())
                out.units.push_back(unit);
            else
                reader.wrong(place, fmt::format("unit `{}` is twice in this wave",
                                                reader.names().units.names()[unit.index()]));
        }
    }
    return fine;
}

const KeyTable<Needs>& needs_table() {
    static const KeyTable<Needs> table =
        KeyTable<Needs>{"[plan.*.needs]", "needs",
                        "What must be true of the scope before the activity starts."}
            .key("trained", &Needs::trained,
                 help("Of the filled posts in scope that a course of this technology is for."))
            .key("deployed", &Needs::deployed, help("Of the devices that the scope's rule asks for."))
            .key("adopted", &Needs::adopted, help("Of the filled posts in scope whose state is adopted."));
    return table;
}

Shape kind_shape() {
    Shape shape{.kind = Shape::Kind::word};
    for (const StepKind& kind : step_kinds()) shape.words.emplace_back(kind.name);
    return shape;
}

/// What every activity takes, whatever its kind.
const KeyTable<Activity>& activity_table() {
    static const KeyTable<Activity> table =
        KeyTable<Activity>{"[plan]", "activity", "A line of the plan."}
            .read_elsewhere("kind", kind_shape(), nullptr,
                            help("What it is; decides which further keys it takes."))
            .key("technology", &Activity::technology,
                 help("Which is rolled out. Left out: the only one, or the course's."))
            .by_function(
                "scope", Codec<Scope>::shape(), nullptr,
                [](Activity& out, const Node::Entry* entry, const KeyInfo& key, DocumentReader& reader) {
                    if (entry) Codec<Scope>::read(entry->value, key, reader, out.scope);
                },
                help("Once for the network, or for each site, wave or unit. Left out: as suits the kind."))
            .by_function(
                "after", list_of(shape_of(Shape::Kind::name, "activity")), nullptr, read_predecessors,
                help("Activities that must be over; \"build.messaging\" for one purpose of a build."))
            .table("needs", &Activity::needs, needs_table(), help("Gates."))
            .key("deadline", &Activity::gate_deadline, range("1 day", "1 year"),
                 help("A gate that stays shut so long is passed all the same. Left out: never."))
            .key("start", &Activity::earliest, help("Not before. Left out: as soon as possible."));
    return table;
}

void only_keys_of(const StepKind& kind, const Node& node, const std::string& name, DocumentReader& reader) {
    std::vector<std::string> known = activity_table().info().names();
    const std::vector<std::string> own = kind.info->names();
    known.insert(known.end(), own.begin(), own.end());
    for (const Node::Entry& entry : *node.table()) {
        if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
        std::vector<std::string> others;
        for (const StepKind& other : step_kinds())
            if (other.info->find(entry.key)) others.emplace_back(other.name);
        if (others.empty())
            reader.wrong(entry.place, fmt::format("unknown key `{}` in activity `{}`", entry.key, name),
                         suggestion(entry.key, known));
        else
            reader.wrong(entry.place,
                         fmt::format("`{}` is a key of {}, not of {}", entry.key, listed(others), kind.name),
                         suggestion(entry.key, own));
    }
}

std::optional<Activity> read_activity(const Node::Entry& entry, DocumentReader& reader) {
    const Node& node = entry.value;
    if (!node.table())
        return reader.wrong(node.place,
                            fmt::format("activity `{}` must be a table, not {}", entry.key, node.kind())),
               std::nullopt;
    const Node* word = node.find("kind");
    const StepKind* kind = word && word->text() ? find_step_kind(*word->text()) : nullptr;
    if (!word)
        return reader.wrong(entry.place, fmt::format("activity `{}` has no `kind`", entry.key),
                            "one of " + listed(kind_shape().words)),
               std::nullopt;
    if (!kind) {
        const std::string given = word->text() ? *word->text() : std::string{word->kind()};
        const std::string meant = closest(given, kind_shape().words);
        reader.wrong(
            word->place, fmt::format("`{}` is not a kind of activity", given),
            meant.empty() ? "one of " + listed(kind_shape().words) : "did you mean `" + meant + "`?");
        return std::nullopt;
    }
    const DocumentReader::Within within{reader, entry.key};
    Activity activity{};
    activity.name = entry.key;
    activity.scope = kind->scope;
    only_keys_of(*kind, node, entry.key, reader);
    activity_table().read_keys(activity, node, reader);
    kind->read(activity.step, node, reader);
    return activity;
}

bool needs_technology(const Step& step) {
    return !std::holds_alternative<Decision>(step) && !std::holds_alternative<Milestone>(step) &&
           !std::holds_alternative<Wait>(step) && !std::holds_alternative<SecurityReview>(step);
}

/// Left out, the technology is the course's, or the only one.
void settle_technology(Activity& activity, const Scenario& scenario, const Place& place,
                       DocumentReader& reader) {
    const auto* train = std::get_if<Train>(&activity.step);
    if (!activity.technology && train && scenario.courses.contains(train->course))
        activity.technology = scenario.courses[train->course].technology;
    const auto& technologies = reader.names().technologies;
    if (!activity.technology && technologies.size() == 1) activity.technology = TechnologyId{0};
    if (!activity.technology && needs_technology(activity.step))
        reader.wrong(place, fmt::format("activity `{}` has no `technology`", activity.name),
                     technologies.size() == 0 ? "there is no [technology.x] yet"
                                              : "say which: " + suggestion("", technologies.names()));
}

}  // namespace

template <>
const KeyTable<Wave>& table_of<Wave>() {
    static const KeyTable<Wave> table =
        KeyTable<Wave>{"[[wave]]", "wave", "Units that go live together. Without any: one wave of all units."}
            .key("name", &Wave::name, required(), help("Of the wave."))
            .custom("units", list_of(shape_of(Shape::Kind::name, "unit")), read_wave_units, required(),
                    help("As \"site/unit\", or a site for all of its units."))
            .key("target", &Wave::target, help("Planned go-live; starts of activities count from it."));
    return table;
}

const TableInfo& plan_info() {
    static const TableInfo info = [] {
        TableInfo all = activity_table().info();
        all.title = "[plan]";
        all.help = "The steps of the rollout, one line each.";
        std::set<std::string> seen;
        for (const KeyInfo& key : all.keys) seen.insert(key.name);
        for (const StepKind& kind : step_kinds())
            for (const KeyInfo& key : kind.info->keys)
                if (seen.insert(key.name).second) all.keys.push_back(key);
        return all;
    }();
    return info;
}

void read_plan(Scenario& out, const Node::Entry* entry, const KeyInfo& key, DocumentReader& reader) {
    if (!entry) return;
    if (!entry->value.table()) return reader.wrong_kind(entry->value, key);
    const DocumentReader::Within within{reader, key.name};
    std::vector<Activity> activities;
    bool complete = true;
    for (const Node::Entry& line : *entry->value.table()) {
        auto activity = read_activity(line, reader);
        complete = complete && activity;
        if (!activity) continue;
        settle_technology(*activity, out, line.value.place, reader);
        activities.push_back(std::move(*activity));
    }
    out.plan = in_order(std::move(activities), complete ? &entry->value : nullptr, reader);
}

}  // namespace golive::scenario
