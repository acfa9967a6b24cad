//! A scenario in words and tables.
// SPDX-License-Identifier: Apache-2.0
#include "app/scenarios/description.hpp"

#include "app/scenarios/institutions.hpp"
#include "app/scenarios/plan_lines.hpp"
#include "app/terminal/json.hpp"
#include "app/terminal/text_table.hpp"
#include "app/terminal/words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <numeric>

#include <golive/model/simulate.hpp>

namespace golive::app {
namespace {

using scenario::Assumption;
using scenario::Scenario;

int clinicians_in(const scenario::Unit& unit) {
    return std::accumulate(unit.posts.begin(), unit.posts.end(), 0);
}

std::string heading(std::string_view title) { return fmt::format("\n{}\n", title); }

std::string opening(const Scenario& scenario) {
    const scenario::Header& header = scenario.header;
    const Date end = date_after(header.start, header.horizon.in_days());
    const std::string description = header.description.empty() ? "" : header.description + "\n";
    return fmt::format("{}\n{}From {} to {}; money in {}.\n", header.name, description,
                       header.start.in_words(), end.in_words(), header.currency);
}

std::string places(const Scenario& scenario) {
    TextTable table{{Align::left, Align::right}};
    std::vector<std::string> titles{"unit", "clinicians"};
    for (const scenario::Role& role : scenario.roles) titles.push_back(role.name);
    table.row(titles);
    for (const scenario::Unit& unit : scenario.units) {
        std::vector<std::string> cells{unit.path,
                                       count_in_words(static_cast<std::uint64_t>(clinicians_in(unit)))};
        for (const int posts : unit.posts) cells.push_back(posts > 0 ? std::to_string(posts) : "-");
        table.row(cells);
    }
    return heading("Who works where") + table.text("  ");
}

std::string day_name(std::chrono::weekday day) {
    constexpr std::array names{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    return names[day.c_encoding()];
}

std::string clock_time(Duration since_midnight) {
    const auto minutes = since_midnight.count() / 60;
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string calendar(const Scenario& scenario) {
    const scenario::WorkingTime& time = scenario.working_time;
    std::vector<std::string> days;
    for (const auto day : time.working_week) days.push_back(day_name(day));
    std::string text = heading("When offices are open");
    text += fmt::format("  {}, {} to {}\n", fmt::join(days, ", "), clock_time(time.opens),
                        clock_time(time.closes));
    std::vector<std::string> holidays;
    for (const Date day : time.holidays) holidays.push_back(short_date(day));
    if (!holidays.empty()) text += fmt::format("  closed on {}\n", fmt::join(holidays, ", "));
    for (const scenario::Freeze& freeze : time.freezes) {
        const std::string why = freeze.why.empty() ? "" : fmt::format(" ({})", freeze.why);
        text += fmt::format("  nothing goes live from {} to {}{}\n", short_date(freeze.from),
                            short_date(freeze.to), why);
    }
    return text;
}

std::string waves(const Scenario& scenario) {
    TextTable table;
    for (const scenario::Wave& wave : scenario.waves) {
        const int clinicians = std::accumulate(
            wave.units.begin(), wave.units.end(), 0,
            [&](int sum, scenario::UnitId unit) { return sum + clinicians_in(scenario.units[unit]); });
        table.row({wave.name, wave.target ? "target " + short_date(*wave.target) : "no target",
                   count_in_words(wave.units.size(), "unit"),
                   count_in_words(static_cast<std::uint64_t>(clinicians), "clinician")});
    }
    return table.empty() ? "" : heading("Waves") + table.text("  ");
}

std::string plan(const Scenario& scenario, const model::Catalogue& catalogue, std::size_t width) {
    TextTable table;
    for (const PlanLine& line : plan_lines(scenario, catalogue)) {
        const std::string times = line.instances > 1 ? fmt::format(" x {}", line.instances) : "";
        const std::string after =
            line.after.empty() ? "" : fmt::format("after {}", fmt::join(names_of(line.after), ", "));
        table.row({line.name, line.kind, line.per + times, after, line.conditions});
    }
    return heading("The plan: each step, what it waits for, and its conditions") + table.text("  ", width);
}

/// "Of one shift. Source: the usual shift of hospital nurses; grade T; plausible: 4 h to 14 h."
std::string background_of(const Assumption& assumption) {
    std::string text = assumption.help;
    if (!assumption.source.empty()) text += fmt::format(" Default from: {}.", assumption.source);
    if (!assumption.grade.empty()) text += fmt::format(" Grade {}.", assumption.grade);
    if (!assumption.range_low.empty() || !assumption.range_high.empty())
        text += fmt::format(" Plausible: {} to {}.", assumption.range_low, assumption.range_high);
    return text;
}

std::string assumptions(const std::vector<Assumption>& all, std::size_t width) {
    TextTable table;
    for (const Assumption& assumption : all)
        table.row({assumption.path, assumption.value, "[" + assumption.origin + "]"});
    const auto by_default = std::ranges::count(all, "default", &Assumption::origin);
    std::string text = heading(fmt::format("Assumptions: {}, of which {} by default. Grades: docs/model.md",
                                           all.size(), by_default));
    const auto lines = table.lines("  ");
    for (std::size_t i = 0; i < all.size(); ++i)
        text += fmt::format("{}\n{}\n", lines[i], shortened("      " + background_of(all[i]), width));
    return text;
}

Json assumption_json(const Assumption& assumption) {
    return {{"path", assumption.path},     {"value", assumption.value},     {"unit", assumption.unit},
            {"origin", assumption.origin}, {"source", assumption.source},   {"grade", assumption.grade},
            {"low", assumption.range_low}, {"high", assumption.range_high}, {"help", assumption.help}};
}

Json plan_json(const Scenario& scenario, const model::Catalogue& catalogue) {
    Json list = Json::array();
    for (const PlanLine& line : plan_lines(scenario, catalogue)) {
        list.push_back({{"name", line.name},
                        {"kind", line.kind},
                        {"technology", line.technology},
                        {"per", line.per},
                        {"instances", line.instances},
                        {"after", names_of(line.after)},
                        {"conditions", line.conditions}});
    }
    return list;
}

Json waves_json(const Scenario& scenario) {
    Json list = Json::array();
    for (const scenario::Wave& wave : scenario.waves) {
        Json units = Json::array();
        for (const scenario::UnitId unit : wave.units) units.push_back(scenario.units[unit].path);
        list.push_back({{"name", wave.name},
                        {"target", wave.target ? Json(wave.target->iso()) : Json(nullptr)},
                        {"units", units}});
    }
    return list;
}

}  // namespace

std::string description_text(const scenario::Loaded& loaded, std::size_t width) {
    const Scenario& scenario = *loaded.scenario;
    const model::Blueprint blueprint{loaded.scenario};
    return opening(scenario) + places(scenario) + institutions(scenario, width) + calendar(scenario) +
           waves(scenario) + plan(scenario, blueprint.catalogue(), width) +
           assumptions(loaded.assumptions, width);
}

std::string description_json(const scenario::Loaded& loaded) {
    const Scenario& scenario = *loaded.scenario;
    const model::Blueprint blueprint{loaded.scenario};
    Json document{{"name", scenario.header.name},
                  {"description", scenario.header.description},
                  {"start", scenario.header.start.iso()},
                  {"end", date_after(scenario.header.start, scenario.header.horizon.in_days()).iso()},
                  {"currency", scenario.header.currency},
                  {"fingerprint", loaded.fingerprint},
                  {"waves", waves_json(scenario)},
                  {"plan", plan_json(scenario, blueprint.catalogue())}};
    Json& list = document["assumptions"] = Json::array();
    for (const Assumption& assumption : loaded.assumptions) list.push_back(assumption_json(assumption));
    return printed(document);
}

}  // namespace golive::app
