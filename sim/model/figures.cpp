#include "model/figures.hpp"

#include "model/blame.hpp"
#include "model/expand_plan.hpp"
#include "model/technology_use.hpp"
#include "model/trace.hpp"

#include <golive/base/overloaded.hpp>
#include <golive/model/cause.hpp>

namespace golive::model {
namespace {

template <class Table>
std::vector<std::string> names_in(const Table& table) {
    std::vector<std::string> names;
    for (const auto& one : table) names.push_back(one.name);
    return names;
}

template <class Names>
void assign(std::vector<std::string>& to, const Names& names) {
    to.clear();
    for (const auto& [value, name] : names) to.emplace_back(name);
}

InstanceInfo info_of(const Instance& instance, const Scenario& scenario, const Catalogue& catalogue) {
    const Activity& activity = scenario.plan[instance.activity];
    const double target = instance.target ? instance.target->since_start().in_days() : Recorder::missing;
    return {instance.name, activity.name, std::string{kind_name(activity.step)},
            catalogue.members[static_cast<std::size_t>(activity.scope)][instance.member], target};
}

}  // namespace

FigureBook::FigureBook(const Scenario& scenario, const Layout& layout) : currency_{scenario.header.currency} {
    catalogue_.weeks = static_cast<std::size_t>(scenario.header.horizon / Duration::weeks(1));
    catalogue_.members = {
        std::vector<std::string>{"network"}, names_in(scenario.sites), names_in(scenario.waves), {}};
    for (const Unit& unit : scenario.units) catalogue_.members[3].push_back(unit.path);
    catalogue_.roles = names_in(scenario.roles);
    for (const Unit& unit : scenario.units)
        catalogue_.posts.insert(catalogue_.posts.end(), unit.posts.begin(), unit.posts.end());
    assign(catalogue_.causes, cause_names);
    assign(catalogue_.reasons, reason_names);
    assign(catalogue_.stages, stage_names);
    assign(catalogue_.event_names, trace_event_names);
    assign(catalogue_.entity_kinds, entity_kind_names);
    for (const Instance& instance : layout.plan())
        catalogue_.instances.push_back(info_of(instance, scenario, catalogue_));
}

std::string FigureBook::unit_of(const Figure& figure) const {
    if (!figure.unit.empty()) return figure.unit;
    switch (figure.reading) {
        case Reading::number:
        case Reading::share:
            return "1";
        case Reading::days:
        case Reading::date:
            return "day";
        case Reading::money:
            return currency_;
        case Reading::hours:
            return "hour";
        case Reading::minutes:
            return "minute";
    }
    return "1";
}

void FigureBook::add_weekly(const Figure& figure, Scopes scopes, Weekly weekly) {
    SeriesInfo info{figure.name.whole(), unit_of(figure), figure.words,    {},
                    figure.name.family,  figure.name.of,  figure.name.role};
    for (ScopeKind kind : scopes) info.kept_for[static_cast<std::size_t>(kind)] = true;
    catalogue_.series.push_back(std::move(info));
    of_mechanism_[current_].weekly.emplace_back(catalogue_.series.size() - 1, std::move(weekly));
}

void FigureBook::add_at_end(const Figure& figure, Subject subject, std::function<double(const void*)> read) {
    catalogue_.scalars.push_back(
        {figure.name.whole(), unit_of(figure), figure.words, figure.reading, subject});
    of_mechanism_[current_].at_end.emplace_back(catalogue_.scalars.size() - 1, std::move(read));
}

void FigureBook::sample_week(std::size_t mechanism, const void* state, Recorder& recorder) const {
    for (const auto& [series, weekly] : of_mechanism_[mechanism].weekly)
        std::visit(Overloaded{
                       [&](const OfNetwork& figure) { recorder.network(series, figure.read(state)); },
                       [&](const RatioOfUnits& figure) {
                           recorder.ratio(series, [&](UnitId unit) { return figure.read(state, unit); });
                       },
                       [&](const SumOfUnits& figure) {
                           recorder.total(series, [&](UnitId unit) { return figure.read(state, unit); });
                       },
                   },
                   weekly);
}

void FigureBook::sample_end(std::size_t mechanism, const void* state, Recorder& recorder) const {
    for (const auto& [scalar, read] : of_mechanism_[mechanism].at_end) recorder.scalar(scalar, read(state));
}

}  // namespace golive::model
