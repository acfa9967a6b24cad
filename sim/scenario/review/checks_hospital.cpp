//! Errors in the hospital itself: nobody there, too much of it, a unit in two waves, a calendar
//! that never opens.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/review/review.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace golive::scenario {
namespace {

constexpr std::int64_t most_clinicians = 2'000'000;
constexpr std::size_t most_units = 10'000;
constexpr int most_opportunities = 64;  // per shift and technology: one bit each

class Checker {
 public:
    explicit Checker(const Review& review)
        : review_{review}, scenario_{review.scenario}, document_{review.document} {}

    void all() {
        somebody_and_something();
        role_names();
        sizes();
        opportunities();
        waves();
        calendar();
        thresholds();
    }

 private:
    void error(const Path& path, std::string message, std::string hint = "") const {
        review_.error(path, std::move(message), std::move(hint));
    }

    void somebody_and_something() {
        if (!document_.find("role")) error({}, "no [role.x]: there is nobody to simulate");
        if (!document_.find("site")) error({}, "no [[site]]: there is nowhere to roll out to");
        if (!document_.find("technology")) error({}, "no [technology.x]: there is nothing to roll out");
        for (const SiteId site : scenario_.sites.ids())
            if (scenario_.sites[site].units.empty() && !has_a_bad_file(scenario_.sites[site].name))
                error({"site", scenario_.sites[site].name},
                      fmt::format("site `{}` has no units", scenario_.sites[site].name),
                      "add [[site.unit]] or units = { file = \"units.csv\" }");
    }
    void role_names() {
        for (const Role& role : scenario_.roles)
            if (role.name == "name" || role.name == "kind" || role.name == "beds" ||
                role.name == "workload" || role.name == "attitude")
                error({"role", role.name},
                      fmt::format("a role cannot be called `{}`: units have a key of that name", role.name));
    }
    void sizes() {
        if (scenario_.units.size() > most_units)
            error({"site"},
                  fmt::format("{} units ({} is the most)", fmt::group_digits(scenario_.units.size()),
                              fmt::group_digits(most_units)));
        std::int64_t clinicians = 0;
        for (const Unit& unit : scenario_.units)
            for (const int posts : unit.posts) clinicians += posts;
        if (clinicians > most_clinicians)
            error({"site"}, fmt::format("{} clinicians ({} is the most)", fmt::group_digits(clinicians),
                                        fmt::group_digits(most_clinicians)));
    }
    void opportunities() {
        for (const Technology& technology : scenario_.technologies)
            for (const Role& role : scenario_.roles) {
                std::int64_t sum = 0;
                for (const Purpose& purpose : technology.purposes)
                    if (role.opportunities.contains(purpose.workflow))
                        sum += role.opportunities[purpose.workflow];
                if (sum > most_opportunities)
                    error({"role", role.name, "opportunities"},
                          fmt::format("a {} has {} occasions per shift for `{}` ({} is the most)", role.name,
                                      sum, technology.name, most_opportunities));
            }
    }
    void waves() {
        std::vector<std::string> wave_of(scenario_.units.size());
        for (const Wave& wave : scenario_.waves) {
            if (names_no_units(wave.name))
                error({"wave", wave.name}, fmt::format("wave `{}` has no units", wave.name));
            for (const UnitId unit : wave.units) {
                if (!scenario_.units.contains(unit)) continue;
                std::string& before = wave_of[unit.index()];
                if (!before.empty() && before != wave.name)
                    error({"wave", wave.name, "units"},
                          fmt::format("unit `{}` is in two waves, `{}` and `{}`", scenario_.units[unit].path,
                                      before, wave.name));
                before = wave.name;
            }
            const auto same = [&](const Wave& other) { return other.name == wave.name; };
            if (std::count_if(scenario_.waves.begin(), scenario_.waves.end(), same) > 1)
                error({"wave", wave.name}, fmt::format("two waves are called `{}`", wave.name));
        }
    }
    /// Units that are named and unknown have been told already.
    [[nodiscard]] bool names_no_units(const std::string& wave) const {
        const Node* list = document_.find("wave");
        if (!list || !list->array()) return false;
        return std::any_of(list->array()->begin(), list->array()->end(), [&](const Node& element) {
            const Node *name = element.find("name"), *units = element.find("units");
            return name && name->text() && *name->text() == wave && units && units->array() &&
                   units->array()->empty();
        });
    }
    [[nodiscard]] bool has_a_bad_file(const std::string& site) const {
        const Node* list = document_.find("site");
        return std::any_of(list->array()->begin(), list->array()->end(), [&](const Node& element) {
            const Node* name = element.find("name");
            return name && name->text() && *name->text() == site && element.find("units");
        });
    }
    void calendar() {
        for (const Freeze& freeze : scenario_.working_time.freezes)
            if (freeze.to < freeze.from)
                error({"calendar", "freeze"},
                      fmt::format("the freeze of {} ends before it begins", freeze.from.iso()));
        const auto& week = scenario_.working_time.working_week;
        const auto& holidays = scenario_.working_time.holidays;
        const auto days = std::min<std::int64_t>(scenario_.header.horizon / Duration::days(1), 366);
        for (std::int64_t day = 0; day < days; ++day) {
            const Date date = scenario_.header.start + std::chrono::days{day};
            const bool at_work = std::find(week.begin(), week.end(), date.weekday()) != week.end();
            if (at_work && std::find(holidays.begin(), holidays.end(), date) == holidays.end()) return;
        }
        if (days > 0)
            error({"calendar", "working_week"}, "the calendar never opens: no working day in the first year");
    }
    void thresholds() {
        const Adoption& adoption = scenario_.adoption;
        if (adoption.abandoned_below > adoption.workaround_below ||
            adoption.workaround_below > adoption.adopted_above)
            error({"adoption"},
                  "the states of adoption overlap: abandoned_below, workaround_below and adopted_above must "
                  "rise in this order");
    }

    const Review& review_;
    const Scenario& scenario_;
    const Node& document_;
};

}  // namespace

void check_hospital(const Review& review) { Checker{review}.all(); }

}  // namespace golive::scenario
