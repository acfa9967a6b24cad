
#include <algorithm>
#include <fmt/format.h>

#include <golive/base/error.hpp>
#include <golive/base/overloaded.hpp>
#include <golive/model/cause.hpp>
#include <golive/study/relief.hpp>

namespace golive::study {
namespace {

using namespace scenario;
using model::Cause;

constexpr int plenty = 1000;  // of people, rooms or slots: nobody ever waits

template <class Quantity>
Uncertain<Quantity> certainly(double base) {
    return {random::Distribution{random::Constant{base}}, Vary::each, random::EntityKey{"relief"}};
}

/// The team that a step waits for; unset where it waits for none, or for several.
TeamId team_of(const Scenario& scenario, const model::Instance& instance) {
    const Activity& activity = scenario.plan[instance.activity];
    return std::visit(
        Overloaded{[](const Redesign& step) { return step.team; },
                   [](const Select& step) { return step.team; },
                   [](const SecurityReview& step) { return step.team; },
                   [](const Deploy& step) { return step.team; }, [](const Retire& step) { return step.team; },
                   [&](const Build&) {
                       for (const Purpose& purpose : scenario.technologies[activity.technology].purposes)
                           if (purpose.workflow == instance.part && purpose.integration)
                               return purpose.integration->team;
                       return TeamId{};
                   },
                   [&](const Decision& step) {
                       const bool one = step.bodies.size() == 1 && scenario.bodies[step.bodies.front()].paper;
                       return one ? scenario.bodies[step.bodies.front()].paper->team : TeamId{};
                   },
                   [](const auto&) { return TeamId{}; }},
        activity.step);
}

std::string owner_of(const Scenario& scenario, const model::Instance& instance, Cause cause) {
    const Activity& activity = scenario.plan[instance.activity];
    switch (cause) {
        case Cause::team_queue:
        case Cause::interruption:
        case Cause::refusal: {
            const TeamId team = team_of(scenario, instance);
            return team ? scenario.teams[team].name : "";
        }
        case Cause::agenda:
        case Cause::no_quorum:
        case Cause::rework: {
            const auto* const decision = std::get_if<Decision>(&activity.step);
            const bool one = decision != nullptr && decision->bodies.size() == 1;
            return one ? scenario.bodies[decision->bodies.front()].name : "";
        }
        case Cause::delivery:
            return activity.technology ? scenario.technologies[activity.technology].name : "";
        case Cause::seats: {
            const auto* const train = std::get_if<Train>(&activity.step);
            return train != nullptr ? scenario.courses[train->course].name : "";
        }
        case Cause::gate_training:
        case Cause::gate_devices:
        case Cause::gate_adoption:
            return activity.name;
        case Cause::gate_technology:
        case Cause::planned_date:
        case Cause::freeze:
        case Cause::budget:
        case Cause::roadmap:
        case Cause::work:
            return "";
    }
    return "";
}

/// Those called `owner`, or all.
template <class Things, class Change>
void change(Things& things, const std::string& owner, Change change_one) {
    for (auto& one : things)
        if (owner.empty() || one.name == owner) change_one(one);
}

/// Whether some step may wait for the team: what others do, calls and classes among it, is not the plan's.
bool works_for_the_plan(const Scenario& scenario, TeamId team) {
    const auto of_step = [&](const Activity& activity) {
        return std::visit(
            [&](const auto& step) {
                if constexpr (requires { step.team == team; }) return step.team == team;
                return false;
            },
            activity.step);
    };
    const auto of_purpose = [&](const Purpose& purpose) {
        return purpose.integration && purpose.integration->team == team;
    };
    return std::ranges::any_of(scenario.plan, of_step) ||
           std::ranges::any_of(scenario.technologies,
                               [&](const Technology& technology) {
                                   return std::ranges::any_of(technology.purposes, of_purpose);
                               }) ||
           std::ranges::any_of(scenario.bodies,
                               [&](const Body& body) { return body.paper && body.paper->team == team; });
}

std::string relieve_team(Scenario& scenario, const Lever& lever) {
    const auto who = lever.owner.empty() ? std::string{"every team"} : "team " + lever.owner;
    const auto cause = static_cast<Cause>(lever.cause);
    for (const TeamId id : scenario.teams.ids()) {
        Team& team = scenario.teams[id];
        if (lever.owner.empty() ? !works_for_the_plan(scenario, id) : team.name != lever.owner) continue;
        if (cause == Cause::team_queue) team.staff += plenty;
        if (cause == Cause::refusal) team.stabilisation = Duration{};
        if (cause == Cause::interruption)  // but for consultants who leave in the middle of it
            std::stable_partition(team.order.begin(), team.order.end(), [](WorkClass work) {
                return work == WorkClass::project || work == WorkClass::change_request;
            });
    }
    if (cause == Cause::team_queue) return who + " has hands for everything at once";
    if (cause == Cause::refusal) return who + " changes what it has just stabilised";
    return who + " does the rollout's work before anything else";
}

std::string relieve_body(Scenario& scenario, const Lever& lever) {
    const auto who = lever.owner.empty() ? std::string{"every body"} : lever.owner;
    const auto cause = static_cast<Cause>(lever.cause);
    change(scenario.bodies, lever.owner, [&](Body& body) {
        if (cause == Cause::agenda) {
            body.meets_every = Duration::days(1);
            body.slots = plenty;
        }
        if (cause == Cause::no_quorum) {
            body.quorum = Share{0.0};
            if (!body.benches.empty()) body.benches.front().attendance = Share{1.0};  // the chair's
        }
        if (cause == Cause::rework) {
            for (Body::Bench& bench : body.benches) bench.approval = certainly<Share>(1.0);
            // Those with weight may be away, and of very many members one may still say no.
            if (body.rule != VotingRule::empowered) body.rule = VotingRule::majority;
        }
    });
    if (cause == Cause::agenda) return who + " meets on every working day, with room for every item";
    if (cause == Cause::no_quorum) return who + " decides whoever comes, and its chair always does";
    return who + " approves at the first submission";
}

std::string relieve_gate(Scenario& scenario, const Lever& lever) {
    const auto cause = static_cast<Cause>(lever.cause);
    if (cause == Cause::gate_technology) {
        for (Technology& technology : scenario.technologies) technology.needs.clear();
        return "no technology waits for another";
    }
    change(scenario.plan, lever.owner, [&](Activity& activity) {
        if (cause == Cause::gate_training) activity.needs.trained.reset();
        if (cause == Cause::gate_devices) activity.needs.deployed.reset();
        if (cause == Cause::gate_adoption) activity.needs.adopted.reset();
    });
    const auto what = cause == Cause::gate_training  ? "people trained"
                      : cause == Cause::gate_devices ? "devices deployed"
                                                     : "adoption";
    return fmt::format("{} goes ahead whatever the {}", lever.owner.empty() ? "every step" : lever.owner,
                       what);
}

std::string relieve_delivery(Scenario& scenario, const Lever& lever) {
    for (Activity& activity : scenario.plan) {
        auto* const procure = std::get_if<Procure>(&activity.step);
        if (procure == nullptr) continue;
        if (!lever.owner.empty() && scenario.technologies[activity.technology].name != lever.owner) continue;
        procure->lead_time = certainly<Duration>(0.0);
        procure->batch_interval = Duration{};
    }
    return lever.owner.empty() ? "orders arrive on the day they are placed"
                               : fmt::format("orders for {} arrive on the day they are placed", lever.owner);
}

std::string relieve_seats(Scenario& scenario, const Lever& lever) {
    change(scenario.courses, lever.owner, [&](Course& course) {
        course.rooms = plenty;
        course.release = Share{1.0};
        if (course.instructors) scenario.teams[course.instructors].staff += plenty;
    });
    return fmt::format("there is a place in {} for everyone at once, and wards release everyone",
                       lever.owner.empty() ? "every course" : "course " + lever.owner);
}

std::string relieve_dates(Scenario& scenario) {
    for (Activity& activity : scenario.plan) activity.earliest = {};
    return "no step waits for its date";
}

std::string relieve(Scenario& scenario, const Lever& lever) {
    switch (static_cast<Cause>(lever.cause)) {
        case Cause::planned_date:
            return relieve_dates(scenario);
        case Cause::gate_training:
        case Cause::gate_devices:
        case Cause::gate_adoption:
        case Cause::gate_technology:
            return relieve_gate(scenario, lever);
        case Cause::freeze:
            scenario.working_time.freezes.clear();
            return "nothing is frozen";
        case Cause::agenda:
        case Cause::no_quorum:
        case Cause::rework:
            return relieve_body(scenario, lever);
        case Cause::team_queue:
        case Cause::interruption:
        case Cause::refusal:
            return relieve_team(scenario, lever);
        case Cause::delivery:
            return relieve_delivery(scenario, lever);
        case Cause::budget:
            scenario.budget.reset();
            return "whatever is planned is paid";
        case Cause::roadmap:
            if (scenario.digital_officer) scenario.digital_officer->in_progress = plenty;
            return "no technology waits for its turn";
        case Cause::seats:
            return relieve_seats(scenario, lever);
        case Cause::work:
            break;
    }
    throw Error{ErrorKind::model, "work is no waiting that could be taken away"};
}

}  // namespace

std::string name_of(const Lever& lever, const model::Catalogue& catalogue) {
    const std::string& cause = catalogue.causes[lever.cause];
    return lever.owner.empty() ? cause : fmt::format("{}, {}", cause, lever.owner);
}

Lever lever_of(const model::Blueprint& blueprint, std::size_t instance, std::size_t cause) {
    const model::Instance& planned = blueprint.plan()[model::InstanceId{instance}];
    return {cause, owner_of(blueprint.scenario(), planned, static_cast<Cause>(cause))};
}

bool can_be_relieved(std::size_t cause) { return static_cast<Cause>(cause) != Cause::work; }

Relief relieved(const Scenario& scenario, const Lever& lever) {
    auto without = std::make_shared<Scenario>(scenario);
    std::string how = relieve(*without, lever);
    return {std::move(without), std::move(how)};
}

}  // namespace golive::study
