#include "model/layout.hpp"
#include "report/plan_records.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

#include <golive/report/scalars.hpp>
#include <golive/report/words.hpp>
#include <golive/scenario/load.hpp>
#include <golive/study/explanation.hpp>

namespace golive::report {
namespace {

/// Replications that are read at once.
constexpr std::size_t block_rows = 256;

std::optional<model::Blueprint> blueprint_of(const store::ResultsFile& results) {
    const auto loaded = scenario::load_text(results.provenance().resolved_text);
    if (!loaded.scenario) return std::nullopt;
    model::Blueprint blueprint{loaded.scenario};
    const auto same = [](const model::InstanceInfo& a, const model::InstanceInfo& b) {
        return a.name == b.name;
    };
    const bool fits =
        std::ranges::equal(blueprint.catalogue().instances, results.catalogue().instances, same) &&
        blueprint.catalogue().causes == results.catalogue().causes;
    return fits ? std::optional{std::move(blueprint)} : std::nullopt;
}

std::vector<std::vector<std::size_t>> predecessors_in(const model::Blueprint& blueprint) {
    std::vector<std::vector<std::size_t>> after;
    for (const model::Instance& instance : blueprint.layout().plan()) {
        std::vector<std::size_t>& mine = after.emplace_back();
        for (const model::InstanceId earlier : instance.after) mine.push_back(earlier.index());
    }
    return after;
}

using After = std::vector<std::vector<std::size_t>>;

void count_held_up(const study::PlanRecord& record, const After& after, Explanation& explanation) {
    const auto& go_lives = explanation.delays.go_lives();
    const auto never = std::ranges::find_if(
        go_lives, [&](std::size_t end) { return std::isnan(record.instances[end].finished); });
    if (never == go_lives.end() || after.empty()) return;
    const study::PathPart part = study::held_up_by(record, *never, after);
    const std::string& activity = explanation.delays.catalogue().instances[part.instance].activity;
    const auto known = std::ranges::find_if(explanation.held_up, [&](const Explanation::HeldUp& held) {
        return held.activity == activity && held.cause == part.cause;
    });
    if (known == explanation.held_up.end())
        explanation.held_up.push_back({activity, part.cause, 1});
    else
        ++known->futures;
}

void read_plans(const store::ResultsFile& results, Explanation& explanation) {
    const After after = explanation.blueprint ? predecessors_in(*explanation.blueprint) : After{};
    each_plan(results, [&](std::size_t, const study::PlanRecord& record) {
        explanation.delays.add(record);
        count_held_up(record, after, explanation);
    });
}

void read_giving_up(const store::ResultsFile& results, study::GivingUpTally& tally) {
    const std::size_t width = results.catalogue().posts.size() * results.catalogue().reasons.size();
    for (std::size_t first = 0; first < results.replications().size(); first += block_rows) {
        const store::Rows rows{first, std::min(block_rows, results.replications().size() - first)};
        const std::vector<float> gave_up = results.gave_up(rows);
        for (std::size_t row = 0; row < rows.count; ++row)
            tally.add(std::span{gave_up}.subspan(row * width, width));
    }
}

}  // namespace

Explanation::Explanation(const store::ResultsFile& results)
    : blueprint{blueprint_of(results)}, delays{results.catalogue()} {
    read_plans(results, *this);
    if (!results.catalogue().reasons.empty()) read_giving_up(results, giving_up.emplace(results.catalogue()));
    std::ranges::stable_sort(held_up, std::greater{}, &HeldUp::futures);
    if (blueprint) levers = study::attributed_to_levers(*blueprint, delays.last());
}

std::string name_of(const study::Lever& lever, const model::Catalogue& catalogue) {
    const std::string& cause = catalogue.causes[lever.cause];
    return lever.owner.empty() ? cause : fmt::format("{}, {}", cause, lever.owner);
}

bool same_futures(const store::ResultsFile& results, const model::Blueprint& blueprint) {
    const auto again = model::simulate(blueprint, results.provenance().seed, results.replications().front());
    return again.fingerprint == results.fingerprints().front();
}

bool relieve(Explanation& explanation, const store::ResultsFile& results, const ReliefOrder& order) {
    if (!explanation.blueprint || explanation.levers.empty()) return true;
    const std::uint64_t futures = std::min<std::uint64_t>(order.futures, results.replications().size());
    const Duration horizon = explanation.blueprint->scenario().header.horizon;
    study::Scalars base{results.catalogue()};
    if (!order.base_again)
        read_scalars(results, futures, base);
    else if (!order.simulate(*explanation.blueprint, futures, base, "as it is"))
        return false;
    for (std::size_t i = 0; i < std::min(order.levers, explanation.levers.size()); ++i) {
        const study::Attributed& lever = explanation.levers[i];
        study::Relief relief = study::relieved(explanation.blueprint->scenario(), lever.lever);
        const model::Blueprint without{relief.scenario};
        study::Scalars scalars{without.catalogue()};
        if (!order.simulate(without, futures, scalars,
                            "without " + name_of(lever.lever, results.catalogue())))
            return false;
        explanation.gains.push_back(study::gain_of(lever, std::move(relief.how), base, scalars, horizon));
    }
    return true;
}

}  // namespace golive::report
