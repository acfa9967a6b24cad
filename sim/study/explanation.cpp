#include <algorithm>
#include <cmath>

#include <golive/scenario/load.hpp>
#include <golive/study/explanation.hpp>

namespace golive::study {

Explanation::Explanation(const model::Catalogue& catalogue, std::optional<model::Blueprint> blueprint)
    : blueprint_{std::move(blueprint)}, delays_{catalogue} {
    if (!catalogue.reasons.empty()) giving_up_.emplace(catalogue);
    if (!blueprint_) return;
    for (const model::Instance& instance : blueprint_->plan()) {
        std::vector<std::size_t>& mine = after_.emplace_back();
        for (const model::InstanceId earlier : instance.after) mine.push_back(earlier.index());
    }
}

void Explanation::accept(const model::Result& result) {
    add({result.instances, result.cause_days});
    add_giving_up(result.gave_up);
}

void Explanation::add(const PlanRecord& plan) {
    delays_.add(plan);
    if (blueprint_) count_held_up(plan);
}

void Explanation::add_giving_up(std::span<const float> gave_up) {
    if (giving_up_) giving_up_->add(gave_up);
}

void Explanation::count_held_up(const PlanRecord& plan) {
    const auto never = std::ranges::find_if(
        delays_.go_lives(), [&](std::size_t end) { return std::isnan(plan.instances[end].finished); });
    if (never == delays_.go_lives().end()) return;
    const PathSegment part = held_up_by(plan, *never, after_);
    const std::string& activity = delays_.catalogue().instances[part.instance].activity;
    const auto known = std::ranges::find_if(
        held_up_, [&](const HeldUp& held) { return held.activity == activity && held.cause == part.cause; });
    if (known == held_up_.end())
        held_up_.push_back({activity, part.cause, 1});
    else
        ++known->futures;
}

std::vector<Explanation::HeldUp> Explanation::held_up() const {
    std::vector<HeldUp> sorted = held_up_;
    std::ranges::stable_sort(sorted, std::greater{}, &HeldUp::futures);
    return sorted;
}

std::vector<Attributed> Explanation::levers() const {
    return blueprint_ ? attributed_to_levers(*blueprint_, delays_.last()) : std::vector<Attributed>{};
}

bool Explanation::relieve(std::size_t levers, const Futures& futures, const Scalars& base, Observer& observer,
                          const std::stop_token& stop) {
    const std::vector<Attributed> longest = this->levers();
    for (std::size_t i = 0; i < std::min(levers, longest.size()); ++i) {
        const Lever& lever = longest[i].lever;
        Relief relief = relieved(blueprint_->scenario(), lever);
        const model::Blueprint without{relief.scenario};
        Scalars scalars{without.catalogue()};
        if (!play(without, futures, "without " + name_of(lever, delays_.catalogue()), scalars, observer,
                  stop))
            return false;
        add(gain_of(longest[i], std::move(relief.how), base, scalars, blueprint_->scenario().header.horizon));
    }
    return true;
}

std::optional<model::Blueprint> blueprint_for(const std::string& resolved,
                                              const model::Catalogue& catalogue) {
    const auto loaded = scenario::load_text(resolved);
    if (!loaded.scenario) return std::nullopt;
    model::Blueprint blueprint{loaded.scenario};
    const auto same = [](const model::InstanceInfo& a, const model::InstanceInfo& b) {
        return a.name == b.name;
    };
    const bool fits = std::ranges::equal(blueprint.catalogue().instances, catalogue.instances, same) &&
                      blueprint.catalogue().causes == catalogue.causes;
    return fits ? std::optional{std::move(blueprint)} : std::nullopt;
}

}  // namespace golive::study
