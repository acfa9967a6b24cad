#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include <golive/base/error.hpp>
#include <golive/model/cause.hpp>
#include <golive/study/critical_path.hpp>

namespace golive::study {
namespace {

std::vector<std::size_t> route_to(const PlanRecord& record, std::size_t end) {
    std::vector<std::size_t> route;
    for (auto at = static_cast<std::int32_t>(end); at >= 0; at = record.instances[route.back()].bound_by) {
        ensure(
            route.size() < record.instances.size() && static_cast<std::size_t>(at) < record.instances.size(),
            "a plan has no cycle");
        route.push_back(static_cast<std::size_t>(at));
    }
    std::ranges::reverse(route);
    return route;
}

/// What keeps a step from beginning; once it has begun, something else does.
bool is_before_the_start(std::size_t cause) {
    using enum model::Cause;
    constexpr std::array before{planned_date,    gate_training, gate_devices, gate_adoption,
                                gate_technology, freeze,        budget,       roadmap};
    return std::ranges::find(before, static_cast<model::Cause>(cause)) != before.end();
}

}  // namespace

std::vector<PathSegment> critical_path(const PlanRecord& record, std::size_t end) {
    if (std::isnan(record.instances[end].finished)) return {};
    const std::size_t causes = record.cause_days.size() / record.instances.size();
    std::vector<PathSegment> path;
    for (const std::size_t instance : route_to(record, end)) {
        const std::size_t before = path.size();
        for (std::size_t cause = 0; cause < causes; ++cause)
            if (const double days = record.cause_days[instance * causes + cause]; days > 0)
                path.push_back({instance, cause, days});
        if (path.size() == before) path.push_back({instance, causes - 1, 0});  // over the moment it began
    }
    return path;
}

PathSegment held_up_by(const PlanRecord& record, std::size_t end,
                       const std::vector<std::vector<std::size_t>>& after) {
    const auto unfinished = [&](std::size_t i) { return std::isnan(record.instances[i].finished); };
    std::size_t at = end;
    while (std::isnan(record.instances[at].ready)) {
        const auto next = std::ranges::find_if(after[at], unfinished);
        ensure(next != after[at].end(), "a step is ready when all of its predecessors are done");
        at = *next;
    }
    const std::size_t causes = record.cause_days.size() / record.instances.size();
    const auto days = record.cause_days.subspan(at * causes, causes);
    // A date is the first thing that a step waits for, and once it has begun all that came before is over.
    const bool begun = !std::isnan(record.instances[at].started);
    const auto over = [&](std::size_t cause) {
        return begun ? is_before_the_start(cause)
                     : static_cast<model::Cause>(cause) == model::Cause::planned_date;
    };
    auto longest = static_cast<std::size_t>(begun ? model::Cause::work : model::Cause::planned_date);
    for (std::size_t cause = 0; cause < causes; ++cause)
        if (!over(cause) && days[cause] > (over(longest) ? 0 : days[longest])) longest = cause;
    return {at, longest, days[longest]};
}

void PathTally::add(const std::vector<PathSegment>& path) {
    if (path.empty()) return;
    ++futures_;
    std::vector<std::size_t> route;
    for (const PathSegment& part : path) {
        days_[{part.instance, part.cause}] += part.days;
        if (route.empty() || route.back() != part.instance) route.push_back(part.instance);
    }
    ++routes_[std::move(route)];
}

double PathTally::elapsed() const {
    double sum = 0;
    for (const auto& [where, days] : days_) sum += days;
    return futures_ > 0 ? sum / static_cast<double>(futures_) : 0;
}

std::vector<PathTally::Share> PathTally::shares() const {
    std::vector<Share> all;
    for (const auto& [where, days] : days_)
        all.push_back({where.first, where.second, days / static_cast<double>(futures_)});
    return all;
}

std::vector<double> PathTally::by_cause(std::size_t causes) const {
    std::vector<double> days(causes);
    for (const Share& share : shares()) days[share.cause] += share.days;
    return days;
}

std::vector<PathTally::Criticality> PathTally::by_activity(const model::Catalogue& catalogue) const {
    std::map<std::string, Criticality> found;
    const auto entry = [&](const std::string& activity) -> Criticality& {
        return found.try_emplace(activity, Criticality{activity, 0, 0}).first->second;
    };
    for (const auto& [route, times] : routes_) {
        std::set<std::string> activities;
        for (const std::size_t instance : route) activities.insert(catalogue.instances[instance].activity);
        for (const std::string& activity : activities) entry(activity).index += static_cast<double>(times);
    }
    for (auto& [activity, criticality] : found) criticality.index /= static_cast<double>(futures_);
    for (const Share& share : shares())
        entry(catalogue.instances[share.instance].activity).days += share.days;
    std::vector<Criticality> all;
    for (auto& [activity, criticality] : found) all.push_back(std::move(criticality));
    std::ranges::stable_sort(all, [](const Criticality& a, const Criticality& b) {
        return a.index != b.index ? a.index > b.index : a.days > b.days;
    });
    return all;
}

DelayAttribution::DelayAttribution(const model::Catalogue& catalogue) : catalogue_{catalogue} {
    for (std::size_t i = 0; i < catalogue.instances.size(); ++i)
        if (catalogue.instances[i].kind == "go_live") go_lives_.push_back(i);
    tallies_.resize(go_lives_.size() + 1);
}

void DelayAttribution::add(const PlanRecord& record) {
    ++replications_;
    const std::vector<PathSegment>* last = nullptr;
    double end = -1;
    std::vector<std::vector<PathSegment>> paths;
    for (const std::size_t go_live : go_lives_) paths.push_back(critical_path(record, go_live));
    for (std::size_t g = 0; g < go_lives_.size(); ++g) {
        tallies_[g].add(paths[g]);
        const double finished = record.instances[go_lives_[g]].finished;
        if (std::isnan(finished)) end = finished;
        if (finished > end) end = finished, last = &paths[g];
    }
    if (last != nullptr && !std::isnan(end)) tallies_.back().add(*last);
}

}  // namespace golive::study
