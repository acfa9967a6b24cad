#include "model/expand_plan.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <type_traits>

#include <golive/base/enum_names.hpp>

namespace golive::model {
namespace {

struct Member {
    std::uint32_t number;
    std::string name;
    std::vector<UnitId> units;
};

/// Units that belong to no wave are not rolled out to: only their site and the network know them.
std::vector<UnitId> units_in_waves(const Scenario& scenario, const IdVector<UnitId, WaveId>& wave_of) {
    std::vector<UnitId> units;
    for (UnitId unit : scenario.units.ids())
        if (wave_of[unit] || scenario.waves.empty()) units.push_back(unit);
    return units;
}

std::vector<Member> members_of(Scope scope, const Scenario& scenario, const std::vector<UnitId>& in_waves) {
    std::vector<Member> members;
    if (scope == Scope::network) members.push_back({0, "network", in_waves});
    if (scope == Scope::unit)
        for (UnitId unit : in_waves) members.push_back({unit.value(), scenario.units[unit].path, {unit}});
    if (scope == Scope::wave)
        for (WaveId wave : scenario.waves.ids())
            members.push_back({wave.value(), scenario.waves[wave].name, scenario.waves[wave].units});
    if (scope == Scope::site)
        for (SiteId site : scenario.sites.ids()) {
            Member member{site.value(), scenario.sites[site].name, {}};
            std::copy_if(in_waves.begin(), in_waves.end(), std::back_inserter(member.units),
                         [&](UnitId unit) { return scenario.units[unit].site == site; });
            if (!member.units.empty()) members.push_back(std::move(member));
        }
    return members;
}

std::vector<WorkflowId> parts_of(const Activity& activity) {
    const auto* build = std::get_if<Build>(&activity.step);
    return build != nullptr ? build->purposes : std::vector{WorkflowId{}};
}

/// A wave's target is that of its members; what spans waves counts from the first of them.
std::optional<Date> target_of(const Scenario& scenario, const IdVector<UnitId, WaveId>& wave_of,
                              const std::vector<UnitId>& units) {
    std::optional<Date> first;
    for (UnitId unit : units) {
        if (!wave_of[unit]) continue;
        const auto target = scenario.waves[wave_of[unit]].target;
        if (target && (!first || *target < *first)) first = target;
    }
    return first;
}

void set_dates(Instance& instance, const Activity& activity, const Scenario& scenario,
               const IdVector<UnitId, WaveId>& wave_of) {
    const Date start = scenario.header.start;
    if (const auto target = target_of(scenario, wave_of, instance.units))
        instance.target = time_of(*target, start);
    if (activity.earliest.date) instance.earliest = time_of(*activity.earliest.date, start);
    if (activity.earliest.after_target && instance.target)
        instance.earliest = std::max(Time{}, *instance.target + *activity.earliest.after_target);
}

bool share_a_unit(const std::vector<UnitId>& a, const std::vector<UnitId>& b) {
    return std::any_of(a.begin(), a.end(),
                       [&](UnitId unit) { return std::find(b.begin(), b.end(), unit) != b.end(); });
}

void connect(IdVector<InstanceId, Instance>& plan, InstanceId id, const Activity& activity) {
    for (InstanceId earlier : plan.ids()) {
        if (earlier == id) break;
        const Instance& candidate = plan[earlier];
        const bool named =
            std::any_of(activity.after.begin(), activity.after.end(), [&](const auto& predecessor) {
                return predecessor.activity == candidate.activity &&
                       (!predecessor.part || predecessor.part == candidate.part);
            });
        if (!named || !share_a_unit(candidate.units, plan[id].units)) continue;
        plan[id].after.push_back(earlier);
        plan[earlier].followers.push_back(id);
    }
}

}  // namespace

IdVector<InstanceId, Instance> expand_plan(const Scenario& scenario,
                                           const IdVector<UnitId, WaveId>& wave_of) {
    IdVector<InstanceId, Instance> plan;
    const std::vector<UnitId> in_waves = units_in_waves(scenario, wave_of);
    for (ActivityId id : scenario.plan.ids()) {
        const Activity& activity = scenario.plan[id];
        for (const Member& member : members_of(activity.scope, scenario, in_waves))
            for (WorkflowId part : parts_of(activity)) {
                const std::string step =
                    part ? activity.name + "." + scenario.workflows[part].name : activity.name;
                const std::string name = fmt::format("{}/{}", step, member.name);
                const InstanceId added = plan.push_back(
                    {id, member.number, part, {}, {}, member.units, {}, {}, random::EntityKey{name}, name});
                set_dates(plan[added], activity, scenario, wave_of);
                connect(plan, added, activity);
            }
    }
    return plan;
}

std::string_view kind_name(const Step& step) {
    struct Namer {
        std::string_view operator()(const Redesign& redesign) const {
            static constexpr EnumNames<Redesign::Kind, 4> names{{{Redesign::Kind::discovery, "discovery"},
                                                                 {Redesign::Kind::co_design, "co_design"},
                                                                 {Redesign::Kind::huddle, "huddle"},
                                                                 {Redesign::Kind::optimise, "optimise"}}};
            return names[redesign.kind];
        }
        std::string_view operator()(const Select&) const { return "select"; }
        std::string_view operator()(const Decision&) const { return "decision"; }
        std::string_view operator()(const Procure&) const { return "procure"; }
        std::string_view operator()(const Build&) const { return "build"; }
        std::string_view operator()(const SecurityReview&) const { return "security_review"; }
        std::string_view operator()(const Train&) const { return "train"; }
        std::string_view operator()(const Deploy&) const { return "deploy"; }
        std::string_view operator()(const GoLive&) const { return "go_live"; }
        std::string_view operator()(const Hypercare&) const { return "hypercare"; }
        std::string_view operator()(const Retire&) const { return "retire"; }
        std::string_view operator()(const Milestone&) const { return "milestone"; }
        std::string_view operator()(const Wait&) const { return "wait"; }
    };
    return std::visit(Namer{}, step);
}

}  // namespace golive::model
