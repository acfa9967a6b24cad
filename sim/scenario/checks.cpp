//! Errors that show only when sections are held against each other.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/checks.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace golive::scenario {
namespace {

constexpr std::int64_t most_clinicians = 2'000'000;
constexpr std::size_t most_units = 10'000;
constexpr int most_opportunities = 64;  // per shift and technology: one bit each

/// The checks of one scenario; ids may be unset where the file has errors.
class Checker {
 public:
    Checker(const Scenario& scenario, const Node& document, Diagnostics& diagnostics)
        : scenario_{scenario}, document_{document}, diagnostics_{diagnostics} {}

    void all() {
        somebody_and_something();
        role_names();
        sizes();
        opportunities();
        waves();
        calendar();
        bodies();
        support();
        thresholds();
        for (const Activity& activity : scenario_.plan) step(activity);
    }

 private:
    void error(std::initializer_list<std::string_view> path, std::string message, std::string hint = "") {
        diagnostics_.error(place_of(document_, path), std::move(message), std::move(hint));
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
            if (role.name == "name" || role.name == "kind" || role.name == "beds" || role.name == "workload" ||
                role.name == "attitude")
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
    void bodies() {
        for (const Body& body : scenario_.bodies) {
            const double weight =
                std::accumulate(body.benches.begin(), body.benches.end(), 0.0,
                                [](double sum, const auto& bench) { return sum + bench.weight; });
            if (body.rule == VotingRule::weighted && !body.benches.empty() && weight <= 0)
                error({"body", body.name, "weight"}, fmt::format("nobody in `{}` has any weight", body.name));
        }
    }
    void support() {
        for (const TeamId team : scenario_.teams.ids())
            if (const auto& desk = scenario_.teams[team].desk; desk && desk->escalates_to == team)
                error({"team", scenario_.teams[team].name, "escalates_to"},
                      fmt::format("`{}` escalates to itself", scenario_.teams[team].name));
        if (!scenario_.support) return;
        const TeamId first = scenario_.support->first_line;
        if (first && scenario_.teams.contains(first) && !scenario_.teams[first].desk)
            error({"support", "first_line"},
                  fmt::format("team `{}` answers no calls", scenario_.teams[first].name),
                  "give it `handling` and `patience`");
    }
    void thresholds() {
        const Adoption& adoption = scenario_.adoption;
        if (adoption.abandoned_below > adoption.workaround_below ||
            adoption.workaround_below > adoption.adopted_above)
            error({"adoption"},
                  "the states of adoption overlap: abandoned_below, workaround_below and adopted_above must "
                  "rise in this order");
    }

    void step(const Activity& activity) {
        if (const auto* build = std::get_if<Build>(&activity.step)) builds(activity, *build);
        if (const auto* retire = std::get_if<Retire>(&activity.step); retire && !retire->team)
            error({"plan", activity.name}, fmt::format("`{}` has no `team`", activity.name),
                  "nobody deploys the technology, so say who retires the old way");
        for (const auto& predecessor : activity.after) part(activity, predecessor);
        if (activity.earliest.after_target) target(activity);
    }
    void builds(const Activity& activity, const Build& build) {
        if (!scenario_.technologies.contains(activity.technology)) return;
        const Technology& technology = scenario_.technologies[activity.technology];
        for (const WorkflowId workflow : build.purposes) {
            const auto found =
                std::find_if(technology.purposes.begin(), technology.purposes.end(),
                             [&](const Purpose& purpose) { return purpose.workflow == workflow; });
            const std::string& name = scenario_.workflows[workflow].name;
            if (found == technology.purposes.end())
                error({"plan", activity.name, "builds"},
                      fmt::format("`{}` is not a purpose of `{}`", name, technology.name));
            else if (!found->integration)
                error({"plan", activity.name, "builds"},
                      fmt::format("`{}` of `{}` has no integration to build", name, technology.name),
                      fmt::format("describe it under [technology.{}.integration]", technology.name));
        }
        if (build.purposes.empty())
            error({"plan", activity.name}, fmt::format("`{}` builds nothing: `{}` has no integrations",
                                                       activity.name, technology.name));
    }
    void part(const Activity& activity, const Activity::Predecessor& predecessor) {
        if (!predecessor.part || !scenario_.plan.contains(predecessor.activity)) return;
        const Activity& before = scenario_.plan[predecessor.activity];
        const auto* build = std::get_if<Build>(&before.step);
        const std::string& name = scenario_.workflows[predecessor.part].name;
        if (!build)
            error({"plan", activity.name, "after"},
                  fmt::format("`{}` has no parts: it is not a build", before.name));
        else if (std::find(build->purposes.begin(), build->purposes.end(), predecessor.part) ==
                 build->purposes.end())
            error({"plan", activity.name, "after"},
                  fmt::format("`{}` does not build `{}`", before.name, name));
    }
    void target(const Activity& activity) {
        const bool per_wave = activity.scope == Scope::wave || activity.scope == Scope::unit;
        const auto lacks = [](const Wave& wave) { return !wave.target; };
        const auto without = std::find_if(scenario_.waves.begin(), scenario_.waves.end(), lacks);
        const bool any = std::any_of(scenario_.waves.begin(), scenario_.waves.end(),
                                     [](const Wave& wave) { return wave.target.has_value(); });
        if (per_wave ? without == scenario_.waves.end() : any) return;
        error({"plan", activity.name, "start"},
              scenario_.waves.empty() || !per_wave
                  ? "this start counts from a target, and no wave has one"
                  : fmt::format("this start counts from the target, and wave `{}` has none", without->name),
              "give the wave target = 2027-06-07, or start = a date");
    }

    const Scenario& scenario_;
    const Node& document_;
    Diagnostics& diagnostics_;
};

}  // namespace

Place place_of(const Node& document, std::initializer_list<std::string_view> path) {
    const Node* node = &document;
    Place place = document.place;
    for (const std::string_view name : path) {
        if (const Node::Entry* entry = node->entry(name)) {
            node = &entry->value;
            place = entry->place;
            continue;
        }
        const Node* found = nullptr;
        if (node->array())
            for (const Node& element : *node->array())
                if (const Node* own = element.find("name"); own && own->text() && *own->text() == name)
                    found = &element;
        if (!found) return place;
        node = found;
        place = found->place;
    }
    return place;
}

void check(const Scenario& scenario, const Node& document, Diagnostics& diagnostics) {
    Checker{scenario, document, diagnostics}.all();
}

}  // namespace golive::scenario
