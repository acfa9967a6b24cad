//! What is rolled out, who decides, who does the work and who teaches.
// SPDX-License-Identifier: Apache-2.0
#include "app/scenarios/institutions.hpp"

#include "app/terminal/text_table.hpp"
#include "app/terminal/words.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <golive/base/enum_names.hpp>

namespace golive::app {
namespace {

using scenario::Scenario;

std::string section(std::string_view title, const TextTable& table, std::size_t width) {
    return table.empty() ? "" : fmt::format("\n{}\n{}", title, table.text("  ", width));
}

/// "2 weeks", "10 days", "90 min", "6 h"
std::string length_in_words(Duration length) {
    const auto seconds = static_cast<std::uint64_t>(std::max<std::int64_t>(0, length.count()));
    constexpr std::uint64_t day = 86400;
    if (seconds > 0 && seconds % (7 * day) == 0) return count_in_words(seconds / (7 * day), "week");
    if (seconds > 0 && seconds % day == 0) return count_in_words(seconds / day, "day");
    if (seconds % 3600 == 0) return fmt::format("{} h", seconds / 3600);
    return seconds < 7200 ? fmt::format("{} min", seconds / 60)
                          : fmt::format("{:.1f} h", static_cast<double>(seconds) / 3600);
}

std::string count(int number, std::string_view one) {
    return count_in_words(static_cast<std::uint64_t>(std::max(0, number)), one);
}

std::string devices_of(const scenario::Technology& technology) {
    if (!technology.device) return "no devices";
    using Per = scenario::DeviceRule::Per;
    static constexpr EnumNames<Per, 4> bases{{{Per::clinician_on_shift, "clinician on shift"},
                                              {Per::clinician, "clinician"},
                                              {Per::bed, "bed"},
                                              {Per::unit, "unit"}}};
    return fmt::format("{} devices per {}, {} spare", number_in_words(technology.device->ratio),
                       bases[technology.device->per], share_in_words(technology.device->spares.value()));
}

TextTable technologies(const Scenario& scenario) {
    TextTable table;
    for (const scenario::Technology& technology : scenario.technologies) {
        std::vector<std::string> purposes;
        for (const scenario::Purpose& purpose : technology.purposes)
            purposes.push_back(scenario.workflows[purpose.workflow].name +
                               (purpose.integration ? " (needs an integration)" : ""));
        const std::string instead = technology.replaces.empty()
                                        ? ""
                                        : fmt::format("instead of {}", fmt::join(technology.replaces, ", "));
        table.row({technology.name, fmt::format("for {}", fmt::join(purposes, ", ")), devices_of(technology),
                   instead});
    }
    return table;
}

std::string rule_of(const scenario::Body& body) {
    switch (body.rule) {
        case scenario::VotingRule::unanimous:
            return "everyone present must agree";
        case scenario::VotingRule::majority:
            return "most of those present";
        case scenario::VotingRule::weighted:
            return "most of the constituencies' weight";
        case scenario::VotingRule::empowered:
            return "one accountable person decides";
    }
    return "";
}

TextTable bodies(const Scenario& scenario) {
    TextTable table;
    for (const scenario::Body& body : scenario.bodies) {
        int members = 0;
        for (const auto& bench : body.benches) members += bench.members;
        const bool meets = body.rule != scenario::VotingRule::empowered;
        const std::string rhythm =
            meets ? fmt::format("every {}, {} a meeting", length_in_words(body.meets_every),
                                count(body.slots, "item"))
                  : "without meetings";
        const std::string quorum = meets ? fmt::format("quorum {}", share_in_words(body.quorum.value())) : "";
        const std::string box =
            body.time_box ? fmt::format("the chair decides after {}", length_in_words(*body.time_box)) : "";
        table.row({body.name, count(members, "member"), rhythm, rule_of(body), quorum, box});
    }
    return table;
}

TextTable teams(const Scenario& scenario) {
    TextTable table;
    for (const scenario::Team& team : scenario.teams) {
        const bool always = team.hours == scenario::Team::Hours::always;
        const std::string people = team.staff == 1 ? "1 person" : fmt::format("{} people", team.staff);
        std::vector<std::string> notes;
        if (team.desk) notes.emplace_back("answers calls");
        if (!team.background.empty()) notes.push_back("other work comes in by itself");
        if (team.stabilisation > Duration{})
            notes.push_back(
                fmt::format("changes nothing for {} after a go-live", length_in_words(team.stabilisation)));
        if (team.consultants)
            notes.push_back(fmt::format("{} hired on top", count(team.consultants->people, "consultant")));
        table.row({team.name, people, always ? "day and night" : "in office hours",
                   fmt::format("{} of focused work a day each", length_in_words(team.focus)),
                   fmt::format("{}", fmt::join(notes, ", "))});
    }
    return table;
}

TextTable courses(const Scenario& scenario) {
    TextTable table;
    for (const scenario::Course& course : scenario.courses) {
        std::vector<std::string> roles;
        for (const scenario::RoleId role : course.roles) roles.push_back(scenario.roles[role].name);
        table.row({course.name, fmt::format("for {}", fmt::join(roles, ", ")),
                   fmt::format("{}, {}", length_in_words(course.length), count(course.seats, "seat")),
                   course.instructors ? "by " + scenario.teams[course.instructors].name : "",
                   fmt::format("{} do not come", share_in_words(course.no_show.value()))});
    }
    return table;
}

}  // namespace

std::string institutions(const Scenario& scenario, std::size_t width) {
    return section("What is rolled out", technologies(scenario), width) +
           section("Who decides", bodies(scenario), width) +
           section("Who does the work", teams(scenario), width) +
           section("Who learns what", courses(scenario), width);
}

}  // namespace golive::app
