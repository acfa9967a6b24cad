//! Predecessors by name, and Kahn's algorithm that takes the first free line of the file.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/sections/plan_order.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace golive::scenario {
namespace {

void read_predecessor(Activity& out, const Node& node, DocumentReader& reader) {
    const Names& names = reader.names();
    if (!node.text())
        return reader.wrong(node.place,
                            fmt::format("`after` takes names of activities, not {}", node.kind()));
    Activity::Predecessor predecessor{};
    auto activity = names.activities.find(*node.text());
    const std::size_t dot = node.text()->rfind('.');
    if (!activity && dot != std::string::npos &&
        (activity = names.activities.find(node.text()->substr(0, dot)))) {
        const std::string part = node.text()->substr(dot + 1);
        const auto workflow = names.workflows.find(part);
        if (!workflow)
            return reader.wrong(node.place, fmt::format("unknown purpose `{}`", part),
                                suggestion(part, names.workflows.names()));
        predecessor.part = WorkflowId{*workflow};
    }
    if (!activity)
        return reader.wrong(node.place, fmt::format("unknown activity `{}`", *node.text()),
                            suggestion(*node.text(), names.activities.names()));
    predecessor.activity = ActivityId{*activity};
    out.after.push_back(predecessor);
}

/// Positions that come after themselves by the shortest way back from the first one that does, or nothing.
std::vector<std::size_t> find_cycle(const std::vector<Activity>& activities,
                                    const std::vector<bool>& placed) {
    std::vector<std::size_t> way;
    std::vector<bool> on_way(activities.size(), false);
    std::size_t at =
        static_cast<std::size_t>(std::find(placed.begin(), placed.end(), false) - placed.begin());
    while (!on_way[at]) {  // every activity that is not placed waits for one that is not placed
        on_way[at] = true;
        way.push_back(at);
        for (const auto& predecessor : activities[at].after)
            if (!placed[predecessor.activity.index()]) at = predecessor.activity.index();
    }
    way.erase(way.begin(), std::find(way.begin(), way.end(), at));
    return way;
}

void report_cycle(const std::vector<Activity>& activities, const std::vector<bool>& placed, const Node& plan,
                  DocumentReader& reader) {
    const std::vector<std::size_t> cycle = find_cycle(activities, placed);
    std::string words = activities[cycle.front()].name;
    for (auto at = cycle.rbegin(); at != cycle.rend(); ++at) words += " -> " + activities[*at].name;
    const Node* after = plan.find(activities[cycle.front()].name)->find("after");
    reader.wrong(after->place, "the plan goes round in a circle: " + words,
                 "each waits for the one before it");
}

/// Line numbers of the file in the order of the plan; fewer than all where there is a circle.
std::vector<std::size_t> free_first(const std::vector<Activity>& activities, std::vector<bool>& placed) {
    std::vector<std::size_t> waits(activities.size()), order;
    std::vector<std::vector<std::size_t>> followers(activities.size());
    std::set<std::size_t> free;
    for (std::size_t i = 0; i < activities.size(); ++i) {
        waits[i] = activities[i].after.size();
        if (waits[i] == 0) free.insert(i);
        for (const auto& predecessor : activities[i].after)
            followers[predecessor.activity.index()].push_back(i);
    }
    while (!free.empty()) {
        const std::size_t next = *free.begin();
        free.erase(free.begin());
        order.push_back(next);
        placed[next] = true;
        for (const std::size_t follower : followers[next])
            if (--waits[follower] == 0) free.insert(follower);
    }
    return order;
}

}  // namespace

void read_predecessors(Activity& out, const Node::Entry* entry, const KeyInfo&, DocumentReader& reader) {
    if (!entry) return;
    if (const Node::Array* list = entry->value.array())
        for (const Node& element : *list) read_predecessor(out, element, reader);
    else
        read_predecessor(out, entry->value, reader);
}

IdVector<ActivityId, Activity> in_order(std::vector<Activity> activities, const Node* plan,
                                        DocumentReader& reader) {
    IdVector<ActivityId, Activity> result;
    if (!plan) return result;
    std::vector<bool> placed(activities.size(), false);
    const std::vector<std::size_t> order = free_first(activities, placed);
    if (order.size() < activities.size()) {
        report_cycle(activities, placed, *plan, reader);
        return result;
    }
    std::vector<ActivityId> new_id(activities.size());
    for (std::size_t i = 0; i < order.size(); ++i) new_id[order[i]] = ActivityId{i};
    for (const std::size_t from : order) {
        Activity& activity = activities[from];
        for (auto& predecessor : activity.after) predecessor.activity = new_id[predecessor.activity.index()];
        result.push_back(std::move(activity));
    }
    return result;
}

}  // namespace golive::scenario
