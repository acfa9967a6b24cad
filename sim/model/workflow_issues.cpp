#include "model/workflow_issues.hpp"

#include "model/figures.hpp"
#include "model/technology_use.hpp"

#include <algorithm>
#include <cmath>

#include <golive/random/normal.hpp>

namespace golive::model {
namespace {

constexpr random::Draw fit_of_kind_draw{"issues.fit_of_kind"};
constexpr random::Draw fit_of_unit_draw{"issues.fit_of_unit"};
constexpr random::Draw weight_draw{"issues.weight"};
constexpr random::Draw resemblance_draw{"issues.resemblance"};
constexpr random::Draw presence_draw{"issues.presence"};
constexpr random::Draw beyond_draw{"issues.beyond"};
constexpr random::Draw only_draw{"issues.only"};
constexpr random::Draw found_draw{"issues.found"};
constexpr random::Draw shown_draw{"issues.shown"};

double exponential(const random::Streams& streams, random::Draw purpose, random::EntityKey key) {
    return -std::log(streams.uniform(purpose, key));
}

}  // namespace

double fit_as_bought(double of_kind, double spread, double luck) {
    const double deviation = spread * (2 * luck - 1);
    return std::clamp(of_kind + deviation, 0.0, 1.0);
}

std::vector<float> severities_of(double misfit, std::span<const double> weights) {
    double sum = 0;
    for (double weight : weights) sum += weight;
    std::vector<float> severities;
    for (double weight : weights) severities.push_back(static_cast<float>(misfit * weight / sum));
    return severities;
}

float exposure_to(double uses, double uses_to_surface, float severity) {
    return static_cast<float>(uses / uses_to_surface) * severity;
}

int fixes_in(double hours, double each) { return each > 0 ? static_cast<int>(hours / each + 1e-9) : 0; }

double fit_with(double unresolved) { return std::clamp(1.0 - unresolved, 0.0, 1.0); }

double resemblance_of(bool same_kind, bool same_site, double of_kind, double of_site) {
    return 1.0 - (same_kind ? 1.0 - of_kind : 1.0) * (same_site ? 1.0 - of_site : 1.0);
}

WorkflowIssues::WorkflowIssues(World world)
    : world_{world},
      units_{world.scenario.units.size()},
      cells_(world.scenario.technologies.size() * units_),
      fit_(cells_.size()),
      discovered_(cells_.size()),
      used_(cells_.size()),
      types_{static_cast<std::uint32_t>(world.scenario.issues.types)},
      numbers_{world.numbers(world.scenario.issues)} {
    for (TechnologyId technology : world.scenario.technologies.ids()) {
        const random::EntityKey name{world.scenario.technologies[technology].name};
        weights_.emplace_back();
        for (std::uint32_t type = 0; type < types_; ++type) {
            auto engine = world.streams.variate(weight_draw, name.child(type));
            weights_.back().push_back(std::exp(numbers_.severity_spread * random::standard_normal(engine)));
        }
        for (UnitId unit : world.scenario.units.ids()) fill(technology, unit);
    }
}

random::EntityKey WorkflowIssues::key(TechnologyId technology, UnitId unit, std::uint32_t type) const {
    const auto here = world_.layout.key_of(unit).child(world_.scenario.technologies[technology].name);
    return type < types_ ? here.child(type) : here.child("made").child(made_by_[type - types_].key());
}

WorkflowIssues::Origin WorkflowIssues::origin(TechnologyId technology, UnitId unit,
                                              std::uint32_t type) const {
    const Scenario& scenario = world_.scenario;
    const std::string& name = scenario.technologies[technology].name;
    const auto own = world_.layout.key_of(unit).child(name).child(type);
    if (world_.streams.uniform(resemblance_draw, own) >= numbers_.kind_resemblance.value())
        return {own, false};
    return {random::EntityKey{name}.child(scenario.unit_kinds[scenario.units[unit].kind].name).child(type),
            true};
}

void WorkflowIssues::fill(TechnologyId technology, UnitId unit) {
    const double presence = world_.scenario.issues.presence.value();
    for (std::uint32_t type = 0; type < types_; ++type) {
        const Origin whose = origin(technology, unit, type);
        if (world_.streams.bernoulli(presence, presence_draw, whose.key))
            add(technology, unit, {.type = type, .from_kind = whose.from_kind});
    }
    if (cells_[at(technology, unit)].empty()) {  // nothing is without issues
        const Origin whose = origin(technology, unit, types_);
        const auto type = static_cast<std::uint32_t>(world_.streams.uniform(only_draw, whose.key) * types_);
        add(technology, unit, {.type = type, .from_kind = whose.from_kind});
    }
    divide(technology, unit, 1.0 - fit_as_bought(technology, unit, 0));
}

void WorkflowIssues::add(TechnologyId technology, UnitId unit, Issue issue) {
    const random::EntityKey who = key(technology, unit, issue.type);
    issue.until_found = static_cast<float>(exponential(world_.streams, found_draw, who));
    issue.until_shown = static_cast<float>(exponential(world_.streams, shown_draw, who));
    issue.inherent = is_inherent(technology, issue.type);
    cells_[at(technology, unit)].push_back(issue);
}

bool WorkflowIssues::is_inherent(TechnologyId technology, std::uint32_t type) const {
    if (type >= types_) return false;
    const random::EntityKey name{world_.scenario.technologies[technology].name};
    return world_.streams.bernoulli(numbers_.beyond.value(), beyond_draw, name.child(type));
}

/// What does not fit is divided among the issues that came with the technology, by weight.
void WorkflowIssues::divide(TechnologyId technology, UnitId unit, double misfit) {
    std::vector<Issue*> issues;
    std::vector<double> weights;
    for (Issue& issue : cells_[at(technology, unit)]) {
        if (issue.type >= types_) continue;
        issues.push_back(&issue);
        weights.push_back(weights_[technology.index()][issue.type]);
    }
    const std::vector<float> severities = severities_of(misfit, weights);
    for (std::size_t i = 0; i < issues.size(); ++i) issues[i]->severity = severities[i];
    refit(technology, unit);
}

double WorkflowIssues::fit_as_bought(TechnologyId technology, UnitId unit, int candidate) const {
    const Technology& made = world_.scenario.technologies[technology];
    const UnitKind& kind = world_.scenario.unit_kinds[world_.scenario.units[unit].kind];
    const auto product = [&](random::EntityKey key) {
        return candidate == 0 ? key : key.child(static_cast<std::uint64_t>(candidate));
    };
    const auto of_kind = product(random::EntityKey{made.name}.child(kind.name));
    const auto of_unit = product(world_.layout.key_of(unit).child(made.name));
    const double spread = made.fit_spread.for_run(world_.streams).value();
    return model::fit_as_bought(made.fit.draw(world_.streams, fit_of_kind_draw, of_kind).value(), spread,
                                world_.streams.uniform(fit_of_unit_draw, of_unit));
}

void WorkflowIssues::choose(TechnologyId technology, UnitId unit, int candidate) {
    divide(technology, unit, 1.0 - fit_as_bought(technology, unit, candidate));
}

double WorkflowIssues::discovered(TechnologyId technology, const std::vector<UnitId>& units) const {
    const auto count =
        std::count_if(units.begin(), units.end(), [&](UnitId u) { return is_discovered(technology, u); });
    return units.empty() ? 0.0 : static_cast<double>(count) / static_cast<double>(units.size());
}

double WorkflowIssues::resemblance(UnitId a, UnitId b) const {
    if (a == b) return 1.0;
    const Unit& one = world_.scenario.units[a];
    const Unit& other = world_.scenario.units[b];
    return resemblance_of(one.kind == other.kind, one.site == other.site, numbers_.kind_resemblance.value(),
                          numbers_.site_resemblance.value());
}

void WorkflowIssues::observe(TechnologyId technology, UnitId unit, double exposure) {
    if (exposure <= 0) return;
    Cell& cell = cells_[at(technology, unit)];
    for (std::size_t i = 0; i < cell.size(); ++i) {
        if (cell[i].state != IssueState::latent) continue;
        cell[i].until_found -= static_cast<float>(exposure);
        if (cell[i].until_found <= 0) become_known(technology, unit, cell[i]);
    }
}

void WorkflowIssues::become_known(TechnologyId technology, UnitId unit, Issue& issue) {
    if (issue.state != IssueState::latent) return;
    note(unit, issue);
    if (issue.from_kind) share_with_kind(technology, unit, issue.type);
}

void WorkflowIssues::share_with_kind(TechnologyId technology, UnitId from, std::uint32_t type) {
    const UnitKindId kind = world_.scenario.units[from].kind;
    for (UnitId unit : world_.scenario.units.ids()) {
        if (unit == from || world_.scenario.units[unit].kind != kind) continue;
        for (Issue& issue : cells_[at(technology, unit)])
            if (issue.type == type && issue.from_kind && issue.state == IssueState::latent) note(unit, issue);
    }
}

void WorkflowIssues::note(UnitId unit, Issue& issue) {
    issue.state = IssueState::known;
    world_.trace(TraceEvent::issue_found, EntityKind::unit, unit.value(), issue.severity);
}

int WorkflowIssues::fix_worst(TechnologyId technology, UnitId unit, double hours, double each) {
    Cell& cell = cells_[at(technology, unit)];
    int fixed = 0;
    for (int left = fixes_in(hours, each); left > 0; --left) {
        Issue* worst = nullptr;
        for (Issue& issue : cell)
            if (issue.state == IssueState::known && !issue.inherent &&
                (worst == nullptr || issue.severity > worst->severity))
                worst = &issue;
        if (worst == nullptr) break;
        settle(technology, unit, *worst);
        ++fixed;
    }
    return fixed;
}

const Issue* WorkflowIssues::find(TechnologyId technology, UnitId unit, std::uint32_t type) const {
    for (const Issue& issue : cells_[at(technology, unit)])
        if (issue.type == type && issue.state != IssueState::resolved) return &issue;
    return nullptr;
}

bool WorkflowIssues::resolve(TechnologyId technology, UnitId unit, std::uint32_t type) {
    for (Issue& issue : cells_[at(technology, unit)])
        if (issue.type == type && issue.state != IssueState::resolved && !issue.inherent) {
            settle(technology, unit, issue);
            return true;
        }
    return false;
}

void WorkflowIssues::resolve_known(TechnologyId technology, std::uint32_t type) {
    for (UnitId unit : world_.scenario.units.ids())
        for (Issue& issue : cells_[at(technology, unit)])
            if (issue.type == type && issue.state == IssueState::known && !issue.inherent)
                settle(technology, unit, issue);
}

void WorkflowIssues::settle(TechnologyId technology, UnitId unit, Issue& issue) {
    issue.state = IssueState::resolved;
    ++resolved_;
    world_.trace(TraceEvent::issue_resolved, EntityKind::unit, unit.value(), issue.severity);
    refit(technology, unit);
}

/// A build of one purpose can see to the types that fall to it; they are dealt out in turn.
std::vector<std::uint32_t> WorkflowIssues::known_types(TechnologyId technology, std::size_t purpose) const {
    const std::size_t purposes = world_.scenario.technologies[technology].purposes.size();
    std::vector<std::uint32_t> types;
    for (UnitId unit : world_.scenario.units.ids())
        for (const Issue& issue : cells_[at(technology, unit)])
            if (issue.state == IssueState::known && !issue.inherent && issue.type % purposes == purpose)
                types.push_back(issue.type);
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    return types;
}

std::uint32_t WorkflowIssues::new_type(random::EntityKey change) {
    made_by_.push_back(change);
    return types_ + static_cast<std::uint32_t>(made_by_.size()) - 1;
}

void WorkflowIssues::create(TechnologyId technology, UnitId unit, std::uint32_t type, double severity) {
    add(technology, unit, {.type = type, .severity = static_cast<float>(severity)});
    ++created_;
    world_.trace(TraceEvent::issue_created, EntityKind::unit, unit.value(), severity);
    refit(technology, unit);
}

void WorkflowIssues::refit(TechnologyId technology, UnitId unit) {
    double misfit = 0;
    for (const Issue& issue : cells_[at(technology, unit)])
        if (issue.state != IssueState::resolved) misfit += issue.severity;
    fit_[at(technology, unit)] = fit_with(misfit);
}

void WorkflowIssues::on(const WeekBegins&) {
    for (TechnologyId technology : world_.scenario.technologies.ids())
        for (UnitId unit : world_.scenario.units.ids())
            if (world_.the<TechnologyUse>().is_live(technology, unit)) show_in_use(technology, unit);
}

/// The more an issue bites and the more the technology is used, the sooner it shows itself.
void WorkflowIssues::show_in_use(TechnologyId technology, UnitId unit) {
    const std::size_t here = at(technology, unit);
    const double so_far = world_.the<TechnologyUse>().totals(technology, unit).uses;
    const double uses = so_far - used_[here];
    used_[here] = so_far;
    if (uses <= 0) return;
    for (std::size_t i = 0; i < cells_[here].size(); ++i) {
        Issue& issue = cells_[here][i];
        if (issue.shown || issue.state == IssueState::resolved) continue;
        issue.until_shown -= exposure_to(uses, numbers_.uses_to_surface, issue.severity);
        if (issue.until_shown > 0) continue;
        issue.shown = true;
        const std::uint32_t type = issue.type;
        world_.trace(TraceEvent::issue_shown, EntityKind::unit, unit.value(), issue.severity);
        become_known(technology, unit, issue);
        world_.announce(IssueShown{technology, unit, type});
    }
}

void WorkflowIssues::declare(Figures<WorkflowIssues>& figures) {
    figures.about(Subject::changes);
    for (TechnologyId technology : figures.scenario.technologies.ids()) {
        const std::string& name = figures.scenario.technologies[technology].name;
        figures.weekly_ratio({{"fit", name}, Reading::share, "mean fit of " + name + " to the units' work"},
                             every_scope, [technology](const WorkflowIssues& issues, UnitId unit) {
                                 return Ratio{issues.fit(technology, unit), 1.0};
                             });
        const auto count = [&](const std::string& what, IssueState state, const std::string& words) {
            figures.weekly_sum({{what, name}, Reading::number, "issues of " + name + words}, group_scopes,
                               [technology, state](const WorkflowIssues& issues, UnitId unit) {
                                   const Cell& cell = issues.cells_[issues.at(technology, unit)];
                                   return std::count_if(cell.begin(), cell.end(), [&](const Issue& issue) {
                                       return issue.state == state;
                                   });
                               });
        };
        count("issues_latent", IssueState::latent, " that nobody knows of");
        count("issues_known", IssueState::known, " that are known and still there");
        count("issues_resolved", IssueState::resolved, " that were done away with");
    }
    figures.at_end({"issues_resolved", Reading::number, "issues done away with, unit by unit"},
                   [](const WorkflowIssues& issues) { return issues.resolved_; });
    figures.at_end({"issues_created", Reading::number, "issues made by changes for others, unit by unit"},
                   [](const WorkflowIssues& issues) { return issues.created_; });
}

}  // namespace golive::model
