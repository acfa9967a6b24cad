//! Warnings about the plan: what never goes live, gates that stay shut, steps that do not wait for
//! what they need.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/review/review.hpp"

#include <fmt/format.h>

namespace golive::scenario {
namespace {

class Linter {
 public:
    explicit Linter(const Review& review) : review_{review}, scenario_{review.scenario} {}

    void all() {
        for (const Wave& wave : scenario_.waves) wave_target(wave);
        for (const TechnologyId technology : scenario_.technologies.ids()) {
            rollout_of(technology);
            needs(technology);
            retirement(technology);
        }
        for (const ActivityId activity : scenario_.plan.ids()) {
            gates(scenario_.plan[activity]);
            order(activity);
        }
    }

 private:
    void warn(const Path& path, std::string message, std::string hint = "") const {
        review_.warn(path, std::move(message), std::move(hint));
    }

    void wave_target(const Wave& wave) {
        if (!wave.target) return;
        const Date start = scenario_.header.start,
                   end = date_of(Time::after_start(scenario_.header.horizon), start);
        if (*wave.target < start)
            warn({"wave", wave.name, "target"},
                 fmt::format("the target of `{}` is before the start, {}", wave.name, start.iso()));
        if (*wave.target > end)
            warn({"wave", wave.name, "target"},
                 fmt::format("the target of `{}` is after the horizon, {}", wave.name, end.iso()));
        for (const Freeze& freeze : scenario_.working_time.freezes)
            if (*wave.target >= freeze.from && *wave.target <= freeze.to)
                warn({"wave", wave.name, "target"},
                     fmt::format("the target of `{}` is in a freeze ({})", wave.name, freeze.why));
    }
    void rollout_of(TechnologyId id) {
        const Technology& technology = scenario_.technologies[id];
        if (!review_.plan_has<GoLive>(id))
            return warn({"plan"},
                        fmt::format("`{}` never goes live: the plan has no go_live for it", technology.name));
        if (technology.device && !review_.plan_has<Deploy>(id))
            warn({"plan"},
                 fmt::format("the devices of `{}` are never deployed: the plan has no deploy for them",
                             technology.name));
        if (technology.device && !review_.plan_has<Procure>(id))
            warn({"plan"},
                 fmt::format("the devices of `{}` are never ordered: the plan has no procure for them",
                             technology.name));
        for (const Purpose& purpose : technology.purposes) {
            const std::string& name = scenario_.workflows[purpose.workflow].name;
            if (purpose.integration && !is_built(id, purpose.workflow))
                warn({"technology", technology.name, "integration", name},
                     fmt::format("`{}` of `{}` is never built", name, technology.name));
            if (!has_occasions(purpose.workflow))
                warn({"technology", technology.name, "purposes"},
                     fmt::format("no role has occasions for `{}`", name));
        }
    }
    [[nodiscard]] bool is_built(TechnologyId technology, WorkflowId workflow) const {
        return std::any_of(scenario_.plan.begin(), scenario_.plan.end(), [&](const Activity& activity) {
            const auto* build = std::get_if<Build>(&activity.step);
            return build && activity.technology == technology &&
                   std::find(build->purposes.begin(), build->purposes.end(), workflow) !=
                       build->purposes.end();
        });
    }
    [[nodiscard]] bool has_occasions(WorkflowId workflow) const {
        return std::any_of(scenario_.roles.begin(), scenario_.roles.end(),
                           [&](const Role& role) { return role.opportunities[workflow] > 0; });
    }
    void gates(const Activity& activity) {
        const auto shut = [&](const char* key, const std::string& why) {
            const std::string hint = activity.gate_deadline ? "only its deadline passes it" : "";
            warn({"plan", activity.name, "needs", key}, fmt::format("nothing can open this gate: {}", why),
                 hint);
        };
        const auto asks = [](const std::optional<Share>& share) { return share && share->value() > 0; };
        const bool has_device = activity.technology && scenario_.technologies[activity.technology].device;
        if (asks(activity.needs.trained) && !review_.plan_has<Train>(activity.technology))
            shut("trained", "the plan trains nobody");
        if (asks(activity.needs.deployed) && !has_device)
            shut("deployed", "the technology has no device");
        else if (asks(activity.needs.deployed) && (!review_.plan_has<Deploy>(activity.technology) ||
                                                   !review_.plan_has<Procure>(activity.technology)))
            shut("deployed", "the plan orders or deploys nothing");
        if (asks(activity.needs.adopted) && !review_.plan_has<GoLive>(activity.technology))
            shut("adopted", "nothing goes live");
        const Date end = date_of(Time::after_start(scenario_.header.horizon), scenario_.header.start);
        if (activity.earliest.date && *activity.earliest.date > end)
            warn({"plan", activity.name, "start"},
                 fmt::format("`{}` starts after the horizon, {}", activity.name, end.iso()));
    }

