//! What TechnologyUse records: adoption as a share of opportunities, people by stage, skill and attitude.
#include "model/technology_use.hpp"
#include "model/world.hpp"

#include <algorithm>

#include <golive/base/spelling.hpp>

namespace golive::model {
namespace {

bool course_covers(const Scenario& scenario, TechnologyId technology, RoleId role) {
    return std::any_of(scenario.courses.begin(), scenario.courses.end(), [&](const Course& course) {
        return course.technology == technology &&
               std::find(course.roles.begin(), course.roles.end(), role) != course.roles.end();
    });
}

std::string key(std::string_view what, const Technology& technology) {
    return std::string{what} + "." + technology.name;
}

}  // namespace

template <class Counts, class Holds>
Part TechnologyUse::share_of_people(const std::vector<UnitId>& units, Counts counts, Holds holds) const {
    Part part;
    for (UnitId unit : units) {
        const PostRange range = world_.layout.posts_of(unit);
        for (std::uint32_t p = range.first; p < range.last; ++p) {
            const PostId post{p};
            if (!world_.the<Staffing>().employed(post) || !counts(world_.layout.posts()[post].role)) continue;
            part.of += 1;
            part.amount += holds(post) ? 1 : 0;
        }
    }
    return part;
}

double TechnologyUse::trained_share(TechnologyId technology, const std::vector<UnitId>& units) const {
    const Part part = share_of_people(
        units, [&](RoleId role) { return course_covers(world_.scenario, technology, role); },
        [&](PostId post) { return practice(technology, post).trained; });
    return part.of > 0 ? part.amount / part.of : 1.0;
}

double TechnologyUse::adopted_share(TechnologyId technology, const std::vector<UnitId>& units) const {
    const Part part = share_of_people(
        units, [&](RoleId role) { return world_.layout.serves(technology, role); },
        [&](PostId post) { return practice(technology, post).stage == Stage::adopted; });
    return part.of > 0 ? part.amount / part.of : 0.0;
}

int TechnologyUse::licensed(TechnologyId technology) const {
    int people = 0;
    for (PostId post : world_.layout.posts().ids()) {
        const Post& place = world_.layout.posts()[post];
        const bool served =
            is_live(technology, place.unit) && lanes_[technology.index()][place.role].total > 0;
        people += served && world_.the<Staffing>().employed(post) ? 1 : 0;
    }
    return people;
}

void TechnologyUse::declare(Declarations& declare) {
    for (const Technology& technology : declare.scenario.technologies) {
        declare.series(key("adoption", technology), "1",
                       "share of opportunities done with " + technology.name, every_scope);
        for (const Role& role : declare.scenario.roles)
            declare.series(
                key("adoption", technology) + "." + role.name, "1",
                "share of the opportunities of the role " + role.name + " done with " + technology.name,
                group_scopes);
        for (std::string_view stage : stage_names)
            declare.series(key("people." + std::string{stage}, technology), "1",
                           "share of clinicians in the stage " + in_words(stage) + " with " + technology.name,
                           group_scopes);
        declare.series(key("trained", technology), "1", "share of clinicians trained in " + technology.name,
                       every_scope);
        declare.series(key("skill", technology), "1", "mean skill with " + technology.name, every_scope);
        declare.series(key("attitude", technology), "1", "mean attitude to " + technology.name + ", -1 to 1",
                       every_scope);
        declare.scalar(key("adopted", technology), "1",
                       "share of clinicians who have adopted " + technology.name + " at the end",
                       Reading::share);
        declare.scalar(key("abandoned", technology), "1",
                       "share of clinicians who have given up " + technology.name + " at the end",
                       Reading::share);
    }
    declare.scalar(
        "adopted_hesitant", "1",
        "share of the third of clinicians who are least comfortable with technology who have adopted what "
        "serves them, at the end",
        Reading::share);
    declare.scalar("adoption_6_months", "1",
                   "share of opportunities done with the technology in the four weeks that begin half a "
                   "year after each unit's go-live",
                   Reading::share);
    declare.scalar("adoption_12_months", "1",
                   "share of opportunities done with the technology in the four weeks that begin a year "
                   "after each unit's go-live",
                   Reading::share);
    declare.scalar("adoption_whole", "1",
                   "share of all opportunities from the start to the horizon done with the technology",
                   Reading::share);
    declare.scalar("adoption_end", "1",
                   "share of opportunities done with the technology in the last week, all units",
                   Reading::share);
}

void TechnologyUse::sample(Recorder& record) {
    const Scenario& scenario = world_.scenario;
    Part all;
    std::fill(last_week_.begin(), last_week_.end(), Part{});
    for (TechnologyId technology : scenario.technologies.ids()) {
        const Technology& made = scenario.technologies[technology];
        const auto used = [&](UnitId unit, RoleId role) { return week_part(technology, unit, role); };
        record.ratio(key("adoption", made), [&](UnitId unit) {
            Part sum;
            for (RoleId role : scenario.roles.ids()) {
                const Part part = used(unit, role);
                sum.amount += part.amount;
                sum.of += part.of;
            }
            for (Part* total : {&all, &last_week_[unit.index()]}) {
                total->amount += sum.amount;
                total->of += sum.of;
            }
            return sum;
        });
        for (RoleId role : scenario.roles.ids())
            record.ratio(key("adoption", made) + "." + scenario.roles[role].name,
                         [&](UnitId unit) { return used(unit, role); });
        sample_people(record, technology);
    }
    whole_ = {whole_.amount + all.amount, whole_.of + all.of};
    if (all.of > 0) last_week_adoption_ = all.amount / all.of;
    std::fill(week_.begin(), week_.end(), WeekCount{});
}

/// Before go-live a unit's opportunities are those of its full roster, none of them taken.
Part TechnologyUse::week_part(TechnologyId technology, UnitId unit, RoleId role) const {
    const WeekCount& week = week_[week_at(technology, unit, role)];
    if (week.offered > 0) return {static_cast<double>(week.uses), static_cast<double>(week.offered)};
    const double shifts =
        world_.scenario.units[unit].posts[role] * world_.scenario.roles[role].shifts_per_week;
    return {0.0, shifts * lanes_[technology.index()][role].total};
}

void TechnologyUse::sample_people(Recorder& record, TechnologyId technology) {
    struct Sums {
        double people = 0, trained = 0, skill = 0, attitude = 0;
        std::array<double, stage_names.size()> stage{};
    };
    const Technology& made = world_.scenario.technologies[technology];
    std::vector<Sums> sums(units_);
    for (PostId post : world_.layout.posts().ids()) {
        const Post& place = world_.layout.posts()[post];
        if (!world_.the<Staffing>().employed(post) || lanes_[technology.index()][place.role].total == 0)
            continue;
        Practice now = practice(technology, post);
        forget(now, std::min<std::int64_t>(today(), static_cast<std::int64_t>(kept_.size()) - 1));
        Sums& sum = sums[place.unit.index()];
        sum.people += 1;
        sum.trained += now.trained ? 1 : 0;
        sum.skill += now.skill;
        sum.attitude += now.attitude;
        sum.stage[static_cast<std::size_t>(now.stage)] += 1;
    }
    for (UnitId unit : world_.scenario.units.ids())
        adopters_[technology.index() * units_ + unit.index()] = {
            sums[unit.index()].stage[static_cast<std::size_t>(Stage::adopted)], sums[unit.index()].people};
    const auto mean = [&](std::string_view name, auto value) {
        record.ratio(key(name, made), [&](UnitId unit) {
            const Sums& sum = sums[unit.index()];
            return Part{value(sum), sum.people};
        });
    };
    mean("trained", [](const Sums& sum) { return sum.trained; });
    mean("skill", [](const Sums& sum) { return sum.skill; });
    mean("attitude", [](const Sums& sum) { return sum.attitude; });
    for (std::size_t s = 0; s < stage_names.size(); ++s)
        mean("people." + std::string{stage_names[s]}, [&](const Sums& sum) { return sum.stage[s]; });
}

Part TechnologyUse::adopted_by_hesitant() const {
    const Staffing& staffing = world_.the<Staffing>();
    std::vector<PostId> people;
    for (PostId post : world_.layout.posts().ids())
        if (staffing.employed(post)) people.push_back(post);
    std::stable_sort(people.begin(), people.end(), [&](PostId a, PostId b) {
        return staffing.person(a).comfort < staffing.person(b).comfort;
    });
    people.resize(people.size() / 3);
    Part part;
    for (PostId post : people)
        for (TechnologyId technology : world_.scenario.technologies.ids()) {
            if (lanes_[technology.index()][world_.layout.posts()[post].role].total == 0) continue;
            part.of += 1;
            part.amount += practice(technology, post).stage == Stage::adopted ? 1 : 0;
        }
    return part;
}

void TechnologyUse::finish(Recorder& record) const {
    for (TechnologyId technology : world_.scenario.technologies.ids()) {
        Part adopted;
        double abandoned = 0;
        for (PostId post : world_.layout.posts().ids()) {
            if (!world_.the<Staffing>().employed(post)) continue;
            if (lanes_[technology.index()][world_.layout.posts()[post].role].total == 0) continue;
            adopted.of += 1;
            adopted.amount += practice(technology, post).stage == Stage::adopted ? 1 : 0;
            abandoned += practice(technology, post).stage == Stage::abandoned ? 1 : 0;
        }
        if (adopted.of == 0) continue;
        record.scalar(key("adopted", world_.scenario.technologies[technology]), adopted.amount / adopted.of);
        record.scalar(key("abandoned", world_.scenario.technologies[technology]), abandoned / adopted.of);
    }
    const Part hesitant = adopted_by_hesitant();
    if (hesitant.of > 0) record.scalar("adopted_hesitant", hesitant.amount / hesitant.of);
    const auto share = [](const WindowCount& count) {
        return count.offered > 0 ? static_cast<double>(count.uses) / static_cast<double>(count.offered)
                                 : Recorder::missing;
    };
    record.scalar("adoption_6_months", share(after_half_year_));
    record.scalar("adoption_12_months", share(after_year_));
    record.scalar("adoption_end", last_week_adoption_);
    if (whole_.of > 0) record.scalar("adoption_whole", whole_.amount / whole_.of);
}

}  // namespace golive::model
