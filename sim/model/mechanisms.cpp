#include "model/mechanisms.hpp"

#include "model/expand_plan.hpp"
#include "model/trace.hpp"

#include <golive/model/cause.hpp>

namespace golive::model {
namespace {

template <class Mechanism>
void declare_one(Declarations& declare) {
    if constexpr (requires { Mechanism::declare(declare); }) Mechanism::declare(declare);
}

template <class... Mechanism>
void declare_all(Declarations& declare, std::type_identity<std::tuple<Mechanism...>>) {
    (declare_one<Mechanism>(declare), ...);
}

template <class Table>
std::vector<std::string> names_in(const Table& table) {
    std::vector<std::string> names;
    for (const auto& one : table) names.push_back(one.name);
    return names;
}

}  // namespace

Catalogue declare_catalogue(const Scenario& scenario, const Layout& layout) {
    Catalogue catalogue;
    catalogue.weeks = static_cast<std::size_t>(scenario.header.horizon / Duration::weeks(1));
    catalogue.members = {
        std::vector<std::string>{"network"}, names_in(scenario.sites), names_in(scenario.waves), {}};
    for (const Unit& unit : scenario.units) catalogue.members[3].push_back(unit.path);
    catalogue.roles = names_in(scenario.roles);
    for (const Unit& unit : scenario.units)
        catalogue.posts.insert(catalogue.posts.end(), unit.posts.begin(), unit.posts.end());
    catalogue.causes.assign(cause_names.begin(), cause_names.end());
    catalogue.event_names.assign(trace_event_names.begin(), trace_event_names.end());
    catalogue.entity_kinds.assign(entity_kind_names.begin(), entity_kind_names.end());
    for (const Instance& instance : layout.plan()) {
        const Activity& activity = scenario.plan[instance.activity];
        const double target = instance.target ? instance.target->since_start().in_days() : Recorder::missing;
        catalogue.instances.push_back({instance.name, activity.name, std::string{kind_name(activity.step)},
                                       instance.name.substr(instance.name.find('/') + 1), target});
    }
    Declarations declare{scenario, layout, catalogue};
    declare_all(declare, std::type_identity<Mechanisms>{});
    return catalogue;
}

}  // namespace golive::model
