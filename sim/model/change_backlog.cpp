#include "model/change_backlog.hpp"

#include "model/figures.hpp"
#include "model/it_alignment.hpp"
#include "model/ledger.hpp"
#include "model/staffing.hpp"
#include "model/superuser_network.hpp"
#include "model/team_work.hpp"
#include "model/technology_use.hpp"
#include "model/workflow_issues.hpp"

#include <algorithm>
#include <cmath>

namespace golive::model {
namespace {

constexpr random::Draw report_draw{"backlog.reporting"};
constexpr random::Draw accuracy_draw{"backlog.accuracy"};
constexpr random::Draw wish_draw{"backlog.wish"};
constexpr random::Draw wish_about_draw{"backlog.wish_about"};
constexpr random::Draw wish_rate_draw{"backlog.wish_rate"};
constexpr random::Draw wish_worth_draw{"backlog.wish_worth"};
constexpr random::Draw effort_draw{"backlog.effort"};
constexpr random::Draw analysis_draw{"backlog.analysis"};
constexpr random::Draw approval_draw{"backlog.approval"};
constexpr random::Draw perceived_draw{"backlog.perceived"};
constexpr random::Draw helped_draw{"backlog.helped"};
constexpr random::Draw spill_draw{"backlog.spill_over"};
constexpr random::Draw severity_draw{"backlog.spill_severity"};

constexpr std::uint32_t status_report = 0xffffffff;  // payload of work that is nobody's change

/// A wish is worth this much fit to the people of its unit who want it, on average.
constexpr double wish_severity = 0.002;
/// Worth of requests spreads over about this many natural logarithms: the scale on which it is perceived.
constexpr double worth_spread = 1.5;
constexpr double typical_worth = 1.0;

}  // namespace

double standardised_worth(double worth) {
    return std::log(std::max(1e-6, worth) / typical_worth) / worth_spread;
}

double rank_of_cause(double perceived, double effort_hours) {
    return perceived * worth_spread - std::log(std::max(0.1, effort_hours));
}

ChangeBacklog::ChangeBacklog(World world)
    : world_{world},
      numbers_{world.numbers(world.scenario.backlog)},
      product_{numbers_.mode == BacklogMode::product},
      wishes_(world.scenario.units.size()) {}

void ChangeBacklog::start() {
    for (UnitId unit : world_.scenario.units.ids()) schedule_wish(unit);
}

void ChangeBacklog::analysed(ChangeId id) {
    --analysing_;
    end_analysis(id);
    take_next_cause();
}

void ChangeBacklog::schedule_wish(UnitId unit) {
    const random::EntityKey key = world_.layout.key_of(unit);
    const std::uint64_t number = wishes_[unit]++;
    const Rate rate = numbers_.wishes.draw(world_.streams, wish_rate_draw, key, number);
    world_.schedule<&ChangeBacklog::wish>(world_.next_arrival(rate.per_second(), wish_draw, key, number),
                                          unit);
}

void ChangeBacklog::wish(UnitId unit) {
    ask_for_wish(unit);
    schedule_wish(unit);
}

/// About any of the technologies that the unit lives with.
void ChangeBacklog::ask_for_wish(UnitId unit) {
    std::vector<TechnologyId> live;
    for (TechnologyId technology : world_.scenario.technologies.ids())
        if (world_.the<TechnologyUse>().is_live(technology, unit)) live.push_back(technology);
    if (live.empty()) return;
    const double choice = world_.streams.uniform(wish_about_draw, world_.layout.key_of(unit), wishes_[unit]);
    ask(live[static_cast<std::size_t>(choice * static_cast<double>(live.size()))], unit, no_type);
}

void ChangeBacklog::on(const IssueShown& signal) {
    const auto who = world_.the<WorkflowIssues>().key(signal.technology, signal.unit, signal.type);
    if (world_.streams.bernoulli(numbers_.reporting.value(), report_draw, who))
        ask(signal.technology, signal.unit, signal.type);
}

void ChangeBacklog::ask(TechnologyId technology, UnitId unit, std::uint32_t type) {
    ++asked_;
    world_.trace(TraceEvent::change_asked, EntityKind::unit, unit.value());
    if (is_asked_already(technology, type)) {
        ++merged_;
        return;
    }
    const random::EntityKey who = key(technology, unit, type);
    const bool accurate = world_.the<SuperuserNetwork>().has_superuser(unit) &&
                          world_.streams.bernoulli(numbers_.accuracy.value(), accuracy_draw, who);
    changes_.push_back({.technology = technology,
                        .asker = unit,
                        .type = type,
                        .wish = type == no_type,
                        .accurate = accurate,
                        .phase = Phase::approvals,
                        .asked = world_.now(),
                        .key = who});
    ++open_;
    next_signature(static_cast<ChangeId>(changes_.size() - 1));
}

/// As a product one cause is one change, whoever asks.
bool ChangeBacklog::is_asked_already(TechnologyId technology, std::uint32_t type) const {
    if (!product_ || type == no_type) return false;
    return std::any_of(changes_.begin(), changes_.end(), [&](const Change& other) {
        return other.technology == technology && other.type == type && other.phase != Phase::done;
    });
}

/// A cause is the same whoever asks first; what is built as asked is its asker's.
random::EntityKey ChangeBacklog::key(TechnologyId technology, UnitId unit, std::uint32_t type) const {
    const random::EntityKey made{world_.scenario.technologies[technology].name};
    if (type == no_type)
        return world_.layout.key_of(unit).child(made.key()).child("wish").child(wishes_[unit]);
    if (product_) return made.child("cause").child(type);
    return world_.the<WorkflowIssues>().key(technology, unit, type);
}

/// Every signature takes its time, and a clinician's.
void ChangeBacklog::next_signature(ChangeId id) {
    Change& change = changes_[id];
    if (change.signatures == numbers_.approvals) return admit(id);
    const Duration wait = numbers_.approval_time.draw(world_.streams, approval_draw, change.key,
                                                      static_cast<std::uint64_t>(change.signatures));
    ++change.signatures;
    world_.the<Ledger>().take_hours(HoursFor::control, numbers_.approval_hours, change.asker);
    world_.the<Ledger>().spend(Cost::meetings,
                               world_.the<Staffing>().mean_wage(change.asker) * numbers_.approval_hours);
    world_.schedule<&ChangeBacklog::next_signature>(world_.now() + wait, id);
}

void ChangeBacklog::admit(ChangeId id) {
    changes_[id].phase = Phase::waiting;
    if (!product_) return build(id);
    waiting_.push_back(id);
    take_next_cause();
}

/// Product managers take the cause that promises most for its effort; builders have a few in hand.
void ChangeBacklog::take_next_cause() {
    while (!waiting_.empty() && analysing_ < numbers_.managers &&
           analysing_ + building_ < numbers_.parallel) {
        auto best = waiting_.begin();
        double best_score = score(*best);
        for (auto it = best + 1; it != waiting_.end(); ++it) {
            const double its = score(*it);
            if (its <= best_score) continue;
            best = it;
            best_score = its;
        }
        const ChangeId id = *best;
        waiting_.erase(best);
        Change& change = changes_[id];
        change.phase = Phase::analysis;
        ++analysing_;
        const double focus =
            (world_.scenario.working_time.closes - world_.scenario.working_time.opens).in_hours() / 6.0;
        const Duration hours =
            numbers_.analysis.draw(world_.streams, analysis_draw, change.key).scaled(std::max(1.0, focus));
        world_.schedule<&ChangeBacklog::analysed>(world_.layout.working_time().finish(world_.now(), hours),
                                                  id);
    }
}

/// What only another product would do away with is found out to be so, and let be.
void ChangeBacklog::end_analysis(ChangeId id) {
    Change& change = changes_[id];
    if (change.wish || !world_.the<WorkflowIssues>().is_inherent(change.technology, change.type))
        return build(id);
    change.phase = Phase::let_be;
    ++let_be_;
    --open_;
}

Duration ChangeBacklog::effort(const Change& change) const {
    const double factor = product_ ? numbers_.cause_factor : 1.0;
    return numbers_.effort.draw(world_.streams, effort_draw, change.key).scaled(factor);
}

/// Severity times the people who bear it, over all live units that have the issue: what there is to gain.
double ChangeBacklog::worth(const Change& change) const {
    if (change.wish) {
        const double taste = -std::log(world_.streams.uniform(wish_worth_draw, change.key));
        return wish_severity * taste * world_.layout.posts_of(change.asker).size();
    }
    double sum = 0;
    for (UnitId unit : world_.scenario.units.ids()) {
        if (!world_.the<TechnologyUse>().is_live(change.technology, unit)) continue;
        const Issue* issue = world_.the<WorkflowIssues>().find(change.technology, unit, change.type);
        if (issue != nullptr)
            sum += static_cast<double>(issue->severity) * world_.layout.posts_of(unit).size();
    }
    return sum;
}

double ChangeBacklog::score(ChangeId id) const {
    const Change& change = changes_[id];
    const double seen =
        world_.the<ItAlignment>().perceived(standardised_worth(worth(change)), perceived_draw, change.key);
    return rank_of_cause(seen, effort(change).in_hours());
}

void ChangeBacklog::build(ChangeId id) {
    Change& change = changes_[id];
    change.phase = Phase::building;
    ++building_;
    world_.submit_work({.team = numbers_.team,
                        .work_class = WorkClass::change_request,
                        .effort = effort(change),
                        .cost = Cost::support,
                        .changes_live = true,
                        .payload = id});
}

void ChangeBacklog::work_moved(std::uint32_t payload, WorkMove move) {
    if (move != WorkMove::finished) return;
    if (payload == status_report)
        --reports_;
    else
        built(payload);
}

void ChangeBacklog::built(ChangeId id) {
    const Change change = changes_[id];
    changes_[id].phase = Phase::done;
    --building_;
    --open_;
    ++built_;
    const double before = worth(change);
    world_.trace(TraceEvent::change_built, EntityKind::unit, change.asker.value(), before);
    hours_built_ += effort(change).in_hours();
    days_.add((world_.now() - change.asked).in_days());
    if (!change.wish && product_) solve_everywhere(change);
    if (!product_) push_as_asked(change);
    worth_built_ += change.wish ? before : before - worth(change);
    if (product_) take_next_cause();
}

void ChangeBacklog::solve_everywhere(const Change& change) {
    for (UnitId unit : world_.scenario.units.ids())
        world_.the<WorkflowIssues>().resolve(change.technology, unit, change.type);
}

/// The asker's solution, for everyone: it helps who has the same issue and resembles the asker, and is one
/// thing more to get past for who has not and lives with the technology by now.
void ChangeBacklog::push_as_asked(const Change& change) {
    WorkflowIssues& issues = world_.the<WorkflowIssues>();
    std::uint32_t made = no_type;
    for (UnitId unit : world_.scenario.units.ids()) {
        if (unit == change.asker) {
            if (!change.wish) issues.resolve(change.technology, unit, change.type);
            continue;
        }
        const auto key = change.key.child(world_.scenario.units[unit].path);
        const double alike = issues.resemblance(change.asker, unit);
        const Issue* same = change.wish ? nullptr : issues.find(change.technology, unit, change.type);
        if (same != nullptr) {
            if (change.accurate || world_.streams.bernoulli(alike, helped_draw, key))
                issues.resolve(change.technology, unit, change.type);
            continue;
        }
        if (change.accurate || !world_.the<TechnologyUse>().is_live(change.technology, unit)) continue;
        if (!world_.streams.bernoulli(spill_chance(numbers_.spill_over.value(), alike), spill_draw, key))
            continue;
        if (made == no_type) made = issues.new_type(change.key);
        const double severity = numbers_.spill_severity.draw(world_.streams, severity_draw, key).value();
        issues.create(change.technology, unit, made, severity);
        worth_built_ -= severity * world_.layout.posts_of(unit).size();
        ++spilled_;
    }
}

void ChangeBacklog::on(const WeekBegins&) {
    if (product_) pay_managers();
    report_status();
}

void ChangeBacklog::pay_managers() {
    const WorkingTime& hours = world_.scenario.working_time;
    const Duration week = (hours.closes - hours.opens) * static_cast<std::int64_t>(hours.working_week.size());
    world_.the<Ledger>().spend(Cost::management, numbers_.manager_wage * (week * numbers_.managers));
}

/// Reports on what is open go before the work that they are about; last week's unwritten ones are
/// not written twice.
void ChangeBacklog::report_status() {
    if (numbers_.report_time <= Duration{} || open_ == 0 || reports_ > 0) return;
    ++reports_;
    world_.submit_work({.team = numbers_.team,
                        .work_class = WorkClass::ticket,
                        .effort = numbers_.report_time * open_,
                        .cost = Cost::meetings,
                        .payload = status_report});
}

void ChangeBacklog::declare(Figures<ChangeBacklog>& figures) {
    figures.about(Subject::changes);
    figures.weekly({"changes_open", Reading::number, "requests for changes that are not built"},
                   [](const ChangeBacklog& backlog) { return backlog.open_; });
    figures.weekly({"changes_built", Reading::number, "changes built so far"},
                   [](const ChangeBacklog& backlog) { return backlog.built_; });
    figures.at_end({"changes_asked", Reading::number, "requests for changes"},
                   [](const ChangeBacklog& backlog) { return backlog.asked_; });
    figures.at_end({"changes_merged", Reading::number, "requests that asked for what was asked for already"},
                   [](const ChangeBacklog& backlog) { return backlog.merged_; });
    figures.at_end({"changes_let_be", Reading::number, "requests that only another product would meet"},
                   [](const ChangeBacklog& backlog) { return backlog.let_be_; });
    figures.at_end({"changes_built", Reading::number, "changes built"},
                   [](const ChangeBacklog& backlog) { return backlog.built_; });
    figures.at_end({"change_days", Reading::days, "mean time from a request to its change"},
                   [](const ChangeBacklog& backlog) {
                       return backlog.days_.count() > 0 ? backlog.days_.mean() : Recorder::missing;
                   });
    figures.at_end(
        {"change_worth", Reading::number, "fit gained times people who gained it, less what others lost"},
        [](const ChangeBacklog& backlog) { return backlog.worth_built_; });
    figures.at_end({"change_worth_per_100_hours", Reading::number, "the same per hundred hours of building"},
                   [](const ChangeBacklog& backlog) {
                       return Ratio{100 * backlog.worth_built_, backlog.hours_built_}.value();
                   });
    figures.at_end({"issues_spilled", Reading::number, "issues that changes made elsewhere"},
                   [](const ChangeBacklog& backlog) { return backlog.spilled_; });
}

}  // namespace golive::model
