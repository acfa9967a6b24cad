//! Errors in who decides, who helps, who works on what, and what it may cost.
// SPDX-License-Identifier: Apache-2.0
#include "scenario/review/review.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace golive::scenario {
namespace {

class Checker {
 public:
    explicit Checker(const Review& review)
        : review_{review}, scenario_{review.scenario}, well_read_{!review.diagnostics.has_errors()} {}

    void all() {
        for (const Body& body : scenario_.bodies) votes(body);
        for (const Team& team : scenario_.teams) consultants(team);
        support();
        embedding();
        budget();
        if (well_read_) amounts();
    }

 private:
    void error(const Path& path, std::string message, std::string hint = "") const {
        review_.error(path, std::move(message), std::move(hint));
    }

    void votes(const Body& body) {
        const double weight =
            std::accumulate(body.benches.begin(), body.benches.end(), 0.0,
                            [](double sum, const auto& bench) { return sum + bench.weight; });
        if (body.rule == VotingRule::weighted && !body.benches.empty() && weight <= 0)
            error({"body", body.name, "weight"}, fmt::format("nobody in `{}` has any weight", body.name));
    }
    static bool backwards(const std::optional<Date>& from, const std::optional<Date>& until) {
        return from && until && *until < *from;
    }
    void consultants(const Team& team) {
        if (team.consultants && backwards(team.consultants->from, team.consultants->until))
            error({"team", team.name, "consultants", "until"},
                  fmt::format("the consultants of `{}` leave before they come", team.name));
    }
    void embedding() {
        if (scenario_.embedding && backwards(scenario_.embedding->from, scenario_.embedding->until))
            error({"embedding", "until"}, "the embedding ends before it begins");
    }

    void support() {
        for (const TeamId team : scenario_.teams.ids())
            if (const auto& desk = scenario_.teams[team].desk; desk && desk->escalates_to == team)
                error({"team", scenario_.teams[team].name, "escalates_to"},
                      fmt::format("`{}` escalates to itself", scenario_.teams[team].name));
        if (!scenario_.support) return;
        const TeamId first = scenario_.support->first_line;
        if (!first || !scenario_.teams.contains(first)) return;
        if (!scenario_.teams[first].desk)
            return error({"support", "first_line"},
                         fmt::format("team `{}` answers no calls", scenario_.teams[first].name),
                         "give it `handling` and `patience`");
        nothing_but_calls(first);
    }
    /// Whoever answers the phone has no time for anything else.
    void nothing_but_calls(TeamId first) {
        const Team& desk = scenario_.teams[first];
        const auto given = [&](const Path& path, TeamId team) {
            if (team == first)
                error(path, fmt::format("`{}` is on the phones all of its time", desk.name),
                      "say another team");
        };
        for (const Technology& technology : scenario_.technologies)
            for (const Purpose& purpose : technology.purposes)
                if (purpose.integration)
                    given({"technology", technology.name, "integration",
                           scenario_.workflows[purpose.workflow].name, "team"},
                          purpose.integration->team);
        for (const Course& course : scenario_.courses)
            given({"course", course.name, "instructors"}, course.instructors);
        for (const Body& body : scenario_.bodies)
            if (body.paper) given({"body", body.name, "paper", "team"}, body.paper->team);
        for (const Mandate& mandate : scenario_.mandates)
            given({"mandate", mandate.name, "team"}, mandate.team);
        if (scenario_.intake)
            for (const TeamId team : scenario_.intake->teams) given({"intake", "teams"}, team);
        if (scenario_.backlog) given({"backlog", "team"}, scenario_.backlog->team);
        if (scenario_.measuring) given({"measuring", "team"}, scenario_.measuring->team);
        if (scenario_.systems) given({"systems", "team"}, scenario_.systems->team);
        for (const Activity& activity : scenario_.plan)
            std::visit(
                [&](const auto& step) {
                    if constexpr (requires { step.team; }) given({"plan", activity.name, "team"}, step.team);
                },
                activity.step);
        own_work(desk);
    }
    void own_work(const Team& desk) {
        const auto calls_only = [&](std::string_view key, const char* hint) {
            error({"team", desk.name, key}, fmt::format("`{}` is on the phones all of its time", desk.name),
                  hint);
        };
        if (!desk.background.empty()) calls_only("background", "count it in `other_calls`");
        if (desk.maintenance.law().mean() > 0) calls_only("maintenance", "say it of another team");
        if (desk.consultants) calls_only("consultants", "more agents are [support] `surge_staff`");
    }

    void budget() {
        if (!scenario_.budget) return;
        if (scenario_.budget->exhausted != Budget::Exhausted::reapprove || scenario_.budget->body) return;
        if (review_.says({"budget", "body"})) return;  // and has been told that there is none of that name
        std::vector<std::string> names;
        for (const Body& body : scenario_.bodies) names.push_back(body.name);
        error({"budget", "exhausted"}, "nobody can grant more: [budget] has no `body`",
              names.empty() ? "there is no [body.x] yet" : "say which: " + suggestion("", names));
    }

    /// What is nothing because it could not be read has been told.
    void amounts() {
        for (const Mandate& mandate : scenario_.mandates)
            if (!mandate.date && mandate.rate.law().mean() <= 0)
                error({"mandate", mandate.name},
                      fmt::format("mandate `{}` never comes: it has neither a date nor a rate", mandate.name),
                      "such as date = 2027-09-06 or rate = \"1 per year\"");
        if (scenario_.systems && scenario_.systems->per_unit > scenario_.systems->network)
            error({"systems", "per_unit"},
                  fmt::format("units work with {} systems, and the network has {}",
                              scenario_.systems->per_unit, scenario_.systems->network));
    }

    const Review& review_;
    const Scenario& scenario_;
    bool well_read_;
};

}  // namespace

void check_management(const Review& review) { Checker{review}.all(); }

}  // namespace golive::scenario
