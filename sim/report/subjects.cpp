#include <algorithm>

#include <golive/report/subjects.hpp>

namespace golive::report {

bool Subject::owns(std::string_view name) const {
    return std::ranges::any_of(beginnings, [&](std::string_view start) { return name.starts_with(start); });
}

const std::vector<Subject>& subjects() {
    static const std::vector<Subject> all{
        {"Plan", {"delay", "steps_cut", "refused."}},
        {"Use", {"adoption_", "adopted", "abandoned."}},
        {"People",
         {"resignations", "vacancy", "burnout_", "seats_used", "no_shows", "superuser_", "units_helped"}},
        {"Time", {"documentation_", "after_hours_", "lowest_throughput", "clinician_hours."}},
        {"Devices", {"devices_", "purposes_", "storeroom_", "idle_"}},
        {"Help desk", {"help_"}},
        {"Decisions", {"decision_days.", "meetings_lost."}},
        {"Changes", {"issues_", "change_", "changes_"}},
        {"Portfolio", {"systems_", "projects_", "mandates"}},
        {"Cost", {"cost.", "cost_", "budget_"}},
        {"Value", {"benefit.", "net_present_value", "payback", "satisfaction_", "quality_"}},
        {"Equity", {"maturity_", "gini_", "spread_"}},
        {"Other", {""}},
    };
    return all;
}

std::size_t subject_of(std::string_view figure) {
    const auto owner = std::ranges::find_if(subjects(), [&](const Subject& s) { return s.owns(figure); });
    return static_cast<std::size_t>(owner - subjects().begin());
}

}  // namespace golive::report
