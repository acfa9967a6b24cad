//! Warnings: scenarios that will run, and do something that their author hardly means.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/checks.hpp"
#include "scenario/workload.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace golive::scenario {
namespace {

/// The chance that enough members come: convolution of the benches' binomials, one member at a time.
double chance_of_quorum(const Body& body) {
    std::vector<double> present{1.0};  // present[k]: chance that k members come
    for (const Body::Bench& bench : body.benches)
        for (int member = 0; member < bench.members; ++member) {
            const double comes = bench.attendance.value();
            present.push_back(0.0);
            for (std::size_t k = present.size() - 1; k > 0; --k)
                present[k] = present[k] * (1 - comes) + present[k - 1] * comes;
            present[0] *= 1 - comes;
        }
    const double needed = body.quorum.value() * static_cast<double>(present.size() - 1);
    double enough = 0;
    for (std::size_t k = 0; k < present.size(); ++k)
        if (static_cast<double>(k) >= needed - 1e-9) enough += present[k];
    return enough;
}

class Linter {
 public:
    Linter(const Scenario& scenario, const Node& document, Diagnostics& diagnostics)
        : scenario_{scenario}, document_{document}, diagnostics_{diagnostics} {}

    void all() {
        for (const TeamId team : scenario_.teams.ids()) overload(team);
        for (const Body& body : scenario_.bodies) quorum(body);
        for (const Wave& wave : scenario_.waves) wave_target(wave);
        for (const TechnologyId technology : scenario_.technologies.ids()) rollout_of(technology);
        for (const Activity& activity : scenario_.plan) gates(activity);
        people();
        if (scenario_.support && !scenario_.support->first_line)
            warn({"support"},
                 "nobody answers the phone: no team has `handling`, or several have and `first_line` names "
                 "none");
    }

 private:
    void warn(std::initializer_list<std::string_view> path, std::string message, std::string hint = "") {
        diagnostics_.warning(place_of(document_, path), std::move(message), std::move(hint));
    }
    template <class Kind>
    [[nodiscard]] bool plan_has(TechnologyId technology) const {
        return std::any_of(scenario_.plan.begin(), scenario_.plan.end(), [&](const Activity& activity) {
            return std::holds_alternative<Kind>(activity.step) && activity.technology == technology;
        });
    }

    void overload(TeamId id) {
        const Team& team = scenario_.teams[id];
        const double hours = weekly_capacity(scenario_, team);
        if (const double calls = weekly_calls(scenario_, id); calls > hours)
            warn({"team", team.name, "staff"},
                 fmt::format("`{}` is offered {:.0f} h of calls a week and has {:.0f}", team.name, calls,
                             hours));
        const double background = weekly_background(scenario_, id);
        if (background > hours)
            return warn({"team", team.name},
                        fmt::format("`{}` is offered {:.0f} h of background work a week and has {:.0f}",
                                    team.name, background, hours),
                        "the plan will hardly be served");
        const double plan = plan_work(scenario_, id),
                     left = (hours - background) * scenario_.header.horizon.in_weeks();
        if (plan > left)
            warn({"team", team.name},
                 fmt::format("the plan asks {:.0f} h of `{}`, which has {:.0f} left until the horizon", plan,
                             team.name, left));
    }
    void quorum(const Body& body) {
        if (body.rule == VotingRule::empowered) return;
        constexpr double hardly = 0.5;
        if (const double chance = chance_of_quorum(body); chance < hardly)
            warn({"body", body.name, "quorum"},
                 fmt::format("`{}` has a quorum at {:.0f} % of its meetings", body.name, 100 * chance),
                 "lower the quorum or raise attendance");
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
        if (!plan_has<GoLive>(id))
            return warn({"plan"},
                        fmt::format("`{}` never goes live: the plan has no go_live for it", technology.name));
        if (technology.device && !plan_has<Deploy>(id))
            warn({"plan"},
                 fmt::format("the devices of `{}` are never deployed: the plan has no deploy for them",
                             technology.name));
        if (technology.device && !plan_has<Procure>(id))
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
        if (asks(activity.needs.trained) && !plan_has<Train>(activity.technology))
            shut("trained", "the plan trains nobody");
        if (asks(activity.needs.deployed) && !has_device)
            shut("deployed", "the technology has no device");
        else if (asks(activity.needs.deployed) &&
                 (!plan_has<Deploy>(activity.technology) || !plan_has<Procure>(activity.technology)))
            shut("deployed", "the plan orders or deploys nothing");
        if (asks(activity.needs.adopted) && !plan_has<GoLive>(activity.technology))
            shut("adopted", "nothing goes live");
        const Date end = date_of(Time::after_start(scenario_.header.horizon), scenario_.header.start);
        if (activity.earliest.date && *activity.earliest.date > end)
            warn({"plan", activity.name, "start"},
                 fmt::format("`{}` starts after the horizon, {}", activity.name, end.iso()));
    }
    void people() {
        for (const Role& role : scenario_.roles)
            if (std::all_of(role.opportunities.begin(), role.opportunities.end(),
                            [](int n) { return n == 0; }))
                warn({"role", role.name},
                     fmt::format("a {} has no opportunities: they will use nothing", role.name));
        for (const WorkflowId workflow : scenario_.workflows.ids()) served(workflow);
        std::vector<bool> in_wave(scenario_.units.size(), false);
        for (const Wave& wave : scenario_.waves)
            for (const UnitId unit : wave.units) in_wave[unit.index()] = true;
        for (const UnitId id : scenario_.units.ids()) {
            const Unit& unit = scenario_.units[id];
            const auto idle = [](int posts) { return posts == 0; };
            if (!in_wave[id.index()]) warn_unit(unit, "is in no wave");
            if (std::all_of(unit.posts.begin(), unit.posts.end(), idle)) warn_unit(unit, "has no posts");
        }
    }
    void warn_unit(const Unit& unit, const char* what) {
        warn({"site", scenario_.sites[unit.site].name, "unit", unit.name},
             fmt::format("unit `{}` {}", unit.path, what));
    }
    void served(WorkflowId workflow) {
        const std::string& name = scenario_.workflows[workflow].name;
        std::vector<std::string> purposes;
        for (const Technology& technology : scenario_.technologies)
            for (const Purpose& purpose : technology.purposes) {
                if (purpose.workflow == workflow) return;
                purposes.push_back(scenario_.workflows[purpose.workflow].name);
            }
        for (const Role& role : scenario_.roles)
            if (role.opportunities[workflow] > 0)
                warn({"role", role.name, "opportunities", name},
                     fmt::format("no technology serves `{}`", name), suggestion(name, purposes));
    }

    const Scenario& scenario_;
    const Node& document_;
    Diagnostics& diagnostics_;
};

}  // namespace

void lint(const Scenario& scenario, const Node& document, Diagnostics& diagnostics) {
    Linter{scenario, document, diagnostics}.all();
}

}  // namespace golive::scenario
