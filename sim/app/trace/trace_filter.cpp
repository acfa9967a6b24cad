//! Which events of a trace are wanted.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace/trace_filter.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <limits>
#include <utility>

#include <golive/base/error.hpp>

namespace golive::app {
namespace {

using model::TraceRecord;

[[noreturn]] void refuse_unknown(std::string_view what, const std::string& word,
                                 std::vector<std::string> known) {
    std::ranges::sort(known);
    known.erase(std::unique(known.begin(), known.end()), known.end());
    constexpr std::size_t most_listed = 60;
    std::string hint = did_you_mean(word, known);
    if (hint.empty() && known.empty()) hint = " The scenario has none";
    if (hint.empty() && known.size() <= most_listed)
        hint = fmt::format(" There are: {}", fmt::join(known, ", "));
    throw Error{ErrorKind::usage, fmt::format("no {} is called `{}`.{}", what, word, hint)};
}

/// "State_changed" and "state-changed" are as good as "state changed".
std::string plain(std::string_view name) {
    std::string result{name};
    for (char& c : result) {
        if (c == '_' || c == '-') c = ' ';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

/// The numbers of `words` in `known`; several may have the same name.
std::vector<bool> numbers_of(std::string_view what, const std::vector<std::string>& words,
                             const std::vector<std::string>& known) {
    std::vector<bool> wanted(known.size());
    for (const std::string& word : words) {
        bool found = false;
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (plain(known[i]) != plain(word)) continue;
            wanted[i] = true;
            found = true;
        }
        if (!found) refuse_unknown(what, word, known);
    }
    return wanted;
}

bool has(const std::vector<bool>& wanted, std::int64_t number) {
    return number >= 0 && static_cast<std::size_t>(number) < wanted.size() &&
           wanted[static_cast<std::size_t>(number)];
}

template <class Things>
std::vector<std::string> names_in(const Things& things) {
    std::vector<std::string> names;
    for (const auto& one : things) names.push_back(one.name);
    return names;
}

/// Units by their whole name, or by the part after the site where only one unit has it.
UnitId unit_called(const scenario::Scenario& scenario, const std::string& word) {
    const bool whole = word.find('/') != std::string::npos;
    std::vector<std::string> known;
    std::vector<UnitId> same;
    for (const UnitId id : scenario.units.ids()) {
        const scenario::Unit& unit = scenario.units[id];
        known.push_back(whole ? unit.path : unit.name);
        if (plain(unit.path) == plain(word)) return id;
        if (plain(unit.name) == plain(word)) same.push_back(id);
    }
    if (same.empty()) refuse_unknown("unit", word, known);
    if (same.size() == 1) return same.front();
    throw Error{ErrorKind::usage, fmt::format("{} units are called `{}`. Say which, such as `{}`",
                                              same.size(), word, scenario.units[same.front()].path)};
}

Date date_in(const std::string& word, std::string_view option) {
    const auto date = Date::parse(word);
    if (date) return *date;
    throw Error{ErrorKind::usage,
                fmt::format("`--{}` takes a date such as 2027-03-01 (`{}` is not one)", option, word)};
}

}  // namespace

TraceFilter::TraceFilter(const Arguments& arguments, const EntityNames& names, Date start) : names_{names} {
    by_place(arguments);
    by_number(arguments, "clinician", EntityKind::clinician);
    by_number(arguments, "device", EntityKind::device);
    by_activity(arguments);
    if (const scenario::Scenario* const scenario = names_.scenario()) {
        by_name(arguments, "team", EntityKind::team, names_in(scenario->teams));
        by_name(arguments, "body", EntityKind::body, names_in(scenario->bodies));
    }
    for (const std::string_view option : {"wave", "site", "unit", "team", "body"})
        if (arguments.has(option)) need_scenario(option);
    by_event_and_cause(arguments);
    by_date(arguments, start);
}

bool TraceFilter::passes(const TraceRecord& record, const DeviceBook& devices) const {
    return std::ranges::all_of(tests_, [&](const Test& test) { return test(record, devices); });
}

/// Something lies in a place if all its units do; teams and bodies lie nowhere.
void TraceFilter::by_place(const Arguments& arguments) {
    const scenario::Scenario* const scenario = names_.scenario();
    if (scenario == nullptr) return;
    const auto only_in = [&](Numbers units) {
        tests_.emplace_back(
            [this, units = std::move(units)](const TraceRecord& record, const DeviceBook& devices) {
                if (names_.kind(record) == EntityKind::device) {
                    const UnitId unit = devices.unit(static_cast<std::size_t>(record.entity));
                    return unit && has(units, unit.value());
                }
                const auto place = names_.units(record);
                return !place.empty() &&
                       std::ranges::all_of(place, [&](UnitId unit) { return has(units, unit.value()); });
            });
    };
    const auto add_groups = [&](std::string_view option, const auto& groups) {
        if (!arguments.has(option)) return;
        const Numbers chosen = numbers_of(option, arguments.all(option), names_in(groups));
        Numbers units(scenario->units.size());
        for (const auto group : groups.ids())
            if (has(chosen, group.value()))
                for (const UnitId unit : groups[group].units) units[unit.index()] = true;
        only_in(std::move(units));
    };
    add_groups("wave", scenario->waves);
    add_groups("site", scenario->sites);
    if (!arguments.has("unit")) return;
    Numbers units(scenario->units.size());
    for (const std::string& word : arguments.all("unit")) units[unit_called(*scenario, word).index()] = true;
    only_in(std::move(units));
}

void TraceFilter::by_number(const Arguments& arguments, std::string_view option, EntityKind kind) {
    if (!arguments.has(option)) return;
    std::vector<std::int64_t> wanted;
    for (const std::string& word : arguments.all(option)) {
        const auto number = whole_number(word);
        if (!number || *number > std::numeric_limits<std::int32_t>::max())
            throw Error{
                ErrorKind::usage,
                fmt::format("`--{}` takes the number that a trace shows (`{}` is not one)", option, word)};
        if (kind == EntityKind::clinician && names_.scenario() != nullptr && *number >= names_.clinicians())
            throw Error{ErrorKind::usage, fmt::format("there is no clinician {} (they are numbered 0 to {})",
                                                      *number, names_.clinicians() - 1)};
        wanted.push_back(static_cast<std::int64_t>(*number));
    }
    tests_.emplace_back(
        [this, kind, wanted = std::move(wanted)](const TraceRecord& record, const DeviceBook&) {
            return names_.kind(record) == kind && std::ranges::find(wanted, record.entity) != wanted.end();
        });
}

void TraceFilter::only(EntityKind kind, Numbers wanted) {
    tests_.emplace_back(
        [this, kind, wanted = std::move(wanted)](const TraceRecord& record, const DeviceBook&) {
            return names_.kind(record) == kind && has(wanted, record.entity);
        });
}

void TraceFilter::by_name(const Arguments& arguments, std::string_view option, EntityKind kind,
                          const std::vector<std::string>& known) {
    if (arguments.has(option)) only(kind, numbers_of(option, arguments.all(option), known));
}

/// By the name of a line of the plan, of a part of it (build.messaging), or of what one became in one place.
void TraceFilter::by_activity(const Arguments& arguments) {
    if (!arguments.has("activity")) return;
    const auto& instances = names_.catalogue().instances;
    Numbers wanted(instances.size());
    for (const std::string& word : arguments.all("activity")) {
        bool found = false;
        for (std::size_t i = 0; i < instances.size(); ++i) {
            const std::string step = instances[i].name.substr(0, instances[i].name.find('/'));
            if (word != instances[i].name && word != instances[i].activity && word != step) continue;
            wanted[i] = true;
            found = true;
        }
        if (found) continue;
        std::vector<std::string> known;
        for (const auto& instance : instances)
            known.push_back(word.find('/') == std::string::npos ? instance.activity : instance.name);
        refuse_unknown("activity", word, known);
    }
    only(EntityKind::activity, std::move(wanted));
}

void TraceFilter::by_event_and_cause(const Arguments& arguments) {
    const auto add = [&](std::string_view option, const std::vector<std::string>& known,
                         std::int32_t TraceRecord::* number) {
        if (!arguments.has(option)) return;
        tests_.emplace_back(
            [number, wanted = numbers_of(option, arguments.all(option), known)](
                const TraceRecord& record, const DeviceBook&) { return has(wanted, record.*number); });
    };
    add("event", names_.catalogue().event_names, &TraceRecord::event);
    add("cause", names_.catalogue().causes, &TraceRecord::cause);
}

void TraceFilter::by_date(const Arguments& arguments, Date start) {
    const auto midnight = [&](Date date) { return time_of(date, start).since_start().count(); };
    if (const auto from = arguments.text("from")) {
        tests_.emplace_back(
            [first = midnight(date_in(*from, "from"))](const TraceRecord& record, const DeviceBook&) {
                return record.time >= first;
            });
    }
    if (const auto to = arguments.text("to")) {
        tests_.emplace_back([end = midnight(date_in(*to, "to") + std::chrono::days{1})](
                                const TraceRecord& record, const DeviceBook&) { return record.time < end; });
    }
}

void TraceFilter::need_scenario(std::string_view option) const {
    if (names_.scenario() != nullptr) return;
    throw Error{
        ErrorKind::input,
        fmt::format("`--{}` needs the scenario in the results file (this version of golive cannot read "
                    "it). Use the version that wrote the file: `golive info` names it",
                    option)};
}

}  // namespace golive::app
