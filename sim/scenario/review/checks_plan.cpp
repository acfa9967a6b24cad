//! Errors in the plan and in what technologies need: parts and targets that are not there, circles.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/review/review.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace golive::scenario {
namespace {

class Checker {
 public:
    explicit Checker(const Review& review) : review_{review}, scenario_{review.scenario} {}

    void all() {
        for (const TechnologyId technology : scenario_.technologies.ids()) needs(technology);
        for (const Activity& activity : scenario_.plan) step(activity);
    }

 private:
    void error(const Path& path, std::string message, std::string hint = "") const {
        review_.error(path, std::move(message), std::move(hint));
    }

    /// A circle is told once, at the first of its technologies.
    void needs(TechnologyId first) {
        std::vector<TechnologyId> way{first};
        std::vector<bool> seen(scenario_.technologies.size(), false);
        if (!leads_back(first, way, seen)) return;
        const std::string& name = scenario_.technologies[first].name;
        if (way.size() == 1)
            return error({"technology", name, "needs"}, fmt::format("`{}` needs itself", name));
        std::string words;
        for (const TechnologyId on_way : way) words += scenario_.technologies[on_way].name + " -> ";
        error({"technology", name, "needs"}, "technologies need each other in a circle: " + words + name,
              "none of them could go live first");
    }
    /// Depth first, among technologies that come after the first one in the file.
    bool leads_back(TechnologyId first, std::vector<TechnologyId>& way, std::vector<bool>& seen) {
        for (const TechnologyId next : scenario_.technologies[way.back()].needs) {
            if (next == first) return true;
            if (!scenario_.technologies.contains(next) || next < first || seen[next.index()]) continue;
            seen[next.index()] = true;
            way.push_back(next);
            if (leads_back(first, way, seen)) return true;
            way.pop_back();
        }
        return false;
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

    const Review& review_;
    const Scenario& scenario_;
};

}  // namespace

void check_plan(const Review& review) { Checker{review}.all(); }

}  // namespace golive::scenario