    void needs(TechnologyId id) {
        const Technology& technology = scenario_.technologies[id];
        for (const TechnologyId needed : technology.needs) {
            const std::string& name = scenario_.technologies[needed].name;
            if (!review_.plan_has<GoLive>(needed))
                warn({"technology", technology.name, "needs"},
                     fmt::format("`{}` needs `{}`, which never goes live", technology.name, name));
            else if (scenario_.digital_officer && later_on_roadmap(needed, id))
                warn({"technology", technology.name, "needs"},
                     fmt::format("`{}` needs `{}`, which comes later on the roadmap", technology.name, name),
                     fmt::format("give it a higher `level` than `{}` has", name));
        }
    }
    [[nodiscard]] bool later_on_roadmap(TechnologyId one, TechnologyId other) const {
        const auto place = [&](TechnologyId id) { return std::pair{scenario_.technologies[id].level, id}; };
        return place(one) > place(other);
    }
    void retirement(TechnologyId id) {
        const Technology& technology = scenario_.technologies[id];
        if (technology.replaces_systems == 0) return;
        const auto hardly = [&](const std::string& why, const std::string& hint) {
            warn({"technology", technology.name, "replaces_systems"},
                 fmt::format("the {} systems that `{}` replaces {}", technology.replaces_systems,
                             technology.name, why),
                 hint);
        };
        if (!scenario_.systems)
            hardly("cost nothing: there is no [systems]", "");
        else if (!review_.plan_has<Retire>(id))
            hardly("stay: the plan has no retire for them", "");
        else if (technology.replaces_systems > scenario_.systems->network)
            hardly(fmt::format("are more than the network has, {}", scenario_.systems->network), "");
    }

    /// Steps that act on what an earlier one has to bring about.
    void order(ActivityId id) {
        const Activity& activity = scenario_.plan[id];
        const std::vector<bool> before = waits_for(id);
        const bool acquires =
            std::holds_alternative<Procure>(activity.step) || std::holds_alternative<Build>(activity.step);
        bool after_go_live = false;
        for (const ActivityId other : scenario_.plan.ids()) {
            const Activity& step = scenario_.plan[other];
            if (step.technology != activity.technology) continue;
            if (std::holds_alternative<GoLive>(step.step) && before[other.index()]) after_go_live = true;
            if (acquires && std::holds_alternative<Select>(step.step) && !before[other.index()])
                warn({"plan", activity.name, "after"},
                     fmt::format("`{}` does not wait until `{}` has chosen the product", activity.name,
                                 step.name));
        }
        if (const auto* redesign = std::get_if<Redesign>(&activity.step);
            redesign && redesign->kind == Redesign::Kind::optimise && !after_go_live)
            improvement(activity);
        if (const auto* select = std::get_if<Select>(&activity.step); select && select->candidates == 1)
            warn({"plan", activity.name, "candidates"},
                 fmt::format("`{}` has one product to choose from", activity.name));
    }
    void improvement(const Activity& activity) {
        const bool held = activity.earliest.date || activity.earliest.after_target || activity.needs.adopted;
        if (!held && review_.plan_has<GoLive>(activity.technology))
            warn({"plan", activity.name, "after"},
                 fmt::format("`{}` does not wait for a go-live: there is nothing to improve yet",
                             activity.name));
    }
    /// By activity; predecessors come first in the plan.
    [[nodiscard]] std::vector<bool> waits_for(ActivityId id) const {
        std::vector<bool> before(scenario_.plan.size(), false);
        for (std::size_t i = id.index() + 1; i-- > 0;)
            if (before[i] || i == id.index())
                for (const auto& predecessor : scenario_.plan[ActivityId{i}].after)
                    before[predecessor.activity.index()] = true;
        return before;
    }

    const Review& review_;
    const Scenario& scenario_;
};

}  // namespace

void lint_plan(const Review& review) { Linter{review}.all(); }

}  // namespace golive::scenario
