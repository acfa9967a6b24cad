//! What the numbers of trace records stand for.
// SPDX-License-Identifier: Apache-2.0
#include "app/trace/entity_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <golive/base/enum_names.hpp>
#include <golive/base/spelling.hpp>

namespace golive::app {
namespace {

EntityKind kind_called(std::string_view name) {
    using enum EntityKind;
    static constexpr EnumNames<EntityKind, 10> names{{{network, "network"},
                                                      {site, "site"},
                                                      {wave, "wave"},
                                                      {unit, "unit"},
                                                      {clinician, "clinician"},
                                                      {device, "device"},
                                                      {body, "body"},
                                                      {team, "team"},
                                                      {activity, "activity"},
                                                      {technology, "technology"}}};
    return names.find(name).value_or(unknown);
}

template <class Names>
std::string_view at(const Names& names, std::int32_t number) {
    const bool there = number >= 0 && static_cast<std::size_t>(number) < names.size();
    return there ? std::string_view{names[static_cast<std::size_t>(number)]} : std::string_view{};
}

template <class Key, class Thing>
const Thing* find(const IdVector<Key, Thing>& table, std::size_t number) {
    return number < table.size() ? &table[Key{number}] : nullptr;
}

}  // namespace

EntityNames::EntityNames(const model::Catalogue& catalogue,
                         std::shared_ptr<const scenario::Scenario> scenario)
    : catalogue_{catalogue}, scenario_{std::move(scenario)} {
    for (const std::string& name : catalogue.entity_kinds) kinds_.push_back(kind_called(name));
    for (const std::string& name : catalogue.event_names)
        about_courses_.push_back(name == "session started" || name == "session finished");
    if (!scenario_) return;
    for (const UnitId unit : scenario_->units.ids()) all_units_.push_back(unit);
    place_posts();
    place_activities();
}

void EntityNames::place_posts() {
    for (const UnitId unit : scenario_->units.ids())
        for (const auto role : scenario_->roles.ids())
            posts_.insert(posts_.end(), static_cast<std::size_t>(scenario_->units[unit].posts[role]),
                          {unit, role});
}

/// An activity lies in the members of its scope; what spans the network lies in all units.
void EntityNames::place_activities() {
    for (const model::InstanceInfo& instance : catalogue_.instances) {
        const auto activity =
            std::ranges::find(scenario_->plan, instance.activity, &scenario::Activity::name);
        const auto scope = activity == scenario_->plan.end() ? scenario::Scope::network : activity->scope;
        activity_units_.push_back(units_of(scope, instance.scope));
    }
}

std::vector<UnitId> EntityNames::units_of(scenario::Scope scope, const std::string& member) const {
    const auto units_in = [&](const auto& groups) {
        for (const auto& group : groups)
            if (group.name == member) return group.units;
        return all_units_;
    };
    switch (scope) {
        case scenario::Scope::network:
            break;
        case scenario::Scope::site:
            return units_in(scenario_->sites);
        case scenario::Scope::wave:
            return units_in(scenario_->waves);
        case scenario::Scope::unit:
            for (const UnitId unit : all_units_)
                if (scenario_->units[unit].path == member) return {unit};
    }
    return all_units_;
}

EntityKind EntityNames::kind(const model::TraceRecord& record) const {
    const auto event = static_cast<std::size_t>(record.event);
    if (event < about_courses_.size() && about_courses_[event]) return EntityKind::course;
    const auto number = static_cast<std::size_t>(record.entity_kind);
    return record.entity_kind >= 0 && number < kinds_.size() ? kinds_[number] : EntityKind::unknown;
}

std::string_view EntityNames::event(const model::TraceRecord& record) const {
    return at(catalogue_.event_names, record.event);
}

std::string_view EntityNames::kind_name(const model::TraceRecord& record) const {
    return at(catalogue_.entity_kinds, record.entity_kind);
}

std::string_view EntityNames::cause(const model::TraceRecord& record) const {
    return at(catalogue_.causes, record.cause);
}

std::string EntityNames::name(const model::TraceRecord& record) const {
    const auto number = static_cast<std::size_t>(record.entity);
    switch (kind(record)) {
        case EntityKind::network:
            return "network";
        case EntityKind::site:
            return std::string{at(catalogue_.members_of(model::ScopeKind::site), record.entity)};
        case EntityKind::wave:
            return std::string{at(catalogue_.members_of(model::ScopeKind::wave), record.entity)};
        case EntityKind::unit:
            return std::string{at(catalogue_.members_of(model::ScopeKind::unit), record.entity)};
        case EntityKind::activity:
            return number < catalogue_.instances.size() ? catalogue_.instances[number].name : std::string{};
        default:
            return scenario_ ? name_in_scenario(kind(record), number) : std::string{};
    }
}

std::string EntityNames::name_in_scenario(EntityKind kind, std::size_t number) const {
    const auto name_of = [](const auto* thing) { return thing == nullptr ? std::string{} : thing->name; };
    switch (kind) {
        case EntityKind::clinician:
            return number < posts_.size() ? scenario_->roles[posts_[number].role].name : std::string{};
        case EntityKind::body:
            return name_of(find(scenario_->bodies, number));
        case EntityKind::team:
            return name_of(find(scenario_->teams, number));
        case EntityKind::technology:
            return name_of(find(scenario_->technologies, number));
        case EntityKind::course:
            return name_of(find(scenario_->courses, number));
        default:
            return {};
    }
}

std::span<const UnitId> EntityNames::units(const model::TraceRecord& record) const {
    const auto number = static_cast<std::size_t>(record.entity);
    if (!scenario_ || record.entity < 0) return {};
    const auto units_of = [](const auto* group) {
        return group == nullptr ? std::span<const UnitId>{} : std::span<const UnitId>{group->units};
    };
    switch (kind(record)) {
        case EntityKind::network:
        case EntityKind::course:
            return all_units_;
        case EntityKind::site:
            return units_of(find(scenario_->sites, number));
        case EntityKind::wave:
            return units_of(find(scenario_->waves, number));
        case EntityKind::unit:
            return number < all_units_.size() ? std::span{&all_units_[number], 1} : std::span<const UnitId>{};
        case EntityKind::clinician:
            return number < posts_.size() ? std::span{&posts_[number].unit, 1} : std::span<const UnitId>{};
        case EntityKind::activity:
            return number < activity_units_.size() ? std::span<const UnitId>{activity_units_[number]}
                                                   : std::span<const UnitId>{};
        default:
            return {};
    }
}

std::string EntityNames::unit_name(UnitId unit) const {
    const auto& names = catalogue_.members_of(model::ScopeKind::unit);
    return unit.index() < names.size() ? names[unit.index()] : std::string{};
}

std::string EntityNames::stage_name(std::size_t stage) const {
    return stage < catalogue_.stages.size() ? in_words(catalogue_.stages[stage]) : std::string{};
}

std::string EntityNames::reason_name(std::size_t reason) const {
    return reason < catalogue_.reasons.size() ? catalogue_.reasons[reason] : std::string{};
}

}  // namespace golive::app
