//! The plan of a scenario, a line per activity.
// SPDX-License-Identifier: Apache-2.0
#include "app/scenarios/plan_lines.hpp"

#include "app/terminal/words.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <golive/base/enum_names.hpp>

namespace golive::app {
namespace {

/// "5 weeks", "3 days"
std::string length_in_words(Duration length) {
    const auto days = static_cast<std::uint64_t>(std::abs(length.count()) / 86400);
    return days % 7 == 0 ? count_in_words(days / 7, "week") : count_in_words(days, "day");
}

std::string earliest_in_words(const scenario::Earliest& earliest) {
    if (earliest.date) return fmt::format("not before {}", short_date(*earliest.date));
    if (!earliest.after_target) return "";
    const Duration offset = *earliest.after_target;
    if (offset == Duration{}) return "not before target";
    return fmt::format("from {} {} target", length_in_words(offset),
                       offset < Duration{} ? "before" : "after");
}

std::string conditions_of(const scenario::Activity& activity) {
    std::vector<std::string> all{earliest_in_words(activity.earliest)};
    const auto need = [&](const std::optional<Share>& share, std::string_view what) {
        if (share) all.push_back(fmt::format("{} {}", share_in_words(share->value()), what));
    };
    need(activity.needs.trained, "trained");
    need(activity.needs.deployed, "deployed");
    need(activity.needs.adopted, "adopted");
    if (activity.gate_deadline)
        all.push_back(fmt::format("passed after {} all the same", length_in_words(*activity.gate_deadline)));
    std::erase(all, "");
    return fmt::format("{}", fmt::join(all, ", "));
}

std::vector<Predecessor> predecessors_of(const scenario::Activity& activity,
                                         const scenario::Scenario& scenario) {
    std::vector<Predecessor> all;
    for (const auto& [earlier, part] : activity.after)
        all.push_back({scenario.plan[earlier].name, part ? scenario.workflows[part].name : ""});
    return all;
}

}  // namespace

std::vector<std::string> names_of(const std::vector<Predecessor>& predecessors) {
    std::vector<std::string> names;
    for (const Predecessor& one : predecessors) names.push_back(one.name());
    return names;
}

std::vector<PlanLine> plan_lines(const scenario::Scenario& scenario, const model::Catalogue& catalogue) {
    constexpr EnumNames<scenario::Scope, 4> scopes{{{scenario::Scope::network, "network"},
                                                    {scenario::Scope::site, "site"},
                                                    {scenario::Scope::wave, "wave"},
                                                    {scenario::Scope::unit, "unit"}}};
    std::vector<PlanLine> lines;
    for (const scenario::Activity& activity : scenario.plan) {
        const auto mine = [&](const model::InstanceInfo& instance) {
            return instance.activity == activity.name;
        };
        const auto first = std::ranges::find_if(catalogue.instances, mine);
        lines.push_back(
            {.name = activity.name,
             .kind = first == catalogue.instances.end() ? "" : first->kind,
             .technology = activity.technology ? scenario.technologies[activity.technology].name : "",
             .per = std::string{scopes[activity.scope]},
             .instances = static_cast<std::size_t>(std::ranges::count_if(catalogue.instances, mine)),
             .after = predecessors_of(activity, scenario),
             .conditions = conditions_of(activity)});
    }
    return lines;
}

}  // namespace golive::app
