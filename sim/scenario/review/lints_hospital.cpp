//! Warnings about people and teams: too much to do, nothing to do, meetings that nobody comes to.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/review/review.hpp"
#include "scenario/review/workload.hpp"

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
    explicit Linter(const Review& review) : review_{review}, scenario_{review.scenario} {}

    void all() {
        for (const TeamId team : scenario_.teams.ids()) overload(team);
        for (const Body& body : scenario_.bodies) quorum(body);
        people();
        if (scenario_.support && !scenario_.support->first_line)
            warn({"support"},
                 "nobody answers the phone: no team has `handling`, or several have and `first_line` names "
                 "none");
    }

 private:
    void warn(const Path& path, std::string message, std::string hint = "") const {
        review_.warn(path, std::move(message), std::move(hint));
    }
    void overload(TeamId id) {
        const Team& team = scenario_.teams[id];
        const double hours = weekly_capacity(scenario_, id);
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
        const double imposed = imposed_work(scenario_, id), asked = plan_work(scenario_, id) + imposed,
                     left = (hours - background) * scenario_.header.horizon.in_weeks();
        if (asked > left)
            warn({"team", team.name},
                 fmt::format("the plan{} {:.0f} h of `{}`, which has {:.0f} left until the horizon",
                             imposed > 0 ? " and mandates ask" : " asks", asked, team.name, left));
    }
    void quorum(const Body& body) {
        if (body.rule == VotingRule::empowered) return;
        constexpr double hardly = 0.5;
        if (const double chance = chance_of_quorum(body); chance < hardly)
            warn({"body", body.name, "quorum"},
                 fmt::format("`{}` has a quorum at {:.0f} % of its meetings", body.name, 100 * chance),
                 "lower the quorum or raise attendance");
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

    const Review& review_;
    const Scenario& scenario_;
};

}  // namespace

void lint_hospital(const Review& review) { Linter{review}.all(); }

}  // namespace golive::scenario
