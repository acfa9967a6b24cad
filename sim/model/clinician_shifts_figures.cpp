//! What ClinicianShifts records: adoption as a share of opportunities.
#include "model/clinician_shifts.hpp"
#include "model/figures.hpp"

#include <algorithm>

namespace golive::model {

/// Before go-live a unit's opportunities are those of its full roster, none of them taken.
Ratio ClinicianShifts::week_of(TechnologyId technology, UnitId unit, RoleId role) const {
    const WeekCount& week = week_[week_at(technology, unit, role)];
    if (week.offered > 0) return {static_cast<double>(week.uses), static_cast<double>(week.offered)};
    const double shifts =
        world_.scenario.units[unit].posts[role] * world_.scenario.roles[role].shifts_per_week;
    return {0.0, shifts * world_.the<TechnologyUse>().occasions(technology, role).total};
}

Ratio ClinicianShifts::week_of(TechnologyId technology, UnitId unit) const {
    Ratio sum;
    for (RoleId role : world_.scenario.roles.ids()) sum += week_of(technology, unit, role);
    return sum;
}

void ClinicianShifts::reckon_week() {
    Ratio all;
    std::fill(last_week_.begin(), last_week_.end(), Ratio{});
    for (TechnologyId technology : world_.scenario.technologies.ids())
        for (UnitId unit : world_.scenario.units.ids()) {
            const Ratio here = week_of(technology, unit);
            all += here;
            last_week_[unit.index()] += here;
        }
    whole_ += all;
    if (all.of > 0) last_week_adoption_ = all.value();
}

void ClinicianShifts::begin_week() { std::fill(week_.begin(), week_.end(), WeekCount{}); }

void ClinicianShifts::declare(Figures<ClinicianShifts>& figures) {
    figures.about(Subject::use);
    for (TechnologyId technology : figures.scenario.technologies.ids()) {
        const std::string& name = figures.scenario.technologies[technology].name;
        figures.weekly_ratio({{"adoption", name}, Reading::share, "share of opportunities done with " + name},
                             every_scope, [technology](const ClinicianShifts& shifts, UnitId unit) {
                                 return shifts.week_of(technology, unit);
                             });
        for (RoleId id : figures.scenario.roles.ids()) {
            const std::string& role = figures.scenario.roles[id].name;
            figures.weekly_ratio({{"adoption", name, role},
                                  Reading::share,
                                  "share of the opportunities of the role " + role + " done with " + name},
                                 group_scopes, [technology, id](const ClinicianShifts& shifts, UnitId unit) {
                                     return shifts.week_of(technology, unit, id);
                                 });
        }
    }
    figures.at_end({"adoption_6_months", Reading::share,
                    "share of opportunities done with the technology in the four weeks that begin half a "
                    "year after each unit's go-live"},
                   [](const ClinicianShifts& shifts) { return shifts.after_half_year_.value(); });
    figures.at_end({"adoption_12_months", Reading::share,
                    "share of opportunities done with the technology in the four weeks that begin a year "
                    "after each unit's go-live"},
                   [](const ClinicianShifts& shifts) { return shifts.after_year_.value(); });
    figures.at_end({"adoption_whole", Reading::share,
                    "share of all opportunities from the start to the horizon done with the technology"},
                   [](const ClinicianShifts& shifts) { return shifts.whole_.value(); });
    figures.at_end({"adoption_end", Reading::share,
                    "share of opportunities done with the technology in the last week, all units"},
                   [](const ClinicianShifts& shifts) { return shifts.last_week_adoption_; });
}

}  // namespace golive::model
