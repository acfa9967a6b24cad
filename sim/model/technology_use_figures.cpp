//! What TechnologyUse records: people by stage, skill and attitude.
#include "model/figures.hpp"
#include "model/staffing.hpp"
#include "model/technology_use.hpp"

#include <algorithm>

#include <golive/base/spelling.hpp>

namespace golive::model {

void TechnologyUse::reckon_week() {
    std::fill(census_.begin(), census_.end(), Census{});
    const std::int64_t day =
        std::min<std::int64_t>(world_.today(), static_cast<std::int64_t>(kept_.size()) - 1);
    for (TechnologyId technology : world_.scenario.technologies.ids())
        for (PostId post : world_.layout.posts().ids()) {
            const Post& place = world_.layout.posts()[post];
            if (!world_.the<Staffing>().employed(post) || occasions(technology, place.role).total == 0)
                continue;
            Practice now = practice(technology, post);
            forget(now, day);
            Census& sum = census_[technology.index() * units_ + place.unit.index()];
            sum.people += 1;
            sum.trained += now.trained ? 1 : 0;
            sum.skill += now.skill;
            sum.attitude += now.attitude;
            sum.stage[static_cast<std::size_t>(now.stage)] += 1;
        }
}

Ratio TechnologyUse::adopters(TechnologyId technology, UnitId unit) const {
    const Census& here = census(technology, unit);
    return {here.stage[static_cast<std::size_t>(Stage::adopted)], here.people};
}

Ratio TechnologyUse::in_stage(TechnologyId technology, Stage stage) const {
    Ratio share;
    for (PostId post : world_.layout.posts().ids()) {
        if (!world_.the<Staffing>().employed(post)) continue;
        if (occasions(technology, world_.layout.posts()[post].role).total == 0) continue;
        share.of += 1;
        share.amount += practice(technology, post).stage == stage ? 1 : 0;
    }
    return share;
}

Ratio TechnologyUse::adopted_by_hesitant() const {
    const Staffing& staffing = world_.the<Staffing>();
    std::vector<PostId> people;
    for (PostId post : world_.layout.posts().ids())
        if (staffing.employed(post)) people.push_back(post);
    std::stable_sort(people.begin(), people.end(), [&](PostId a, PostId b) {
        return staffing.person(a).comfort < staffing.person(b).comfort;
    });
    people.resize(people.size() / 3);
    Ratio share;
    for (PostId post : people)
        for (TechnologyId technology : world_.scenario.technologies.ids()) {
            if (occasions(technology, world_.layout.posts()[post].role).total == 0) continue;
            share.of += 1;
            share.amount += practice(technology, post).stage == Stage::adopted ? 1 : 0;
        }
    return share;
}

void TechnologyUse::declare(Figures<TechnologyUse>& figures) {
    figures.about(Subject::use);
    for (TechnologyId technology : figures.scenario.technologies.ids()) {
        const std::string& name = figures.scenario.technologies[technology].name;
        declare_census(figures, technology);
        figures.at_end({{"adopted", name},
                        Reading::share,
                        "share of clinicians who have adopted " + name + " at the end"},
                       [technology](const TechnologyUse& use) {
                           return use.in_stage(technology, Stage::adopted).value();
                       });
        figures.at_end({{"abandoned", name},
                        Reading::share,
                        "share of clinicians who have given up " + name + " at the end"},
                       [technology](const TechnologyUse& use) {
                           return use.in_stage(technology, Stage::abandoned).value();
                       });
    }
    figures.at_end({"adopted_hesitant", Reading::share,
                    "share of the third of clinicians who are least comfortable with technology who have "
                    "adopted what serves them, at the end"},
                   [](const TechnologyUse& use) { return use.adopted_by_hesitant().value(); });
}

void TechnologyUse::declare_census(Figures<TechnologyUse>& figures, TechnologyId technology) {
    const std::string& name = figures.scenario.technologies[technology].name;
    const auto mean = [&](const Figure& figure, Scopes scopes, auto sum) {
        figures.weekly_ratio(figure, scopes, [technology, sum](const TechnologyUse& use, UnitId unit) {
            const Census& here = use.census(technology, unit);
            return Ratio{sum(here), here.people};
        });
    };
    for (const auto& [stage, stage_name] : stage_names)
        mean({{"people." + std::string{stage_name}, name},
              Reading::share,
              "share of clinicians in the stage " + in_words(stage_name) + " with " + name},
             group_scopes,
             [s = static_cast<std::size_t>(stage)](const Census& here) { return here.stage[s]; });
    mean({{"trained", name}, Reading::share, "share of clinicians trained in " + name}, every_scope,
         [](const Census& here) { return here.trained; });
    mean({{"skill", name}, Reading::share, "mean skill with " + name}, every_scope,
         [](const Census& here) { return here.skill; });
    mean({{"attitude", name}, Reading::number, "mean attitude to " + name + ", -1 to 1"}, every_scope,
         [](const Census& here) { return here.attitude; });
}

}  // namespace golive::model
